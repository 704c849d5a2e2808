"""Possessives of states and towns that were typed without their apostrophe."""

from __future__ import annotations

import pytest

from dateline.api import code, read_text
from dateline.plainform.possessives import without_bare_possessives


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Kenyas president left.", "Kenya' president left."),
        ("It was South Koreas defence minister.", "It was South Korea' defence minister."),
        ("Nairobis police shot him.", "Nairobi' police shot him."),
        ("Perus Supreme Court ruled.", "Peru' Supreme Court ruled."),
    ],
)
def test_a_name_with_its_s_before_a_noun_is_a_possessive(typed: str, read: str) -> None:
    assert without_bare_possessives(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "Athens police and Hamas fighters left.",
        "The two Koreas talks failed.",
        "The Netherlands army left Algiers airport.",
        "Kenyas and Ghanas are many.",
        "Médecins Sans Frontières withdrew.",
        "Wales voted; Texas troops and Honduras police did not.",
        "Kenya's president left.",
        "Paris police and the Philippines navy agreed.",
        "Banks closed; Readings fell.",
    ],
)
def test_plurals_and_names_that_end_in_s_stay(text: str) -> None:
    assert without_bare_possessives(text) == text


def test_the_record_keeps_the_words_of_the_text() -> None:
    acts = code(read_text("Kenyas foreign minister condemned Somalia on Monday.", published="2031-03-05")).mentions
    assert [(one.type, one.actors[0].country, one.actors[0].text) for one in acts] == [("ACCUSE", "KEN", "Kenyas foreign minister")]
