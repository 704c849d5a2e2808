"""What a run wrote into a folder, into a database: its tables part by part, as ``code`` without a folder would have written them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.scale.manifest import NAME, Manifest
from dateline.scale.run import finished_parts
from dateline.scale.target import Target, open_target
from dateline.scale.twice import twice_in
from dateline.scale.work import TABLES, PartDone, table_of
from dateline.store.values import InputFile, RunCounts, RunInfo, new_run
from dateline.storing import stored_texts
from dateline.types import Problem

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
    problems = {number: table for number, part in known.items() if part.problems and (table := table_of(target, part, "problems")) is not None}
    database.clear_problems(*_unread(problems.values()))
    twice = twice_in(target, known, lambda: stored_texts(database))
    for number in sorted(known):
        _store(database, run, target, known[number], problems.get(number), twice.get(number, ()))
    names = ("documents", "sentences", "mentions", "claims", "problems")
    totals = [sum(getattr(one, name) for one in known.values()) for name in names]
    totals[-1] += sum(map(len, twice.values()))
    database.finish_run(run, datetime.now(UTC), RunCounts(*totals))
    return Loaded(len(known), len(manifest.parts), totals[0], totals[2])


def _unread(problems: Iterable[pa.Table]) -> list[str]:
    """The inputs that a run had problems with."""
    return sorted({one for table in problems for one in table.column("input_id").to_pylist() if one is not None})


def _store(database: Database, run: RunInfo, target: Target, part: PartDone, problems: pa.Table | None, twice: Sequence[Problem]) -> None:
    """The tables of a part in one transaction; ``problems`` is that of its problems, where it had any, ``twice`` what is said of its documents besides."""
    import pyarrow as pa

    from dateline.store.rows import NamedTable, problems_to_table

    tables = []
    for name in TABLES:
        table = problems if name == "problems" and problems is not None else table_of(target, part, name)
        if name == "problems" and twice:
            said = problems_to_table(twice, run.run_id, "read").table
            table = said if table is None else pa.concat_tables([table, said.cast(table.schema)])
        if table is not None:
            tables.append(NamedTable(name, table))
    database.write_tables(tables, run)
