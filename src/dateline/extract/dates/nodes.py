"""From a match of the grammar to a :class:`Node`: what the words mean once their context is known.

Each builder takes a match of one pattern of :mod:`dateline.extract.dates.grammar` and returns ``None`` where the words
are no date after all ("31 June").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from dateline.extract.dates.values import (
    SEASONS,
    Context,
    Value,
    day,
    month_of,
    part_of,
    relative,
    season_of,
    span,
    week_of,
    year_of,
    years,
)
from dateline.extract.dates.yearly import BESIDE, of_that_year, yearly

Resolver = Callable[[Context], Value | None]


@dataclass(frozen=True, slots=True)
class Node:
    """One date expression.

    ``kind`` is day|month|year|weekday|other. ``yearless``: completed from the context, so in a range from the other
    end. ``beside``: counted from the date named before; ``counted``: in days or weeks,
    for which that must be known to the day. ``weak``: the words are a date only where a preposition or the other end of a range says so ("2014", "March").
    """

    resolve: Resolver
    kind: str = "other"
    yearless: bool = False
    weak: bool = False
    beside: bool = False
    counted: bool = False


Builder = Callable[[re.Match[str]], Node | None]

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
#: Month names that are no other English word, so that lower case ("november") may be accepted.
_SAFE_MONTHS: Final = frozenset("january february july september october november december".split())
#: Month names that are also verbs or common surnames: alone they need a preposition.
_WEAK_MONTHS: Final = frozenset({"may", "march"})
_PART_NAMES: Final = {"beginning": "start", "opening": "start", "turn": "start", "middle": "mid", "close": "end"}
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
TIMES: Final = r"(?:morning|afternoon|evening|night)"


def month_number(text: str) -> int | None:
    """The number of a month's name, ``None`` for the words "may", "march", "mar", "sep" in lower case."""
    name = text.lower().rstrip(".")
    return _MONTHS[name] if text[0].isupper() or name in _SAFE_MONTHS else None


def _year_in(match: re.Match[str]) -> int | None:
    """The year of a pattern that allows it in more than one place."""
    group = match.groupdict()
    text = next((group[name] for name in ("year", "year_dash", "year_plain") if group.get(name)), None)
    return int(text) if text else None


def part_name(text: str) -> str:
    """early|mid|late|start|end|first half|second half|earlier|later|so from the words as written."""
    words = text.lower().replace("the ", "").split()
    if words[-1:] == ["in"]:
        return words[0]
    if words[1:2] == ["half"]:
        return " ".join(words[:2])
    return _PART_NAMES.get(words[0], words[0])


def _fixed(value: Value | None, kind: str = "other", *, weak: bool = False) -> Node | None:
    return Node(lambda _: value, kind, weak=weak) if value else None


