"""Treaties that bear the name of a town."""

from __future__ import annotations

import pytest

from dateline.resolve import Resolver

RESOLVER = Resolver.load()


@pytest.mark.parametrize(
    "name", ["Oslo Accords", "Minsk agreements", "Budapest Memorandum", "Treaty of Lisbon", "Algiers peace agreement", "Vienna Convention"]
)
def test_a_treaty_is_not_of_the_country_of_its_town(name: str) -> None:
    chosen = RESOLVER.actor(name).chosen
    assert chosen is None or chosen.country is None
    assert RESOLVER.sightings(f"Brazil has signed the {name}.", 0, 0)[0].country == "BRA"
    assert len(RESOLVER.sightings(f"Brazil has signed the {name}.", 0, 0)) == 1


@pytest.mark.parametrize(
    ("name", "country"),
    [("Dutch treaty", "NLD"), ("Oslo's agreement", "NOR"), ("Moscow-Pyongyang treaty", "RUS"), ("Vienna police", "AUT"), ("king of Oslo", "NOR")],
)
def test_a_party_s_treaty_and_other_things_are_of_its_country(name: str, country: str) -> None:
    chosen = RESOLVER.actor(name).chosen
    assert chosen is not None and chosen.country == country
