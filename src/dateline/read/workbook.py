"""Spreadsheets as documents: the names of their sheets, the lines above a table, and its rows, read as those of any table.

The *raw text* of a spreadsheet is its visible sheets one below the other: the name, then each row that is not empty, its cells parted by bars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.errors import DatelineError
from dateline.read.draft import Draft, Metadata
from dateline.read.notes import to_draft
from dateline.read.rawblocks import RawBlock, RawKind
from dateline.read.textmap import Mapped, normalise

#: What programs call a sheet that nobody named.
_UNNAMED: Final = re.compile(r"(?:sheet|tabelle|feuil(?:le)?|hoja|foglio|planilha|blad|arkusz|table)\s?\d*", re.IGNORECASE)
_MONTHS: Final = "January February March April May June July August September October November December".split()
#: A table of more columns than these has no rows that tell something in words.
MAX_COLUMNS: Final = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows with the words of their cells."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def raw_sheets(sheets: Sequence[Sheet]) -> str:
    """The raw text of sheets."""
    return "\n\n".join("\n".join((sheet.name, *map(_line, rows))) for sheet in sheets if (rows := _filled(sheet)))


def sheets_draft(form: str, sheets: Sequence[Sheet], properties: Metadata) -> Draft:
    """The draft of sheets.

    Args:
        form: the format's name.
        sheets: those that are shown.
        properties: what the file says of itself.

    Raises:
        DatelineError: ``E024`` where the rows of a sheet are texts with ids, which are documents each.
    """
    told = [(sheet, rows) for sheet in sheets if (rows := _filled(sheet))]
    raw, position = Mapped.whole(raw_sheets(sheets)), 0
    blocks: list[RawBlock] = []
    for sheet, rows in told:
        if {"id", "text"} <= {cell.casefold() for cell in rows[0]}:
            raise DatelineError("E024", "-", f"the rows of the sheet {sheet.name} are texts with ids", "save the sheet as CSV, and name that file")
        end = position + len(sheet.name)
        if len(told) > 1 and not _UNNAMED.fullmatch(sheet.name):
            blocks.append(RawBlock(RawKind.HEADING, normalise(raw.slice(position, end)), 2))
        lines = [(end + 1 + sum(len(_line(row)) + 1 for row in rows[:at]), len(_line(row))) for at, row in enumerate(rows)]
        above = next((at for at, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
        blocks += [RawBlock(RawKind.PARAGRAPH, normalise(_only_cell(raw.slice(start, start + size)))) for start, size in lines[:above]]
        if above < len(rows):
            blocks.append(RawBlock(RawKind.TABLE, normalise(raw.slice(lines[above][0], sum(lines[-1]))), lines=len(rows) - above))
        position = sum(lines[-1]) + 2
    name = told[0][0].name if len(told) == 1 and not _UNNAMED.fullmatch(told[0][0].name) else None
    weak = properties if properties.title or name is None else replace(properties, title=name)
    return replace(to_draft(form, blocks, Metadata(), markup=False), weak=weak)


def _filled(sheet: Sheet) -> list[tuple[str, ...]]:
    """The rows in which something stands, without the columns in which nothing does."""
    rows = [tuple(" ".join(cell.replace("|", "/").split()) for cell in row) for row in sheet.rows if any(cell.strip() for cell in row)]
    width = max(map(len, rows), default=0)
    wide = [row + ("",) * (width - len(row)) for row in rows]
    used = [at for at in range(width) if any(row[at] for row in wide)][:MAX_COLUMNS]
    return [tuple(row[at] for at in used) for row in wide]


def _line(row: Sequence[str]) -> str:
    return " | ".join(row)


def _only_cell(line: Mapped) -> Mapped:
    """The one cell of a line in which something stands."""
    words = line.text.strip(" |")
    start = line.text.index(words)
    return line.slice(start, start + len(words))


def day_words(day: date) -> str:
    """A day as it stands in the text, whatever the sheet shows of it: "4 March 2031"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """A month as it stands in the text: "March 2031"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
