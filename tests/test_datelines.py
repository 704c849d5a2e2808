"""Datelines as agencies set them."""

from __future__ import annotations

import pytest

from dateline.datelines import dateline_of, opening_dateline
from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("QUITO, May 19 (EFE).- Ecuador and Peru signed a pact.", "QUITO", "Ecuador and Peru signed a pact."),
        ("LA PAZ, Aug. 21 (EFE).- Bolivia expelled an envoy.", "LA PAZ", "Bolivia expelled an envoy."),
        ("NAIROBI, May 19 (AFP) - Kenya expelled an envoy.", "NAIROBI", "Kenya expelled an envoy."),
    ],
)
def test_a_dash_behind_a_full_stop_ends_a_dateline(text: str, place: str, rest: str) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place.text, text[found.end :]) == (place, rest)


def test_a_full_stop_and_a_dash_elsewhere_end_none() -> None:
    assert dateline_of("The envoy left (on Monday).- He will return.") is None


@pytest.mark.parametrize(
    ("text", "day", "weekday"),
    [
        ("CANBERRA, Thursday - Australia recalled an envoy.", None, "Thursday"),
        ("ROME, Monday. Italy expelled an envoy.", None, "Monday"),
        ("PARIS, March 23. Farmers marched through the city.", "March 23", None),
    ],
)
def test_a_weekday_or_a_full_stop_in_a_dateline(text: str, day: str | None, weekday: str | None) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.day, found.weekday) == (day, weekday)


def test_a_weekday_in_a_sentence_makes_no_dateline() -> None:
    assert dateline_of("LISBON, Wednesday, soldiers left the square.") is None
    assert dateline_of("In Rome, Monday. was a holiday.") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nairobi — Kenya expelled the ambassador of Chad.", "Nairobi"),
        ("Addis Ababa – Kenya and Uganda signed a pact.", "Addis Ababa"),
        ("LIMA — Peru recalled its envoy.", "LIMA"),
        ("Peru — Chile was asked to pay.", None),
        ("Lima — Peru's capital — was calm on Monday.", None),
        ("Lima — the capital of Peru, was calm.", None),
        ("The officers of the Northern Army Command — Colonels all — resigned.", None),
    ],
)
def test_a_bare_city_heads_the_first_paragraph_of_a_report(text: str, place: str | None) -> None:
    found = opening_dateline(text, 0, len(text))
    assert (found.place.text if found else None) == place
    assert dateline_of(text) is None or place == "LIMA"


def test_a_bare_city_is_no_actor_beside_its_country() -> None:
    text = "Nairobi — Kenya accused Chad of spying.\n\nRheinmetall — Germany sent no more shells."
    (coded,) = Pipeline(CodeOptions()).code([plain_document("a.txt", text, "2024-05-06")])
    accused = next(one for one in coded.mentions if one.type == "ACCUSE")
    assert [(one.text, one.country) for one in accused.actors] == [("Kenya", "KEN")]
