"""Which acts are counted or exported, and how they are counted: values that load nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.plover import event_type
from dateline.store.values import first_day, last_day
from dateline.types import Certainty, Status

#: The name under which own codings stand in the view ``acts``.
OWN: Final = "dateline"


class Unit(StrEnum):
    """Of whom a series is: pairs of actor and recipient, or one side of them."""

    DYAD = "dyad"
    ACTOR = "actor"
    RECIPIENT = "recipient"


class Level(StrEnum):
    """How finely parties are told apart."""

    COUNTRY = "country"
    SECTOR = "sector"


class Period(StrEnum):
    """Length of a period. Weeks begin on Monday (ISO 8601)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Count(StrEnum):
    """What is counted of own codings: statements, or the acts that they report."""

    MENTIONS = "mentions"
    EVENTS = "events"


#: The kinds of ``--attributed``: an attribution's kinds, and ``author`` for what the author of the text says.
ATTRIBUTED: Final = ("author", "speaker", "institution", "media", "unnamed", "document", "poll")
#: An act that the text reports to have taken place.
REPORTED: Final = (Status.OCCURRED, Status.ONGOING)
RANK: Final = {Certainty.CERTAIN: 2, Certainty.PROBABLE: 1, Certainty.POSSIBLE: 0}


@dataclass(frozen=True, slots=True)
class ActFilter:
    """Which acts are counted; what is empty or ``None`` does not restrict.

    ``actors`` and ``recipients`` are terms of :mod:`dateline.ontology.partyterms` (``KEN``, ``KEN LAB``,
    ``POL:PiS``). ``statuses``, ``certainty`` (the least that is counted), ``attributed``, ``according_to`` (a
    country) and ``min_confidence`` restrict own codings; imported rows carry no such judgement and are not affected. Negated statements are
    never counted; reports that notes cite only with ``citations``, what only the other side says an actor did ("accused Chad of
    shelling villages") only with ``alleged``. ``since`` and ``until`` are prefixes of ISO dates, both included.

    Raises:
        DatelineError: E205 for a value that is none, E411 for an unknown type, on construction.
    """

    datasets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    statuses: tuple[Status, ...] = REPORTED
    certainty: Certainty = Certainty.POSSIBLE
    attributed: tuple[str, ...] = ()
    according_to: str | None = None
    min_confidence: float = 0.0
    citations: bool = False
    alleged: bool = False

    def __post_init__(self) -> None:
        for name in self.types:
            event_type(name)
        for kind in self.attributed:
            if kind not in ATTRIBUTED:
                raise DatelineError("E205", kind, f"kinds of attribution: {', '.join(ATTRIBUTED)}")
        if not 0.0 <= self.min_confidence <= 1.0:
            raise DatelineError("E205", str(self.min_confidence), "a confidence lies between 0 and 1")
        if self.first and self.last and self.first > self.last:
            raise DatelineError("E205", f"{self.since} to {self.until}", "the first day is after the last")

    @property
    def first(self) -> date | None:
        """First day that is counted."""
        return None if self.since is None else first_day(self.since)

    @property
    def last(self) -> date | None:
        """Last day that is counted."""
        return None if self.until is None else last_day(self.until)


@dataclass(frozen=True, slots=True)
class Cut:
    """How acts are cut into cells. ``top``: only the parties with the most acts, so many of each data set; no ``period``: one for all time.

    ``level`` tells parties apart: an act counts once for each pair of them. ``undirected``: A to B and B to A are one pair, in which an act counts once.
    """

    unit: Unit = Unit.DYAD
    level: Level = Level.COUNTRY
    period: Period | None = Period.MONTH
    count: Count = Count.MENTIONS
    top: int | None = None
    undirected: bool = False

    def start(self, day: str) -> str:
        """SQL for the first day of the period of a day."""
        return "DATE '1970-01-01'" if self.period is None else f"date_trunc('{self.period}', {day})::DATE"

    @property
    def coarse(self) -> str:
        """SQL for a date that spans more than one period."""
        return f"({self.start('date_earliest')} <> {self.start('date_latest')})"
