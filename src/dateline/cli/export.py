"""``dateline export``: stored acts in the formats of the field."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli import problems
from dateline.cli.endings import check_ending
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB, EventFilter
from dateline.store.actfilter import Level
from dateline.types import Certainty, Status
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.askedcodes import AskedCodes
    from dateline.store.acts import Act
    from dateline.store.duckdb import Database
    from dateline.store.exporters import Exporter
    from dateline.store.leftout import LeftOut

#: Errors of an option's value are wrong usage, not a failure.
_USAGE: Final = ("E205", "E411", "E433")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The filters of the command."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    types: tuple[str, ...]
    since: str | None
    until: str | None
    statuses: tuple[Status, ...]
    certainty: Certainty
    datasets: tuple[str, ...]
    alleged: bool
    level: Level


#: Endings under which the own formats are written; one of another package may have any.
_TABS: Final = (".tsv", ".tab", ".txt")
_ENDINGS: Final = {
    "jsonl": (".jsonl", ".ndjson", ".json"), "csv": (".csv",), "parquet": (".parquet", ".pq"), "xlsx": (".xlsx",), "plover": (".json", ".jsonl"),
    "polecat": _TABS, "icews": _TABS, "phoenix": _TABS, "gdelt": (".csv",),
}  # fmt: skip


def export(
    form: Annotated[str, typer.Option("--format", help="jsonl, csv, parquet, xlsx, plover, polecat, icews, phoenix, gdelt, or one of another package.")],
    out: Annotated[Path | None, typer.Option(help="Write it here instead of to standard output.")] = None,
    actor: Annotated[str | None, typer.Option(help="Who did it: a country, party or person by code or name (KOR, KEN LAB, NATO); several by commas.")] = None,
    recipient: Annotated[str | None, typer.Option(help="To whom: the same.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="PLOVER type; several by commas or repeated.")] = None,
    since: Annotated[str | None, typer.Option(help="First day, month or year.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, month or year.")] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Status; may be repeated. Formats without a word for it get what occurred or is ongoing.")] = None,
    certainty: Annotated[Certainty, typer.Option(help="Least certainty (polecat, icews, phoenix, gdelt).")] = Certainty.POSSIBLE,
    dataset: Annotated[list[str] | None, typer.Option(help="Only this data set: dateline or an imported one (polecat, icews, phoenix, gdelt).")] = None,
    alleged: Annotated[bool, typer.Option("--alleged", help="Also what only the other side says that an actor did (polecat, icews, phoenix, gdelt).")] = False,
    level: Annotated[
        Level, typer.Option(help="What tells parties apart: an act is written once for each pair of countries, or of countries with sectors (polecat, icews, phoenix, gdelt).")
    ] = Level.COUNTRY,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
) -> None:
    """Write acts as PLOVER JSON, POLECAT, ICEWS, Phoenix, GDELT, CSV, Parquet or Excel. docs/formats.md says what each keeps.

    Exit codes: 0 done (also where nothing matches), 1 the database or the output failed, 2 wrong usage.
    """
    from dateline.askedcodes import asked_types, refuse_unknown
    from dateline.reviewed import reviewed
    from dateline.store.exporters import exporter
    from dateline.store.output import check_place

    names = asked_types(types)
    if form in _ENDINGS:
        check_ending(out, _ENDINGS[form], f"--format {form}")
    try:
        check_place(out)
        asked = [_asked(actor), _asked(recipient)]
        wanted = _Wanted(asked[0].codes, asked[1].codes, names, since, until, tuple(status or ()), certainty, tuple(dataset or ()), alleged, level)
        chosen = exporter(form)
        if chosen.binary and out is None:
            raise DatelineError("E205", f"--format {form}", "it is not text", "give --out FILE")
        with reviewed(db) as database:
            read, written, left_out = _export(database, chosen, wanted, out)
        for one in asked if not read else ():
            refuse_unknown(one)
    except DatelineError as error:
        problems.tell(error, "export")
        raise typer.Exit(2 if error.code in _USAGE else 1) from error
    if out is not None:
        typer.echo(f"{plural(written, 'row')} written to {out}", err=True)
    if read > written:
        typer.echo(f"left out: {plural(read - written, 'act')} without what the format needs (a date, or a country of actor and recipient)", err=True)
    for words in left_out.lines():
        typer.echo(words, err=True)


def _asked(parties: str | None) -> AskedCodes:
    """The parties asked for on one side, by code or name; none where the option is not given."""
    from dateline.askedcodes import asked_codes

    return asked_codes([parties] if parties else [], problems.tell_reading)


def _export(database: Database, chosen: Exporter, wanted: _Wanted, out: Path | None) -> tuple[int, int, LeftOut]:
    """Writes the acts; gives how many were read, written, and left out as they did not take place, or only the other side says so."""
    from dateline.store.leftout import LeftOut
    from dateline.store.output import opened

    target = sys.stdout if out is None else out
    with opened(target, chosen.binary) as stream:
        if chosen.from_records is not None:
            actor, recipient = (",".join(one) or None for one in (wanted.actors, wanted.recipients))
            query = EventFilter(actor, recipient, None, wanted.types, wanted.since, wanted.until, statuses=wanted.statuses)
            written = chosen.from_records(database.iter_events(query), stream)
            return written, written, LeftOut()
        if chosen.from_acts is None:
            raise DatelineError("E433", chosen.name, "it writes nothing")
        counted = _Counted(database, wanted)
        written = chosen.from_acts(counted, stream)
        return counted.read, written, counted.left_out


class _Counted:
    """The acts that match, counted as they are read; ``left_out`` are those that match and are none of a format without a word for it."""

    def __init__(self, database: Database, wanted: _Wanted) -> None:
        from dateline.store.actfilter import REPORTED, ActFilter
        from dateline.store.acts import iter_acts
        from dateline.store.leftout import left_out

        query = ActFilter(
            wanted.datasets, wanted.actors, wanted.recipients, wanted.types, wanted.since, wanted.until, wanted.statuses or REPORTED, wanted.certainty,
            alleged=wanted.alleged,
        )
        self.left_out = left_out(database, query, None)
        self._acts = iter_acts(database, query, wanted.level)
        self.read = 0

    def __iter__(self) -> _Counted:
        return self

    def __next__(self) -> Act:
        act = next(self._acts)
        self.read += 1
        return act
