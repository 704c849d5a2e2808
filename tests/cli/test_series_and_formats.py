"""The commands ``import``, ``series`` and ``export``: what they print and write, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.store.duckdb import Database
from dateline.store.importing.formats import GDELT_2

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from stored import coded, run


def line(number: int, day: str, actor: str, recipient: str, code: str) -> str:
    cells = dict.fromkeys(GDELT_2, "") | {
        "GLOBALEVENTID": str(number), "SQLDATE": day, "Actor1CountryCode": actor, "Actor2CountryCode": recipient, "EventCode": code,
    }  # fmt: skip
    return "\t".join(cells.values())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with Database(tmp_path / "dateline.duckdb") as database:
        database.write(coded(), run())
    lines = [line(1, "20230505", "AUT", "DEU", "042"), line(2, "20230507", "AUT", "DEU", "112"), "broken", line(3, "20230801", "BGR", "AUT", "190")]
    (tmp_path / "g.tsv").write_text("\n".join([*lines, line(4, "20230802", "BGR", "AUT", "010")]) + "\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def table(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_import_names_malformed_lines_and_keeps_the_rest(folder: Path) -> None:
    result = invoke("import", "g.tsv")
    assert result.exit_code == 1
    assert result.stdout == "g.tsv: 4 rows imported as gdelt2 into gdelt2\n"
    assert "g.tsv: line 3: 1 columns instead of 61 [E432]" in result.stderr and "1 of them have no PLOVER type" in result.stderr
    problems = invoke("sql", "SELECT input_id, code, detail FROM problems WHERE code = 'E432'", "--format", "json").stdout
    assert json.loads(problems) == [{"input_id": "g.tsv", "code": "E432", "detail": "lines are malformed and were left out (line 3: 1 columns instead of 61)"}]
    mended = folder / "g.tsv"
    mended.write_text(mended.read_text().replace("broken\n", ""))
    assert invoke("import", "g.tsv").exit_code == 0
    assert json.loads(invoke("sql", "SELECT count(*) AS n FROM problems WHERE code = 'E432'", "--format", "json").stdout) == [{"n": 0}]
    assert invoke("forget", "gdelt2").stdout == "removed 1 imported file\n" and invoke("forget", "gdelt2").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (["import", "none.tsv"], 1, "E001"),
        (["import", "g.tsv", "--format", "icews"], 1, "E431"),
        (["import", "g.tsv", "--format", "csv"], 2, "formats:"),
        (["import", "g.tsv", "--dataset", "dateline"], 2, "E205"),
        (["series", "--since", "soon"], 2, "E205"),
        (["series", "--actor", "XQZ"], 2, "E205"),
        (["series", "--actor", "the opposition"], 2, "KEN OPP"),
        (["series", "--rates", "none.tsv"], 1, "E001"),
        (["series", "--type", "FIGHT"], 2, "E411"),
        (["series", "--attributed", "nobody"], 2, "E205"),
        (["series", "--dataset", "nosuch"], 2, "no such data set, but: dateline"),
        (["export", "--format", "icews", "--dataset", "nosuch"], 2, "no such data set, but: dateline"),
        (["series", "--out", "a.doc"], 2, "E436"),
        (["series", "--chart", "a.pdf"], 2, "E436"),
        (["series", "--chart", "a.svg", "--measure", "size"], 2, "E205"),
        (["series", "--unit", "actor", "--table", "network"], 2, "E205"),
        (["series", "--db", "none.duckdb"], 1, "E201"),
        (["export", "--format", "nobody"], 2, "E433"),
        (["export", "--format", "icews", "--actor", "XQZ"], 2, "E205"),
        (["export", "--format", "jsonl", "--recipient", "India,Atlantis"], 2, "E205"),
        (["export", "--format", "parquet"], 2, "E205"),
        (["export", "--format", "icews", "--out", "none/a.tab"], 1, "E401"),
    ],
)
def test_what_fails(folder: Path, arguments: list[str], exit_code: int, words: str) -> None:
    result = invoke(*arguments)
    assert result.exit_code == exit_code and words in result.stderr and "Traceback" not in result.stderr


def test_series_of_own_codings_and_imported_rows_side_by_side(folder: Path) -> None:
    invoke("import", "g.tsv")
    rows = table(invoke("series", "--period", "month", "--since", "2023-05", "--until", "2023-06"))
    found = [(row["dataset"], row["actor"], row["recipient"], row["start"], row["n"], row["quad3"]) for row in rows]
    assert found == [
        ("dateline", "BGR", "AUT", "2023-05-01", "1", "0"),
        ("dateline", "BGR", "AUT", "2023-06-01", "0", "0"),
        ("gdelt2", "AUT", "DEU", "2023-05-01", "2", "1"),
        ("gdelt2", "AUT", "DEU", "2023-06-01", "0", "0"),
    ]
    assert float(rows[0]["n_low"]) < float(rows[0]["n_expected"]) < float(rows[0]["n_high"]) and rows[2]["n_low"] == ""
    assert (rows[0]["goldstein_sum"], rows[0]["score_mean"]) == ("-10.0", "-9.0")


def test_filters_by_certainty_attribution_status_and_confidence(folder: Path) -> None:
    def acts(*options: str) -> int:
        return sum(int(row["n"]) for row in table(invoke("series", "--unit", "actor", *options)))

    # occurred and not negated: the shots at Hafen, possible, according to an institution of Borduria
    assert acts() == 1 and acts("--certainty", "probable") == 0
    assert acts("--attributed", "author,speaker") == 0 and acts("--attributed", "institution") == 1
    assert acts("--according-to", "BGR") == 1 and acts("--according-to", "AUT") == 0
    assert acts("--min-confidence", "0.9") == 0 and acts("--status", "future", "--period", "quarter") == 0


def test_acts_with_coarse_dates_are_left_out_and_said(folder: Path) -> None:
    result = invoke("series", "--status", "future", "--unit", "actor")
    assert table(result) == [] and "left out: 1 act whose dates span more than one month" in result.stderr


def test_events_count_once(folder: Path) -> None:
    with Database("dateline.duckdb") as database:
        database.write(coded("d2", "b.md"), run())
        with database.writing() as session:
            session.run("UPDATE mentions SET event_id = 'd1-m1' WHERE mention_id = 'd2-m1'")
    assert [row["n"] for row in table(invoke("series"))] == ["2"]
    assert [row["n"] for row in table(invoke("series", "--count", "events"))] == ["1"]


def test_files_and_charts(folder: Path) -> None:
    invoke("import", "g.tsv")
    assert invoke("series", "--out", "a.parquet").exit_code == 0 and pq.read_table("a.parquet").num_rows > 0
    assert invoke("series", "--out", "a.xlsx", "--chart", "a.html").exit_code == 0
    assert (folder / "a.xlsx").stat().st_size > 5000 and "AUT → DEU (gdelt2)" in (folder / "a.html").read_text("utf-8")
    nodes = table(invoke("series", "--table", "nodes", "--dataset", "gdelt2"))
    assert [(row["party"], row["out_n"], row["out_weight"]) for row in nodes] == [("AUT", "2", "2.0"), ("BGR", "1", "-9.0"), ("DEU", "0", "0.0")]
    unchanged = invoke("series", "--table", "changes")
    assert table(unchanged) == [] and "no change point was found" in unchanged.stderr


@pytest.mark.parametrize("form", ["phoenix", "plover"])
def test_export_takes_countries_by_name(folder: Path, form: str) -> None:
    invoke("import", "g.tsv")
    named, coded = (invoke("export", "--format", form, "--actor", who) for who in ("Bulgaria", "BGR"))
    assert named.exit_code == coded.exit_code == 0 and named.stdout == coded.stdout
    assert named.stdout.strip()


def test_nothing_matches(folder: Path) -> None:
    result = invoke("series", "--actor", "FRA")
    assert table(result) == [] and "no act matches" in result.stderr
    assert invoke("series", "--actor", "FRA", "--chart", "a.svg").exit_code == 0


def test_export_of_own_codings_and_of_imported_rows(folder: Path) -> None:
    invoke("import", "g.tsv")
    lines = invoke("export", "--format", "phoenix", "--dataset", "gdelt2").stdout.splitlines()
    assert [row.split("\t")[13] for row in lines] == ["042", "112", "190"]
    result = invoke("export", "--format", "polecat", "--out", "a.tsv", "--dataset", "dateline")
    assert "1 row written to a.tsv" in result.stderr and (folder / "a.tsv").read_text().splitlines()[1].split("\t")[1:4] == ["2023-05-04", "ASSAULT", "firearms"]
    assert len(invoke("export", "--format", "jsonl").stdout.splitlines()) == 3
    assert invoke("export", "--format", "xlsx", "--out", "a.xlsx").exit_code == 0
    assert json.loads(invoke("export", "--format", "plover", "--type", "assault").stdout)["event"] == ["ASSAULT"]
