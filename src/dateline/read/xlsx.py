"""Excel workbooks (``.xlsx``, ``.xlsm``) -> a draft: the sheets that are shown, with the values that their formulas had and their dates as dates."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from dateline.errors import DatelineError
from dateline.read.archive import SIGNATURE, Archive, part_tree
from dateline.read.docxparts import core_properties
from dateline.read.draft import Draft
from dateline.read.markup import Element
from dateline.read.workbook import MAX_COLUMNS, Sheet, day_words, month_words, raw_sheets, sheets_draft

_WORKBOOK: Final = "xl/workbook.xml"
#: Formats of dates that are numbered by the standard (ECMA-376, 18.8.30), those of East Asia among them; 17 is a month with its year.
_DATES: Final = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_MONTH: Final = 17
_START, _START_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
#: The last day that Excel knows.
_LAST: Final = 2_958_465
#: What of a format is no part of its date: quoted words, colours and conditions, escaped signs.
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


def is_xlsx(data: bytes) -> bool:
    """Whether bytes are a workbook: an archive with a ``workbook`` part."""
    return data.startswith(SIGNATURE) and b"[Content_Types].xml" in data and b"xl/workbook.xml" in data


def read_xlsx(data: bytes) -> Draft:
    """A workbook -> a draft.

    Raises:
        DatelineError: ``E021``, ``E023`` for archives and parts that are bombs or damaged, ``E024`` for a corpus.
    """
    archive = Archive(data)
    return sheets_draft("xlsx", tuple(_sheets(archive)), core_properties(archive.read("docProps/core.xml")))


def raw_xlsx(data: bytes) -> str:
    """The raw text to which the offsets of :func:`read_xlsx` refer."""
    return raw_sheets(tuple(_sheets(Archive(data))))


def _sheets(archive: Archive) -> Iterator[Sheet]:
    book = _tree(archive, _WORKBOOK)
    if book is None:
        raise DatelineError("E023", "-", f"no {_WORKBOOK}")
    links = {one.get("id"): one.get("target") for one in _named(_tree(archive, "xl/_rels/workbook.xml.rels"), "Relationship")}
    shared = [_words(one) for one in _named(_tree(archive, "xl/sharedStrings.xml"), "si")]
    dates = _date_styles(_tree(archive, "xl/styles.xml"))
    start = _START_1904 if any(one.get("date1904") in {"1", "true"} for one in _named(book, "workbookPr")) else _START
    for one in _named(book, "sheet"):
        target = links.get(one.get("r:id"), "")
        tree = _tree(archive, posixpath.normpath(posixpath.join("xl", target)) if not target.startswith("/") else target[1:])
        if tree is not None and one.get("state") not in {"hidden", "veryHidden"}:
            yield Sheet(one.get("name"), tuple(_row(row, shared, dates, start) for row in _named(tree, "row")))


def _tree(archive: Archive, name: str) -> Element | None:
    found = archive.read(name)
    return part_tree(found, name) if found else None


def _named(tree: Element | None, name: str) -> Iterator[Element]:
    """The elements of a name, whatever prefix the file gives it."""
    return (one for one in tree.elements() if one.tag.rpartition(":")[2] == name) if tree is not None else iter(())


def _words(element: Element) -> str:
    """The words of a text, without how it is spoken (``rPh``)."""
    return "".join(one.text().text for one in _named(element, "t") if all(above.tag.rpartition(":")[2] != "rPh" for above in one.ancestors()))


def _row(row: Element, shared: list[str], dates: Mapping[int, bool], start: datetime) -> tuple[str, ...]:
    cells: dict[int, str] = {}
    for at, cell in enumerate(_named(row, "c")):
        place = _column(cell.get("r"), at)
        if place < MAX_COLUMNS:
            cells[place] = _value(cell, shared, dates, start)
    return tuple(cells.get(at, "") for at in range(max(cells, default=-1) + 1))


def _column(reference: str, at: int) -> int:
    """The number of a cell's column from its name ("C7"), else its place in the row."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = 26 * number + ord(letter) - 64
    return number - 1 if number else at


def _value(cell: Element, shared: list[str], dates: Mapping[int, bool], start: datetime) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return _words(cell)
    value = next((one.text().text.strip() for one in _named(cell, "v")), "")
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if kind in {"str", "b", "e"}:
        return value if kind == "str" else ""
    if kind == "d":
        return value.partition("T")[0]
    style = cell.get("s")
    month = dates.get(int(style)) if style.isdecimal() else None
    return _number(value) if month is None else _day(value, start, month)


def _day(value: str, start: datetime, month: bool) -> str:
    """A day as its number from the workbook's first, or its month."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not 1 <= number <= _LAST:
        return _number(value)
    day = start + timedelta(days=int(number))
    return month_words(day) if month else day_words(day)


def _number(value: str) -> str:
    """A number as it is shown, without the noise of its binary form."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.10g}"


def _date_styles(tree: Element | None) -> dict[int, bool]:
    """The numbers of the styles that show dates, with whether they show no more than month and year."""
    custom = {one.get("numfmtid"): _QUOTED.sub("", one.get("formatcode")).lower() for one in _named(tree, "numFmt")}
    found: dict[int, bool] = {}
    group = next(_named(tree, "cellXfs"), None)
    for at, style in enumerate(_named(group, "xf")):
        number = style.get("numfmtid")
        code = custom.get(number)
        if code is not None and ("y" in code or "d" in code):
            found[at] = "d" not in code and "m" in code
        elif code is None and number.isdecimal() and int(number) in _DATES:
            found[at] = int(number) == _MONTH
    return found
