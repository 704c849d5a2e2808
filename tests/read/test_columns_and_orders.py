"""Corpora that call their fields otherwise, and dates in figures whose day and month could change places."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.read import ReadOptions, read_inputs
from dateline.read.parts import plan_parts, read_part
from dateline.types import Document, Problem

TEXT = "Oman recalled its envoy from Lima, officials said."
RENAMED = ReadOptions(columns=(("id", "Accession"), ("text", "Body"), ("date", "Issued")))


def written(folder: Path, kind: str, rows: list[dict[str, str]]) -> Path:
    path = folder / f"news.{kind}"
    match kind:
        case "csv":
            path.write_text("\n".join([",".join(rows[0]), *(",".join(f'"{cell}"' for cell in row.values()) for row in rows)]), encoding="utf-8")
        case "jsonl":
            path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        case _:
            pq.write_table(pa.Table.from_pylist(rows), path)
    return path


def dated(folder: Path, kind: str, days: list[str], options: ReadOptions | None = None) -> list[Document | Problem]:
    path = written(folder, kind, [{"id": f"n{number}", "text": TEXT, "date": day} for number, day in enumerate(days)])
    found = list(read_inputs([str(path)], options))
    parts = [item for part in plan_parts([str(path)]).parts for item in read_part(part, options or ReadOptions())]
    assert parts == found
    return found


def days(found: list[Document | Problem]) -> list[str]:
    return [str(one.published) if isinstance(one, Document) else one.code for one in found]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize(
    ("told", "read"),
    [
        (["03/04/2021", "25/04/2021"], ["2021-04-03", "2021-04-25"]),
        (["03/04/2021", "04/25/2021"], ["2021-03-04", "2021-04-25"]),
        (["03-04-2021 14:05", "30-04-2021 9:00"], ["2021-04-03", "2021-04-30"]),
        (["03/04/2021", "05/05/2021"], ["E016", "2021-05-05"]),
        (["03/04/2021", "25/04/2021", "04/25/2021"], ["E016", "2021-04-25", "2021-04-25"]),  # both orders: none is known
        (["03/04/21", "25/04/2021"], ["E016", "2021-04-25"]),  # the year may stand first
        (["4.5.2021", "2021-06-07", "31/31/2021", "soon"], ["2021-05-04", "2021-06-07", "E018", "E018"]),
    ],
)
def test_other_dates_of_the_file_show_the_order(tmp_path: Path, kind: str, told: list[str], read: list[str]) -> None:
    assert days(dated(tmp_path, kind, told)) == read


def test_what_other_dates_showed_is_said_of_the_document(tmp_path: Path) -> None:
    found = dated(tmp_path, "csv", ["03/04/2021", "25/04/2021", "05/05/2021", "3 June 2021"])
    said = [[problem.detail for problem in one.problems if problem.code == "W134"] for one in found if isinstance(one, Document)]
    assert [len(one) for one in said] == [1, 0, 0, 0] and "day first" in said[0][0]


@pytest.mark.parametrize(
    ("day_first", "read"),
    [(True, ["2021-04-03", "2021-04-25", "2021-04-03", "1998-04-03"]), (False, ["2021-03-04", "2021-04-25", "2021-03-04", "1998-03-04"])],
)
def test_the_user_may_say_it(tmp_path: Path, day_first: bool, read: list[str]) -> None:
    found = dated(tmp_path, "csv", ["03/04/2021", "25/04/2021", "3/4/21", "3/4/98"], ReadOptions(day_first=day_first))
    assert days(found) == read
    assert not [problem for one in found if isinstance(one, Document) for problem in one.problems if problem.code == "W134"]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_fields_have_the_names_that_they_are_given(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, [{"Accession": "z9", "Source": "Gulf Post", "Body": TEXT, "Issued": "2020-02-01"}])
    [document] = read_inputs([str(path)], RENAMED)
    assert isinstance(document, Document)
    assert (document.input_id, document.text, document.published) == ("z9", TEXT, date(2020, 2, 1))
    [refused] = read_inputs([str(path)])
    assert isinstance(refused, Problem)
    assert refused.code == "E007" and "Accession" in refused.detail and "Body" in refused.detail and "--columns" in refused.fix


def test_a_column_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "csv", [{"id": "1", "text": TEXT, "date": "2020-02-01"}])
    [refused] = read_inputs([str(path)], ReadOptions(columns=(("date", "Day of issue"),)))
    assert isinstance(refused, Problem)
    assert "no column date (Day of issue)" in refused.detail
