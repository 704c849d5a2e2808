"""The table ``runs`` says what a database rests on: settings as given, and the corpora with their hashes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import dateline
from dateline.cli import app
from dateline.store.duckdb import Database

ROWS = "nr;body;tag\n1;Ghana expelled the Togolese consul on Friday.;05/04/2021\n2;Togo and Benin signed a treaty.;25/04/2021\n"


def settings(path: Path) -> dict[str, Any]:
    with Database(path, read_only=True) as database:
        (row,) = database.select("SELECT settings FROM runs")
    found: dict[str, Any] = json.loads(row["settings"])
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "lome.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "wire" / "note.txt").write_text("Mali rejected a French proposal.", encoding="utf-8")
    return tmp_path


def test_a_run_of_the_command_keeps_its_options_and_its_corpora(here: Path) -> None:
    done = CliRunner().invoke(
        app,
        ["code", "wire", "--db", "a.duckdb", "--coder", "lexicon", "--columns", "id=nr,text=body,date=tag", "--day-first", "--date", "2021-05-01"],
    )
    assert done.exit_code == 0, done.output
    kept = settings(here / "a.duckdb")
    assert (kept["coder"], kept["columns"], kept["day_first"], kept["date"]) == ("lexicon", "id=nr,text=body,date=tag", True, "2021-05-01")
    size, digest = len(ROWS.encode()), hashlib.sha256(ROWS.encode()).hexdigest()
    assert kept["files"] == [{"path": "wire/lome.csv", "size": size, "sha256": digest}], "a file of one document is among the inputs"


def test_a_run_of_the_library_keeps_the_same(here: Path) -> None:
    columns = {"id": "nr", "text": "body", "date": "tag"}
    dateline.code_all(["wire/lome.csv"], here / "none.csv", db=here / "b.duckdb", coder="lexicon", columns=columns, day_first=True)
    kept = settings(here / "b.duckdb")
    assert [one["path"] for one in kept["files"]] == ["wire/lome.csv"] and kept["columns"] == "id=nr,text=body,date=tag"


def test_documents_that_are_read_already_have_no_file(here: Path) -> None:
    dateline.code_all(dateline.read_text("Chad expelled the consul.", id="x"), db=here / "c.duckdb", coder="lexicon")
    kept = settings(here / "c.duckdb")
    assert kept["files"] == [] and kept["date"] is None and kept["day_first"] is None
