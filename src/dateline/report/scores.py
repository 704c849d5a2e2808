"""The PLOVER scores of the acts over time: bars above the line for cooperation, below it for conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.ontology.plover import event_type
from dateline.report.acts import Act
from dateline.report.timeline import Tick, middle, place, ticks, window
from dateline.types import Status

#: A period is a day up to six weeks, a week up to half a year, a month up to five years, else a year: 10 to 60 bars.
LENGTHS: Final = ((42, "day"), (183, "week"), (5 * 366, "month"))
#: Pairs of parties that get a row of their own.
PAIRS: Final = 3
#: Height of a row in pixels: half above the line, half below.
HEIGHT: Final = 96


@dataclass(frozen=True, slots=True)
class Bar:
    """A period: its first day, its place and width in per cent, what its acts sum to on each side, and the acts.

    ``up`` and ``down`` are heights in pixels, ``plus`` and ``minus`` the sums of the scores above and below zero.
    """

    label: str
    x: float
    width: float
    up: float
    down: float
    plus: float
    minus: float
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A row of bars: of all acts, or of one party towards another; ``mean`` over its acts."""

    name: str
    bars: tuple[Bar, ...]
    mean: float
    count: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Rows over one scale of days. ``top`` is the largest sum on either side of any row; ``undated`` are left out: they have only their document's date."""

    period: str
    series: tuple[Series, ...]
    ticks: tuple[Tick, ...]
    top: float
    undated: tuple[int, ...] = ()
    height: int = HEIGHT


def score(act: Act) -> float:
    """The act's PLOVER score in [-10, 10]: that of its first mode, else of its type.

    Raises:
        DatelineError: E411 where there is no such type.
    """
    kind = event_type(act.mention.type)
    modes = [mode for name in act.mention.modes if (mode := kind.mode(name)) is not None]
    return modes[0].score if modes else kind.score


def scores(found: Sequence[Act]) -> Scores | None:
    """The score series of acts told as done and dated, or ``None`` where they fall into fewer than two periods."""
    done = [act for act in found if act.mention.date and not act.mention.negated and act.mention.status in (Status.OCCURRED, Status.ONGOING)]
    own = tuple(act for act in done if act.mention.date and act.mention.date.basis == "document")
    if len({act.document for act in found}) > 1 or len(own) == len(done):
        own = ()  # reports of many days date their acts; one document dates them all alike
    done = [act for act in done if act not in own]
    if len(done) < 2:
        return None
    first, last = window([middle(act) for act in done])
    shown = [act for act in done if first <= middle(act) <= last]
    period = next((name for days, name in LENGTHS if (last - first).days <= days), "year")
    groups = [("All acts", shown), *_pairs(shown)]
    sums = [_sums(group, period) for _, group in groups]
    if len(sums[0]) < 2:
        return None
    top = max(max(plus, -minus) for one in sums for plus, minus, _ in one.values()) or 1.0
    scale = (first, last, top)
    series = tuple(
        Series(name, tuple(_bar(start, values, period, scale) for start, values in sorted(sides.items())), _mean(group), len(group))
        for (name, group), sides in zip(groups, sums, strict=True)
    )
    return Scores(period, series, ticks(first, last), round(top, 1), tuple(act.number for act in own))


def _mean(group: Sequence[Act]) -> float:
    return round(sum(score(act) for act in group) / len(group), 1)


def _pairs(shown: Sequence[Act]) -> list[tuple[str, list[Act]]]:
    counts = Counter((doer, target) for act in shown for doer in act.doers for target in act.targets if doer != target)
    ranked = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return [
        (f"{doer} → {target}", [act for act in shown if doer in act.doers and target in act.targets])
        for doer, target in ranked[:PAIRS]
        if counts[doer, target] > 1
    ]


def start_of(day: date, period: str) -> date:
    """First day of the period of a day; weeks begin on Monday."""
    if period == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    if period == "month":
        return day.replace(day=1)
    return day if period == "day" else day.replace(month=1, day=1)


def _end(start: date, period: str) -> date:
    """First day after the period, kept inside the calendar."""
    days = {"day": 1, "week": 7, "month": 31, "year": 366}[period]
    if (date.max - start).days <= days:
        return date.max
    later = start + timedelta(days=days)
    return later if period in ("day", "week") else start_of(later, period)


def _sums(group: Sequence[Act], period: str) -> dict[date, tuple[float, float, tuple[int, ...]]]:
    found: dict[date, tuple[float, float, tuple[int, ...]]] = {}
    for act in group:
        start, value = start_of(middle(act), period), score(act)
        plus, minus, rows = found.get(start, (0.0, 0.0, ()))
        found[start] = (round(plus + max(value, 0), 1), round(minus + min(value, 0), 1), (*rows, act.number))
    return found


def _bar(start: date, values: tuple[float, float, tuple[int, ...]], period: str, scale: tuple[date, date, float]) -> Bar:
    plus, minus, rows = values
    first, last, top = scale
    left, right = place(start, first, last), place(_end(start, period), first, last)
    half = HEIGHT / 2 - 4
    names = {"day": f"{start.day} {start:%B} {start.year}", "week": f"week of {start.day} {start:%B} {start.year}", "month": f"{start:%B} {start.year}"}
    label = names.get(period, str(start.year))
    return Bar(label, left, round(max(0.9 * (right - left), 0.4), 2), round(half * plus / top, 1), round(half * -minus / top, 1), plus, minus, rows)
