"""The database: what goes in comes out, once; nothing half-written; queries that can only read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import duckdb
import pytest
from stored import TEXT, coded, document, run

from dateline.errors import DatelineError
from dateline.store import EventFilter, RunCounts
from dateline.store.arrow import VIEWS, table_names
from dateline.store.duckdb import Database
from dateline.types import Coded, Document, Problem

HERE = Path(__file__).parent
SRC = HERE.parent.parent / "src"


def count(db: Database, table: str) -> int:
    return int(db.query(f"SELECT count(*) AS n FROM {table}").to_pylist()[0]["n"])


def counts(db: Database) -> dict[str, int]:
    return {table: count(db, table) for table in table_names()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.duckdb"


def test_a_coded_document_comes_back_as_it_was(path: Path) -> None:
    item = coded()
    with Database(path) as db:
        db.write(item, run())
    with Database(path, read_only=True) as db:
        assert db.load_coded("d1") == item
        assert db.load_document("d1") == item.document
        assert db.load_coded("d9") is None and db.load_document("d9") is None
        assert db.has("d1") and not db.has("d9")


def test_a_bare_document_comes_back_as_it_was(path: Path) -> None:
    item = Coded(Document("d", "i", "", "0" * 64))
    with Database(path) as db:
        db.write(item, run())
        assert db.load_coded("d") == item


def test_coding_twice_leaves_one_copy(path: Path) -> None:
    with Database(path) as db:
        db.write(coded(), run())
        once = counts(db)
        db.write(coded(), run("b"))
        assert counts(db) == once
        assert db.query("SELECT run_id FROM documents").to_pylist() == [{"run_id": run("b").run_id}]


def test_a_changed_file_replaces_the_old_document(path: Path) -> None:
    with Database(path) as db:
        db.write(coded("d1", "a.md"), run())
        once = counts(db)
        db.write(coded("d2", "a.md"), run("b"))
        assert counts(db) == once
        assert [info.doc_id for info in db.documents()] == ["d2"]


def test_documents_of_one_input_and_run_stand_side_by_side(path: Path) -> None:
    with Database(path) as db:
        db.write_batch([coded("d1", "a.md"), coded("d2", "b.md"), coded("d3", "a.md"), coded("d1", "a.md")], run())
        db.write_batch([coded("d4", "a.md")], run())
        assert [info.doc_id for info in db.documents()] == ["d1", "d2", "d3", "d4"]
        db.write_batch([], run())
        assert count(db, "mentions") == 12
        db.write_batch([coded("d5", "a.md"), coded("d6", "a.md")], run("b"))
        assert [info.doc_id for info in db.documents()] == ["d2", "d5", "d6"]


def test_a_failed_write_leaves_what_was_there(path: Path) -> None:
    bad = replace(coded(), mentions=(replace(coded().mentions[0], coder=None),))  # type: ignore[arg-type]
    with Database(path) as db:
        db.write(coded(), run())
        before = counts(db)
        with pytest.raises(DatelineError) as caught:
            db.write(bad, run("b"))
        assert caught.value.code == "E401"
        assert counts(db) == before and db.load_coded("d1") == coded()
        db.write(coded("d2", "b.md"), run())
        assert count(db, "documents") == 2


def test_text_that_cannot_be_encoded_is_a_coded_error(path: Path) -> None:
    bad = Coded(Document("d", "i", "a \ud800 b", "0" * 64))
    with Database(path) as db, pytest.raises(DatelineError) as caught:
        db.write(bad, run())
    assert caught.value.code == "E401"


def test_events_table(path: Path) -> None:
    with Database(path) as db:
        db.write(coded(), run())
        rows = db.query("SELECT * FROM events ORDER BY event_id").to_pylist()
    assert [
        (row["event_id"], row["type"], str(row["first_date"]), row["n_mentions"], row["n_sources"]) for row in rows
    ] == [
        ("d1-m1", "ASSAULT", "2023-05-04", 1, 2),
        ("d1-m2", "ACCUSE", "None", 1, 0),
        ("d1-m3", "CONSULT", "2023-06-02", 1, 0),
    ]


def test_an_event_that_two_documents_report_is_counted_again_when_one_is_forgotten(path: Path) -> None:
    first = coded("d1", "a.md")
    second = coded("d2", "b.md")
    shared = replace(second, mentions=(replace(second.mentions[0], event_id="d1-m1"), *second.mentions[1:]))
    with Database(path) as db:
        db.write_batch([first], run())
        db.write_batch([shared], run())
        db.forget("d1")
        rows = db.query("SELECT event_id, n_mentions, n_sources FROM events ORDER BY event_id").to_pylist()
    assert rows[0] == {"event_id": "d2-m1", "n_mentions": 1, "n_sources": 2}  # the smallest id that is left
    assert [row["event_id"] for row in rows] == ["d2-m1", "d2-m2", "d2-m3"]


def test_runs(path: Path) -> None:
    east = datetime(2024, 1, 2, 5, 0, tzinfo=timezone(timedelta(hours=2)))
    with Database(path) as db:
        db.begin_run(run())
        (row,) = db.query("SELECT * FROM runs").to_pylist()
        assert row["finished"] is None and row["started"] == datetime(2024, 1, 2, 3, 4, 5, 6)
        assert row["models"] == [{"name": "encoder", "version": "3"}] and row["settings"] == '{"coder": "encoder"}'
        db.finish_run(run(), east, RunCounts(1, 2, 3, 4, 5), [("c.md", "22")])
        (row,) = db.query("SELECT * FROM runs").to_pylist()
    assert row["finished"] == datetime(2024, 1, 2, 3, 0)
    assert [row[name] for name in ("documents", "sentences", "mentions", "claims", "problems")] == [1, 2, 3, 4, 5]
    assert row["inputs"] == [{"input_id": "c.md", "sha256": "22"}]


def test_a_run_id_depends_on_what_the_run_is() -> None:
    assert run().run_id == run().run_id
    assert run().run_id != run("b").run_id != run(moment=datetime(2024, 1, 2, tzinfo=UTC)).run_id


def test_a_malformed_input_is_one_row_however_often_it_is_tried(path: Path) -> None:
    empty = Problem("E003", "error", "empty.txt", "the file is empty", "give a file")
    with Database(path) as db:
        db.write_problems([empty, empty], run())
        db.write_problems([empty], run("b"))
        assert count(db, "problems") == 1
        db.write(coded("d1", "empty.txt"), run("c"))
        assert db.query("SELECT DISTINCT origin FROM problems ORDER BY 1").to_pylist() == [
            {"origin": "code"},
            {"origin": "read"},
        ]


def test_a_problem_of_reading_and_coding_is_stored_once(path: Path) -> None:
    item = coded()
    both = replace(item, problems=(*item.document.problems, *item.problems))
    with Database(path) as db:
        db.write(both, run())
        assert count(db, "problems") == 2


def test_forget_removes_every_trace(path: Path) -> None:
    with Database(path) as db:
        db.begin_run(run())
        db.write_batch([coded("doc-one", "a.md"), coded("doc-two", "b.md")], run())
        assert db.forget("a.md", "nothing") == ("doc-one",)
        assert db.find("b.md") == ("doc-two",) and db.find("a.md") == ()
        for table in table_names():
            for row in db.query(f"SELECT * FROM {table}").to_pylist():
                assert "doc-one" not in str(row) and "a.md" not in str(row), table
        assert db.load_coded("doc-two") == coded("doc-two", "b.md")
        db.write(coded("doc-three", "c.md"), run())
    raw = path.read_bytes()
    assert b"doc-one" not in raw and b"doc-two" in raw
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_a_forgotten_text_is_not_in_the_file(path: Path) -> None:
    secret = Coded(Document("d7", "s.txt", "Zwölfkönigsgeheimnis " * 40, "0" * 64))
    with Database(path) as db:
        db.write(secret, run())
    assert "Zwölfkönigsgeheimnis".encode() in path.read_bytes()
    with Database(path) as db:
        db.forget("d7")
    assert "Zwölfkönigsgeheimnis".encode() not in path.read_bytes()


QUERIES = [
    ("SELECT type FROM mentions ORDER BY position", 3),
    ("WITH a AS (SELECT 1 AS b) SELECT * FROM a", 1),
    ("DESCRIBE mentions", 49),
    ("SHOW TABLES", len(table_names()) + len(VIEWS) + 1),
    ("EXPLAIN SELECT 1", 1),
    ("SELECT type FROM mentions;", 3),
    ("-- a comment\nSELECT 1", 1),
    ("SELECT 'the CHECKPOINT ( at the border' AS \"checkpoint\"", 1),
]
REFUSED = [
    "DROP TABLE mentions",
    "DELETE FROM mentions",
    "INSERT INTO runs SELECT * FROM runs",
    "WITH a AS (SELECT 1) DELETE FROM mentions",
    "EXPLAIN ANALYZE DELETE FROM mentions",
    "SELECT 1; DROP TABLE mentions",
    "COPY mentions TO 'out.csv'",
    "SELECT * FROM read_csv('{file}')",
    "SELECT * FROM '{file}'",
    "SELECT * FROM read_text('{file}')",
    "SELECT * FROM glob('*')",
    "ATTACH 'other.duckdb' AS other",
    "SET enable_external_access = true",
    "INSTALL httpfs",
    "LOAD httpfs",
    "PRAGMA database_list",
    "CALL pragma_version()",
    "EXPORT DATABASE 'out'",
    "IMPORT DATABASE 'out'",
    "UPDATE EXTENSIONS",
    "FORCE INSTALL httpfs FROM community",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM 'https://example.org/x.csv'",
    "SELECT * FROM read_blob('{file}')",
    "SELECT * FROM read_json('{file}')",
    "SELECT * FROM read_parquet('{file}')",
    "SELECT * FROM sniff_csv('{file}')",
    "SELECT * FROM query_table('{file}')",
    "DESCRIBE '{file}'",
    "SUMMARIZE '{file}'",
    "PIVOT '{file}' ON a",
    "EXPLAIN ANALYZE COPY mentions TO 'out.csv'",
    "ATTACH ':memory:' AS other",
    "CREATE TEMP TABLE t AS SELECT 1",
    "CREATE MACRO f(x) AS x",
    "CREATE SECRET s (TYPE s3)",
    "SET VARIABLE a = 1",
    "SET memory_limit = '100GB'",
    "SET profiling_output = 'out.json'",
    "PRAGMA profiling_output = 'out.json'",
    "CALL enable_logging(storage = 'file', storage_path = 'out')",
    "RESET ALL",
    "PREPARE x AS DELETE FROM mentions",
    "SELECT getenv('HOME')",
    "SELECT * FROM pandas_scan(1)",
    "CHECKPOINT",
    "SELECT * FROM checkpoint()",
    "SELECT * FROM \"main\".\"checkpoint\"()",
    "SELECT 1 WHERE EXISTS (SELECT * FROM force_checkpoint())",
    "SELECT * FROM query('SELECT * FROM check' || 'point()')",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT * FROM checkpoint()'))",
    "SUMMARIZE SELECT * FROM checkpoint()",
    "EXPLAIN ANALYZE SELECT * FROM checkpoint()",
    "BEGIN",
    "SELECT nothing FROM mentions",
    "SELECT",
    "",
]


@pytest.mark.parametrize("read_only", [True, False])
def test_queries_read(path: Path, read_only: bool) -> None:
    with Database(path) as db:
        db.write(coded(), run())
    with Database(path, read_only=read_only) as db:
        for sql, rows in QUERIES:
            assert db.query(sql).num_rows == rows, sql


@pytest.mark.parametrize("read_only", [True, False])
def test_queries_can_change_nothing_and_reach_no_file(path: Path, tmp_path: Path, read_only: bool) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,2\n")
    with Database(path) as db:
        db.write(coded(), run())
    with Database(path, read_only=read_only) as db:
        for sql in REFUSED:
            with pytest.raises(DatelineError) as caught:
                db.query(sql.format(file=file))
            assert caught.value.code == "E204", sql
        assert db.load_coded("d1") == coded()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", path.name]


def refused(path: Path, read_only: bool = False) -> DatelineError:
    with pytest.raises(DatelineError) as caught, Database(path, read_only=read_only):
        pass
    return caught.value


def test_what_is_no_database(path: Path, tmp_path: Path) -> None:
    path.write_text("hello " * 1000)
    assert refused(path).code == "E201" and refused(path, True).code == "E201"
    assert path.read_text().startswith("hello")
    assert refused(tmp_path).code == "E201"
    assert f"there is no folder {tmp_path / 'none'}" in str(refused(tmp_path / "none" / "a.duckdb"))
    assert refused(tmp_path / "no" / "such.duckdb").code == "E201"
    assert "does not exist" in str(refused(tmp_path / "none.duckdb", True))
    assert not (tmp_path / "none.duckdb").exists()


def test_a_damaged_database(path: Path) -> None:
    with Database(path) as db:
        db.write(coded(), run())
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20000)
    assert refused(path).code == "E201" and refused(path, True).code == "E201"


@pytest.mark.parametrize("share", [0.1, 0.4, 0.8])
def test_a_database_that_is_cut_is_told_so_by_what_writes(path: Path, share: float) -> None:
    with Database(path) as db:
        db.begin_run(run())
        db.write(coded(), run())
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(DatelineError) as caught, Database(path) as db:
        db.begin_run(run())
    assert caught.value.code == "E201" and "could not read" in str(caught.value).lower() and "restore a copy" in caught.value.fix


@pytest.mark.parametrize("head", [b"SQLite format 3\0", b"PAR1", b"", bytes(16)])
def test_a_file_of_another_kind_is_told_so(path: Path, head: bytes) -> None:
    path.write_bytes(head + bytes(8000))
    for read_only in (True, False):
        assert "it is no DuckDB database" in str(refused(path, read_only))
    assert path.read_bytes() == head + bytes(8000)


def test_a_database_that_cannot_be_made_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(name: str, **_: object) -> None:
        raise duckdb.IOException(f'IO Error: Cannot open file "{name}": Permission denied')

    monkeypatch.setattr("dateline.store.duckdb.duckdb.connect", denied)
    assert str(refused(path)).count(path.name) == 2 and ".new-" not in str(refused(path))


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE mine (a INTEGER)")
    assert "another program" in str(refused(path))
    with duckdb.connect(str(path)) as other:
        assert other.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("mine",)]


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    assert refused(path, True).code == "E201"
    with Database(path) as db:
        db.write(coded(), run())


def test_a_newer_database_is_refused(path: Path) -> None:
    with Database(path):
        pass
    with duckdb.connect(str(path)) as other:
        other.execute("INSERT INTO schema_version VALUES (999, 'later')")
    assert refused(path).code == "E203" and refused(path, True).code == "E203"


def test_an_older_database_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.store import migrations

    with Database(path) as db:
        db.write(coded(), run())
    second = migrations.Migration(
        migrations.latest() + 1, "a column", "ALTER TABLE documents ADD COLUMN region VARCHAR; CREATE TABLE more (a INTEGER);"
    )
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, second))
    with Database(path, read_only=True) as db:
        assert db.query("SELECT doc_id, region FROM documents").to_pylist() == [{"doc_id": "d1", "region": None}]
        numbers = [row["number"] for row in db.query("SELECT number FROM schema_version ORDER BY 1").to_pylist()]
        assert numbers == [migration.number for migration in migrations.MIGRATIONS]


def test_a_database_from_before_resolutions_were_kept_opens_and_says_that_it_has_none(path: Path) -> None:
    with Database(path) as db:
        db.write(coded(), run())
    with duckdb.connect(str(path)) as raw:
        raw.execute("DROP VIEW acts; DROP TABLE imports; DROP TABLE imported")
        raw.execute("DROP TABLE resolutions; DROP TABLE decisions; DELETE FROM schema_version WHERE number >= 2")
    with Database(path, read_only=True) as db:
        (old, *_) = db.mentions(["d1-m1"])
        assert count(db, "resolutions") == 0
    assert [(one.text, one.method, one.candidates) for one in old.actors] == [("troops", "unknown", ())]
    assert old.place is not None and old.place.name == "Hafen" and old.place.candidates == ()


def test_the_candidates_of_actors_places_speakers_and_holders_can_be_queried(path: Path) -> None:
    with Database(path) as db:
        db.write(coded(), run())
        sql = "SELECT role, text, method, unnest(candidates).name AS name FROM resolutions WHERE {}"
        found = db.query(sql.format("mention_id = 'd1-m1'") + " ORDER BY role, position, name").to_pylist()
        held = db.query(sql.format("claim_id IS NOT NULL")).to_pylist()
    assert [(row["role"], row["method"], row["name"]) for row in found] == [
        ("actor", "organisation", "Bordurian army"),
        ("actor", "organisation", "Bordurian guard"),
        ("place", "name", "Hafen"),
        ("place", "name", "Hafen am See"),
        ("speaker", "organisation", "Borduria MIL"),
        ("speaker", "country", "Arland"),
    ]
    assert [(row["role"], row["text"], row["name"]) for row in held] == [("holder", "Arland", "Arland")]


def test_a_closed_database_says_so(path: Path) -> None:
    db = Database(path)
    with db:
        pass
    with pytest.raises(DatelineError, match="closed"):
        db.query("SELECT 1")


def child(code: str, *arguments: str) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(SRC), str(HERE)))}
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=env)


HOLD = """
import sys
from dateline.store.duckdb import Database
with Database(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""
WRITE = """
import sys
from stored import coded, run
from dateline.store.duckdb import Database
with Database(sys.argv[1]) as db:
    for number in range(10000):
        db.write(coded(f"d{number}", f"{number}.md"), run())
        print(number, flush=True)
"""


def test_a_database_in_use_is_refused_with_the_process_that_holds_it(path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "open\n"
        for read_only in (False, True):
            error = refused(path, read_only)
            assert error.code == "E202" and f"process {holder.pid}" in str(error)
    finally:
        holder.communicate("")
    with Database(path):
        pass


def test_the_same_process_cannot_write_while_it_reads(path: Path) -> None:
    with Database(path):
        pass
    with Database(path, read_only=True):
        assert refused(path).code == "E202"


@pytest.mark.parametrize("after", [0.0, 0.013, 0.05, 0.11])
def test_a_killed_writer_leaves_whole_documents(path: Path, after: float) -> None:
    writer = child(WRITE, str(path))
    assert writer.stdout is not None
    done = [writer.stdout.readline() for _ in range(5)]
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    done += writer.stdout.read().splitlines(keepends=True)
    writer.wait()
    reported = sum(line.endswith("\n") for line in done)
    with Database(path) as db:
        stored = count(db, "documents")
        assert reported <= stored <= reported + 1
        for number in range(stored):
            item = coded(f"d{number}", f"{number}.md")
            assert db.load_coded(f"d{number}") == item
        assert count(db, "mentions") == count(db, "events") == 3 * stored
        db.write(coded("d0", "0.md"), run())
        assert count(db, "documents") == stored


def test_a_writer_killed_while_it_makes_the_file_does_not_block_the_next(path: Path) -> None:
    for _ in range(3):
        writer = child(WRITE, str(path))
        time.sleep(0.35)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        with Database(path) as db:
            assert count(db, "mentions") == 3 * count(db, "documents")
        path.unlink()


COMPACT = """
import os, signal, sys
from dateline.store.duckdb import Database
swap = os.replace
def die(old, new):
    if sys.argv[2] == "after":
        swap(old, new)
    os.kill(os.getpid(), signal.SIGKILL)
os.replace = die
with Database(sys.argv[1]) as db:
    db.forget("d1")
"""


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_killed_compaction_loses_nothing(path: Path, when: str) -> None:
    with Database(path) as db:
        db.write_batch([coded("d1", "a.md"), coded("d2", "b.md")], run())
    assert child(COMPACT, str(path), when).wait() == -signal.SIGKILL
    with Database(path) as db:
        assert [info.doc_id for info in db.documents()] == ["d2"]
        assert db.load_coded("d2") == coded("d2", "b.md")
        db.write(coded("d3", "c.md"), run())
        db.forget("d2")
        assert db.load_coded("d3") == coded("d3", "c.md")


def test_the_log_of_a_deleted_database_does_no_harm(path: Path) -> None:
    writer = child(WRITE, str(path))
    assert writer.stdout is not None and writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert path.with_name(path.name + ".wal").exists()
    path.unlink()
    with Database(path) as db:
        assert db.documents() == ()


def test_what_a_killed_compaction_left_behind_does_no_harm(path: Path) -> None:
    with Database(path) as db:
        db.write_batch([coded("d1", "a.md"), coded("d2", "b.md")], run())
        path.with_name(f"{path.name}.compact").write_text("half a database")
        db.forget("d1")
        assert db.load_coded("d2") == coded("d2", "b.md")
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_two_documents_of_one_text_stay_two(path: Path) -> None:
    with Database(path) as db:
        db.write(coded("d1", "one"), run())
        db.write(coded("d2", "two"), run())
        assert [(info.doc_id, info.input_id) for info in db.documents()] == [("d1", "one"), ("d2", "two")]
        assert [row.document.doc_id for row in db.events(EventFilter(types=("ASSAULT",)))] == ["d1", "d2"]
    assert document("d1").text == TEXT


BARE = """
import sys
from pathlib import Path
from dateline.store.duckdb import Database
with Database(Path(sys.argv[1])) as database:
    print(database.query("SELECT current_setting('enable_progress_bar') AS bar").to_pylist())
    with database.scratch() as scratch:
        print(scratch.run("SELECT current_setting('enable_progress_bar'), current_setting('lock_configuration')"))
"""


def test_no_bar_is_shown_among_results_in_a_session(path: Path) -> None:
    shown = child(BARE, str(path))
    assert shown.stdout is not None
    assert shown.stdout.read() == "[{'bar': False}]\n[(False, True)]\n"
    shown.wait()
