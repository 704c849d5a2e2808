"""Numbers as wire services and reports of votes write them: short money and percent, ranges that leave a thousand out, tallies, lengths of one."""

from __future__ import annotations

import pytest

from dateline.extract.quantities import find_quantities

Figure = tuple[str, float | tuple[float | None, float | None] | None, str | None]


def figures(text: str) -> list[Figure]:
    """Words, value or bounds, and unit of each quantity."""
    return [
        (text[one.start : one.end], one.value if one.value is not None else (one.low, one.high), one.unit) for one in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank lent four mln dlrs to Ghana.", [("four mln dlrs", 4e6, "USD")]),
        ("Output rose five pct to two mln tonnes.", [("five pct", 5.0, "percent"), ("two mln tonnes", 2e6, "tons")]),
        ("It owes 200 mln Canadian dlrs.", [("200 mln Canadian dlrs", 2e8, "CAD")]),
        ("Paris gave a 200-million-dollar loan.", [("200-million-dollar", 2e8, "USD")]),
        ("It took a 40-million-pound loan.", [("40-million-pound", 4e7, "GBP")]),
        ("They dug up a 500-pound bomb.", [("500-pound", 500.0, "lb")]),
        ("The dam costs $2.3  billion.", [("$2.3  billion", 2.3e9, "USD")]),
        ("Officers marked 12 maps.", [("12 maps", 12.0, "items")]),
        ("He got good marks in 12 schools.", [("12 schools", 12.0, "items")]),
    ],
)
def test_money_and_shares_in_short(text: str, expected: list[Figure]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The saddle lies at 7 to 8,000 feet.", (7_000.0, 8_000.0)),
        ("The rebels have 3 to 4,000 fighters.", (3_000.0, 4_000.0)),
        ("The rebels have 10 to 40,000 fighters.", (10.0, 40_000.0)),
        ("The rebels have 300 to 4,000 fighters.", (300.0, 4_000.0)),
    ],
)
def test_a_thousand_written_once(text: str, bounds: tuple[float, float]) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.high) == bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council voted 13-0 for the resolution.", [("13", "support"), ("0", "oppose")]),
        ("Deputies passed the bill, 219-206, at dawn.", [("219", "support"), ("206", "oppose")]),
        ("In a 5-4 ruling the court upheld the ban.", [("5", "support"), ("4", "oppose")]),
        ("The chamber voted 67-22 to reject the pact.", [("67", "oppose"), ("22", "support")]),
        ("The chamber voted 67-22 against the pact.", [("67", "oppose"), ("22", "support")]),
        ("Egypt beat Ghana 3-1 in the final.", []),
        ("Brazil passed Italy 3-1 on goals.", []),
        ("Congress adopted the budget 2026-27 at dawn.", []),
        ("Members approved a rise of 10-15 percent.", [("10-15 percent", None)]),
    ],
)
def test_tallies_with_a_dash(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(text[one.start : one.end], one.counts) for one in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was jailed for a year.", [("a year", 1.0, "years")]),
        ("The talks ended after a week.", [("a week", 1.0, "weeks")]),
        ("She was sentenced to a month in prison.", [("a month", 1.0, "months")]),
        ("He left a year ago and again after a year-long tour.", []),
        ("The mine yields gold worth little a month.", []),
    ],
)
def test_lengths_of_one(text: str, expected: list[Figure]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", ["He is the number one suspect.", "The 757 airliner landed in Accra.", "A 747 cargo plane crashed."])
def test_ranks_and_makes_are_no_quantities(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text", ["Three of the accused left.", "Three of the kidnapped were seen in the hills.", "Three of the detained were ill."]
)
def test_some_of_those_named_by_their_fate(text: str) -> None:
    ((_, value, unit),) = figures(text)
    assert (value, unit) == (3.0, "persons")
