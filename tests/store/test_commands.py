"""The commands ``sql``, ``events`` and ``forget``: output in pipes and on terminals, and exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import typer
from stored import coded, run
from typer.testing import CliRunner, Result

from dateline.cli.events import events
from dateline.cli.forget import forget
from dateline.cli.grid import Column, print_table, printable
from dateline.cli.sql import sql
from dateline.errors import DatelineError
from dateline.record import mention_to_record
from dateline.store.duckdb import Database

app = typer.Typer()
for _command in (sql, events, forget):
    app.command()(_command)


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = tmp_path / "a.duckdb"
    with Database(path) as database:
        database.write(coded(), run())
    return str(path)


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_sql_in_each_format(db: str) -> None:
    query = "SELECT type, modes, date_earliest AS day, date_earliest AS day FROM mentions ORDER BY position"
    plain = invoke("sql", query, "--db", db)
    assert plain.exit_code == 0
    lines = plain.stdout.splitlines()
    assert lines[0].split("\t")[:2] == ["type", "modes"]
    assert lines[1].split("\t")[:3] == ["ASSAULT", '["firearms"]', "2023-05-04"] and lines[2].split("\t")[2] == ""
    rows = list(csv.reader(io.StringIO(invoke("sql", query, "--db", db, "--format", "csv").stdout)))
    assert len(rows) == 4 and len(rows[0]) == 4 and rows[1][2] == "2023-05-04"
    loaded = json.loads(
        invoke("sql", "SELECT type, modes, 'nan'::DOUBLE AS n FROM mentions", "--db", db, "--format", "json").stdout
    )
    assert loaded[0] == {"type": "ASSAULT", "modes": ["firearms"], "n": None}


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (["sql", "DROP TABLE mentions"], 1, "E204"),
        (["sql", "SELECT * FROM read_csv('/etc/hostname')"], 1, "E204"),
        (["sql", "SELECT 1", "--format", "xml"], 2, ""),
        (["sql"], 2, ""),
        (["events", "--since", "soon"], 2, "E205"),
        (["events", "--type", "FIGHT"], 2, "E411"),
        (["events", "--status", "past"], 2, ""),
        (["events", "--limit", "0"], 2, ""),
        (["forget"], 2, ""),
        (["forget", "unknown"], 1, "not in the database: unknown"),
    ],
)
def test_what_fails(db: str, arguments: list[str], exit_code: int, code: str) -> None:
    result = invoke(*arguments, "--db", db)
    assert result.exit_code == exit_code and code in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [["sql", "SELECT 1"], ["events"], ["forget", "d1"]])
def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, arguments: list[str]) -> None:
    result = invoke(*arguments, "--db", str(tmp_path / "none.duckdb"))
    assert result.exit_code == 1 and "E201" in result.stderr and "does not exist" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_events_as_lines(db: str) -> None:
    result = invoke("events", "--either", "AUT", "--db", db)
    assert result.exit_code == 0
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert rows[0] == ["date", "actor", "act", "recipient", "place", "how certain", "according to", "statement"]
    assert rows[1][:7] == [
        "2023-05-04",
        "Bordurian army (BGR MIL)",
        "ASSAULT (firearms)",
        "Hafen (AUT)",
        "Hafen",
        "possible",
        "Borduria MIL via Arland",
    ]
    assert rows[2][0] == "(2023-06-01)" and rows[2][2] == "NOT ACCUSE (disapprove)"
    assert rows[3][0] == "(2023-06-02 to 2023-12-31)" and rows[3][5] == "probable, future"


def test_events_as_records_and_csv(db: str) -> None:
    lines = invoke("events", "--type", "assault", "--db", db, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == [mention_to_record(coded().mentions[0])]
    rows = list(
        csv.DictReader(io.StringIO(invoke("events", "--status", "future", "--db", db, "--format", "csv").stdout))
    )
    assert [row["mention_id"] for row in rows] == ["d1-m3"]


def test_no_event_is_no_error(db: str) -> None:
    result = invoke("events", "--actor", "FRA", "--db", db)
    assert result.exit_code == 0 and "no event matches" in result.stderr and len(result.stdout.splitlines()) == 1


def test_forget(db: str) -> None:
    result = invoke("forget", "a.md", "--db", db)
    assert (result.exit_code, result.stdout) == (0, "removed 1 document\n")
    assert invoke("forget", "a.md", "--db", db).exit_code == 1
    with Database(db, read_only=True) as database:
        assert database.documents() == ()


def test_the_database_may_come_from_the_environment(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DB", db)
    assert invoke("sql", "SELECT count(*) AS n FROM mentions").stdout == "n\n3\n"


def test_text_of_documents_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "b.duckdb"
    item = coded()
    party = replace(item.mentions[0].actors[0], entity="x\x1b[31m\u202e\ty\n[bold]z")
    with Database(path) as database:
        database.write(replace(item, mentions=(replace(item.mentions[0], actors=(party,)),)), run())
    out = invoke("events", "--db", str(path)).stdout
    assert "\x1b" not in out and "\u202e" not in out and "x [31m  y [bold]z (BGR MIL)" in out
    assert printable(None) == "" and printable("a\u2028b") == "a b"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_wide_text_is_wrapped_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    words = " ".join(f"word{number}" for number in range(40))
    print_table(
        (Column("date", width=10), Column("statement", share=4)), [("2023-05-04", words), ("2024", "[red]x[/red]")]
    )
    lines = re.sub(r"\x1b\[\d*m", "", screen.getvalue()).splitlines()
    assert len(lines) > 6 and all(len(line) <= 60 for line in lines)
    assert lines[1].startswith("2023-05-04") and "word39" in screen.getvalue() and "[red]x[/red]" in screen.getvalue()


def test_a_terminal_too_narrow_for_a_table_gets_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = (Column("date", width=10), Column("place", share=3, optional=True), Column("act", width=12), Column("statement", share=9))
    rows = [("2023-05-04", "", "ACCUSE", "Kenya blamed Somalia."), ("2024", None, "AID", "-")]

    def printed(width: int) -> list[str]:
        screen = io.StringIO()
        monkeypatch.setattr(screen, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdout", screen)
        monkeypatch.setenv("COLUMNS", str(width))
        print_table(columns, rows)
        return [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", screen.getvalue()).splitlines()]

    assert printed(50) == ["date: 2023-05-04", "  act: ACCUSE", "  statement: Kenya blamed Somalia.", "", "date: 2024", "  act: AID", ""]
    assert printed(70)[0].split() == ["date", "act", "statement"], "a place that is nowhere told has no column"


ENDLESS = "SELECT count(*) FROM range(10000000) AS a, range(10000000) AS b WHERE (a.range * b.range) % 7 = 3"


@pytest.mark.parametrize("query", [ENDLESS, "EXPLAIN ANALYZE " + ENDLESS, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"])
def test_a_query_that_never_ends_is_ended(db: str, query: str) -> None:
    found = invoke("sql", query, "--db", db, "--timeout", "0.3")
    assert found.exit_code == 1 and "E207" in found.stderr and "--timeout" in found.stderr and "Traceback" not in found.stderr
    with Database(db) as database:
        assert database.query("SELECT count(*) AS n FROM mentions").to_pylist() == [{"n": 3}]


def test_a_query_that_never_ends_its_rows_is_ended_between_them(db: str) -> None:
    with Database(db, read_only=True) as database, pytest.raises(DatelineError, match="E207"):
        for _ in database.answer("SELECT repeat('x', 100) FROM range(1000000000)", seconds=0.3):
            pass


def test_a_slow_reader_takes_no_time_of_the_query(db: str) -> None:
    with Database(db, read_only=True) as database:
        for _ in database.answer("SELECT range FROM range(5)", rows=2, seconds=1.0):
            time.sleep(0.5)


@pytest.mark.parametrize("query", [ENDLESS, "SELECT repeat('x', 100) AS x FROM range(100000000000)"])
def test_the_user_can_break_a_query_off(db: str, query: str) -> None:
    command = [sys.executable, "-m", "dateline", "sql", query, "--db", db, "--format", "csv"]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a job in the background of a shell inherits that it is ignored
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, preexec_fn=heard) as running:
        time.sleep(4)
        running.send_signal(signal.SIGINT)
        try:
            _, said = running.communicate(timeout=20)
        finally:
            running.kill()
    assert running.returncode == 130 and "Traceback" not in said, said


def test_a_table_has_ten_thousand_rows_where_nobody_says_how_many(db: str) -> None:
    query = "SELECT range AS n FROM range(10005)"
    found = {form: invoke("sql", query, "--db", db, "--format", form) for form in ("table", "csv", "json")}
    assert [len(found[form].stdout.splitlines()) for form in ("table", "csv")] == [10_001, 10_006] and len(json.loads(found["json"].stdout)) == 10_005
    assert ["--limit 0" in one.stderr for one in found.values()] == [True, False, False]
    whole = invoke("sql", query, "--db", db, "--limit", "0")
    assert len(whole.stdout.splitlines()) == 10_006 and whole.stderr == ""
    exact = invoke("sql", query, "--db", db, "--limit", "10005")
    assert exact.stdout == whole.stdout and exact.stderr == ""
    few = invoke("sql", query, "--db", db, "--limit", "2", "--format", "json")
    assert json.loads(few.stdout) == [{"n": 0}, {"n": 1}] and "the first 2 rows" in few.stderr


def test_a_result_without_rows_has_its_columns(db: str) -> None:
    query = "SELECT type, modes FROM mentions WHERE false"
    assert [invoke("sql", query, "--db", db, "--format", form).stdout for form in ("table", "csv", "json")] == ["type\tmodes\n", "type,modes\n", "[]\n"]


def test_what_fails_in_the_middle_of_a_result_is_told(db: str) -> None:
    found = invoke("sql", "SELECT CASE WHEN range > 50000 THEN CAST('x' AS INT) ELSE 1 END AS n FROM range(60000)", "--db", db, "--format", "csv")
    assert found.exit_code == 1 and "E204" in found.stderr


@pytest.mark.parametrize(
    ("query", "column"),
    [
        ("SELECT * FROM mentions WHERE sentence ILIKE '%ferry%'", "sentence_text"),
        ("SELECT * FROM mentions WHERE sentence = 'Oslo sent a ferry.'", "sentence_text"),
        ("SELECT lower(sentence) FROM mentions", "sentence_text"),
        ("SELECT count(*) FROM acts WHERE sentence LIKE 'Oslo%'", "text"),
        ("SELECT m.type FROM mentions m WHERE contains(m.sentence, 'ferry')", "sentence_text"),
    ],
)
def test_a_query_that_takes_the_number_of_a_sentence_for_its_words_is_told_the_column(db: str, query: str, column: str) -> None:
    found = invoke("sql", query, "--db", db)
    assert found.exit_code == 1 and "E204" in found.stderr and f"the column `{column}`" in found.stderr and "Candidate" not in found.stderr


@pytest.mark.parametrize("query", ["SELECT sentense FROM mentions", "SELECT * FROM mentions WHERE trigger_start LIKE 'a%'", "SELECT * FROM mentions WHERE 'sentence' = 1"])
def test_other_failures_are_told_in_the_words_of_the_database(db: str, query: str) -> None:
    found = invoke("sql", query, "--db", db)
    assert found.exit_code == 1 and "E204" in found.stderr and "search its words" not in found.stderr
