"""Corpora: JSONL and Parquet with ``id, text, date`` -> one document a line.

``event_text`` is accepted for ``text``, and ``pub_date``, ``published``, ``publication_date`` and ``pubDate`` for ``date``; ``title``,
``publisher``, ``url`` and ``lang`` are optional.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, BinaryIO, Final

from dateline.errors import DatelineError
from dateline.read.dates import parse_date_line
from dateline.read.draft import Metadata
from dateline.read.options import ReadOptions
from dateline.read.single import read_text, too_large
from dateline.read.textmap import Mapped, writable
from dateline.types import Document, Problem

CORPUS_SUFFIXES: Final = frozenset({".jsonl", ".ndjson", ".parquet"})
#: A field of a corpus line -> the names it may have.
FIELDS: Final = {
    "id": ("id",),
    "text": ("text", "event_text"),
    "date": ("date", "pub_date", "published", "publication_date", "pubDate"),
    "title": ("title",),
    "publisher": ("publisher",),
    "url": ("url",),
    "lang": ("lang",),
}
#: What to do where a line has no date under any of its names.
_UNDATED: Final = "name it `date` (or `published`, `pub_date`) in each line, or give one for all with --date"
#: JSON may write a character of two bytes in twelve (``\\ud83d\\ude00``); a longer line cannot hold a text within the limit.
_ESCAPED: Final = 6
_SLACK: Final = 65_536
_BATCH_ROWS: Final = 256


def read_jsonl(stream: BinaryIO, where: str, options: ReadOptions, *, before: int = 0) -> Iterator[Document | Problem]:
    """Read a JSONL corpus line by line, in constant memory.

    Args:
        stream: the open file.
        where: what to name in a problem; the line's number (1-based) is added.
        options: see :class:`dateline.read.options.ReadOptions`; a line's own date wins over ``options.date``.
        before: lines of the file that stand before the stream's first.

    Yields:
        One document or one problem for each line that is not blank; a file without any is ``E003``.
    """
    limit = options.max_bytes * _ESCAPED + _SLACK
    number, seen = before, False
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
            yield record_document(_parsed(line, f"{where}:{number}"), f"{where}:{number}", options)
        except DatelineError as error:
            yield error.to_problem()
    if not seen:
        yield DatelineError("E003", where).to_problem()


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
    table = open_parquet(path, where)
    names = set(table.schema_arrow.names)
    columns = [name for aliases in FIELDS.values() for name in aliases if name in names]
    first, last = rows or (0, table.metadata.num_rows)
    groups, number = _groups(table, first, last)
    for batch in _decoded(table.iter_batches(batch_size=_BATCH_ROWS, row_groups=groups, columns=columns), where):
        start = number
        number += len(batch)
        wanted = batch[max(0, first - start) : max(0, last - start)]
        for row_number, row in enumerate(wanted, max(first, start) + 1):
            try:
                yield record_document(row, f"{where}:{row_number}", options)
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


def open_parquet(path: str, where: str) -> Any:
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
    names = set(table.schema_arrow.names)
    missing = [field for field in ("id", "text") if not names.intersection(FIELDS[field])]
    if missing:
        raise DatelineError("E007", where, f"no column {' or '.join(missing)}", "the columns are id, text and date")
    return table


def text_bytes(table: Any) -> list[tuple[int, int]]:
    """Rows and uncompressed bytes of the text column of each row group of an open Parquet file."""
    sizes = []
    for number in range(table.metadata.num_row_groups):
        group = table.metadata.row_group(number)
        columns = (group.column(i) for i in range(group.num_columns))
        size = sum(column.total_uncompressed_size for column in columns if column.path_in_schema in FIELDS["text"])
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


def _parsed(line: bytes, where: str) -> Mapping[str, object]:
    try:
        record = json.loads(line.lstrip(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise DatelineError("E007", where, f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise DatelineError("E007", where, "not a JSON object")
    return record


def record_document(record: Mapping[str, object], where: str, options: ReadOptions) -> Document:
    """The document of a corpus line, by the names in :data:`FIELDS`.

    Raises:
        DatelineError: ``E007``, and as :func:`dateline.read.single.read_text`.
    """
    text = _field(record, "text")
    identity = _field(record, "id")
    if not isinstance(text, str):
        raise DatelineError("E007", where, "text is missing or not a string")
    if not text.strip():
        raise DatelineError("E003", where)
    if isinstance(identity, bool) or not isinstance(identity, str | int) or identity == "":
        raise DatelineError("E007", where, "id is missing or neither a string nor a number")
    title = _string(record, "title", where)
    known = Metadata(
        title=title,
        title_text=Mapped.inserted(title) if title else None,
        published=_day(record, where),
        publisher=_string(record, "publisher", where),
        url=_string(record, "url", where),
        lang=_string(record, "lang", where),
    )
    made = read_text(text, input_id=writable(str(identity)), options=options, known=known)
    return made if known.published else replace(made, problems=tuple(replace(one, fix=_UNDATED) if one.code == "W102" else one for one in made.problems))


def _field(record: Mapping[str, object], name: str) -> object:
    return next((record[alias] for alias in FIELDS[name] if record.get(alias) is not None), None)


def _string(record: Mapping[str, object], name: str, where: str) -> str | None:
    value = _field(record, name)
    if value is None or isinstance(value, str):
        cleaned = " ".join((value or "").split())
        return cleaned.encode("utf-8", "replace").decode("utf-8") or None
    raise DatelineError("E007", where, f"{name} is not a string")


def _day(record: Mapping[str, object], where: str) -> date | None:
    value = _field(record, "date")
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = parse_date_line(value) if isinstance(value, str) else None
    day = found.to_date() if found is not None else None
    if day is None:
        raise DatelineError("E007", where, f"date {value!r} is no day", "write dates as 2024-12-05")
    return day
