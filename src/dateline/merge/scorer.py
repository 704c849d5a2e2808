"""The log-odds that two mentions report one act: logistic regression over :mod:`dateline.merge.features`.

Weights are data (``data/pair_weights.tsv``), trained by ``bench/events.py --train`` on the open half of the gold clusters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.merge.columns import Columns
from dateline.merge.features import excluded, pair_features

if TYPE_CHECKING:
    import numpy as np

#: Pairs that are scored at a time: about 100 MB of intermediate arrays.
CHUNK: Final = 100_000
#: Places to which log-odds are rounded, so that the order of additions cannot decide.
PLACES: Final = 4
#: Log-odds of pairs that share no party or whose types name no common act.
UNRELATED: Final = -8.0
#: Log-odds of pairs that cannot be one act; clusters that hold such a pair are never joined.
IMPOSSIBLE: Final = -1e6


@dataclass(frozen=True, slots=True)
class Weights:
    """The bias and a weight for each feature that has one."""

    bias: float
    of: Mapping[str, float]


def parse_weights(text: str) -> Weights:
    """Weights from lines of name and number; the bias is named ``bias``.

    Raises:
        DatelineError: E311 where a line is malformed or the bias is missing.
    """
    found: dict[str, float] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, _, value = line.partition("\t")
            try:
                found[name] = float(value)
            except ValueError as error:
                raise DatelineError("E311", "merge/data/pair_weights.tsv", line) from error
    if "bias" not in found:
        raise DatelineError("E311", "merge/data/pair_weights.tsv", "no bias")
    return Weights(found.pop("bias"), found)


@cache
def packaged_weights() -> Weights:
    """The weights that ship with the package."""
    return parse_weights((files("dateline.merge") / "data" / "pair_weights.tsv").read_text(encoding="utf-8"))


def score_pairs(columns: Columns, left: np.ndarray, right: np.ndarray, weights: Weights | None = None) -> np.ndarray:
    """Log-odds ``[pairs]`` that the mentions of a pair report one act.

    Args:
        columns: of all mentions.
        left: ``[pairs]``, index of one mention.
        right: ``[pairs]``, index of the other.
        weights: the package's own where ``None``.
    """
    import numpy as np

    weights = weights or packaged_weights()
    out = np.empty(len(left), dtype=np.float64)
    for start in range(0, len(left), CHUNK):
        part = slice(start, start + CHUNK)
        out[part] = _chunk(columns, left[part], right[part], weights)
    return out


def _chunk(columns: Columns, left: np.ndarray, right: np.ndarray, weights: Weights) -> np.ndarray:
    import numpy as np

    features = pair_features(columns, left, right)
    total = np.full(len(left), weights.bias, dtype=np.float64)
    for name, value in features.items():
        factor = weights.of.get(name, 0.0)
        if factor:
            total += factor * value
    total = np.round(total, PLACES)
    total[~features["share a party"]] = UNRELATED
    total[excluded(features)] = IMPOSSIBLE
    return total
