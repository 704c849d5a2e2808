"""Scoring of any coder against gold annotations, with bootstrap intervals."""

from dateline.evaluation.gold import GoldDocument, GoldMention, load_gold
from dateline.evaluation.match import Matched, match_document
from dateline.evaluation.score import Report, evaluate_documents

__all__ = ["GoldDocument", "GoldMention", "Matched", "Report", "evaluate_documents", "load_gold", "match_document"]
