"""Rules of dates are tried only where they may begin."""

from __future__ import annotations

import re

import pytest

from dateline.extract.dates.grammar import RULES, read_at
from dateline.extract.dates.openings import TOLD_APART, by_opening, openings


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (r"(?:mid-)?(?P<year>19|20)\d\d", "12mM"),
        (r"(?<=the )\b(?:first|(?:last|[q-r])\s+week)", "fFlLqQrR"),
        (r"\s*\d", "0123456789"),
    ],
)
def test_what_a_pattern_can_begin_with(pattern: str, begins: str) -> None:
    assert openings(re.compile(pattern, re.IGNORECASE)) == frozenset(begins)


@pytest.mark.parametrize("pattern", [r"\w+ day", r"[^a]x", r"(?:week)?", r"(?P<a>x)?(?P=a)y"])
def test_any_character_where_it_is_not_known(pattern: str) -> None:
    assert openings(re.compile(pattern, re.IGNORECASE)) == frozenset(TOLD_APART)


def test_rules_keep_their_order() -> None:
    patterns = [re.compile(one, re.IGNORECASE) for one in ("may", r"\d+", "[lm]ay")]
    assert by_opening(("first", "second", "third"), patterns)["m"] == ("first", "third")


def test_the_same_readings_as_with_all_rules() -> None:
    text = "In the early hours of 3 May 2021, a decade later, last week, in mid-June and by Christmas and the ’90s or '80s"
    for position in range(len(text)):
        ends = [m.end() for pattern, build in RULES if (m := pattern.match(text, position)) and m.end() > position and build(m) is not None]
        read = read_at(text, position)
        assert (read[0] if read else None) == max(ends, default=None)


def test_a_letter_that_is_an_s_without_regard_to_case_begins_no_day() -> None:
    assert read_at("ſunday", 0) is None
