"""How many acts there were, given how many were coded: measurement error of counts, sums and shares.

**What is known.** Each own coding has a calibrated confidence *p*: of codings at 0.8, eight in ten are right. The package's confusion table
(``extract/classifier/data/confusion.tsv``: gold type, coded type, count, on the corpus's test split) says what a coding is where it is wrong, and
how often an act of each type is not coded at all (coded ``NONE``).

**Method.** A coding of type *c* is taken as an act of type *c* with probability *p*, and else of gold type *t* (or of none) with probability
*q(t | c, wrong)*, from the table's column *c* without its diagonal. Acts of type *t* are missed at rate *m(t)*, from row *t*; for each act that
is found, the number missed beside it is geometric with mean *m / (1 - m)*. Expected counts and their variances follow in closed form from sums of
*p* and *p^2* over a cell, as codings are independent given *q* and *m*. That *q* and *m* come from a finite table is added as a second variance:
that of the expectation over draws from their posteriors (Dirichlet with Perks' prior 1/K for *q*, Beta with Jeffreys' prior for *m*), a quadratic
form, as the expectation is linear in the sums. No coding that nobody checked is taken as certain (:data:`dateline.analyse.sums.SUREST`).
Shares and means are ratios, with variances by the delta method. Intervals are 95%: of counts
by a gamma distribution of the same mean and variance (they are not negative and skewed), of scores and shares by a normal one.

**What people have checked** (:class:`dateline.analyse.sums.Checked`) is known and not estimated: an act that a person confirmed, corrected or added counts once
as what it is, without variance, and one that was rejected not at all. The rest is a prediction for the codings that nobody checked, each by its own
confidence, and for the acts that were missed in documents that nobody read whole (beside each act found there, checked or not); in documents that
were read whole nothing is added. An interval of a count is the known part and the interval of the predicted part, so that it narrows with each check and
vanishes when all is read. That is the correction for a finite population: where the share *s* of right codings is known from *n* of *N* codings
drawn by lot alone, the *N - n* others are predicted with the variance *(N - n)^2 s(1 - s)/n + (N - n) s(1 - s) = N (N - n) s(1 - s)/n*, which is
*N^2 (1 - n/N) s(1 - s)/n* (W. G. Cochran, *Sampling Techniques*, 3rd ed. 1977, ch. 2.6 and 3.2; R. Valliant, A. H. Dorfman and R. M. Royall, *Finite
Population Sampling and Inference: A Prediction Approach*, 2000, ch. 2). What is checked need not be drawn by lot, as each other coding keeps its own confidence.

With rates of one's own (``--rates``) the confidences are first moved so that the share of right codings of each type is what the own gold file makes of it
(:mod:`dateline.analyse.ownprecision`), and the variance of that share is a third one.

**Sources.** Correcting counts by known rates of misclassification: W. J. Rogan and B. Gladen, "Estimating prevalence from the results of a
screening test", American Journal of Epidemiology 107 (1978), 71-76; J. P. Buonaccorsi, *Measurement Error: Models, Methods, and Applications*
(2010), ch. 2 (several categories, rates from a validation sample). The two-variance form is Rubin's (total variance over draws). Confidences take the
place of *P(gold | coded)* because that depends on how common the types are in a corpus, which rates given the gold type do not.

**Limits.** The interval covers errors of coding, not the chance of what happened or what was reported. Where nothing was coded nothing is
expected, as misses are in proportion to finds, and the bounds are what such a period may hide
(:mod:`dateline.analyse.hidden`). An expected value lies within its interval, and no kind of act has a higher bound than all acts. The rates are
those of the test split; on other text they may differ. Imported rows have no
confidences, so they get no interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from dateline.analyse.ownprecision import Precision
from dateline.analyse.sums import Array, Sums
from dateline.errors import DatelineError
from dateline.ontology.plover import plover

_TABLE: Final = ("extract", "classifier", "data", "confusion.tsv")
NONE: Final = "NONE"
#: Draws of the rates: the standard error of a variance from 400 draws is 7%, far below what an interval's reader can tell.
DRAWS: Final = 400
#: Fixed, so that the same acts give the same interval.
_SEED: Final = 20081


@dataclass(frozen=True, slots=True)
class Measure:
    """A sum over acts: ``weights`` is what an act of each type adds (in the order of the types), or, ``scored``, its own score plus ``add``."""

    weights: tuple[float, ...]
    scored: bool = False
    add: float = 0.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """Expectation and variance by cell; ``known`` is the part of the expectation that people have checked, which has no variance."""

    mean: Array
    variance: Array
    known: Array | float = 0.0


@dataclass(frozen=True, slots=True)
class _Factors:
    """By coded type: what a right coding adds for each unit of weight, its second moment, and both for what a wrong one adds."""

    right: Array
    right2: Array
    wrong: Array
    wrong2: Array


@dataclass(frozen=True, slots=True)
class _Coefficients:
    """The factors where acts may be missed and in documents read whole, and over the draws the covariance of what hangs on the rates: a right coding
    and a wrong one there, a wrong one here."""

    open: _Factors
    whole: _Factors
    spread: Array


@dataclass(frozen=True, slots=True)
class _Part:
    """Of some codings: what they add up to and its variance at given rates; the weight of the right ones and the number of the wrong ones."""

    mean: Array
    variance: Array
    right: Array
    rest: Array


class ErrorModel:
    """Posterior draws of what wrong codings are and of how often acts are missed.

    Args:
        confusion: counts by (gold, coded) over the types and ``NONE``, shape (K + 1, K + 1), ``NONE`` last.
        precision: how right the codings of an own corpus are; as their confidences say where not given.

    Attributes:
        wrong: q(gold | coded, wrong), shape (draws, K + 1, K).
        missed: m(gold), shape (draws, K).
    """

    def __init__(self, confusion: Array, precision: Precision | None = None) -> None:
        kinds = confusion.shape[0] - 1
        random = np.random.default_rng(_SEED)
        self.wrong: Array = np.zeros((DRAWS, kinds + 1, kinds))
        for coded in range(kinds):
            others = [gold for gold in range(kinds + 1) if gold != coded]
            self.wrong[:, others, coded] = random.dirichlet(confusion[others, coded] + 1.0 / kinds, DRAWS)
        lost = confusion[:kinds, kinds]
        found = confusion[:kinds, :kinds].sum(axis=1)
        self.missed: Array = random.beta(lost + 0.5, found + 0.5, (DRAWS, kinds))
        self.precision = precision
        self._known: dict[Measure, _Coefficients] = {}

    def _coefficients(self, measure: Measure) -> _Coefficients:
        if measure not in self._known:
            self._known[measure] = self._made(measure)
        return self._known[measure]

    def _made(self, measure: Measure) -> _Coefficients:
        weights = np.append(np.asarray(measure.weights) + (measure.add if measure.scored else 0.0), 0.0)
        once = 1.0 / (1.0 - self.missed)
        twice = once**2 + self.missed / (1.0 - self.missed) ** 2
        pad = np.zeros((len(once), 1))
        ones = np.ones(once.shape[1])
        wrong, wrong2 = (np.einsum("dgc,dg->dc", self.wrong, factor) for factor in (weights * np.hstack([once, pad]), weights**2 * np.hstack([twice, pad])))
        alone, alone2 = (np.einsum("dgc,g->dc", self.wrong, factor) for factor in (weights, weights**2))
        unread = _Factors(once.mean(axis=0), twice.mean(axis=0), wrong.mean(axis=0), wrong2.mean(axis=0))
        return _Coefficients(unread, _Factors(ones, ones, alone.mean(axis=0), alone2.mean(axis=0)), np.cov(np.hstack([once, wrong, alone]), rowvar=False))

    def estimate(self, sums: Sums, measure: Measure) -> Estimate:
        """Expectation and variance of a measure in each cell."""
        factors = self._coefficients(measure)
        unread, checked = self._corrected(sums), sums.checked
        if checked is None:
            part = _part(unread, measure, factors.open)
            slope = self._slope(unread, measure, factors.open)
            return Estimate(part.mean, part.variance + _spread(factors, part) + self._of_precision(slope))
        whole = self._corrected(checked.whole)
        part, read = _part(unread.plus(checked.found), measure, factors.open), _part(whole, measure, factors.whole)
        slope = self._slope(unread, measure, factors.open) + self._slope(whole, measure, factors.whole)
        found, known = (_right(one, measure)[0].sum(axis=1) for one in (checked.found, checked.known))
        variance = part.variance + read.variance + _spread(factors, part, read.rest) + self._of_precision(slope)
        return Estimate(part.mean + read.mean + known, variance, found + known)

    def _corrected(self, sums: Sums) -> Sums:
        return sums if self.precision is None else self.precision.corrected(sums)

    def _slope(self, corrected: Sums, measure: Measure, factors: _Factors) -> Array:
        """By how much the expectation grows with the share of right codings of each type."""
        if self.precision is None:
            return np.zeros_like(corrected.p)
        p, ps = self.precision.slopes(corrected)
        found = ps + measure.add * p if measure.scored else p * np.asarray(measure.weights)
        return np.asarray(found * factors.right - p * factors.wrong)

    def _of_precision(self, slope: Array) -> Array:
        """The variance of the expectation by that of the shares of right codings."""
        return np.zeros(len(slope)) if self.precision is None else np.asarray(slope**2 @ self.precision.variance)

    def missed_by_type(self, sums: Sums) -> tuple[Array, Array]:
        """The expected number of acts in each cell that were missed, and the sum of their scores, by type; none in documents that were read whole."""
        found = self._corrected(sums) if sums.checked is None else self._corrected(sums).plus(sums.checked.found)
        beside = np.mean(1.0 / (1.0 - self.missed), axis=0) - 1.0
        return found.p * beside, found.ps * beside


def _part(sums: Sums, measure: Measure, factors: _Factors) -> _Part:
    """What codings add up to at the mean rates."""
    a, b, d, e = _right(sums, measure)
    rest, f = sums.n - sums.p, sums.n - 2 * sums.p + sums.pp
    r, w = factors.right, factors.wrong
    sampling = b @ factors.right2 + rest @ factors.wrong2 - (d @ r**2 + 2 * (e @ (r * w)) + f @ w**2)
    return _Part(a @ r + rest @ w, np.maximum(sampling, 0.0), a, rest)


def _spread(factors: _Coefficients, part: _Part, rest: Array | None = None) -> Array:
    """The variance of the expectation by that of the rates; ``rest`` are the wrong codings of documents read whole."""
    summed = np.hstack([part.right, part.rest] if rest is None else [part.right, part.rest, rest])
    size = summed.shape[1]
    return np.asarray(np.sum((summed @ factors.spread[:size, :size]) * summed, axis=1))


def _right(sums: Sums, measure: Measure) -> tuple[Array, Array, Array, Array]:
    """What right codings add: sums of p w, p w^2, p^2 w^2 and p (1 - p) w, with w the weight of the type or the act's own score."""
    if not measure.scored:
        weights = np.asarray(measure.weights)
        return sums.p * weights, sums.p * weights**2, sums.pp * weights**2, (sums.p - sums.pp) * weights
    add = measure.add
    a = sums.ps + add * sums.p
    b = sums.pss + 2 * add * sums.ps + add**2 * sums.p
    d = sums.ppss + 2 * add * sums.pps + add**2 * sums.pp
    e = sums.ps - sums.pps + add * (sums.p - sums.pp)
    return a, b, d, e


