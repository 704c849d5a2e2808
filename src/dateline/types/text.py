"""A span of a text, a phrase of it, a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SentenceKind(StrEnum):
    """Where a coded sentence stands."""

    BODY = "body"
    HEADLINE = "headline"
    CITATION = "citation"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``[start, end)`` in code points of the canonical text; ``0 <= start < end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of the canonical text: ``text == document.text[span.start:span.end]``."""

    text: str
    span: Span

    def __post_init__(self) -> None:
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError(f"{self.text!r} does not fill [{self.span.start}, {self.span.end})")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the canonical text."""

    index: int
    text: str
    span: Span
    kind: SentenceKind = SentenceKind.BODY
