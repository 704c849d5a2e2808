"""Heads of the pages of short papers, which repeat no more than twice."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import BlockKind

RECORD = """A/AC.7/SR.88

Monday, 3 June 2019, 10 a.m.

The meeting was called to order at 10.05 a.m.

The situation in the port of Massawa

Mr. Osei (Ghana): My country condemns the raid on the port. On 2 June our frigate rescued

{foot}

{head}

forty sailors off the coast. It has gone home.

Mrs. Lund (Norway): Norway thanks Ghana for the rescue of the sailors.
"""


def kept(foot: str, head: str) -> list[str]:
    """The paragraphs of a record with a page's foot and the next one's head in the middle of a sentence."""
    found = read(RECORD.format(foot=foot, head=head).encode(), input_id="record.txt")
    return [found.text[one.span.start : one.span.end] for one in found.blocks if one.kind is BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("19-08811 2/3", "A/AC.7/SR.88"),
        ("2/3", "3/6/2019     The situation in the port of Massawa     A/AC.7/SR.88"),
        ("3/3 19-08811 (E)", "A/AC.7/SR.88     The situation in the port of Massawa     03/06/2019"),
        ("- 2 -", "A/AC.7/SR.88 page 3"),
    ],
)
def test_the_head_of_a_single_page_is_no_part_of_a_sentence(foot: str, head: str) -> None:
    assert any("our frigate rescued forty sailors" in one for one in kept(foot, head))


@pytest.mark.parametrize("line", ["A/AC.7/SR.88 was adopted by Ghana", "A/AC.7/SR.90", "Vote on A/AC.7/SR.88"])
def test_a_line_that_says_more_than_the_symbol_stays(line: str) -> None:
    assert any(line in one for one in kept("2/3", line))


def test_heads_of_left_and_right_pages_are_one() -> None:
    heads = ["Bulletin of the Sound 4", "6 Bulletin of the Sound", "Bulletin of the Sound 8"]
    told = "The council of town {} met its guests from the north on Monday and signed a pact."
    text = "\n\n".join(f"{head}\n\n{told.format(n)}" for n, head in enumerate(["Pacts of the north", *heads]))
    found = read(text.encode(), input_id="bulletin.txt")
    assert not any("Bulletin" in found.text[one.span.start : one.span.end] for one in found.blocks if one.kind is not BlockKind.BOILERPLATE)
