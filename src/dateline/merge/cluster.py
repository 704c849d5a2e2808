"""Mentions -> events: connected pairs, then average linkage inside each connected part, under constraints.

All of it is a function of the set of mentions. Parts that no likely pair connects cannot influence one another, which is why
new mentions change only the parts they touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.merge.blocking import candidate_pairs
from dateline.merge.columns import Columns
from dateline.merge.scorer import IMPOSSIBLE, UNRELATED, Weights, score_pairs
from dateline.merge.types import compatible

if TYPE_CHECKING:
    import numpy as np

#: Average log-odds from which clusters are joined, chosen on the open halves: at -0.2 recall of the clusters is a point lower (packaged pairwise
#: 0.851 for 0.864), at -0.4 acts of one kind and pair are joined too often (pairwise precision there 0.697 for 0.742).
JOIN: Final = -0.35
#: Mentions of a connected part up to which every pair in it is scored; a larger one is first cut at higher log-odds.
MOST_TOGETHER: Final = 400
#: Log-odds (odds of 55 to 1) from which a part that is still too large is taken as one act without further comparison: hundreds of
#: reports that agree in type, parties, day and words. Reports of one act that agree in all of these come to about 5.
SURE: Final = 4.0
#: Steps by which a part that is too large is cut.
STEP: Final = 1.0
_REMOVED: Final = -1e9


def link(
    columns: Columns, weights: Weights | None = None, among: np.ndarray | None = None, both: bool = False
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pairs that are more likely one act than not: indices of both ``[pairs]`` and their log-odds.

    Args:
        columns: the mentions.
        weights: of the scorer; the package's own where ``None``.
        among: ``[n]`` of bool; only pairs with at least one of these, where given.
        both: only pairs of two of these; the others are there for the blocks to be complete.
    """
    import numpy as np

    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for left, right in candidate_pairs(columns, among, both):
        scores = score_pairs(columns, left, right, weights, floor=JOIN)
        likely = scores > JOIN
        found.append((left[likely], right[likely], scores[likely]))
    if not found:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, np.zeros(0)
    left, right, scores = (np.concatenate([part[index] for part in found]) for index in range(3))
    return left, right, scores


def components(size: int, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The smallest index of the connected part of each of ``size`` mentions: labels spread along pairs until none changes."""
    import numpy as np

    labels = np.arange(size, dtype=np.int64)
    while True:
        before = labels.copy()
        np.minimum.at(labels, left, labels[right])
        np.minimum.at(labels, right, labels[left])
        np.minimum.at(labels, before, labels)  # the old root of a label follows it
        labels = labels[labels]
        if (labels == before).all():
            return labels


def _groups(labels: np.ndarray) -> Iterator[np.ndarray]:
    """Rows of each label, labels with more than one row only."""
    import numpy as np

    order = np.argsort(labels, kind="stable")
    edges = np.flatnonzero(np.concatenate([[True], labels[order][1:] != labels[order][:-1], [True]]))
    for start, end in pairwise(edges.tolist()):
        if end - start > 1:
            yield order[start:end]


def _parts(
    size: int, left: np.ndarray, right: np.ndarray, scores: np.ndarray, floor: float = JOIN
) -> Iterator[tuple[np.ndarray, bool]]:
    """Connected parts that are small enough, and those that are sure though they are not (second value)."""
    import numpy as np

    for rows in _groups(components(size, left, right)):
        if len(rows) <= MOST_TOGETHER or floor >= SURE:
            yield rows, len(rows) > MOST_TOGETHER
            continue
        higher = floor + STEP
        inside = np.zeros(size, dtype=bool)
        inside[rows] = True
        kept = inside[left] & (scores > higher)
        place = np.full(size, -1, dtype=np.int64)
        place[rows] = np.arange(len(rows))
        for part, sure in _parts(len(rows), place[left[kept]], place[right[kept]], scores[kept], higher):
            yield rows[part], sure


def _matrix(columns: Columns, rows: np.ndarray, weights: Weights | None) -> np.ndarray:
    """Log-odds ``[m, m]`` of all pairs of some mentions."""
    import numpy as np

    one, other = np.triu_indices(len(rows), 1)
    left, right = rows[one], rows[other]
    scores = np.full(len(one), UNRELATED)
    fits = compatible()[columns.type[left], columns.type[right]]
    scores[fits] = score_pairs(columns, left[fits], right[fits], weights)
    table = np.full((len(rows), len(rows)), _REMOVED)
    table[one, other] = scores
    table[other, one] = scores
    return table


def average_linkage(table: np.ndarray) -> list[list[int]]:
    """Joins the two clusters of the highest average until none is above ``JOIN``; ties go to the first rows.

    Args:
        table: log-odds ``[m, m]``, symmetric; a pair at ``IMPOSSIBLE`` keeps its clusters apart for good.

    Returns:
        The clusters, each in order, by their first member.
    """
    import numpy as np

    table = table.copy()
    clusters: list[list[int]] = [[index] for index in range(len(table))]
    sizes = np.ones(len(table))
    while True:
        first, second = divmod(int(np.argmax(table)), len(table))
        if table[first, second] <= JOIN:
            return [sorted(cluster) for cluster in clusters if cluster]
        first, second = min(first, second), max(first, second)
        mean = (table[first] * sizes[first] + table[second] * sizes[second]) / (sizes[first] + sizes[second])
        mean[np.minimum(table[first], table[second]) <= IMPOSSIBLE] = IMPOSSIBLE
        mean[[first, second]] = _REMOVED
        table[first], table[:, first] = mean, mean
        table[second], table[:, second] = _REMOVED, _REMOVED
        sizes[first] += sizes[second]
        clusters[first] += clusters[second]
        clusters[second] = []


def cluster(columns: Columns, weights: Weights | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Events of mentions that are sorted by their ids.

    Args:
        columns: the mentions, in the order of their ids (ties are broken by it).
        weights: of the scorer; the package's own where ``None``.

    Returns:
        ``[n]`` the first row of each mention's event, and ``[n]`` the first row of its connected part.
    """
    left, right, scores = link(columns, weights)
    return cluster_edges(columns, (left, right, scores), weights)


def cluster_edges(
    columns: Columns, edges: tuple[np.ndarray, np.ndarray, np.ndarray], weights: Weights | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """As :func:`cluster`, with the likely pairs already known."""
    import numpy as np

    size = len(columns)
    left, right, scores = edges
    events = np.arange(size, dtype=np.int64)
    for rows, sure in _parts(size, left, right, scores):
        if sure or len(rows) == 2:
            events[rows] = rows.min()
            continue
        for members in average_linkage(_matrix(columns, rows, weights)):
            events[rows[members]] = rows[members].min()
    return events, components(size, left, right)


def label_ids(ids: Sequence[str], labels: np.ndarray) -> list[str]:
    """The id of the first row of each row's label."""
    return [ids[row] for row in labels.tolist()]
