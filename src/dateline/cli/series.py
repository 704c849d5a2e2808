"""``dateline series``: counts, scores and shares of dyads and monads by period, networks and change points."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.analyse.options import By, SeriesOptions
from dateline.cli import problems
from dateline.cli.grid import Column, print_table
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB
from dateline.store.actfilter import REPORTED, ActFilter, Count, Cut, Level, Period, Unit
from dateline.types import Certainty, Status

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

    from dateline.askedcodes import AskedCodes
    from dateline.report.chart import Chart
    from dateline.store.acts import Cells


class Table(StrEnum):
    """Which result is written."""

    SERIES = "series"
    NETWORK = "network"
    NODES = "nodes"
    CHANGES = "changes"


#: What is said where acts match and a table has no row all the same.
_EMPTY: Final = {
    Table.CHANGES: "no change point was found",
    Table.NETWORK: "no act that matches goes from one party to another",
    Table.NODES: "no act that matches goes from one party to another",
}
#: Errors of an option's value are wrong usage, not a failure.
_USAGE: Final = ("E205", "E411", "E434", "E436", "E437")
#: Lines of a chart: more cannot be told apart.
_CHARTS: Final = (".html", ".svg", ".png")
#: Columns that a terminal has room for.
_SHOWN: Final = 11


def _split(values: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for value in values or () for code in value.split(",") if code.strip())


def _asked(values: list[str] | None) -> AskedCodes:
    from dateline.askedcodes import asked_codes

    return asked_codes(_split(values), problems.tell_reading)


def _refuse(asked: list[AskedCodes], *, found: bool) -> None:
    """Refuses codes that nobody has, where no act was found by them."""
    from dateline.askedcodes import refuse_unknown

    for one in asked if not found else ():
        refuse_unknown(one)


def series(
    actor: Annotated[list[str] | None, typer.Option(help="Only acts of this country, party or person (KOR, South Korea, KEN LAB, NATO); several by commas or repeated.")] = None,
    recipient: Annotated[list[str] | None, typer.Option(help="Only acts directed at it: the same.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="Only this PLOVER type; several by commas or repeated.")] = None,
    since: Annotated[str | None, typer.Option(help="First day, month or year: 2024, 2024-10, 2024-10-05.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, month or year.")] = None,
    unit: Annotated[Unit, typer.Option(help="Pairs of actor and recipient, or one side.")] = Unit.DYAD,
    level: Annotated[Level, typer.Option(help="Countries, or countries with sectors.")] = Level.COUNTRY,
    undirected: Annotated[bool, typer.Option("--undirected", help="Both directions of a pair as one series.")] = False,
    period: Annotated[Period, typer.Option(help="Length of a period; weeks begin on Monday.")] = Period.MONTH,
    by: Annotated[By, typer.Option(help="Counts by quad class or by type.")] = By.QUAD,
    count: Annotated[Count, typer.Option(help="Count statements, or the events that they report (each once, in however many documents or copies it is told).")] = Count.MENTIONS,
    dataset: Annotated[list[str] | None, typer.Option(help="Only this data set: dateline (own codings) or an imported one.")] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Status; may be repeated.", show_default="occurred, ongoing")] = None,
    certainty: Annotated[Certainty, typer.Option(help="Least certainty that is counted.")] = Certainty.POSSIBLE,
    attributed: Annotated[list[str] | None, typer.Option(help="Who says so: author, speaker, institution, media, unnamed, document, poll.")] = None,
    according_to: Annotated[str | None, typer.Option(help="Only what speakers of this country (code or name) say.")] = None,
    min_confidence: Annotated[float, typer.Option(help="Least confidence that is counted.")] = 0.0,
    citations: Annotated[bool, typer.Option("--citations", help="Count the reports that notes cite as well, where they were stored.")] = False,
    alleged: Annotated[bool, typer.Option("--alleged", help="Count also what only the other side says that an actor did.")] = False,
    top: Annotated[int | None, typer.Option(min=1, help="Only the parties with the most acts, so many of each data set.")] = None,
    table: Annotated[Table, typer.Option(help="What to write: the series, the network's edges or nodes, or change points.")] = Table.SERIES,
    out: Annotated[Path | None, typer.Option(help="Write it here: .csv, .parquet, .arrow, or .xlsx with all of them as sheets.")] = None,
    chart: Annotated[Path | None, typer.Option(help="Draw the largest series with change points: .html, .svg or .png.")] = None,
    measure: Annotated[str, typer.Option(help="Column of the series that the chart shows.")] = "n",
    rates: Annotated[Path | None, typer.Option(help="Error rates of your own, from 'dateline evaluate GOLD --rates FILE'.")] = None,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
) -> None:
    """Count acts of own codings and imported data sets by party and period, with the error of the coding.

    Filters by status, certainty, attribution and confidence restrict own codings. The columns are described in docs/formats.md.

    Exit codes: 0 done (also where nothing matches), 1 the database failed or nothing can be written, 2 wrong usage.
    """
    from dateline.askedcodes import asked_speaker, asked_types

    with _failures():
        asked = [_asked(actor), _asked(recipient)]
        _check(chart, out)
        wanted = ActFilter(
            tuple(dataset or ()), asked[0].codes, asked[1].codes, asked_types(types), since, until,
            tuple(status or REPORTED), certainty, _split(attributed), asked_speaker(according_to, problems.tell_reading), min_confidence, citations, alleged,
        )  # fmt: skip
        options = SeriesOptions(period.value, by, wanted.first, wanted.last, top, undirected and unit is Unit.DYAD, str(rates) if rates else None)
        cut = Cut(unit, level, None if _has_no_periods(table, chart, out) else period, count, top, options.undirected)
        found = _cells(db, wanted, cut)
        cells = found.table
        results = _Results(cells, options.within(found.span))
        _refuse(asked, found=cells.num_rows > 0)
        if chart is not None:
            _draw(results, chart, measure, period)
        empty = False
        if out is not None or chart is None:
            _write(results, table, out, unit)
            empty = results.get(table).num_rows == 0
    _remark(found, period)
    if rates is not None:
        problems.tell_few_acts(rates)
    if empty and cells.num_rows > 0:
        typer.echo(_EMPTY.get(table, f"the table {table.value} has no row"), err=True)


def _remark(found: Cells, period: Period) -> None:
    """Says on standard error what was left out, and where nothing matches."""
    for line in found.left_out.lines(period.value):
        typer.echo(line, err=True)
    if found.table.num_rows == 0:
        typer.echo("no act matches", err=True)


@contextmanager
def _failures() -> Iterator[None]:
    """Tells of a failure and ends with its exit code."""
    try:
        yield
    except DatelineError as error:
        problems.tell(error, "series")
        raise typer.Exit(2 if error.code in _USAGE else 1) from error


def _has_no_periods(table: Table, chart: Path | None, out: Path | None) -> bool:
    """Whether all that is made is a network, which has no periods, unless others' tables are written beside it."""
    return chart is None and table in (Table.NETWORK, Table.NODES) and (out is None or out.suffix.lower() != ".xlsx")


