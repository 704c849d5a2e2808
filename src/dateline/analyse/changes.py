"""Change points of a series, with intervals.

**Method.** The exact Bayesian analysis of several change points of P. Fearnhead, "Exact and efficient Bayesian inference for multiple changepoint
problems", Statistics and Computing 16 (2006), 203-213: lengths of segments are geometric, values inside a segment are independent given its level,
and the recursions sum over all segmentations. Counts are Poisson with a Gamma prior for the level, sums of scores normal with a normal prior,
so a segment's probability is known in closed form. The most probable segmentation gives the points; the interval of a point holds 95%
of its posterior given the points beside it; its probability is that mass of the marginal posterior which lies inside the interval.

**Why this one.** Penalised least squares (PELT in ``ruptures``) gives points without intervals and wants a penalty from its user; the bootstrap
of Bai and Perron assumes normal errors and long segments, which monthly counts of a dyad do not have. Here the likelihood is that of counts, short
series are no special case, and the interval is part of the answer. The cost is quadratic in the length.

**Overdispersion.** Reports come in bursts. Counts are divided by a dispersion factor (quasi-likelihood: R. W. M. Wedderburn, Biometrika 61 (1974),
439-447), which is estimated from differences of neighbours after Anscombe's square root, by their median, so that the changes themselves do
not count; it is at least 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.analyse.sums import Array
from dateline.errors import DatelineError

#: A series shorter than this has no two segments that could be told apart.
MIN_LENGTH: Final = 6
#: The recursions take 2 s and 350 MB at this length (seven years of days), and both grow with its square.
MAX_LENGTH: Final = 2600
#: Expected number of changes in a series before it is seen: one series in twenty has one. At 1.0 a tenth of random series got a change, with an
#: interval as wide as the series.
EXPECTED: Final = 0.05
#: Changes less probable than this are left out.
MIN_PROBABILITY: Final = 0.5
#: Mass of an interval.
INTERVAL: Final = 0.95
#: From the median absolute deviation to the standard deviation of a normal distribution.
_MAD: Final = 1.4826


@dataclass(frozen=True, slots=True)
class Change:
    """A change before period ``at`` (position, from 0); 95% interval ``low`` to ``high``, both included; mean level ``before`` and ``after``."""

    at: int
    low: int
    high: int
    probability: float
    before: float
    after: float


def _dispersion(counts: Array) -> float:
    roots = 2.0 * np.sqrt(counts + 0.375)
    spread = _MAD * float(np.median(np.abs(np.diff(roots)))) / np.sqrt(2.0)
    return max(1.0, float(spread**2))


def _noise(values: Array) -> float:
    """Standard deviation inside segments; 0 where most neighbours are alike, as in series of mostly empty periods."""
    steps = np.diff(values)
    return _MAD * float(np.median(np.abs(steps - np.median(steps)))) / float(np.sqrt(2.0))


def _poisson(counts: Array) -> Array:
    """Log probability of each segment [i, j] of counts, up to a term that all segmentations share; shape (n, n), upper triangle."""
    from scipy.special import gammaln

    scaled = counts / _dispersion(counts)
    sums, lengths = _segments(scaled)
    # an exponential prior (shape 1) at the level of the whole series: the weakest that still says its scale
    rate = 1.0 / scaled.mean()
    made: Array = np.log(rate) + gammaln(1.0 + sums) - (1.0 + sums) * np.log(rate + lengths)
    return made


def _normal(values: Array) -> Array:
    """The same for values that may be negative; the levels' prior has the mean and variance of the whole series."""
    noise = _noise(values) ** 2
    centred = values - values.mean()
    sums, lengths = _segments(centred)
    prior = max(float(np.var(values)), noise)
    ratio = prior / noise
    made: Array = 0.5 * (ratio * sums**2 / (noise * (1.0 + lengths * ratio)) - np.log1p(lengths * ratio))
    return made


def _segments(values: Array) -> tuple[Array, Array]:
    """Sum and length of each segment [i, j], i <= j; 0 and 1 below the diagonal, where nothing reads them."""
    ends = np.concatenate([[0.0], np.cumsum(values)])
    size = len(values)
    sums = np.triu(ends[None, 1:] - ends[:-1, None])
    lengths = np.triu(np.arange(1, size + 1)[None, :] - np.arange(size)[:, None]).astype(float)
    return sums, np.where(lengths > 0, lengths, 1.0)


