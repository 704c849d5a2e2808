"""Countries that a text has nothing to do with: names that somebody or something better known bears elsewhere or at another time."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve import Resolver, ownacronyms
from dateline.types import Sentence, Span

RESOLVER = Resolver.load()


def country(phrase: str, year: int) -> str | None:
    chosen = RESOLVER.actor(phrase, on=date(year, 6, 1)).chosen
    return chosen.country if chosen else None


def seen(text: str, year: int = 2005) -> set[str]:
    """The countries that a text of one sentence names."""
    sentence = Sentence(0, text, Span(0, len(text)))
    return {s.country for s in RESOLVER.document_sightings([sentence], on=lambda _: date(year, 6, 1))}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The baker said that I was late and that I should pay.", set()),
        ("Nobody saw Juan Carlos I at the harbour.", {"ESP"}),
        ("Shares of Norsk Tungt <NTG.PA> rose.", set()),
        ("Officials of the PA met in Ramallah.", {"PSE"}),
        ("The union of teachers in New South Wales went on strike.", {"AUS"}),
        ("The union of teachers in Wales went on strike.", {"GBR"}),
        ("A dam in British Columbia burst.", {"CAN"}),
        ("A dam in New Mexico burst.", {"USA"}),
        ("A dam in Mexico burst.", {"MEX"}),
        ("A clerk told Senator Houston to wait.", set()),
        ("A clerk sailed to Houston.", {"USA"}),
    ],
)
def test_countries_that_a_sentence_names(text: str, codes: set[str]) -> None:
    assert seen(text) == codes


@pytest.mark.parametrize(
    ("phrase", "year", "code"),
    [
        ("Moscow", 1983, "SUN"),
        ("Moscow officials", 1983, "SUN"),
        ("Kremlin", 2004, "RUS"),
        ("Tass", 1983, "SUN"),
        ("Prague", 1975, "CSK"),
        ("Prague", 2005, "CZE"),
        ("Belgrade", 1985, "YUG"),
        ("Belgrade", 1999, "SRB"),
        ("Paris", 1985, "FRA"),
    ],
)
def test_a_capital_is_that_of_the_state_of_the_day(phrase: str, year: int, code: str) -> None:
    assert country(phrase, year) == code


@pytest.mark.parametrize(
    ("phrase", "year", "code"),
    [
        ("Mr Macron", 1985, None),
        ("Mr Macron", 2021, "FRA"),
        ("Uncle William", 2019, None),
        ("Premier William Lai", 2018, "TWN"),
        ("Emanuel Macron", 1985, None),
        ("Emanuel Macron", 2021, "FRA"),
        ("Torres Strait Islander", 2002, "AUS"),
    ],
)
def test_persons_of_another_time_or_name(phrase: str, year: int, code: str | None) -> None:
    assert country(phrase, year) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Villagers fled from the National Resistance Army (NRA) at dawn.", {"NRA": "National Resistance Army"}),
        ("Farmers of the Northern Dairy Producers (NDP) met.", {"NDP": ""}),
        ("The National Rifle Association (NRA) met.", {}),
        ("The General Agreement on Tariffs and Trade (GATT) was signed.", {}),
        ("He paid the fee (NRA) at once.", {}),
    ],
)
def test_acronyms_that_a_text_introduces_for_another_body(text: str, found: dict[str, str]) -> None:
    def actor(name: str) -> object:
        return RESOLVER.actor(name, on=date(1990, 6, 1))

    assert ownacronyms.introduced_by(text, actor, RESOLVER.is_filed) == found  # type: ignore[arg-type]


def test_a_phrase_with_such_an_acronym_is_read_in_full() -> None:
    assert ownacronyms.in_full("NRA troops", {"NRA": "National Resistance Army"}) == "National Resistance Army troops"
    assert ownacronyms.in_full("NRA troops", {"NRA": ""}) == "NRA troops"
    read = RESOLVER.actor("NRA", on=date(1990, 6, 1))
    kept = ownacronyms.without_namesake("NRA", read, {})
    assert kept is read
    dropped = ownacronyms.without_namesake("NRA", read, {"NRA": ""}).chosen
    assert dropped is not None
    assert (dropped.entity, dropped.country) == ("", None)


@pytest.mark.parametrize("text", ["Chad's northern border", "Oman\u2019s Eastern side"])
def test_no_province_by_a_word_of_the_compass(text: str) -> None:
    assert RESOLVER.place(text) is None
    assert RESOLVER.place("NORTH") is None
    named = RESOLVER.place("Northern Territory")
    assert named is not None
    assert named.country == "AUS"
