"""What the coder's probabilities and the features of an act say together, learned from all passages.

A coder is surer of the passages that it was trained on than of others. All annotated acts teach what the features say where the coder errs; how
much the coder itself counts is learned apart for both kinds of passages, and the weights for unseen ones ship.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

#: Rows of features of fewer acts are left out.
RARE = 5
#: Strengths of the priors on inputs of the coder, and with which a label's weight of the coder is held to the mean over labels.
INPUT_PRIOR, APART_PRIOR = 1.0, 5.0
#: Weights smaller than this move no probability by more than half a point and are not written.
SMALL = 0.02
STEPS = 300


def columns(rows: Sequence[Sequence[str]]) -> tuple[csr_matrix, list[str]]:
    """Rows of features as a matrix, with the names of its columns."""
    seen = Counter(name for row in rows for name in dict.fromkeys(row))
    names = sorted(name for name, count in seen.items() if count >= RARE)
    index = {name: i for i, name in enumerate(names)}
    kept = [[index[name] for name in dict.fromkeys(row) if name in index] for row in rows]
    pointers = np.cumsum([0, *(len(one) for one in kept)])
    flat = [place for one in kept for place in one]
    return csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(names))), names


def fit_labels(
    rows: csr_matrix, coder: np.ndarray, gold: np.ndarray, held: np.ndarray, *, prior: float, held_weight: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights of features ``[features, labels]``, of the coder's log probability and of the bias by label, for unseen passages.

    Args:
        rows: features of acts.
        coder: its log probabilities, ``[acts, labels]``.
        gold: labels of acts.
        held: whether an act's passage is unseen by the coder.
        prior: strength of the Gaussian prior on weights of features.
        held_weight: how much an act of an unseen passage counts beside others.
    """
    n, k = rows.shape[1], coder.shape[1]
    y, acts = np.eye(k)[gold], np.where(held, held_weight, 1.0)[:, None]
    kinds = np.vstack([held, ~held]).astype(float)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w, share, bias = flat[: n * k].reshape(n, k), flat[n * k : (n + 2) * k].reshape(2, k), flat[(n + 2) * k :].reshape(2, k)
        scores = rows @ w + coder * (kinds.T @ share) + kinds.T @ bias
        top = scores.max(1, keepdims=True)
        logs = scores - top - np.log(np.exp(scores - top).sum(1, keepdims=True))
        gap = (np.exp(logs) - y) * acts
        apart = share - share.mean(1, keepdims=True)
        value = -(acts * logs * y).sum() + prior * (w**2).sum() / 2 + APART_PRIOR * (apart**2).sum() + INPUT_PRIOR * (bias**2).sum() / 2
        slopes = (rows.T @ gap + prior * w, kinds @ (gap * coder) + 2 * APART_PRIOR * apart, kinds @ gap + INPUT_PRIOR * bias)
        return float(value), np.concatenate([part.ravel() for part in slopes])

    start = np.concatenate([np.zeros(n * k), np.full(2 * k, 0.8), np.zeros(2 * k)])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found[: n * k].reshape(n, k), found[n * k : (n + 1) * k], found[(n + 2) * k : (n + 3) * k]


def written(names: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    """The weights worth writing, by name."""
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= SMALL}
