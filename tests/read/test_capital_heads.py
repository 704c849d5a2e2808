"""Heads in capitals right above the lines of a plain text stand apart from them."""

from __future__ import annotations

import pytest

from dateline.read import read

REST = "on Monday over the border posts that were\nbuilt last year. Talks will go on."


@pytest.mark.parametrize(
    ("lines", "apart"),
    [
        (f"PERU\nPeru recalled its envoy from Quito {REST}", True),
        (f"CHAD AND LIBYA\nPresident Deby closed two crossings into Libya {REST}", True),
        (f"SOUTH-EAST ASIA\nThe Thai army shelled two posts in Cambodia {REST}", True),
        ("THE UNITED STATES\nand Japan agreed to send a mission to Manila this week, officials said.", False),
        ("Rebels fought in the town.\nFARC\nattacked the post near the river on Tuesday, officials in Bogota said.", False),
    ],
)
def test_heads_in_capitals(lines: str, apart: bool) -> None:
    head = next(line for line in lines.split("\n") if line.isupper())
    made = read(f"The week\n\n5 May 2031\n\nKenya closed its border with Somalia.\n\n{lines}\n\nIran protested.\n".encode(), input_id="a.txt")
    assert (f"{head}\n\n" in made.text) is apart


def test_a_head_below_a_sentence_stands_apart_too() -> None:
    made = read(f"The week\n\n5 May 2031\n\nKenya closed its border.\nPERU\nPeru recalled its envoy from Quito {REST}\n".encode(), input_id="a.txt")
    assert "border.\n\nPERU\n\nPeru recalled" in made.text
