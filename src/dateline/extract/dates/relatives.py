"""Builders of relative expressions: weekdays, "last month", "two days ago", "the following week".

As in :mod:`dateline.extract.dates.nodes`, each takes a match of one pattern of the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Final

from dateline.extract.dates.nodes import TIMES, Node, day_number, part_name, safe_date, which_word
from dateline.extract.dates.numerals import parse_number
from dateline.extract.dates.values import (
    VAGUE,
    Context,
    Told,
    Value,
    away,
    containing,
    day,
    part_of,
    relative,
    shift,
    span,
    week_of,
    weekday,
    weekend,
)

_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur "
                                                                                            "thu", "friday fri",
                                    "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip


def read_weekday(match: re.Match[str]) -> Node | None:
    """ "Friday", "last Friday", "the following Monday", "Monday of last week"."""
    if _is_any(match):
        return None
    name = match["weekday"].lower().rstrip(".")
    short = not name.endswith("day")
    if short and not match["weekday"][0].isupper():
        return None
    number = _WEEKDAYS[name]
    group = match.groupdict()
    which = (group.get("which") or "").lower().split()
    week = (group.get("week") or "").lower()
    if week:
        return Node(lambda c: _in_week(number, {"last": -7, "this": 0}.get(week, 7), c), "weekday")
    if which and which[0] in ("following", "previous", "preceding", "same", "that"):
        return Node(lambda c: _beside(number, which[0], c), "weekday", beside=True, counted=True)
    kind = which_word(" ".join(which))
    return Node(lambda c: weekday(number, c, which=kind), "weekday", yearless=kind is None, weak=short and kind is None)


def read_weeks_from(match: re.Match[str]) -> Node | None:
    """ "A week from Tuesday", "two weeks from Friday", "a fortnight on Monday", "a week from tomorrow": always ahead."""
    weeks = int(_count(match["number"])[1]) * (2 if match["unit"].lower() == "fortnight" else 1)
    name = (match["weekday"] or "").lower().rstrip(".")
    number = _WEEKDAYS[name] if name else None
    return Node(lambda c: _weeks_ahead(weeks, number, (match["word"] or "").lower() == "tomorrow", c), "weekday")


def _weeks_ahead(weeks: int, number: int | None, from_tomorrow: bool, context: Context) -> Value | None:
    """The day so many weeks after the next day of a name, after today or after tomorrow."""
    if context.today is None:
        return None
    first = int(from_tomorrow) if number is None else (number - context.today.weekday() - 1) % 7 + 1
    return relative(day(context.today + timedelta(days=first + 7 * weeks)))


def _is_any(match: re.Match[str]) -> bool:
    """Whether a weekday is any of many: "**every** Friday", "**one** Sunday", "the second Tuesday **of May**"; "a Monday statement" is of the last Monday."""
    before = _OF_MANY.search(match.string, max(0, match.start() - 10), match.start())
    return _IN_MONTH.match(match.string, match.end()) is not None or (
        before is not None and (before["each"] is not None or _ALONE.match(match.string, match.end()) is not None)
    )


_OF_MANY: Final = re.compile(r"(?<!\w)(?:(?P<each>every|each)|an?|one|another)\s+$", re.IGNORECASE)
_ALONE: Final = re.compile(rf"(?:\s+{TIMES})?\s*(?:[,.;:)]|$|(?:in|when|after|before|last|this)\b)", re.IGNORECASE)
_IN_MONTH: Final = re.compile(
    rf"(?:\s+{TIMES})?\s+(?:in|of)\s+(?:(?:early|mid|late)[-\s]+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def _in_week(number: int, offset: int, context: Context) -> Value | None:
    if context.today is None:
        return None
    return relative(day(week_of(context.today).earliest + timedelta(days=number + offset)))


def _beside(number: int, side: str, context: Context) -> Value | None:
    """ "The following Monday" after the date before; "that Friday" is the date before or the nearest after it."""
    if context.anchor is None:
        return None
    ahead = (number - context.anchor.weekday()) % 7
    if side in ("previous", "preceding"):
        return relative(day(context.anchor - timedelta(days=7 - ahead)))
    return relative(day(context.anchor + timedelta(days=ahead or (7 if side == "following" else 0))))


#: So many days together are known one by one ("on 9 and 10 October").
_FEW: Final = 7
#: The longest time (days) from which days are counted.
_MONTH: Final = 31


def _published(make: Callable[[date], Value | None]) -> Node:
    return Node(lambda context: relative(make(context.today)) if context.today else None)


#: Units that are counted from a year too.
_LONG: Final = frozenset({"year", "decade", "century"})


def _previous(make: Callable[[date], Value | None], unit: str) -> Node:
    def resolve(context: Context) -> Value | None:
        anchor = context.previous if unit in _LONG else context.anchor
        return relative(make(anchor)) if anchor else None

    return Node(resolve, beside=True)


def _days_from(move: Callable[[date], Value | None]) -> Node:
    """What is counted in days or weeks from the date before: from the near end of some days, of a month any day so far from one of its days;
    nothing where it is more than a month."""

    def resolve(context: Context) -> Value | None:
        if context.last is None:
            return None
        first, last = context.last
        low, high = move(first), move(last)
        if low is None or high is None or (last - first).days > _MONTH:
            return None
        if (last - first).days < _FEW:
            return relative(high if high.earliest > last else low)
        latest = min(high.latest, context.published) if context.published and low.earliest <= context.published else high.latest
        return relative(span(low.earliest, latest))

    return Node(resolve, beside=True, counted=True)


#: Offsets of plain day words from the publication day.
_DAY_WORDS: Final = {
    "day before yesterday": -2, "day after tomorrow": 2, "yesterday": -1, "tomorrow": 1, "last night": -1,
    "last evening": -1,
}  # fmt: skip


def read_day_word(match: re.Match[str]) -> Node | None:
    """ "Yesterday", "later today", "this morning", "last night", "the day after tomorrow"."""
    words = " ".join(match["word"].lower().split())
    offset = next((value for name, value in _DAY_WORDS.items() if name in words), 0)
    return Node(_published(lambda today: day(today + timedelta(days=offset))).resolve, "day")


def read_overnight(match: re.Match[str]) -> Node | None:
    """ "Overnight": from the day before publication to publication."""
    return _published(lambda today: span(today - timedelta(days=1), today))


def read_weekend(match: re.Match[str]) -> Node | None:
    """ "The weekend", "last weekend", "that weekend"."""
    text = (match["which"] or "").lower()
    if text in ("that", "same", "the same"):
        return _previous(lambda last: span(*(week_of(last).earliest + timedelta(days=n) for n in (5, 6))), "day")
    which = which_word(text)
    return Node(lambda context: weekend(context, which=None if which == "this" else which))


def read_calendar_unit(match: re.Match[str]) -> Node | None:
    """ "Last month", "earlier this year", "the end of the year"; "the" alone means the current one."""
    unit, group = match["unit"].lower(), match.groupdict()
    which = which_word(group.get("which")) or "this"
    offset = {"last": -1, "next": 1}.get(which, 0)
    part = (group.get("part") or "").lower()
    if unit in ("day", "night", "fortnight") or (part == "" and which == "the"):
        return None
    if which == "the":
        since = _SINCE.search(match.string, max(0, match.start() - 12), match.start()) is not None
        return Node(lambda c: relative(_unit_value(today, unit, 0, part)) if (today := (None if since else _told_in(c, unit)) or c.today or c.then) else None)
    return _published(lambda today: _unit_value(today, unit, offset, part))


_SINCE: Final = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)


def _told_in(context: Context, unit: str) -> date | None:
    """The day told of right before in a story, where its month or year is over: "entered on 3 May 2021. **At the end of the month** they left"."""
    told = context.told
    if told is None or context.future or not (told.here and told.fresh) or told.is_year or unit not in {"week", "month", "year"}:
        return None
    whole = containing(told.latest, unit)
    return told.latest if context.published is None or whole.latest < context.published else None


def _unit_value(today: date, unit: str, offset: int, part: str) -> Value | None:
    whole = containing(shift(today, unit, offset), unit)
    if not part:
        return whole
    name = part_name(part)
    if offset == 0 and (name in ("earlier", "so") or part.startswith("so far")):
        return span(whole.earliest, today)
    if offset == 0 and name == "later":
        return span(today, whole.latest)
    return whole if name in ("earlier", "later", "so") else part_of(whole, name)


def read_beside_unit(match: re.Match[str]) -> Node | None:
    """ "The following day", "the previous month", "that year", "the week before": beside the date before."""
    side = (match["side"] or match["after"]).lower().split()[-1]
    unit = match["unit"].lower()
    unit = "day" if re.fullmatch(TIMES, unit) or unit == "night" else unit
    offset = {"previous": -1, "preceding": -1, "before": -1, "earlier": -1, "same": 0, "that": 0}.get(side, 1)
    if unit == "day":
        return _days_from(lambda last: day(shift(last, unit, offset)))
    beside = _days_from if unit == "week" else partial(_previous, unit=unit)
    return beside(lambda last: containing(shift(last, unit, offset), unit))


def read_those_days(match: re.Match[str]) -> Node | None:
    """ "On those two days": the days named before, few enough to be called so."""

    def resolve(context: Context) -> Value | None:
        if context.last is None:
            return None
        first, last = context.last
        return relative(span(first, last)) if 0 < (last - first).days < _FEW else None

    return Node(resolve, beside=True)


_OPENS_CLAUSE: Final = re.compile(r"(?:^|[.;:,]\s+|\band\s+)the\s+$", re.IGNORECASE)


def read_next_unit(match: re.Match[str]) -> Node | None:
    """ "**The next year** it expelled them": at the head of a clause, told of the past, the one after the date before."""
    if _OPENS_CLAUSE.search(match.string, max(0, match.start() - 8), match.start()) is None:
        return None
    unit = match["unit"].lower()

    def resolve(context: Context) -> Value | None:
        anchor = context.today if context.future else context.previous
        return relative(containing(shift(anchor, unit, 1), unit)) if anchor is not None else None

    return Node(resolve, beside=True)


def _count(text: str) -> tuple[float, float]:
    """Least and most that the number words mean."""
    words = text.lower()
    if "couple" in words:
        return 2.0, 2.0
    for name, (low, high) in VAGUE.items():
        if name and name in words:
            return float(low), float(high)
    if words in ("a", "an"):
        return 1.0, 1.0
    if words == "half a dozen":
        return 6.0, 6.0
    value = parse_number(words)
    return (value, value) if value is not None else (1.0, 1.0)


def _unit_name(text: str) -> str:
    return "century" if text.lower() == "centur" else text.lower()


def _counted_away(anchor: date, number: tuple[float, float], unit: str, sign: int) -> Value | None:
    low, high = number
    if low == high:
        return away(anchor, unit, sign * low)
    ends = sorted((shift(anchor, unit, sign * low), shift(anchor, unit, sign * high)))
    return span(ends[0], ends[1])


def read_ago(match: re.Match[str]) -> Node | None:
    """ "Two days ago", "half a century ago", "three weeks from now": counted from the publication day."""
    unit = _unit_name(match["unit"])
    number = _fraction_of(match) or (_count(match["number"]) if match["number"] else tuple(map(float, VAGUE[""])))
    low, high = number[0], number[1]
    if match["number"] is None and unit in ("second", "minute", "hour"):
        low = high = 1.0
    sign = -1 if match["sign"].lower() in ("ago", "back") else 1
    if match["exact"]:
        sharp = (match["exact_unit"] or "day").lower()
        return _published(lambda today: containing(shift(today, unit, sign * low), sharp))
    return _published(lambda today: _counted_away(today, (low, high), unit, sign))


def _fraction_of(match: re.Match[str]) -> tuple[float, float] | None:
    share = match.groupdict().get("share")
    if not share:
        return None
    value = 0.5 if share.lower().startswith("half") else 0.25
    return value, value


def read_later(match: re.Match[str]) -> Node | None:
    """ "Two days later", "a week earlier", "hours after": counted from the date named before."""
    unit = _unit_name(match["unit"])
    number = _fraction_of(match) or (_count(match["number"]) if match["number"] else (1.0, 1.0))
    unit = "minute" if unit == "moment" else unit
    if not match["number"] and not match["share"] and unit not in ("second", "minute", "hour"):
        number = (float(VAGUE[""][0]), float(VAGUE[""][1]))
    sign = -1 if match["sign"].lower() in ("earlier", "before", "previously", "prior") else 1
    if unit in {"day", "night", "week", "fortnight"}:
        return _days_from(lambda last: _counted_away(last, number, unit, sign))
    return _previous(lambda last: _counted_away(last, number, unit, sign), unit)


def read_time_after(match: re.Match[str]) -> Node | None:
    """ "The following days", "the following three weeks", "the months that followed": after the date named before."""
    unit = match["unit"].lower()
    number = _count(match["number"])[1] if match["number"] else float(VAGUE[""][1])
    return _previous(lambda last: span(last + timedelta(days=1), shift(last, unit, number)), unit)


def read_rolling(match: re.Match[str]) -> Node | None:
    """ "The past three days", "the last two weeks", "the next 48 hours": up to or from the publication day."""
    number = _count(match["number"])[1] if match["number"] else 1.0
    unit = _unit_name(match["unit"])
    ahead = match["way"].lower() in ("next", "coming")
    if unit == "hour":
        number, unit = max(1.0, -(-number // 24)), "day"
    if ahead:
        return _published(lambda today: span(today, shift(today, unit, number)))
    return _published(lambda today: span(shift(today, unit, -number), today))


def read_within(match: re.Match[str]) -> Node | None:
    """ "In three days", "within two weeks": a time ahead where the act lies ahead.

    Told of the past, "within" counts from the date named before; "in three days" is then a duration and no date.
    """
    number, unit = _count(match["number"])[1], _unit_name(match["unit"])
    inside = match["inside"].lower() == "within"

    def resolve(context: Context) -> Value | None:
        if inside and not context.future and context.previous is not None:
            return relative(span(context.anchor, shift(context.anchor, unit, number))) if context.anchor else None
        if context.today is None or not context.future:
            return None
        if inside:
            return relative(span(context.today, shift(context.today, unit, number)))
        return relative(away(context.today, unit, number))

    return Node(resolve, counted=True)


#: "Within the hour".
_AN_HOUR: Final = re.compile(r"\sthe\s+hour", re.IGNORECASE)
#: The longest time (days) that "within minutes", "within days" and "within weeks" mean; "within hours" is the same day.
_SHORTLY: Final = {"moment": 0, "minute": 0, "hour": 0, "day": 7, "week": 42}


def read_shortly(match: re.Match[str]) -> Node | None:
    """ "Within hours", "within days": from the date named before, told of the past, or from the day of the report, where it lies ahead."""
    length = timedelta(days=0 if _AN_HOUR.search(match[0]) else _SHORTLY[match["unit"].lower()])

    def resolve(context: Context) -> Value | None:
        start = context.today if context.future else context.anchor
        if start is not None and not length:
            return relative(day(start))
        return relative(span(start, start + length)) if start is not None else None

    return Node(resolve, beside=True, counted=True)


def _month_before(context: Context) -> date | None:
    """The first day of the month that was named right before, as a whole."""
    if context.last is None:
        return None
    first, last = context.last
    return first if first.month == last.month and first.day == 1 and (last + timedelta(days=1)).day == 1 else None


def _goes_on(told: Told, published: date | None) -> bool:
    """Whether a day without its month is one of the time told of: named right before, in a history, or in this paragraph and over a month ago."""
    if told.is_year:
        return False
    old = published is None or told.latest < published - timedelta(days=_MONTH)
    return told.history or (told.here and (told.fresh or old))


def _day_on(start: date, number: int, published: date | None) -> date | None:
    """The first day of that number from a day on; ``None`` where it lies after the publication."""
    for step in range(4):
        first = shift(start.replace(day=1), "month", step)
        found = safe_date(first.year, first.month, number)
        if found and found >= start:
            return found if published is None or found <= published else None
    return None


def read_ordinal_day(match: re.Match[str]) -> Node | None:
    """ "On the 25th", "on the twelfth": that day of the month the tense says."""
    number = day_number(match["day"])

    def resolve(context: Context) -> Value | None:
        told = context.told
        if context.tense != "future" and (month := _month_before(context)) is not None:
            found = safe_date(month.year, month.month, number)
            return relative(day(found)) if found and (not context.published or found <= context.published) else None
        if told is not None and context.tense != "future" and _goes_on(told, context.published):
            found = _day_on(told.earliest, number, context.published)
            if found is not None:
                return relative(day(found))
        today = context.then or context.published
        if today is None:
            return None
        ahead = context.future or context.then is not None
        for step in range(4):
            first = shift(today.replace(day=1), "month", step if ahead else -step)
            found = safe_date(first.year, first.month, number)
            if found and (found >= today if ahead else found <= today):
                return relative(day(found))
        return None

    return Node(resolve, "day", weak=True)


#: An event that a story tells of for more days than these is counted from its last day told, whatever began it.
_EVENT: Final = 400


def read_into_event(match: re.Match[str]) -> Node | None:
    """ "**Nine days into** the siege", "on **the third day of** the fighting", "**six days after** his death": from the day on which a story had the event
    begin, or from the day told last where that is no nearer than so far."""
    group = match.groupdict()
    ordinal, last = group.get("ordinal"), group.get("after") is not None
    unit = "day" if ordinal else _unit_name(match["unit"])
    low, high = (float(day_number(ordinal)) - 1.0,) * 2 if ordinal else _count(match["number"])

    def resolve(context: Context) -> Value | None:
        start = _start_of_event(context, lambda begun: shift(begun, unit, low), last=last)
        return relative(_counted_away(start, (low, high), unit, 1)) if start is not None else None

    return Node(resolve, beside=True, counted=True)


def _start_of_event(context: Context, moved: Callable[[date], date], *, last: bool) -> date | None:
    """The day from which a story counts the days of what it tells of; ``last``: of what it has told right before."""
    told, anchor = context.told, context.anchor
    if told is None or anchor is None or context.future or told.is_year or not _goes_on(told, context.published) or not (told.here and told.earliest == told.latest):
        return None
    begun = None if last else context.began
    starts = [one for one in (begun, anchor) if one is not None and (anchor - one).days < _EVENT and moved(one) > anchor]
    found = starts[0] if starts else None
    return found if found is not None and (context.published is None or moved(found) <= context.published) else None


def read_anniversary(match: re.Match[str]) -> Node | None:
    """ "On **the third anniversary of** the shooting": so many years after the day told of before."""
    years = day_number(match["ordinal"])

    def resolve(context: Context) -> Value | None:
        told = context.told
        if told is None or context.future or not (told.here and told.earliest == told.latest) or not _goes_on(told, context.published):
            return None
        found = shift(told.earliest, "year", years)
        return relative(day(found)) if context.published is None or found <= context.published else None

    return Node(resolve, beside=True, counted=True)
