"""Heads of bodies are of their body's sector; a body's name is neither a rank, nor a party, nor the country behind it."""

from __future__ import annotations

import pytest

from dateline.resolve import Resolver

RESOLVER = Resolver.load()


def read(text: str, near: tuple[str, ...] = ()) -> tuple[str | None, str | None]:
    chosen = RESOLVER.actor(text, near=near).chosen
    return (chosen.country, chosen.sectors[0] if chosen.sectors else None) if chosen else (None, None)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("the union's president", "LAB"),
        ("Ghana's nurses' union president", "LAB"),
        ("president of the teachers' union", "LAB"),
        ("the company's chief executive", "BUS"),
        ("Toyota president Koji Sato", "BUS"),
        ("the party's president", "PTY"),
        ("university president", "EDU"),
        ("president of the bar association", "SOC"),
        ("Uganda Law Society president Bernard Oundo", "SOC"),
        ("Malawi Medical Association president", "MED"),
        ("ABQU secretary-general Japhet Moyo", "UNK"),
    ],
)
def test_who_heads_a_private_body_is_of_it(text: str, sector: str) -> None:
    assert read(text, ("GHA",))[1] == sector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("president of the republic", ("GHA", "GOV")),
        ("president of the Union", ("GHA", "GOV")),
        ("President of the Union of the Comoros", ("COM", "GOV")),
        ("President of the Swiss Confederation", ("CHE", "GOV")),
        ("president of the Russian Federation", ("RUS", "GOV")),
        ("president of the European Commission", ("EUR", "GOV")),
        ("Hong Kong's chief executive", ("HKG", "GOV")),
        ("the central bank's president", ("GHA", "GOV")),
        ("Senate president", ("GHA", "GOV")),
        ("president of the Council of Ministers", ("GHA", "GOV")),
        ("South Africa's president", ("ZAF", "GOV")),
    ],
)
def test_heads_of_states_and_their_bodies_stay_of_the_state(text: str, expected: tuple[str, str]) -> None:
    assert read(text, ("GHA",)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Confederation of Portuguese Workers", ("PRT", "LAB")),
        ("General Federation of Trade Unions", ("GHA", "LAB")),
        ("General Union of Workers", ("GHA", "LAB")),
        ("General Staff", ("GHA", "MIL")),
        ("General Asim Munir", ("PAK", "MIL")),
        ("General Ndlovu", ("GHA", "MIL")),
        ("National Labour Relations Board", ("GHA", "GOV")),
        ("National Human Rights Commission", ("GHA", "GOV")),
        ("Medical Board", ("GHA", "MED")),
    ],
)
def test_words_of_a_bodys_name(text: str, expected: tuple[str, str]) -> None:
    assert read(text, ("GHA",)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Greenpeace Mexico", ("MEX", "SOC")),
        ("Transparency International Ghana", ("GHA", "SOC")),
        ("Business Council Mongolia", ("MNG", "BUS")),
        ("Law Society of Zambia", ("ZMB", "SOC")),
        ("Republic of Ghana", ("GHA", "GOV")),
        ("Government of Ghana", ("GHA", "GOV")),
        ("Catholic Poland", ("POL", "GOV")),
        ("rival South Korea", ("KOR", "GOV")),
    ],
)
def test_a_country_behind_a_bodys_name_makes_no_government_of_it(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("health secretary", ("GHA", "GOV")),
        ("Attorney General Juan Carlos Villalta", ("GHA", "GOV")),
        ("King Juan Carlos", ("ESP", None)),
    ],
)
def test_offices_and_names_of_others(text: str, expected: tuple[str, str | None]) -> None:
    country, sector = read(text, ("GHA",))
    assert (country, sector if expected[1] else None) == expected
