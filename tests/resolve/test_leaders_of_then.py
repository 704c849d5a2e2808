"""Leaders of 1945 to 1991, by name or family name, on days when they were in office; names that others bear today are not theirs for ever."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve import Resolver


@pytest.mark.parametrize(
    ("name", "on", "entity", "country"),
    [
        ("Mrs. Gandhi", "1972-07-03", "Indira Gandhi", "IND"),
        ("Ayub Khan", "1965-09-06", "Ayub Khan", "PAK"),
        ("President Thieu", "1970-01-01", "Nguyen Van Thieu", "VNM"),
        ("Dulles", "1956-01-01", "John Foster Dulles", "USA"),
        ("Bulganin", "1956-11-05", "Nikolai Bulganin", "SUN"),
        ("Gottwald", "1950-03-01", "Klement Gottwald", "CSK"),
        ("Dubcek", "1968-08-10", "Alexander Dubček", "CSK"),
        ("Mobutu", "1975-01-01", "Mobutu Sese Seko", "COD"),
        ("Haile Selassie I", "1960-01-01", "Haile Selassie", "ETH"),
        ("Castro", "1962-10-27", "Fidel Castro", "CUB"),
        ("Giscard", "1977-05-01", "Valéry Giscard d'Estaing", "FRA"),
    ],
)
def test_leaders_in_office(name: str, on: str, entity: str, country: str) -> None:
    chosen = Resolver.load().actor(name, on=date.fromisoformat(on)).chosen
    assert chosen is not None and (chosen.entity, chosen.country, chosen.sectors[:1]) == (entity, country, ("GOV",))


@pytest.mark.parametrize(("name", "not_country"), [("Vance", "USA"), ("McNamara", "USA"), ("Schmidt", "DEU")])
def test_family_names_today(name: str, not_country: str) -> None:
    chosen = Resolver.load().actor(name, on=date(2022, 5, 1)).chosen
    assert chosen is None or chosen.country != not_country
