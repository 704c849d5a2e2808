"""Sequences of similar length stand together in batches."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="the extra train is not installed")

from dateline.training.batches import grouped


def test_without_a_generator_the_shortest_come_first() -> None:
    assert grouped([3, 1, 2, 9, 4], 2) == [[1, 2], [0, 4], [3]]
    assert grouped([], 2) == []


def test_with_a_generator_each_stands_in_one_group_and_the_seed_decides() -> None:
    lengths = [7 * i % 31 for i in range(500)]
    groups = grouped(lengths, 4, random.Random(3))
    assert sorted(i for group in groups for i in group) == list(range(500))
    assert groups == grouped(lengths, 4, random.Random(3)) != grouped(lengths, 4, random.Random(4))
    assert max(max(lengths[i] for i in group) - min(lengths[i] for i in group) for group in groups) < 10
