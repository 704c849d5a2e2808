"""What people have checked is known: it counts exactly, the rest is predicted without bias, and the interval narrows with what is checked."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest

from dateline.analyse.errormodel import ErrorModel, Estimate, Measure, count_interval, error_model, normal_interval, type_names
from dateline.analyse.hidden import hidden
from dateline.analyse.ownprecision import Precision
from dateline.analyse.sums import Array, Checked, Sums, certain, doubted, no_sums
from dateline.ontology.plover import plover

KINDS = len(type_names())
SCORES = np.array([kind.score for kind in plover().types])
QUAD4 = np.array([float(kind.quad.number == 4) for kind in plover().types])
ALL = Measure((1.0,) * KINDS)


def codings(types: Array, p: Array) -> Sums:
    def table(values: Array) -> Array:
        return np.bincount(types, values, minlength=KINDS)[None, :].astype(float)

    s = SCORES[types]
    return Sums(table(np.ones(len(types))), table(p), table(p * p), table(p * s), table(p * s * s), table(p * p * s), table((p * s) ** 2))


def acts(types: Array) -> Sums:
    one = codings(types, np.ones(len(types)))
    return certain(one.n, one.ps, one.pss)


def counted(rest: Sums, whole: Sums | None = None, found: Sums | None = None, known: Sums | None = None) -> Sums:
    none = no_sums(rest.n)
    return replace(rest, checked=Checked(whole or none, found or none, known or none))


NOTHING = codings(np.zeros(0, int), np.zeros(0))
THREE = acts(np.array([0, 5, 15]))


def test_acts_of_documents_read_whole_are_exact() -> None:
    sums = doubted(counted(NOTHING, known=THREE))
    found = error_model().estimate(sums, ALL)
    assert found.mean[0] == 3.0 and found.variance[0] == 0.0
    assert [float(part[0]) for part in count_interval(found)] == [3.0, 3.0]
    score = error_model().estimate(sums, Measure(tuple(SCORES), scored=True))
    assert [float(part[0]) for part in normal_interval(score)] == pytest.approx([SCORES[[0, 5, 15]].sum()] * 2)


def test_acts_that_were_confirmed_are_the_least_that_there_were_while_others_may_be_missed() -> None:
    found = error_model().estimate(doubted(counted(NOTHING, found=THREE)), ALL)
    low, high = count_interval(found)
    assert found.known == 3.0 < found.mean[0] < 5 and 3.0 <= low[0] < found.mean[0] < high[0]


def test_what_nobody_checked_has_no_missed_acts_beside_it_in_documents_read_whole() -> None:
    some = codings(np.array([0, 5, 15]), np.array([0.5, 0.7, 0.9]))
    unread, read = (error_model().estimate(sums, ALL) for sums in (some, counted(NOTHING, whole=some)))
    assert 2.1 <= read.mean[0] < unread.mean[0] and 0 < read.variance[0] < unread.variance[0] and (read.known == 0).all()


def test_nothing_hides_where_all_was_read() -> None:
    groups = {"n": (1.0,) * KINDS}
    for sums, most in ((counted(NOTHING, known=THREE), 0), (counted(NOTHING, found=THREE), 1)):
        found = hidden(error_model(), sums, groups, np.zeros(1, int), 1, 3)
        assert found.counts["n"][0] >= most and (most or (found.counts["n"][0], found.low[0], found.high[0]) == (0, 0, 0))


def test_the_interval_is_that_of_the_predicted_part() -> None:
    alone = Estimate(np.array([2.5]), np.array([3.0]))
    both = Estimate(np.array([12.5]), np.array([3.0]), np.array([10.0]))
    assert [part[0] + 10 for part in count_interval(alone)] == pytest.approx([part[0] for part in count_interval(both)])


def rates() -> ErrorModel:
    """One in five acts is missed; what is wrong is nothing, or an act of the next type."""
    table = np.diag([3e9] * (KINDS + 1))
    table[:KINDS, KINDS] = 1e9
    table[KINDS, :KINDS] = 1e9
    table[(np.arange(KINDS) + 1) % KINDS, np.arange(KINDS)] = 1e9
    return ErrorModel(table)


@dataclass(frozen=True)
class World:
    """Codings with what they are, and of each the document and the acts that were missed beside it."""

    types: Array
    p: Array
    true: Array
    missed: Array
    document: Array

    @classmethod
    def drawn(cls, random: np.random.Generator, model: ErrorModel, size: int) -> World:
        types, p = random.integers(0, KINDS, size), random.beta(4, 1.5, size)
        other = np.where(random.random(size) < 0.5, (types + 1) % KINDS, KINDS)
        true = np.where(random.random(size) < p, types, other)
        rate = np.append(model.missed[0], 0.0)[true]
        return cls(types, p, true, random.geometric(1 - rate) - 1, np.arange(size) // 3)

    def acts(self, rows: Array) -> Array:
        """The types of the acts at these codings."""
        return self.true[rows & (self.true < KINDS)]

    def all(self, rows: Array) -> Array:
        """With those that were missed beside them."""
        return np.concatenate([self.acts(rows), np.repeat(self.true, self.missed)[np.repeat(rows, self.missed)]])

    def sums(self, judged: Array, whole: Array) -> Sums:
        """As a database has them: acts missed in documents read whole are added."""
        missed = np.repeat(self.true, self.missed)[np.repeat(whole, self.missed)]
        rest, read = (codings(self.types[rows], self.p[rows]) for rows in (~judged & ~whole, ~judged & whole))
        return counted(rest, read, acts(self.acts(judged & ~whole)), acts(np.concatenate([self.acts(judged & whole), missed])))


MEASURES = {"n": (ALL, np.ones(KINDS)), "quad4": (Measure(tuple(QUAD4)), QUAD4), "score": (Measure(tuple(SCORES), scored=True), SCORES)}


def simulate(judge: float, read: float, *, judge_read: float, draws: int = 250) -> dict[str, tuple[float, float, float]]:
    """By measure: the mean error in standard errors, the share of intervals that hold the truth, and their mean width.

    Args:
        judge: share of codings that are checked.
        read: share of documents that are read whole.
        judge_read: share of codings that are checked in these.
        draws: how many corpora.
    """
    random, model = np.random.default_rng(29), rates()
    errors: dict[str, list[float]] = {name: [] for name in MEASURES}
    inside, widths = dict.fromkeys(MEASURES, 0.0), dict.fromkeys(MEASURES, 0.0)
    for _ in range(draws):
        world = World.drawn(random, model, 48)
        whole = (random.random(16) < read)[world.document]
        judged = random.random(48) < np.where(whole, judge_read, judge)
        sums, every = world.sums(judged, whole), world.all(np.ones(48, bool))
        for name, (measure, weights) in MEASURES.items():
            found, truth = model.estimate(sums, measure), weights[every].sum()
            low, high = normal_interval(found) if measure.scored else count_interval(found)
            slack = 1e-6 if measure.scored else 0.5
            errors[name].append(found.mean[0] - truth)
            inside[name] += (low[0] - slack <= truth <= high[0] + slack) / draws
            widths[name] += (high[0] - low[0]) / draws
    return {name: (float(np.mean(one) / max(np.std(one) / draws**0.5, 1e-9)), float(inside[name]), float(widths[name])) for name, one in errors.items()}


@pytest.mark.parametrize(("judge", "read", "judge_read"), [(0.0, 0.0, 0.0), (0.5, 0.0, 0.0), (0.2, 0.4, 1.0), (0.0, 0.5, 0.0), (0.3, 0.3, 0.5), (1.0, 0.0, 1.0)])
def test_estimates_are_unbiased_and_intervals_hold_the_truth(judge: float, read: float, judge_read: float) -> None:
    for name, (bias, inside, _) in simulate(judge, read, judge_read=judge_read).items():
        # 95% less four standard errors of 250 draws
        assert abs(bias) < 3.5 and inside >= 0.9, (name, bias, inside)


def test_intervals_narrow_with_what_is_checked_until_nothing_is_left() -> None:
    steps = [simulate(judge, read, judge_read=1.0, draws=60) for judge, read in ((0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (1.0, 0.5), (1.0, 1.0))]
    for name in MEASURES:
        widths = [one[name][2] for one in steps]
        assert widths == sorted(widths, reverse=True) and len(set(widths)) == len(widths)
        assert widths[-1] == pytest.approx(0, abs=1e-9) and steps[-1][name][0] == pytest.approx(0, abs=1e-6)


SIZE = 600
PROTEST = type_names().index("PROTEST")


def sampled(random: np.random.Generator, drawn: int) -> tuple[Estimate, float]:
    """Codings of one type, of which so many, drawn by lot, are checked and tell of the others (no act is missed); and how many are right."""
    table = np.diag([1e12] * (KINDS + 1))
    table[KINDS, :KINDS] = 1e12
    right = random.random(SIZE) < 0.6
    checked = right[:drawn]
    rights, codeds = np.zeros(KINDS), np.zeros(KINDS)
    rights[PROTEST], codeds[PROTEST] = checked.sum(), drawn
    model = ErrorModel(table, Precision.of(rights, codeds, np.full(KINDS, 0.7)))
    sums = counted(codings(np.full(SIZE - drawn, PROTEST), np.full(SIZE - drawn, 0.7)), found=acts(np.full(checked.sum(), PROTEST)))
    return model.estimate(sums, ALL), float(right.sum())


@pytest.mark.parametrize("drawn", [150, 300, 450, 590])
def test_a_random_sample_has_the_correction_for_a_finite_population(drawn: int) -> None:
    random = np.random.default_rng(drawn)
    inside, variances = 0, []
    for _ in range(200):
        found, truth = sampled(random, drawn)
        low, high = count_interval(found)
        inside += int(low[0] - 0.5 <= truth <= high[0] + 0.5)
        variances.append(found.variance[0])
    classical = SIZE**2 * (1 - drawn / SIZE) * 0.6 * 0.4 / drawn
    assert inside >= 182 and np.mean(variances) == pytest.approx(classical, rel=0.2)
