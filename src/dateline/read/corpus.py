"""Corpora: JSONL and Parquet with ``id, text, date`` -> one document a line.

``event_text`` is accepted for ``text``, and ``pub_date``, ``published``, ``publication_date`` and ``pubDate`` for ``date``; ``title``,
``publisher``, ``url``, ``lang`` and ``country`` (what the document is news of, for bare nouns) are optional. A file without an id or a text by
these names may have the usual ones of lists (:mod:`dateline.read.fieldnames`); where it has no ids, its lines are numbered.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, BinaryIO, Final, TypeAlias

from dateline.errors import DatelineError, problem
from dateline.ontology.fieldcodes import country_given
from dateline.read.datecells import Shown, cell, counted, day_of_cell, is_missing, shown_by
from dateline.read.dayorder import figures
from dateline.read.draft import Metadata
from dateline.read.fieldnames import has_contract, lacking, missing_columns, names_in
from dateline.read.options import ReadOptions
from dateline.read.packed import opened
from dateline.read.repaired import mended_words
from dateline.read.single import read_text, too_large
from dateline.read.tableheads import Heads
from dateline.read.textmap import Mapped, writable
from dateline.types import Document, Problem

CORPUS_SUFFIXES: Final = frozenset({".jsonl", ".ndjson", ".parquet"})
#: What to do where a line has no date under any of its names.
_UNDATED: Final = "name it `date` (or `published`, `pub_date`) in each line, say what it is called (--columns date=NAME), or give one for all with --date"
#: What to do with a line or row that lacks one of these.
_GIVE: Final = "give it an id and a text, or leave it out"
#: What the dates of a file show of their order and of what their numbers count, found when it is asked for.
Order: TypeAlias = Callable[[], Shown]
#: JSON may write a character of two bytes in twelve (``\\ud83d\\ude00``); a longer line cannot hold a text within the limit.
_ESCAPED: Final = 6
_SLACK: Final = 65_536
_BATCH_ROWS: Final = 256


def order_in(path: str | None, dates: Callable[[str, ReadOptions], Iterable[object]], options: ReadOptions) -> Order:
    """What the dates of a file show, which is read once for it when it is first asked; nothing is known without a path."""

    def found() -> Shown:
        if path is None:
            return Shown()
        try:
            told = os.stat(path)
            return _order(path, told.st_size, told.st_mtime_ns, dates, options)
        except (OSError, ValueError, DatelineError):
            return Shown()

    return found


@lru_cache(maxsize=64)
def _order(path: str, size: int, changed: int, dates: Callable[[str, ReadOptions], Iterable[object]], options: ReadOptions) -> Shown:
    return shown_by(dates(path, options))


def _jsonl_dates(path: str, options: ReadOptions) -> Iterator[object]:
    """The dates of a JSONL corpus; lines that are none have none."""
    with opened(path) as stream:
        for line in stream:
            try:
                record = _parsed(line, path)
                yield _field(record, names_in(tuple(record), options, True)["date"])
            except DatelineError:
                continue


def _parquet_dates(path: str, options: ReadOptions) -> Iterator[object]:
    table = open_parquet(path, path, options)
    columns = list(_names(table, options)["date"])
    for batch in table.iter_batches(columns=columns):
        yield from (_field(row, columns) for row in batch.to_pylist())


def read_jsonl(
    stream: BinaryIO, where: str, options: ReadOptions, *, before: int = 0, path: str | None = None
) -> Iterator[Document | Problem]:
    """Read a JSONL corpus line by line, in constant memory.

    Args:
        stream: the open file.
        where: what to name in a problem; the line's number (1-based) is added.
        options: see :class:`dateline.read.options.ReadOptions`; a line's own date wins over ``options.date``.
        before: lines of the file that stand before the stream's first.
        path: the file, where it is one: its dates may show the order of day and month.

    Yields:
        One document or one problem for each line that is not blank; a file without any is ``E003``.
    """
    limit = options.max_bytes * _ESCAPED + _SLACK
    number, seen = before, False
    order = order_in(path, _jsonl_dates, options)
    usual: bool | None = _is_list(path, options) if before and path is not None else None
    while line := stream.readline(limit):
        number += 1
        whole = line.endswith(b"\n") or len(line) < limit
        while not whole:
            rest = stream.readline(limit)
            whole = not rest or rest.endswith(b"\n")
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        seen = True
        try:
            if len(line) >= limit:
                raise too_large(f"{where}:{number}", options.max_bytes)
            record = _parsed(line, f"{where}:{number}")
            usual = not has_contract(record, options) if usual is None else usual
            yield record_document(record, f"{where}:{number}", options, order, names_in(tuple(record), options, usual), numbered=usual)
        except DatelineError as error:
            yield error.to_problem()
    if not seen:
        yield DatelineError("E003", where).to_problem()


def _is_list(path: str, options: ReadOptions) -> bool:
    """Whether the first line of a JSONL file that can be read lacks an id or a text by the contract."""
    with opened(path) as stream:
        for line in stream:
            try:
                return not has_contract(_parsed(line, path), options)
            except DatelineError:
                continue
    return False


def read_parquet(
    path: str, where: str, options: ReadOptions, *, rows: tuple[int, int] | None = None
) -> Iterator[Document | Problem]:
    """Read a Parquet corpus batch by batch; problems name the row (1-based).

    Args:
        path: the file.
        where: what to name in a problem.
        options: see :class:`dateline.read.options.ReadOptions`.
        rows: read only these rows, counted from 0, the second excluded; row groups without any of them are not decoded.

    Raises:
        DatelineError: ``E001``, ``E002``, ``E402`` without pyarrow, ``E007`` for a file that is no Parquet or lacks a column.
    """
    table = open_parquet(path, where, options)
    fields = _names(table, options)
    columns = list(dict.fromkeys(name for names in fields.values() for name in names))
    beside = dict.fromkeys((name for name in table.schema_arrow.names if name not in columns), True)
    numbered = not has_contract(table.schema_arrow.names, options)
    order = order_in(path, _parquet_dates, options)
    first, last = rows or (0, table.metadata.num_rows)
    groups, number = _groups(table, first, last)
    for batch in _decoded(table.iter_batches(batch_size=_BATCH_ROWS, row_groups=groups, columns=columns), where):
        start = number
        number += len(batch)
        wanted = batch[max(0, first - start) : max(0, last - start)]
        for row_number, row in enumerate(wanted, max(first, start) + 1):
            try:
                yield with_unread(record_document(row, f"{where}:{row_number}", options, order, fields, numbered=numbered), beside)
            except DatelineError as error:
                yield error.to_problem()
    if not table.metadata.num_rows:
        yield DatelineError("E003", where).to_problem()


def _decoded(batches: Iterator[Any], where: str) -> Iterator[list[Mapping[str, object]]]:
    """The rows of record batches; a file can be damaged in its middle, and hold days that no calendar has.

    Raises:
        DatelineError: ``E007``; the batches before have been given.
    """
    import pyarrow

    read = 0
    try:
        for batch in batches:
            yield batch.to_pylist()
            read += batch.num_rows
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        detail = f"the rows after {read:,} cannot be read: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
        raise DatelineError("E007", where, detail, "check that the file is complete") from error


def open_parquet(path: str, where: str, options: ReadOptions) -> Any:
    """The open file (``pyarrow.parquet.ParquetFile``), its columns checked.

    Raises:
        DatelineError: as :func:`read_parquet`.
    """
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise DatelineError("E402", where, "pyarrow reads Parquet files") from error
    try:
        table = parquet.ParquetFile(path)
    except FileNotFoundError as error:
        raise DatelineError("E001", where) from error
    except PermissionError as error:
        raise DatelineError("E002", where, error.strerror) from error
    except (pyarrow.ArrowException, OSError) as error:
        raise DatelineError("E007", where, "not a Parquet file", "check that the file is complete") from error
    names = table.schema_arrow.names
    missing = missing_columns(names, options, where, {} if has_contract(names, options) else _first_row(table))
    if missing is not None:
        raise missing
    return table


def _first_row(table: Any) -> Mapping[str, object]:
    """The first row of an open Parquet file; nothing where it has none, or is damaged, which its reading tells."""
    try:
        return next((batch.to_pylist()[0] for batch in table.iter_batches(batch_size=1) if batch.num_rows), {})
    except (OSError, ValueError, OverflowError):
        return {}


def _names(table: Any, options: ReadOptions) -> Mapping[str, tuple[str, ...]]:
    """Which columns of an open Parquet file each field has."""
    names = tuple(table.schema_arrow.names)
    return names_in(names, options, not has_contract(names, options))


def text_bytes(table: Any, options: ReadOptions) -> list[tuple[int, int]]:
    """Rows and uncompressed bytes of the text column of each row group of an open Parquet file."""
    sizes, texts = [], _names(table, options)["text"]
    for number in range(table.metadata.num_row_groups):
        group = table.metadata.row_group(number)
        columns = (group.column(i) for i in range(group.num_columns))
        size = sum(column.total_uncompressed_size for column in columns if column.path_in_schema in texts)
        sizes.append((group.num_rows, size))
    return sizes


def _groups(table: Any, first: int, last: int) -> tuple[list[int], int]:
    """The row groups that hold rows ``[first, last)``, and the number of rows before the first of them."""
    found: list[int] = []
    before = start = 0
    for number in range(table.metadata.num_row_groups):
        count = table.metadata.row_group(number).num_rows
        if start < last and start + count > first:
            before = before if found else start
            found.append(number)
        start += count
    return found, before


def _parsed(line: bytes, where: str) -> dict[str, object]:
    try:
        record = json.loads(line.lstrip(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise DatelineError("E007", where, f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise DatelineError("E007", where, "not a JSON object")
    return record


def record_document(
    record: Mapping[str, object],
    where: str,
    options: ReadOptions,
    order: Order = Shown,
    names: Mapping[str, tuple[str, ...]] | None = None,
    *,
    numbered: bool = False,
) -> Document:
    """The document of a corpus line.

    Args:
        record: what the line has.
        where: the file and the number of the line, which is its id where it has none and lines are ``numbered``.
        options: see :class:`dateline.read.options.ReadOptions`.
        order: says what the file's dates show.
        names: what each field is called, where not as by the contract.
        numbered: whether the file may lack ids.

    Raises:
        DatelineError: ``E007``, ``E016``, ``E018``, and as :func:`dateline.read.single.read_text`.
    """
    names = names_in(tuple(record), options, False) if names is None else names
    text, identity = _field(record, names["text"]), where if numbered and not names["id"] else _field(record, names["id"])
    wrong = lacking(record, names, where, dated=numbered and options.date is None)
    if wrong is not None or not isinstance(text, str):
        raise wrong or DatelineError("E007", where)
    if not text.strip():
        raise DatelineError("E003", where)
    if isinstance(identity, bool) or not isinstance(identity, str | int) or identity == "":
        raise DatelineError("E007", where, "id is missing or neither a string nor a number", _GIVE)
    title, publisher, url, lang, country = (_string(_field(record, names[name]), name, where) for name in ("title", "publisher", "url", "lang", "country"))
    day = _day(_field(record, names["date"]), where, options, order)
    title = mended_words(title) or None if title else None
    known = Metadata(
        title=title,
        title_text=Mapped.inserted(title) if title else None,
        published=day.day,
        publisher=publisher,
        url=url,
        lang=lang,
        country=country,
    )
    made = read_text(text, input_id=writable(str(identity)), options=options, known=known)
    if day.by_others is not None:
        said = problem("W134", made.input_id, "day first" if day.by_others else "month first", doc_id=made.doc_id)
        made = replace(made, problems=(*made.problems, said))
    made = with_unread(made, {name: value for name, value in record.items() if not any(name in aliases for aliases in names.values())})
    if country and country_given(country) is None:
        made = replace(made, problems=(*made.problems, problem("W160", made.input_id, f"country {country!r}", doc_id=made.doc_id)))
    if day.unit is not None:
        made = replace(made, problems=(*made.problems, problem("W139", made.input_id, day.unit, doc_id=made.doc_id)))
    return made if known.published else replace(made, problems=tuple(replace(one, fix=_UNDATED) if one.code == "W102" else one for one in made.problems))


def with_unread(made: Document, beside: Mapping[str, object]) -> Document:
    """A document of a row with the problem that columns of incidents ("State", "Killed") stand beside its fields, where some do and are filled."""
    filled = [name for name, value in beside.items() if name and value not in (None, "")]
    heads = Heads.of(filled)
    if not heads.of_incidents:
        return made
    unread = ", ".join(filled[index] for index in heads.listed())
    return replace(made, problems=(*made.problems, problem("W161", made.input_id, unread, doc_id=made.doc_id)))


def _field(record: Mapping[str, object], names: Iterable[str]) -> object:
    return next((record[name] for name in names if record.get(name) is not None), None)


def _string(value: object, name: str, where: str) -> str | None:
    if value is None or isinstance(value, str):
        cleaned = " ".join((value or "").split())
        return cleaned.encode("utf-8", "replace").decode("utf-8") or None
    raise DatelineError("E007", where, f"{name} is not a string")


@dataclass(frozen=True, slots=True)
class _Day:
    """The day of a line; ``by_others``: whether other dates of the file say that its day comes first, or second; ``unit``: what its number counts."""

    day: date | None = None
    by_others: bool | None = None
    unit: str | None = None


def _day(value: object, where: str, options: ReadOptions, order: Order) -> _Day:
    """The day of a line.

    Raises:
        DatelineError: ``E016``, ``E018``.
    """
    if value is None:
        return _Day()
    if isinstance(value, datetime):
        return _Day(value.date())
    if isinstance(value, date):
        return _Day(value)
    text = cell(value)
    if text is not None and is_missing(text):
        return _Day()
    day = day_of_cell(text) if text is not None else None
    made = _Day(day) if day is not None or text is None else _in_figures(text, where, options, order)
    if made.day is None and text is not None:
        made = _in_numbers(text, order)
    if made.day is None:
        raise DatelineError("E018", where, repr(value))
    return made


def _in_numbers(text: str, order: Order) -> _Day:
    """The day of a number, where all dates of the file are numbers that count the same."""
    found = counted(text)
    return _Day(found[1], unit=found[0]) if found is not None and order().unit == found[0] else _Day()


def _in_figures(text: str, where: str, options: ReadOptions, order: Order) -> _Day:
    """The day of a date in figures: by the numbers themselves, else as the user says, else as other dates of the file show.

    Raises:
        DatelineError: ``E016`` where nothing shows it.
    """
    found = figures(text)
    if found is None or found.read(True) is None:
        return _Day()
    if options.day_first is not None or found.either or found.day_first is not None:
        return _Day(found.read(bool(options.day_first if options.day_first is not None else found.day_first)))
    by_others = order().day_first if found.year is not None else None
    if by_others is None:
        raise DatelineError("E016", where)
    return _Day(found.read(by_others), by_others)
