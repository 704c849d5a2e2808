"""The record: an act or claim with its parties, date, place, speaker, numbers and sources (record contract, version 1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from dateline.types.document import Document, Problem, Source
from dateline.types.phrases import Candidate, PlaceCandidate
from dateline.types.text import Mention, Sentence, Span


class Status(StrEnum):
    """Temporal and modal status of an act (PLOVER's auxiliary modes, with ``ongoing`` added)."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


#: Of acts that were done or are being done, and of those that were not done.
DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING})
UNDONE: Final = frozenset({Status.FUTURE, Status.HYPOTHETICAL})


class Certainty(StrEnum):
    """How certain the text is that the act took place."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


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


#: Every judgement by default.
NO_CUES: Final = Cues()


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
    cues: Cues = NO_CUES
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
