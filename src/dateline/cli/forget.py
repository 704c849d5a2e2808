"""``dateline forget``: takes documents, and all that came from them, out of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import problems
from dateline.cli.asked import perhaps
from dateline.cli.grid import printable
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB


def forget(
    docs: Annotated[
        list[str], typer.Argument(help="Document ids, the files or corpus ids they came from, or imported files or data sets.", metavar="DOC...")
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
            imports = database.read("SELECT dataset, input_id FROM imports").to_pylist()
            imported = {name for row in imports for name in row.values()}
            unknown = {key: perhaps(database, key) for key in docs if key not in imported and not database.find(key)}
            gone = database.forget(*docs)
            merge_events(database)
    except DatelineError as error:
        problems.tell(error)
        raise typer.Exit(1) from error
    files = sum(key in {f"{row['dataset']}/{row['input_id']}" for row in imports} for key in gone)
    documents = len(gone) - files
    parts = [f"{documents} document{'' if documents == 1 else 's'}"] if documents or not files else []
    parts += [f"{files} imported file{'' if files == 1 else 's'}"] if files else []
    typer.echo(f"removed {' and '.join(parts)}")
    for key, others in unknown.items():
        typer.echo(f"not in the database: {printable(key + others)}", err=True)
    if unknown:
        raise typer.Exit(1)
