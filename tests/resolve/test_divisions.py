"""First-level divisions that bear the name of a state, a people or a foreign town."""

from __future__ import annotations

import pytest
from test_resolve_document import Text

from dateline.resolve import Resolver
from dateline.resolve.divisions import read_on

RESOLVER = Resolver.load()


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Niger State commissioner for health", "NGA"),
        ("farmers of Niger state", "NGA"),
        ("the state of Niger", "NGA"),
        ("Niger and Kebbi states", "NGA"),
        ("Georgia state troopers", "USA"),
        ("Sucre state prosecutors", "VEN"),
        ("Somali Region police", "ETH"),
        ("Zaire Province officials", "AGO"),
        ("Chin State villagers", "MMR"),
        ("Bolívar department police", "COL"),
        ("Bolívar state police", "VEN"),
        # The state itself, what only a whole state has, and its own divisions.
        ("Niger's government", "NER"),
        ("Niger state radio", "NER"),
        ("Niger state-owned uranium company", "NER"),
        ("Mali and Niger states", "NER"),
        ("Georgia State Security Service", "GEO"),
        ("the State of Kuwait", "KWT"),
        ("the State of Palestine", "PSE"),
        ("Mexico State police", "MEX"),
        ("Moscow oblast officials", "RUS"),
        ("the Somali region", "SOM"),
        ("Niger region", "NER"),
    ],
)
def test_the_noun_beside_a_name_says_whose_division_it_is(phrase: str, country: str) -> None:
    found = RESOLVER.countries_in(phrase) if phrase == "Mali and Niger states" else (RESOLVER.actor(phrase).chosen.country,)  # type: ignore[union-attr]
    assert country in found


@pytest.mark.parametrize(("name", "country"), [("Niger State", "NGA"), ("state of Georgia", "USA"), ("State of Kuwait", "KWT"), ("Niger", "NER"), ("Georgia", "GEO")])
def test_a_called_division_is_no_country_though_that_is_in_play(name: str, country: str) -> None:
    found = RESOLVER.place(name, near=("NER", "GEO"))
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Nigeria sent troops to Niger State. The Niger governor thanked them.", "NGA"),
        ("Nigeria sent troops to Niger State. An envoy left Niamey. Niger thanked them.", "NER"),
        ("Niger thanked Nigeria.", "NGA"),
        ("Nigeria sent troops to Kebbi State. Niger thanked them.", "NER"),
    ],
)
def test_a_text_goes_on_with_a_division_without_its_noun(text: str, last: str) -> None:
    sights = read_on(RESOLVER.sightings(text, 0, 0), text)
    assert max(sights, key=lambda one: one.start).country == last


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Somalia sent troops to Bari. Gunmen shot a trader in Bari.", "SOM"),
        ("Italy sent troops to Bari. Gunmen shot a trader in Bari.", "ITA"),
        ("Gunmen shot a trader in Bari. The mayor of Bari wept.", "ITA"),
        ("Brazil and Somalia voted. Police in Florida held a trader in Florida.", "USA"),
    ],
)
def test_the_division_of_a_named_state_goes_before_a_foreign_town(text: str, country: str) -> None:
    seen = RESOLVER.document_sightings(Text(text).sentences, on=lambda _: None)
    assert [one.country for one in seen if one.kind == "town"][-1] == country
