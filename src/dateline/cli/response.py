"""``dateline response``: how actors responded to what others did, with the reason for every line."""

from __future__ import annotations

import json
import shlex
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli import problems
from dateline.cli.asked import say_readings
from dateline.cli.coding import code_files, pipeline_of
from dateline.config import DEFAULT_CODER
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB

if TYPE_CHECKING:
    from dateline.analyse.response import ResponseReport
    from dateline.responses import ResponseOptions

#: Errors of a query are wrong usage, not a failure.
_USAGE: Final = ("E205", "E411")
#: Files named in a hint.
_NAMED: Final = 3


class ResponseFormat(StrEnum):
    """How the answer is printed."""

    TABLE = "table"
    JSON = "json"


def response(
    inputs: Annotated[list[str] | None, typer.Argument(help="Files or folders to code and ask; the database where none is given.")] = None,
    actor: Annotated[str, typer.Option(help="Whose response: codes or names of countries, parties or persons, parted by commas (KOR,Japan,KEN OPP,CHP).")] = "",
    to: Annotated[str, typer.Option(help='To what: "PRK MOBILIZE RUS" (actor, type, recipient or place; * for any), "PRK" (all it did), or an event id.')] = "",
    since: Annotated[str | None, typer.Option(help="First day, month or year of the trigger.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, month or year of the trigger.")] = None,
    within: Annotated[int | None, typer.Option(min=1, help="Days after the trigger to look at.", show_default="183, or as the text goes")] = None,
    confidence: Annotated[float | None, typer.Option(min=0, max=1, help="Least confidence of a coded act.", show_default="0.5")] = None,
    form: Annotated[ResponseFormat, typer.Option("--format", help="How to print it.")] = ResponseFormat.TABLE,
    unrelated: Annotated[bool, typer.Option("--unrelated", help="Also list what was set aside, with the reasons (table only).")] = False,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
    published: Annotated[str | None, typer.Option("--date", help="Publication date of the files (YYYY-MM-DD).")] = None,
    coder: Annotated[str, typer.Option(help="Which coder to use on files.")] = DEFAULT_CODER,
) -> None:
    """Show how actors responded to an act: the ladder from statement to force, restraint, and what others did.

    Exit codes: 0 done, 1 a file or the database failed, 2 wrong usage, 3 nothing matches the trigger.
    """
    if not actor or not to:
        raise typer.BadParameter("both --actor and --to are needed, as in --actor KOR --to 'PRK MOBILIZE RUS'")
    try:
        say_readings(actor, to)
        report, failed = _report(inputs, actor, to, _options(since, until, within, confidence), db, published, coder)
    except DatelineError as error:
        problems.tell(error, "response")
        raise typer.Exit(2 if error.code in _USAGE else 1) from error
    if form is ResponseFormat.JSON:
        from dateline.analyse.response.jsonform import report_to_dict

        typer.echo(json.dumps(report_to_dict(report), ensure_ascii=False, indent=1))
    elif report.trigger is not None:
        from dateline.cli.ladder import print_report

        print_report(report, unrelated=unrelated)
    if report.trigger is None:
        typer.echo(f"no act matches {to!r}{_of_days(since, until)}; {_where_to_look(inputs)}", err=True)
        raise typer.Exit(3)
    if failed:
        raise typer.Exit(1)


def _of_days(since: str | None, until: str | None) -> str:
    """The days that were asked for, in words."""
    return "".join(f" {word} {day}" for word, day in (("since", since), ("until", until)) if day)


def _where_to_look(inputs: list[str] | None) -> str:
    """What shows the acts that there are: files are not stored, so their acts are not in the database."""
    if not inputs:
        return "'dateline events' shows what there is"
    return f"'dateline code {shlex.join(inputs[:_NAMED])}{' ...' if len(inputs) > _NAMED else ''} --no-db' shows what there is"


def _options(since: str | None, until: str | None, within: int | None, confidence: float | None) -> ResponseOptions:
    from dateline.responses import ResponseOptions
    from dateline.store.values import first_day, last_day

    return ResponseOptions(first_day(since) if since else None, last_day(until) if until else None, within, confidence)


def _report(
    inputs: list[str] | None, actor: str, to: str, options: ResponseOptions, db: str, published: str | None, coder: str
) -> tuple[ResponseReport, bool]:
    """The report, and whether a file failed."""
    from dateline.responses import respond_in_database, respond_in_documents

    if not inputs:
        return respond_in_database(Path(db), actor, to, options), False
    coded, failed = code_files(inputs, published, pipeline_of(coder))
    return respond_in_documents(coded, actor, to, options), bool(failed)
