"""Names that states had for a time: of one state, one code on one day; what was written later keeps the names of its own day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.resolve import Resolver


def _code(name: str, on: str | None, spoken: str | None = None) -> str | None:
    day = date.fromisoformat(on) if on else None
    chosen = Resolver.load().actor(name, on=day, spoken=date.fromisoformat(spoken) if spoken else None).chosen
    return chosen.country if chosen else None


@pytest.mark.parametrize(
    ("name", "on", "country"),
    [
        ("Russia", "1948-06-24", "SUN"),
        ("the Russians", "1979-12-27", "SUN"),
        ("Russian paratroopers", "1979-12-27", "SUN"),
        ("Moscow", "1979-12-27", "SUN"),
        ("Russia", "1914-08-01", "RUS"),
        ("Moscow", "1914-08-01", "RUS"),
        ("Russia", "1991-12-26", "RUS"),
        ("Russian paratroopers", "2014-03-01", "RUS"),
        ("Russia", None, "RUS"),
        ("the Czechs", "1948-02-25", "CSK"),
        ("Czech airmen", "1977-01-06", "CSK"),
        ("Prague", "1977-01-06", "CSK"),
        ("Czech airmen", "1940-09-01", "CZE"),
        ("Czech airmen", "1999-03-12", "CZE"),
        ("Slovak writers", "1977-01-06", "SVK"),
        ("Aden", "1986-01-13", "YMD"),
        ("Aden", "2019-08-10", "YEM"),
        ("PDRY", "1979-02-24", "YMD"),
        ("Sanaa", "1979-02-24", "YEM"),
        ("East Pakistan", "1970-11-12", "PAK"),
        ("Dacca", "1970-11-12", "PAK"),
        ("Dacca", "1975-08-15", "BGD"),
        ("Bangladesh", "1971-06-01", "BGD"),
        ("Hanoi", "1968-01-31", "VDR"),
        ("Hanoi", "1979-02-17", "VNM"),
        ("Saigon", "1968-01-31", "VNM"),
        ("the UAR", "1961-09-28", "EGY"),
        ("Bonn", "1961-08-13", "DEU"),
        ("Pankow", "1961-08-13", "DDR"),
    ],
)
def test_the_state_of_the_day(name: str, on: str | None, country: str) -> None:
    assert _code(name, on) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Nationalist China", "TWN"),
        ("Chinese Nationalist fighters", "TWN"),
        ("the Chinese Communists", "CHN"),
        ("Communist Chinese guns", "CHN"),
        ("Chinese guns", "CHN"),
    ],
)
def test_two_chinas(name: str, country: str) -> None:
    assert _code(name, "1955-01-20") == country


def test_nationalists_were_china_before_they_left() -> None:
    assert _code("Chinese Nationalist troops", "1947-03-19") == "CHN"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("North Vietnam", "VDR"), ("North Vietnamese regulars", "VDR"), ("the DRV", "VDR"), ("South Vietnam", "VNM"), ("the GVN", "VNM"),
        ("South Vietnamese marines", "VNM"), ("Viet Cong guerrillas", "VNM"), ("Vietnamese fishermen", "VNM"), ("Ho Chi Minh City", "VNM"),
    ],
)  # fmt: skip
def test_two_vietnams(name: str, country: str) -> None:
    assert _code(name, "2022-01-01") == country
    assert _code(name, "1972-04-01") == country


def test_a_later_text_says_russia_as_it_does_today() -> None:
    assert _code("Russia", "1945-08-18", "2023-08-18") == "RUS"
    assert _code("Moscow", "1945-08-18", "2023-08-18") == "SUN"


def _parties(text: str, published: str | None) -> set[str | None]:
    mentions = Pipeline().code([plain_document("a", text, published)])[0].mentions
    return {one.country for mention in mentions for one in (*mention.actors, *mention.recipients)}


def test_one_state_has_one_code_in_a_document() -> None:
    text = "Russia rejected the note of Norway on Monday. Soviet warships shelled a Norwegian trawler. The Russians expelled a Norwegian diplomat. Moscow accused Oslo of spying."
    assert _parties(text, "1960-06-14") == {"SUN", "NOR"}


def test_history_in_a_later_document() -> None:
    assert "RUS" in _parties("Russia occupied the islands on August 28, 1945. Japan condemned Russia on Monday.", "2023-09-02")


def test_acts_tell_the_day_of_a_document_without_one() -> None:
    assert _parties("Russia invaded Finland on November 30, 1939.", None) == {"SUN", "FIN"}


@pytest.mark.parametrize("text", ["Boris Yeltsin banned the party. Russia recognized Lithuania on Monday.", "The Russian parliament met. Russia recognized Lithuania on Monday."])
def test_the_republic_is_told_from_the_union(text: str) -> None:
    assert "RUS" in _parties(text, "1991-08-25")


def test_the_union_in_its_last_year() -> None:
    assert _parties("Russia warned Lithuania on Monday.", "1991-01-10") == {"SUN", "LTU"}


@pytest.mark.parametrize(
    ("text", "published", "country"),
    [
        ("The National Liberation Front attacked a French garrison near Oran in Algeria.", "1957-02-03", "DZA"),
        ("The National Liberation Front shelled an American base near Hue in South Vietnam.", "1969-02-03", "VNM"),
        ("South Yemen signed a treaty with Iraq. The National Liberation Front praised Baghdad.", "1972-05-03", "YMD"),
    ],
)
def test_the_front_of_the_place(text: str, published: str, country: str) -> None:
    mentions = Pipeline().code([plain_document("a", text, published)])[0].mentions
    fronts = {one.country for mention in mentions for one in mention.actors if "Front" in one.text}
    assert fronts == {country}


def test_the_front_of_a_text_on_none_of_its_places_is_left_open() -> None:
    found = Resolver.load().actor("the National Liberation Front", on=date(1968, 1, 31))
    assert found.chosen is None and {one.country for one in found.candidates} >= {"DZA", "VNM"}
