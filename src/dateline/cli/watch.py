"""``dateline watch``: code what comes into a folder or a feed, each document once."""

from __future__ import annotations

import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import problems
from dateline.cli.code import OutputFormat, show
from dateline.config import DEFAULT_CODER
from dateline.errors import DatelineError
from dateline.storing import merged, run_and_store
from dateline.types import Coded, Problem

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline
    from dateline.store.duckdb import Database
    from dateline.watch import Known, Source


class WatchFormat(StrEnum):
    """What is printed of new documents."""

    TABLE = "table"
    JSONL = "jsonl"


def watch(
    source: Annotated[str, typer.Argument(help="A folder, or a feed (RSS or Atom): its file or address.")],
    once: Annotated[bool, typer.Option("--once", help="Look once and stop.")] = False,
    every: Annotated[float, typer.Option(min=1, help="Seconds between two looks.")] = 300,
    follow: Annotated[bool, typer.Option("--follow", help="Fetch the pages a feed links to; else its own text is coded.")] = False,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Admit addresses of your own machine and network.")] = False,
    form: Annotated[WatchFormat, typer.Option("--format", help="What to print.")] = WatchFormat.TABLE,
    db: Annotated[str | None, typer.Option(help="The database.", envvar="DATELINE_DB", show_default="dateline.duckdb")] = None,
    coder: Annotated[str, typer.Option(help="Which coder to use.")] = DEFAULT_CODER,
    model: Annotated[Path | None, typer.Option(help="Model folder for the trained coder.")] = None,
    actors: Annotated[Path | None, typer.Option(help="A file of your own actors.")] = None,
    parser: Annotated[str | None, typer.Option(help="Package of the spaCy pipeline.", envvar="DATELINE_PARSER")] = None,
) -> None:
    """Code new files or feed items as they come, once each; what is stored already is passed over, in later runs too.

    Exit codes: 0 done, or ended by Ctrl+C, 1 there is no such folder or feed, or with --once something failed, 2 wrong usage.
    """
    from dateline.pipeline import CodeOptions, Pipeline
    from dateline.read import ReadOptions
    from dateline.read.fetch import Fetcher, FetchOptions
    from dateline.store import DEFAULT_DB
    from dateline.watch import open_source

    fetcher = Fetcher(FetchOptions(allow_private=allow_private))
    opened = open_source(source, ReadOptions(), fetcher, follow=follow, settle=not once)
    pipeline = Pipeline(CodeOptions(coder=coder, actors=actors, parser=parser, model=model))
    failed = False
    try:
        while True:
            failed = _look(opened, pipeline, db or DEFAULT_DB, OutputFormat(form.value), once=once) or failed
            if once:
                break
            time.sleep(every)
    except KeyboardInterrupt:
        return
    if failed:
        raise typer.Exit(1)


def _look(source: Source, pipeline: Pipeline, db: str, form: OutputFormat, *, once: bool) -> bool:
    """Code and store what is new; whether something failed. A database in use is waited for until the next look."""
    from dateline.store.duckdb import Database
    from dateline.watch import batches

    failed = False
    try:
        with Database(db) as database:
            known = _known(database, pipeline.coder_name)
        for batch in batches(source.look(known)):
            results = list(run_and_store(pipeline, batch, db))
            coded = merged([item for item in results if isinstance(item, Coded)], db)
            show(coded, form, None, claims=False)
            sys.stdout.flush()
            failed = _problems(results) or failed
        if source.mended:
            with Database(db) as database:
                database.clear_problems(*source.mended)
            source.mended.clear()
    except DatelineError as error:
        if once or error.code != "E202":
            raise
        problems.tell(error)
    return failed


def _known(database: Database, program: str) -> Known:
    """What is stored: documents, their inputs, and inputs that could not be read or coded and will not be at another look of this program."""
    from dateline.watch import PASSING, Known

    documents = database.query("SELECT doc_id, input_id FROM documents").to_pydict()
    told = database.query(
        "SELECT p.input_id, p.doc_id, p.code, p.severity, p.detail, epoch(r.started) AS began, r.program"
        " FROM problems p JOIN runs r USING (run_id) WHERE p.origin = 'run' ORDER BY r.started"
    ).to_pylist()
    lasting = [row for row in told if row["severity"] == "error" and row["code"] not in PASSING]
    unread = [row["input_id"] for row in lasting if row["code"].startswith("E0")]
    uncoded = [one for row in lasting if not row["code"].startswith("E0") and row["program"] == program for one in (row["doc_id"], row["input_id"]) if one]
    ids = frozenset((*documents["doc_id"], *documents["input_id"], *unread, *uncoded))
    return Known(ids, {(row["input_id"], row["code"], row["detail"]): row["began"] for row in told})


def _problems(results: list[Coded | Problem]) -> bool:
    """The problems of inputs and documents on standard error; whether an input failed."""
    failed = [item for item in results if isinstance(item, Problem)]
    problems.tell_all([*failed, *(one for item in results if isinstance(item, Coded) for one in item.problems)])
    return any(item.severity == "error" for item in failed)
