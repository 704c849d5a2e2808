"""Whose the offices are that a society of a state speaks of, by the real parser's phrases."""

from __future__ import annotations

import pytest
from tests.extract.parsing import at, parse

from dateline.extract.phrases import phrase_at
from dateline.resolve.homecritics import at_home
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Span

#: Countries of societies.
UNION = Participant("Union", Span(0, 5), "Union", "MWI", "LAB", ("LAB",), 0.9, "organisation")


def found(text: str, head: str, critic: Participant = UNION, here: tuple[Sighting, ...] = ()) -> str | None:
    """The country of the party of a phrase across from a critic."""
    phrase = phrase_at(parse(text), at(parse(text), head))
    assert phrase is not None
    office = Participant(phrase.mention.text, phrase.mention.span, None, None, "GOV", ("GOV",), 0.6, "composition")
    return at_home(office, phrase, (critic,), here, text).country


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The union accused the authorities of theft.", "authorities"),
        ("The junta banned the union.", "junta"),
        ("The union blamed soldiers.", "soldiers"),
        ("The union urged the government to pay.", "government"),
    ],
)
def test_offices_of_the_critic_s_state(text: str, head: str) -> None:
    assert found(text, head) == "MWI"


def test_not_another_s() -> None:
    assert found("The union accused their government of theft.", "government") is None
    assert found("The union accused the Kenyan government.", "government") is None
    assert found("The union accused a company.", "company") is None
    kenya = Sighting("KEN", 0, 30, 37, "capital", "in")
    assert found("The union accused the police in Nairobi.", "police", here=(kenya,)) is None


@pytest.mark.parametrize(
    ("code", "sector", "method"),
    [("NGO", "SOC", "organisation"), ("PSE", "JRN", "organisation"), ("MWI", "GOV", "country"), ("MWI", "SOC", "setting")],
)
def test_only_of_a_state_s_own_society(code: str, sector: str, method: str) -> None:
    critic = Participant("It", Span(0, 2), None, code, sector, (sector,), 0.9, method)
    assert found("It accused the authorities of theft.", "authorities", critic) is None
