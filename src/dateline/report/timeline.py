"""When the acts took place: lanes of dots over one scale of days, in per cent of the width."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.report.acts import GLYPHS, QUADS, Act
from dateline.types import Status

#: dots closer than this share of the width are stacked: about one dot's breadth on a phone, where a lane is 300 px wide
BIN: Final = 3.0
STEP, MAX_HEIGHT, MARGIN = 13, 170, 12
#: a scale this long (days) shows months well; longer ones are cut to the window that holds most of the acts
COMFORTABLE: Final = 3 * 366
MAJORITY: Final = 0.8
#: Four in five days on a third of the scale are squeezed by the others, which the page names beside it.
SQUEEZED: Final = 3
HALF_YEAR: Final = 183
MAX_TICKS: Final = 7
TOP_ACTORS: Final = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """An act on a lane: ``x`` in per cent of the width, ``y`` in pixels; ``start`` and ``end`` (per cent) where it is
    dated to more than a point; ``stated`` where the text itself gives the date."""

    act: Act
    x: float
    y: float
    start: float | None
    end: float | None
    stated: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of dots; ``height`` in pixels."""

    name: str
    glyph: str
    quad: int
    height: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day of the scale, in per cent of the width."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes by quad class and by actor over one scale; numbers of the acts that stand outside it or have no date."""

    first: date
    last: date
    by_quad: tuple[Lane, ...]
    by_actor: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    outside: tuple[int, ...]
    undated: tuple[int, ...]


def timeline(found: Sequence[Act]) -> Timeline | None:
    """The timeline of the acts, or ``None`` where none of them has a date."""
    dated = [act for act in found if act.mention.date is not None]
    current = [act for act in dated if act.mention.status is not Status.HISTORICAL] or dated
    if not current:
        return None
    first, last = window([middle(act) for act in current])
    shown = [act for act in dated if first <= middle(act) <= last]
    numbers = {act.number for act in shown}
    lanes = tuple(
        _lane(name, GLYPHS[number], number, [act for act in shown if act.quad == number], first, last)
        for number, name in QUADS.items()
    )
    return Timeline(
        first,
        last,
        lanes,
        _actor_lanes(shown, first, last),
        ticks(first, last),
        tuple(act.number for act in dated if act.number not in numbers),
        tuple(act.number for act in found if act.mention.date is None),
    )


def middle(act: Act) -> date:
    """The day in the middle of an act's date.

    Raises:
        ValueError: the act has no date.
    """
    ref = act.mention.date
    if ref is None:
        raise ValueError("the act has no date")
    return ref.earliest + (ref.latest - ref.earliest) // 2


def window(days: Sequence[date]) -> tuple[date, date]:
    """First and last day of the scale: all days, or, where they span more than three years or a few of them squeeze the rest, the
    shortest stretch that holds four in five of them, let out by a quarter at each side; padded so that no dot touches an edge."""
    ordered = sorted(days)
    first, last = ordered[0], ordered[-1]
    wanted = math.ceil(MAJORITY * len(ordered))
    low, high = min(zip(ordered, ordered[wanted - 1 :], strict=False), key=lambda pair: pair[1] - pair[0])
    span = (last - first).days
    if span > COMFORTABLE or (span > HALF_YEAR and (high - low).days * SQUEEZED < span):
        slack = max((high - low) // 4, timedelta(days=45))
        inside = [day for day in ordered if low - day <= slack and day - high <= slack]
        first, last = inside[0], inside[-1]
    pad = timedelta(days=max((last - first).days // 30, 2))
    return _shift(first, -pad), _shift(last, pad)


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def place(day: date, first: date, last: date) -> float:
    """A day's place on the scale in per cent, kept inside it."""
    return round(min(max(100 * (day - first).days / (last - first).days, 0.0), 100.0), 2)


def ticks(first: date, last: date) -> tuple[Tick, ...]:
    """At most seven ticks: days, else months, else years."""
    span = (last - first).days
    if span <= 70:
        step = max(1, math.ceil(span / (MAX_TICKS - 1) / 7) * 7 if span > 14 else math.ceil(span / (MAX_TICKS - 1)))
        days = [first + timedelta(days=offset) for offset in range(0, span + 1, step)]
        return tuple(Tick(place(one, first, last), f"{one.day} {one:%b} {one.year}") for one in days)
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((one for one in (1, 2, 3, 6, 12) if months / one <= MAX_TICKS), math.ceil(months / MAX_TICKS / 12) * 12)
    starts = (first.year * 12 + first.month + offset for offset in range(months))
    days = [date(index // 12, index % 12 + 1, 1) for index in starts if index // 12 <= 9999 and index % step == 0]
    return tuple(Tick(place(one, first, last), str(one.year) if step >= 12 else f"{one:%b} {one.year}") for one in days)


def _actor_lanes(shown: Sequence[Act], first: date, last: date) -> tuple[Lane, ...]:
    rows: dict[str, list[Act]] = {}
    for act in shown:
        for name in act.actors:
            rows.setdefault(name, []).append(act)
    ranked = sorted(rows.items(), key=lambda item: (-len(item[1]), item[0]))[:TOP_ACTORS]
    return tuple(_lane(name, "", 0, row, first, last) for name, row in ranked)


def _lane(name: str, glyph: str, quad: int, row: Sequence[Act], first: date, last: date) -> Lane:
    ordered = sorted(row, key=lambda act: (middle(act), act.number))
    levels: dict[int, int] = {}
    stacked: list[tuple[Act, float, int]] = []
    for act in ordered:
        x = place(middle(act), first, last)
        level = levels.get(int(x // BIN), 0)
        levels[int(x // BIN)] = level + 1
        stacked.append((act, x, level))
    highest = max(levels.values(), default=1)
    step = min(STEP, MAX_HEIGHT / highest)
    height = round(step * (highest - 1) + 2 * MARGIN, 1)
    dots = tuple(_dot(act, x, round(height - MARGIN - level * step, 1), first, last) for act, x, level in stacked)
    return Lane(name, glyph, quad, height, dots)


def _dot(act: Act, x: float, y: float, first: date, last: date) -> Dot:
    ref = act.mention.date
    if ref is None:
        raise ValueError("the act has no date")
    start, end = place(ref.earliest, first, last), place(ref.latest, first, last)
    long = end - start > BIN / 2
    return Dot(act, x, y, start if long else None, end if long else None, ref.is_told)
