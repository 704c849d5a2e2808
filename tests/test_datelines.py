"""Datelines as agencies set them."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.datelines import dateline_of


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
    ("text", "place", "rest"),
    [
        ("Accra – Togo closed its border with Benin.", "Accra", "Togo closed its border with Benin."),
        ("Accra—Togo closed its border.", "Accra", "Togo closed its border."),
        ("Port-au-Prince — The Dominican Republic deported 40 Haitians.", "Port-au-Prince", "The Dominican Republic deported 40 Haitians."),
        ("Dar es Salaam – “Burundi must answer,” Rwanda said.", "Dar es Salaam", "“Burundi must answer,” Rwanda said."),
        ("Brussels/Ankara – Greece recalled its envoy.", "Brussels/Ankara", "Greece recalled its envoy."),
        ("Bogotá, Tuesday – Peru expelled an envoy.", "Bogotá", "Peru expelled an envoy."),
        ("Singapore – Malaysia protested against the reclamation.", "Singapore", "Malaysia protested against the reclamation."),
        ("Doha – Oman – a quiet broker – hosted envoys of Iran.", "Doha", "Oman – a quiet broker – hosted envoys of Iran."),
        ("Doha – Oman expelled two envoys of Iran – a rare step.", "Doha", "Oman expelled two envoys of Iran – a rare step."),
        ("Doha – Oman expelled an envoy. Iran – its neighbour – protested.", "Doha", "Oman expelled an envoy. Iran – its neighbour – protested."),
    ],
)
def test_a_town_in_small_letters_before_a_dash(text: str, place: str, rest: str) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place.text, text[found.end :]) == (place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Ankara – Turkey's capital – has recalled its envoy.",
        "Vienna – home of the agency – rejected the plan.",
        "Vienna – Europe's hub of spies and one of its safest cities – rejected the plan.",
        "Lisbon–Dakar cars crossed the border.",
        "London – Paris trains were stopped by France.",
        "Ankara – Damascus talks collapsed.",
        "Tripoli – What happens next",
        "Tripoli – what we know so far",
        "Benin – Togo closed its border.",
        "Hamas – Israel rejected the truce.",
        "Analysis – Iran rejected the truce.",
        "Macron – France will not yield.",
        "In Accra – Togo has a mission there – police arrested a spy.",
    ],
)
def test_a_remark_a_pair_a_title_and_a_country_before_a_dash_are_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


def test_a_town_before_a_dash_is_no_party() -> None:
    text = "Lomé – Benin expelled two diplomats of Niger on Monday.\n\nAccra — Chad and Cameroon signed a treaty on Tuesday."
    coded = dateline.code(dateline.read_text(text, published=date(2021, 6, 4)))
    parties = {one.text for act in coded.mentions for one in (*act.actors, *act.recipients)}
    countries = {one.country for act in coded.mentions for one in (*act.actors, *act.recipients)}
    assert countries == {"BEN", "NER", "TCD", "CMR"}
    assert not parties & {"Lomé", "Accra"}
    assert all(act.place is None for act in coded.mentions)
