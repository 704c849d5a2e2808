"""Conditional logit (McFadden 1974) over options that are told by named features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

#: The features of each option of a choice.
Table = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice to learn from: its options, how right each is (shares that sum to one; 0 where left out), and how much it counts."""

    table: Table
    right: Mapping[str, float]
    weight: float = 1.0


def fit_choices(found: Sequence[Choice], *, rare: int, prior: float, steps: int) -> dict[str, float]:
    """Weights of features that maximise the penalised likelihood of the right options.

    Args:
        found: choices, each with a right option among its options or of no weight.
        rare: features seen in fewer choices are left out.
        prior: strength of the Gaussian prior.
        steps: at most so many; fits that stop before they converge stay nearer to zero.
    """
    counts = Counter(name for one in found for name in {name for names in one.table.values() for name in names})
    index = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= rare))}
    columns, ends, groups, right = [], [0], [], []
    for number, one in enumerate(found):
        for code, names in one.table.items():
            columns += [index[name] for name in dict.fromkeys(names) if name in index]
            ends.append(len(columns))
            groups.append(number)
            right.append(one.right.get(code, 0.0))
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(groups), len(index)))
    g, y, turned = np.array(groups), np.array(right), matrix.T.tocsr()
    starts, w = np.flatnonzero(np.r_[True, np.diff(g) > 0]), np.array([one.weight for one in found])[g]

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ b
        score -= np.maximum.reduceat(score, starts)[g]
        raised = np.exp(score)
        total = np.add.reduceat(raised, starts)[g]
        gain = float((w * y * (score - np.log(total))).sum())
        return prior / 2 * float(b @ b) - gain, prior * b - turned @ (w * (y - raised / total))

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return {name: float(best[i]) for name, i in index.items()}
