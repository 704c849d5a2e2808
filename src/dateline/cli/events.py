"""``dateline events``: coded acts by actor, recipient, type, date and place."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.askedactors import refuse_unknown, sought, sought_places
from dateline.askedcodes import asked_types
from dateline.cli import problems
from dateline.cli.asked import refuse_unknown_document
from dateline.cli.datecells import days_as_told
from dateline.cli.grid import Column, print_table
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB, EventFilter, EventRow
from dateline.types import Attribution, Certainty, EventMention, Participant, Status

if TYPE_CHECKING:
    from dateline.store.duckdb import Database


class EventsFormat(StrEnum):
    """How events are printed; records follow the record contract, CSV the columns of the CSV export."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


_COLUMNS: Final = (
    Column("date", width=12),
    Column("actor", share=4),
    Column("act", width=15),
    Column("recipient", share=4, optional=True),
    Column("place", share=3, optional=True),
    Column("how certain", width=12, optional=True),
    Column("according to", share=4, optional=True),
    Column("statement", share=9),
)
#: Errors of a filter are wrong usage, not a failure.
_USAGE: Final = ("E205", "E411")


def _when(row: EventRow) -> str:
    when = row.mention.date
    if when is None:
        return f"({row.document.published})" if row.document.published else ""
    return days_as_told(when) if when.is_told else f"({days_as_told(when)})"


def _who(parties: Iterable[Participant]) -> str:
    named = (
        (party.entity or party.text, " ".join(code for code in (party.country, party.sector) if code))
        for party in parties
    )
    return "; ".join(f"{name} ({codes})" if codes else name for name, codes in named)


def _act(mention: EventMention) -> str:
    modes = f" ({', '.join(mention.modes)})" if mention.modes else ""
    return f"{'NOT ' if mention.negated else ''}{mention.type}{modes}"


def _how(mention: EventMention) -> str:
    parts = (
        mention.certainty.value if mention.certainty is not Certainty.CERTAIN else "",
        mention.status.value if mention.status is not Status.OCCURRED else "",
    )
    return ", ".join(filter(None, parts))


def _according(said: Attribution | None) -> str:
    from dateline.report.names import voice

    names = []
    while said is not None:
        names.append(said.entity or voice(said))
        said = said.via
    return " via ".join(names)


def _cells(row: EventRow, alleged: bool) -> tuple[str, ...]:
    mention = row.mention
    place = mention.place
    said = _according(mention.attribution)
    return (
        _when(row),
        _who(mention.actors),
        _act(mention),
        _who(mention.recipients),
        (place.name or place.text) if place else "",
        _how(mention),
        f"{said} (alleged)" if alleged else said,
        mention.sentence.text,
    )


def _print(database: Database, wanted: EventFilter, form: EventsFormat) -> int:
    from dateline.store.alleged import alleged_among
    from dateline.store.export import ExportFormat, export

    rows = database.iter_events(wanted)
    if form is not EventsFormat.TABLE:
        return export(rows, sys.stdout, ExportFormat(form.value))
    listed = list(rows)
    alleged = alleged_among(database, [row.mention.mention_id for row in listed])
    cells = [_cells(row, row.mention.mention_id in alleged) for row in listed]
    if cells or not sys.stdout.isatty():
        print_table(_COLUMNS, cells)
    return len(cells)


def events(
    actor: Annotated[str | None, typer.Option(help="Who did it: a country (KOR, South Korea), a sector (KEN LAB), a party, person, words of another name; by commas.")] = None,
    recipient: Annotated[str | None, typer.Option(help="To whom: the same.")] = None,
    either: Annotated[str | None, typer.Option(help="Actor or recipient.")] = None,
    types: Annotated[
        list[str] | None, typer.Option("--type", help="PLOVER type, such as ACCUSE; several by commas or repeated.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="First day, month or year: 2024, 2024-10, 2024-10-05.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, month or year.")] = None,
    place: Annotated[str | None, typer.Option(help="Where: a country by code or name, or words of the place's name; several by commas.")] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Status; may be repeated.")] = None,
    doc: Annotated[str | None, typer.Option(help="Only this document: its id, or the file it came from.")] = None,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
    form: Annotated[EventsFormat, typer.Option("--format", help="How to print them.")] = EventsFormat.TABLE,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    citations: Annotated[bool, typer.Option("--citations", help="With the reports that notes cite, where they were stored.")] = False,
    merged: Annotated[bool, typer.Option("--merged", help="One line an event: all its statements, what they differ in, its sources.")] = False,
) -> None:
    """List coded acts by date. Days that the text does not tell stand in brackets: those of the document, or what is told around an act.

    "(alleged)" stands behind who says so where only the other side tells of the act.

    With --merged each event is listed once, with all its statements, if one of them matches.

    Exit codes: 0 done (also where nothing matches), 1 the database failed, 2 wrong usage, a party that nobody knows, or a document that is not there.
    """
    from dateline.reviewed import reviewed

    try:
        names = asked_types(types)
        of, to, any_of = (sought(one, problems.tell_reading) for one in (actor, recipient, either))
        wanted = EventFilter(of, to, any_of, names, since, until, sought_places(place), tuple(status or ()), doc, limit, citations)
        with reviewed(db) as database:
            refuse_unknown(database, actor, recipient, either)
            if merged:
                from dateline.cli.merged import print_merged

                count = print_merged(database, wanted, form.value)
            else:
                count = _print(database, wanted, form)
            if count == 0:
                refuse_unknown_document(database, doc)
    except DatelineError as error:
        problems.tell(error, "events")
        raise typer.Exit(2 if error.code in _USAGE else 1) from error
    if count == 0:
        typer.echo("no event matches", err=True)
