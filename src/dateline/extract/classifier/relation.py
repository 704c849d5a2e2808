"""The relation head: the type of the act between two marked phrases, from the same encoder pass as everything else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.classifier.decode import softmax
from dateline.extract.classifier.layout import TYPES
from dateline.extract.classifier.model import Model, Scores

if TYPE_CHECKING:
    import numpy as np


def relation(model: Model, scores: Scores, source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
    """Probabilities of the types (they sum to one); the arithmetic of ``Network.relations`` in numpy."""
    import numpy as np

    t, vectors = model.tables, scores.vectors
    first, second = (vectors[list(words)].mean(axis=0) if words else np.zeros_like(vectors[0]) for words in (source, target))
    query = t["asked.weight"] @ np.concatenate([first, second]) + t["asked.bias"]
    types = softmax(scores.types)
    eventful = np.log1p(-np.minimum(types[:, 0], 0.9999))
    weights = softmax(vectors @ query / vectors.shape[1] ** 0.5 + eventful)
    mixed = np.concatenate([first, second, weights @ vectors])
    hidden = _gelu(t["between.weight"] @ mixed + t["between.bias"])
    logits = t["relation.weight"] @ hidden + t["relation.bias"] + np.log(weights @ types[:, 1:] + 1e-3)
    return dict(zip(TYPES, (float(p) for p in softmax(logits)), strict=True))


def _gelu(x: np.ndarray) -> np.ndarray:
    import numpy as np

    # Abramowitz and Stegun 7.1.26 for erf: absolute error below 1.5e-7, so no scipy at run time.
    z = np.abs(x) / np.sqrt(2.0)
    k = 1.0 / (1.0 + 0.3275911 * z)
    tail = k * (0.254829592 + k * (-0.284496736 + k * (1.421413741 + k * (-1.453152027 + k * 1.061405429))))
    erf = np.sign(x) * (1.0 - tail * np.exp(-z * z))
    result: np.ndarray = 0.5 * x * (1.0 + erf)
    return result
