"""Quantities: values, bounds, units, counted nouns, and what is no quantity."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.dates.numerals import parse_number
from dateline.extract.quantities import find_quantities, to_quantity
from dateline.types import Span


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,234", 1234),
        ("4.1 million", 4_100_000),
        ("two hundred and six", 206),
        ("twenty-one", 21),
        ("two and a half million", 2_500_000),
        ("half a dozen", 6),
        ("a thousand", 1000),
        ("three hundred and forty-two thousand", 342_000),
        ("1.5bn", 1_500_000_000),
        ("troops", None),
    ],
)
def test_parse_number(words: str, value: float | None) -> None:
    assert parse_number(words) == value


@pytest.mark.parametrize(
    ("text", "words", "value", "low", "high", "unit", "head", "approximate"),
    [
        ("About 350 Chadian troops arrived.", "About 350 Chadian troops", 350, None, None, "persons", "troops", True),
        ("It killed at least nineteen, doctors said.", "at least nineteen", 19, 19, None, "persons", None, False),
        ("It holds up to 600 prisoners.", "up to 600 prisoners", 600, None, 600, "persons", "prisoners", False),
        ("Between 2,000 and 2,500 families "
         "fled.", "Between 2,000 and 2,500 families", None, 2000, 2500, "families", None, False),
        ("It lost 5-6 million euros.", "5-6 million euros", None, 5e6, 6e6, "EUR", None, False),
        ("It gave $450 million in military aid.", "$450 million", 4.5e8, None, None, "USD", "aid", False),
        ("A £2.3bn loan was agreed.", "£2.3bn", 2.3e9, None, None, "GBP", None, False),
        ("It sent 40,000 tonnes of wheat.", "40,000 tonnes", 40000, None, None, "tons", "wheat", False),
        ("Two-thirds of the deputies "
         "agreed.", "Two-thirds of the deputies", 66.67, None, None, "percent", "deputies", False),
        ("Some 44% of voters stayed home.", "Some 44%", 44, None, None, "percent", "voters", True),
        ("Dozens of monks were held.", "Dozens of monks", 24, 24, None, "persons", "monks", True),
        ("Tens of thousands of Syrians "
         "left.", "Tens of thousands of Syrians", 20000, 20000, None, "persons", "syrians", True),
        ("Several hundred thousand people "
         "left.", "Several hundred thousand people", 300000, None, None, "persons", "people", True),
        ("A hundred or so police came.", "A hundred or so police", 100, None, None, "persons", "police", True),
        ("Twelve of their trucks burned.", "Twelve of their trucks", 12, None, None, "items", "trucks", False),
        ("Sixty Hungarian and Polish engineers "
         "left.", "Sixty Hungarian and Polish engineers", 60, None, None, "persons", "engineers", False),
        ("They seized 12 Iranian-made rockets.", "12 Iranian-made rockets", 12, None, None, "items", "rockets", False),
        ("A 15-year sentence was passed.", "15-year", 15, None, None, "years", None, False),
        ("Nairobi paid 70 million Kenyan "
         "shillings.", "70 million Kenyan shillings", 7e7, None, None, "KES", None, False),
        ("One of the two pilots ejected.", "One of the two pilots", 1, None, None, "persons", "pilots", False),
        ("They hold 3,000 square kilometres.", "3,000 square kilometres", 3000, None, None, "sq km", None, False),
    ],
)  # fmt: skip
def test_one_quantity(
    text: str,
    words: str,
    value: float | None,
    low: float | None,
    high: float | None,
    unit: str | None,
    head: str | None,
    approximate: bool,
) -> None:
    found = find_quantities(text)
    assert [text[q.start : q.end] for q in found][:1] == [words]
    first = found[0]
    assert (first.value, first.low, first.high) == (value, low, high)
    assert (first.unit, first.counts_head, first.approximate) == (unit, head, approximate)


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2022 and in 2014 they met, two days later.",
        "Resolution 1701, Article 5, Chapter VII and Unit 8200.",
        "F-16s, Su-27 jets, a Boeing 737 and the G7 at 10:30.",
        "The minister, 54, and a 9-year-old boy, aged 9.",
        "The team won 3-2 and is open 24/7.",
        "The 28-member bloc began six-party talks.",
        "The 2014 protests and the 2011 uprising.",
        "No one came; any one may speak.",
        "The 5th brigade crossed the 38th parallel at 6 p.m.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_several_in_order() -> None:
    text = "Five were killed and 11 wounded when 2000 soldiers stormed 14 villages."
    assert [(q.value, q.unit) for q in find_quantities(text)] == [
        (5.0, "persons"),
        (11.0, "persons"),
        (2000.0, "persons"),
        (14.0, "items"),
    ]


def test_lists_are_not_summed() -> None:
    assert [q.value for q in find_quantities("four and five soldiers")] != [9.0]


def test_to_quantity_places_it_in_the_document() -> None:
    text = "Some 400 rebels left."
    one = to_quantity(find_quantities(text)[0], 100, text)
    assert (one.text, one.span, one.value, one.counts) == ("Some 400 rebels", Span(100, 115), 400.0, "rebels")


@given(st.integers(10, 999_999))
def test_figures_are_read_back(number: int) -> None:
    found = find_quantities(f"They sent {number:,} soldiers.")
    assert [(q.value, q.unit) for q in found] == [(float(number), "persons")]


@given(st.text(alphabet="0123456789 -–,.%$€()'oneftwhdrmilsptbandor", max_size=60))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)
