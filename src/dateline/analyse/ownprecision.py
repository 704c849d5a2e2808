"""How right the codings of an own corpus are: their calibrated confidences, corrected by the codings that its gold file judged.

Confidences are calibrated on the package's corpus. Of a type that another corpus reads wrongly they know nothing, and the sum of the confidences of its
codings stays as high as ever. So the share of right codings of each type has a prior whose mean is the mean confidence of the very codings in the gold
file, and the judged codings update it. The prior is a mixture of two beta distributions (a robust prior: H. Schmidli and others, "Robust
meta-analytic-predictive priors in clinical trials with historical control information", Biometrics 70 (2014), 1023-1032): one that weighs
:data:`CODINGS` codings, and with probability :data:`ODD` one that weighs :data:`FEW`. A few judged codings near what the confidences say change little;
many, or such as the confidences make most improbable, take their place. It needs no gold act, so that it serves types that the coder only invents.

The confidences of a type are then moved in line, so that their mean in the gold file is the posterior mean: those that are too high are multiplied,
and of those that are too low the doubt is. What a person judged is not among them
(:class:`dateline.analyse.sums.Checked`). The variance of the share is added to that of what is expected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from dateline.analyse.sums import Sums

Array: TypeAlias = npt.NDArray[Any]

#: As so many judged codings of a type do the confidences count. On 68 real news openings (610 judged codings) the beta-binomial likelihood is greatest at 40, and
#: nearly as high at 20 (0.2 less), at 5 it is 4 less; the lower one, as other corpora differ more, and as for recall (``ownrates.ACTS_OF_OURS``).
CODINGS: Final = 20.0
#: And so many where the type is read otherwise in this corpus: two, the weight of a flat prior.
FEW: Final = 2.0
#: How probable that is of a type before any was judged: one of the sixteen types in a corpus.
ODD: Final = 1 / 16
#: No share is taken as nought or one before something was judged: a beta distribution needs both sides.
_LEAST: Final = 0.02


@dataclass(frozen=True, slots=True)
class Precision:
    """By type: ``claimed``, the mean confidence of the judged codings; ``share``, the posterior mean of the share that is right, and its variance."""

    claimed: Array
    share: Array
    variance: Array

    @classmethod
    def of(cls, right: Array, coded: Array, claimed: Array) -> Precision:
        """The posterior.

        Args:
            right: judged codings of each type that were right.
            coded: judged codings of each type.
            claimed: their mean confidence, or what else is known of the type where none was judged.
        """
        from scipy.special import betaln

        mean = np.clip(claimed, _LEAST, 1 - _LEAST)
        weights, shares, squares = [], [], []
        for prior, strength in ((1 - ODD, CODINGS), (ODD, FEW)):
            a, b = strength * mean + right, strength * (1 - mean) + coded - right
            weights.append(np.log(prior) + betaln(a, b) - betaln(strength * mean, strength * (1 - mean)))
            shares.append(a / (a + b))
            squares.append(a * (a + 1) / ((a + b) * (a + b + 1)))
        weight = np.exp(np.array(weights) - np.logaddexp(*weights))
        share = np.where(coded > 0, (weight * np.array(shares)).sum(axis=0), mean)
        square = (weight * np.array(squares)).sum(axis=0)
        return cls(mean, share, np.where(coded > 0, square - share**2, 0.0))

    def corrected(self, sums: Sums) -> Sums:
        """The sums as if each confidence ``p`` of a coding that nobody checked were ``add + times * p``."""
        too_high = self.share <= self.claimed
        times = np.where(too_high, self.share / self.claimed, (1 - self.share) / (1 - self.claimed))
        add = np.where(too_high, 0.0, 1 - times)
        score, square = (sums.n * _per(part, sums.p) for part in (sums.ps, sums.pss))
        return replace(
            sums,
            p=add * sums.n + times * sums.p,
            pp=add**2 * sums.n + 2 * add * times * sums.p + times**2 * sums.pp,
            ps=add * score + times * sums.ps,
            pss=add * square + times * sums.pss,
            pps=add**2 * score + 2 * add * times * sums.ps + times**2 * sums.pps,
            ppss=add**2 * square + 2 * add * times * sums.pss + times**2 * sums.ppss,
        )

    def slopes(self, corrected: Sums) -> tuple[Array, Array]:
        """By how much the sums of ``p`` and of ``p s`` of corrected sums grow with the share."""
        too_high = self.share <= self.claimed
        doubt = 1 - self.share
        score = corrected.n * _per(corrected.ps, corrected.p)
        p, ps = corrected.p, corrected.ps
        return np.where(too_high, p / self.share, (corrected.n - p) / doubt), np.where(too_high, ps / self.share, (score - ps) / doubt)


def _per(part: Array, whole: Array) -> Array:
    return np.asarray(np.divide(part, whole, out=np.zeros_like(part, float), where=whole > 0))
