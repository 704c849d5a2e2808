"""Villages that bear the name of a foreign town."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline

PIPELINE = Pipeline(CodeOptions())


def _countries(text: str) -> tuple[set[str], set[str]]:
    """The countries of the parties and of the places of a text's acts."""
    (coded,) = PIPELINE.code([plain_document("d", text, "2022-02-02")])
    parties = {p.country for m in coded.mentions for p in (*m.actors, *m.recipients) if p.country}
    return parties, {m.place.country for m in coded.mentions if m.place and m.place.country}


@pytest.mark.parametrize(
    "text",
    [
        "Robbers stormed Trapani village in Kenya's Turkana County on Monday. Elders of Trapani protested in Trapani on Friday.",
        "Robbers stormed the village of Trapani in Kenya on Monday. Soldiers shot two men in Trapani.",
        "Kenya deployed troops. Robbers stormed Trapani village on Monday. Soldiers shot two men in Trapani.",
        "Robbers stormed Trapani town in Kenya on Monday.",
    ],
)
def test_a_village_is_of_the_state_that_is_told(text: str) -> None:
    parties, places = _countries(text)
    assert parties == {"KEN"}
    assert places <= {"KEN"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Robbers stormed Trapani on Monday. Police in Trapani shot two men.", "ITA"),
        ("Kenya sent a note. Italy replied. Robbers stormed Trapani village on Monday.", "ITA"),
        ("Workers marched in Trapani in Kenya's name. Italy expelled them.", "ITA"),
        ("Protesters marched in Shanghai in Kenya's support. Soldiers shot two men in Shanghai.", "CHN"),
    ],
)
def test_a_town_stays_where_all_know_it(text: str, country: str) -> None:
    parties, places = _countries(text)
    assert country in parties | places
