"""``dateline brief``: the page that people forward, from files or from a query on a database."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.askedactors import refuse_unknown, sought, sought_places
from dateline.askedcodes import asked_types
from dateline.cli import problems
from dateline.cli.asked import say_readings
from dateline.cli.coding import code_files, pipeline_of
from dateline.cli.endings import format_for
from dateline.config import BRIEF_LIMIT, DEFAULT_CODER, BriefFormat
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB, EventFilter
from dateline.store.output import check_place
from dateline.types import Status
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.briefs import Selection
    from dateline.report.extras import ResponseReport
    from dateline.responses import ResponseOptions

#: Errors of a query are wrong usage, not a failure.
_USAGE = ("E205", "E411")
#: Endings of ``--out``.
_ENDINGS: Final = {
    BriefFormat.HTML: (".html", ".htm"), BriefFormat.DOCX: (".docx",), BriefFormat.MD: (".md", ".markdown"), BriefFormat.PDF: (".pdf",),
}  # fmt: skip


def brief(
    inputs: Annotated[list[str] | None, typer.Argument(help="Files or folders to code; without any, the acts in the database.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write it here; - for standard output.", show_default="brief.html")] = None,
    form: Annotated[BriefFormat | None, typer.Option("--format", help="The format; by default the one --out ends in, else html.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title, where it is not to be the document's.")] = None,
    actor: Annotated[str | None, typer.Option(help="Whose response to --to: codes or names, parted by commas. Alone: only acts by this actor.")] = None,
    to: Annotated[str | None, typer.Option(help='The act responded to: "PRK MOBILIZE RUS" (* for any), "PRK" (all it did), or an event id.')] = None,
    recipient: Annotated[str | None, typer.Option(help="Only acts on this recipient: a country by code or name, a body, or words of another name; several by commas.")] = None,
    either: Annotated[str | None, typer.Option(help="Only acts with this actor or recipient.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="Only this PLOVER type; several by commas or repeated.")] = None,
    since: Annotated[str | None, typer.Option(help="First day, month or year (with --to: of the act responded to).")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, month or year.")] = None,
    within: Annotated[int | None, typer.Option(min=1, help="With --to: days after it to look at.", show_default="183, or as the text goes")] = None,
    place: Annotated[str | None, typer.Option(help="Only acts at this place: a country by code or name, or words of the place's name.")] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Only this status; may be repeated.")] = None,
    doc: Annotated[str | None, typer.Option(help="Only this document of the database: its id, or the file it came from.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many acts of the database, the latest.")] = BRIEF_LIMIT,
    short: Annotated[bool, typer.Option("--short", help="Only the head: what happened and the sources of it, about a page for each affair; with --to the response too.")] = False,
    pictures: Annotated[bool, typer.Option(help="Set the pages of PDF files with the acts marked.")] = True,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
    published: Annotated[str | None, typer.Option("--date", help="Publication date of the files (YYYY-MM-DD).")] = None,
    coder: Annotated[str, typer.Option(help="Which coder to use on files, and on the headlines that notes cite.")] = DEFAULT_CODER,
) -> None:
    """Make a brief: one offline HTML file with summary, claims, timeline, network, map, marked text, acts and sources; or Word, Markdown, PDF.

    Exit codes: 0 done, 1 a file, the database or the browser failed, 2 wrong usage, 3 nothing to show.
    """
    asked = _Asked(inputs, actor, to, recipient, either, tuple(types or ()), since, until, within, place, tuple(status or ()), doc)
    asked.check()
    form, out = target(form, out)
    try:
        check_place(None if str(out) == "-" else out)
        if to is not None and actor:
            say_readings(actor, to)
        selection, response, failed = _selected(asked, limit, db, published, coder)
        if not selection.coded:
            typer.echo("nothing to show: no document was read, or no act matches", err=True)
            raise typer.Exit(1 if failed else 3)
        _make(selection, response, form, out, coder, title=title, with_pictures=pictures and not short, short=short)
    except DatelineError as error:
        problems.tell(error, "brief")
        raise typer.Exit(2 if error.code in _USAGE else 1) from error
    if failed:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for."""

    inputs: list[str] | None
    actor: str | None
    to: str | None
    recipient: str | None
    either: str | None
    types: tuple[str, ...]
    since: str | None
    until: str | None
    within: int | None
    place: str | None
    statuses: tuple[Status, ...]
    doc: str | None

    def check(self) -> None:
        """Refuses options that do not go together: filters go with a database, --to with --actor."""
        filters = (self.recipient, self.either, self.types, self.place, self.statuses, self.doc)
        alone = (self.actor, self.since, self.until) if self.to is None else ()
        if (self.inputs or self.to is not None) and any(filters):
            raise typer.BadParameter("filters go with a query on a database, not with files and not with --to")
        if self.inputs and any(alone):
            raise typer.BadParameter("--actor, --since and --until go with a query on a database, or with --to")
        if self.to is not None and not self.actor:
            raise typer.BadParameter("--to needs --actor: whose response")

    def filter(self) -> EventFilter:
        """The query on a database.

        Raises:
            DatelineError: E205 or E411 for a value that is none.
        """
        names = asked_types(self.types)
        actor, recipient, either = (sought(one, problems.tell_reading) for one in (self.actor, self.recipient, self.either))
        return EventFilter(actor, recipient, either, names, self.since, self.until, sought_places(self.place), self.statuses, self.doc)

    def options(self) -> ResponseOptions:
        """The days of the act responded to, and how far to look.

        Raises:
            DatelineError: E205 for a day that is none.
        """
        from dateline.responses import ResponseOptions
        from dateline.store.values import first_day, last_day

        return ResponseOptions(first_day(self.since) if self.since else None, last_day(self.until) if self.until else None, self.within)


