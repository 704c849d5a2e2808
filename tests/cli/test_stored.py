"""Coding into a database, and reading, querying and forgetting what is in it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from running import GOOD, dateline_, records

from dateline.cli.events import _when
from dateline.store import EventRow
from dateline.types import Span, TimeRef

WHEN = date(2024, 5, 3)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two documents coded into ``a.duckdb``."""
    folder = tmp_path_factory.mktemp("stored")
    (folder / "kenya.md").write_text(GOOD, encoding="utf-8")
    (folder / "norway.md").write_text("# Oslo\n\nNorway expelled three Belarusian diplomats on 3 May 2024.\n", encoding="utf-8")
    done = dateline_(folder, "code", "kenya.md", "norway.md", "--date", "2024-05-07", "--db", "a.duckdb")
    assert done.returncode == 0, done.stderr
    return folder


def count(folder: Path, query: str, db: str = "a.duckdb") -> int:
    done = dateline_(folder, "sql", f"SELECT count(*) AS n FROM {query}", "--db", db, "--format", "json")
    assert done.returncode == 0, done.stderr
    return int(json.loads(done.stdout)[0]["n"])


def test_the_same_file_twice_leaves_one_copy(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled, tmp_path / "w")
    before = (count(tmp_path / "w", "documents"), count(tmp_path / "w", "mentions"))
    again = dateline_(tmp_path / "w", "code", "kenya.md", "norway.md", "--date", "2024-05-07", "--db", "a.duckdb")
    assert again.returncode == 0
    assert before[0] == 2
    assert (count(tmp_path / "w", "documents"), count(tmp_path / "w", "mentions")) == before


def test_stored_events_are_the_records_that_were_printed(filled: Path) -> None:
    printed = dateline_(filled, "code", "norway.md", "--no-db", "--date", "2024-05-07", "--format", "jsonl")
    listed = dateline_(filled, "events", "--db", "a.duckdb", "--doc", "norway.md", "--format", "jsonl")
    assert records(listed.stdout) == records(printed.stdout) != []


def test_events_are_filtered(filled: Path) -> None:
    done = dateline_(filled, "events", "--db", "a.duckdb", "--actor", "NOR", "--type", "sanction", "--format", "jsonl")
    assert done.returncode == 0
    assert [r["date"]["earliest"] for r in records(done.stdout)] == ["2024-05-03"]
    none = dateline_(filled, "events", "--db", "a.duckdb", "--actor", "PER", "--format", "jsonl")
    assert (none.returncode, none.stdout) == (0, "")
    unknown = dateline_(filled, "events", "--db", "a.duckdb", "--recipient", "Ruritania")
    assert unknown.returncode == 2 and "Ruritania" in unknown.stderr and "[E205]" in unknown.stderr


def test_days_that_the_text_does_not_tell_stand_in_brackets() -> None:
    assert _when(row(TimeRef(WHEN, WHEN, "day", "explicit", "3 May 2024", Span(0, 10)))) == "2024-05-03"
    assert _when(row(TimeRef(WHEN, WHEN, "day", "document"))) == "(2024-05-03)"
    assert _when(row(TimeRef(WHEN, date(2024, 5, 7), "interval", "document"))) == "(2024-05-03 to 2024-05-07)"
    assert _when(row(None)) == "(2024-05-07)"


def row(time: TimeRef | None) -> EventRow:
    """What the column reads of an act and its document."""
    return cast(EventRow, SimpleNamespace(mention=SimpleNamespace(date=time), document=SimpleNamespace(published=date(2024, 5, 7))))


@pytest.mark.parametrize(
    "query", ["DELETE FROM mentions", "DROP TABLE documents", "COPY mentions TO 'x.csv'", "CREATE TABLE t (a INT)", "SELEC 1"]
)
def test_sql_reads_only(filled: Path, query: str) -> None:
    done = dateline_(filled, "sql", query, "--db", "a.duckdb")
    assert done.returncode == 1
    assert "E204" in done.stderr
    assert not (filled / "x.csv").exists()
    assert count(filled, "documents") == 2


def test_a_document_is_forgotten_with_all_that_came_from_it(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled, tmp_path / "w")
    done = dateline_(tmp_path / "w", "forget", "kenya.md", "--db", "a.duckdb")
    assert done.returncode == 0
    assert count(tmp_path / "w", "documents") == 1
    for table in ("mentions", "sentences", "claims"):
        assert count(tmp_path / "w", f"{table} WHERE doc_id NOT IN (SELECT doc_id FROM documents)") == 0
    assert count(tmp_path / "w", "mentions") == 1
    assert b"Kenyan troops" not in (tmp_path / "w" / "a.duckdb").read_bytes()
    unknown = dateline_(tmp_path / "w", "forget", "kenya.md", "--db", "a.duckdb")
    assert unknown.returncode == 1
    assert "kenya.md" in unknown.stderr


def test_a_document_is_suggested_by_another_path_to_it(filled: Path, tmp_path: Path) -> None:
    """By the file it is, else by its name; of one that is nothing like it nothing is."""
    shutil.copytree(filled, tmp_path / "w")
    (tmp_path / "w" / "below").mkdir()
    for given, known in (((tmp_path / "w" / "kenya.md").as_posix(), "kenya.md"), ("moved/norway.md", "norway.md"), ("./below/../kenya.md", "kenya.md")):
        for command in (["forget", given], ["events", "--doc", given], ["events", "--merged", "--doc", given]):
            done = dateline_(tmp_path / "w", *command, "--db", "a.duckdb")
            assert done.returncode == (1 if command[0] == "forget" else 2) and f"not in the database; perhaps {known}" in done.stderr.replace(f"database: {given};", "database;")
            assert "--help" not in done.stderr
    done = dateline_(tmp_path / "w", "events", "--doc", "togo.md", "--db", "a.duckdb")
    assert done.returncode == 2 and "togo.md: not in the database" in done.stderr and "perhaps" not in done.stderr
    done = dateline_(tmp_path / "w", "events", "--doc", "kenya.md", "--type", "AID", "--db", "a.duckdb")
    assert done.returncode == 0 and "no event matches" in done.stderr


def test_a_database_that_is_missing_or_none(tmp_path: Path) -> None:
    (tmp_path / "text.duckdb").write_text("this is no database\n" * 100, encoding="utf-8")
    for command in (["events"], ["sql", "SELECT 1"], ["forget", "x"]):
        for name in ("missing.duckdb", "text.duckdb"):
            done = dateline_(tmp_path, *command, "--db", name)
            assert done.returncode == 1
            assert "E201" in done.stderr
    assert not (tmp_path / "missing.duckdb").exists()


def test_a_bad_input_is_a_row_of_problems(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    done = dateline_(tmp_path, "code", "empty.txt", "a.md", "--date", "2024-05-07", "--db", "b.duckdb")
    assert done.returncode == 1
    assert count(tmp_path, "documents", "b.duckdb") == 1
    assert count(tmp_path, "problems WHERE code = 'E003' AND input_id = 'empty.txt'", "b.duckdb") == 1
