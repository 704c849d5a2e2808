"""Rows of incidents given as a corpus: columns of places and numbers, which are not read, are named."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.read import ReadOptions, read_inputs
from dateline.types import Document

_ROW = {"id": "a", "date": "2024-05-02", "text": "Gunmen attacked a bus near the border and fled into the hills."}
_INCIDENT = {**_ROW, "Province": "Sistan", "District": "Saravan", "Killed": "4", "Wounded": "", "Remarks": "bus of pilgrims"}


def _unread(path: Path) -> list[str]:
    (found,) = read_inputs([str(path)], ReadOptions())
    assert isinstance(found, Document)
    return [one.detail for one in found.problems if one.code == "W161"]


def _written(folder: Path, kind: str, row: dict[str, str]) -> Path:
    path = folder / f"a.{kind}"
    if kind == "parquet":
        pq.write_table(pa.Table.from_pylist([row]), path)
    elif kind == "jsonl":
        path.write_text(json.dumps(row) + "\n", "utf-8")
    else:
        path.write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(("kind", "named"), [("csv", "Province, District, Killed"), ("jsonl", "Province, District, Killed"), ("parquet", "Province, District, Killed, Wounded")])
def test_columns_of_places_and_numbers_are_named(tmp_path: Path, kind: str, named: str) -> None:
    (told,) = _unread(_written(tmp_path, kind, _INCIDENT))
    assert named in told and "Remarks" not in told


@pytest.mark.parametrize("beside", [{}, {"section": "World", "author": "A. Writer"}, {"city": "Quetta"}, {"place_of_birth": "Lima", "missing": ""}, {"location": "Rome"}])
def test_a_column_of_towns_or_of_other_things_is_no_table_of_incidents(tmp_path: Path, beside: dict[str, str]) -> None:
    assert _unread(_written(tmp_path, "csv", {**_ROW, **beside})) == []


def test_fields_that_are_named_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("nr,date,notes,admin1,fatalities\n1,2024-05-02,Gunmen attacked a bus near the border and fled.,Sistan,4\n", "utf-8")
    (found,) = read_inputs([str(path)], ReadOptions(columns=(("id", "nr"), ("text", "notes"))))
    assert isinstance(found, Document) and any("admin1, fatalities" in one.detail for one in found.problems if one.code == "W161")
