"""What a database holds, without what the clock and the number of runs put into it: to be compared with an undisturbed run's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from dateline.store.duckdb import Database

#: Differ between two runs over the same input: which run it was, and when somebody decided.
VOLATILE: Final = frozenset({"run_id", "made", "decision_id"})
#: Tables of what happened rather than of what is: a killed run leaves its row, and an event that was known by another id before further documents
#: came keeps it as an alias.
RUNS: Final = frozenset({"runs", "schema_version", "event_aliases"})
#: To which event a mention belongs depends on the documents stored beside it.
TOGETHER: Final = frozenset({"event_id"})
#: The bookkeeping of merging.
MERGING: Final = "merged"


def contents(path: Path) -> dict[str, list[str]]:
    """The rows of each table as text, sorted."""
    with Database(path, read_only=True) as db:
        names = [str(row["table_name"]) for row in db.read("SELECT table_name FROM duckdb_tables() ORDER BY 1").to_pylist()]
        return {name: sorted(_row(row) for row in db.read(f"SELECT * FROM {name}").to_pylist()) for name in names if name not in RUNS}


def _row(row: Mapping[str, Any], without: frozenset[str] = VOLATILE) -> str:
    return repr([(key, value) for key, value in row.items() if key not in without])


def of_documents(path: Path) -> dict[str, dict[str, list[str]]]:
    """The rows of each stored document, table by table, without what depends on other documents."""
    found: dict[str, dict[str, list[str]]] = {}
    with Database(path, read_only=True) as db:
        for one in db.read("SELECT doc_id FROM documents").to_pylist():
            found[str(one["doc_id"])] = {}
        sql = "SELECT table_name FROM duckdb_columns() WHERE column_name = 'doc_id' AND NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())"
        for table in sorted(str(row["table_name"]) for row in db.read(sql).to_pylist() if row["table_name"] != MERGING):
            for row in db.read(f"SELECT * FROM {table} WHERE doc_id IS NOT NULL").to_pylist():
                assert row["doc_id"] in found, f"{table} holds rows of {row['doc_id']}, which is not stored"
                found[str(row["doc_id"])].setdefault(table, []).append(_row(row, VOLATILE | TOGETHER))
    return {doc: {table: sorted(rows) for table, rows in tables.items()} for doc, tables in found.items()}
