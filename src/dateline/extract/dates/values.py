"""Calendar arithmetic behind the date grammar: pure functions of dates, no clock.

All ranges are inclusive. Weeks run from Monday to Sunday (ISO 8601); seasons are the northern meteorological ones.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

#: First month of each season.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: Least and most that a vague count means; measured nowhere, chosen wide, so the result is an interval that says so.
VAGUE: Final = {"few": (2, 5), "several": (3, 7), "": (2, 9)}
#: How far (years) a day without its year is looked for: 29 February comes back after at most eight.
_REACH: Final = 8
#: A passage that names a day tells on from there: a day or month without its year is the one so many days before or after it ...
_BACK: Final = 62
_ON: Final = 92
#: ... unless the words fit a time so shortly (days) before publication that it is what a report is about.
_NEWS: Final = 45
_PER_UNIT_DAYS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_PER_UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Value:
    """Inclusive days, precision day|month|year|interval, and whether a reference date went into it."""

    earliest: date
    latest: date
    precision: str
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against: publication day, tense past|future, the date named before it, and the time (to the month or
    better) of which the passage tells."""

    published: date | None
    tense: str | None = None
    previous: date | None = None
    told: date | None = None

    @property
    def future(self) -> bool:
        """Whether the act that is dated lies ahead."""
        return self.tense == "future"


def day(value: date) -> Value:
    """One day."""
    return Value(value, value, "day")


def span(earliest: date, latest: date) -> Value | None:
    """An interval; ``None`` where it would run backwards."""
    return Value(earliest, latest, "interval") if earliest <= latest else None


def relative(value: Value | None) -> Value | None:
    """The same days, marked as computed from a reference date."""
    return replace(value, relative=True) if value else None


def month_of(year: int, month: int) -> Value:
    """A calendar month."""
    return Value(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def year_of(year: int) -> Value:
    """A calendar year."""
    return Value(date(year, 1, 1), date(year, 12, 31), "year")


def years(first: int, last: int) -> Value | None:
    """From the first day of one year to the last day of another."""
    return span(date(first, 1, 1), date(last, 12, 31))


def months(year: int, first: int, last: int) -> Value | None:
    """From the first day of one month to the last day of another month of the same year."""
    return span(date(year, first, 1), month_of(year, last).latest)


def season_of(year: int, name: str) -> Value | None:
    """A season; a winter belongs to the year in which it begins."""
    first = SEASONS[name]
    end = month_of(year + 1, 2) if first == 12 else month_of(year, first + 2)
    return span(date(year, first, 1), end.latest)


def week_of(value: date) -> Value:
    """The week (Monday to Sunday) of a day."""
    monday = value - timedelta(days=value.weekday())
    return Value(monday, monday + timedelta(days=6), "interval")


def shift_months(value: date, count: int) -> date:
    """The same day of the month some months away, or the last day of that month."""
    index = value.year * 12 + value.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(value.day, monthrange(year, month + 1)[1]))


