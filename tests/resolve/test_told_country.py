"""The country that a user says a document is news of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline.read import ReadOptions
from dateline.read.corpus import record_document
from dateline.store.duckdb import Database
from dateline.types import Document

_TEXT = "The opposition on Friday accused the government of secrecy over a deal with Oman. Police detained students."


def _police(document: Document) -> str | None:
    (act,) = [one for one in dateline.code(document).mentions if one.type == "COERCE"]
    return act.actors[0].country


@pytest.mark.parametrize("country", ["KEN", "ken", "Kenya"])
def test_bare_nouns_are_of_the_country_that_is_told(country: str) -> None:
    assert _police(dateline.read_text(_TEXT, published="2023-05-05", country=country)) == "KEN"


def test_it_goes_before_a_dateline() -> None:
    text = f"DUBAI, May 5 (AFP) - {_TEXT}"
    assert _police(dateline.read_text(text, published="2023-05-05", country="KEN")) == "KEN"


def test_what_tells_no_country_tells_nothing() -> None:
    text = f"LIMA, May 5 (AFP) - {_TEXT}"
    assert _police(dateline.read_text(text, published="2023-05-05", country="Africa; other")) == "PER"


def test_a_line_goes_before_the_option() -> None:
    line = {"id": "a", "text": _TEXT, "date": "2023-05-05"}
    options = ReadOptions(country="PER")
    assert record_document(line, "a", options).country == "PER"
    assert record_document({**line, "country": "KEN"}, "a", options).country == "KEN"


def test_a_country_that_is_none_is_a_problem_of_its_document() -> None:
    told = {name: dateline.read_text(_TEXT, published="2023-05-05", country=name) for name in ("Atlantis", "XYZ", "Kenya", "")}
    assert {name: [one.code for one in document.problems] for name, document in told.items()} == {"Atlantis": ["W160"], "XYZ": ["W160"], "Kenya": [], "": []}
    assert "Atlantis" in told["Atlantis"].problems[0].detail


def test_every_call_takes_the_country_as_the_command_does(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_TEXT, "utf-8")
    assert _police(dateline.read(path, published="2023-05-05", country="Kenya")) == "KEN"
    (found,) = dateline.read_all(path, published="2023-05-05", country="ken")
    assert isinstance(found, Document) and _police(found) == "KEN"
    (act,) = [one for one in dateline.code(dateline.read(path, published="2023-05-05"), country="KEN").mentions if one.type == "COERCE"]
    assert act.actors[0].country == "KEN"


def test_a_database_keeps_the_country(tmp_path: Path) -> None:
    path, db = tmp_path / "a.txt", tmp_path / "a.duckdb"
    path.write_text(_TEXT, "utf-8")
    dateline.code_all(path, db=db, published="2023-05-05", country="KEN")
    with Database(db) as database:
        (row,) = database.read("SELECT doc_id, country FROM documents").to_pylist()
        document = database.load_document(row["doc_id"])
    assert row["country"] == "KEN" and document is not None and document.country == "KEN" and _police(document) == "KEN"


@pytest.mark.parametrize("call", [lambda one: ReadOptions(country=one), lambda one: dateline.code(dateline.read_text(_TEXT), country=one)])
def test_a_country_that_is_none_is_refused_with_what_to_give(call: Callable[[str], object]) -> None:
    with pytest.raises(dateline.DatelineError, match="LBN"):
        call("Atlantis")
