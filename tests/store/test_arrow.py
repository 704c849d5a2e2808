"""The Arrow schemas: every column described, and the same tables in DuckDB after the migrations."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from stored import coded, run

from dateline.store import arrow
from dateline.store.duckdb import Database
from dateline.store.migrations import MIGRATIONS, latest, pending
from dateline.store.rows import coded_to_tables, problems_to_table
from dateline.types import Problem


@pytest.mark.parametrize("name", arrow.table_names())
def test_every_table_and_column_is_described(name: str) -> None:
    schema = arrow.schema_of(name)
    assert arrow.description(schema).endswith(".")
    for column in schema:
        assert len(arrow.description(column)) > 3, column.name
    assert len(set(schema.names)) == len(schema.names)


def test_the_migrations_make_the_tables_of_the_schemas(tmp_path: Path) -> None:
    with Database(tmp_path / "a.duckdb") as db:
        made = {str(row["name"]) for row in db.query("SHOW TABLES").to_pylist()}
        assert made == {*arrow.table_names(), *dict(arrow.VIEWS), "schema_version"}
        for name, schema in arrow.TABLES:
            found = db.query(f"SELECT * FROM {name}").schema
            assert found.names == schema.names, name
            assert [column.type for column in found] == [column.type for column in schema], name
            required = {row["column_name"] for row in db.query(f"DESCRIBE {name}").to_pylist() if row["null"] == "NO"}
            assert required == {column.name for column in schema if not column.nullable}, name


def test_the_views_have_the_columns_of_their_schemas(tmp_path: Path) -> None:
    with Database(tmp_path / "a.duckdb") as db:
        db.write(coded(), run())
        for name, schema in arrow.VIEWS:
            found = db.query(f"SELECT * FROM {name}").schema
            assert found.names == schema.names, name
            assert [column.type for column in found] == [column.type for column in schema], name
            assert arrow.description(schema).endswith(".") and all(len(arrow.description(column)) > 3 for column in schema)


def test_the_migrations_are_numbered_in_order() -> None:
    numbers = [migration.number for migration in MIGRATIONS]
    assert numbers == list(range(1, latest() + 1))
    assert pending(latest()) == () and pending(0) == MIGRATIONS


def test_coded_documents_become_rows_that_obey_the_schemas() -> None:
    tables = {
        part.name: part.table for part in coded_to_tables([coded("d1", "a.md"), coded("d2", "b.md")], run().run_id)
    }
    assert {name: table.num_rows for name, table in tables.items()} == {
        "documents": 2,
        "sentences": 6,
        "notes": 4,
        "sources": 6,
        "mentions": 6,
        "participants": 10,
        "quantities": 2,
        "mention_sources": 4,
        "claims": 4,
        "claim_sources": 2,
        "events": 6,
        "problems": 4,
        "resolutions": 22,
    }
    for name, table in tables.items():
        assert table.schema == arrow.schema_of(name)
        for column in table.schema:
            assert column.nullable or table.column(column.name).null_count == 0, (name, column.name)


def test_mention_rows_point_into_the_text_and_carry_quad_and_score() -> None:
    item = coded()
    table = {part.name: part.table for part in coded_to_tables([item], "r")}["mentions"]
    for row in table.to_pylist():
        assert item.document.text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        assert item.document.text[row["sentence_start"] : row["sentence_end"]] == row["sentence_text"]
    assert [(row["quad"], row["score"]) for row in table.to_pylist()] == [(4, -9.0), (3, -2.0), (1, 4.0)]
    assert [len(row["attribution_via"]) for row in table.to_pylist()] == [1, 0, 0]


def test_problems_without_a_document() -> None:
    part = problems_to_table([Problem("E003", "error", "empty.txt", "the file is empty", "give a file")], "r")
    (row,) = part.table.to_pylist()
    assert (row["origin"], row["doc_id"], row["input_id"]) == ("run", None, "empty.txt")
    assert isinstance(part.table, pa.Table)
