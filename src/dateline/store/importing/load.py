"""Loads a file of another data set into the table ``imported``: batch by batch, in one transaction.

The rows are cut into cells here, DuckDB converts and checks them, and each different code of a batch is looked up once. A file is imported
as a whole or not at all, in place of an earlier import of the same file into the same data set.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.errors import DatelineError, problem
from dateline.ontology.fieldcodes import Party
from dateline.store.actfilter import OWN
from dateline.store.arrow import IMPORTED
from dateline.store.importing import keys as codes
from dateline.store.importing.formats import FieldFormat, Layout, layout
from dateline.store.importing.keys import Act
from dateline.store.importing.lines import Batch, csv_batches, first_row, opened, tab_batches
from dateline.store.session import Session
from dateline.types import Problem

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

T = TypeVar("T")

#: Malformed rows that become rows of ``problems``, each with its number; further ones are counted. A file in the wrong format is malformed in
#: every line.
LISTED: Final = 200
_CELL: Final = re.compile(r"\{([^}]+)\}")
_TEXT: Final = ("source_id", "actor_name", "recipient_name", "place_name", "publisher", "url", "text", "place_admin1", "place_admin2")
_REAL: Final = ("goldstein", "place_lat", "place_lon")
_INT: Final = ("n_reports", "n_sources", "fatalities")


@dataclass(frozen=True, slots=True)
class Malformed:
    """A row that was left out: the line of the file on which it begins, from 1, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. ``untyped`` rows are stored without a PLOVER type; ``malformed`` lists the first of ``n_malformed`` rows;
    ``bare`` says that CAMEO codes of the file had lost their leading zeros and were read with them."""

    dataset: str
    input_id: str
    format: str
    rows: int
    untyped: int
    n_malformed: int
    malformed: tuple[Malformed, ...] = ()
    bare: bool = False

    def problems(self) -> tuple[Problem, ...]:
        """The malformed rows as problems, and how many are not listed."""
        rows = [problem("E432", self.input_id, f"line {one.line}: {one.why}") for one in self.malformed]
        if self.n_malformed > len(rows):
            rows.append(problem("E432", self.input_id, f"{self.n_malformed - len(rows):,} further lines"))
        return tuple(rows)


@dataclass(slots=True)
class _Counts:
    rows: int = 0
    untyped: int = 0
    n_malformed: int = 0
    malformed: list[Malformed] = field(default_factory=list)


@dataclass(slots=True)
class _Known:
    """What the keys of earlier batches are."""

    acts: dict[str, Act] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    places: dict[str, str | None] = field(default_factory=dict)


def _sql(expression: str, columns: Sequence[str]) -> str:
    """The SQL of a format with its named cells as elements of the list ``cells``."""

    def cell(match: re.Match[str]) -> str:
        if match[1] not in columns:
            return "NULL::VARCHAR"
        return f"nullif(trim(cells[{columns.index(match[1]) + 1}]), '')"

    return _CELL.sub(cell, expression)


def _kept(form: FieldFormat, columns: Sequence[str]) -> str:
    """SQL of a map of the filled cells of the columns that are kept under their own names."""
    cells = ", ".join(f"{{'key': '{name}', 'value': {_sql(f'{{{name}}}', columns)}}}" for name in form.kept if name in columns)
    return f"map_from_entries(list_filter([{cells}], lambda one: one.value IS NOT NULL))" if cells else "MAP {}::MAP(VARCHAR, VARCHAR)"


def _stage(form: FieldFormat, columns: Sequence[str]) -> str:
    """SQL that converts a batch into the table ``staged``; what cannot be converted is NULL."""
    made = {
        "date": form.day,
        "act_key": f"coalesce({form.act}, '')",
        "actor_key": form.actor,
        "recipient_key": form.recipient,
        "place_key": f"coalesce({form.place}, '')",
        "published": form.more.get("published", "NULL::DATE"),
        **{name: form.more.get(name, "NULL::VARCHAR") for name in _TEXT},
        **{name: f"try_cast({form.more.get(name, 'NULL')} AS DOUBLE)" for name in _REAL},
        **{name: f"try_cast({form.more.get(name, 'NULL')} AS INTEGER)" for name in _INT},
    }
    listed = ", ".join(f"{_sql(expression, columns)} AS {name}" for name, expression in made.items())
    return f"CREATE OR REPLACE TEMP TABLE staged AS SELECT number AS line, len(cells) AS width, {listed}, {_kept(form, columns)} AS details FROM incoming"


_CONVERT: Final = """
SELECT ? AS dataset, ? AS input_id, s.line, s.source_id, s.date, s.published,
    CASE WHEN k.reversed THEN s.recipient_name ELSE s.actor_name END AS actor_name,
    CASE WHEN k.reversed THEN r.country ELSE a.country END AS actor_country,
    CASE WHEN k.reversed THEN r.sector ELSE a.sector END AS actor_sector,
    CASE WHEN k.reversed THEN r.sectors ELSE a.sectors END AS actor_sectors,
    CASE WHEN k.reversed THEN s.actor_name ELSE s.recipient_name END AS recipient_name,
    CASE WHEN k.reversed THEN a.country ELSE r.country END AS recipient_country,
    CASE WHEN k.reversed THEN a.sector ELSE r.sector END AS recipient_sector,
    CASE WHEN k.reversed THEN a.sectors ELSE r.sectors END AS recipient_sectors,
    k.type, k.modes, k.contexts, k.quad, k.score, coalesce(s.goldstein, k.goldstein) AS goldstein, k.cameo,
    s.place_name, p.country AS place_country, s.place_lat, s.place_lon, s.n_reports, s.n_sources, s.publisher, s.url, s.text,
    s.fatalities, s.place_admin1, s.place_admin2, s.details
