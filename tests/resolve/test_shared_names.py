"""Names that bodies of many states bear: a capital's police, a party that two states spell differently."""

from __future__ import annotations

import pytest

from dateline.resolve import Resolver
from dateline.resolve.namesakes import is_shared_elsewhere, spelt_labor, states_named
from dateline.resolve.sightings import Sighting
from dateline.types import Mention, Phrase, PhraseForm, Span

RESOLVER = Resolver.load()


def _phrase(name: str) -> Phrase:
    return Phrase(Mention(name, Span(0, len(name))), name.split()[-1].lower(), PhraseForm.NAME)


def _seen(text: str) -> list[Sighting]:
    return spelt_labor(text, RESOLVER.sightings(text, 0, 0))


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Metropolitan Police held four traders near a bank in Bangladesh.", True),
        ("Metropolitan Police held four traders near a bank in Britain.", False),
        ("Metropolitan Police held four traders.", False),
    ],
)
def test_the_police_of_a_capital_are_of_a_named_state(text: str, elsewhere: bool) -> None:
    phrase = _phrase("Metropolitan Police")
    assert is_shared_elsewhere(phrase, RESOLVER.actor("Metropolitan Police"), states_named(text, _seen(text))) is elsewhere


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Labor attacked the Government over the dam.", "AUS"),
        ("Labor attacked the Government in Canberra over the dam.", "AUS"),
        ("Labour attacked the Government over the dam.", "GBR"),
        ("Labor attacked the British Government over the dam.", "GBR"),
        ("Labor attacked the Israeli Government over the dam.", "GBR"),
    ],
)
def test_labor_is_seen_as_australias_where_no_other_state_is_named(text: str, country: str) -> None:
    assert _seen(text)[0].country == country
