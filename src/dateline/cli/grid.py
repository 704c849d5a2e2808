"""Rows on the terminal: a table where it fits, one entry below the other where it does not, tab-separated where it is piped."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console

#: Spaces between columns, and the least width of one share of a column: of text in nine shares four or five words stand side by side.
_GAP: Final = 2
_SHARE: Final = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its fixed width on a terminal, or its share of the width that is left;
    an optional one is left out on a terminal where no row has anything in it."""

    heading: str
    width: int | None = None
    share: int | None = None
    optional: bool = False


def printable(value: object) -> str:
    """The value as one line without control characters: text of documents must not steer the terminal."""
    text = "" if value is None else str(value)
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") else char for char in text)


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows: as a table that fits the terminal, with wide text wrapped, or entry by entry where the
    terminal is too narrow for that; tab-separated with a heading when piped."""
    if not sys.stdout.isatty():
        print("\t".join(printable(column.heading) for column in columns))
        for row in rows:
            print("\t".join(printable(cell) for cell in row))
        return
    from rich.console import Console

    console = Console(highlight=False)
    cells = [[printable(cell) for cell in row] for row in rows]
    used = [at for at in range(len(columns)) if not columns[at].optional or any(row[at] for row in cells)]
    columns, cells = [replace(columns[at], heading=printable(columns[at].heading)) for at in used], [[row[at] for at in used] for row in cells]
    if sum(map(_least, columns)) + _GAP * len(columns) <= console.width:
        _table(console, columns, cells)
    else:
        _entries(console, columns, cells)


def _least(column: Column) -> int:
    """The width under which a column cannot be read."""
    return column.width or max(_SHARE * (column.share or 1), *map(len, column.heading.split()))


def _table(console: Console, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    shared = any(column.share for column in columns)
    table = Table(header_style="bold", box=None, pad_edge=False, padding=(0, _GAP, 0, 0), expand=shared)
    for column in columns:
        heading = Text(column.heading)
        table.add_column(heading, width=column.width, min_width=_least(column), ratio=column.share, overflow="fold", vertical="top")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _entries(console: Console, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Each row as its first cell, the short cells on one line, and the long ones on lines of their own."""
    from rich.padding import Padding
    from rich.text import Text

    for row in rows:
        console.print(Text(f"{columns[0].heading}: {row[0] or '-'}", style="bold"))
        named = [(column, cell) for column, cell in zip(columns[1:], row[1:], strict=True) if cell and cell != "-"]
        short = "; ".join(f"{column.heading}: {cell}" for column, cell in named if column.width)
        for line in (short, *(f"{column.heading}: {cell}" for column, cell in named if not column.width)):
            if line:
                console.print(Padding(Text(line), (0, 0, 0, 2), expand=False))
        console.print()
