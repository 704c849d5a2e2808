"""Mentions -> events: connected pairs, then average linkage inside each connected part, under constraints.

All of it is a function of the set of mentions. Parts that no likely pair connects cannot influence one another, which is why
new mentions change only the parts they touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.merge.blocking import pairs_in_slice, time_slices
from dateline.merge.columns import Columns
from dateline.merge.scorer import IMPOSSIBLE, UNRELATED, Weights, score_pairs
from dateline.merge.threads import each
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
#: Pairs that are scored together when parts are cut into acts.
BATCH: Final = 500_000
_REMOVED: Final = -1e9

Edges = tuple["np.ndarray", "np.ndarray", "np.ndarray"]


def link(
    columns: Columns, weights: Weights | None = None, among: np.ndarray | None = None, both: bool = False, workers: int = 1
) -> Edges:
    """The pairs that are more likely one act than not: indices of both ``[pairs]`` and their log-odds.

    Args:
        columns: the mentions.
        weights: of the scorer; the package's own where ``None``.
        among: ``[n]`` of bool; only pairs with at least one of these, where given.
        both: only pairs of two of these; the others are there for the blocks to be complete.
        workers: threads; the result does not depend on how many.
    """
    import numpy as np

    def of_slice(one: tuple[int, np.ndarray]) -> Edges:
        number, rows = one
        part = columns.take(rows)
        left, right = pairs_in_slice(part, number, None if among is None else among[rows], both)
        scores = score_pairs(part, left, right, weights, floor=JOIN)
        likely = scores > JOIN
        return rows[left[likely]], rows[right[likely]], scores[likely]

    found = list(each(of_slice, time_slices(columns), workers))
    if not found:
        empty = np.zeros(0, dtype=np.int32)
        return empty, empty, np.zeros(0)
    left, right, scores = (np.concatenate([part[index] for part in found]) for index in range(3))
    return left, right, scores


def components(size: int, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The smallest index of the connected part of each of ``size`` mentions: labels spread along pairs until none changes."""
    import numpy as np

    labels = np.arange(size, dtype=np.int32)
    while True:
        before = labels.copy()
        np.minimum.at(labels, left, labels[right])
        np.minimum.at(labels, right, labels[left])
        np.minimum.at(labels, before, labels)  # the old root of a label follows it
        labels = labels[labels]
        if (labels == before).all():
            return labels


@dataclass(frozen=True, slots=True)
class _Part:
    """Connected mentions: their rows in order, and the likely pairs among them by their places in it, with log-odds."""

    rows: np.ndarray
    left: np.ndarray
    right: np.ndarray
    scores: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)


def _parts(labels: np.ndarray, edges: Edges, wanted: np.ndarray) -> Iterator[_Part]:
    """The parts of two mentions and more of the labels ``wanted`` (``[n]`` of bool, by label).

    Args:
        labels: ``[n]`` the smallest index of each mention's part.
        edges: likely pairs; those of two parts count for none.
        wanted: which parts.
    """
    import numpy as np

    inside = np.flatnonzero(wanted[labels])
    order = inside[np.argsort(labels[inside], kind="stable")]
    starts = np.flatnonzero(np.concatenate([[True], labels[order][1:] != labels[order][:-1], [True]])) if len(order) else np.zeros(1, int)
    place = np.zeros(len(labels), dtype=np.int32)
    place[order] = np.arange(len(order)) - np.repeat(starts[:-1], np.diff(starts))
    left, right, scores = edges
    own = np.flatnonzero(wanted[labels[left]] & (labels[left] == labels[right]))
    own = own[np.argsort(labels[left[own]])]
    ends = np.searchsorted(labels[left[own]], labels[order[starts[:-1]]], side="right").tolist()
    begin = 0
    for start, stop, end in zip(starts[:-1].tolist(), starts[1:].tolist(), ends, strict=True):
        pairs = own[begin:end]
        begin = end
        if stop - start > 1:
            yield _Part(order[start:stop], place[left[pairs]], place[right[pairs]], scores[pairs])


