"""Decisions to and from the database: rows are appended, never changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.decisions.values import Decision, Kind, Record
from dateline.store import arrow
from dateline.store.duckdb import Database
from dateline.store.rows import NamedTable

_TABLE = "decisions"


def _dump(record: Record | None) -> str | None:
    return None if record is None else json.dumps(record, ensure_ascii=False)


def _load(text: str | None) -> Record | None:
    if text is None:
        return None
    loaded: Record = json.loads(text)
    return loaded


def append_decisions(database: Database, decisions: Sequence[Decision]) -> None:
    """Adds decisions in one transaction.

    Raises:
        DatelineError: E401 where the file cannot be written; none is stored then.
    """
    rows = [
        {
            "decision_id": one.decision_id,
            "position": one.position,
            "batch": one.batch,
            "reviewer": one.reviewer,
            "made": one.made.astimezone(UTC).replace(tzinfo=None),
            "kind": one.kind.value,
            "doc_id": one.doc_id,
            "input_id": one.input_id,
            "mention_id": one.mention_id,
            "before": _dump(one.before),
            "after": _dump(one.after),
            "base": _dump(one.base),
            "undoes": one.undoes,
        }
        for one in decisions
    ]
    database.append(NamedTable(_TABLE, pa.Table.from_pylist(rows, schema=arrow.schema_of(_TABLE))))


def load_decisions(database: Database) -> tuple[Decision, ...]:
    """Every decision, oldest first."""
    return tuple(
        Decision(
            row["decision_id"],
            row["position"],
            row["batch"],
            row["reviewer"],
            row["made"].replace(tzinfo=UTC),
            Kind(row["kind"]),
            row["doc_id"],
            row["input_id"],
            row["mention_id"],
            _load(row["before"]),
            _load(row["after"]),
            _load(row["base"]),
            row["undoes"],
        )
        for row in database.select(f"SELECT * FROM {_TABLE}")
    )
