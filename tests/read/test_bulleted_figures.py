"""Items of a bulleted list that open with a day or a figure keep it: the bullet, and no number, is the mark of the list."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.read import read

HEAD = "The mine at Zamfara\n\nLagos Rights Desk, 21 March 2018\n\nThe dispute has gone on for two years.\n\n"
ITEMS = ["7 June 2014: Niger closed the road to the mine.", "8 June 2014 – Nigeria protested in Niamey.", "19 July 2015, Chad offered to mediate."]
OPENINGS = [
    "7 June: Niger closed the road.",
    "7. June 2014: Niger closed the road.",
    "7 Jun 2014: Niger closed the road.",
    "7 JUNE 2014 Niger closed the road.",
    "12 Tuareg miners were expelled from Agadez.",
    "5G masts were burned in Agadez.",
]


@pytest.mark.parametrize("bullet", ["-", "–", "*", "•", "▪", "·", "►", "✓", "→", "\uf0b7"])
def test_days_behind_bullets_stay(bullet: str) -> None:
    document = read((HEAD + "\n".join(f"{bullet} {item}" for item in ITEMS) + "\n\nThe village waited.\n").encode(), input_id="a.txt")
    assert paragraphs(document)[-4:] == [*ITEMS, "The village waited."]
    assert not document.notes


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("item", OPENINGS)
def test_each_opening_stays(item: str, suffix: str) -> None:
    document = read(f"{HEAD}- {item}\n\nThe village waited.\n".encode(), input_id=f"a.{suffix}")
    assert item in paragraphs(document)


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_numbers_that_count_the_items_go(suffix: str) -> None:
    lines = ["1. The road to the mine was closed.", "2. The miners were expelled.", "3. The envoy was recalled."]
    document = read((HEAD + "\n".join(f"- {line}" for line in lines) + "\n").encode(), input_id=f"a.{suffix}")
    assert paragraphs(document)[-3:] == [line[3:] for line in lines]


def test_numbered_months_of_a_markdown_list_are_no_days() -> None:
    lines = ["1. January 2019: Niger closed the road.", "2. February 2019: Nigeria protested.", "3. March 2019: Chad offered to mediate."]
    document = read((HEAD + "\n".join(lines) + "\n").encode(), input_id="a.md")
    assert paragraphs(document)[-3:] == [line[3:] for line in lines]
