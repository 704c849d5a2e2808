"""The immutable values that pass between stages.

Every claim about a text cites a :class:`Span` of it. Offsets are Unicode code points of the document's canonical text, start
inclusive, end exclusive. Values are frozen, slotted dataclasses with tuples, so a stage is a pure function of its input and the
same code serves the command line, a process pool and a cluster.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final


class SentenceKind(StrEnum):
    """Where a coded sentence stands."""

    BODY = "body"
    HEADLINE = "headline"
    CITATION = "citation"


class Status(StrEnum):
    """Temporal and modal status of an act (PLOVER's auxiliary modes, with ``ongoing`` added)."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


class Certainty(StrEnum):
    """How certain the text is that the act took place."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class BlockKind(StrEnum):
    """What a block of the canonical text is. Only ``TITLE`` and ``PARAGRAPH`` are coded (and ``NOTE`` when asked for)."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    CAPTION = "caption"
    TABLE = "table"
    BOILERPLATE = "boilerplate"


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


@dataclass(frozen=True, slots=True)
class Block:
    """A title, paragraph, note ... of the canonical text; ``level`` is the depth of a heading."""

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


@dataclass(frozen=True, slots=True)
class Document:
    """A read document: canonical text, its blocks, notes and sources, and the map back to the raw input.

    ``published`` is the publication date; ``raw_sha256`` the hash of the raw bytes; ``doc_id`` hashes input id, date, publisher
    and raw bytes.
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

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def block_of(self, span: Span) -> Block | None:
        """The block that a span lies in; ``None`` where it lies in none."""
        return next((one for one in self.blocks if one.span.contains(span)), None)


class PhraseForm(StrEnum):
    """How a phrase refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may name a party: the unit that ``resolve`` resolves.

    ``head`` is the lower-case head word, ``plural`` its number; ``extended`` the whole phrase with its modifiers, of which
    ``mention`` is the part that is reported; ``subject`` says whether it is the subject of its clause.
    """

    mention: Mention
    head: str
    form: PhraseForm
    plural: bool = False
    subject: bool = False
    sentence: int = 0
    extended: Span | None = None

    def __hash__(self) -> int:
        """By place: hardly two phrases of a document stand in one, and phrases are keys in many tables."""
        span = self.mention.span
        return span.start * 8191 + span.end


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a phrase that was considered, with its score in [0, 1]."""

    entity: str
    country: str | None
    sectors: tuple[str, ...]
    score: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a phrase may mean: as :class:`Place`, with its kind (city, division, country ...) and a score in [0, 1]."""

    name: str
    country: str | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a phrase refers to, what else was considered, and by which method; ``chosen`` is ``None`` where it abstained."""

    chosen: Candidate | None
    candidates: tuple[Candidate, ...] = ()
    method: str = "unknown"


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient; ``score`` in [0, 1], ``method`` and ``candidates`` (the chosen one first) are the resolver's."""

    text: str
    span: Span
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()
    score: float = 0.0
    method: str = "unknown"
    candidates: tuple[Candidate, ...] = ()


#: Bases of a date that words of the text give; the others only bound it (an act is not later than its report).
TOLD: Final = frozenset({"explicit", "relative"})


@dataclass(frozen=True, slots=True)
class TimeRef:
    """When an act took place: inclusive days, precision day|month|year|interval, basis explicit|relative|source|document.

    ``text`` and ``span`` are ``None`` where the date rests on the source or the document and on no words of the sentence.
    """

    earliest: date
    latest: date
    precision: str
    basis: str
    text: str | None = None
    span: Span | None = None

    @property
    def is_told(self) -> bool:
        """Whether words of the text tell it, and not its source or the document alone."""
        return self.basis in TOLD


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act took place; ``lat`` and ``lon`` in decimal degrees (WGS 84), ``score`` as for :class:`Participant`."""

    text: str
    span: Span
    name: str | None = None
    country: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    score: float = 0.0
    method: str = "unknown"
    candidates: tuple[PlaceCandidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says that the act took place. ``kind``: speaker|institution|media|unnamed|document|poll; ``score`` ... as above.

    ``speaker_is_party`` says whether the speaker is an actor or recipient of the act it reports; ``None`` where nobody is named, of those
    through whom it came, and of claims.
    """

    kind: str
    text: str | None = None
    span: Span | None = None
    entity: str | None = None
    country: str | None = None
    via: Attribution | None = None
    score: float = 0.0
    method: str = "unknown"
    candidates: tuple[Candidate, ...] = ()
    speaker_is_party: bool | None = None


@dataclass(frozen=True, slots=True)
class Cues:
    """The words on which each judgement rests; ``None`` where it is the default."""

    negated: Mention | None = None
    status: Mention | None = None
    certainty: Mention | None = None
    attribution: Mention | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; ``value`` is ``None`` for a range given only by ``low`` and ``high``."""

    text: str
    span: Span
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    counts: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a source's title bears on an act. ``relation``: same|detail|background|unrelated; ``reasons`` in words."""

    relation: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source of a statement. ``link``: marker|sentence|similarity; ``score`` in [0, 1] (1.0 for a marker).

    ``bearing`` is ``None`` for a source without a title, and for a claim's.
    """

    source: Source
    link: str
    score: float = 1.0
    bearing: Bearing | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the canonical text."""

    index: int
    text: str
    span: Span
    kind: SentenceKind = SentenceKind.BODY


@dataclass(frozen=True, slots=True)
class EventMention:
    """One coded statement of an act (record contract, version 1)."""

    mention_id: str
    event_id: str
    doc_id: str
    input_id: str
    sentence: Sentence
    trigger: Mention
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    date: TimeRef | None = None
    place: Place | None = None
    status: Status = Status.OCCURRED
    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    attribution: Attribution | None = None
    cues: Cues = Cues()
    quantities: tuple[Quantity, ...] = ()
    sources: tuple[SourceLink, ...] = ()
    confidence: float = 0.0
    coder: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A motive, cause, exchange, outlook, dependency, stance or opinion; ``mentions`` are the ids of the acts it bears on."""

    kind: str
    text: str
    span: Span
    holder: Participant | None = None
    subject: str | None = None
    object: str | None = None
    mentions: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    attribution: Attribution | None = None
    sources: tuple[SourceLink, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with everything that was coded from it.

    ``citations`` are the acts that dated headlines in its notes report (``sentence.kind`` citation). They stand apart from ``mentions``,
    so that no figure counts them unasked; their sentences are numbered on from ``sentences``.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    citations: tuple[EventMention, ...] = ()


@dataclass(frozen=True, slots=True)
class RawAttribution:
    """An attribution as extracted: kind, who is said to say it, and through whom; phrases are not resolved yet."""

    kind: str
    phrase: Phrase | None = None
    via: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Lean:
    """A word that may name a party of an act or its country, with probabilities in [0, 1].

    ``actor`` and ``recipient``: that it names the country of one; ``acting`` and ``affected``: that it is the word of one itself.
    """

    span: Span
    actor: float
    recipient: float
    acting: float = 0.0
    affected: float = 0.0


@dataclass(frozen=True, slots=True)
class RawMention:
    """An act as extracted from one sentence, before actors, places and references are resolved.

    ``places`` are candidates in order of preference; the first that the gazetteer knows becomes the place. ``voice`` says how the act is told:
    ``active``, ``passive``, ``agent`` (a passive with its agent), ``noun``, or nothing where that is not known. ``around`` are the days that the
    text tells of before and after an act of which no words say when. ``older``: told as done before what the sentence tells.
    """

    sentence: Sentence
    trigger: Mention
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Phrase, ...] = ()
    recipients: tuple[Phrase, ...] = ()
    places: tuple[Phrase, ...] = ()
    time: TimeRef | None = None
    status: Status = Status.OCCURRED
    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    attribution: RawAttribution | None = None
    cues: Cues = Cues()
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 0.0
    leans: tuple[Lean, ...] = ()
    voice: str = ""
    around: TimeRef | None = None
    older: bool = False


@dataclass(frozen=True, slots=True)
class RawClaim:
    """A claim as extracted, its holder not resolved yet; ``governor`` is the word whose clause it explains or qualifies."""

    kind: str
    text: str
    span: Span
    sentence: int
    holder: Phrase | None = None
    subject: str | None = None
    object: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    attribution: RawAttribution | None = None
    governor: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What ``extract`` finds: sentences, noun phrases in text order (for references), acts, claims, and where datelines say it was written.

    ``days`` has for each sentence a day of the time it tells of where that is another than the publication.
    """

    sentences: tuple[Sentence, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    mentions: tuple[RawMention, ...] = ()
    claims: tuple[RawClaim, ...] = ()
    problems: tuple[Problem, ...] = ()
    datelines: tuple[Mention, ...] = ()
    days: tuple[date | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """An act with its parties, place and speaker resolved."""

    raw: RawMention
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: Place | None = None
    attribution: Attribution | None = None
