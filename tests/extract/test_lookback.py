"""Days between which acts without a told one were done, in texts and paragraphs that look back, and not in news."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.dating import CODER

from dateline.extract.extractor import extract
from dateline.extract.lookback import looks_back
from dateline.types import Block, BlockKind, Document, Span

ISLANDS = (
    "Fiji on Thursday rejected the ruling.",
    "Police arrested two bishops on 3 April. Samoa condemned the arrests on 5 April, Tonga shut its embassy a week later, and Nauru urged restraint."
    " Palau, which had jailed a priest, accused Fiji of brutality.",
    "Vanuatu expelled a diplomat on 2 May and, after the expulsion, recalled its envoy. On 9 May Kiribati suspended the treaty.",
)
STORM = (
    "Police in Lusaka arrested a senator on Thursday.",
    "Prosecutors charged the senator in March with incitement. His party condemned the arrest and called for protests.",
)
PORT = (
    "Togo on Thursday rejected the deal.",
    "Benin signed the pact on 1 April and closed the border on 4 May. Ghana recalled its envoy. On Tuesday Niger accused Benin of theft. Mali urged calm.",
)


def around(paragraphs: tuple[str, ...], published: date = date(2023, 6, 30)) -> dict[str, str]:
    """The days around each act of a document that none of its words date."""
    text = "\n\n".join(paragraphs)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(text.index(one), text.index(one) + len(one))) for one in paragraphs)
    mentions = extract([Document("d", "d", text, "", blocks=blocks, published=published)], CODER)[0].mentions
    return {raw.trigger.text.split()[0]: f"{raw.around.earliest}..{raw.around.latest}" if raw.around else "" for raw in mentions if raw.time is None}


def test_an_analysis_that_opens_with_the_news_tells_on_from_the_days_of_its_paragraphs() -> None:
    found = around(ISLANDS)
    assert found["urged"] == found["accused"] == "2023-04-05..2023-06-30"
    assert found["recalled"] == "2023-05-02..2023-05-09"
    assert not found["jailed"]


def test_news_with_its_background_comes_back_to_its_own_day() -> None:
    found = around(STORM)
    assert not found["condemned"]
    assert not found["called"]


def test_a_paragraph_of_news_that_comes_back_to_its_days_does_not_look_back() -> None:
    assert not any(around(PORT).values())
    without = (PORT[0], PORT[1].replace(" On Tuesday Niger accused Benin of theft.", ""))
    assert around(without)["recalled"] == "2023-04-01..2023-06-30"


def test_a_noun_calls_to_mind_what_was_told() -> None:
    raid = ("Troops stormed the camp on 3 March. Chad expelled an envoy on 9 March, and Gabon condemned the raid.",)
    assert around(raid)["raid"] == "2023-03-03..2023-06-30"
    assert around(raid)["condemned"] == "2023-03-09..2023-06-30"
    says = ("Troops stormed the camp on 3 March. Chad expelled an envoy on 9 March, and Gabon has condemned the raid.",)
    assert not around(says)["raid"]


@pytest.mark.parametrize(
    ("days", "least", "expected"),
    [
        (((4, 3), (4, 5), (5, 2), (6, 29)), 3, True),
        (((4, 3), (4, 5), (6, 29)), 3, False),
        (((4, 3), (4, 5), (5, 2), (6, 27), (6, 29)), 3, False),
        (((4, 3), (4, 5)), 2, True),
        (((4, 3), (4, 5), (7, 9)), 2, True),
        (((6, 20), (6, 21)), 2, False),
    ],
)
def test_days_long_past_outweigh_those_of_the_news(days: tuple[tuple[int, int], ...], least: int, *, expected: bool) -> None:
    named = [(date(2023, month, day), date(2023, month, day)) for month, day in days]
    assert looks_back(named, date(2023, 6, 30), least) is expected
