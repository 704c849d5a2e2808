"""``dateline forget``: takes documents, and all that came from them, out of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.grid import printable
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB


def forget(
    docs: Annotated[
        list[str], typer.Argument(help="Document ids, or the files or corpus ids they came from.", metavar="DOC...")
    ],
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
) -> None:
    """Remove documents with their text, acts, claims, sources and problems, and rewrite the file without them.

    Exit codes: 0 all were removed, 1 one is not in the database or the database failed, 2 wrong usage.
    """
    from dateline.merging import merge_events
    from dateline.store.duckdb import Database

    try:
        if not Path(db).exists():
            raise DatelineError("E201", db, "it does not exist")
        with Database(db) as database:
            unknown = [key for key in docs if not database.find(key)]
            gone = database.forget(*docs)
            merge_events(database)
    except DatelineError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo(f"removed {len(gone)} document{'' if len(gone) == 1 else 's'}")
    for key in unknown:
        typer.echo(f"not in the database: {printable(key)}", err=True)
    if unknown:
        raise typer.Exit(1)
