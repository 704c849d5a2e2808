"""Terms by which a search names a party."""

from __future__ import annotations

import pytest

from dateline.ontology.partyterms import PartyTerm, party_terms, shown_party


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("GHA", (PartyTerm(code="GHA"),)),
        ("GHA LAB", (PartyTerm(code="GHA", sector="LAB"),)),
        ("HUN:Fidesz, HUN:Fidesz party", (PartyTerm(code="HUN", words="Fidesz"), PartyTerm(code="HUN", words="Fidesz party"))),
        ("USA TODAY", (PartyTerm(words="USA TODAY"),)),
        ("GHA XYZ", (PartyTerm(words="GHA XYZ"),)),
        ("farmers", (PartyTerm(words="farmers"),)),
        (" , ", ()),
    ],
)
def test_what_terms_say(wanted: str, expected: tuple[PartyTerm, ...]) -> None:
    assert party_terms(wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "country", "sectors", "text", "holds"),
    [
        ("GHA", "GHA", ("LEG",), "lawmakers", True),
        ("AND", "FRA", ("GOV",), "France and Spain", False),
        ("GHA LAB", "GHA", ("CVL", "LAB"), "strikers", True),
        ("GHA LAB", "NGA", ("LAB",), "unions", False),
        ("ITA OPP", "ITA", ("PTY", "OPP"), "opposition", True),
        ("ITA PTY", "ITA", ("PTY", "OPP"), "opposition", True),
        # a mayor of the opposition holds an office, and is no part of the government
        ("ITA GOV", "ITA", ("GOV", "OPP"), "mayor", False),
        ("ITA GOV", "ITA", ("GOV",), "ministry", True),
        ("GBR:Labour", "GBR", ("LEG",), "Labour MPs", True),
        ("GBR:Labour", "GBR", ("LAB",), "labour groups", False),
        ("GBR:Labour", "NZL", ("PTY",), "Labour", False),
        ("gbr labour", "GBR", ("PTY",), "Labour", False),
        ("boko haram", "NGA", ("REB",), "Boko Haram fighters", True),
    ],
)
def test_whom_a_term_holds(wanted: str, country: str, sectors: tuple[str, ...], text: str, holds: bool) -> None:
    assert party_terms(wanted)[0].holds(country, sectors, (text, None)) is holds


def test_a_party_is_told_by_its_usual_name() -> None:
    assert [shown_party(one) for one in ("HUN:Fidesz", "POL:PiS,POL:Law and Justice", "GHA LAB", "PKK,Kurdistan Workers' Party")] == [
        "Fidesz",
        "Law and Justice",
        "GHA LAB",
        "Kurdistan Workers' Party",
    ]
