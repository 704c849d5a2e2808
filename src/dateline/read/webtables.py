"""Tables of web pages: which of them hold data, and which lay out the page or a part of it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from dateline.read.markup import Element
from dateline.read.tableperiods import is_day

#: A table whose cells hold more characters than this on average lays out a page.
_LAYOUT_CELL: Final = 120
#: But not where so many of its rows, and this share of them, begin with a day: each tells at length what was done on it.
_DAYS: Final = 2
_SHARE: Final = 0.6


def lays_out(table: Element, weights: Mapping[Element, int], starts: Container[Element]) -> bool:
    """Whether a table lays out a page.

    Args:
        table: the table.
        weights: characters of text below each element.
        starts: where notes begin; a table that lists them is none of data.
    """
    if any(one.tag == "table" or one in starts for one in table.elements()):
        return True
    cells = [one for one in table.elements() if one.tag in {"td", "th"}]
    return sum(weights.get(one, 0) for one in cells) > _LAYOUT_CELL * len(cells) and not is_chronicle(table)


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row."""
    return (one for one in row.children if isinstance(one, Element) and one.tag in {"td", "th"})


def is_chronicle(table: Element) -> bool:
    """Whether rows of a table begin with the days of what they tell."""
    rows = [list(cells_of(row)) for row in table.elements() if row.tag == "tr"]
    wide = [row for row in rows if len(row) > 1]
    days = sum(_begins_with_day(row) for row in wide)
    return days >= _DAYS and days >= _SHARE * len(wide)


def _begins_with_day(row: Sequence[Element]) -> bool:
    return is_day(" ".join(row[0].plain().split()))
