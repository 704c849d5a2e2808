"""The values of a response analysis: the trigger, acts with their reasons, rungs, baseline, and the report over them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from dateline.types import Claim, Coded, Document, EventMention, Participant, SentenceKind, TimeRef


class Label(StrEnum):
    """What an act is to the trigger."""

    RESPONSE = "response"
    RESTRAINT = "restraint"
    DOMESTIC = "domestic"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class TriggerQuery:
    """Which acts are the trigger: by event or mention id, or by actor, type and the other party or place.

    ``actor`` and ``other`` are terms of :mod:`dateline.ontology.partyterms`, ``None`` where anybody will do; ``since`` and ``until`` are
    inclusive days of the trigger's date.
    """

    event: str | None = None
    actor: str | None = None
    type: str | None = None
    other: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """The days within which the text puts an undated act, and how exactly it tells the first of them: the precision of the date that they begin with."""

    first: date
    last: date
    precision: str = "day"

    @property
    def begins(self) -> TimeRef:
        """The first day as exactly as it is told: the day, its month (also of another stretch, whose first day nobody tells) or its year."""
        if self.precision == "year" or is_year(self.first, self.last):
            return TimeRef(self.first.replace(month=1, day=1), self.first.replace(month=12, day=31), "year", "explicit")
        if self.precision == "day":
            return TimeRef(self.first, self.first, "day", "explicit")
        last = self.first.replace(day=monthrange(self.first.year, self.first.month)[1])
        return TimeRef(self.first.replace(day=1), last, "month", "explicit")


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the document it stands in; ``near`` are the days of an undated act by what its sentence, the text around it or
    its paragraph dates beside it, or, where they are ``ordered``, by the act told before it in a text that tells of the past; of a plan those of its
    announcement, where it is ``announced``."""

    mention: EventMention
    coded: Coded
    near: Near | None = None
    ordered: bool = False
    announced: bool = False

    @property
    def basis(self) -> str:
        """What the days of an undated act rest on, in words."""
        if self.announced:
            return "by its announcement"
        return "by the order of the text" if self.ordered else "by the text beside it"

    @property
    def since(self) -> date | None:
        """The first day of an undated act that the text gives; ``None`` where it gives none, or no more than the year: that has no first day."""
        return None if self.near is None or self.near.begins.precision == "year" else self.near.first

    def beside(self, form: Callable[[TimeRef], str]) -> str:
        """When an undated act was by what the text gives, in words: "from 4 March 2029 (by the order of the text)", "from March 2029 (...)"; "" where it gives
        nothing."""
        return "" if self.near is None else f"from {form(self.near.begins)} ({self.basis})"

    @property
    def document(self) -> Document:
        """Its document."""
        return self.coded.document


def is_year(first: date, last: date) -> bool:
    """Whether days begin with those of a whole year, so that no more than the year is known of the first of them."""
    return (first.month, first.day) == (1, 1) and last >= first.replace(month=12, day=31)


