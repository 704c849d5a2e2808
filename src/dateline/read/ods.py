"""OpenDocument spreadsheets (``.ods``) -> a draft: the sheets that are shown, with their dates as dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from dateline.errors import DatelineError
from dateline.read.archive import SIGNATURE, Archive, part_tree
from dateline.read.draft import Draft
from dateline.read.markup import Element
from dateline.read.odt import properties, unlocked
from dateline.read.workbook import MAX_COLUMNS, Sheet, day_words, raw_sheets, sheets_draft

_CONTENT: Final = "content.xml"
#: A row that stands for several stands for so many at most; more are the empty rest of a sheet.
_REPEATED: Final = 50
_UNSEEN: Final = frozenset({"office:annotation"})


def is_ods(data: bytes) -> bool:
    """Whether bytes are an OpenDocument spreadsheet, by the first part of the archive."""
    return data.startswith(SIGNATURE) and b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:140]


def read_ods(data: bytes) -> Draft:
    """An OpenDocument spreadsheet -> a draft.

    Raises:
        DatelineError: ``E021``, ``E023`` for archives and parts that are bombs or damaged, ``E024`` for a corpus, ``E025`` for a file with a password.
    """
    archive = unlocked(data)
    return sheets_draft("ods", tuple(_sheets(archive)), properties(archive))


def raw_ods(data: bytes) -> str:
    """The raw text to which the offsets of :func:`read_ods` refer."""
    return raw_sheets(tuple(_sheets(Archive(data))))


def _sheets(archive: Archive) -> Iterator[Sheet]:
    found = archive.read(_CONTENT)
    if not found:
        raise DatelineError("E023", "-", f"no {_CONTENT}")
    root = part_tree(found, _CONTENT)
    hidden = {
        style.get("style:name")
        for style in root.elements()
        if style.tag == "style:style" and any(one.get("table:display") == "false" for one in style.elements())
    }
    for table in root.elements():
        if table.tag == "table:table" and table.get("table:style-name") not in hidden:
            yield Sheet(table.get("table:name"), tuple(_rows(table)))


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    for row in table.elements():
        if row.tag == "table:table-row":
            cells = tuple(_cells(row))
            if any(cells):
                yield from [cells] * min(_REPEATED, _count(row.get("table:number-rows-repeated")))


def _cells(row: Element) -> Iterator[str]:
    place = 0
    for cell in row.children:
        if not isinstance(cell, Element) or cell.tag not in {"table:table-cell", "table:covered-table-cell"}:
            continue
        times = min(MAX_COLUMNS - place, _count(cell.get("table:number-columns-repeated")))
        yield from [_value(cell) if cell.tag == "table:table-cell" else ""] * times
        place += times


def _count(times: str) -> int:
    return int(times) if times.isdecimal() and len(times) < 9 else 1


def _value(cell: Element) -> str:
    """The words of a cell; those of its day where it shows figures whose order the reader cannot know."""
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)", cell.get("office:date-value"))
    words = [one.text().text for one in cell.elements() if one.tag == "text:p" and not any(above.tag in _UNSEEN for above in one.ancestors())]
    shown = " ".join(words)
    try:
        return day_words(date(int(day[1]), int(day[2]), int(day[3]))) if day is not None and not re.search(r"[^\W\d_]", shown) else shown
    except ValueError:  # the file has a day that no calendar has
        return shown
