"""What headings tell of the text under them."""

from __future__ import annotations

import pytest

from dateline.resolve.headings import Headings
from dateline.types import Block, BlockKind, Document, Span


def told(levels: list[int], words: str) -> list[str | None]:
    """What the headings of these levels tell just behind each of them, where a word in capitals tells itself."""
    heads = words.split()
    starts = [words.index(head) for head in heads]
    blocks = [Block(BlockKind.HEADING, Span(at, at + len(head)), level) for at, head, level in zip(starts, heads, levels, strict=True)]
    found = Headings(Document("d", "d", words, "", tuple(blocks)), lambda head: head if head.isupper() else None)
    return [found.above(block.span.end) for block in blocks]


@pytest.mark.parametrize(
    ("levels", "words", "expected"),
    [
        ([1, 2], "MALI trade", ["MALI", "MALI"]),
        ([1, 2, 3], "MALI TOGO trade", ["MALI", "TOGO", "TOGO"]),
        ([1, 2, 2], "MALI TOGO trade", ["MALI", "TOGO", "MALI"]),
        ([2, 2], "MALI trade", ["MALI", None]),
        ([3, 1], "MALI trade", ["MALI", None]),
    ],
)
def test_the_nearest_heading_that_tells_holds(levels: list[int], words: str, expected: list[str | None]) -> None:
    assert told(levels, words) == expected


def test_nothing_stands_above_the_first_heading() -> None:
    document = Document("d", "d", "text MALI", "", (Block(BlockKind.HEADING, Span(5, 9), 1),))
    found = Headings(document, lambda head: head)
    assert found
    assert found.above(0) is None
    assert not Headings(document, lambda head: None)