def _log_sum(logs: Array) -> float:
    """Logarithm of the sum of exponentials; scipy's own takes ten times as long on so short arrays."""
    top = logs.max()
    return float(top + np.log(np.exp(logs - top).sum()))


def _steps(size: int) -> tuple[Array, float]:
    """Log prior of a segment that ends in a change, by length - 1, and log probability that a period brings none."""
    chance = EXPECTED / size
    stay = float(np.log1p(-chance))
    return np.log(chance) + stay * np.arange(size), stay


def _backward(segment: Array) -> tuple[Array, Array]:
    """For each start: log probability of all that follows, and where the most probable first segment ends."""
    size = len(segment)
    prior, stay = _steps(size)
    total, best = np.zeros(size + 1), np.zeros(size + 1)
    end = np.zeros(size, np.int64)
    for start in range(size - 1, -1, -1):
        here = segment[start, start:]
        terms = here + prior[: size - start]
        terms[-1] = here[-1] + stay * (size - start - 1)
        total[start] = _log_sum(terms + total[start + 1 :])
        scored = terms + best[start + 1 :]
        end[start] = start + int(np.argmax(scored))
        best[start] = scored[end[start] - start]
    return total, end


def _marginals(segment: Array, total: Array) -> Array:
    """Posterior probability of a change before each period."""
    size = len(segment)
    prior, _ = _steps(size)
    forward = np.full(size, -np.inf)
    forward[0] = 0.0
    for at in range(1, size):
        forward[at] = _log_sum(forward[:at] + segment[:at, at - 1] + prior[at - 1 :: -1][:at])
    made: Array = np.exp(forward + total[:size] - total[0])
    made[0] = 0.0
    return made


def _interval(weights: Array, at: int) -> tuple[int, int]:
    """The narrowest run of periods around ``at`` (by taking the likelier neighbour first) that holds the mass of an interval."""
    low = high = at
    mass = weights[at]
    while mass < INTERVAL * weights.sum() and (low > 0 or high < len(weights) - 1):
        left = weights[low - 1] if low > 0 else -1.0
        right = weights[high + 1] if high < len(weights) - 1 else -1.0
        if left >= right:
            low, mass = low - 1, mass + left
        else:
            high, mass = high + 1, mass + right
    return low, high


def change_points(values: Array, *, counts: bool) -> tuple[Change, ...]:
    """Change points of a series of equal periods.

    Args:
        values: one number for each period, in order.
        counts: they are counts (not negative), else sums of scores.

    Returns:
        The changes in order; none for series shorter than :data:`MIN_LENGTH` or constant, and none of scores that are mostly alike from period to
        period (empty periods): a normal distribution does not describe them, and their counts tell the same.

    Raises:
        DatelineError: E434 for series longer than :data:`MAX_LENGTH`.
    """
    series = np.asarray(values, float)
    if len(series) > MAX_LENGTH:
        raise DatelineError("E434", f"{len(series):,} periods", f"change points are looked for in at most {MAX_LENGTH:,}")
    if len(series) < MIN_LENGTH or np.ptp(series) == 0 or (not counts and _noise(series) == 0):
        return ()
    segment = _poisson(series) if counts else _normal(series)
    total, end = _backward(segment)
    marginal = _marginals(segment, total)
    starts = [0]
    while end[starts[-1]] + 1 < len(series):
        starts.append(int(end[starts[-1]]) + 1)
    bounds = [*starts, len(series)]
    found = []
    for before, at, after in zip(bounds, bounds[1:], bounds[2:], strict=False):
        between = np.arange(before + 1, after)
        # lengths of two neighbours add up to a constant, and so does their geometric prior
        logs = segment[before, between - 1] + segment[between, after - 1]
        low, high = _interval(np.exp(logs - logs.max()), at - before - 1)
        low, high = int(between[low]), int(between[high])
        probability = min(1.0, float(marginal[low : high + 1].sum()))
        if probability >= MIN_PROBABILITY:
            levels = float(series[before:at].mean()), float(series[at:after].mean())
            found.append(Change(at, low, high, round(probability, 3), round(levels[0], 4), round(levels[1], 4)))
    return tuple(found)
