"""A text in memory is read as a line of a corpus is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import dateline
from dateline.errors import DatelineError
from dateline.types import BlockKind, Document

TEXT = "Chile recalled its ambassador from Caracas on Friday.\n\nVenezuela's foreign ministry denounced the step."
LINE = {"id": 17, "text": TEXT, "date": "2018-06-04", "title": "Santiago and Caracas fall out", "publisher": "El Correo", "url": "https://example.org/a"}


def test_it_is_the_document_of_a_corpus_line_with_its_ids(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    (line,) = dateline.read_all(tmp_path / "one.jsonl")
    fields: dict[str, Any] = {name: LINE[name] for name in ("id", "title", "publisher", "url")}
    made = dateline.read_text(TEXT, published="2018-06-04", **fields)
    assert made == line
    assert (made.input_id, made.published, made.blocks[0].kind) == ("17", date(2018, 6, 4), BlockKind.TITLE)
    assert dateline.code(made, coder="lexicon").to_records()


def test_rows_of_a_frame_are_read_with_what_they_lack() -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"text": [TEXT, "Togo expelled a consul."], "day": pd.to_datetime(["2018-06-04", None]), "title": ["Fallout", float("nan")]})
    found = [dateline.read_text(row.text, id=row.Index, published=row.day, title=row.title) for row in frame.itertuples()]
    assert [(one.input_id, one.published, one.title) for one in found] == [("0", date(2018, 6, 4), "Fallout"), ("1", None, None)]
    assert [one.input_id for one in (dateline.read_text(TEXT, id=number) for number in frame.index.to_numpy())] == ["0", "1"]
    told = [one for one in found[1].problems if one.code == "W102"]
    assert len(told) == 1 and "published" in told[0].fix and "line" not in told[0].fix


def test_the_numbers_of_a_column_with_gaps_and_scalars_of_arrow_are_ids() -> None:
    pa = pytest.importorskip("pyarrow")
    ids: list[Any] = [7.0, pa.scalar(7), pa.scalar("7"), UUID(int=7)]
    assert [dateline.read_text(TEXT, id=one).input_id for one in ids] == ["7", "7", "7", "00000000-0000-0000-0000-000000000007"]
    made = dateline.read_text(pa.scalar(TEXT), title=pa.scalar("Fallout"), url=pa.scalar(None, pa.string()))
    assert (made.title, made.url) == ("Fallout", None)


def test_a_row_without_a_text_is_an_error_of_this_row() -> None:
    pd = pytest.importorskip("pandas")
    for missing in (None, float("nan"), pd.NA, pd.NaT):
        with pytest.raises(DatelineError, match="E003 row 3"):
            dateline.read_text(missing, id="row 3")


FRENCH = "Le gouvernement chilien a rappelé son ambassadeur vendredi, selon le ministère des affaires étrangères. " * 3


@pytest.mark.parametrize(("text", "code"), [("", "E003"), (" \n ", "E003"), (FRENCH, "E006")])
def test_what_cannot_be_coded_is_an_error_of_this_text(text: str, code: str) -> None:
    with pytest.raises(DatelineError) as caught:
        dateline.read_text(text, id="row 3")
    assert (caught.value.code, caught.value.where) == (code, "row 3")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"text": 3.5}, "takes a text, not float"),
        ({"text": b"Chile"}, "takes a text, not bytes"),
        ({"text": TEXT, "id": ""}, "id is"),
        ({"text": TEXT, "id": None}, "id is"),
        ({"text": TEXT, "id": 1.5}, "id is"),
        ({"text": TEXT, "title": 5}, "title is a text, not int"),
        ({"text": TEXT, "published": 2018}, "published takes a day"),
    ],
)
def test_what_is_of_another_kind_is_named(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        dateline.read_text(**arguments)


@pytest.mark.parametrize("text", [TEXT, "Chile recalled its ambassador.", "Peru protested\nagainst it", TEXT * 40])
def test_a_text_given_for_a_path_is_said_to_be_one(text: str) -> None:
    with pytest.raises(DatelineError, match="E001") as caught:
        dateline.read(text)
    assert "dateline.read_text" in caught.value.fix and len(str(caught.value)) < 200
    with pytest.raises(TypeError, match=r"dateline\.read_text"):
        dateline.code(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["missing.pdf", "my notes of May.docx", "folder with blanks/report 2.md", "missing"])
def test_a_path_that_is_mistyped_is_still_a_path(path: str) -> None:
    with pytest.raises(DatelineError, match="E001") as caught:
        dateline.read(path)
    assert (caught.value.where, caught.value.fix) == (path, "check the path")


def test_documents_are_what_is_coded() -> None:
    assert isinstance(dateline.read_text(TEXT), Document)
