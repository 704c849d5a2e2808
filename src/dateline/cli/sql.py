"""``dateline sql``: one reading query over the database."""

from __future__ import annotations

import csv
import json
import math
import sys
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import problems
from dateline.cli.grid import Column, print_table
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]


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
    return values


def _print(table: pa.Table, form: SqlFormat) -> None:
    names = [str(name) for name in table.column_names]
    columns = [_values(name, column) for name, column in zip(names, table.columns, strict=True)]  # names may stand twice, so rows are no dicts yet
    rows = [list(row) for row in zip(*columns, strict=True)] if columns else []
    match form:
        case SqlFormat.TABLE:
            print_table([Column(name) for name in names], ([_cell(value) for value in row] for row in rows))
        case SqlFormat.CSV:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(names)
            writer.writerows([_cell(value) for value in row] for row in rows)
        case SqlFormat.JSON:
            objects = [dict(zip(names, (_plain(value) for value in row), strict=True)) for row in rows]
            print(json.dumps(objects, ensure_ascii=False, indent=1))


def sql(
    query: Annotated[str, typer.Argument(help="One statement that reads: SELECT, WITH, DESCRIBE, SHOW or EXPLAIN.")],
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
    form: Annotated[SqlFormat, typer.Option("--format", help="How to print the result.")] = SqlFormat.TABLE,
) -> None:
    """Query the database. The query can change nothing and reach no other file.

    Exit codes: 0 done, 1 the database or the query failed, 2 wrong usage.
    """
    from dateline.store.duckdb import Database

    try:
        with Database(db, read_only=True) as database:
            table = database.query(query)
        _print(table, form)
    except DatelineError as error:
        problems.tell(error)
        raise typer.Exit(1) from error
