"""Names of waters are of none of the states that they are called after."""

from __future__ import annotations

import pytest

from dateline.ontology.namekeys import words
from dateline.resolve.resolver import Resolver
from dateline.resolve.waters import waters_end


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Strait of Malacca", "Strait of Malacca"),
        ("Gulf of Guinea's pirates", "Gulf of Guinea"),
        ("Lake Malawi", "Lake Malawi"),
        ("Norwegian Sea trawlers", "Norwegian Sea"),
        ("South China Sea", "South China Sea"),
        ("Mozambique Channel", "Mozambique Channel"),
        ("Black Sea Fleet", ""),
        ("Bay of Bengal Initiative", ""),
        ("Norway's Sea", ""),
        ("Taiwan Strait", ""),
        ("Japan, Sea of", ""),
        ("Lake", ""),
        ("the sea of Japanese flags", ""),
    ],
)
def test_where_a_name_of_waters_ends(text: str, stretch: str) -> None:
    ws = words(text)
    assert " ".join(word.text for word in ws[: waters_end(ws, 0)]).removesuffix("'s") == stretch


@pytest.mark.parametrize("phrase", ["the Strait of Tiran", "the Sea of Japan", "the Gulf of Thailand", "Lake Chad", "the Irish Sea"])
def test_waters_are_of_no_state(phrase: str) -> None:
    assert Resolver.load().actor(phrase).chosen is None


@pytest.mark.parametrize(("phrase", "country"), [("the Suez Canal", "EGY"), ("the Black Sea Fleet", "RUS"), ("Norwegian trawlers", "NOR"), ("the Taiwan Strait", "TWN")])
def test_what_belongs_to_a_state_stays_its_own(phrase: str, country: str) -> None:
    chosen = Resolver.load().actor(phrase).chosen
    assert chosen is not None
    assert chosen.country == country
