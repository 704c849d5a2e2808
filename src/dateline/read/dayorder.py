"""Dates of a corpus in figures whose day and month could change places: 03/04/2021. Other dates of the same file, or the user, say which comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = 12
#: Years of two digits: up to 68 of this century, above of the last, as POSIX and spreadsheets have it.
_TURN, _PAST, _PRESENT = 68, 1900, 2000
#: Two numbers and a year, with or without a time of day. Dots stand for day first everywhere (:mod:`dateline.read.dates`).
_FIGURES: Final = re.compile(
    r"\s*(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)"
    r"(?:[T ,]+\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """A date in figures: its two numbers and its year, ``None`` where it has two digits and may stand elsewhere."""

    first: int
    second: int
    year: int | None
    short: int

    @property
    def day_first(self) -> bool | None:
        """Whether the day comes first, as the numbers themselves show; ``None`` where they do not."""
        if self.year is None or (self.first > _MONTHS) == (self.second > _MONTHS):
            return None
        return self.first > _MONTHS

    @property
    def either(self) -> bool:
        """Whether both orders give the same day."""
        return self.year is not None and self.first == self.second

    def read(self, day_first: bool) -> date | None:
        """The day, read in this order, or in the other where only that gives one; ``None`` where none does."""
        year = century(self.short) if self.year is None else self.year
        for day, month in ((self.first, self.second), (self.second, self.first))[:: 1 if day_first else -1]:
            try:
                return date(year, month, day)
            except ValueError:
                continue
        return None


def century(short: int) -> int:
    """The year of two digits.

    >>> century(19), century(98)
    (2019, 1998)
    """
    return short + (_PAST if short > _TURN else _PRESENT)


def figures(text: str) -> Figures | None:
    """The numbers of a date in figures.

    >>> figures("25/03/2021 14:05").day_first, figures("03-04-2021").day_first
    (True, None)
    """
    match = _FIGURES.fullmatch(text)
    if match is None:
        return None
    year = int(match["year"])
    whole = len(match["year"]) > 2
    return Figures(int(match["first"]), int(match["second"]), year if whole else None, year)


def day_first_of(texts: Iterable[object]) -> bool | None:
    """Whether the dates of a file have the day first, as those with a number over 12 show; ``None`` where none does or they differ."""
    shown = {found.day_first for text in texts if isinstance(text, str) and (found := figures(text)) is not None}
    known = shown - {None}
    return known.pop() if len(known) == 1 else None
