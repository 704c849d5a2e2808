"""What an audit finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from dateline.types import Document, Mention, Problem, Sentence, Source, Span


class FindingKind(StrEnum):
    """Kinds of findings; the first eight are disagreements between a statement and the headline it cites."""

    ACTOR = "actor"
    ACT = "act"
    NUMBER = "number"
    DATE = "date"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    PLACE = "place"
    QUOTE = "quote"
    AUTHOR = "author"
    UNSOURCED = "unsourced"
    ORPHAN_MARKER = "orphan_marker"
    ORPHAN_NOTE = "orphan_note"
    COMMENT_NOTE = "comment_note"
    SAME_SOURCE = "same_source"
    SOURCE_DATE = "source_date"
    PAGES = "pages"
    UNDATED = "undated"
    UNTITLED = "untitled"


class Standing(StrEnum):
    """What a sentence that tells of acts as facts stands on; each has one."""

    SOURCED = "sourced"
    UNSOURCED = "unsourced"
    VOICED = "voiced"
    RETOLD = "retold"
    LOST = "lost"
    ASIDE = "aside"


DISAGREEMENTS: Final = frozenset(
    {
        FindingKind.ACTOR, FindingKind.ACT, FindingKind.NUMBER, FindingKind.DATE, FindingKind.HEDGE, FindingKind.ATTRIBUTION, FindingKind.PLACE,
        FindingKind.QUOTE,
    }
)  # fmt: skip
#: Kind -> its heading in reports.
HEADINGS: Final = {
    FindingKind.ACTOR: "Another actor than in the headline",
    FindingKind.ACT: "Another act than in the headline",
    FindingKind.NUMBER: "Another number than in the headline",
    FindingKind.DATE: "A date that the source contradicts",
    FindingKind.HEDGE: "A hedge of the headline was dropped",
    FindingKind.ATTRIBUTION: "An attribution of the headline was dropped",
    FindingKind.PLACE: "Another place than in the headline",
    FindingKind.QUOTE: "Another quotation than in the headline",
    FindingKind.AUTHOR: "Another author than the note's",
    FindingKind.UNSOURCED: "Statements about acts without a source",
    FindingKind.ORPHAN_MARKER: "Markers without a note",
    FindingKind.ORPHAN_NOTE: "Notes without a marker",
    FindingKind.COMMENT_NOTE: "Notes that cite no source",
    FindingKind.SAME_SOURCE: "One source cited as several",
    FindingKind.SOURCE_DATE: "Sources with an impossible date",
    FindingKind.PAGES: "Pages that run backwards",
    FindingKind.UNDATED: "Sources without a date",
    FindingKind.UNTITLED: "Sources without a title",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an editor should look at.

    ``sentence`` is the sentence that it concerns, ``None`` where none is known; for a lost note the one it most likely supports.
    ``page`` counts from 1, ``None`` for formats without pages. ``note`` is the label of the note or marker. ``text`` and ``headline``
    are the words that disagree, as spans of the canonical text. ``span`` is where the finding stands: the sentence, else the note.
    ``message`` says it in a sentence.
    """

    kind: FindingKind
    message: str
    span: Span
    sentence: Sentence | None = None
    page: int | None = None
    note: str | None = None
    text: Mention | None = None
    headline: Mention | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A name behind sources: how many of the sources it stands behind, and their share in [0, 1]."""

    name: str
    sources: int
    share: float
    state_owned: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many sources there truly are.

    ``citations`` counts citations, ``works`` different works, ``origins`` independent origins: the agency behind an outlet's copy where
    one is credited, else the outlet, else the publisher, else the first author. Shares count works.
    """

    citations: int = 0
    works: int = 0
    origins: tuple[Share, ...] = ()
    outlets: tuple[Share, ...] = ()
    agencies: tuple[Share, ...] = ()
    authors: tuple[Share, ...] = ()
    agency_share: float = 0.0
    state_share: float = 0.0

    @property
    def leading_agencies(self) -> tuple[Share, ...]:
        """The agencies behind most works: several where they have the same share."""
        return tuple(one for one in self.agencies if one.sources == self.agencies[0].sources)

    @property
    def largest(self) -> Share | None:
        """The origin behind most works."""
        return self.origins[0] if self.origins else None


