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
from dateline.merge.facts import Facts
from dateline.merge.features import CARRIED, DECIDING, LARGEST, SET, STEPS, excluded, step_features

if TYPE_CHECKING:
    import numpy as np

#: Pairs that are scored at a time: some 30 MB of intermediate arrays. 16,384 and 131,072 take a tenth more time.
CHUNK: Final = 65_536
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


def score_pairs(
    columns: Columns, left: np.ndarray, right: np.ndarray, weights: Weights | None = None, floor: float | None = None
) -> np.ndarray:
    """Log-odds ``[pairs]`` that the mentions of a pair report one act.

    Args:
        columns: of all mentions.
        left: ``[pairs]``, index of one mention.
        right: ``[pairs]``, index of the other.
        weights: the package's own where ``None``.
        floor: pairs that cannot rise above it may be given any lower number, which saves comparing their words.
    """
    import numpy as np

    weights = weights or packaged_weights()
    rises = _rises(weights) if floor is not None else None
    facts = Facts(columns)
    out = np.empty(len(left), dtype=np.float64)
    for start in range(0, len(left), CHUNK):
        part = slice(start, start + CHUNK)
        out[part] = _chunk(facts, left[part], right[part], weights, rises, floor or 0.0)
    return out


def _rises(weights: Weights) -> tuple[float, ...]:
    """How much the steps after each step can add at most: of every feature the weight times its largest value."""
    import numpy as np

    from dateline.merge.columns import to_columns
    from dateline.merge.item import MergeItem

    sample = Facts(to_columns([MergeItem("a", "a", 0, "a", "a", "CONSULT"), MergeItem("b", "b", 0, "b", "b", "CONSULT")]))
    names, known = [], dict[str, np.ndarray]()
    for step in range(len(STEPS)):
        found = step_features(sample, np.array([0]), np.array([1]), step, known)
        names.append(tuple(found))
        known |= found
    most = [sum(max(0.0, _weight(weights, name)) * LARGEST.get(name, 1.0) for name in step) for step in names]
    return tuple(sum(most[step + 1 :]) for step in range(len(STEPS)))


def _weight(weights: Weights, name: str) -> float:
    return SET.get(name, weights.of.get(name, 0.0))


def _chunk(
    facts: Facts, left: np.ndarray, right: np.ndarray, weights: Weights, rises: tuple[float, ...] | None, floor: float
) -> np.ndarray:
    import numpy as np

    total = np.full(len(left), weights.bias, dtype=np.float64)
    out = np.full(len(left), UNRELATED, dtype=np.float64)
    alive = np.arange(len(left))
    known: dict[str, np.ndarray] = {}
    for step in range(len(STEPS)):
        features = step_features(facts, left, right, step, known)
        for name, value in features.items():
            factor = _weight(weights, name)
            if factor:
                total += factor * value
        known |= {name: features[name] for name in (*CARRIED, *DECIDING) if name in features}
        keep = np.ones(len(alive), dtype=bool) if rises is None else total + rises[step] > floor
        if "share a party" in features:
            impossible = excluded(known)
            keep &= features["share a party"] & ~impossible
            out[alive[impossible]] = IMPOSSIBLE
            known = {name: known[name] for name in CARRIED if name in known}
        if not keep.all():
            alive, total, left, right = alive[keep], total[keep], left[keep], right[keep]
            known = {name: value[keep] for name, value in known.items()}
    out[alive] = np.round(total, PLACES)
    return out
