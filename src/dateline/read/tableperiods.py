"""Days in the cells of tables, and the years and months that stand apart from them: in a row or a column of their own.

"January 2026" over "21 Jan." and "3", or "2014" in a column before "3 March", belong to each of the days that follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dateline.read.dates import MONTH, parse_date_line
from dateline.read.textmap import Mapped, join

#: Days and spans that are no whole date: "3 June", "June 3", "mid-May 2021", "3 June – 5 July 2021", "2014-15".
_DAY_LIKE: Final = re.compile(
    rf"(?:(?:early|mid|late|end(?: of)?|beginning of|from|since|until|about|c\.)[\s-]*)?(?:\w+day,?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?"
    rf"(?:,?\s+\d{{4}})?(?:\s?(?:[-–—]|to|and|&)\s?(?:\d{{1,2}}\s+)?(?:{MONTH})?(?:\s*\d{{1,2}})?(?:,?\s*\d{{4}})?)?|(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?",
    re.IGNORECASE,
)
#: A longer cell is no day.
_DAY_CHARS: Final = 60
#: A year, or a month with its year, as the head of what follows.
_PERIOD: Final = re.compile(rf"(?:(?P<month>{MONTH})\s*,?\s+)?(?P<year>(?:1[89]|20)\d\d)\s*:?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\.?")
_TOLD_WORDS: Final = 3
_YEAR: Final = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")


def plain_cell(cell: Mapped) -> str:
    """The words of a cell, without its marks of type."""
    return re.sub(r"<[^>]*>|\*\*|__|[*_`]", "", cell.text).strip()


def is_day(cell: str) -> bool:
    """Whether a cell is a day, a month, a year or a span of them, and no more."""
    return len(cell) <= _DAY_CHARS and (parse_date_line(cell) is not None or _DAY_LIKE.fullmatch(cell) is not None)


def with_periods(rows: Sequence[Sequence[Mapped]], apart: frozenset[int]) -> list[Sequence[Mapped]]:
    """Rows whose days have the year, and where they are numbers the month, that stands in a row or column before them.

    Args:
        rows: without the head.
        apart: the columns whose days are of something else.
    """
    before = _period_column(rows, apart)
    days = before + 1 if before is not None else _day_column(rows, apart)
    if days is None:
        return list(rows)
    period: Mapped | None = None
    out: list[Sequence[Mapped]] = []
    for row in rows:
        alone = _alone(row)
        told = row[before] if before is not None and before < len(row) and len(row) > 1 else alone
        if told is not None and _PERIOD.fullmatch(plain_cell(told)):
            period = told
        cells = list(row)
        if period is not None and alone is None and days < len(row):
            cells[days] = _completed(row[days], period)
            if before is not None:
                cells[before] = Mapped.inserted("")
        out.append(cells)
    return out


def _period_column(rows: Sequence[Sequence[Mapped]], apart: frozenset[int]) -> int | None:
    """A column of years or months right before one of days that lack them."""
    for index in range(max(map(len, rows), default=1) - 1):
        periods, days = _words(rows, index), _words(rows, index + 1)
        if not {index, index + 1} & apart and periods and len(days) >= len(periods) and all(map(_PERIOD.fullmatch, periods)) and all(map(_is_short, days)):
            return index
    return None


def _day_column(rows: Sequence[Sequence[Mapped]], apart: frozenset[int]) -> int | None:
    """The first column of days without a year, else one of the numbers of days, where the rows tell something in words."""
    columns = [(index, _words(rows, index)) for index in range(max(map(len, rows), default=0)) if index not in apart]
    told = any(_mostly(cells, lambda cell: len(cell.split()) >= _TOLD_WORDS) for _, cells in columns)
    kinds: tuple[Callable[[str], bool], ...] = (_is_short, _is_number) if told else (_is_short,)
    return next((index for kind in kinds for index, cells in columns if _mostly(cells, kind)), None)


def _words(rows: Sequence[Sequence[Mapped]], index: int) -> list[str]:
    """What stands in a column, rows of one cell aside."""
    return [words for row in rows if index < len(row) and _alone(row) is None and (words := plain_cell(row[index]))]


def _mostly(cells: Sequence[str], kind: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(kind, cells)) > len(cells) / 2


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _is_short(cell: str) -> bool:
    """Whether a cell is a day without its year."""
    return is_day(cell) and _YEAR.search(cell) is None


def _alone(row: Sequence[Mapped]) -> Mapped | None:
    """The cell of a row in which nothing else stands."""
    filled = [cell for cell in row if cell.text.strip()]
    return filled[0] if len(filled) == 1 else None


def _completed(cell: Mapped, period: Mapped) -> Mapped:
    """A day with what its period says of it."""
    words, found = plain_cell(cell), _PERIOD.fullmatch(plain_cell(period))
    if found is None:
        return cell
    if _is_number(words) and found["month"] is not None:
        return join((cell, Mapped.inserted(f"{found['month']} {found['year']}")), " ")
    return join((cell, Mapped.inserted(found["year"])), ", " if words[-1].isdigit() else " ") if _is_short(words) else cell
