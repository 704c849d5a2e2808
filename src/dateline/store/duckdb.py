"""The database: one DuckDB file. This module is the only importer of duckdb.

Every write is one transaction, so that a process killed at any moment leaves the last complete document. DuckDB's own
checkpoints do not keep that promise: they are off, and made here under a journal (:mod:`dateline.store.checkpoint`).
A new file is made beside its place and moved there when its tables exist. Connections can reach no other file, so a
query cannot either.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import duckdb
import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.errors import DatelineError
from dateline.store import load
from dateline.store.checkpoint import beside, guarded, recover
from dateline.store.leftovers import fresh_beside, remove_leftovers
from dateline.store.migrations import CREATE_VERSION_TABLE, VERSION_TABLE, latest, pending
from dateline.store.patience import Patience
from dateline.store.queryhelp import words_elsewhere
from dateline.store.rows import NamedTable
from dateline.store.session import Session
from dateline.store.statements import (
    quoted,
)
from dateline.store.writing import Writing

#: DuckDB takes 80% of the machine's memory by default; a worker may use 1.2 GB in all (bar "cost of starting").
#: Larger queries spill to a folder beside the database.
MEMORY_LIMIT: Final = "512MB"
#: The log at which a checkpoint is made, in bytes: the threshold at which DuckDB makes its own, which is put out of reach.
CHECKPOINT_AT: Final = 16 * 2**20
_Settings = dict[str, str | bool | int | float | list[str]]
_OPEN: Final[_Settings] = {"memory_limit": MEMORY_LIMIT, "checkpoint_threshold": "1000TB"}
_SEALED: Final[_Settings] = {
    **_OPEN,
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}
#: Functions that may stand in a reading statement and make a checkpoint, which no journal would guard, and one that hides others.
_CHECKPOINTS: Final = frozenset({"CHECKPOINT", "FORCE_CHECKPOINT", "JSON_EXECUTE_SERIALIZED_SQL"})
#: Statements that :meth:`Database.query` lets through; DESCRIBE, SHOW, SUMMARIZE and VALUES count as SELECT in DuckDB.
_READING: Final = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
_INCOMING: Final = "dateline_incoming"
#: "EXPLAIN ANALYZE" runs what it explains.
_ANALYSED: Final = re.compile(r"\banalyze\b.*(?:checkpoint|json_execute)", re.IGNORECASE | re.DOTALL)
#: Rows of a result that are held at a time.
ANSWER_ROWS: Final = 10_000
#: What DuckDB says of a query that was broken off, by the clock or by the user.
_BROKEN_OFF: Final = re.compile(r"^INTERRUPT Error|Query interrupted")
_HOLDER = re.compile(r"PID (\d+)")
#: What DuckDB says of a file that is cut or overwritten, when it comes to the place; want of room it tells as what it could not write.
_DAMAGED: Final = re.compile(r"could not read|checksum|corrupt|deserializ", re.IGNORECASE)
#: The first bytes of a DuckDB file behind its checksum.
_MAGIC: Final = slice(8, 12), b"DUCK"


def _opening_error(path: Path, error: duckdb.Error) -> DatelineError:
    text = str(error)
    if "different configuration" in text:
        return DatelineError("E202", str(path), "this process has it open in another way")
    if "could not set lock" in text.lower() or "being used by another process" in text:
        holder = _HOLDER.search(text)
        return DatelineError("E202", str(path), f"process {holder[1]} holds it" if holder else None)
    if path.is_file() and not _is_duckdb(path):
        return DatelineError("E201", str(path), "it is no DuckDB database", "give another path with --db, or restore a copy of it")
    return _failure("E201", path, error)


def _is_duckdb(path: Path) -> bool:
    """Whether a file begins as a DuckDB database, or cannot be looked at."""
    place, magic = _MAGIC
    try:
        with path.open("rb") as stream:
            return stream.read(place.stop)[place] == magic
    except OSError:
        return True


def _unreadable(path: Path, error: Exception) -> DatelineError:
    """The error for a database whose file is damaged."""
    return DatelineError("E201", str(path), f"it cannot be read: {str(error).splitlines()[0]}", "restore a copy of it, or code the documents into a new one")


def _failure(code: str, where: object, error: Exception) -> DatelineError:
    """A failed statement as a coded error: want of memory is always E206, as neither the file nor the SQL is at fault."""
    return DatelineError("E206" if isinstance(error, duckdb.OutOfMemoryException) else code, str(where), str(error).splitlines()[0])


def _refuse_folder(path: Path) -> None:
    """Refuses a folder in place of the database's file, and no name at all.

    Raises:
        DatelineError: E201.
    """
    if (path / "_manifest.json").is_file():
        raise DatelineError("E201", str(path), "it is the folder of a run", f"load it into a database first: dateline code {path} --db FILE")
    if path.is_dir():
        raise DatelineError("E201", str(path), "it is a folder", "give the path of a file, such as dateline.duckdb")


def _connect(path: Path, *, read_only: bool, sealed: bool = True) -> duckdb.DuckDBPyConnection:
    try:
        recover(path)
        connection = duckdb.connect(str(path), read_only=read_only, config=_SEALED if sealed else _OPEN)
        if not connection.execute("SELECT current_setting('lock_configuration')").fetchall()[0][0]:
            connection.execute("PRAGMA disable_checkpoint_on_shutdown")
            _settle(connection, locked=sealed)
        return connection
    except duckdb.Error as error:
        raise _opening_error(path, error) from error


def _settle(connection: duckdb.DuckDBPyConnection, *, locked: bool) -> None:
    """DuckDB shows a bar on standard output, among the results, where a query takes seconds in what it takes for a session (a notebook, ``python -c``)."""
    connection.execute("SET enable_progress_bar = false")
    if locked:
        connection.execute("SET lock_configuration = true")


def _checkpoint(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Moves what the log holds into the file; an error leaves it in the log."""
    blocks = connection.execute("SELECT block_id FROM pragma_metadata_info() ORDER BY block_id").fetchall()
    size = connection.execute("SELECT block_size FROM pragma_database_size() WHERE database_name = current_database()").fetchall()
    with guarded(path, [int(row[0]) for row in blocks], int(size[0][0])):
        connection.execute("CHECKPOINT")