#: Gives first and last day of the announcement of a plan, as :func:`dateline.announcements.announced_on` does.
Announced: TypeAlias = Callable[[Coded, EventMention], "tuple[date, date] | None"]
#: Gives the independent sources of mentions, as :func:`dateline.responses.origins_of` does.
Origins: TypeAlias = Callable[[Sequence[Told]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The acts that the query matches, by date.

    ``first`` is the earliest and ``last`` the latest day of them, ``None`` where not even the documents have a day; ``doers`` and ``others`` the codes of its actors
    and of its recipients (else places); ``opponents`` those of countries that these documents show fighting its actors,
    ``backers`` those of states that they show behind them; ``dated`` is false where only the day of the documents says when it was: then nothing has a delay.
    """

    query: TriggerQuery
    mentions: tuple[Told, ...]
    first: date | None
    last: date | None
    doers: frozenset[str]
    others: frozenset[str]
    opponents: frozenset[str] = frozenset()
    dated: bool = True
    backers: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Ids of its mentions and events."""
        return frozenset(one for told in self.mentions for one in (told.mention.mention_id, told.mention.event_id))

    @property
    def reports(self) -> tuple[Told, ...]:
        """Its mentions, one a sentence, without the headlines of documents that tell of it in their text as well: a headline is no further report."""
        told = {one.document.doc_id for one in self.mentions if one.mention.sentence.kind is not SentenceKind.HEADLINE}
        found: dict[tuple[str, int], Told] = {}
        for one in self.mentions:
            if one.mention.sentence.kind is not SentenceKind.HEADLINE or one.document.doc_id not in told:
                found.setdefault((one.document.doc_id, one.mention.sentence.span.start), one)
        return tuple(found.values())

    @property
    def types(self) -> frozenset[str]:
        """Its types: the one asked for, else those of its mentions."""
        return frozenset({self.query.type} if self.query.type else {one.mention.type for one in self.mentions})

    @property
    def parties(self) -> frozenset[str]:
        """All countries in the trigger."""
        return self.doers | self.others


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence for or against: its kind (a key of ``weights`` in ``response.toml``), its weight in the sum, and the words."""

    kind: str
    weight: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """An act of the actor after the trigger, with its label, the sum of its reasons (0 and more is kept) and its day, ``None`` where
    only the day of the document is known.

    ``alone`` is the rung where the act would stand if it were not joint: a joint demand is coordination, and a demand as well; ``beyond``
    says that it is later than is looked at, ``alleged`` that only the other side tells it. ``together`` is the confidence of all readings of
    its event over independent sources, where its own is too small. ``among`` is the label that an act at home has where its party, and not
    its country, is asked.
    """

    told: Told
    actor: str
    label: Label
    score: float
    reasons: tuple[Reason, ...]
    day: date | None
    rung: str | None = None
    alone: str | None = None
    beyond: bool = False
    alleged: bool = False
    together: float | None = None
    among: Label | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder: its acts (events, by date, those last whose day is not known), first and last day (for acts without
    one the first that the text gives beside them), latency in days after the trigger's first day.

    ``strongest`` and ``mean`` are PLOVER scores in [-10, 10] of what was done (``None`` where all was left undone);
    ``origins`` the independent sources; ``certainty`` how many of the events are certain, probable, possible, by the surest report of each;
    ``alleged`` how many only the other side tells: the scores leave them out.
    """

    name: str
    acts: tuple[Judged, ...]
    events: int
    first: date | None
    last: date | None
    latency: int | None
    strongest: float | None
    mean: float | None
    origins: tuple[str, ...]
    certainty: tuple[int, int, int]
    alleged: int = 0


@dataclass(frozen=True, slots=True)
class NotDone:
    """A rung on which the actor did nothing in these documents though others did."""

    rung: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """Acts of a type before and after the trigger, with the exact Poisson test of the two rates.

    ``ratio`` is the rate after over the rate before with its 95% interval (``None``: without bound), ``p`` two-sided.
    """

    type: str
    before: int
    after: int
    ratio: float | None
    low: float
    high: float | None
    p: float


@dataclass(frozen=True, slots=True)
class Baseline:
    """The actor's own past: days observed before and after the trigger and the rates by type, the total first."""

    days_before: int
    days_after: int
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class ActorReport:
    """How one actor responded.

    ``unsure`` are acts that would count but that the coder is not sure of: they stand on no rung; ``beyond`` such as would stand on one
    but are later than is looked at. ``body`` is who is meant of those who share the code: an organisation, a party, a person, a sector.
    """

    actor: str
    ladder: tuple[Rung, ...]
    domestic: tuple[Judged, ...]
    claims: tuple[tuple[Claim, Document], ...]
    not_done: tuple[NotDone, ...]
    baseline: Baseline | None
    unsure: tuple[Judged, ...] = field(default=())
    unrelated: tuple[Judged, ...] = field(default=())
    beyond: tuple[Judged, ...] = field(default=())
    body: str | None = None

    @property
    def name(self) -> str:
        """The code, or the name of the body that is meant."""
        return self.body or self.actor


@dataclass(frozen=True, slots=True)
class ResponseReport:
    """How the actors responded to the trigger, side by side; ``trigger`` is ``None`` where nothing matches the query.

    Acts are looked at to ``until`` (``None``: to any day), in texts that recount what followed to ``recounted``.
    """

    query: TriggerQuery
    trigger: Trigger | None
    actors: tuple[ActorReport, ...]
    until: date | None = None
    recounted: date | None = None


def before_trigger(mention: EventMention) -> str:
    """The words of an act's sentence that stand before its trigger."""
    return mention.sentence.text[: mention.trigger.span.start - mention.sentence.span.start]


def codes_of(parties: Iterable[Participant]) -> frozenset[str]:
    """The countries of parties that have one."""
    return frozenset(party.country for party in parties if party.country)