def _cut(part: _Part, floor: float = JOIN) -> Iterator[tuple[_Part, bool]]:
    """A part where it is small enough, else what is left of it at higher log-odds; and whether that is sure though it is too large."""
    import numpy as np

    if len(part) <= MOST_TOGETHER or floor >= SURE:
        yield part, len(part) > MOST_TOGETHER
        return
    higher = floor + STEP
    kept = part.scores > higher
    labels = components(len(part), part.left[kept], part.right[kept])
    for one in _parts(labels, (part.left, part.right, part.scores), np.ones(len(part), dtype=bool)):
        yield from _cut(_Part(part.rows[one.rows], one.left, one.right, one.scores), higher)


def _batches(parts: Iterator[_Part]) -> Iterator[list[_Part]]:
    """Parts whose pairs are scored together."""
    batch: list[_Part] = []
    pairs = 0
    for part in parts:
        batch.append(part)
        pairs += len(part) * (len(part) - 1) // 2
        if pairs >= BATCH:
            yield batch
            batch, pairs = [], 0
    if batch:
        yield batch


def _tables(columns: Columns, parts: Sequence[_Part], weights: Weights | None) -> list[np.ndarray]:
    """Log-odds ``[m, m]`` of all pairs of each part; those of likely pairs are known.

    Args:
        columns: the mentions of the parts, one part after the other.
        parts: the parts.
        weights: of the scorer.
    """
    import numpy as np

    tables, open_pairs = [], []
    start = 0
    for part in parts:
        table = np.full((len(part), len(part)), np.nan)
        table[part.left, part.right] = part.scores
        one, other = np.nonzero(np.triu(np.isnan(table), 1))
        tables.append(table)
        open_pairs.append((one, other, start))
        start += len(part)
    left = np.concatenate([one + at for one, _, at in open_pairs])
    right = np.concatenate([other + at for _, other, at in open_pairs])
    scores = np.full(len(left), UNRELATED)
    fits = np.flatnonzero(compatible()[columns.type[left], columns.type[right]])
    scores[fits] = score_pairs(columns, left[fits], right[fits], weights)
    begin = 0
    for table, (one, other, _) in zip(tables, open_pairs, strict=True):
        table[one, other] = scores[begin : begin + len(one)]
        begin += len(one)
        lower = np.tri(len(table), dtype=bool)
        table[lower] = table.T[lower]
        np.fill_diagonal(table, _REMOVED)
    return tables


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


def cluster(columns: Columns, weights: Weights | None = None, workers: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Events of mentions that are sorted by their ids.

    Args:
        columns: the mentions, in the order of their ids (ties are broken by it).
        weights: of the scorer; the package's own where ``None``.
        workers: threads; the result does not depend on how many.

    Returns:
        ``[n]`` the first row of each mention's event, and ``[n]`` the first row of its connected part.
    """
    return cluster_edges(columns, link(columns, weights, workers=workers), weights, workers)


def cluster_edges(
    columns: Columns, edges: Edges, weights: Weights | None = None, workers: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """As :func:`cluster`, with the likely pairs already known."""
    import numpy as np

    size = len(columns)
    labels = components(size, edges[0], edges[1])
    events = labels.copy()
    members = np.bincount(labels, minlength=size)
    likely = np.bincount(labels[edges[0]], minlength=size)
    unlikely = likely < members * (members - 1) // 2  # where every pair is likely, so is every average
    open_parts = unlikely | (members > MOST_TOGETHER)
    unclear = open_parts[labels]
    events[unclear] = np.flatnonzero(unclear)

    def unsettled() -> Iterator[_Part]:
        for whole in _parts(labels, edges, open_parts):
            for part, sure in _cut(whole):
                if sure or len(part) == 2:
                    events[part.rows] = part.rows[0]
                else:
                    yield part

    for acts in each(lambda batch: _settled(columns, batch, weights), _batches(unsettled()), workers):
        for rows in acts:
            events[rows] = rows[0]
    return events, labels


def _settled(columns: Columns, parts: Sequence[_Part], weights: Weights | None) -> list[np.ndarray]:
    """The rows of each act in some parts, in order."""
    import numpy as np

    mentions = columns.take(np.concatenate([part.rows for part in parts]))
    tables = zip(parts, _tables(mentions, parts, weights), strict=True)
    return [part.rows[members] for part, table in tables for members in average_linkage(table)]


def label_ids(ids: Sequence[str], labels: np.ndarray) -> list[str]:
    """The id of the first row of each row's label."""
    return [ids[row] for row in labels.tolist()]
