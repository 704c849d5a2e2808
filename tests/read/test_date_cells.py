"""Dates in the cells of a corpus as programs write them, and the words for none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.cli.problems import lines
from dateline.read import ReadOptions, read_inputs
from dateline.read.datecells import day_of_cell, is_missing
from dateline.types import Document, Problem

DAY = date(2021, 7, 9)


@pytest.mark.parametrize(
    "text",
    [
        "20210709", "20210709143000", "20210709T143000Z", "09-Jul-21", "09-Jul-2021", "9/Jul/2021", "09JUL2021", "09JUL2021:14:30:00", "9-JUL-21 14:30",
        "Jul-09-2021", "2021-Jul-09", "Jul 9 2021", "2021-07-09T14:30:00Z", "2021-07-09 14:30:00.123", "Fri, 09 Jul 2021 14:30:00 GMT", "2021/07/09",
    ],
)  # fmt: skip
def test_days_as_programs_write_them(text: str) -> None:
    assert day_of_cell(text) == DAY


@pytest.mark.parametrize("text", ["20211309", "20210231", "99999999", "31-Foo-21", "2021", "44386", "spring", "1234567"])
def test_what_is_no_day_in_itself(text: str) -> None:
    assert day_of_cell(text) is None


@pytest.mark.parametrize("text", ["n.d.", "N/A", "null", "None", "–", "(n. d.)", "NaN", "", " "])
def test_words_for_no_date(text: str) -> None:
    assert is_missing(text)


@pytest.mark.parametrize("text", ["soon", "2021", "May", "9"])
def test_words_for_something_else(text: str) -> None:
    assert not is_missing(text)


def read(folder: Path, days: list[object], *, sheet: bool = True) -> list[Document | Problem]:
    texts = "Togo expelled two envoys of Benin."
    path = folder / ("a.csv" if sheet else "a.jsonl")
    rows = (f"r{n},{texts},{day}" if sheet else json.dumps({"id": f"r{n}", "text": texts, "date": day}) for n, day in enumerate(days))
    path.write_text("\n".join([*(["id,text,date"] if sheet else []), *rows, ""]), encoding="utf-8")
    return list(read_inputs([str(path)], ReadOptions()))


def days_of(found: list[Document | Problem]) -> list[object]:
    return [one.published if isinstance(one, Document) else one.code for one in found]


@pytest.mark.parametrize("sheet", [True, False])
@pytest.mark.parametrize(("number", "unit"), [(44386, "days since 1900"), (1625841000, "seconds since 1970"), (1625841000000, "thousandths of seconds since 1970")])
def test_a_column_of_numbers_counts_days_or_seconds(tmp_path: Path, sheet: bool, number: int, unit: str) -> None:
    found = read(tmp_path, [number, "NA", number], sheet=sheet)
    assert days_of(found) == [DAY, None, DAY]
    told = f"the dates of the file are numbers and were read as such as count from a day ({unit})"
    assert [one.detail for item in found if isinstance(item, Document) for one in item.problems if one.code == "W139"] == [told, told]


@pytest.mark.parametrize("days", [[44386, "2021-07-09"], [44386, 1625841000], [44386, 99999], ["2021", "2022"], [12, 44386]])
def test_numbers_among_other_dates_count_nothing(tmp_path: Path, days: list[object]) -> None:
    assert days_of(read(tmp_path, days))[0] == "E018"


def test_a_row_without_a_date_is_read_and_said_to_be_without(tmp_path: Path) -> None:
    found = read(tmp_path, ["n.d.", "NA", "-", ""])
    assert days_of(found) == [None] * 4
    assert all("W102" in {one.code for one in item.problems} for item in found if isinstance(item, Document))


def test_a_problem_of_all_rows_is_one_line_with_a_count(tmp_path: Path) -> None:
    found = read(tmp_path, [f"day {n}" for n in range(300)])
    (said,) = lines(one for one in found if isinstance(one, Problem))
    assert "and 280 more" in said and "E018" in said and "malformed" not in said
