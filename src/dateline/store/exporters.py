"""Export formats by name: the package's own and those of the entry point group ``dateline.exporters``.

A package adds a format by an entry point whose value is an :class:`Exporter`; the own ones go through the same table.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import IO, Any, Final

from dateline.errors import DatelineError
from dateline.store.acts import Act
from dateline.store.export import ExportFormat, cell, export
from dateline.store.fieldformats import write_gdelt, write_icews, write_phoenix, write_polecat
from dateline.store.values import EventRow

GROUP: Final = "dateline.exporters"


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format to export.

    Args:
        name: as ``--format`` has it.
        description: one line for the help: format and version.
        from_acts: writes acts between one actor and one recipient (own codings and imported rows) to an open stream and returns how many rows it
            wrote. Or
        from_records: writes own codings with all they carry.
        binary: the stream takes bytes, not text.
    """

    name: str
    description: str
    from_acts: Callable[[Iterable[Act], IO[Any]], int] | None = None
    from_records: Callable[[Iterable[EventRow], IO[Any]], int] | None = None
    binary: bool = False


def _records(form: ExportFormat) -> Callable[[Iterable[EventRow], IO[Any]], int]:
    return lambda rows, stream: export(rows, stream, form)


def _workbook(rows: Iterable[EventRow], stream: IO[Any]) -> int:
    """Own codings with the columns of the CSV export, as a workbook."""
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

    from dateline.store.export import CSV_COLUMNS
    from dateline.store.tables import write_xlsx

    columns: dict[str, list[object]] = {column.name: [] for column in CSV_COLUMNS}
    for row in rows:
        for column in CSV_COLUMNS:
            value = column.value(row)
            columns[column.name].append(value if not isinstance(value, str) else str(cell(value)))
    table = pa.table({name: pa.array(values) for name, values in columns.items()})
    write_xlsx({"acts": table}, stream)
    return int(table.num_rows)


BUILT_IN: Final = (
    Exporter("jsonl", "the record contract, one JSON object a line", from_records=_records(ExportFormat.JSONL)),
    Exporter("csv", "one row a mention", from_records=_records(ExportFormat.CSV)),
    Exporter("parquet", "the record contract with nested types", from_records=_records(ExportFormat.PARQUET), binary=True),
    Exporter("xlsx", "the columns of csv as a workbook (extra xlsx)", from_records=_workbook, binary=True),
    Exporter("plover", "JSON of the PLOVER 2.0 manual", from_records=_records(ExportFormat.PLOVER)),
    Exporter("polecat", "POLECAT, tab-separated, 40 columns", from_acts=write_polecat),
    Exporter("icews", "ICEWS, tab-separated, 20 columns", from_acts=write_icews),
    Exporter("phoenix", "Phoenix lines, tab-separated, 26 columns", from_acts=write_phoenix),
    Exporter("gdelt", "GDELT 2.0's 61 columns as CSV with a heading", from_acts=write_gdelt),
)


def exporters() -> dict[str, Exporter]:
    """The installed formats by name; one of another package may not take the name of an own one."""
    found = {one.name: one for one in BUILT_IN}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            loaded = point.load()
        except (ImportError, AttributeError) as error:  # a broken package must not stop the other formats
            warnings.warn(f"the exporter {point.name} of another package cannot be loaded: {error}", stacklevel=2)
            continue
        if isinstance(loaded, Exporter):
            found.setdefault(loaded.name, loaded)
    return found


def exporter(name: str) -> Exporter:
    """The format of that name.

    Raises:
        DatelineError: E433 where none of that name is installed.
    """
    found = exporters()
    if name not in found:
        raise DatelineError("E433", name, f"installed: {', '.join(found)}")
    return found[name]
