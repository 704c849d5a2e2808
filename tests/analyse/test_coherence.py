"""The intervals of a series do not contradict themselves, whatever was coded."""

from __future__ import annotations

from datetime import date

import pytest
from acts_made import cells
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analyse.options import By, SeriesOptions
from dateline.analyse.series import groups, series
from dateline.ontology.plover import plover

TYPES = [one.name for one in plover().types]
SCORES = {one.name: one.score for one in plover().types}
MONTHS = [date(2022, month, 1) for month in range(1, 7)]
ROWS = st.lists(
    st.tuples(
        st.just("dateline"), st.sampled_from(["GRC", "TUR"]), st.sampled_from(["TUR", "CYP"]), st.sampled_from(MONTHS), st.sampled_from(TYPES),
        st.lists(st.one_of(st.just(1.0), st.floats(0.3, 1.0)), min_size=1, max_size=6),
    ),
    min_size=1, max_size=8, unique_by=lambda row: row[:5],
)  # fmt: skip
#: Values are rounded to four places.
ROUNDED = 1e-4


@pytest.mark.parametrize("by", list(By))
@given(rows=ROWS)
@settings(max_examples=12, deadline=None)
def test_an_expected_value_lies_within_its_interval(by: By, rows: list[tuple[str, str, str, date, str, list[float]]]) -> None:
    for row in series(cells(*rows), SeriesOptions(by=by, first=MONTHS[0], last=MONTHS[-1])).to_pylist():
        for name in ("n", *groups(by), "score_sum", *(("score_mean", "material_conflict_share") if row["n"] else ())):
            assert row[f"{name}_low"] <= row[f"{name}_expected"] + ROUNDED and row[f"{name}_expected"] <= row[f"{name}_high"] + ROUNDED, (name, row)
        kinds = list(groups(by))
        assert all(row[f"{kind}_high"] <= row["n_high"] and row[f"{kind}_low"] <= row["n_low"] for kind in kinds)
        assert row["n_expected"] == pytest.approx(sum(row[f"{kind}_expected"] for kind in kinds), abs=len(kinds) * ROUNDED)
        if row["n"]:
            assert row["score_mean_low"] < row["score_mean_high"] and row["material_conflict_share_low"] < row["material_conflict_share_high"]
            assert -10 <= row["score_mean_low"] and row["score_mean_high"] <= 10 and 0 <= row["material_conflict_share_low"]
            assert row["score_sum_low"] < row["score_sum_high"] and row["n_low"] < row["n_high"]
        else:
            told = any(SCORES[one[4]] for one in rows if one[1:3] == (row["actor"], row["recipient"]))
            assert (row["n_high"] > 0 and told) == (row["score_sum_low"] < row["score_sum_high"]) and row["score_sum_low"] <= 0 <= row["score_sum_high"]


def test_what_an_empty_month_hides_has_the_scores_of_the_party() -> None:
    rows = [("dateline", "GRC", "TUR", month, "ACCUSE", [0.9] * 8) for month in MONTHS[:4]]
    quiet = series(cells(*rows), SeriesOptions(last=MONTHS[5])).to_pylist()[-1]
    assert quiet["n"] == 0 and quiet["score_sum_expected"] == 0 and quiet["score_sum_high"] == 0
    score = SCORES["ACCUSE"]
    assert quiet["n_high"] >= 2 and quiet["score_sum_low"] == pytest.approx(score * quiet["n_high"]) and quiet["quad4_high"] == 0


def test_a_rare_party_hides_nothing() -> None:
    quiet = series(cells(("dateline", "GRC", "TUR", MONTHS[0], "CONSULT", [0.9])), SeriesOptions(first=date(2012, 1, 1))).to_pylist()[0]
    assert (quiet["n_high"], quiet["score_sum_low"], quiet["score_sum_high"]) == (0.0, 0.0, 0.0)