def safe_date(year: int, month: int, number: int) -> date | None:
    """The day, ``None`` where the month has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _explicit_day(year: int, month: int, number: int) -> Node | None:
    found = safe_date(year, month, number)
    return _fixed(day(found), "day") if found else None


def read_numeric(match: re.Match[str]) -> Node | None:
    """Day, month and year in figures: "12.11.2024" is the 12th of November; "12/11/2024" may also be the 11th of December and is what lies between
    the two, unless only one of them is known to be past."""
    if match["iso_month"]:
        return _explicit_day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if second > 12:
        return _explicit_day(year, first, second)
    if first > 12 or match["sep2"] == "." or first == second:
        return _explicit_day(year, second, first)
    either = sorted((date(year, second, first), date(year, first, second)))
    return Node(lambda context: _either(either[0], either[1], context), "day")


def _either(earlier: date, later: date, context: Context) -> Value | None:
    """One of two days: the earlier where the later is not past yet and the act is."""
    told_past = context.published is not None and earlier <= context.published < later and not context.future
    return day(earlier) if told_past else span(earlier, later)


#: Days that are names of what happened on them, and what is open all day.
_NAMES: Final = frozenset({"9/11", "09/11", "7/7", "07/07", "26/11", "24/7", "3/11", "11/9"})
#: A day whose numbers could change places is the one so shortly (days) before the report where the other is not: in a weekly report, or in one of a month or two.
_JUST_BEFORE: Final = (timedelta(days=14), timedelta(days=62))
_MONTHS_OF_YEAR: Final = 12
_LEAP_YEAR: Final = 2024


def read_short_figures(match: re.Match[str]) -> Node | None:
    """A day and a month in figures, in a report of a known day: "15/07" and "15.07." are the 15th of July; "08/06" may also be the 6th of August, and is
    the one just before the report. Numbers without a naught that are both months ("7/10") are no day; "15/07/24" has its year."""
    first, second = match["a"], match["b"]
    dotted = match.string[match.end("a")] == "."
    if not dotted and (f"{first}/{second}" in _NAMES or (max(int(first), int(second)) <= _MONTHS_OF_YEAR and "0" not in (first[0], second[0]))):
        return None
    orders = [(int(second), int(first))] if dotted else [(int(second), int(first)), (int(first), int(second))]
    days = [one for one in dict.fromkeys(orders) if safe_date(_LEAP_YEAR, *one)]
    if match["short"]:
        return _in_century(int(match["short"]), *days[0]) if len(days) == 1 else None
    return Node(lambda context: _one_of(days, context), "day", yearless=True) if days else None


#: Where no day of publication tells, two figures of a year up to this one are of this century.
_THIS_CENTURY: Final = 40


def _in_century(short: int, month: int, number: int) -> Node | None:
    """A day whose year has two figures: of the hundred years that end a year after the publication."""

    def resolve(context: Context) -> Value | None:
        last = context.published.year + 1 if context.published is not None else 1999 + _THIS_CENTURY
        found = safe_date(last - (last - short) % 100, month, number)
        return day(found) if found is not None else None

    return Node(resolve, "day") if safe_date(_LEAP_YEAR, month, number) else None


def read_time_group(match: re.Match[str]) -> Node | None:
    """The date-time group of a signal: "211800Z AUG 68", "041530Z MAR 2003", and without its year in a signal of a known day."""
    month, number = _MONTHS[match["month"].lower().rstrip(".")], int(match["day"])
    if match["year"] is None:
        return Node(lambda context: yearly(partial(_in_year, month, number), context), "day", yearless=True) if safe_date(_LEAP_YEAR, month, number) else None
    year = int(match["year"])
    return _in_century(year, month, number) if len(match["year"]) == len("68") else _explicit_day(year, month, number)


def read_roman_month(match: re.Match[str]) -> Node | None:
    """A day with its month in Roman numerals, as on the Continent: "25.VI.1950", "3. XII. 81"."""
    month, year = _ROMAN.index(match["roman"]) + 1, int(match["year"])
    number = int(match["day"])
    return _in_century(year, month, number) if len(match["year"]) == len("50") else _explicit_day(year, month, number)


_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _one_of(days: Sequence[tuple[int, int]], context: Context) -> Value | None:
    """One of the days (month, day), each in its year by what the text tells of; nothing without a day of publication, or where both may be meant."""
    if context.published is None:
        return None
    found = [one for month, number in days if (one := yearly(partial(_in_year, month, number), context)) is not None]
    for room in _JUST_BEFORE if len(found) > 1 else ():
        near = [one for one in found if timedelta() <= context.published - one.earliest <= room]
        if near:
            return near[0] if len(near) == 1 else relative(span(min(one.earliest for one in near), max(one.latest for one in near)))
    return found[0] if len(found) == 1 else None


def _in_year(month: int, number: int, year: int) -> Value | None:
    found = safe_date(year, month, number)
    return day(found) if found is not None else None


#: Days of a month in words, so that "the twelfth" stands at 12.
_DAYS_IN_WORDS: Final = (
    "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
    " twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
DAY_WORDS: Final = "|".join(sorted(_DAYS_IN_WORDS[1:], key=len, reverse=True))


def day_number(text: str) -> int:
    """A day of a month in figures or as an ordinal in words."""
    return int(text) if text.isdecimal() else _DAYS_IN_WORDS.index(text.lower())


def read_day_month(match: re.Match[str]) -> Node | None:
    """A day, or a range of days, of a month, with or without its year."""
    month = month_number(match["month"])
    group = match.groupdict()
    if month is None or (group.get("weekday") and not match["weekday"][0].isupper()):
        return None
    first, last = day_number(match["day"]), day_number(group.get("day2") or match["day"])
    if last < first:
        return None

    def of_year(year: int) -> Value | None:
        begin, end = safe_date(year, month, first), safe_date(year, month, last)
        if begin is None or end is None:
            return None
        return day(begin) if begin == end else span(begin, end)

    year = _year_in(match)
    if year is not None:
        return _fixed(of_year(year), "day")
    if group.get("whose") or group.get("named"):
        return _of_some_year(of_year, match)
    return Node(lambda context: yearly(of_year, context), "day", yearless=True) if of_year(2024) else None


def read_month(match: re.Match[str]) -> Node | None:
    """A month: with its year, alone, or with "last", "next", "this"; with "early", "mid", "late"."""
    month = month_number(match["month"])
    if month is None:
        return None
    group = match.groupdict()
    part = part_name(group["part"]) if group.get("part") else None

    def of_year(year: int) -> Value | None:
        whole = month_of(year, month)
        return whole if part in (None, "earlier", "later") else part_of(whole, str(part))

    year = _year_in(match)
    if year is not None:
        return _fixed(of_year(year), "month")
    if group.get("whose") or group.get("named"):
        return _of_some_year(of_year, match)
    which = which_word(group.get("which"))
    short = match["month"].lower().rstrip(".") not in _SAFE_MONTHS and len(match["month"].rstrip(".")) <= 4
    weak = (
        part is None
        and which is None
        and (match["month"].lower() in _WEAK_MONTHS or (short and match["month"] not in ("June", "July")))
    )
    return Node(lambda context: yearly(of_year, context, which=which), "month", yearless=which is None, weak=weak, beside=which in BESIDE)


def which_word(text: str | None) -> str | None:
    """``last``, ``next``, ``this`` or what puts it beside the date before, from the modifier as written."""
    words = (text or "").lower().split()
    if not words:
        return None
    if words[0] == "past":
        return "last"
    return "next" if words[-1] in ("coming", "next", "upcoming") else words[0]


def read_quarter(match: re.Match[str]) -> Node | None:
    """ "Q3 2023", "the third quarter of last year", "the second quarter"."""
    ordinal = match["ordinal"].lower().lstrip("q")
    number = int(ordinal) if ordinal.isdecimal() else {"last": 4, "final": 4, **_ORDINALS}[ordinal]

    def of_year(year: int) -> Value | None:
        first = 3 * number - 2
        return span(date(year, first, 1), month_of(year, first + 2).latest)

    return _of_some_year(of_year, match)


def read_half_year(match: re.Match[str]) -> Node | None:
    """ "The first half of 2023", "H2 2024"."""
    part = "first half" if match["ordinal"].lower() in ("first", "h1", "1st") else "second half"
    return _of_some_year(lambda year: part_of(year_of(year), part), match)


def _of_some_year(of_year: Callable[[int], Value | None], match: re.Match[str]) -> Node | None:
    """A season, quarter or half of an explicit year, of "last year", or of the year that the tense says."""
    group = match.groupdict()
    year = _year_in(match)
    if year is not None:
        return _fixed(of_year(year))
    if group.get("named"):
        return Node(lambda context: of_that_year(of_year, context), beside=True)
    if group.get("whose"):
        offset = {"last": -1, "next": 1}.get(match["whose"].lower().split()[0], 0)
        return Node(lambda c: relative(of_year(c.today.year + offset)) if c.today else None)
    return Node(lambda context: yearly(of_year, context), yearless=True)


def read_season(match: re.Match[str]) -> Node | None:
    """ "The summer of 2014", "last winter", "in the spring", "late autumn 2001"."""
    name = match["season"].lower()
    group = match.groupdict()
    part = part_name(group["part"]) if group.get("part") else None

    def of_year(year: int) -> Value | None:
        whole = season_of(year, name)
        return part_of(whole, part) if whole and part in ("early", "mid", "late", "start", "end") else whole

    which = which_word(group.get("which"))
    if which == "this" and SEASONS[name] == 12:
        which = None
    if which is None:
        return _of_some_year(of_year, match)
    return Node(lambda context: yearly(of_year, context, which=which), beside=which in BESIDE)


def read_decade(match: re.Match[str]) -> Node | None:
    """ "The 1990s", "the early '80s", "the late sixties"; "the 1800s" is the century."""
    if match["nineties"]:
        tens = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties").index(
            match["nineties"].lower()
        )
        first = 1920 + 10 * tens
    elif match["short"]:
        first = 1900 + int(match["short"])
    else:
        first = int(match["decade"])
    whole = years(first, first + (99 if first % 100 == 0 and first < 2000 else 9))
    return _fixed(part_of(whole, part_name(match["part"])) if whole and match["part"] else whole)


def read_century(match: re.Match[str]) -> Node | None:
    """ "The 19th century" is 1801-1900."""
    first = 100 * (int(match["century"]) - 1) + 1
    whole = years(first, first + 99)
    return _fixed(part_of(whole, part_name(match["part"])) if whole and match["part"] else whole)


def read_year(match: re.Match[str]) -> Node | None:
    """ "2014", "late 2014", "2014-16", "2003-2011"."""
    group = match.groupdict()
    first = int(match["year"])
    if group.get("year2"):
        last = int(match["year2"]) if len(match["year2"]) == 4 else first - first % 100 + int(match["year2"])
        return (
            _fixed(years(first, last), "year", weak=len(match["year2"]) == 2) if first < last <= first + 100 else None
        )
    if group.get("part"):
        part = part_name(match["part"])
        return _fixed(year_of(first) if part in ("earlier", "later") else part_of(year_of(first), part), "year")
    return _fixed(year_of(first), "year", weak=True)


#: Fixed holidays that news names as dates.
_HOLIDAYS: Final = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "may day": (5, 1),
}  # fmt: skip


def read_holiday(match: re.Match[str]) -> Node | None:
    """ "Christmas Eve", "New Year's Day 2009", "last Christmas"."""
    month, number = _HOLIDAYS[" ".join(match["holiday"].lower().replace("’", "'").split())]
    if match["year"]:
        return _explicit_day(int(match["year"]), month, number)
    which = which_word(match.groupdict().get("which"))
    return Node(
        lambda c: yearly(lambda year: day(date(year, month, number)), c, which=which), "day", yearless=which is None
    )


def read_week_of_day(match: re.Match[str]) -> Node | None:
    """ "The week of May 13": the week in which that day lies."""
    inner = read_day_month(match)
    if inner is None:
        return None

    def resolve(context: Context) -> Value | None:
        value = inner.resolve(context)
        return (
            Value(week_of(value.earliest).earliest, week_of(value.earliest).latest, "interval", value.relative)
            if value
            else None
        )

    return Node(resolve)


def read_nth_week(match: re.Match[str]) -> Node | None:
    """ "The first week of May 2022" is days 1-7, "the last week of May" its last seven."""
    inner = read_month(match)
    if inner is None:
        return None
    ordinal = match["ordinal"].lower()

    def resolve(context: Context) -> Value | None:
        value = inner.resolve(context)
        if value is None:
            return None
        last = ordinal in ("last", "final")
        first = (
            value.latest - timedelta(days=6) if last else value.earliest + timedelta(days=7 * (_ORDINALS[ordinal] - 1))
        )
        return Value(first, first + timedelta(days=6), "interval", value.relative)

    return Node(resolve)


#: Attacks known by their day: the words after it fix the year ("the Sept. 11 attacks").
_NAMED_DAYS: Final = {(9, 11): 2001}


def read_named_day(match: re.Match[str]) -> Node | None:
    """ "The Sept. 11 attacks": the words after the day fix its year."""
    month = month_number(match["month"])
    year = _NAMED_DAYS.get((month or 0, int(match["day"])))
    return _explicit_day(year, month or 0, int(match["day"])) if year else None


def opening_of_year(text: str) -> tuple[int, int] | None:
    """Month and day with which a sentence opens, of one without its year that tells on and not back: "**On 18 June** the assembly asked"."""
    match = _OPENING.match(text)
    if match is None or _HAD.search(text):
        return None
    month = month_number(match["month"])
    return None if month is None else (month, int(match["day"] or match["number"] or 1))


_OPENING: Final = re.compile(
    r"(?:On|In)\s+(?:(?P<day>[12]\d|3[01]|[1-9])\s+)?(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s+(?P<number>[12]\d|3[01]|[1-9]))?\b(?!,?\s+(?:of\s+)?(?:last|next|this|\d{4}))"
)
_HAD: Final = re.compile(r"\bhad\b")
