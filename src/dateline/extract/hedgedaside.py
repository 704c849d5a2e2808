"""Doubt that is not about an act: in "rebels, **reportedly** armed by Togo, shelled the port" only who armed them is doubtful."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import is_passive
from dateline.extract.cuewords import load_cues
from dateline.extract.parse import ParsedSentence, Token

_ASIDE: Final = frozenset({"acl", "relcl", "amod"})


def is_hedged_aside(sentence: ParsedSentence, head: int) -> bool:
    """Whether the words of doubt of a sentence all stand in participles or relative clauses in which the act does not stand."""
    cues = load_cues()
    if sentence.tokens[head].dep == "xcomp":
        return False
    doubts = [t for t in sentence.tokens if t.lower in cues.adverbs or _is_believed(sentence, t)]
    return bool(doubts) and all(_is_aside(sentence, one, head) for one in doubts)


def _is_believed(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word is a participle of belief: "**believed** to be", "**said** to have"."""
    return token.lower in load_cues().passives and token.pos == "VERB" and is_passive(sentence, token)


def _is_aside(sentence: ParsedSentence, word: Token, head: int) -> bool:
    clause = next((t for t in (word, *sentence.ancestors(word.i)) if t.dep in _ASIDE and t.pos == "VERB"), None)
    return clause is not None and clause.i < head and head not in sentence.subtree(clause.i)