def shift(value: date, unit: str, count: float) -> date:
    """A day some hours, days, weeks, months ... away; hours count as whole days from 24 on."""
    if unit in ("second", "minute", "hour"):
        hours = count if unit == "hour" else 0
        return value + timedelta(days=int(abs(hours) // 24) * (1 if hours > 0 else -1))
    if unit in _PER_UNIT_DAYS:
        return value + timedelta(days=round(count * _PER_UNIT_DAYS[unit]))
    return shift_months(value, round(count * _PER_UNIT_MONTHS[unit]))


def containing(value: date, unit: str) -> Value:
    """The day, week, month, quarter, year ... in which a day lies; a decade or century counts from its round year."""
    if unit in ("week", "fortnight"):
        return week_of(value)
    if unit == "month":
        return month_of(value.year, value.month)
    if unit == "quarter":
        first = value.month - (value.month - 1) % 3
        return Value(date(value.year, first, 1), month_of(value.year, first + 2).latest, "interval")
    if unit == "year":
        return year_of(value.year)
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = value.year - value.year % size
        return Value(date(first, 1, 1), date(first + size - 1, 12, 31), "interval")
    return day(value)


def away(anchor: date, unit: str, count: float) -> Value:
    """What "two weeks ago" names: a day for days and weeks, the month for months, the year for longer units."""
    target = shift(anchor, unit, count)
    if unit == "month":
        return containing(target, "month")
    if unit == "quarter":
        return containing(target, "quarter")
    if unit in ("year", "decade", "century"):
        return containing(target, "year")
    return day(target)


def yearly(make: Callable[[int], Value | None], context: Context, *, which: str | None = None) -> Value | None:
    """Choose the year of something that comes once a year.

    Args:
        make: the thing in a given year, ``None`` where that year has none (29 February).
        context: the reference; without a publication day there is no answer.
        which: ``None`` follows the tense (past: the one nearest to what the passage tells of, else the latest that has begun; future: the
        first that has not ended);
        ``last`` the
            latest that has ended, ``next`` the first that has not begun, ``this`` the one of the publication year.

    Returns:
        The chosen one, marked as relative.
    """
    if context.published is None:
        return None
    today = context.published
    ahead = which == "next" or (which is None and context.future)
    if which == "this":
        return relative(make(today.year))
    order = range(today.year - 1, today.year + _REACH + 1) if ahead else range(today.year, today.year - _REACH - 1, -1)
    for year in order:
        value = make(year)
        if value is not None and _fits(value, today, ahead=ahead, strict=which is not None):
            return relative(value if ahead or which else _told_on(make, value, context))
    return None


def _told_on(make: Callable[[int], Value | None], latest: Value, context: Context) -> Value:
    """The one next to the time of which the passage tells; the latest one where none is near it or the latest one is news."""
    told = context.told
    if told is None or context.published is None or (context.published - latest.latest).days <= _NEWS:
        return latest
    near = [
        value
        for value in map(make, range(told.year - 1, told.year + 2))
        if value is not None and -_BACK <= (value.earliest - told).days <= _ON and value.earliest <= latest.earliest
    ]
    return min(near, key=lambda value: abs((value.earliest - told).days), default=latest)


def _fits(value: Value, today: date, *, ahead: bool, strict: bool) -> bool:
    if ahead:
        return value.earliest > today if strict else value.latest >= today
    return value.latest < today if strict else value.earliest <= today


def weekday(number: int, context: Context, *, which: str | None = None) -> Value | None:
    """A day of the week (0 is Monday) seen from the publication day.

    Past: the latest not after it, itself included; ``last``: at least a day back; future and ``next``: the first
    after it.
    """
    if context.published is None:
        return None
    today = context.published
    back = (today.weekday() - number) % 7
    if which == "this":
        return relative(day(today + timedelta(days=(number - today.weekday()) % 7 if context.future else -back)))
    if which == "next" or (which is None and context.future):
        return relative(day(today + timedelta(days=7 - back)))
    return relative(day(today - timedelta(days=back or 7 if which == "last" else back)))


def weekend(context: Context, *, which: str | None = None) -> Value | None:
    """Saturday and Sunday: the last in or past its second day, or the next where tense or ``which`` says so."""
    if context.published is None:
        return None
    today = context.published
    if which == "next" or (context.future and which != "last"):
        saturday = today + timedelta(days=(5 - today.weekday()) % 7 or (7 if which == "next" else 0))
    else:
        since_sunday = (today.weekday() + 1) % 7
        saturday = today - timedelta(days=(since_sunday or (7 if which == "last" else 0)) + 1)
    return relative(span(saturday, saturday + timedelta(days=1)))


def part_of(value: Value, part: str) -> Value | None:
    """The early, middle or late part of a month, year, decade or week.

    Months: days 1-10, 11-20, 21 to the end. Years: thirds of four months; their ``start`` and ``end`` are January and
    December.
    Decades: years 0-3, 4-6, 7-9. Weeks: Monday-Tuesday, Wednesday, Friday-Sunday. ``first half`` and ``second half``
    cut in two.
    """
    first, last = value.earliest, value.latest
    if part in ("first half", "second half"):
        half = _half(first, last, value.precision, second=part == "second half")
        return replace(half, relative=value.relative) if half else None
    names = {"start": "early", "end": "late"}
    if value.precision == "month":
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[names.get(part, part)]
        return replace(value, earliest=first.replace(day=low), latest=first.replace(day=high), precision="interval")
    if value.precision == "year":
        if part in names:
            edge = month_of(first.year, 1 if part == "start" else 12)
            return replace(edge, relative=value.relative)
        low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        found = months(first.year, low, high)
    elif (last - first).days == 6:
        low, high = {"early": (0, 1), "mid": (2, 2), "late": (4, 6)}[names.get(part, part)]
        found = span(first + timedelta(days=low), first + timedelta(days=high))
    elif last.year - first.year == 9:
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[names.get(part, part)]
        found = years(first.year + low, first.year + high)
    else:
        third = (last - first) // 3
        cuts = {"early": (first, first + third), "mid": (first + third, last - third), "late": (last - third, last)}
        found = span(*cuts[names.get(part, part)])
    return replace(found, relative=value.relative) if found else None


def _half(first: date, last: date, precision: str, *, second: bool) -> Value | None:
    if precision == "year":
        return months(first.year, 7, 12) if second else months(first.year, 1, 6)
    middle = first + timedelta(days=14) if precision == "month" else first + (last - first) // 2
    return span(middle + timedelta(days=1), last) if second else span(first, middle)