def _check(chart: Path | None, out: Path | None) -> None:
    """Endings are checked before the work is done."""
    from dateline.store.output import check_place
    from dateline.store.tables import format_of

    if chart is not None and chart.suffix.lower() not in _CHARTS:
        raise DatelineError("E436", str(chart), f"charts: {', '.join(_CHARTS)}")
    if out is not None:
        format_of(out)
    check_place(out, chart)


def _cells(db: str, wanted: ActFilter, cut: Cut) -> Cells:
    from dateline.reviewed import reviewed
    from dateline.store.acts import cells

    with reviewed(db) as database:
        return cells(database, wanted, cut)


class _Results:
    """The tables, each made when it is asked for."""

    def __init__(self, cells: pa.Table, options: SeriesOptions) -> None:
        self.cells, self.options = cells, options

    @cached_property
    def series(self) -> pa.Table:
        from dateline.analyse.series import series

        return series(self.cells, self.options)

    @property
    def length(self) -> int:
        """Periods of each party."""
        import pyarrow.compute as pc  # type: ignore[import-untyped,unused-ignore]

        return int(pc.count_distinct(self.series["start"]).as_py())

    def get(self, table: Table) -> pa.Table:
        from dateline.analyse.changetable import change_table
        from dateline.analyse.network import network

        match table:
            case Table.SERIES:
                return self.series
            case Table.NETWORK:
                return network(self.cells, self.options).edges
            case Table.NODES:
                return network(self.cells, self.options).nodes
            case Table.CHANGES:
                return change_table(self.series, self.length)


