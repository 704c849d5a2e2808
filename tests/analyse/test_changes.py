"""Change points: found where they are, with intervals that hold them, and not in series without any."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from scipy.special import logsumexp

from dateline.analyse.changes import EXPECTED, MAX_LENGTH, MIN_LENGTH, _backward, _marginals, _poisson, change_points
from dateline.errors import DatelineError


def test_changes_of_counts_are_found_inside_their_intervals() -> None:
    random = np.random.default_rng(1)
    held = lone = 0
    for _ in range(60):
        found = change_points(np.concatenate([random.poisson(5, 40), random.poisson(12, 40)]), counts=True)
        held += any(one.low <= 40 <= one.high for one in found)
        lone += len(found) == 1
    assert held >= 54 and lone >= 56


def test_two_changes() -> None:
    random = np.random.default_rng(2)
    found = change_points(np.concatenate([random.poisson(3, 30), random.poisson(20, 30), random.poisson(3, 30)]), counts=True)
    assert [abs(one.at - at) <= 1 for one, at in zip(found, (30, 60), strict=True)] == [True, True]
    assert found[0].before < 5 < 15 < found[0].after


def test_changes_of_scores() -> None:
    random = np.random.default_rng(3)
    held = sum(
        any(one.low <= 50 <= one.high for one in change_points(np.concatenate([random.normal(2, 5, 50), random.normal(-8, 5, 50)]), counts=False))
        for _ in range(60)
    )
    assert held >= 54


@pytest.mark.parametrize("kind", ["poisson", "sparse", "bursts", "normal"])
def test_series_without_changes_have_few(kind: str) -> None:
    random = np.random.default_rng(4)
    draws = {
        "poisson": lambda: random.poisson(5, 80),
        "sparse": lambda: random.poisson(0.2, 80),
        "bursts": lambda: random.negative_binomial(2, 2 / 7, 80),
        "normal": lambda: random.normal(0, 5, 80),
    }
    wrong = sum(bool(change_points(draws[kind](), counts=kind != "normal")) for _ in range(100))
    assert wrong <= 8


def test_the_recursions_agree_with_all_segmentations() -> None:
    """On six periods all 32 segmentations can be added up one by one."""
    counts = np.array([1.0, 0.0, 2.0, 9.0, 8.0, 11.0])
    segment, chance = _poisson(counts), EXPECTED / 6
    total, _ = _backward(segment)
    logs, at_three = [], []
    for size in range(6):
        for cuts in combinations(range(1, 6), size):
            bounds = [0, *cuts, 6]
            value = sum(segment[a, b - 1] for a, b in pairwise(bounds))
            value += size * np.log(chance) + (5 - size) * np.log1p(-chance)
            logs.append(value)
            at_three += [value] if 3 in cuts else []
    assert total[0] == pytest.approx(logsumexp(logs))
    assert _marginals(segment, total)[3] == pytest.approx(np.exp(logsumexp(at_three) - logsumexp(logs)))


@pytest.mark.parametrize("values", [[], [1.0] * 50, [1.0, 9.0] * ((MIN_LENGTH - 1) // 2), [0.0] * 30])
def test_series_that_have_none(values: list[float]) -> None:
    assert change_points(np.array(values), counts=True) == ()


def test_scores_of_mostly_empty_periods_have_none() -> None:
    assert change_points(np.array([0.0] * 40 + [-9.0] + [0.0] * 30 + [-5.0]), counts=False) == ()


def test_too_many_periods_are_refused() -> None:
    with pytest.raises(DatelineError, match="E434"):
        change_points(np.zeros(MAX_LENGTH + 1), counts=True)
