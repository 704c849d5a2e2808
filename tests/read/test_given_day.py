"""The publication date as callers have it: it is a plain date, or nothing, or an error that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

import dateline
from dateline.errors import DatelineError
from dateline.read import ReadOptions
from dateline.read.givenday import given_day
from dateline.types import Document

pd = pytest.importorskip("pandas")

DAY = date(2019, 8, 14)
TEXT = "Uganda recalled its envoy from Kigali on Monday. Rwanda protested."


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "kampala.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        datetime(2019, 8, 14, 23, 59),
        datetime(2019, 8, 14, 1, tzinfo=timezone(timedelta(hours=9))),
        pd.Timestamp("2019-08-14 12:00"),
        pd.Timestamp("2019-08-14 23:30", tz="America/Lima"),
        pd.Series(["2019-08-14"], dtype="datetime64[ns]").iloc[0],
        np.datetime64("2019-08-14"),
        np.datetime64("2019-08-14T07:00:00.000000000"),
        pa.array([DAY])[0],
        pa.array([datetime(2019, 8, 14, 5, tzinfo=UTC)])[0],
        "2019-08-14",
        " 2019-08-14T09:15:00Z ",
        str(pd.Timestamp("2019-08-14")),
        "14 August 2019",
        "Aug. 14, 2019",
        "8/14/2019",
    ],
)
def test_a_day_is_a_plain_date(value: Any) -> None:
    day = given_day(value, "published")
    assert (day, type(day)) == (DAY, date)


@pytest.mark.parametrize("value", [None, "", "  ", pd.NaT, pd.NA, float("nan"), np.nan, np.datetime64("NaT"), pa.array([None], pa.date32())[0]])
def test_a_missing_value_of_a_column_is_none(value: Any) -> None:
    assert given_day(value, "published") is None


@pytest.mark.parametrize("text", ["last Monday", "2019-08", "2019", "2019-13-01", "4/8/2019", "NaT"])
def test_a_text_that_is_no_day_is_said_to_be_none(text: str) -> None:
    with pytest.raises(DatelineError, match=r"E017 .* not a day"):
        given_day(text, "published")


@pytest.mark.parametrize("value", [20190814, 1565740800.0, True, ("2019", "08"), pd.Period("2019-08"), np.array(["2019-08-14"], dtype="datetime64[D]")])
def test_other_values_are_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="published takes a day"):
        given_day(value, "published")


def test_one_day_is_one_document_in_whatever_form_it_is_given(wire: Path) -> None:
    found = {dateline.read(wire, published=value) for value in (DAY, "2019-08-14", datetime(2019, 8, 14, 6), pd.Timestamp(DAY))}
    assert len(found) == 1
    records = dateline.code(found.pop(), coder="lexicon").to_records()
    assert [one["date"]["earliest"] for one in records if one["date"]["text"]] == ["2019-08-12"]  # type: ignore[index]


def test_a_missing_day_is_told_and_nothing_is_dated_by_it(wire: Path) -> None:
    document = dateline.read(wire, published=pd.NaT)
    assert document == dateline.read(wire)
    assert "W102" in {one.code for one in document.problems}


def test_corpora_are_read_with_such_days_and_refused_at_once_with_others(wire: Path, tmp_path: Path) -> None:
    assert [one.published for one in dateline.read_all(wire, published="2019-08-14") if isinstance(one, Document)] == [DAY]
    with pytest.raises(DatelineError, match="E017"):
        dateline.read_all(wire, published="Wednesday")
    database = tmp_path / "acts.duckdb"
    with pytest.raises(DatelineError, match="E017"):
        dateline.code_all(wire, db=database, published="Wednesday", coder="lexicon")
    assert not database.exists()
    run = dateline.code_all(wire, db=database, published=pd.Timestamp(DAY), coder="lexicon")
    assert (run.documents, [one.code for one in run.problems if one.severity == "error"]) == (1, [])


@pytest.mark.parametrize("value", [datetime(2019, 8, 14), pd.NaT, "2019-08-14"])
def test_values_hold_plain_dates_only(wire: Path, value: Any) -> None:
    with pytest.raises(TypeError, match=r"published is a .* or None"):
        replace(dateline.read(wire), published=value)
    with pytest.raises(TypeError, match=r"date is a .* or None"):
        ReadOptions(date=value)
