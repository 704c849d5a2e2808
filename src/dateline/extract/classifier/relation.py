"""The type of the act between two marked phrases: the model of marked sentences and the shared pass's relation head, multiplied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.classifier.decode import softmax
from dateline.extract.classifier.layout import TYPES
from dateline.extract.classifier.marked import Marked
from dateline.extract.classifier.model import Model, Scores

if TYPE_CHECKING:
    import numpy as np


#: Weight of the shared pass's log probabilities beside those of the model of marked sentences.
SHARED_WEIGHT = 0.5


def relation(model: Model, scores: Scores, marked: Marked, source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
    """Probabilities of the types; they sum to one.

    Args:
        model: the loaded model.
        scores: of the sentence without marks.
        marked: the sentence with marks.
        source, target: word indices of the phrases; either may be empty.
    """
    logits = log_softmax(model.marked_types(marked)) + SHARED_WEIGHT * log_softmax(shared(model, scores, source, target))
    return dict(zip(TYPES, (float(p) for p in softmax(logits)), strict=True))


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Along the last axis."""
    import numpy as np

    logs: np.ndarray = np.log(softmax(scores) + 1e-9)
    return logs


def shared(model: Model, scores: Scores, source: Sequence[int], target: Sequence[int]) -> np.ndarray:
    """Logits of the types from the shared pass; the arithmetic of ``Network.relations`` in numpy."""
    import numpy as np

    t, vectors = model.tables, scores.vectors
    first, second = (vectors[list(words)].mean(axis=0) if words else np.zeros_like(vectors[0]) for words in (source, target))
    query = t["asked.weight"] @ np.concatenate([first, second]) + t["asked.bias"]
    types = softmax(scores.types)
    eventful = np.log1p(-np.minimum(types[:, 0], 0.9999))
    weights = softmax(vectors @ query / vectors.shape[1] ** 0.5 + eventful)
    mixed = np.concatenate([first, second, weights @ vectors])
    hidden = _gelu(t["between.weight"] @ mixed + t["between.bias"])
    logits: np.ndarray = t["relation.weight"] @ hidden + t["relation.bias"] + np.log(weights @ types[:, 1:] + 1e-3)
    return logits


def _gelu(x: np.ndarray) -> np.ndarray:
    import numpy as np

    # Abramowitz and Stegun 7.1.26 for erf: absolute error below 1.5e-7, so no scipy at run time.
    z = np.abs(x) / np.sqrt(2.0)
    k = 1.0 / (1.0 + 0.3275911 * z)
    tail = k * (0.254829592 + k * (-0.284496736 + k * (1.421413741 + k * (-1.453152027 + k * 1.061405429))))
    erf = np.sign(x) * (1.0 - tail * np.exp(-z * z))
    result: np.ndarray = 0.5 * x * (1.0 + erf)
    return result
