"""The day in a dateline: "GEORGETOWN, Dec 6, 2023 (Wire) - " at the head of a report says when it was written."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dateline.read.dates import MONTH, parse_date

_WORD: Final = r"[A-Z][\w.'’-]+"
_PLACE: Final = rf"{_WORD}(?:[ /-]{_WORD}){{0,3}}(?:, {_WORD}(?: {_WORD}){{0,2}})??"
_CITY: Final = r"[A-Z][A-Z.'’-]{2,}(?:[ /-][A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})??"
_WEEKDAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?"
_DAY: Final = rf"{_WEEKDAY}(?P<day>{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})"
_WHEN: Final = rf"(?:[,.]? {_DAY}| \({_DAY.replace('?P<day>', '?P<inner>')}\))"
_AGENCY: Final = r"(?:\([A-Z][\w .&/'’-]{1,30}\)|/[A-Z][\w .-]{1,20}/\.?)"
_DASH: Final = r"(?:\s*(?:—|–|--)\s*|\s+-\s+)"
_START: Final = r"(?=[\"“‘'(]?[A-Z0-9])"
#: The day before the dash, in or without brackets; the day after the agency's dash; the day before a colon, behind a city in capitals only,
#: since "Paris, 13 November 2015: ..." opens a story.
_SHAPES: Final = tuple(
    re.compile(shape + _START)
    for shape in (
        rf"{_PLACE}(?:,? {_AGENCY})?{_WHEN}(?:,?\s*{_AGENCY})?{_DASH}",
        rf"{_PLACE}\s*{_AGENCY}{_DASH}{_DAY}(?:{_DASH}|[:.,]\s+|\s+)",
        rf"{_CITY}{_WHEN}(?:\s*{_AGENCY})?:\s+",
        rf"{_CITY}{_WHEN}\s*{_AGENCY}\s+",
    )
)


def dateline_day(paragraph: str) -> date | None:
    """The day that the dateline at the head of a paragraph names.

    Args:
        paragraph: the first paragraph of running text.

    Returns:
        The day; ``None`` where there is no dateline or its date lacks the year.

    Example:
        >>> dateline_day("GEORGETOWN, Dec 6, 2023 (Wire) - Guyana closed a port.")
        datetime.date(2023, 12, 6)
    """
    for shape in _SHAPES:
        match = shape.match(paragraph)
        if match is not None:
            said = match.groupdict()
            found = parse_date(said["day"] or said.get("inner") or "")
            return found.to_date() if found is not None else None
    return None
