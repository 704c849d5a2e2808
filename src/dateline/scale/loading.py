"""What a run wrote into a folder, into a database: its tables part by part, as ``code`` without a folder would have written them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.scale.manifest import NAME, Manifest
from dateline.scale.run import finished_parts
from dateline.scale.target import Target, open_target
from dateline.scale.work import TABLES, PartDone, part_name
from dateline.store.values import InputFile, RunCounts, RunInfo, new_run

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
    for number in sorted(known):
        _store(database, run, target, known[number], problems.get(number))
    names = ("documents", "sentences", "mentions", "claims", "problems")
    totals = [sum(getattr(one, name) for one in known.values()) for name in names]
    database.finish_run(run, datetime.now(UTC), RunCounts(*totals))
    return Loaded(len(known), len(manifest.parts), totals[0], totals[2])


def _unread(problems: Iterable[pa.Table]) -> list[str]:
    """The inputs that a run had problems with."""
    return sorted({one for table in problems for one in table.column("input_id").to_pylist() if one is not None})


def _store(database: Database, run: RunInfo, target: Target, part: PartDone, problems: pa.Table | None) -> None:
    """The tables of a part in one transaction; ``problems`` is that of its problems, where it had any."""
    from dateline.store.rows import NamedTable

    tables = []
    for name in TABLES:
        table = problems if name == "problems" and problems is not None else _table(target, part, name)
        if table is not None:
            tables.append(NamedTable(name, table))
    database.write_tables(tables, run)


def _table(target: Target, part: PartDone, name: str) -> pa.Table | None:
    """A table of a part; ``None`` where the part wrote none."""
    import pyarrow.parquet as pq

    path = f"_{name}/{part_name(part.part)}.parquet"
    content = target.read(path) if any(file.name == path for file in part.files) else None
    return None if content is None else pq.read_table(io.BytesIO(content))
