"""Series: zero-filled, summed and divided as they say; networks; periods."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from acts_made import cells
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analyse import periods
from dateline.analyse.changetable import change_table
from dateline.analyse.network import network
from dateline.analyse.options import By, SeriesOptions
from dateline.analyse.series import MAX_ROWS, series
from dateline.errors import DatelineError

JAN, MAR, APR = date(2024, 1, 1), date(2024, 3, 1), date(2024, 4, 1)
OWN = cells(
    ("dateline", "KOR", "PRK", JAN, "ACCUSE", [0.9, 0.8]),
    ("dateline", "KOR", "PRK", JAN, "AID", [0.5]),
    ("dateline", "KOR", "PRK", APR, "MOBILIZE", [0.7]),
    ("dateline", "PRK", "KOR", MAR, "ASSAULT", [0.6, 0.6]),
    ("gdelt2", "KOR", "PRK", MAR, "CONSULT", [-1.0] * 3),
)


def test_empty_months_are_zero_and_sums_are_right() -> None:
    rows = series(OWN, SeriesOptions()).to_pylist()
    assert [(row["dataset"], row["actor"], row["start"].month) for row in rows] == [
        (dataset, actor, month) for dataset, actor in (("dateline", "KOR"), ("dateline", "PRK"), ("gdelt2", "KOR")) for month in (1, 2, 3, 4)
    ]
    first, empty, *_ = rows
    assert (first["n"], first["quad1"], first["quad2"], first["quad3"], first["quad4"]) == (3, 0, 1, 2, 0)
    assert (first["score_sum"], first["score_mean"], first["goldstein_sum"], first["material_conflict_share"]) == (4.0, 1.3333, 3.0, 0.0)
    assert (empty["n"], empty["score_sum"], empty["score_mean"], empty["material_conflict_share"]) == (0, 0.0, None, None)
    assert (empty["n_expected"], empty["n_low"], empty["n_high"], empty["score_mean_low"]) == (0.0, 0.0, 1.0, None)
    assert first["n_low"] < first["n_expected"] < first["n_high"] and 0.0 <= first["material_conflict_share_low"] <= first["material_conflict_share_high"]
    assert rows[6]["material_conflict_share"] == 1.0 and rows[6]["quad4"] == 2


def test_imported_rows_have_no_interval() -> None:
    rows = [row for row in series(OWN, SeriesOptions()).to_pylist() if row["dataset"] == "gdelt2"]
    assert [row["n"] for row in rows] == [0, 0, 3, 0]
    assert {value for row in rows for name, value in row.items() if name.endswith(("_expected", "_low", "_high"))} == {None}


def test_by_type() -> None:
    table = series(OWN, SeriesOptions(by=By.TYPE))
    assert table.column_names[4:21] == ["n", "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject",
                                        "threaten", "protest", "sanction", "mobilize", "coerce", "assault"]  # fmt: skip
    row = table.to_pylist()[0]
    assert (row["accuse"], row["aid"], row["assault"]) == (2, 1, 0) and row["accuse_high"] > row["accuse_low"] > 0
    # what was read as an accusation may have been another act
    assert row["reject_expected"] > 0


def test_days_asked_for_fill_the_series_and_bound_it() -> None:
    rows = series(OWN, SeriesOptions(first=date(2024, 2, 1), last=date(2024, 6, 30), top=1)).to_pylist()
    assert [(row["dataset"], row["start"].month, row["n"]) for row in rows] == [
        *(("dateline", month, int(month == 4)) for month in (2, 3, 4, 5, 6)),
        *(("gdelt2", month, 3 * int(month == 3)) for month in (2, 3, 4, 5, 6)),
    ]


def test_both_directions_as_one() -> None:
    rows = series(OWN, SeriesOptions(undirected=True, period="quarter", first=JAN, last=JAN)).to_pylist()
    assert [(row["dataset"], row["actor"], row["recipient"], row["n"]) for row in rows] == [("dateline", "KOR", "PRK", 5), ("gdelt2", "KOR", "PRK", 3)]


def test_a_series_that_is_too_long_is_refused() -> None:
    with pytest.raises(DatelineError, match="E434"):
        series(OWN, SeriesOptions(period="day", first=date(1, 1, 1), last=date(MAX_ROWS // 365, 1, 1)))


def test_nothing_gives_an_empty_table_with_the_same_columns() -> None:
    assert series(cells(), SeriesOptions()).schema.names == series(OWN, SeriesOptions()).schema.names
    assert series(cells(), SeriesOptions()).num_rows == 0 and network(cells(), SeriesOptions()).edges.num_rows == 0
    assert change_table(series(cells(), SeriesOptions()), 0).num_rows == 0


TYPES = ("ACCUSE", "AID", "ASSAULT", "CONSULT")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["dateline", "x"]), st.sampled_from(["A", "B"]), st.sampled_from(["A", "B", "C"]), st.dates(date(2023, 1, 1), date(2024, 6, 30)),
        st.sampled_from(TYPES), st.lists(st.floats(0.05, 1.0), min_size=1, max_size=3),
    ),
    max_size=12, unique_by=lambda row: row[:5],
)  # fmt: skip


@given(ROWS, st.sampled_from(["day", "week", "month", "quarter", "year"]))
@settings(max_examples=40, deadline=None)
def test_no_act_is_lost_or_doubled(rows: list[tuple[str, str, str, date, str, list[float]]], period: str) -> None:
    first = [periods.starts(np.array([periods.number(row[3], period)]), period)[0].item() for row in rows]
    given = cells(*((*row[:3], start, *row[4:]) for row, start in zip(rows, first, strict=True)))
    table = series(given, SeriesOptions(period=period))
    by_quad = [sum(table[f"quad{number}"].to_pylist()) for number in (1, 2, 3, 4)]
    assert sum(table["n"].to_pylist()) == sum(by_quad) == sum(len(row[5]) for row in rows)
    found = {(row["dataset"], row["actor"], row["recipient"], row["start"]): row["n"] for row in table.to_pylist() if row["n"]}
    expected: dict[tuple[str, str, str, date], int] = {}
    for row, start in zip(rows, first, strict=True):
        key = (*row[:3], start)
        expected[key] = expected.get(key, 0) + len(row[5])
    assert found == expected and table.num_rows == len({row[:3] for row in rows}) * (len(set(table["start"].to_pylist())))


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_periods_count_on_without_gaps(day: date, period: str) -> None:
    number = periods.number(day, period)
    start, following = (item.item() for item in periods.starts(np.array([number, number + 1]), period))
    assert start <= day < following and periods.number(start, period) == number
    assert periods.number(following - timedelta(1), period) == number
    assert period != "week" or start.isoweekday() == 1


def test_the_network_has_signed_weights() -> None:
    domestic = ("dateline", "KOR", "KOR", JAN, "PROTEST", [0.9])
    made = network(cells(*[domestic, ("dateline", "KOR", "PRK", JAN, "ACCUSE", [0.9, 0.8]), ("dateline", "KOR", "PRK", JAN, "AID", [0.5]),
                           ("dateline", "PRK", "KOR", MAR, "ASSAULT", [0.6])]), SeriesOptions())  # fmt: skip
    first, second = made.edges.to_pylist()
    assert (first["actor"], first["recipient"], first["n"], first["cooperation"], first["conflict"], first["weight"]) == ("KOR", "PRK", 3, 10.0, -6.0, 4.0)
    assert (second["weight"], second["mean"]) == (-9.0, -9.0) and second["weight_low"] < second["weight_expected"] < second["weight_high"] < 9
    assert made.nodes.to_pylist() == [
        {"dataset": "dateline", "party": "KOR", "out_n": 3, "in_n": 1, "out_weight": 4.0, "in_weight": -9.0, "partners": 1},
        {"dataset": "dateline", "party": "PRK", "out_n": 1, "in_n": 3, "out_weight": -9.0, "in_weight": 4.0, "partners": 1},
    ]


def test_change_points_of_a_table_have_days() -> None:
    months = [date(2020 + number // 12, number % 12 + 1, 1) for number in range(48)]
    made = cells(*(("dateline", "A", "B", month, "ACCUSE", [0.9] * (2 if number < 24 else 20)) for number, month in enumerate(months)))
    rows = change_table(series(made, SeriesOptions()), 48).to_pylist()
    assert [(row["measure"], row["start"], row["before"], row["after"]) for row in rows][:1] == [("n", date(2022, 1, 1), 2.0, 20.0)]
    assert rows[0]["low"] <= rows[0]["start"] <= rows[0]["high"] and rows[0]["probability"] > 0.9