def target(form: BriefFormat | None, out: Path | None) -> tuple[BriefFormat, Path]:
    """The format of a brief and where to write it.

    Raises:
        typer.BadParameter: the file's ending is no brief's, or that of another format than the one asked for.
    """
    if form is None and out is not None and out.suffix and not any(out.suffix.lower() in known for known in _ENDINGS.values()):
        raise typer.BadParameter(f"{out}: a brief ends in {', '.join(f'.{one.value}' for one in BriefFormat)}, or give --format")
    form = format_for(out, form, _ENDINGS, BriefFormat.HTML)
    return form, out if out is not None else Path(f"brief.{form.value}")


def _selected(asked: _Asked, limit: int, db: str, published: str | None, coder: str) -> tuple[Selection, ResponseReport | None, bool]:
    """The documents and acts, the response where one is asked for, and whether a file failed."""
    from dateline.briefs import WHOLE, Selection, select, unread_line
    from dateline.merging import with_events
    from dateline.reviewed import reviewed

    if asked.inputs:
        found, failed = code_files(asked.inputs, published, pipeline_of(coder))
        coded = with_events(found)
        selection, response = Selection(coded, excerpts=len(coded) > WHOLE, left_out=unread_line(failed)), None
        if asked.to is not None:
            from dateline.briefresponse import in_documents

            response = in_documents(coded, asked.actor or "", asked.to, asked.options())
        return selection, response, bool(failed)
    if asked.to is None:
        wanted = asked.filter()
        with reviewed(db) as database:
            refuse_unknown(database, asked.actor, asked.recipient, asked.either)
        return select(db, wanted, limit), None, False
    from dateline.briefresponse import in_database

    response, selection = in_database(db, asked.actor or "", asked.to, asked.options())
    return selection, response, False


def _make(selection: Selection, response: ResponseReport | None, form: BriefFormat, out: Path, coder: str, *, title: str | None, with_pictures: bool, short: bool) -> None:
    from dateline.briefs import make_extras, render
    from dateline.version import __version__

    extras = make_extras(selection, with_pictures=with_pictures and form in (BriefFormat.HTML, BriefFormat.PDF))
    if not selection.excerpts and not short:
        from dateline.briefaudit import findings

        extras = replace(extras, findings=findings(selection.coded, pipeline_of(coder)))
    _write(render(selection, replace(extras, response=response, short=short), form, title=title, program=f"dateline {__version__}"), out)
    acts = plural(sum(len(one.mentions) for one in selection.coded), "act")
    print(f"dateline: {plural(len(selection.coded), 'document')}, {acts}; brief: {out}", file=sys.stderr)


def _write(made: bytes, out: Path) -> None:
    from dateline.store.output import write_bytes

    if str(out) == "-":
        sys.stdout.buffer.write(made)
        return
    write_bytes(made, out)