def type_names() -> tuple[str, ...]:
    """The types in the order of all arrays here."""
    return tuple(one.name for one in plover().types)


def parse_confusion(text: str, names: Sequence[str]) -> Array:
    """The counts of a confusion table (``gold, coded, count`` by tabs, with a heading), ``NONE`` last.

    Raises:
        DatelineError: E311 where a row is malformed or names an unknown type.
    """
    place = {name: position for position, name in enumerate((*names, NONE))}
    counts = np.zeros((len(place), len(place)))
    for line in text.splitlines()[1:]:
        try:
            gold, coded, count = line.split("\t")
            counts[place[gold], place[coded]] += int(count)
        except (ValueError, KeyError) as error:
            raise DatelineError("E311", "/".join(_TABLE), f"a malformed row: {line!r}") from error
    return counts


def error_model(rates: str | None = None) -> ErrorModel:
    """The model of the coder that ships with the package, or of rates of one's own.

    Args:
        rates: a file with a confusion table, as ``dateline evaluate --rates`` writes it; the package's is added for types with few acts in it
            (:func:`dateline.analyse.ownrates.shrunk`), and the confidences of each type are corrected by the judged codings in it
            (:mod:`dateline.analyse.ownprecision`).

    Raises:
        DatelineError: E311 where the package's table is damaged, E437 where the file is no such table.
    """
    if rates is not None:
        from dateline.analyse.ownrates import precision_of, read_own, shrunk

        own, ours = read_own(rates), _table()
        return ErrorModel(shrunk(own.counts, ours), precision_of(own, ours))
    return _shipped()


