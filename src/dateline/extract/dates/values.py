"""Calendar arithmetic behind the date grammar: pure functions of dates, no clock.

All ranges are inclusive. Weeks run from Monday to Sunday (ISO 8601); seasons are the northern meteorological ones.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.types.value import value

#: First month of each season.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: Least and most that a vague count means; measured nowhere, chosen wide, so the result is an interval that says so.
VAGUE: Final = {"few": (2, 5), "several": (3, 7), "": (2, 9)}
#: What is told of so shortly (days) before publication is news: what a report is about.
NEWS: Final = 45
#: What is told of to the season (days) or better; in a whole year a day is looked for in that year alone.
_SEASON: Final = 92
_PER_UNIT_DAYS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_PER_UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Value:
    """Inclusive days, precision day|month|year|interval, and whether a reference date went into it."""

    earliest: date
    latest: date
    precision: str
    relative: bool = False


@value(frozen=True, slots=True)
class Told:
    """The time of which a passage tells.

    Attributes:
        earliest, latest: its days.
        history: whether it is one of a history, which tells on from there, and not of news, which comes back to the publication.
        here: whether it was named in the same paragraph.
        fresh: whether it was named in the sentence before.
        whole: whether it is the text that is a history, and not only a paragraph of background in news.
        times: how many times the text has told of.
        leapt_from: the first day of the story that the text broke off for a time near its publication, or named aside, until it goes on.
        sure: the last day of the latest time that the text has named with its year; ``None`` where it has named none.
        aside: first and last day of what the text has told since as done before ("in May the parliament **had passed** a law"); those of the time
            itself where all of it is told so.
    """

    earliest: date
    latest: date
    history: bool = False
    here: bool = True
    fresh: bool = True
    whole: bool = False
    times: int = 1
    leapt_from: date | None = None
    sure: date | None = None
    aside: tuple[date, date] | None = None

    @property
    def is_thread(self) -> bool:
        """Whether a history has told of another time before, so that it goes from time to time."""
        return self.history and self.times > 1

    @property
    def is_settled(self) -> bool:
        """Whether a history tells of this time so plainly that a day shortly before publication is not news: it is not the first that the text
        names, or it was named right before."""
        return self.is_thread or (self.history and self.here and (self.fresh or self.earliest == self.latest))

    @property
    def is_broken(self) -> bool:
        """Whether the text has told since of what had been done before."""
        return self.aside is not None and self.aside != (self.earliest, self.latest)

    @property
    def is_year(self) -> bool:
        """Whether no more than the year is known."""
        return is_beyond_season(self.earliest, self.latest)


def is_beyond_season(earliest: date, latest: date) -> bool:
    """Whether days are more than those of a season, so that they say little more than the year."""
    return (latest - earliest).days > _SEASON


@value(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    Args:
        published: publication day, for relative and incomplete dates; without it and ``told`` they have no meaning.
        tense: past, future, ``would`` (ahead of a time that is past), ``had`` (told with "had" by the words before), ``before`` (before it: told
            with "had" by the verb that the expression hangs on).
        previous: first day of the time named before it, for "the following day" and "a week later".
        told: the time of which the passage tells, for days and months without their year.
        reported: the day of the report that is cited for the sentence; what is told as done lies no later.
        previous_end: last day of the time named before it, where it is more than a day ("in March"): what is counted from it is no day either.
        open_ended: whether that time lasts to the publication from one not known to the day ("since March"), so that no day is counted from it.
        counted: first and last day of the last time within it from which days are counted.
        witnesses: the days of the reports cited from there to the end of the paragraph; a day without its year just before one of them is of
            that report's year.
        behind: month and day of the next time without its year that opens a sentence of the paragraph, where a history tells in order.
        began: the first day of which the text has told.
        week_before: whether "last Thursday" is that of the week before where the latest one was in the week of the publication.
    """

    published: date | None
    tense: str | None = None
    previous: date | None = None
    told: Told | None = None
    reported: date | None = None
    previous_end: date | None = None
    witnesses: tuple[date, ...] = ()
    entry: date | None = None
    open_ended: bool = False
    counted: tuple[date, date] | None = None
    behind: tuple[int, int] | None = None
    began: date | None = None
    week_before: bool = False

    @property
    def today(self) -> date | None:
        """The day that the words take for the present."""
        return self.entry or self.published

    @property
    def future(self) -> bool:
        """Whether the act that is dated lies ahead of the publication or, where the text tells of a past time, ahead of that time."""
        return self.tense in {"future", "would"}

    @property
    def back(self) -> bool:
        """Whether the act that is dated is told with "had"."""
        return self.tense in {"had", "before"}

    @property
    def then(self) -> date | None:
        """The day from which a history looks ahead or round, ``None`` where that is the publication."""
        told = self.told
        if told is None or not (told.history and (self.published is None or (self.published - told.latest).days > NEWS)):
            return None
        return told.earliest

    @property
    def last(self) -> tuple[date, date] | None:
        """First and last day of the time named before; of what lasts to the publication ("since March") the first."""
        if self.previous is None:
            return None
        end = self.previous_end
        return self.previous, self.previous if end is None or end == self.published else end

    @property
    def anchor(self) -> date | None:
        """The first day of the time named before, where that is days of a season at most: of a year no day, week or month is told."""
        return None if self.last is None or is_beyond_season(*self.last) else self.previous

    def after(self, value: Value) -> Context:
        """The context of what stands beside a time just named ("from October 2023 to **the following spring**")."""
        return replace(self, previous=value.earliest, previous_end=value.latest, told=None)


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


def weekday(number: int, context: Context, *, which: str | None = None) -> Value | None:
    """A day of the week (0 is Monday) seen from the publication day.

    Without a publication day, and where a history has just told of a day long past, it is the first from the day told of.

    Past: the latest not after it, itself included; ``last``: at least a day back, or a week earlier where the context asks for the week before; future and ``next``: the first
    after it, but itself for what somebody "said would" happen.
    """
    today = context.today
    told = context.told
    if today is None:
        known = which is None and told is not None and told.here and told.earliest == told.latest
        return relative(day(told.earliest + timedelta(days=(number - told.earliest.weekday()) % 7))) if told and known else None
    if which is None and told is not None and told.here and told.fresh and told.whole and context.then is not None and not context.future:
        if told.earliest != told.latest:
            return None
        return relative(day(told.earliest + timedelta(days=(number - told.earliest.weekday()) % 7)))
    back = (today.weekday() - number) % 7
    if which == "this":
        return relative(day(today + timedelta(days=(number - today.weekday()) % 7 if context.future else -back)))
    if which == "next" or (which is None and context.future):
        return relative(day(today + timedelta(days=7 - back if back or which == "next" or context.tense != "would" else 0)))
    if which == "last":
        back = back + 7 if context.week_before and 0 < back <= today.weekday() else back or 7
    return relative(day(today - timedelta(days=back)))


def weekend(context: Context, *, which: str | None = None) -> Value | None:
    """Saturday and Sunday: the last in or past its second day, or the next where tense or ``which`` says so."""
    if context.today is None:
        return None
    today = context.today
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
