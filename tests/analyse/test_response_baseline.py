"""The exact test of two Poisson rates, and the baseline over an actor's past."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from affairs import LANDING, Act, document
from hypothesis import given
from hypothesis import strategies as st

from dateline.analyse.response import parse_trigger
from dateline.analyse.response.baseline import MIN_ACTS, MIN_HISTORY, baseline_lines, baseline_of, poisson_test
from dateline.analyse.response.query import all_told, find_trigger
from dateline.analyse.response.values import Baseline, Rate
from dateline.types import Coded


def test_against_values_of_an_exact_binomial_test() -> None:
    ratio, low, high, p = poisson_test(3, 17, 40, 50)
    assert ratio == pytest.approx(17 / 3 * 40 / 50)
    # scipy 1.17: binomtest(17, 20, 5/9) and its exact interval, as odds times 40/50
    assert (low, high, p) == pytest.approx((1.3112255558511394, 24.144702905675658, 0.011245054766257211), rel=1e-9)


def test_nothing_before_or_nothing_after() -> None:
    ratio, low, high, p = poisson_test(0, 5, 40, 50)
    assert (ratio, high) == (None, None)
    assert low == pytest.approx(0.7330846858, rel=1e-6)
    assert p == pytest.approx(0.0702636793, rel=1e-6)
    ratio, low, high, _ = poisson_test(5, 0, 40, 50)
    assert (ratio, low) == (0, 0)
    assert high == pytest.approx(0.8730232841, rel=1e-6)
    assert poisson_test(0, 0, 10, 10) == (None, 0.0, None, 1.0)


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 400), st.integers(1, 400))
def test_before_and_after_are_each_others_inverse(before: int, after: int, days_before: int, days_after: int) -> None:
    ratio, low, high, p = poisson_test(before, after, days_before, days_after)
    back, back_low, back_high, back_p = poisson_test(after, before, days_after, days_before)
    assert ratio is not None and back is not None and high is not None and back_high is not None
    assert ratio * back == pytest.approx(1)
    assert low * back_high == pytest.approx(1, rel=1e-6)
    assert high * back_low == pytest.approx(1, rel=1e-6)
    assert p == pytest.approx(back_p, rel=1e-6)
    assert low < ratio < high


def test_large_counts_are_quick_and_finite() -> None:
    ratio, low, high, p = poisson_test(20_000, 21_000, 400, 400)
    assert ratio == pytest.approx(1.05)
    assert high is not None and low == pytest.approx(1.0298133, rel=1e-6) and high == pytest.approx(1.0705848, rel=1e-6)
    assert p < 1e-6


def _history(start: str, every: int, count: int) -> list[Coded]:
    first = date.fromisoformat(start)
    days = [(first + timedelta(days=every * n)).isoformat() for n in range(count)]
    return [
        document(f"h{day}", day, "Quarrel", [[("Arland accused Borduria.", [Act("accused", "ACCUSE", "ARL", "BOR", day)])]]) for day in days
    ]


def test_rates_before_and_after() -> None:
    coded = [*_history("2031-01-02", 30, 4), LANDING, *_history("2031-05-04", 2, 15)]
    told = all_told(coded)
    trigger = find_trigger(parse_trigger("BOR MOBILIZE SYL"), told)
    assert trigger is not None
    found = baseline_of("ARL", trigger, told, 183)
    assert found is not None
    assert (found.days_before, found.days_after) == (120, 31)
    accuse = next(rate for rate in found.rates if rate.type == "ACCUSE")
    assert (accuse.before, accuse.after) == (4, 17)
    assert accuse.low > 1 and accuse.p < 0.001
    assert found.rates[0].type == "all"


def test_few_acts_make_no_rate() -> None:
    coded = [*_history("2031-01-02", 30, 4), LANDING, *_history("2031-05-04", 9, 4)]
    told = all_told(coded)
    trigger = find_trigger(parse_trigger("BOR MOBILIZE SYL"), told)
    assert trigger is not None
    assert baseline_of("BOR", trigger, told, 183) is None
    found = baseline_of("ARL", trigger, told, 183)
    assert found is not None
    assert all(rate.before + rate.after >= MIN_ACTS for rate in found.rates)
    assert "REJECT" not in {rate.type for rate in found.rates}


def test_no_past_no_baseline() -> None:
    short = [*_history("2031-04-20", 1, 3), LANDING]
    told = all_told(short)
    trigger = find_trigger(parse_trigger("BOR MOBILIZE SYL"), told)
    assert trigger is not None and (trigger.first - date(2031, 4, 20)).days < MIN_HISTORY
    assert baseline_of("ARL", trigger, told, 183) is None


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (Rate("ACCUSE", 4, 17, 16.4, 5.4, 67.0, 0.0001), "16.40 times the rate, 95% interval 5.40 to 67.00 (exact Poisson test, p = 0.000): more than before"),
        (Rate("AID", 12, 0, 0.0, 0.0, 0.87, 0.01), "0.00 times the rate, 95% interval 0.00 to 0.87 (exact Poisson test, p = 0.010): less than before"),
        (Rate("AID", 0, 10, None, 0.8, None, 0.07), "rate after over rate before not defined, 95% interval 0.80 to no upper bound"),
        (Rate("AID", 6, 5, 0.9, 0.4, 1.6, 0.9), "no clear change"),
    ],
)
def test_a_rate_is_said_in_a_sentence(rate: Rate, said: str) -> None:
    (line,) = baseline_lines(Baseline(120, 31, (rate,)))
    assert line.startswith(f"{rate.type}: {rate.before} in 120 days before, {rate.after} in 31 days after; ")
    assert said in line
