"""``dateline review``: the local workbench in which people check and correct the coding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import problems
from dateline.errors import DatelineError, install
from dateline.store import DEFAULT_DB


def review(
    db: Annotated[str, typer.Argument(help="The database.", envvar="DATELINE_DB")] = DEFAULT_DB,
    host: Annotated[str, typer.Option(help="Address to listen at; another than this machine's own needs a token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8321,
    token: Annotated[
        str | None, typer.Option(envvar="DATELINE_REVIEW_TOKEN", help="What a browser must bring; required with another --host.")
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", help="A further name under which the workbench is reached; may be repeated.")
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show everything, change nothing.")] = False,
    seed: Annotated[str, typer.Option(help="Of the random sample; the same seed draws the same acts.")] = "1",
) -> None:
    """Open the review workbench in the browser: check, correct, add and adjudicate coded acts.

    Exit codes: 0 it was ended, 1 it cannot start, 2 wrong usage.
    """
    try:
        from dateline.review.server import ServeOptions, serve
    except ModuleNotFoundError as error:
        missing = DatelineError("E402", str(error.name), fix=install("review"))
        problems.tell(missing)
        raise typer.Exit(1) from error
    if not Path(db).exists():
        problems.tell(DatelineError("E201", db, "it does not exist"))
        raise typer.Exit(1)
    options = ServeOptions(host, port, token, tuple(name.lower() for name in allow_host or ()), read_only, seed)
    try:
        serve(Path(db), options, lambda address: typer.echo(f"Review at {address} (Ctrl+C ends it)"))
    except DatelineError as error:
        problems.tell(error)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        typer.echo("ended; every decision is stored")
