"""Measurement error: known cases, and coverage of the intervals where the truth is simulated."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from dateline.analyse.errormodel import (
    NONE,
    ErrorModel,
    Estimate,
    Measure,
    count_interval,
    error_model,
    missed_at_most,
    normal_interval,
    parse_confusion,
    ratio,
    type_names,
)
from dateline.analyse.sums import SUREST, Array, Sums, doubted
from dateline.errors import DatelineError
from dateline.ontology.plover import plover

KINDS = len(type_names())
ONES = Measure((1.0,) * KINDS)
SCORES = tuple(kind.score for kind in plover().types)


def sums_of(types: Array, confidences: Array, cell: Array, cells: int) -> Sums:
    scores = np.asarray(SCORES)[types]

    def table(values: Array) -> Array:
        made: Array = np.zeros((cells, KINDS))
        np.add.at(made, (cell, types), values)
        return made

    p = confidences
    return Sums(table(np.ones_like(p)), table(p), table(p * p), table(p * scores), table(p * scores**2), table(p * p * scores), table((p * scores) ** 2))


def test_the_shipped_table_is_read() -> None:
    model = error_model()
    assert model.wrong.shape[1:] == (KINDS + 1, KINDS) and np.allclose(model.wrong.sum(axis=1), 1.0)
    assault = type_names().index("ASSAULT")
    lines = (files("dateline.extract.classifier") / "data" / "confusion.tsv").read_text("utf-8").splitlines()[1:]
    counts = [(coded, int(count)) for gold, coded, count in (line.split("\t") for line in lines) if gold == "ASSAULT"]
    missed, total = sum(n for coded, n in counts if coded == "NONE"), sum(n for _, n in counts)
    assert 0 < missed < total / 2
    assert model.missed.mean(axis=0)[assault] == pytest.approx(missed / total, abs=0.02)
    assert (model.wrong[:, assault, assault] == 0).all()


@pytest.mark.parametrize("line", ["ACCUSE\tACCUSE", "ACCUSE\tFIGHT\t3", "ACCUSE\tACCUSE\tmany"])
def test_a_damaged_table_is_named(line: str) -> None:
    with pytest.raises(DatelineError, match="E311"):
        parse_confusion(f"gold\tcoded\tcount\n{line}\n", type_names())


def perfect() -> ErrorModel:
    return ErrorModel(np.diag([1e12] * (KINDS + 1)))


def test_certain_codings_by_a_perfect_coder_have_no_error() -> None:
    sums = sums_of(np.array([0, 0, 3]), np.ones(3), np.array([0, 0, 1]), 2)
    found = perfect().estimate(sums, ONES)
    assert np.allclose(found.mean, [2, 1]) and np.allclose(found.variance, 0, atol=1e-6)
    low, high = count_interval(found)
    assert np.allclose(low, [2, 1], atol=1e-2) and np.allclose(high, [2, 1], atol=1e-2)


def test_a_coding_that_may_be_nothing_counts_by_its_confidence() -> None:
    table = np.diag([1e9] * (KINDS + 1))
    table[KINDS, :KINDS] = 1e9  # what is wrong is no act
    sums = sums_of(np.zeros(10, int), np.full(10, 0.8), np.zeros(10, int), 1)
    found = ErrorModel(table).estimate(sums, ONES)
    assert found.mean[0] == pytest.approx(8.0, abs=1e-3) and found.variance[0] == pytest.approx(10 * 0.8 * 0.2, abs=1e-3)


def test_misses_are_added_in_proportion() -> None:
    table = np.diag([3e9] * (KINDS + 1))
    table[:KINDS, KINDS] = 1e9  # a quarter is missed
    sums = sums_of(np.zeros(30, int), np.ones(30), np.zeros(30, int), 1)
    found = ErrorModel(table).estimate(sums, ONES)
    assert found.mean[0] == pytest.approx(40.0, abs=1e-2) and found.variance[0] == pytest.approx(30 * 0.25 / 0.75**2, abs=1e-2)


def simulate(random: np.random.Generator, confusion: Array, gold: Array, confidence: Array) -> tuple[Array, Array]:
    """Codings of true acts (types and confidences): missed, read as another type, or right; and codings of what is no act."""
    kinds: list[int] = []
    ps: list[float] = []
    for true, p in zip(gold, confidence, strict=True):
        rates = confusion[true] / confusion[true].sum()
        coded = random.choice(KINDS + 1, p=rates)
        if coded < KINDS:
            kinds.append(int(coded))
            ps.append(p)
    return np.array(kinds, int), np.array(ps)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    """Truth drawn from the model of the docstring: confidences are calibrated, wrong codings and misses follow the table."""
    random = np.random.default_rng(5)
    model = error_model()
    draw = random.integers(0, len(model.missed), 300)
    inside = {"n": 0, "quad4": 0, "score": 0}
    quad4 = np.array([float(kind.quad.number == 4) for kind in plover().types])
    for number in draw:
        types = random.integers(0, KINDS, 25)
        p = random.beta(4, 1.5, 25)
        sums = sums_of(types, p, np.zeros(25, int), 1)
        right = random.random(25) < p
        true = np.array([kind if ok else random.choice(KINDS + 1, p=model.wrong[number, :, kind]) for kind, ok in zip(types, right, strict=True)])
        true = true[true < KINDS]
        missed = random.geometric(1 - model.missed[number][true]) - 1
        truth = {"n": len(true) + missed.sum(), "quad4": (quad4[true] * (1 + missed)).sum(), "score": (np.asarray(SCORES)[true] * (1 + missed)).sum()}
        for name, measure in {"n": ONES, "quad4": Measure(tuple(quad4))}.items():
            low, high = count_interval(model.estimate(sums, measure))
            inside[name] += int(low[0] - 0.5 <= truth[name] <= high[0] + 0.5)
        low, high = normal_interval(model.estimate(sums, Measure(SCORES, scored=True)))
        inside["score"] += int(low[0] <= truth["score"] <= high[0])
    # 95% of 300 is 285; five standard errors of the simulation are 19
    assert all(count >= 266 for count in inside.values()), inside


def test_a_ratio_of_a_thing_to_itself_is_one_without_error() -> None:
    sums = sums_of(np.array([0, 5, 9, 15]), np.full(4, 0.7), np.zeros(4, int), 1)
    model = error_model()
    total = model.estimate(sums, ONES)
    same = ratio(total, total, model.estimate(sums, Measure((2.0,) * KINDS)))
    assert same.mean[0] == pytest.approx(1.0) and same.variance[0] == pytest.approx(0.0, abs=1e-9)


def test_nothing_coded_is_nothing_expected() -> None:
    found = Estimate(np.zeros(2), np.zeros(2))
    low, high = count_interval(found)
    assert (low == 0).all() and (high == 0).all()


def test_none_is_no_type() -> None:
    assert NONE not in type_names() and KINDS == 16


def test_an_empty_period_may_hide_more_where_more_is_missed() -> None:
    assert missed_at_most(np.array([0.0, 0.01, 0.3, 3.0])).tolist() == [0.0, 0.0, 2.0, 7.0]


def test_missed_acts_are_in_proportion_to_those_found() -> None:
    one = np.zeros((2, KINDS))
    one[0, 0], one[1, 0] = 1.0, 4.0
    acts, scores = error_model().missed_by_type(Sums(one, one, one, 3 * one, one, one, one))
    assert acts[0, 0] > 0 and acts[1, 0] == pytest.approx(4 * acts[0, 0]) and acts[:, 1:].sum() == 0
    assert np.allclose(scores, 3 * acts)


def test_far_below_one_act_the_interval_still_holds_the_mean() -> None:
    low, high = count_interval(Estimate(np.array([0.005, 0.2, 3.0]), np.array([0.005, 0.2, 3.0])))
    assert (low <= [0.005, 0.2, 3.0]).all() and (high >= [0.005, 0.2, 3.0]).all()


def test_no_confidence_is_certainty() -> None:
    certain = sums_of(np.array([0, 0, 9]), np.ones(3), np.array([0, 0, 0]), 1)
    less = doubted(certain)
    assert (less.n == certain.n).all() and less.p.sum() == pytest.approx(3 * SUREST) and less.ppss.sum() == pytest.approx(SUREST**2 * certain.ppss.sum())
