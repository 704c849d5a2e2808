"""Coding into a database: what ``dateline code --db`` and the library do with a stream of documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.types import Coded, Document, Problem

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline
    from dateline.ranon import RanOn
    from dateline.store import RunInfo
    from dateline.store.duckdb import Database

#: Coded documents written in one transaction: keeps short documents fast and loses little where a run is killed.
WRITE_BATCH = 50
#: A file that does not exist, a folder or pattern with nothing to read.
_ABSENT: Final = frozenset({"E001", "E009"})


def run_and_store(
    pipeline: Pipeline, stream: Iterable[Document | Problem], target: str | None, *, citations: bool = False, ran_on: RanOn | None = None
) -> Iterator[Coded | Problem]:
    """Code the stream and store it as it comes, so that what was reported done is on disk.

    ``ran_on`` is what the stream is read from, for the table ``runs``; problems that earlier runs had with these inputs are gone at the end,
    but for those that this run has too.

    A database is not made for nothing but names of files that do not exist, which would be as if there were no act in them.
    """
    from dateline.read.repeated import with_copies, with_repeated_ids

    stream, found = _anything(with_repeated_ids(stream))
    if target is None or not (found or Path(target).exists()):
        yield from pipeline.code_stream(with_copies(stream))
        return
    from dateline.extract.parse import parser_version
    from dateline.ranon import RanOn
    from dateline.store import Model, RunCounts, new_run
    from dateline.store.duckdb import Database

    options = pipeline.options
    settings = (ran_on or RanOn()).settings(options, citations=citations)
    models = (Model("parser", parser_version(options.parser)), Model("coder", pipeline.coder.name))
    with Database(target) as database:
        run = new_run(pipeline.coder_name, datetime.now(UTC), settings=settings, models=models)
        database.begin_run(run)
        counts = [0, 0, 0, 0, 0]
        hashes: list[tuple[str, str]] = []
        for batch in _batched(pipeline.code_stream(with_copies(stream, lambda: stored_texts(database)))):
            _store(database, batch, run, counts, hashes, citations=citations)
            yield from batch
        if ran_on is not None:
            database.clear_earlier(run, named_by(ran_on.inputs))
        database.finish_run(run, datetime.now(UTC), RunCounts(*counts), inputs=hashes)


def named_by(inputs: Sequence[str]) -> Callable[[str], bool]:
    """Whether an input, by its id, is of what was named: a file or address itself, a line or message of it, or a file below a folder.

    Example:
        >>> is_named = named_by(["pile/news.csv", "./notes"])
        >>> is_named("./pile/news.csv:12"), is_named("notes/a.txt"), is_named("pile/other.csv")
        (True, True, False)
    """
    from dateline.read.inputs import listed, writable_path

    known: set[str] = set()
    folders = tuple(f"{writable_path(named).rstrip('/')}/" for named in inputs)
    for named in inputs:
        try:
            known |= {_place(path) for path in (writable_path(named), *map(writable_path, listed(named).paths))}
        except DatelineError:  # it has gone, which reading has told
            known.add(_place(writable_path(named)))

    def is_named(input_id: str) -> bool:
        whole, _, line = input_id.rpartition(":")
        return input_id.startswith(folders) or _place(whole if line.isdigit() else input_id) in known

    return is_named


def _place(path: str) -> str:
    return os.path.abspath(path)


def _anything(stream: Iterable[Document | Problem]) -> tuple[Iterator[Document | Problem], bool]:
    """The stream, and whether there is anything in it but names that nothing is found under."""
    items = iter(stream)
    absent: list[Document | Problem] = []
    for item in items:
        if not isinstance(item, Problem) or item.code not in _ABSENT:
            return chain(absent, (item,), items), True
        absent.append(item)
    return iter(absent), False


def merged(coded: list[Coded], target: str | None) -> list[Coded]:
    """Merges what was stored into events and gives the mentions theirs; without a database each mention stays its own."""
    if target is None or not Path(target).exists():
        return coded
    from dateline.merging import merge_events, renumbered
    from dateline.store.duckdb import Database

    with Database(target) as database:
        merge_events(database)
        return renumbered(database, coded)


def stored_texts(database: Database) -> dict[str, str]:
    """The documents of a database by :func:`dateline.read.repeated.text_key`, without those that are copies of another."""
    rows = database.select(
        "SELECT md5(text) AS digest, published, input_id FROM documents"
        " WHERE doc_id NOT IN (SELECT doc_id FROM problems WHERE code = 'W133' AND doc_id IS NOT NULL) ORDER BY input_id DESC"
    )
    return {f"{row['digest']} {row['published'] or ''}": row["input_id"] for row in rows}


def _batched(items: Iterable[Coded | Problem]) -> Iterator[list[Coded | Problem]]:
    batch: list[Coded | Problem] = []
    for item in items:
        batch.append(item)
        if len(batch) >= WRITE_BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _store(
    database: Database, batch: list[Coded | Problem], run: RunInfo, counts: list[int], hashes: list[tuple[str, str]], *, citations: bool
) -> None:
    from dateline.citedreports import with_citations
    from dateline.rejudged import judged_otherwise, told_of

    coded = [with_citations(item) if citations else item for item in batch if isinstance(item, Coded)]
    problems = [item for item in batch if isinstance(item, Problem)]
    if coded:
        changing = judged_otherwise(database, [item.document for item in coded])
        database.write_batch(coded, run)
        told = told_of(database, changing)
        batch += told
        problems += told
    if problems:
        database.write_problems(problems, run)
    counts[0] += len(coded)
    counts[1] += sum(len(c.sentences) for c in coded)
    counts[2] += sum(len(c.mentions) for c in coded)
    counts[3] += sum(len(c.claims) for c in coded)
    counts[4] += len(problems) + sum(len(c.problems) for c in coded)
    hashes += [(c.document.input_id, c.document.raw_sha256) for c in coded]
