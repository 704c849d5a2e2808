"""How well merged mentions agree with gold clusters: B-cubed and pairwise precision, recall and F1.

B-cubed: Bagga and Baldwin 1998, as mean over mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """Shares in [0, 1]; a pairwise share with nothing to count is 1."""

    b_precision: float
    b_recall: float
    pair_precision: float
    pair_recall: float

    @property
    def b_f1(self) -> float:
        """Harmonic mean of B-cubed precision and recall."""
        return 2 * self.b_precision * self.b_recall / (self.b_precision + self.b_recall)


def _pairs(counts: Counter[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def score_clusters(gold: Sequence[Hashable], found: Sequence[Hashable]) -> ClusterScore:
    """Compare two labellings of the same mentions.

    >>> score_clusters("aab", "xyy").pair_precision
    0.0

    Raises:
        ValueError: where there is no mention, or the two differ in length.
    """
    if not gold or len(gold) != len(found):
        raise ValueError(f"{len(gold)} gold labels, {len(found)} found")
    in_gold: Counter[Hashable] = Counter(gold)
    in_found: Counter[Hashable] = Counter(found)
    in_both: Counter[Hashable] = Counter(zip(gold, found, strict=True))
    size = len(gold)
    shared = [in_both[pair] for pair in zip(gold, found, strict=True)]
    precision = sum(n / in_found[label] for n, label in zip(shared, found, strict=True)) / size
    recall = sum(n / in_gold[label] for n, label in zip(shared, gold, strict=True)) / size
    right, made, wanted = _pairs(in_both), _pairs(in_found), _pairs(in_gold)
    return ClusterScore(precision, recall, right / made if made else 1.0, right / wanted if wanted else 1.0)