@dataclass(frozen=True, slots=True)
class Audit:
    """The audit of one document; findings in the order of the text. ``standing`` counts the sentences that tell of acts as facts by what they
    stand on; ``unlisted`` are those of them that have neither a source of their own nor are found to have none."""

    document: Document
    findings: tuple[Finding, ...] = ()
    sources: SourceCount = SourceCount()
    standing: Mapping[Standing, int] = field(default_factory=dict)
    unlisted: tuple[tuple[Standing, Sentence], ...] = ()

    @property
    def statements(self) -> int:
        """How many sentences tell of acts as facts."""
        return sum(self.standing.values())

    @property
    def sourced(self) -> int:
        """How many of them have a source of their own."""
        return self.standing.get(Standing.SOURCED, 0)

    def of_kind(self, *kinds: FindingKind) -> tuple[Finding, ...]:
        """The findings of some kinds."""
        return tuple(finding for finding in self.findings if finding.kind in kinds)


#: What is said of the sentences that have neither a source of their own nor are listed as without one: of one, and of several.
OTHERS: Final = (
    (Standing.VOICED, "names who says so", "name who says so"),
    (Standing.RETOLD, "tells again what another sentence tells with its source", "tell again what another sentence tells with its source"),
    (Standing.LOST, "has a note that is lost", "have a note that is lost"),
    (
        Standing.ASIDE,
        "names its act beside something else (by a noun, in a subordinate clause, as left undone, in the summary), which needs no note of its own",
        "name their act beside something else (by a noun, in a subordinate clause, as left undone, in the summary), which needs no note of its own",
    ),
)


def others(audit: Audit) -> tuple[str, ...]:
    """The sentences that tell of acts as facts and are not counted as sourced or without a source, in words: "3 name who says so"."""
    counts = ((audit.standing.get(standing, 0), one, several) for standing, one, several in OTHERS)
    return tuple(f"{number} {one if number == 1 else several}" for number, one, several in counts if number)


def unlisted(audit: Audit) -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
    """The sentences behind :func:`others`, by what is said of them."""
    made = ((words, tuple(sentence for standing, sentence in audit.unlisted if standing is one)) for one, _, words in OTHERS)
    return tuple((words, found) for words, found in made if found)


#: Problems of a document that are findings of its audit.
_FOUND: Final = frozenset({"W103", "W104"})
#: How the day of a document is known where its text does not tell it.
_FROM: Final = {"W126": ", a day that only the file's properties tell", "W127": ", the last day of the month that its text names"}


def warnings_of(document: Document) -> tuple[Problem, ...]:
    """What reading a document warned of, but for lost notes and markers, which are findings."""
    return tuple(one for one in document.problems if one.code not in _FOUND)


def day_line(document: Document) -> str:
    """The day of a document, on which findings about dates rest, and where it comes from unless its text tells it.

    Example: "document of 2024-05-20", "document of 2024-05-31, the last day of the month that its text names: check it, and give another with --date".
    """
    if document.published is None:
        return "the day of the document is not known, so its sources are not checked against it: give it with --date"
    said = next((_FROM[one.code] for one in document.problems if one.code in _FROM), None)
    return f"document of {document.published}" + (f"{said}: check it, and give another with --date" if said else "")


#: What is said of a text without notes.
OWN_SOURCE: Final = "the text has no notes and cites nothing: it is itself the source of what it tells"


def is_own_source(audit: Audit) -> bool:
    """Whether a text has neither notes nor sources, as a wire report has: then that its statements have none is no fault."""
    document = audit.document
    return not (document.notes or document.markers or document.sources)


def page_of(document: Document, offset: int) -> int | None:
    """The page on which a canonical character stands, ``None`` for formats without pages."""
    for segment in document.textmap.segments:
        if segment.start <= offset < segment.end:
            return segment.page
    return None


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The sentence that ends at a marker or holds it."""
    return next((one for one in sentences if one.span.start < offset <= one.span.end + 1), None)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By place in the text, then by kind."""
    order = {kind: number for number, kind in enumerate(FindingKind)}
    return tuple(sorted(findings, key=lambda one: (one.span.start, order[one.kind], one.note or "", one.message)))
