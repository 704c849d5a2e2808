"""What a format's reader hands on: blocks, notes and metadata as they stand in the input, before anything is put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.read.textmap import Mapped, Places
from dateline.types import BlockKind


@dataclass(frozen=True, slots=True)
class DraftMarker:
    """A note marker that stood before ``offset`` of its block's clean text; ``key`` names its note where the format links the two."""

    label: str
    offset: int
    key: str | None = None


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block with its clean text; ``level`` is a heading's depth, ``lines`` its source lines.

    ``bold`` marks a paragraph that is bold as a whole; ``item`` a list item; ``after_break`` a block before which a page ended (a
    note, an image, a page number or a form feed stood between it and the previous one).
    """

    kind: BlockKind
    text: Mapped
    level: int = 0
    markers: tuple[DraftMarker, ...] = ()
    lines: int = 1
    bold: bool = False
    item: bool = False
    after_break: bool = False


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A note's label and text; ``raw`` is where it stands in the raw input, ``link`` the first address that its words are linked to.

    Entries of a reference list may have no label. ``key`` is what markers that are linked to the note carry. ``cell``: it stood in a table's
    column of sources, so that a bare name is a source.
    """

    label: str | None
    text: Mapped
    raw: int
    link: str | None = None
    key: str | None = None
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the input that its reader must say: a code of the catalogue, and what exactly."""

    code: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself. ``None`` and ``()`` where it says nothing.

    ``month`` is the last day of the month of publication, where that is all that is known of its date.
    """

    title: str | None = None
    title_text: Mapped | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    month: date | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Headed:
    """Blocks with a head set aside, and what the head says."""

    blocks: tuple[DraftBlock, ...]
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its format's reader sees it.

    ``whole`` says that the format marks paragraphs, so that none is cut in two. ``weak`` is what the file's properties say, which often
    name the typist or the template: it counts only where neither ``metadata`` nor the masthead says anything. ``remarks`` say what was
    wrong but not fatal; ``places`` knows pages and boxes of paged formats. ``written`` is the whole as text, a paragraph above a blank line, for formats
    that are not text themselves.
    """

    format: str
    blocks: tuple[DraftBlock, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    whole: bool = False
    weak: Metadata = field(default_factory=Metadata)
    remarks: tuple[Remark, ...] = ()
    places: Places | None = None
    written: Mapped | None = None
