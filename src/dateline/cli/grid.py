"""Tables on the terminal: rich where somebody looks at it, tab-separated where it is piped."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its fixed width on a terminal, or its share of the width that is left."""

    heading: str
    width: int | None = None
    share: int | None = None


def printable(value: object) -> str:
    """The value as one line without control characters: text of documents must not steer the terminal."""
    text = "" if value is None else str(value)
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") else char for char in text)


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows: as a table that fits the terminal, with wide text wrapped; tab-separated with a heading when
    piped."""
    if not sys.stdout.isatty():
        print("\t".join(printable(column.heading) for column in columns))
        for row in rows:
            print("\t".join(printable(cell) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shared = any(column.share for column in columns)
    table = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=shared)
    for column in columns:
        heading = Text(printable(column.heading))
        table.add_column(heading, width=column.width, ratio=column.share, overflow="fold", vertical="top")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    Console(highlight=False).print(table)
