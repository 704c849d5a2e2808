"""Corpora as CSV or TSV: a first line that names the columns, then one document a row; the columns are those of JSONL and Parquet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, Final, TextIO

from dateline.csvrows import CsvRow, csv_rows, ends_open
from dateline.errors import DatelineError
from dateline.read.corpus import Order, order_in, record_document
from dateline.read.datecells import is_date
from dateline.read.decode import decode
from dateline.read.fieldnames import has_contract, is_usual, missing_columns, names_in, names_of
from dateline.read.options import MAX_BYTES, ReadOptions
from dateline.read.packed import opened
from dateline.read.single import too_large
from dateline.types import Document, Problem

SHEET_SUFFIXES: Final = frozenset({".csv", ".tsv"})
#: What parts the columns: commas, the semicolons that spreadsheets write where the comma is the decimal sign, tabs.
_DELIMITERS: Final = ",;\t"
#: So many bytes show the encoding and the first line.
_HEAD: Final = 65_536
#: Encodings whose characters have more bytes than one where ASCII has one.
_WIDE: Final = ("utf-16", "utf-32")
#: An id as corpora number their texts: it has a figure and no space, as the first word of a sentence has not.
_ID: Final = re.compile(r"\S*\d\S*")
_BLANK: Final = "\ufeff \t\r\n"
_CLOSE: Final = "close it, and double the quotation marks inside of a text; the rows after it were read"


def read_sheet(stream: io.BufferedReader, where: str, options: ReadOptions, path: str | None = None) -> Iterator[Document | Problem]:
    """Read a CSV or TSV corpus row by row, in constant memory.

    Args:
        stream: the open file.
        where: what to name in a problem; the row's number is added as a spreadsheet counts it, the line of names being 1.
        options: see :class:`dateline.read.options.ReadOptions`; a row's own date wins over ``options.date``.
        path: the file, where it is one: its dates may show the order of day and month.

    Yields:
        One document or one problem for each row that is not blank.

    Raises:
        DatelineError: ``E003``, ``E004`` or ``E006`` for a file that is no text, ``E005`` for a row above the limit, ``E007`` for a file
            without the columns ``id`` and ``text``.
    """
    seen = False
    with _opened(stream, decode(_head(stream), where).encoding, options.max_bytes) as text:
        lines = _lines(text, where, options.max_bytes)
        first = next(lines, "")
        for item in _documents(chain([first], lines), first, where, options, 0, order_in(path, _dates, options)):
            seen = True
            yield item
    if not seen:
        yield DatelineError("E003", where).to_problem()


def read_rows(
    stream: io.BufferedReader, where: str, options: ReadOptions, *, start: int, stop: int, before: int, path: str | None = None
) -> Iterator[Document | Problem]:
    """Read the rows in the bytes ``[start, stop)`` of a CSV or TSV corpus, as :func:`sheet_cuts` parts them.

    Args:
        stream: the open file, at its beginning.
        where: what to name in a problem.
        options: as for :func:`read_sheet`.
        start: first byte.
        stop: the byte after the last.
        before: rows of the file before ``start``, the line of names among them.
        path: as for :func:`read_sheet`.

    Raises:
        DatelineError: as :func:`read_sheet`.
    """
    encoding = decode(_head(stream), where).encoding
    with _opened(stream, encoding, options.max_bytes) as text:
        first = next(_lines(text, where, options.max_bytes), "")
    stream.seek(start)
    with _opened(io.BytesIO(stream.read(stop - start)), encoding, options.max_bytes) as text:
        yield from _documents(_lines(text, where, options.max_bytes), first, where, options, before, order_in(path, _dates, options))


def sheet_cuts(stream: io.BufferedReader, target: int, options: ReadOptions) -> list[tuple[int, int]]:
    """Where a CSV or TSV corpus may be cut: the first byte of each part, and the rows before it.

    Args:
        stream: the open file.
        target: bytes of a part at least; each has a row that is not blank.
        options: what its columns are called.

    Returns:
        One cut at least; only the beginning where the file cannot be cut, as characters of two bytes or damage would have it.
    """
    whole = [(0, 0)]
    try:
        if not is_sheet(_head(stream), options) or decode(_head(stream), "").encoding.startswith(_WIDE):
            return whole
        # Latin-1 has one character a byte, and marks and line ends are those of ASCII in all that is left
        with _opened(stream, "latin-1", MAX_BYTES) as text:
            return _cuts(text, target, options)
    except (DatelineError, csv.Error):
        return whole


def _cuts(text: TextIO, target: int, options: ReadOptions) -> list[tuple[int, int]]:
    lines = _lines(text, "", MAX_BYTES)
    first = next(lines, "")
    cuts, filled, end, left_open = [(0, 0)], False, 0, False
    for number, row in enumerate(_rows(chain([first], lines), _columns(first, options), "", options)):
        if filled and not left_open and end - cuts[-1][0] >= target:
            cuts.append((end, number))
            filled = False
        filled = filled or (number > 0 and (row.cells is None or any(cell.strip() for cell in row.cells)))
        end += sum(map(len, row.lines))
        left_open = row.cells is None  # the row after it shows that it is open, and stays with it
    return cuts if filled or len(cuts) == 1 else cuts[:-1]


@contextmanager
def _opened(stream: BinaryIO, encoding: str, limit: int) -> Iterator[TextIO]:
    """The text of a stream, with cells up to a limit; the stream stays open."""
    # bytes that do not fit stay countable as surrogates, which the reading of a text reports (W101)
    text = io.TextIOWrapper(stream, encoding, "surrogateescape" if encoding == "utf-8" else "replace", newline="")
    before = csv.field_size_limit()
    csv.field_size_limit(max(before, limit))
    try:
        yield text
    finally:
        csv.field_size_limit(before)  # it is one for the whole process, and tables of events are read with the usual one
        text.detach()


def _documents(lines: Iterator[str], first: str, where: str, options: ReadOptions, before: int, order: Order) -> Iterator[Document | Problem]:
    """The documents of lines of which ``before`` rows are read already, under the names in the first line of the file."""
    columns = _columns(first, options)
    usual = not has_contract(columns.names, options)
    rows = _rows(lines, columns, where, options)
    seen = [*islice(rows, 2)] if usual else []
    missing = missing_columns(columns.names, options, where, _sample(columns, seen))
    if missing is not None:
        raise missing
    for number, row in enumerate(chain(seen, rows), before + 1):
        if number == 1 or not (row.cells is None or any(cell.strip() for cell in row.cells)):
            continue
        try:
            if row.cells is None:
                raise DatelineError("E007", f"{where}:{number}", "a quotation mark is not closed before the next row", _CLOSE)
            place = f"{where}:{number}"
            yield record_document(_record(columns.names, row.cells, place), place, options, order, columns.fields, numbered=usual)
        except DatelineError as error:
            yield error.to_problem()


def _sample(columns: _Columns, rows: Sequence[CsvRow]) -> dict[str, object]:
    """A row under the names, as what each of them holds."""
    cells = ([cell.strip(_BLANK) for cell in row.cells] for row in rows if row.cells)
    row = next((one for one in cells if one != columns.cells and any(one)), [])
    return dict(zip(columns.names, row, strict=False))


def _dates(path: str, options: ReadOptions) -> Iterator[object]:
    """The dates of a CSV or TSV corpus."""
    with opened(path) as stream, _opened(stream, decode(_head(stream), path).encoding, options.max_bytes) as text:
        lines = _lines(text, path, options.max_bytes)
        columns = _columns(next(lines, ""), options)
        dated = [place for place, name in enumerate(columns.names) if name in columns.fields["date"]]
        rows = (row.cells or [] for row in _rows(lines, columns, path, options))
        yield from (cells[place] for cells in rows for place in dated if place < len(cells))


def is_sheet(head: bytes, options: ReadOptions) -> bool:
    """Whether the first line names the columns of a corpus: its text, with an id or a day."""
    columns = _columns(head.split(b"\n", 1)[0].decode("utf-8", "replace"), options)
    return bool(columns.fields["text"]) and bool(columns.fields["id"] or columns.fields["date"])


@dataclass(frozen=True, slots=True)
class _Columns:
    """The names in the first line, those of a corpus as it calls them; the line's own words; what parts them; and which names each field has."""

    names: list[str]
    cells: list[str]
    mark: str
    fields: Mapping[str, tuple[str, ...]]


