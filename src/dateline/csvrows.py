"""Rows of CSV files in which a quotation mark may be open: it swallows what follows up to the next one, whole rows among it."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row of the file.

    Args:
        cells: what stands in it; ``None`` where its quotation mark is open, so that it cannot be told from the row after it.
        lines: the lines that it takes, which are more where a cell holds line ends.
    """

    cells: list[str] | None
    lines: tuple[str, ...]


def csv_rows(lines: Iterator[str], delimiter: str, begins: Callable[[str, str], bool]) -> Iterator[CsvRow]:
    """The rows of CSV lines.

    An open quotation mark shows where it meets the next one, which no separator follows, or the end of the file: if a line on the way begins a
    row, the mark was never closed. Reading goes on at that line. Other quotation marks out of place are taken as they stand.

    Args:
        lines: the lines with their ends.
        delimiter: what parts the cells.
        begins: whether the second line begins a row of the file, as the first one does.

    Raises:
        csv.Error: a cell is longer than ``csv.field_size_limit``, or has characters that no CSV may have.
    """
    waiting: deque[str] = deque()
    taken: list[str] = []

    def feed() -> Iterator[str]:
        while line := (waiting.popleft() if waiting else next(lines, "")):
            taken.append(line)
            yield line

    def reader(strict: bool) -> Iterator[list[str]]:
        return csv.reader(feed(), delimiter=delimiter, strict=strict)

    rows = reader(True)
    while True:
        taken.clear()
        try:
            cells = next(rows, None)
        except csv.Error as error:
            if "limit" in str(error):
                raise
            open_until = next((at for at in range(1, len(taken)) if begins(taken[0], taken[at])), None)
            waiting.extendleft(reversed(taken[open_until or 0 :]))
            if open_until is not None:
                yield CsvRow(None, tuple(taken[:open_until]))
            else:
                taken.clear()
                yield CsvRow(next(reader(False)), tuple(taken))
            rows = reader(True)
            continue
        if cells is None:
            return
        yield CsvRow(cells, tuple(taken))


def ends_open(line: str, delimiter: str) -> bool:
    """Whether a quotation mark is open at the end of a line."""
    try:
        list(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False
