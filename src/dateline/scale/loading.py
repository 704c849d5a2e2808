"""What a run wrote into a folder, into a database: its tables part by part, as ``code`` without a folder would have written them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.read.repeated import with_copies, with_repeated_ids
from dateline.scale.manifest import NAME, Manifest
from dateline.scale.run import finished_parts
from dateline.scale.target import Target, open_target
from dateline.scale.work import TABLES, PartDone, part_name
from dateline.store.values import InputFile, RunCounts, RunInfo, new_run
from dateline.storing import stored_texts
from dateline.types import Document, Problem

if TYPE_CHECKING:
    import pyarrow as pa

    from dateline.store.duckdb import Database

#: What a folder of an earlier version lacks.
_NEEDED: Final = "_mentions/"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was stored of a run: how many of its parts are done, and what these hold."""

    done: int
    parts: int
    documents: int
    mentions: int


def load_run_into(database: Database, url: str) -> Loaded:
    """Store the documents and acts of a run; those that came from the same inputs before are replaced, as if the inputs were coded again.

    Args:
        database: open for writing; its events are not merged yet.
        url: the folder that ``code --out`` wrote, a path or what fsspec takes.

    Raises:
        DatelineError: E405 where the folder holds no run; E408 where it lacks the tables; E401 where the database cannot be written.
    """
    target = open_target(url)
    content = target.read(NAME)
    if content is None:
        raise DatelineError("E405", f"{target.url}/{NAME}", "no run of 'code --out FOLDER' is there")
    manifest = Manifest.from_json(content, f"{target.url}/{NAME}")
    known = finished_parts(target)
    if any(one.mentions and not any(file.name.startswith(_NEEDED) for file in one.files) for one in known.values()):
        raise DatelineError("E408", target.url)
    inputs = tuple(InputFile(one.path, one.sha256) for one in manifest.inputs if one.sha256 is not None)
    run = replace(new_run(manifest.program, datetime.now(UTC), inputs=inputs), run_id=manifest.run_id)
    database.begin_run(run)
    problems = {number: table for number, part in known.items() if part.problems and (table := _table(target, part, "problems")) is not None}
    database.clear_problems(*_unread(problems.values()))
    twice = _twice(database, target, known)
    for number in sorted(known):
        _store(database, run, target, known[number], problems.get(number), twice[number])
    names = ("documents", "sentences", "mentions", "claims", "problems")
    totals = [sum(getattr(one, name) for one in known.values()) for name in names]
    totals[-1] += sum(map(len, twice.values()))
    database.finish_run(run, datetime.now(UTC), RunCounts(*totals))
    return Loaded(len(known), len(manifest.parts), totals[0], totals[2])


def _unread(problems: Iterable[pa.Table]) -> list[str]:
    """The inputs that a run had problems with."""
    return sorted({one for table in problems for one in table.column("input_id").to_pylist() if one is not None})


def _twice(database: Database, target: Target, parts: dict[int, PartDone]) -> dict[int, list[Problem]]:
    """What is said of documents that come twice in a run, by part: no worker sees the parts of others, so it is found here, as coding them into
    the database would have."""
    of_part: dict[str, int] = {}

    def documents() -> Iterator[Document]:
        for number in sorted(parts):
            table = _table(target, parts[number], "documents")
            for row in table.select(["doc_id", "input_id", "text", "raw_sha256", "published"]).to_pylist() if table is not None else ():
                of_part[row["doc_id"]] = number
                yield Document(**row)

    # of a document that stands twice the later is stored
    last = {one.doc_id: one.problems for one in with_copies(with_repeated_ids(documents()), lambda: stored_texts(database)) if isinstance(one, Document)}
    found: dict[int, list[Problem]] = {number: [] for number in parts}
    for doc_id, problems in last.items():
        found[of_part[doc_id]] += problems
    return found


def _store(database: Database, run: RunInfo, target: Target, part: PartDone, problems: pa.Table | None, twice: Sequence[Problem]) -> None:
    """The tables of a part in one transaction; ``problems`` is that of its problems, where it had any, ``twice`` what is said of its documents besides."""
    import pyarrow as pa

    from dateline.store.rows import NamedTable, problems_to_table

    tables = []
    for name in TABLES:
        table = problems if name == "problems" and problems is not None else _table(target, part, name)
        if name == "problems" and twice:
            said = problems_to_table(twice, run.run_id, "read").table
            table = said if table is None else pa.concat_tables([table, said.cast(table.schema)])
        if table is not None:
            tables.append(NamedTable(name, table))
    database.write_tables(tables, run)


def _table(target: Target, part: PartDone, name: str) -> pa.Table | None:
    """A table of a part; ``None`` where the part wrote none."""
    import pyarrow.parquet as pq

    path = f"_{name}/{part_name(part.part)}.parquet"
    content = target.read(path) if any(file.name == path for file in part.files) else None
    return None if content is None else pq.read_table(io.BytesIO(content))
