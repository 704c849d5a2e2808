"""Lists of headlines and chronologies in spreadsheets: lines without ids are numbered, and the usual names of columns are understood."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from dateline.read import ReadOptions, read_inputs
from dateline.read.parts import plan_parts, read_part
from dateline.types import Document, Problem

KINDS = ("csv", "jsonl", "parquet")
TOLD = "Kenya recalled its ambassador from Juba."
MORE = "South Sudan closed two crossings on the border with Uganda."


def written(folder: Path, kind: str, rows: list[dict[str, str]]) -> str:
    path = folder / f"list.{kind}"
    if kind == "parquet":
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    elif kind == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    else:
        with path.open("w", newline="", encoding="utf-8-sig") as stream:
            writer = csv.DictWriter(stream, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    return str(path)


def found(path: str, options: ReadOptions | None = None) -> list[tuple[str, str, date | None, str | None]]:
    made = [one for one in read_inputs([path], options) if isinstance(one, Document)]
    return [(one.input_id.rpartition("/")[2], one.text, one.published, one.publisher) for one in made]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "names",
    [
        ("date", "headline", "source"),
        ("published", "title", "outlet"),
        ("Day", "What happened", "Source"),
        ("Announced", "Event", "News source"),
        ("published_at", "Full_Text", "newspaper"),
        ("pub_date", "Description", "publisher"),
    ],
)
def test_usual_names_and_numbers_of_lines(tmp_path: Path, kind: str, names: tuple[str, str, str]) -> None:
    rows = [dict(zip(names, row, strict=True)) for row in (("2031-04-03", TOLD, "Daily Nation"), ("2031-04-07", MORE, "Eye Radio"))]
    first = 2 if kind == "csv" else 1
    assert found(written(tmp_path, kind, rows)) == [
        (f"list.{kind}:{first}", TOLD, date(2031, 4, 3), "Daily Nation"),
        (f"list.{kind}:{first + 1}", MORE, date(2031, 4, 7), "Eye Radio"),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_columns_that_are_named_and_no_ids(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, [{"When": "2031-04-03", "Step taken": TOLD, "Who told it": "AFP"}])
    options = ReadOptions(columns=(("text", "Step taken"), ("date", "When"), ("publisher", "Who told it")))
    assert found(path, options) == [(f"list.{kind}:{2 if kind == 'csv' else 1}", TOLD, date(2031, 4, 3), "AFP")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("row", "options"),
    [
        ({"When": "2031-04-03", "Step taken": TOLD, "n": "4"}, "text=Step taken,date=When"),
        ({"When": "2031-04-03", "Event": TOLD, "n": "4"}, "text=Event,date=When"),
        ({"date": "2031-04-03", "Step taken": TOLD}, "text=Step taken"),
    ],
)
def test_what_is_not_understood_is_said_with_what_to_write(tmp_path: Path, kind: str, row: dict[str, str], options: str) -> None:
    [refused] = read_inputs([written(tmp_path, kind, [row])])
    assert isinstance(refused, Problem) and refused.code == "E007"
    assert all(name in refused.detail or name in {"date"} for name in row)
    assert f'--columns "{options}' in refused.fix


@pytest.mark.parametrize("kind", KINDS)
def test_the_day_may_be_given_for_all(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, [{"When": "2031-04-03", "Event": TOLD}])
    assert [day for _, _, day, _ in found(path, ReadOptions(date=date(2031, 5, 1)))] == [date(2031, 5, 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_own_ids_are_kept_and_a_corpus_is_read_as_before(tmp_path: Path, kind: str) -> None:
    rows = [{"doc_id": "k1", "date": "2031-04-03", "body": TOLD}]
    assert [one for one, *_ in found(written(tmp_path, kind, rows))] == ["k1"]
    rows = [{"id": "k1", "date": "2031-04-03", "text": TOLD, "headline": MORE, "source": "AFP"}]
    assert found(written(tmp_path, kind, rows)) == [("k1", TOLD, date(2031, 4, 3), None)]


def test_a_line_without_its_id_in_a_corpus_that_has_ids_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TOLD}) + "\n" + json.dumps({"text": MORE}) + "\n", encoding="utf-8")
    first, second = read_inputs([str(path)])
    assert isinstance(first, Document) and isinstance(second, Problem) and second.code == "E007"


@pytest.mark.parametrize("kind", KINDS)
def test_parts_number_the_lines_as_the_whole_does(tmp_path: Path, kind: str) -> None:
    rows = [{"date": f"2031-04-{1 + number % 28:02}", "headline": f"{TOLD} It was step {number} of the dispute over Ilemi. " * 20} for number in range(80)]
    path = written(tmp_path, kind, rows)
    parts = plan_parts([path], ReadOptions()).parts
    assert len(parts) > 1 or kind == "parquet"
    assert [one.input_id for part in parts for one in read_part(part, ReadOptions())] == [one.input_id for one in read_inputs([path])]


def test_an_open_quotation_mark_in_a_list_without_ids(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f'date,headline\n2031-04-03,"{TOLD}\n2031-04-07,{MORE}\n', encoding="utf-8")
    first, second = read_inputs([str(path)])
    assert isinstance(first, Problem) and "not closed" in first.detail
    assert isinstance(second, Document) and second.text == MORE
