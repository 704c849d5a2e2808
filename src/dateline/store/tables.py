"""Result tables as files: Arrow, CSV, Parquet and Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, Final

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.errors import DatelineError, install
from dateline.store.export import cell
from dateline.store.output import opened

#: Rows that are turned into Python values at a time.
BATCH: Final = 20_000
#: Excel's own limit of rows, the heading included.
EXCEL_ROWS: Final = 1_048_576


class TableFormat(StrEnum):
    """The formats of result tables."""

    ARROW = "arrow"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


_ENDINGS: Final = {".arrow": TableFormat.ARROW, ".feather": TableFormat.ARROW, ".ipc": TableFormat.ARROW, ".csv": TableFormat.CSV,
                   ".parquet": TableFormat.PARQUET, ".pq": TableFormat.PARQUET, ".xlsx": TableFormat.XLSX}  # fmt: skip


def format_of(path: Path) -> TableFormat:
    """The format that the file's ending names.

    Raises:
        DatelineError: E436 where it names none.
    """
    found = _ENDINGS.get(path.suffix.lower())
    if found is None:
        raise DatelineError("E436", str(path), f"endings: {', '.join(_ENDINGS)}")
    return found


def write_table(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a table as its ending says; to Excel further tables go as sheets of their own, other formats take the first only.

    CSV has ISO dates, empty cells for null and no cell that a spreadsheet runs as a formula.

    Raises:
        DatelineError: E401 where it cannot be written, E402 where the package for Excel is missing, E434 where Excel has no room, E436 for an
        unknown ending.
    """
    chosen = format_of(target)
    first = next(iter(tables.values()))
    with opened(target, chosen is not TableFormat.CSV) as stream:
        match chosen:
            case TableFormat.ARROW:
                with pa.ipc.new_file(stream, first.schema) as writer:
                    writer.write_table(first)
            case TableFormat.PARQUET:
                import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]

                pq.write_table(first, stream, compression="zstd")
            case TableFormat.CSV:
                write_csv(first, stream)
            case TableFormat.XLSX:
                write_xlsx(tables, stream)


def write_csv(table: pa.Table, stream: IO[str]) -> None:
    """Writes a table as CSV."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.column_names)
    for batch in table.to_batches(BATCH):
        columns = [column.to_pylist() for column in batch.columns]
        writer.writerows([cell(value) for value in row] for row in zip(*columns, strict=True))


def write_xlsx(tables: Mapping[str, pa.Table], stream: IO[bytes]) -> None:
    """Writes tables as sheets of a workbook, row by row; text is never a formula.

    Raises:
        DatelineError: E402 where xlsxwriter is missing, E434 where a table has more rows than a sheet.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise DatelineError("E402", "xlsxwriter", fix=install("xlsx")) from error
    for name, table in tables.items():
        if table.num_rows >= EXCEL_ROWS:
            raise DatelineError("E434", name, f"{table.num_rows:,} rows; a sheet has {EXCEL_ROWS:,}", "write Parquet or CSV")
    # constant_memory writes each row as it comes; no formulas, links or numbers are made of text
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    packed = io.BytesIO()  # the packer of a file that could not be written to its end complains once more when it is thrown away
    with xlsxwriter.Workbook(packed, options) as book:
        day, head = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"bold": True})
        for name, table in tables.items():
            sheet = book.add_worksheet(name[:31])
            sheet.freeze_panes(1, 0)
            for place, heading in enumerate(table.column_names):
                sheet.write_string(0, place, heading, head)
            _rows(sheet, table, day)
    stream.write(packed.getbuffer())


def _rows(sheet: Any, table: pa.Table, day: Any) -> None:
    number = 1
    for batch in table.to_batches(BATCH):
        columns = [column.to_pylist() for column in batch.columns]
        for row in zip(*columns, strict=True):
            for place, value in enumerate(row):
                match value:
                    case None:
                        continue
                    case date():
                        sheet.write_datetime(number, place, value, day)
                    case bool():
                        sheet.write_boolean(number, place, value)
                    case int() | float():
                        sheet.write_number(number, place, value)
                    case list():
                        sheet.write_string(number, place, "; ".join(str(one) for one in value))
                    case _:
                        # Excel takes 32,767 characters in a cell
                        sheet.write_string(number, place, str(value)[:32_767])
            number += 1
