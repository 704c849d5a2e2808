"""What a run wrote into a folder, into a database: its tables part by part, as ``code`` without a folder would have written them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.scale.manifest import NAME, Manifest
from dateline.scale.run import finished_parts
from dateline.scale.target import Target, open_target
from dateline.scale.twice import twice_in
from dateline.scale.work import TABLES, PartDone, table_of
from dateline.store.load import to_problem
from dateline.store.values import InputFile, RunCounts, RunInfo, new_run
from dateline.storing import named_by, stored_texts
from dateline.types import Problem

if TYPE_CHECKING:
    import pyarrow as pa

    from dateline.store.duckdb import Database

#: What a folder of an earlier version lacks.
_NEEDED: Final = "_mentions/"


#: So many inputs are kept of those with one kind of problem, to be named.
KEPT: Final = 20


@dataclass(slots=True)
class Said:
    """What a run says of its inputs with one code and remedy: the first such problems, each of another input, and how many inputs have one."""

    first: list[Problem] = field(default_factory=list)
    inputs: int = 0

    def take(self, found: Sequence[Problem], inputs: int) -> None:
        """Add the problems of a part, of which the first of each input is enough, and the number of its inputs that have one."""
        known = {one.input_id for one in self.first}
        self.first += [one for one in found if one.input_id not in known][: KEPT - len(self.first)]
        self.inputs += inputs


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was stored of a run: how many of its parts are done, what these hold, and what is said of their inputs, by code."""

    done: int
    parts: int
    documents: int
    mentions: int
    said: tuple[Said, ...] = ()

    @property
    def unread(self) -> int:
        """How many inputs have an error."""
        return sum(one.inputs for one in self.said if one.first[0].severity == "error")


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
    said: dict[tuple[str, str], Said] = {}
    for number in sorted(known):
        _note(said, problems.get(number), twice.get(number, ()))
        _store(database, run, target, known[number], problems.get(number), twice.get(number, ()))
    names = ("documents", "sentences", "mentions", "claims", "problems")
    totals = [sum(getattr(one, name) for one in known.values()) for name in names]
    totals[-1] += sum(map(len, twice.values()))
    if len(known) == len(manifest.parts):
        database.clear_earlier(run, named_by([one.path for one in manifest.inputs]))
    database.finish_run(run, datetime.now(UTC), RunCounts(*totals))
    return Loaded(len(known), len(manifest.parts), totals[0], totals[2], tuple(said[kind] for kind in sorted(said)))


def _unread(problems: Iterable[pa.Table]) -> list[str]:
    """The inputs that a run had problems with."""
    return sorted({one for table in problems for one in table.column("input_id").to_pylist() if one is not None})


def _note(said: dict[tuple[str, str], Said], table: pa.Table | None, twice: Sequence[Problem]) -> None:
    """Add what is said of the inputs of a part to what is said of those before."""
    if table is not None:
        _note_table(said, table)
    for one in twice:
        said.setdefault((one.code, one.fix), Said()).take([one], 1)


def _note_table(said: dict[tuple[str, str], Said], table: pa.Table) -> None:
    """Add the problems of a table, of which only those that are kept become values."""
    import pyarrow.compute as pc

    for kind in table.group_by(["code", "fix"], use_threads=False).aggregate([]).to_pylist():
        some = table.filter(pc.and_(pc.equal(table.column("code"), kind["code"]), pc.equal(table.column("fix"), kind["fix"])))
        inputs = pc.unique(some.column("input_id"))
        rows = some.take([pc.index(some.column("input_id"), one).as_py() for one in inputs[:KEPT]]).to_pylist()
        said.setdefault((kind["code"], kind["fix"]), Said()).take([to_problem(row) for row in rows], len(inputs))


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
