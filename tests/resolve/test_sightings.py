"""Which country a town stands in, by what else its document names."""

from __future__ import annotations

import pytest

from dateline.ontology.namekeys import words
from dateline.resolve import Resolver
from dateline.types import Sentence, Span

RESOLVER = Resolver.load()


def seen(text: str) -> dict[str, str]:
    """The words of a text (sentences in lines) that name a country, with its code."""
    sentences, at = [], 0
    for index, line in enumerate(text.split("\n")):
        sentences.append(Sentence(index, line, Span(at, at + len(line))))
        at += len(line) + 1
    return {text[s.start : s.end]: s.country for s in RESOLVER.document_sightings(sentences, on=lambda _: None)}


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Syria said that a bakery in Hajin had been hit.", "Hajin", "SYR"),
        ("Niger buried its dead.\nThe patrol was mauled near Tillabéri.", "Tillabéri", "NER"),
        ("Peru declared a curfew.\nIt holds in the Puno region.", "Puno", "PER"),
        ("The Republic of the Congo voted.", "Republic of the Congo", "COG"),
        ("The Democratic Republic of the Congo voted.", "Democratic Republic of the Congo", "COD"),
        ("Venezuela is on strike. Caracas was dark.\nPolice cleared the streets of San Cristobal.", "San Cristobal", "VEN"),
    ],
)
def test_town_of_a_named_country(text: str, town: str, country: str) -> None:
    assert seen(text)[town] == country


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The United States spoke.\nHe completed a pilgrimage to Mecca.", "Mecca", "SAU"),
        ("The United States and Britain spoke.\nA fleet sailed for Portsmouth.", "Portsmouth", None),
        ("The United States spoke.\nNobody came from the North.", "North", None),
        ("Congo buried its dead.\nThey fell in Mambasa.", "Mambasa", None),
        ("Russia spoke.\nMissiles fell on Kharkov.", "Kharkov", "UKR"),
        ("Somebody said that a bakery in Hajin had been hit.", "Hajin", None),
    ],
)
def test_no_country_by_a_namesake(text: str, word: str, country: str | None) -> None:
    assert seen(text).get(word) == country


def test_a_stretch_is_read_once_for_each_way_it_is_joined_to_what_stands_around_it() -> None:
    loaded = Resolver.load()
    shared = Resolver(loaded._base, loaded._gazetteer)
    after_comma, alone = words("Kenya, Uganda")[1:], words("Uganda")
    for _ in range(2):
        assert [item.broken for item in shared._stretch(after_comma, "Uganda")] == [True]
        assert [item.broken for item in shared._stretch(alone, "Uganda")] == [False]
    assert shared._stretch(alone, "Uganda") is shared._stretch(alone, "Uganda")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A summit of the Intergovernmental Authority on Development opened.", [("body", "IGO")]),
        ("Peru spoke on Monday.", [("country", "PER")]),
    ],
)
def test_a_body_is_named_with_what_it_is_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.kind, s.country) for s in RESOLVER.sightings(text, 0, 0)] == expected


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Miners in Kimberley, British Columbia, laid down their tools.", "Kimberley", "CAN"),
        ("Police in Perth, Scotland, searched a flat.", "Perth", "GBR"),
        ("A court in Paris, Texas, freed him.", "Paris", "USA"),
        ("Students in Athens, Georgia, marched.", "Athens", "USA"),
        ("A bomb went off in Hyderabad, Pakistan, on Friday.", "Hyderabad", "PAK"),
        ("Teachers in Birmingham, Ala., walked out.", "Birmingham", "USA"),
        ("Police in Tripoli in northern Lebanon arrested two men.", "Tripoli", "LBN"),
        ("Teachers in Cordoba in the Argentine north walked out.", "Cordoba", "ARG"),
        ("He was held in Halifax, N.S., on Monday.", "Halifax", "CAN"),
        ("Police in Perth, Canberra and Sydney searched flats.", "Perth", "AUS"),
        ("She flew on to Paris, Berlin and Rome.", "Paris", "FRA"),
        ("She sang in Perth, Scottish fans danced.", "Perth", "AUS"),
    ],
)
def test_town_with_its_division_or_country_behind_its_comma(text: str, town: str, country: str) -> None:
    assert seen(text)[town] == country
