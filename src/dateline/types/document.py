"""A read document: its text with blocks, notes and sources, the map back to the raw input, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from dateline.types.addresses import site_of
from dateline.types.text import Span


def check_day(day: object, name: str) -> None:
    """Refuse what is no plain date: a moment is one to Python's types, but is written otherwise and gives other ids.

    Raises:
        TypeError: for anything but a ``datetime.date`` and ``None``.
    """
    if day is not None and (isinstance(day, datetime) or not isinstance(day, date)):
        raise TypeError(f"{name} is a datetime.date or None, not {type(day).__name__}; of a moment it is moment.date()")


class BlockKind(StrEnum):
    """What a block of the canonical text is. ``TITLE`` and ``PARAGRAPH`` are coded, and what the comments in a ``NOTE`` tell."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    CAPTION = "caption"
    TABLE = "table"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class MapSegment:
    """A run of canonical characters that stand in the raw input in the same order without gaps.

    ``raw_start`` counts code points of the decoded raw input. ``page`` (1-based) and ``box`` (left, bottom, right, top, in points)
    are set by readers of paged formats.
    """

    start: int
    end: int
    raw_start: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class TextMap:
    """Exact map from canonical offsets back to raw offsets; characters the reader inserted lie in no segment."""

    segments: tuple[MapSegment, ...] = ()

    def to_raw(self, offset: int) -> int | None:
        """Raw offset of the canonical character at ``offset``, or ``None`` where the reader inserted it."""
        low, high = 0, len(self.segments)
        while low < high:
            middle = (low + high) // 2
            if self.segments[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.segments) and self.segments[low].start <= offset:
            segment = self.segments[low]
            return segment.raw_start + offset - segment.start
        return None


#: The level of a paragraph that is a bold question of an interview; its answer stands below it without a label.
ASKED: Final = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A title, paragraph, note ... of the canonical text; ``level`` is the depth of a heading, of a paragraph 1 where an interviewer asks it in bold, else 0."""

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """A note marker: it stood in the canonical text just before ``offset`` (and is itself removed from the text)."""

    label: str
    offset: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote.

    ``span`` is the note's own text in the canonical text; ``markers`` are the offsets of its markers (empty: the marker is lost).
    ``kind`` is ``citation``, or ``commentary`` for a note that cites no source.
    """

    label: str
    span: Span
    markers: tuple[int, ...] = ()
    kind: str = "citation"


#: Kinds of sources whose titles are headlines, which report an act; a book's or a treaty's title reports nothing.
PRESS: Final = frozenset({"news", "agency", "web"})
#: Kinds of sources that report acts, under titles that tell them and on about their day.
REPORTING: Final = PRESS | {"official", "speech"}


@dataclass(frozen=True, slots=True)
class Source:
    """What a note cites. ``published`` is a prefix of an ISO date; ``note`` is the label of the note it stands in."""

    note: str | None
    kind: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    published: str | None = None
    accessed: str | None = None
    url: str | None = None
    span: Span | None = None

    @property
    def site(self) -> str | None:
        """The host of its address, which tells who is behind a source that names nobody: "oas.org"."""
        return site_of(self.url)


@dataclass(frozen=True, slots=True)
class Document:
    """A read document: canonical text, its blocks, notes and sources, and the map back to the raw input.

    ``published`` is the publication date, a plain date without a time of day; ``country`` is what the user says of the country that it is news of, a code or
    name as written; ``raw_sha256`` the hash of the raw bytes; ``doc_id`` hashes
    input id, date, publisher and raw bytes.
    """

    doc_id: str
    input_id: str
    text: str
    raw_sha256: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    markers: tuple[Marker, ...] = ()
    sources: tuple[Source, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    format: str = "text"
    textmap: TextMap = TextMap()
    problems: tuple[Problem, ...] = ()
    country: str | None = None

    def __post_init__(self) -> None:
        check_day(self.published, "published")

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def block_of(self, span: Span) -> Block | None:
        """The block that a span lies in; ``None`` where it lies in none."""
        return next((one for one in self.blocks if one.span.contains(span)), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong with an input. ``severity``: error|warning|info; ``fix`` says what to do."""

    code: str
    severity: str
    input_id: str
    detail: str
    fix: str
    doc_id: str | None = None
    span: Span | None = None