def _write(results: _Results, table: Table, out: Path | None, unit: Unit) -> None:
    from dateline.store.tables import TableFormat, format_of, write_table

    if table in (Table.NETWORK, Table.NODES) and unit is not Unit.DYAD:
        raise DatelineError("E205", f"--table {table.value}", "a network is of dyads", "leave --unit out")
    if out is None:
        _print(results.get(table), table)
        return
    tables = {table.value: results.get(table)}
    if format_of(out) is TableFormat.XLSX:
        others = [one for one in Table if unit is Unit.DYAD or one not in (Table.NETWORK, Table.NODES)]
        tables |= {one.value: results.get(one) for one in others if one is not table}
    write_table(tables, out)


def _print(table: pa.Table, kind: Table) -> None:
    from dateline.store.tables import write_csv

    if not sys.stdout.isatty():
        write_csv(table, sys.stdout)
        return
    if table.num_rows == 0:
        return
    shown = table.select(table.column_names[:_SHOWN]) if kind is Table.SERIES else table
    columns = [column.to_pylist() for column in shown.columns]
    print_table([Column(name) for name in shown.column_names], zip(*columns, strict=True))


def _name(actor: str, recipient: str, dataset: str, several: bool) -> str:
    parties = f"{actor} → {recipient}" if actor and recipient else actor or recipient
    return f"{parties} ({dataset})" if several else parties


def _draw(results: _Results, target: Path, measure: str, period: Period) -> None:
    from dateline.report.chart import to_html, to_svg
    from dateline.store.output import opened

    made = _chart(results, measure, period)
    suffix = target.suffix.lower()
    if suffix == ".png":
        from dateline.report.drawing import to_png

        data = to_png(to_svg(made))
        with opened(target, binary=True) as stream:
            stream.write(data)
        return
    with opened(target, binary=False) as stream:
        stream.write(to_html(made) if suffix == ".html" else to_svg(made))


def _chart(results: _Results, measure: str, period: Period) -> Chart:
    """The series with the most acts as lines, with their intervals and change points."""
    import numpy as np

    from dateline.report.chart import MAX_LINES, Chart, Line, Mark, Point

    table, length = results.series, results.length
    numbers = [name for name in table.column_names[4:] if not name.endswith(("_low", "_high", "_expected"))]
    if measure not in numbers:
        raise DatelineError("E205", measure, f"measures: {', '.join(numbers)}")
    units = table.num_rows // length if length else 0
    sizes = np.asarray(table["n"]).reshape(units, length).sum(axis=1) if units else np.zeros(0)
    order = np.lexsort((np.arange(units), -sizes))[:MAX_LINES]
    several = len(set(table["dataset"].to_pylist())) > 1
    marks = _marks(results, measure)
    lines = []
    for place in order:
        part = table.slice(int(place) * length, length)
        keys = tuple(part[key][0].as_py() for key in ("dataset", "actor", "recipient"))
        columns = [part[name].to_pylist() if name in part.column_names else [None] * length for name in (measure, f"{measure}_low", f"{measure}_high")]
        points = tuple(Point(*values) for values in zip(part["start"].to_pylist(), *columns, strict=True))
        found = tuple(Mark(day, low, high, f"{_name(keys[1], keys[2], keys[0], several)}: {words}") for day, low, high, words in marks.get(keys, ()))
        lines.append(Line(_name(keys[1], keys[2], keys[0], several), points, found))
    notes = ["bands: 95%, errors of coding"] if any(point.low is not None for line in lines for point in line.points) else []
    if units > len(order):
        notes.append(f"the {len(order)} largest of {units} series")
    notes += ["vertical lines: change points with intervals"] if any(line.marks for line in lines) else []
    label = {"n": "acts", "score_sum": "sum of PLOVER scores", "score_mean": "mean PLOVER score"}.get(measure, measure.replace("_", " "))
    return Chart(f"{label[0].upper()}{label[1:]} by {period.value}", f"{label} a {period.value}", tuple(lines), "; ".join(notes))


def _marks(results: _Results, measure: str) -> dict[tuple[str, str, str], list[tuple[date, date, date, str]]]:
    from dateline.report.chart import number

    found: dict[tuple[str, str, str], list[tuple[date, date, date, str]]] = {}
    if measure not in ("n", "score_sum"):
        return found
    for row in results.get(Table.CHANGES).to_pylist():
        if row["measure"] == measure:
            words = f"change from {number(row['before'])} to {number(row['after'])} a period at {row['start']} ({row['low']} to {row['high']})"
            found.setdefault((row["dataset"], row["actor"], row["recipient"]), []).append((row["start"], row["low"], row["high"], words))
    return found
