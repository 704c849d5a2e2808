"""``dateline brief``: the page that people forward, from files or from a query on a database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.phrases import to_day
from dateline.config import BRIEF_LIMIT, DEFAULT_CODER, BriefFormat
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB, EventFilter
from dateline.types import Status

if TYPE_CHECKING:
    from dateline.briefs import Selection
    from dateline.report.extras import Extras, ResponseReport
    from dateline.types import Coded

#: Errors of a query are wrong usage, not a failure.
_USAGE = ("E205", "E411")


def brief(
    inputs: Annotated[list[str] | None, typer.Argument(help="Files or folders to code; without any, the acts in the database.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write it here; - for standard output.", show_default="brief.html")] = None,
    form: Annotated[BriefFormat | None, typer.Option("--format", help="The format; by default the one --out ends in, else html.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title, where it is not to be the document's.")] = None,
    actor: Annotated[str | None, typer.Option(help="Whose response to --to: codes or names, parted by commas. Alone: only acts by this actor.")] = None,
    to: Annotated[str | None, typer.Option(help='The act responded to: "PRK MOBILIZE RUS" (* for any), or an event id.')] = None,
    recipient: Annotated[str | None, typer.Option(help="Only acts on this recipient: a country code or words of the name.")] = None,
    either: Annotated[str | None, typer.Option(help="Only acts with this actor or recipient.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="Only this PLOVER type; may be repeated.")] = None,
    since: Annotated[str | None, typer.Option(help="First day, month or year (with --to: of the act responded to).")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, month or year.")] = None,
    within: Annotated[int | None, typer.Option(min=1, help="With --to: days after it to look at.", show_default="183")] = None,
    place: Annotated[str | None, typer.Option(help="Only acts at this place: a country code or words of the name.")] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Only this status; may be repeated.")] = None,
    doc: Annotated[str | None, typer.Option(help="Only this document of the database: its id, or the file it came from.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many acts of the database, the latest.")] = BRIEF_LIMIT,
    pictures: Annotated[bool, typer.Option(help="Set the pages of PDF files with the acts marked.")] = True,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
    published: Annotated[str | None, typer.Option("--date", help="Publication date of the files (YYYY-MM-DD).")] = None,
    coder: Annotated[str, typer.Option(help="Which coder to use on files.")] = DEFAULT_CODER,
) -> None:
    """Make a brief: one offline HTML file with summary, claims, timeline, network, map, marked text, acts and sources; or Word, Markdown, PDF.

    Exit codes: 0 done, 1 a file, the database or the browser failed, 2 wrong usage, 3 nothing to show.
    """
    from dateline import briefs
    from dateline.version import __version__

    wanted = _filter(inputs, actor if to is None else None, recipient, either, types, since if to is None else None, until if to is None else None, place, status, doc)
    form, out = _target(form, out)
    try:
        selection, response, failed = _selected(inputs, wanted, actor, to, since, until, within, limit, db, published, coder)
        if not selection.coded:
            typer.echo("nothing to show: no document was read, or no act matches", err=True)
            raise typer.Exit(1 if failed else 3)
        extras = _extras(selection, response, with_pictures=pictures and form in (BriefFormat.HTML, BriefFormat.PDF))
        made = briefs.render(selection, extras, form, title=title, program=f"dateline {__version__}")
        _write(made, out)
    except DatelineError as error:
        typer.echo(f"dateline: {error}", err=True)
        raise typer.Exit(2 if error.code in _USAGE else 1) from error
    from dateline.report.names import plural

    acts = plural(sum(len(one.mentions) for one in selection.coded), "act")
    print(f"dateline: {plural(len(selection.coded), 'document')}, {acts}; brief: {out}", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


def _filter(
    inputs: list[str] | None, actor: str | None, recipient: str | None, either: str | None, types: list[str] | None, since: str | None,
    until: str | None, place: str | None, status: list[Status] | None, doc: str | None,
) -> EventFilter:  # fmt: skip
    """The query; filters go with the database only."""
    if inputs and any((actor, recipient, either, types, since, until, place, status, doc)):
        raise typer.BadParameter("filters go with a database, not with files (--actor alone is one; with --to it asks for a response)")
    try:
        names = tuple(name.upper() for name in types or ())
        return EventFilter(actor, recipient, either, names, since, until, place, tuple(status or ()), doc)
    except DatelineError as error:
        raise typer.BadParameter(str(error)) from error


def _target(form: BriefFormat | None, out: Path | None) -> tuple[BriefFormat, Path]:
    """The format and where to write it."""
    known = {one.value: one for one in BriefFormat} | {"htm": BriefFormat.HTML, "markdown": BriefFormat.MD}
    if form is None:
        suffix = "" if out is None else out.suffix.lower().removeprefix(".")
        if suffix and suffix not in known:
            raise typer.BadParameter(f"{out}: a brief ends in {', '.join(f'.{one.value}' for one in BriefFormat)}, or give --format")
        form = known.get(suffix, BriefFormat.HTML)
    return form, out if out is not None else Path(f"brief.{form.value}")


def _selected(
    inputs: list[str] | None, wanted: EventFilter, actor: str | None, to: str | None, since: str | None, until: str | None, within: int | None, limit: int,
    db: str, published: str | None, coder: str,
) -> tuple[Selection, ResponseReport | None, bool]:  # fmt: skip
    """The documents and acts, the response where one is asked for, and whether a file failed."""
    from dateline.briefs import WHOLE, Selection, select

    if to is not None and not actor:
        raise typer.BadParameter("--to needs --actor: whose response")
    if to is None:
        if not inputs:
            return select(db, wanted, limit), None, False
        coded, failed = _code(inputs, published, coder)
        return Selection(coded, excerpts=len(coded) > WHOLE), None, failed
    from dateline.briefresponse import in_database, in_documents
    from dateline.responses import ResponseOptions
    from dateline.store.values import first_day, last_day

    days = ResponseOptions(first_day(since) if since else None, last_day(until) if until else None, within)
    if not inputs:
        response, selection = in_database(db, actor or "", to, days)
        return selection, response, False
    coded, failed = _code(inputs, published, coder)
    return Selection(coded, excerpts=len(coded) > WHOLE), in_documents(coded, actor or "", to, days), failed


def _extras(selection: Selection, response: ResponseReport | None, *, with_pictures: bool) -> Extras:
    from dataclasses import replace

    from dateline.briefs import make_extras

    return replace(make_extras(selection, with_pictures=with_pictures), response=response)


def _code(inputs: list[str], published: str | None, coder: str) -> tuple[tuple[Coded, ...], bool]:
    """The coded files, none of them stored, and whether one failed (said on standard error)."""
    from dateline.briefs import with_events
    from dateline.pipeline import CodeOptions, Pipeline
    from dateline.read import ReadOptions, read_inputs
    from dateline.types import Coded as _Coded

    coded, failed = [], False
    for item in Pipeline(CodeOptions(coder=coder)).code_stream(read_inputs(inputs, ReadOptions(date=to_day(published)))):
        if isinstance(item, _Coded):
            coded.append(item)
            continue
        failed |= item.severity == "error"
        print(f"dateline: {item.severity}: {item.input_id}: {item.detail}; {item.fix} [{item.code}]", file=sys.stderr)
    return with_events(coded), failed


def _write(made: bytes, out: Path) -> None:
    if str(out) == "-":
        sys.stdout.buffer.write(made)
        return
    try:
        out.write_bytes(made)
    except OSError as error:
        raise DatelineError("E401", str(out), error.strerror) from error