def _head(stream: io.BufferedReader) -> bytes:
    """The first bytes of a stream, which stays where it is, without the beginning of a character that is cut off."""
    head = stream.peek(_HEAD)
    return head.rstrip(bytes(range(0x80, 0x100))) or head


def _columns(first: str, options: ReadOptions) -> _Columns:
    known = {alias.casefold(): alias for aliases in names_of(options).values() for alias in aliases}
    split = [([cell.strip(_BLANK) for cell in next(csv.reader([first], delimiter=mark), [])], mark) for mark in _DELIMITERS]
    cells, mark = max(split, key=lambda one: (sum(cell.casefold() in known or is_usual(cell) for cell in one[0]), len(one[0])))
    names = [known.get(cell.casefold(), cell) for cell in cells]
    return _Columns(names, cells, mark, names_in(tuple(names), options, not has_contract(names, options)))


def _record(names: Sequence[str], row: Sequence[str], where: str) -> dict[str, object]:
    if len(row) != len(names):
        raise DatelineError("E007", where, f"{len(row)} cells under {len(names)} names", "put texts that hold the separator or line ends in quotation marks")
    return {name: cell for name, cell in zip(names, row, strict=True) if name and cell}


def _lines(text: TextIO, where: str, limit: int) -> Iterator[str]:
    while line := text.readline(limit + 1):
        if len(line) > limit:
            raise too_large(where, limit)
        yield line


def _rows(lines: Iterator[str], columns: _Columns, where: str, options: ReadOptions) -> Iterator[CsvRow]:
    """The rows.

    Raises:
        DatelineError: ``E007`` where a cell is not closed within the limit.
    """
    try:
        yield from csv_rows(lines, columns.mark, _begins(columns, options))
    except csv.Error as error:
        raise DatelineError("E007", where, str(error), "check that every quotation mark is closed") from error


def _begins(columns: _Columns, options: ReadOptions) -> Callable[[str, str], bool]:
    """Whether a line begins a row as another does: cells as many as there are names or one left open, an id, a day where one is named."""
    names, mark, fields = columns.names, columns.mark, columns.fields
    identity = next((at for at, name in enumerate(names) if name in fields["id"]), None)
    day = next((at for at, name in enumerate(names) if name in fields["date"]), None)

    def begins(first: str, line: str) -> bool:
        own, cells = (next(csv.reader([one], delimiter=mark), []) for one in (first, line))
        if (identity is None and day is None) or not 1 < len(cells) <= len(names) or (len(cells) < len(names) and not ends_open(line, mark)):
            return False
        if identity is not None and any(len(one) <= identity or not _ID.fullmatch(one[identity]) for one in (own, cells)):
            return False
        return day is None or day >= len(cells) or (not cells[day] and identity is not None) or is_date(cells[day])

    return begins