def _table() -> Array:
    return parse_confusion(files("dateline").joinpath(*_TABLE).read_text("utf-8"), type_names())


@cache
def _shipped() -> ErrorModel:
    return ErrorModel(_table())


#: 97.5th percentile of the standard normal distribution: intervals are 95%.
_Z: Final = 1.959964


def count_interval(estimate: Estimate) -> tuple[Array, Array]:
    """95% interval of counts: what is known, and a gamma distribution of the mean and variance of the rest; never without the mean itself.

    Far below one act, where nearly all of the distribution lies at 0, its 97.5th percentile is below its mean.
    """
    from scipy.stats import gamma

    rest = np.maximum(estimate.mean - estimate.known, 0.0)
    low, high = rest.copy(), rest.copy()
    some = (rest > 1e-9) & (estimate.variance > 1e-12)
    mean, variance = rest[some], estimate.variance[some]
    shape, scale = mean**2 / variance, variance / mean
    low[some], high[some] = gamma.ppf(0.025, shape, scale=scale), gamma.ppf(0.975, shape, scale=scale)
    return np.minimum(low + estimate.known, estimate.mean), np.maximum(high + estimate.known, estimate.mean)


def missed_at_most(rate: Array) -> Array:
    """Up to how many acts an empty period hides, with 97.5% probability, where so many are missed in a period on average."""
    from scipy.stats import poisson

    return np.asarray(poisson.ppf(0.975, rate), float)


def normal_interval(estimate: Estimate) -> tuple[Array, Array]:
    """95% interval by a normal distribution."""
    half = _Z * np.sqrt(estimate.variance)
    return estimate.mean - half, estimate.mean + half


def ratio(part: Estimate, whole: Estimate, both: Estimate) -> Estimate:
    """A ratio of two measures by the delta method; ``both`` is the estimate of their sum, which gives their covariance. NaN where the whole is 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value = part.mean / whole.mean
        covariance = (both.variance - part.variance - whole.variance) / 2
        variance = (part.variance - 2 * value * covariance + value**2 * whole.variance) / whole.mean**2
    return Estimate(value, np.maximum(variance, 0.0))
