"""Acts of a text of one paragraph and the days that are told for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.types import Block, BlockKind, Document, RawMention, Span

CODER = LexiconCoder()


def acts_of(text: str, *, published: date) -> Sequence[RawMention]:
    """The acts of a text of one paragraph."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=published)
    return extract([document], CODER)[0].mentions


def days_of(text: str, word: str, *, published: date) -> str | None:
    """The told days of the act of a word."""
    time = next(one.time for one in acts_of(text, published=published) if word in one.trigger.text)
    return None if time is None else f"{time.earliest}..{time.latest}" if time.earliest < time.latest else f"{time.earliest}"
