"""Place names to coordinates."""

from __future__ import annotations

import pytest

from dateline.resolve import Resolver
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.places import Places
from dateline.types import Mention, Phrase, PhraseForm, Span

RESOLVER = Resolver.load()


@pytest.mark.parametrize(
    ("text", "near", "country", "lat", "lon"),
    [
        ("Mosul", (), "IRQ", 36.3, 43.1),
        ("Victoria", ("SYC",), "SYC", -4.6, 55.5),
        ("Kyiv", (), "UKR", 50.5, 30.5),
        ("Kiev", (), "UKR", 50.5, 30.5),
        ("Tripoli", (), "LBY", 32.9, 13.2),
        ("Tripoli", ("LBN",), "LBN", 34.4, 35.8),
        ("the Matsus", (), "TWN", 26.2, 119.9),
        ("Matsue", (), "JPN", 35.5, 133.0),
        ("Tachens", (), "CHN", 28.5, 121.9),
        ("Szechwan", (), "CHN", 30.6, 103.0),
        ("Bay of Pigs", (), "CUB", 22.2, -81.2),
        ("Iwo Jima", (), "JPN", 24.8, 141.3),
    ],
)
def test_towns(text: str, near: tuple[str, ...], country: str, lat: float, lon: float) -> None:
    found = RESOLVER.place(text, near=near)
    assert found is not None
    assert found.country == country
    assert (found.lat, found.lon) == (pytest.approx(lat, abs=0.5), pytest.approx(lon, abs=0.5))


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Pokrovsk", (), "UKR"),  # not Engels, which was once called so
        ("Trnava", (), "SVK"),  # not Tirana
        ("Philadelphia", (), "USA"),  # not Amman
        ("Pokrovsk", ("UKR", "RUS"), "UKR"),
        ("Tây Ninh", ("CHN", "VNM"), "VNM"),
        ("Salem", ("ISR",), "ISR"),  # the bearer's country is not in play
        ("Canton", (), "CHN"),  # Guangzhou is too large beside Canton of Ohio
        ("Calcutta", (), "IND"),  # its namesake is small
        ("Santa Cruz", ("BOL",), "BOL"),  # another town's name in short
        ("Mansoura", (), "EGY"),
        ("Kharkov", (), "UKR"),
    ],
)
def test_a_town_of_the_very_name_comes_before_one_that_may_be_spelt_so(name: str, near: tuple[str, ...], country: str) -> None:
    found = RESOLVER.place(name, near=near)
    assert found is not None
    assert found.country == country


def test_a_town_outside_the_gazetteer_is_none() -> None:
    assert RESOLVER.place("Qwxyzzville") is None


@pytest.mark.parametrize(("name", "country"), [("Odessa", "UKR"), ("Nazareth", "ISR"), ("Kyiv", "UKR"), ("Canton", "CHN"), ("Valencia", None)])
def test_a_town_tells_its_country_by_its_own_name_or_nearly_that(name: str, country: str | None) -> None:
    assert Gazetteer().country_of(name) == country


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [("Mambasa territory", ("COD",), None), ("Mombasa", ("COD",), "KEN"), ("Kharkov", ("RUS",), "UKR"), ("Bombay", ("GBR",), "IND")],
)
def test_a_town_that_is_only_spelt_alike_is_another_where_other_countries_are_in_play(name: str, near: tuple[str, ...], country: str | None) -> None:
    found = RESOLVER.place(name, near=near)
    assert (found.country if found else None) == country


def _name(text: str, words: str) -> Phrase:
    at = text.rindex(words)
    return Phrase(Mention(words, Span(at, at + len(words))), words, PhraseForm.NAME)


def _places(text: str, *datelines: str) -> Places:
    named = tuple(_name(text, words).mention for words in datelines)
    return Places(text, RESOLVER, (), lambda phrase: RESOLVER.actor(phrase.mention.text), lambda span: (), (), named)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In south-eastern Greece they left for Qwxyzzville.", "GRC"),
        ("They met friends in Greece and left for Qwxyzzville.", None),
        ("They met demonstrators in south-eastern mountainous Greece and left for Qwxyzzville.", None),
    ],
)
def test_behind_an_unknown_place_only_one_that_opens_the_sentence_holds(text: str, country: str | None) -> None:
    act = text.index("left")
    found = _places(text).first([_name(text, "Qwxyzzville"), _name(text, "Greece")], (), Span(act, act + 4))
    assert (found.country if found else None) == country


def test_a_part_of_a_dateline_is_the_whole_of_it() -> None:
    text = "ACCRA - Calm.\nLA PAZ - Rain.\nLIMA - Wind."
    found = _places(text, "LIMA", "LA PAZ", "ACCRA").first([_name(text, "PAZ")])
    assert found is not None
    assert (found.country, found.text) == ("BOL", "LA PAZ")