FROM staged s
JOIN acts_known k ON k.key = s.act_key AND k.error IS NULL
JOIN parties_known a ON a.key = s.actor_key
JOIN parties_known r ON r.key = s.recipient_key
JOIN places_known p ON p.key = s.place_key
WHERE s.width = ? AND s.date IS NOT NULL
ORDER BY s.line
"""
_REJECTED: Final = """
SELECT s.line, s.width, s.date IS NULL, k.error
FROM staged s JOIN acts_known k ON k.key = s.act_key
WHERE s.width <> ? OR s.date IS NULL OR k.error IS NOT NULL
ORDER BY s.line
"""


def _looked_up(session: Session, column: str, known: dict[str, T], look: Callable[[str], T], *more: str) -> list[str]:
    """The different keys of a batch, each looked up where it is new."""
    parts = " UNION ".join(f"SELECT {name} AS key FROM staged" for name in (column, *more))
    found = [str(row[0]) for row in session.run(f"SELECT DISTINCT key FROM ({parts}) ORDER BY key")]
    for key in found:
        if key not in known:
            known[key] = look(key)
    return found


#: The columns of ``imported``; that some are never null is DuckDB's to check.
_SCHEMA: Final = pa.schema([pa.field(column.name, column.type) for column in IMPORTED])
_ACT_SCHEMA: Final = pa.schema(
    [("key", pa.string()), ("type", pa.string()), ("modes", pa.list_(pa.string())), ("contexts", pa.list_(pa.string())), ("quad", pa.int32()),
     ("score", pa.float64()), ("goldstein", pa.float64()), ("cameo", pa.string()), ("reversed", pa.bool_()), ("error", pa.string())]
)  # fmt: skip
_PARTY_SCHEMA: Final = pa.schema([("key", pa.string()), ("country", pa.string()), ("sector", pa.string()), ("sectors", pa.list_(pa.string()))])
_PLACE_SCHEMA: Final = pa.schema([("key", pa.string()), ("country", pa.string())])


def _act_row(key: str, act: Act) -> dict[str, Any]:
    shared = {name: getattr(act, name) for name in ("type", "quad", "score", "goldstein", "cameo", "reversed", "error")}
    return {"key": key, "modes": list(act.modes), "contexts": list(act.contexts), **shared}


def _party_row(key: str, party: Party) -> dict[str, Any]:
    return {"key": key, "country": party.country, "sector": party.sector, "sectors": list(party.sectors)}


def _tables(session: Session, form: FieldFormat, known: _Known) -> dict[str, pa.Table]:
    acts = _looked_up(session, "act_key", known.acts, form.acts)
    parties = _looked_up(session, "actor_key", known.parties, form.parties, "recipient_key")
    places = _looked_up(session, "place_key", known.places, form.places)
    return {
        "acts_known": pa.Table.from_pylist([_act_row(key, known.acts[key]) for key in acts], schema=_ACT_SCHEMA),
        "parties_known": pa.Table.from_pylist([_party_row(key, known.parties[key]) for key in parties], schema=_PARTY_SCHEMA),
        "places_known": pa.Table.from_pylist([{"key": key, "country": known.places[key]} for key in places], schema=_PLACE_SCHEMA),
    }


def _why(width: int, wanted: int, undated: bool, error: str | None) -> str:
    if width == 0:
        return "no line of CSV"
    if width != wanted:
        return f"{width} columns instead of {wanted}"
    return "no day of the act" if undated else str(error)


def _converted(session: Session, batch: Batch, found: Layout, keys: tuple[str, str], known: _Known, counts: _Counts) -> pa.Table:
    """The rows of a batch that are well formed, with the columns of the table ``imported``; counts them and the others."""
    form, wanted = found.format, len(found.columns)
    session.run(_stage(form, found.columns), incoming=batch.table)
    tables = _tables(session, form, known)
    rejected = session.run(_REJECTED, [wanted], acts_known=tables["acts_known"])
    counts.n_malformed += len(rejected)
    room = LISTED - len(counts.malformed)
    counts.malformed += [Malformed(line, _why(width, wanted, undated, error)) for line, width, undated, error in rejected[:room]]
    counts.rows += batch.table.num_rows - len(rejected)
    untyped = [key for key, act in known.acts.items() if act.type is None and act.error is None]
    if untyped:
        condition = "act_key IN (SELECT unnest(?::VARCHAR[])) AND width = ? AND date IS NOT NULL"
        counts.untyped += int(session.run(f"SELECT count(*) FROM staged WHERE {condition}", [untyped, wanted])[0][0])
    return session.table(_CONVERT, [*keys, wanted], **tables).select(_SCHEMA.names).cast(_SCHEMA)


class _Stream:
    """The converted rows of a file as an Arrow stream. What goes wrong on the way is kept in ``failure``, as a stream's reader hides it."""

    def __init__(self, scratch: Session, path: Path, found: Layout, keys: tuple[str, str]) -> None:
        self.counts = _Counts()
        self.failure: DatelineError | None = None
        self.known = _Known()
        self._of = (scratch, path, found, keys)
        self.reader = pa.RecordBatchReader.from_batches(_SCHEMA, self._rows())

    def _rows(self) -> Iterator[pa.RecordBatch]:
        scratch, path, found, keys = self._of
        try:
            for batch in _batches(path, found):
                yield from _converted(scratch, batch, found, keys, self.known, self.counts).to_batches()
        except DatelineError as error:
            self.failure = error


