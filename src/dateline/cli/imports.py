"""``dateline import``: event data of other projects, beside own codings."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli import problems
from dateline.cli.grid import printable
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB, RunCounts, RunInfo, new_run
from dateline.version import __version__
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.store.duckdb import Database
    from dateline.store.importing import ImportResult

#: Malformed lines that are shown; all that are listed stand in the table ``problems``.
SHOWN: Final = 20
_USAGE: Final = ("E205",)


def import_(
    files: Annotated[list[Path], typer.Argument(help="Files; .gz, and .zip of one file, are unpacked.", metavar="FILE...")],
    form: Annotated[
        str | None, typer.Option("--format", help="polecat, icews, gdelt1, gdelt2, phoenix, acled or ucdp-ged.", show_default="told by the first line")
    ] = None,
    dataset: Annotated[str | None, typer.Option(help="Name of the data set.", show_default="name of the format")] = None,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
) -> None:
    """Import POLECAT, ICEWS, GDELT, Phoenix, ACLED or UCDP GED files. A file that was imported before is replaced.

    A malformed line is left out, reported by its number, and listed in the table problems.

    Exit codes: 0 all lines were imported, 1 a file or lines of it were not, 2 wrong usage.
    """
    from dateline.store.duckdb import Database
    from dateline.store.importing.formats import format_names

    if form is not None and form not in format_names():
        raise typer.BadParameter(f"formats: {', '.join(format_names())}", param_hint="--format")
    run = new_run(f"dateline {__version__} import", datetime.now(UTC))
    failed = False
    try:
        with Database(db) as database:
            database.begin_run(run)
            for path in files:
                failed |= _import(database, path, run, dataset, form)
            database.finish_run(run, datetime.now(UTC), RunCounts())
    except DatelineError as error:
        problems.tell(error, "import")
        raise typer.Exit(2 if error.code in _USAGE else 1) from error
    if failed:
        raise typer.Exit(1)


def _import(database: Database, path: Path, run: RunInfo, dataset: str | None, form: str | None) -> bool:
    """Imports a file and says what came of it; true where something was left out."""
    from dateline.store.importing import import_file

    try:
        result = import_file(database, path, run.run_id, dataset=dataset, form=form)
    except DatelineError as error:
        if error.code in ("E205", "E401"):
            raise
        database.write_problems([error.to_problem()], run)
        problems.tell(error, "import")
        return True
    database.clear_problems(result.input_id)
    if result.n_malformed:
        database.write_problems(result.problems(), run)
    _say(result)
    return bool(result.n_malformed)


def _say(result: ImportResult) -> None:
    name = printable(result.input_id)
    typer.echo(f"{name}: {plural(result.rows, 'row')} imported as {result.format} into {printable(result.dataset)}")
    if result.untyped:
        typer.echo(f"{name}: {result.untyped:,} of them have no PLOVER type and are not counted (docs/formats.md)", err=True)
    if result.bare:
        typer.echo(f"{name}: CAMEO codes have lost their leading zeros, as other programs drop them, and were read with them (36 as 036)", err=True)
    for one in result.malformed[:SHOWN]:
        typer.echo(f"{name}: line {one.line}: {printable(one.why)} [E432]", err=True)
    if result.n_malformed > SHOWN:
        typer.echo(f"{name}: {result.n_malformed - SHOWN:,} further malformed lines", err=True)
