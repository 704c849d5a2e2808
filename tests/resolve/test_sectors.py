"""Sectors of common nouns with their modifiers, one test a class of phrases; a person's sector by day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve import Resolver

RESOLVER = Resolver.load()


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        # out of office: former officials, not former fighters
        ("retired vice president", None, "ELI"),
        ("a former defence minister", None, "ELI"),
        ("a former defense minister", None, "ELI"),
        ("ex-president", None, "ELI"),
        ("retired generals", None, "ELI"),
        ("former vice president of Ghana", "GHA", "ELI"),
        ("former rebel", None, "REB"),
        # who speaks for somebody
        ("spokesman for the guerrillas", None, "REB"),
        ("a spokesman for reform", None, "GOV"),
        # forces of order by whatever stands before them
        ("cyber police", None, "COP"),
        ("traffic police", None, "COP"),
        ("religious police", None, "COP"),
        # of a force, whatever they are, and a noun of its own all the same
        ("Peruvian navy divers", "PER", "MIL"),
        ("army helicopter", None, "MIL"),
        ("Kenyan police boat", "KEN", "COP"),
        ("military hospital", None, "MED"),
        # aircraft by their designation, rebels without one
        ("Russian Su-35 fighters", "RUS", "MIL"),
        ("Turkish F-16 fighters", "TUR", "MIL"),
        ("50 Islamist fighters", None, "REB"),
        ("M23 fighters", "COD", "REB"),
        # crews of what is military, and others
        ("crew of the navy helicopter", None, "MIL"),
        ("submarine crew", None, "MIL"),
        ("Greek ferry crews", "GRC", "LAB"),
        # crimes
        ("motorcycle thieves", None, "CRM"),
        ("car thieves", None, "CRM"),
        ("cattle rustlers", None, "CRM"),
        # the people of a country, also where they are called by the adjective
        ("ordinary Kazakhs", "KAZ", "CVL"),
        ("ordinary Ukrainians", "UKR", "CVL"),
        ("ordinary Sudanese", "SDN", "CVL"),
        ("many young Japanese", "JPN", "CVL"),
        ("Sudanese", "SDN", "GOV"),
        # who helps is not who acts
        ("US-backed rebels", None, "REB"),
        ("Turkish-backed fighters", None, "REB"),
        ("French-trained soldiers", None, "MIL"),
        # trades
        ("a Sudanese farmer", "SDN", "AGR"),
        ("a Nigerian herder", "NGA", "AGR"),
        ("the Colombian coffee growers", "COL", "AGR"),
    ],
)
def test_sector(text: str, country: str | None, sector: str) -> None:
    chosen = RESOLVER.actor(text).chosen
    assert chosen is not None
    assert (chosen.country, chosen.sectors[0]) == (country, sector)


@pytest.mark.parametrize(("year", "sector"), [(2005, "LEG"), (2012, "GOV"), (2018, "ELI"), (2022, "GOV"), (2025, "ELI")])
@pytest.mark.parametrize("text", ["Biden", "Joe Biden"])
def test_the_same_person_by_day(text: str, year: int, sector: str) -> None:
    found = RESOLVER.actor(text, on=date(year, 6, 1))
    assert found.chosen is not None and (found.chosen.country, found.chosen.sectors[0]) == ("USA", sector)
    assert len(found.candidates) >= 3 and found.candidates[0] == found.chosen