def _batches(path: Path, found: Layout) -> Iterator[Batch]:
    with opened(path) as stream:
        if found.delimiter == "\t":
            yield from tab_batches(stream, found.heading)
        else:
            yield from csv_batches(stream, found.heading, found.delimiter)


def import_file(database: Database, path: Path, run_id: str, *, dataset: str | None = None, form: str | None = None) -> ImportResult:
    """Imports a file.

    Args:
        database: an open database.
        path: a file of one of the formats of :mod:`dateline.store.importing.formats`; gzip, or a zip of one file, is unpacked on the way.
        run_id: the run that imports it.
        dataset: name of the data set; the name of the format where it is ``None``.
        form: the format, ``None`` to tell it by the first line.

    Returns:
        How many rows were imported, and which were malformed.

    Raises:
        DatelineError: E001-E003, E023 or E024 where the file cannot be read, E431 where its format is unknown, E205 for the name of own
        codings, E401 where the database cannot be written.
    """
    delimiter, cells = first_row(path)
    found = layout(str(path), delimiter, cells, form)
    name = dataset or found.format.name
    if name == OWN:
        raise DatelineError("E205", name, "own codings have this name", "give the data set another name")
    keys = (name, path.name)
    with database.scratch() as scratch, database.writing() as session:
        stream = _written(session, _Stream(scratch, path, found, keys), keys)
        bare = any(act.bare for act in stream.known.acts.values())
        if bare:
            # only the whole file shows that its codes have lost their zeros: what was read before is read again
            again = replace(found.format, acts=codes.act_of_file(stream.known.acts))
            stream = _written(session, _Stream(scratch, path, replace(found, format=again), keys), keys)
        counts = stream.counts
        numbers = (counts.rows, counts.untyped, counts.n_malformed)
        session.run("INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?)", [*keys, run_id, found.format.name, *numbers])
    return ImportResult(*keys, found.format.name, *numbers, tuple(counts.malformed), bare)


def _written(session: Session, stream: _Stream, keys: tuple[str, str]) -> _Stream:
    """Puts the rows of a file in place of an earlier import of it; the same stream.

    Raises:
        DatelineError: what ended the reading; the transaction is rolled back.
    """
    session.run("DELETE FROM imported WHERE dataset = ? AND input_id = ?", keys)
    session.run("DELETE FROM imports WHERE dataset = ? AND input_id = ?", keys)
    session.run("INSERT INTO imported BY NAME SELECT * FROM incoming", incoming=stream.reader)
    if stream.failure is not None:
        raise stream.failure
    return stream


def forget_imports(session: Session, keys: Sequence[str]) -> tuple[str, ...]:
    """Removes the imports of these files or data sets; gives them as ``data set/file``."""
    condition = "dataset IN (SELECT unnest(?::VARCHAR[])) OR input_id IN (SELECT unnest(?::VARCHAR[]))"
    wanted = [list(keys), list(keys)]
    gone = session.run(f"SELECT dataset, input_id FROM imports WHERE {condition} ORDER BY ALL", wanted)
    if gone:
        for table in ("imported", "imports"):
            session.run(f"DELETE FROM {table} WHERE {condition}", wanted)
    return tuple(f"{dataset}/{input_id}" for dataset, input_id in gone)


def imports_of(database: Database) -> Counter[str]:
    """The imported data sets with the number of their rows."""
    rows = database.read("SELECT dataset, sum(n_rows)::BIGINT AS n FROM imports GROUP BY ALL ORDER BY ALL").to_pylist()
    return Counter({str(row["dataset"]): int(row["n"]) for row in rows})