def _version(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The version of an open database; 0 where it is empty."""
    try:
        names = {str(row[0]) for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if VERSION_TABLE in names:
            # a result that is not fetched to its end blocks the connection
            rows = connection.execute(f"SELECT coalesce(max(number), 0) FROM {VERSION_TABLE}").fetchall()
            return int(rows[0][0])
    except duckdb.Error as error:
        raise DatelineError("E201", str(path), str(error).splitlines()[0]) from error
    if names:
        raise DatelineError("E201", str(path), "it is a DuckDB file with tables of another program")
    return 0


def _migrate(connection: duckdb.DuckDBPyConnection, version: int) -> None:
    if version == 0:
        connection.execute(CREATE_VERSION_TABLE)
    for migration in pending(version):
        connection.execute("BEGIN")
        connection.execute(migration.sql)
        connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES (?, ?)", [migration.number, migration.name])
        connection.execute("COMMIT")


def _remove(path: Path) -> None:
    for leftover in (path, beside(path, ".wal")):
        leftover.unlink(missing_ok=True)


def _create(path: Path) -> None:
    """Makes an empty database beside ``path`` and moves it there; another process that was faster wins."""
    fresh = fresh_beside(path)
    try:
        _remove(fresh)
        connection = _connect(fresh, read_only=False)
        try:
            _migrate(connection, 0)
            connection.execute("CHECKPOINT")
        finally:
            connection.close()
        if path.exists() and path.stat().st_size == 0:
            path.unlink()
        orphan = beside(path, ".wal")  # of a database that somebody deleted: it fits no other
        orphaned = orphan.exists()
        os.link(fresh, path)
        if orphaned:
            orphan.unlink(missing_ok=True)
    except FileExistsError:
        pass
    except DatelineError as error:
        raise DatelineError(error.code, str(path), (error.found or "").replace(fresh.name, path.name)) from error
    except (OSError, duckdb.Error) as error:
        raise DatelineError("E201", str(path), str(error).splitlines()[0].replace(fresh.name, path.name)) from error
    finally:
        _remove(fresh)


class Database(Writing):
    """The store of documents, mentions, claims, sources and problems in one DuckDB file; a context manager.

    Args:
        path: the file; it is created where it does not exist, unless ``read_only``.
        read_only: several processes may read at the same time, while nobody writes.

    Raises (on entering):
        DatelineError: E201 where it cannot be opened or is not Dateline's, E202 where another process holds it, E203
        where a newer
            Dateline wrote it.

    Not for several threads at a time. Example::

        with Database("dateline.duckdb") as db:
            db.begin_run(run)
            db.write(coded, run)
    """

    def __init__(self, path: str | os.PathLike[str], read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._open: duckdb.DuckDBPyConnection | None = None

    def __enter__(self) -> Self:
        _refuse_folder(self.path)
        if not self.path.exists() or (not self.read_only and self.path.is_file() and self.path.stat().st_size == 0):
            if self.read_only:
                raise DatelineError("E201", str(self.path), "it does not exist")
            if not self.path.parent.is_dir():
                raise DatelineError("E201", str(self.path), f"there is no folder {self.path.parent}", "make the folder, or give another path with --db")
            _create(self.path)
        connection = _connect(self.path, read_only=self.read_only)
        if not self.read_only:
            remove_leftovers(self.path)  # of a process that was killed between making the file and clearing up
        try:
            version = _version(connection, self.path)
            if version > latest():
                raise DatelineError("E203", str(self.path), f"version {version}, this one knows {latest()}")
            if version < latest() and self.read_only:
                connection.close()
                with Database(self.path):  # brings the tables up to date, which a reader cannot
                    pass
                connection = _connect(self.path, read_only=True)
            elif version < latest():
                _migrate(connection, version)
        except duckdb.Error as error:
            connection.close()
            raise _failure("E201", self.path, error) from error
        except DatelineError:
            connection.close()
            raise
        self._open = connection
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._open is not None:
            self._shorten_log(0)
            self._open.close()
            self._open = None
        if isinstance(error, duckdb.OutOfMemoryException):
            raise _failure("E206", self.path, error) from error
        if isinstance(error, duckdb.Error):  # a block that is damaged shows only when it is read
            raise _unreadable(self.path, error) from error

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        if self._open is None:
            raise DatelineError("E201", str(self.path), "it is closed", "use it in a with statement")
        return self._open

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A write that is done as a whole or not at all."""
        connection = self._connection
        try:
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, duckdb.Error) and _DAMAGED.search(str(error)):
                raise _unreadable(self.path, error) from error
            if isinstance(error, duckdb.Error | pa.ArrowException | UnicodeError):
                raise _failure("E401", self.path, error) from error
            raise
        self._shorten_log(CHECKPOINT_AT)

    def _shorten_log(self, longest: int) -> None:
        """Makes a checkpoint where the log is longer; one that fails takes nothing from what is stored, and is made another time."""
        with suppress(OSError, duckdb.Error):
            if not self.read_only and beside(self.path, ".wal").stat().st_size > longest:
                with self._connection.cursor() as cursor:  # a result that is not read to its end blocks the connection
                    _checkpoint(cursor, self.path)

    def _roll_back(self) -> None:
        try:
            self._connection.execute("ROLLBACK")
        except duckdb.Error:  # the failure has ended the transaction already
            return

    def _insert(self, part: NamedTable) -> None:
        if part.table.num_rows == 0:
            return
        connection = self._connection
        connection.register(_INCOMING, part.table)
        try:
            connection.execute(f"INSERT INTO {part.name} BY NAME SELECT * FROM {_INCOMING}")
        finally:
            with suppress(duckdb.TransactionException):  # of a transaction that has failed: its own error tells why
                connection.unregister(_INCOMING)

    def _rows(self, sql: str, *parameters: object) -> list[load.Row]:
        return load.rows_in_order(self._connection.sql(sql, params=list(parameters)).to_arrow_table())

    def compact(self) -> None:
        """Rewrites the file without the room that removed rows still take; a crash leaves the old file or the new one.

        Raises:
            DatelineError: E202 where another process took the file in between, E401 where there is no room for the
            copy.
        """
        self.__exit__(None, None, None)
        fresh = self.path.with_name(f"{self.path.name}.compact")  # one name: the lock lets one process in
        connection = _connect(self.path, read_only=False, sealed=False)
        try:
            _remove(fresh)
            name = str(connection.execute("SELECT current_database()").fetchall()[0][0])
            _checkpoint(connection, self.path)
            connection.execute(f"ATTACH {quoted(str(fresh), chr(39))} AS compacted")
            connection.execute(f"COPY FROM DATABASE {quoted(name, chr(34))} TO compacted")
            connection.execute("CHECKPOINT compacted")
            connection.execute("DETACH compacted")
            os.replace(fresh, self.path)
        except (OSError, duckdb.Error) as error:
            raise DatelineError("E401", str(self.path), str(error).splitlines()[0]) from error
        finally:
            connection.close()
            _remove(fresh)
            self.__enter__()

    # reading

    def query(self, sql: str) -> pa.Table:
        """The whole result of one reading statement, as :meth:`answer` gives it in pieces.

        Raises:
            DatelineError: as :meth:`answer`.
        """
        return pa.concat_tables(self.answer(sql))

    def answer(self, sql: str, *, rows: int = ANSWER_ROWS, seconds: float | None = None) -> Generator[pa.Table]:
        """The result of one reading statement (SELECT, WITH, DESCRIBE, SHOW, EXPLAIN ...) in pieces, the first of them without rows; it can reach
        no file and change nothing.

        Args:
            sql: the statement.
            rows: at most so many in a piece.
            seconds: how long it may work; ``None`` for as long as it takes.

        Raises:
            DatelineError: E204 where it is not one reading statement, or fails; E206 where it needs more memory than there may be; E207 where it
                works longer than it may.
            KeyboardInterrupt: the user broke it off.
        """
        connection = self._connection
        patience = Patience(connection.interrupt, seconds)
        try:
            statements = connection.extract_statements(sql)
            if len(statements) != 1 or not _reads(statements[0]) or _makes_checkpoint(connection, sql):
                raise DatelineError(
                    "E204",
                    sql.strip()[:80],
                    "one statement that reads is wanted: SELECT, WITH, DESCRIBE, SHOW, EXPLAIN",
                )
            connection.execute("BEGIN TRANSACTION READ ONLY")
            try:
                reader = patience.wait_for(lambda: connection.sql(sql).to_arrow_reader(rows))
                yield reader.schema.empty_table()
                while (piece := _next(reader, patience)) is not None:
                    yield piece
            finally:
                if self._open is not None:  # a reader that stops early may have closed it
                    self._roll_back()
        except (duckdb.Error, pa.ArrowException, OSError, RuntimeError) as error:
            raise _unanswered(sql, error, patience) from error

    def read(self, sql: str, *parameters: object, **tables: pa.Table) -> pa.Table:
        """The result of a query of the package itself, with parameters; it may read the tables by their names.

        Raises:
            DatelineError: E204 where it fails.
        """
        connection = self._connection
        for name, table in tables.items():
            connection.register(name, table)
        try:
            return connection.sql(sql, params=list(parameters)).to_arrow_table()
        except duckdb.Error as error:
            raise _failure("E204", self.path, error) from error
        finally:
            for name in tables:
                connection.unregister(name)

    def stream(self, sql: str, *parameters: object, rows: int) -> Iterator[pa.RecordBatch]:
        """The same in batches of at most so many rows, for results of any length; nothing else may be asked meanwhile.

        Raises:
            DatelineError: E204 where it fails.
        """
        try:
            yield from self._connection.sql(sql, params=list(parameters)).to_arrow_reader(rows)
        except duckdb.Error as error:
            raise _failure("E204", self.path, error) from error

    @contextmanager
    def scratch(self) -> Iterator[Session]:
        """A database of its own in memory, for work on the way into this one: a long transaction keeps what it drops until its end."""
        connection = duckdb.connect(":memory:", config=_SEALED)
        try:
            _settle(connection, locked=True)
            yield Session(connection)
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction for another module of the store (:mod:`dateline.store.importing`): done as a whole or not at all.

        Raises:
            DatelineError: E401 where the file cannot be written.
        """
        with self._transaction() as connection:
            yield Session(connection)

    def select(self, sql: str, *parameters: object) -> list[load.Row]:
        """The rows of a reading statement of Dateline's own, with parameters; sorted by ``position`` where it has that column.

        Raises:
            DatelineError: E204 where it fails.
        """
        return load.rows_in_order(self.read(sql, *parameters))


def _next(reader: pa.RecordBatchReader, patience: Patience) -> pa.Table | None:
    """The next piece of a result; ``None`` behind the last."""
    batch = patience.wait_for(lambda: next(reader, None))
    return None if batch is None else pa.Table.from_batches([batch])


def _unanswered(sql: str, error: Exception, patience: Patience) -> BaseException:
    """Why a query was not answered. What fails in the middle of a result is told by its words alone."""
    said = str(error)
    if _BROKEN_OFF.search(said):
        return DatelineError("E207", sql.strip()[:80]) if patience.spent else KeyboardInterrupt()
    if isinstance(error, duckdb.OutOfMemoryException) or said.startswith("Out of Memory"):
        return DatelineError("E206", sql.strip()[:80], said.splitlines()[0])
    what, fix = words_elsewhere(sql, said) or (said, None)
    return DatelineError("E204", sql.strip()[:80], what, fix)


def _makes_checkpoint(connection: duckdb.DuckDBPyConnection, sql: str) -> bool:
    """Whether a reading statement calls a function that makes a checkpoint, by whatever name: its plan says so.

    A statement that explains has no plan of its own; it is taken at its words.
    """
    try:
        plan = json.loads(connection.execute(f"EXPLAIN (FORMAT json) {sql}").fetchall()[0][1])
    except duckdb.Error:  # it explains another statement, or it is in error, which its own run tells best
        return _ANALYSED.search(sql) is not None
    return not _CHECKPOINTS.isdisjoint(_steps(plan))


def _steps(plan: Sequence[dict[str, Any]]) -> Iterator[str]:
    for step in plan:
        yield str(step.get("name", "")).strip().upper()
        yield from _steps(step.get("children", ()))


def _reads(statement: duckdb.Statement) -> bool:
    """Whether a statement only reads; its type may be one that this version of the library has no name for (UPDATE EXTENSIONS)."""
    try:
        return statement.type in _READING
    except ValueError:
        return False
