"""The actor against its own past: acts by type before and after the trigger, with an exact test of two Poisson rates.

Given the total, the number before is binomial when both rates are equal (Przyborowski and Wilenski 1940); the interval of the ratio
follows from the exact binomial interval of Clopper and Pearson (1934).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import log, log1p
from typing import Any, Final

from dateline.analyse.response.query import days
from dateline.analyse.response.reach import later_by
from dateline.analyse.response.values import Baseline, Rate, Told, Trigger
from dateline.types import Status

#: Fewer days than this before the trigger are no past to compare with.
MIN_HISTORY: Final = 28
#: A longer time without any document, in days, is not covered: nobody can say what was done in it.
MAX_GAP: Final = 62
#: Fewer acts than this, before and after together, are too few for a rate and its test.
MIN_ACTS: Final = 10
#: Two-sided error of the interval.
ALPHA: Final = 0.05
#: Steps of bisection: 2^-50 of the unit interval.
_STEPS: Final = 50
#: Relative slack when outcomes as unlikely as the one observed are summed (the usual 1e-7).
_SLACK: Final = 1 + 1e-7


def _log_choose(n: int) -> Any:
    """Logarithms of the binomial coefficients n over 0 to n, as an array."""
    import numpy as np

    k = np.arange(1, n + 1)
    return np.concatenate(([0.0], np.cumsum(np.log((n - k + 1) / k))))


def _pmf(n: int, p: float, coefficients: Any) -> Any:
    """The binomial probabilities of 0 to n, as an array; ``p`` lies inside (0, 1)."""
    import numpy as np

    k = np.arange(n + 1)
    return np.exp(coefficients + k * log(p) + (n - k) * log1p(-p))


def _solve(n: int, k: int, tail: float, coefficients: Any, *, upper: bool) -> float:
    """The p at which the upper tail (k and more) or the lower tail (k and fewer) of the binomial has that mass."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        mass = _pmf(n, middle, coefficients)
        found = float(mass[k:].sum() if upper else mass[: k + 1].sum())
        if (found < tail) == upper:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def poisson_test(before: int, after: int, days_before: float, days_after: float) -> tuple[float | None, float, float | None, float]:
    """The exact test of two Poisson rates.

    Args:
        before: events before.
        after: events after.
        days_before: days observed before, over 0.
        days_after: days observed after, over 0.

    Returns:
        Rate after over rate before (``None`` where none was before), the bounds of its 95% interval (the upper ``None`` where it
        has none), and the two-sided p.

    >>> ratio, low, high, p = poisson_test(3, 17, 40, 50)
    >>> round(ratio, 2), round(low, 2), round(high, 1), round(p, 3)
    (4.53, 1.31, 24.1, 0.011)
    """
    n = before + after
    if n == 0:
        return None, 0.0, None, 1.0
    share = days_after / (days_before + days_after)
    coefficients = _log_choose(n)
    mass = _pmf(n, share, coefficients)
    p = min(1.0, float(mass[mass <= mass[after] * _SLACK].sum()))
    low = _solve(n, after, ALPHA / 2, coefficients, upper=True) if after else 0.0
    high = _solve(n, after, ALPHA / 2, coefficients, upper=False) if before else 1.0
    scale = days_before / days_after
    bound = None if high >= 1 else high / (1 - high) * scale
    return (after / before * scale if before else None), low / (1 - low) * scale if low < 1 else 0.0, bound, p


def baseline_of(
    actor: str, trigger: Trigger, told: Sequence[Told], horizon: int, observed: Sequence[date] | None = None
) -> Baseline | None:
    """Rates of the actor's acts before and after the trigger, all and by type, as far as there are ten acts to count.

    ``None`` where there are fewer in all, or where the documents do not reach back far enough without a gap: a single old text of another
    story is no past to compare with.

    Observed are the days of publication, ``observed`` or those of the acts' documents; acts count by event, on their first day, where told as done.
    """
    published = sorted(set(observed or (one.document.published for one in told if one.document.published is not None)))
    if trigger.first is None or not published:
        return None
    start, end = _covered_from(published, trigger.first), min(published[-1], later_by(trigger.first, horizon))
    days_before, days_after = (trigger.first - start).days, (end - trigger.first).days + 1
    if days_before < MIN_HISTORY or days_after < 1:
        return None
    before, after = _counts(_acts(actor, told), start, trigger.first, end)
    if sum(before.values()) + sum(after.values()) < MIN_ACTS:
        return None
    many = {kind for kind in {*before, *after} if before[kind] + after[kind] >= MIN_ACTS}
    kinds = sorted(many, key=lambda kind: (-(before[kind] + after[kind]), kind))
    total = _rate("all", sum(before.values()), sum(after.values()), days_before, days_after)
    return Baseline(days_before, days_after, (total, *(_rate(kind, before[kind], after[kind], days_before, days_after) for kind in kinds)))


def _covered_from(published: Sequence[date], turn: date) -> date:
    """The first day of the time before ``turn`` that publications cover without a long gap; ``turn`` itself where none does."""
    start = turn
    for day in reversed([day for day in published if day < turn]):
        if (start - day).days > MAX_GAP:
            break
        start = day
    return start


def _acts(actor: str, told: Iterable[Told]) -> dict[str, Told]:
    """The actor's acts by event, not counting what was not done or may come."""
    found: dict[str, Told] = {}
    for one in told:
        mention = one.mention
        done = not mention.negated and mention.status in (Status.OCCURRED, Status.ONGOING)
        if done and any(party.country == actor for party in mention.actors):
            found.setdefault(mention.event_id, one)
    return found


def _counts(acts: dict[str, Told], start: date, turn: date, end: date) -> tuple[Counter[str], Counter[str]]:
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for one in acts.values():
        first, _ = days(one)
        if first is not None and start <= first < turn:
            before[one.mention.type] += 1
        elif first is not None and turn <= first <= end:
            after[one.mention.type] += 1
    return before, after


def _rate(kind: str, before: int, after: int, days_before: int, days_after: int) -> Rate:
    ratio, low, high, p = poisson_test(before, after, days_before, days_after)
    return Rate(kind, before, after, *(None if ratio is None else round(ratio, 3), round(low, 3)), None if high is None else round(high, 3), round(p, 4))


def baseline_lines(baseline: Baseline) -> Iterator[str]:
    """A baseline in plain sentences, one for each rate."""
    for rate in baseline.rates:
        yield (
            f"{rate.type}: {rate.before} in {baseline.days_before} days before, {rate.after} in {baseline.days_after} days after; "
            f"{_ratio(rate)} (exact Poisson test, p = {rate.p:.3f}): {_verdict(rate)}"
        )


def _ratio(rate: Rate) -> str:
    high = "no upper bound" if rate.high is None else f"{rate.high:.2f}"
    ratio = "rate after over rate before not defined" if rate.ratio is None else f"{rate.ratio:.2f} times the rate"
    return f"{ratio}, 95% interval {rate.low:.2f} to {high}"


def _verdict(rate: Rate) -> str:
    if rate.low > 1:
        return "more than before"
    if rate.high is not None and rate.high < 1:
        return "less than before"
    return "no clear change"
