"""Own precision: judged codings correct the confidences, in proportion to how many they are; coverage where the truth is simulated."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dateline.analyse.errormodel import ErrorModel, Measure, count_interval, error_model, normal_interval, type_names
from dateline.analyse.ownprecision import Precision
from dateline.analyse.ownrates import read_own
from dateline.analyse.sums import Array, Checked, Sums, no_sums
from dateline.errors import DatelineError
from dateline.ontology.plover import plover

KINDS = len(type_names())
SCORES = np.array([kind.score for kind in plover().types])
PROTEST = type_names().index("PROTEST")


def share(right: int, coded: int, claimed: float) -> float:
    return float(Precision.of(np.array([right]), np.array([coded]), np.array([claimed])).share[0])


def sums_of(types: Array, p: Array, cells: int = 1) -> Sums:
    def table(values: Array) -> Array:
        made = np.zeros((cells, KINDS))
        np.add.at(made, (np.zeros(len(types), int), types), values)
        return made

    s = SCORES[types]
    return Sums(table(np.ones_like(p)), table(p), table(p * p), table(p * s), table(p * s * s), table(p * p * s), table((p * s) ** 2))


def flawless(precision: Precision | None) -> ErrorModel:
    """Nothing is missed, and what is wrong is no act: only precision counts."""
    table = np.diag([1e12] * (KINDS + 1))
    table[KINDS, :KINDS] = 1e12
    return ErrorModel(table, precision)


def protest(right: int, coded: int, claimed: float) -> Precision:
    rights, codeds, claims = np.zeros(KINDS), np.zeros(KINDS), np.full(KINDS, 0.8)
    rights[PROTEST], codeds[PROTEST], claims[PROTEST] = right, coded, claimed
    return Precision.of(rights, codeds, claims)


def expected(precision: Precision | None, p: Array) -> float:
    return float(flawless(precision).estimate(sums_of(np.full(len(p), PROTEST), p), Measure((1.0,) * KINDS)).mean[0])


def test_more_judged_codings_weigh_more() -> None:
    found = [share(n // 2, n, 0.9) for n in (0, 2, 8, 40, 400)]
    assert found == sorted(found, reverse=True) and found[0] == pytest.approx(0.9)
    assert found[1] > 0.8 and found[-1] == pytest.approx(0.5, abs=0.01)


def test_a_few_judged_codings_as_expected_change_little() -> None:
    assert share(4, 5, 0.85) == pytest.approx(0.84, abs=0.02) and share(9, 10, 0.85) == pytest.approx(0.86, abs=0.02)


def test_a_type_that_is_only_invented_falls_to_nearly_nothing_without_a_gold_act() -> None:
    assert share(0, 30, 0.95) < 0.08 and share(0, 1, 0.95) > 0.6
    assert expected(protest(0, 30, 0.95), np.full(12, 0.95)) < 1 < expected(None, np.full(12, 0.95))


def test_confidences_that_are_too_low_are_raised_and_none_above_one() -> None:
    model = protest(60, 60, 0.6)
    p = np.array([0.2, 0.6, 0.95, 1.0])
    assert p.sum() < expected(model, p) < len(p)
    one = model.corrected(sums_of(np.full(4, PROTEST), p))
    assert (one.p <= one.n + 1e-9).all() and (one.pp <= one.p + 1e-9).all()


def test_sums_are_those_of_confidences_that_were_moved_one_by_one() -> None:
    types, p = np.full(5, PROTEST), np.array([0.3, 0.5, 0.7, 0.9, 1.0])
    for right, claimed in ((5, 0.8), (39, 0.7)):
        model = protest(right, 40, claimed)
        rho, pi = model.share[PROTEST], model.claimed[PROTEST]
        moved = p * rho / pi if rho < pi else 1 - (1 - p) * (1 - rho) / (1 - pi)
        wanted, got = sums_of(types, moved), model.corrected(sums_of(types, p))
        for name in ("n", "p", "pp", "ps", "pss", "pps", "ppss"):
            assert getattr(got, name) == pytest.approx(getattr(wanted, name)), name


def test_what_a_person_judged_stays() -> None:
    p = np.array([0.9, 0.9, 1.0, 1.0])
    found, rest = sums_of(np.full(2, PROTEST), p[2:]), sums_of(np.full(2, PROTEST), p[:2])
    none = no_sums(rest.n)
    model = protest(0, 60, 0.9)
    assert expected(model, p) < 0.2
    checked = replace(rest, checked=Checked(none, found, none))
    assert 2 <= float(flawless(model).estimate(checked, Measure((1.0,) * KINDS)).mean[0]) < 2.2


def test_types_that_nobody_judged_keep_their_confidences() -> None:
    sums = sums_of(np.arange(KINDS), np.linspace(0.2, 1, KINDS))
    got = protest(0, 50, 0.9).corrected(sums)
    others = np.arange(KINDS) != PROTEST
    assert got.p[:, others] == pytest.approx(sums.p[:, others]) and got.p[0, PROTEST] < sums.p[0, PROTEST]


@pytest.mark.parametrize("judged", [5, 25, 150])
def test_intervals_hold_the_truth_where_the_corpus_is_as_the_prior_says(judged: int) -> None:
    """The true share of each type is drawn from the prior, the gold file judges some codings, and a series counts others."""
    random = np.random.default_rng(11 + judged)
    inside = {"n": 0, "score": 0}
    for _ in range(250):
        claimed = random.uniform(0.6, 0.95, KINDS)
        strength = np.where(random.random(KINDS) < 1 / 16, 2.0, 20.0)
        true = random.beta(strength * claimed, strength * (1 - claimed))
        model = flawless(Precision.of(random.binomial(judged, true), np.full(KINDS, judged), claimed))
        types = random.integers(0, KINDS, 60)
        right = random.random(60) < true[types]
        sums = sums_of(types, claimed[types])
        low, high = count_interval(model.estimate(sums, Measure((1.0,) * KINDS)))
        inside["n"] += int(low[0] - 0.5 <= right.sum() <= high[0] + 0.5)
        low, high = normal_interval(model.estimate(sums, Measure(tuple(SCORES), scored=True)))
        inside["score"] += int(low[0] <= SCORES[types][right].sum() <= high[0])
    # 95% of 250 is 237; four standard errors of the simulation are 14
    assert all(count >= 223 for count in inside.values()), inside


@pytest.mark.parametrize("true", [0.05, 0.3, 0.6])
def test_a_corpus_that_reads_one_type_wrongly_is_covered_with_forty_judged_codings(true: float) -> None:
    """The confidences say 0.9; without the judged codings no interval holds the truth."""
    random = np.random.default_rng(3)
    with_own = without = 0
    for _ in range(200):
        precision = protest(random.binomial(40, true), 40, 0.9)
        right = random.binomial(30, true)
        sums = sums_of(np.full(30, PROTEST), random.choice([0.85, 0.95], 30))
        for model in (precision, None):
            low, high = count_interval(flawless(model).estimate(sums, Measure((1.0,) * KINDS)))
            hit = int(low[0] - 0.5 <= right <= high[0] + 0.5)
            with_own, without = (with_own + hit, without) if model else (with_own, without + hit)
    assert with_own >= 180 and without < 40


def test_a_table_of_an_earlier_version_is_read_and_one_with_confidences_is_used(tmp_path: Path) -> None:
    old, new = tmp_path / "old.tsv", tmp_path / "new.tsv"
    old.write_text("gold\tcoded\tcount\nAID\tAID\t30\nNONE\tPROTEST\t40\n", encoding="utf-8")
    new.write_text("gold\tcoded\tcount\tconfidence\nAID\tAID\t30\t24.0\nAID\tNONE\t4\t\nNONE\tPROTEST\t40\t30.0\n", encoding="utf-8")
    assert np.isnan(read_own(str(old)).claimed).all()
    claimed = read_own(str(new)).claimed
    assert claimed[type_names().index("AID")] == pytest.approx(0.8) and claimed[PROTEST] == pytest.approx(0.75)
    sums = sums_of(np.full(10, PROTEST), np.full(10, 0.9))
    one = Measure(tuple(float(name == "PROTEST") for name in type_names()))
    for path in (old, new):
        assert error_model(str(path)).estimate(sums, one).mean[0] < 1.5 < 8 < error_model().estimate(sums, one).mean[0]


@pytest.mark.parametrize("row", ["AID\tAID\t3\tmany", "AID\tAID\t3\t3.5", "AID\tAID\t3\t-1", "AID\tAID"])
def test_confidences_that_cannot_be_are_refused(tmp_path: Path, row: str) -> None:
    path = tmp_path / "rates.tsv"
    path.write_text(f"gold\tcoded\tcount\tconfidence\n{row}\n", encoding="utf-8")
    with pytest.raises(DatelineError, match="E437"):
        read_own(str(path))
