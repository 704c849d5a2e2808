"""A line below the title with its day beside it names the paper; a town and its region behind a day name nobody."""

from __future__ import annotations

import pytest

from dateline.read.draft import DraftBlock, Metadata
from dateline.read.metadata import read_masthead
from dateline.read.textmap import Mapped
from dateline.types import BlockKind

BODY = "Norway imposed tariffs of 25 per cent on Latvian timber on Wednesday in response to duties on fish, the ministry of trade said in a long statement to the press."


def read(*lines: str) -> Metadata:
    texts = ("Oslo hits timber with tariff", *lines, BODY)
    return read_masthead([DraftBlock(BlockKind.PARAGRAPH, Mapped.whole(text)) for text in texts], Metadata()).metadata


@pytest.mark.parametrize("paper", ["The Fjord Sentinel", "Lima Courier", "Kampala Evening Dispatch", "The Riga Globe", "Baltic Trade Forum", "Volta Herald"])
def test_the_paper_with_its_day(paper: str) -> None:
    for found in (read(paper, "21 October 2031"), read("October 21, 2031", paper)):
        assert (found.publisher, found.authors, str(found.published)) == (paper, (), "2031-10-21")


@pytest.mark.parametrize("line", ["The Generals Return", "The Hague", "Foreign Press", "Breaking News", "A lost leader"])
def test_what_is_no_paper(line: str) -> None:
    assert read(line, "21 October 2031").publisher is None


@pytest.mark.parametrize(("line", "author"), [("Marta Oliveira", "Marta Oliveira"), ("Wei Sun", "Wei Sun"), ("By Liv Courier", "Liv Courier"), ("By Ann Leader", "Ann Leader")])
def test_authors_stay_authors(line: str, author: str) -> None:
    found = read(line, "21 October 2031")
    assert (found.publisher, found.authors) == (None, (author,))


def test_a_paper_that_no_day_stands_beside_is_not_guessed() -> None:
    assert read("The Fjord Sentinel", "It was a cold day in the north").publisher is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("October 20, 2031 - Regina, Saskatchewan", None),
        ("October 20, 2031 – Kumasi, Ghana – Trade Council of Ghana", "Trade Council of Ghana"),
        ("October 20, 2031 | Fjord Herald, Oslo", "Fjord Herald, Oslo"),
        ("October 20, 2031 | Baltic Institute, Riga", "Baltic Institute, Riga"),
    ],
)
def test_a_town_behind_a_day_is_no_publisher(line: str, publisher: str | None) -> None:
    assert read(line).publisher == publisher
