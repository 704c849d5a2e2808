"""Lower case that keeps offsets."""

from __future__ import annotations

import pytest

from dateline.extract.dates import date_spans
from dateline.extract.lowercase import lowered
from dateline.extract.quantities.finder import find_by_rules


@pytest.mark.parametrize(("text", "low"), [("In MAY", "in may"), ("İzmir, May", "izmir, may"), ("STRASSE ß", "strasse ß")])
def test_as_long_as_the_text(text: str, low: str) -> None:
    assert lowered(text) == low


def test_dates_and_numbers_keep_their_places_behind_a_letter_that_is_two_in_lower_case() -> None:
    text = "İzmir and İskenderun: ON 3 MAY 2021 some TWELVE men died."
    assert [text[start:end] for start, end in date_spans(text)] == ["ON 3 MAY 2021"]
    assert [text[one.start : one.end] for one in find_by_rules(text)] == ["some TWELVE men"]


def test_bounds_before_a_number_that_stands_far_on_are_read() -> None:
    text = f"{'The ministry of the interior said so at the time, and then again. ' * 3}It cost no fewer than one hundred and twenty lives."
    (one,) = find_by_rules(text)
    assert (text[one.start : one.end], one.low) == ("no fewer than one hundred and twenty lives", 120.0)
