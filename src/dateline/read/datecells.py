"""Dates in the cells of a corpus as programs write them, beside those of people (:mod:`dateline.read.dates`): 20190306, 06-Mar-19, 06MAR2019:12:00:00,
43530 (a spreadsheet's day), 1551873600 (Unix seconds), and the words for none: n.d., NA, null."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.read.dates import parse_date, parse_date_line
from dateline.read.dayorder import century, day_first_of, figures

_MISSING: Final = frozenset(
    {"", "n.d", "n. d", "nd", "s.d", "na", "n/a", "n.a", "<na>", "#n/a", "null", "\\n", "none", "nan", "nat", "nil", "unknown", "undated", "no date", "not available", "missing"}
)
#: Year, month and day without marks, and perhaps a time of day: GDELT's SQLDATE and DATEADDED, Stata, GKG, basic ISO 8601.
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[T ]?\d{4}(?:\d\d)?(?:\.\d+)?Z?)?")
#: R, Oracle, SAS and logs of servers: the day, a month in letters, a year of two or four digits, with a time of day.
_NAMED: Final = re.compile(
    r"(?P<day>\d{1,2})(?P<mark>[-/ .]?)(?P<month>[A-Za-z]{3,9})\.?(?P=mark)(?P<year>\d{4}|\d\d)"
    r"(?:[T: ]\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?(?: ?[ap]m)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?",
    re.IGNORECASE,
)
#: "Mar-06-2019", "2019-Mar-06".
_OTHERWISE: Final = re.compile(r"(?P<month>[A-Za-z]{3,9})[-/](?P<day>\d{1,2})[-/](?P<year>\d{4})|(?P<year2>\d{4})[-/ ](?P<month2>[A-Za-z]{3,9})[-/ ](?P<day2>\d{1,2})")
#: Parts of a second, as data bases and Python write them.
_FRACTION: Final = re.compile(r"(?<=:\d\d)[.,]\d+")
_NUMBER: Final = re.compile(r"(\d{5}|\d{9,10}|\d{12,13})(?:\.\d+)?")
#: Spreadsheets count days from here: their first day is 1 January 1900, and they hold a 29 February 1900, so that later days are one more.
_SHEET: Final = date(1899, 12, 30)
_UNIX: Final = date(1970, 1, 1)
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
_DAY_SECONDS: Final = 86_400
#: What a number of so many digits counts, with how many of them are a day. Four digits would be a year, and five begin in 1927.
_UNITS: Final = {5: ("days since 1900", 1), 9: ("seconds since 1970", _DAY_SECONDS), 10: ("seconds since 1970", _DAY_SECONDS)}
_THOUSANDTHS: Final = ("thousandths of seconds since 1970", 1000 * _DAY_SECONDS)


@dataclass(frozen=True, slots=True)
class Shown:
    """What all dates of a file show: whether the day comes first in figures, and what their numbers count; ``None`` where they do not."""

    day_first: bool | None = None
    unit: str | None = None


def shown_by(values: Iterable[object]) -> Shown:
    """What the dates of a file show; numbers count something only where all dates are such numbers.

    >>> shown_by(["43530", "", "43531"]), shown_by(["43530", "2019-03-06"]).unit
    (Shown(day_first=None, unit='days since 1900'), None)
    """
    unit: str | None = None
    one_unit = True

    def texts() -> Iterable[str]:
        nonlocal unit, one_unit
        for value in values:
            text = cell(value)
            if text is None or is_missing(text):
                continue
            found = counted(text)
            one_unit = one_unit and found is not None and unit in {None, found[0]}
            unit = found[0] if found is not None else unit
            yield text

    first = day_first_of(texts())
    return Shown(first, unit if one_unit else None)


def cell(value: object) -> str | None:
    """The text of a cell that is a text or a number; ``None`` for anything else."""
    if isinstance(value, float) and not isinstance(value, bool):
        return "" if math.isnan(value) else str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else None


def is_missing(text: str) -> bool:
    """Whether a text stands for no date.

    >>> is_missing("n.d."), is_missing("NA"), is_missing("--"), is_missing("soon")
    (True, True, True, False)
    """
    bare = text.strip().strip("()[]").casefold()
    return not bare.strip("-–—.?*/ 0") or bare.strip(" .") in _MISSING


def day_of_cell(text: str) -> date | None:
    """The day of a text that is a date in itself, as people or programs write it.

    >>> day_of_cell("20190306"), day_of_cell("06-Mar-19"), day_of_cell("6 March 2019")
    (datetime.date(2019, 3, 6), datetime.date(2019, 3, 6), datetime.date(2019, 3, 6))
    """
    found = parse_date_line(_FRACTION.sub("", text))
    day = found.to_date() if found is not None else None
    return day or _compact(text) or _in_letters(text)


def counted(text: str) -> tuple[str, date] | None:
    """What a number may count, and its day (of seconds, the day in UTC); ``None`` where that is not of 1900 to 2100.

    >>> counted("43530"), counted("1551873600"), counted("2019")
    (('days since 1900', datetime.date(2019, 3, 6)), ('seconds since 1970', datetime.date(2019, 3, 6)), None)
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    unit, size = _UNITS.get(len(match[1]), _THOUSANDTHS)
    days = int(match[1]) // size
    start = _SHEET if size == 1 else _UNIX
    if days > (_LATEST - start).days:
        return None
    day = start + timedelta(days=days)
    return (unit, day) if day >= _EARLIEST else None


def is_date(text: str) -> bool:
    """Whether a cell holds what may be a date, or the want of one."""
    bare = text.strip()
    return is_missing(bare) or day_of_cell(bare) is not None or figures(bare) is not None or counted(bare) is not None or parse_date_line(bare) is not None


def _compact(text: str) -> date | None:
    match = _COMPACT.fullmatch(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match is not None else None
    except ValueError:
        return None


def _in_letters(text: str) -> date | None:
    match = _NAMED.fullmatch(text)
    if match is not None:
        year = int(match["year"])
        found = parse_date(f"{int(match['day'])} {match['month']} {year if len(match['year']) > 2 else century(year)}")
    else:
        other = _OTHERWISE.fullmatch(text)
        if other is None:
            return None
        found = parse_date(f"{int(other['day'] or other['day2'])} {other['month'] or other['month2']} {other['year'] or other['year2']}")
    return found.to_date() if found is not None else None
