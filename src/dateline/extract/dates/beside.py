"""Two expressions of one time side by side: "**a month later**, on 27 March", "on 2 August, **two months later**"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.extract.dates import FoundDate

#: A day that is named beside words that count may be so many days off.
_ROOM: Final = timedelta(days=7)


def told_twice(text: str, found: list[FoundDate], counted: set[int]) -> list[FoundDate]:
    """The expressions, with one that only counts from a time before ("**a month later**, on 27 March") given the meaning of the closer one beside it.

    Args:
        text: the sentence.
        found: its expressions.
        counted: the indices of those that count.
    """
    for index in counted:
        for other in (index + 1, index - 1):
            if 0 <= other < len(found) and _names_closer(text, found[index], found[other]):
                closer = found[other]
                found[index] = replace(found[index], earliest=closer.earliest, latest=closer.latest, precision=closer.precision)
                break
    return found


def _names_closer(text: str, counted: FoundDate, other: FoundDate) -> bool:
    """Whether an expression beside one that counts names the same time more closely; behind it that may be some days off ("a week later, on the 9th")."""
    first, last = sorted((counted, other), key=lambda one: one.start)
    if last is counted and other.precision == "day" and _OPENS.search(text[: other.start]) and text[other.end : other.end + 1] == text[counted.end : counted.end + 1] == ",":
        return text[other.end : counted.start].strip() == ","
    if not APART.fullmatch(text, first.end, last.start) or other.open_ended or other.latest - other.earliest > counted.latest - counted.earliest:
        return False
    room = _ROOM if first is counted and _BY_CALENDAR.match(text, other.start) else timedelta(0)
    return counted.earliest - room <= other.earliest and other.latest <= counted.latest + room


#: Between two expressions of one time.
APART: Final = re.compile(r"\s*[,(–—]\s*")
#: What stands before an expression that opens its clause: "**On 2 March**, two months later, ...".
_OPENS: Final = re.compile(r"(?:^|[,;:]|\band)\s*$")
#: "A week later, **on** 9 May" names the day itself.
_BY_CALENDAR: Final = re.compile(r"(?:on|in)\s", re.IGNORECASE)
