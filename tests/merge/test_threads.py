"""Merging on two threads, and parts whose likely pairs are known already: the events are those of one thread and of all pairs."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from events import made_up

from dateline.merge.cluster import average_linkage, cluster, cluster_edges, link
from dateline.merge.columns import to_columns
from dateline.merge.scorer import UNRELATED, score_pairs
from dateline.merge.threads import each
from dateline.merge.types import compatible


def test_two_threads_find_the_events_that_one_finds() -> None:
    made = [one for one, _ in made_up(800)]
    columns = to_columns(made)
    one, two = link(columns), link(columns, workers=2)
    assert len(one[0]) > 500 and all(np.array_equal(mine, yours) for mine, yours in zip(one, two, strict=True))
    alone, together = cluster(columns), cluster(columns, workers=2)
    assert 100 < len(set(alone[0].tolist())) < 800
    assert all(np.array_equal(mine, yours) for mine, yours in zip(alone, together, strict=True))


def test_work_on_threads_keeps_its_order_and_tells_of_errors() -> None:
    assert list(each(lambda piece: piece * piece, range(50), 2)) == [piece * piece for piece in range(50)]
    with pytest.raises(ZeroDivisionError):
        list(each(lambda piece: 1 // (piece - 7), range(50), 2))


def test_all_pairs_of_a_part_decide_whether_they_were_offered_or_not() -> None:
    columns = to_columns([one for one, _ in made_up(300)])
    edges = link(columns)
    half = np.arange(len(edges[0])) % 2 == 0
    few = cluster_edges(columns, (edges[0][half], edges[1][half], edges[2][half]))
    for rows in _rows_of(few[1]):
        table = np.full((len(rows), len(rows)), UNRELATED)
        one, other = np.triu_indices(len(rows), 1)
        fits = compatible()[columns.type[rows[one]], columns.type[rows[other]]]
        table[one[fits], other[fits]] = score_pairs(columns, rows[one[fits]], rows[other[fits]])
        table = np.triu(table, 1) + np.triu(table, 1).T
        np.fill_diagonal(table, -1e9)
        for members in average_linkage(table):
            assert set(few[0][rows[members]].tolist()) == {rows[members[0]]}


def _rows_of(labels: np.ndarray) -> list[np.ndarray]:
    return [np.flatnonzero(labels == label) for label in np.unique(labels)]
