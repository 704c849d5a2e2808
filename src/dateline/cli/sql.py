"""``dateline sql``: one reading query over the database."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli import problems
from dateline.cli.grid import Column, print_table
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB
from dateline.wording import plural

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

#: Rows of a table that are printed where nobody says how many: more than anybody reads, and no more than a terminal keeps.
TABLE_ROWS: Final = 10_000


class SqlFormat(StrEnum):
    """How the result is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def _plain(value: object) -> object:
    """A value as JSON has it: dates as ISO text, no NaN or infinity, bytes as hexadecimal."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case float() if not math.isfinite(value):
            return None
        case bytes():
            return value.hex()
        case dict():
            return {str(name): _plain(part) for name, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case bool() | int() | float() | str() | None:
            return value
    return str(value)


def _cell(value: object) -> object:
    plain = _plain(value)
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, dict | list) else plain


def _values(name: str, column: pa.ChunkedArray) -> list[object]:
    """The values of a column.

    Raises:
        DatelineError: E204 where Python has no such value: infinite days, the year 290000, nanoseconds.
    """
    try:
        values: list[object] = column.to_pylist()
    except (OverflowError, ValueError) as error:
        raise DatelineError("E204", name, f"a value of type {column.type} cannot be printed", f"write CAST({name} AS VARCHAR)") from error
    if str(column.type).startswith("map<"):
        return [pairs if pairs is None else dict(pairs) for pairs in values]  # type: ignore[call-overload]
    return values


def _rows(pieces: Iterable[pa.Table]) -> Iterator[list[object]]:
    """The rows of a result, piece by piece; names of columns may stand twice, so rows are no dicts."""
    for piece in pieces:
        columns = [_values(str(name), column) for name, column in zip(piece.column_names, piece.columns, strict=True)]
        yield from (list(row) for row in zip(*columns, strict=True))


def _first(rows: Iterator[list[object]], limit: int) -> Iterator[list[object]]:
    """The first rows, ``limit`` of them; where there are more it is said."""
    yield from islice(rows, limit)
    if next(rows, None) is not None:
        print(f"dateline: these are the first {plural(limit, 'row')}; --limit 0 prints all", file=sys.stderr)


def _print(names: Sequence[str], rows: Iterable[list[object]], form: SqlFormat) -> None:
    match form:
        case SqlFormat.TABLE:
            print_table([Column(name) for name in names], ([_cell(value) for value in row] for row in rows))
        case SqlFormat.CSV:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(names)
            writer.writerows([_cell(value) for value in row] for row in rows)
        case SqlFormat.JSON:
            lead = "["
            for row in rows:
                written = json.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False, indent=1)
                print(lead + "\n " + written.replace("\n", "\n "), end="")
                lead = ","
            print("[]" if lead == "[" else "\n]")


def sql(
    query: Annotated[str, typer.Argument(help="One statement that reads: SELECT, WITH, DESCRIBE, SHOW or EXPLAIN.")],
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
    form: Annotated[SqlFormat, typer.Option("--format", help="How to print the result.")] = SqlFormat.TABLE,
    limit: Annotated[
        int | None, typer.Option(min=0, help="At most so many rows, 0 for all.", show_default=f"{TABLE_ROWS:,} of a table, all as CSV or JSON")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds that the query may work, 0 for as long as it takes.")] = 300,
) -> None:
    """Query the database. The query can change nothing and reach no other file; Ctrl-C ends it.

    Exit codes: 0 done, 1 the database or the query failed, or took too long, 2 wrong usage, 130 it was stopped (Ctrl+C).
    """
    from dateline.store.duckdb import Database

    most = limit if limit is not None else TABLE_ROWS if form is SqlFormat.TABLE else 0
    try:
        with Database(db, read_only=True) as database, closing(database.answer(query, seconds=timeout or None)) as pieces:
            names = [str(name) for name in next(pieces).column_names]
            rows = _rows(pieces)
            _print(names, _first(rows, most) if most else rows, form)
    except DatelineError as error:
        problems.tell(error)
        raise typer.Exit(1) from error
