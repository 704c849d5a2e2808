"""Phrases to countries and sectors."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve import Resolver

RESOLVER = Resolver.load()


def resolved(text: str, day: str | None = None, near: tuple[str, ...] = ()) -> tuple[str | None, str | None]:
    """Country and primary sector of a phrase."""
    chosen = RESOLVER.actor(text, on=date.fromisoformat(day) if day else None, near=near).chosen
    if chosen is None:
        return None, None
    return chosen.country, chosen.sectors[0] if chosen.sectors else None


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("South Korean Defense Minister", "KOR", "GOV"),
        ("exiles in Paris", None, "CVL"),
        ("embassy in Nairobi", None, "GOV"),
        ("Chilean exiles in Paris", "CHL", "CVL"),
        ("judges in Paris", "FRA", "JUD"),
        ("Latin American governments", None, "GOV"),
        ("General Anwar Sadat", "EGY", "GOV"),
        ("North Korean troops", "PRK", "MIL"),
        ("N. Korea", "PRK", "GOV"),
        ("Kremlin", "RUS", "GOV"),
        ("Nairobi", "KEN", "GOV"),
        ("Nigerien soldiers", "NER", "MIL"),
        ("Nigerian soldiers", "NGA", "MIL"),
        ("riot police in Tbilisi", "GEO", "COP"),
        ("former Peruvian president", "PER", "ELI"),
        ("Turkish journalists", "TUR", "JRN"),
        ("NATO", "IGO", "GOV"),
        ("Nato", "IGO", "GOV"),
        ("Unita rebels", "AGO", "REB"),
        ("Isis", "IMG", "REB"),
        ("Paraguay's Senate", "PRY", "LEG"),
        ("Senate of Kenya", "KEN", "LEG"),
        ("US Congress", "USA", "LEG"),
    ],
)
def test_country_and_noun(text: str, country: str, sector: str) -> None:
    assert resolved(text) == (country, sector)


def test_the_helper_of_rebels_is_not_their_country() -> None:
    assert resolved("US-backed rebels") == (None, "REB")


def test_near_gives_a_bare_noun_its_country_only_where_one_fits() -> None:
    assert resolved("police") == (None, "COP")
    assert resolved("police", near=("KEN",)) == ("KEN", "COP")
    assert resolved("police", near=("KEN", "SOM")) == (None, "COP")


def test_an_office_ends() -> None:
    assert resolved("Barack Obama", "2010-05-05") == ("USA", "GOV")
    assert resolved("Barack Obama", "2020-05-05") == ("USA", "ELI")


@pytest.mark.parametrize("text", ["gibberish", "", "Xyzzy Plugh", "12"])
def test_the_unknown_stays_unknown(text: str) -> None:
    assert RESOLVER.actor(text).chosen is None


@pytest.mark.parametrize("text", ["Zoe Lagos", "Ana Marcos", "Pedro Kabila Lagos"])
def test_a_town_or_surname_inside_another_name_is_no_match(text: str) -> None:
    assert resolved(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "day", "country"),
    [
        ("Holmes", "2008-05-05", "UNO"),  # the aid chief of those years
        ("Holmes", "2018-02-02", None),
        ("John Holmes", "2018-02-02", "UNO"),
        ("Bolton", "2021-06-01", "USA"),  # left two years before
        ("Thatcher", "2019-06-01", "GBR"),  # a leader's name lasts
        ("Gorbachev", "2019-06-01", "RUS"),
    ],
)
def test_a_family_name_alone_is_not_an_official_who_left_long_ago(text: str, day: str, country: str | None) -> None:
    assert resolved(text, day)[0] == country


@pytest.mark.parametrize("text", ["Choe Son Hui", "Comrade Choe Son Hui"])
def test_a_people_inside_a_personal_name_is_no_country(text: str) -> None:
    assert resolved(text)[0] in {None, "PRK"}


def test_the_same_phrase_gives_the_same_answer() -> None:
    assert RESOLVER.actor("Kenyan troops") == Resolver.load().actor("Kenyan troops")


def test_an_article_at_the_start_of_a_sentence_is_no_given_name() -> None:
    assert RESOLVER.countries_in("The French army left the base.") == ("FRA",)
    found = RESOLVER.actor("The Kenyan police").chosen
    assert found is not None and found.country == "KEN"


@pytest.mark.parametrize("word", ["Care", "Plan", "nato", "Akp"])
def test_words_and_short_acronyms_are_no_acronyms_when_written_small(word: str) -> None:
    assert RESOLVER.actor(word).method != "organisation"


def test_a_common_noun_spelt_like_a_town_is_no_place() -> None:
    assert RESOLVER.actor("metro").chosen is None
    assert RESOLVER.actor("Surabaya").chosen is not None


@pytest.mark.parametrize(("name", "country"), [("Modi", "IND"), ("Albanese", "AUS"), ("Lai", "TWN")])
def test_of_two_bearers_of_a_family_name_news_means_who_leads_a_state(name: str, country: str) -> None:
    assert resolved(name, "2025-05-22")[0] == country


def test_of_two_leaders_neither_is_taken() -> None:
    found = RESOLVER.actor("Al Thani", on=date(2025, 5, 22))
    assert found.method == "ambiguous"


@pytest.mark.parametrize(
    "text", ["Rishi Sunak", "Taliban fighters", "the National Unity Government", "Kenyan soldiers", "Duda's envoy", "the navy of Peru", "Fretilin"]
)
def test_phrases_read_once_for_all_days_mean_the_same_on_all(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [date(2001, 5, 1), date(2016, 5, 1), date(2023, 5, 1), date(2030, 5, 1)]
    loaded = Resolver.load()
    read = [Resolver(loaded._base, loaded._gazetteer).actor(text, on=day) for day in days]
    shared = Resolver(loaded._base, loaded._gazetteer)
    assert [shared.actor(text, on=day) for day in days] == read
    monkeypatch.setattr(Resolver, "_is_dated", lambda *_: True)
    assert [Resolver(loaded._base, loaded._gazetteer).actor(text, on=day) for day in days] == read


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Uganda People's Defence Forces", "UGA", "MIL"),
        ("Rwanda Defence Forces", "RWA", "MIL"),
        ("the Kenya Defence Force", "KEN", "MIL"),
        ("Tanzania People's Defence Forces", "TZA", "MIL"),
        ("People's Defence Forces", "MMR", "REB"),
    ],
)
def test_an_official_name_in_either_number(text: str, country: str, sector: str) -> None:
    found = RESOLVER.actor(text, on=date(2024, 8, 8)).chosen
    assert found is not None
    assert (found.country, found.sectors) == (country, (sector,))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Forces démocratiques de libération du Rwanda", "RWA"),
        ("Mouvement du 23 mars", "COD"),
        ("Autodefensas Unidas de Colombia", "COL"),
        ("Mouvement national de libération de l'Azawad", "MLI"),
        ("Partiya Karkerên Kurdistanê", "TUR"),
        ("Harakat al-Muqawama al-Islamiya", "PSE"),
    ],
)
def test_an_armed_group_under_its_own_name(text: str, country: str) -> None:
    found = RESOLVER.actor(text).chosen
    assert found is not None
    assert found.country == country
    assert found.sectors[0] in {"REB", "PRM"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Sinopharm V", "CHN"),
        ("the Shenzhou V", None),
        ("King George Tupou V", "TON"),
        ("the news agency AFP", "FRA"),
        ("AFP-Reuters reporters", "FRA"),
    ],
)
def test_one_word_of_another_name_is_no_name(text: str, country: str | None) -> None:
    assert resolved(text)[0] == country


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Kosovo Serbs", "KOS"),
        ("ethnic Hungarians", None),
        ("ethnic Hungarians of Romania", "ROU"),
        ("Polish Roma", "POL"),
        ("Roman Catholic archbishop", None),
        ("member States", None),
        ("the States", None),
        ("Prosecutors in The Hague", "IGO"),
        ("Dutch court in The Hague", "NLD"),
        ("protesters in Strasbourg", "FRA"),
        ("Hakari bridge", "AZE"),
        ("Moria camp", "GRC"),
        ("Juan Perez", None),
        ("Moammar Gadhafi", "LBY"),
    ],
)
def test_countries_of_look_alikes(phrase: str, country: str | None) -> None:
    chosen = Resolver.load().actor(phrase).chosen
    assert (chosen.country if chosen else None) == country
