"""Those who lie beside, side with or lend to a state are of other states than it."""

from __future__ import annotations

import pytest

from dateline.resolve import Resolver
from dateline.resolve.outsiders import are_of_others

RESOLVER = Resolver.load()


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Ukraine's allies", None),
        ("Kyiv's Western partners", None),
        ("Rwanda's neighbours", None),
        ("the creditors of Zambia", None),
        ("Zambia's creditors", None),
        ("Iran's allies in Iraq", "IRQ"),
        ("Libya's rivals", "LBY"),
        ("Putin's allies", "RUS"),
        ("Ukraine's soldiers", "UKR"),
        ("Ukrainian allies", "UKR"),
    ],
)
def test_a_states_friends_are_not_its_own(words: str, country: str | None) -> None:
    chosen = RESOLVER.actor(words, near=("UKR",) if "Ukrain" in words or "Kyiv" in words else ()).chosen
    assert (chosen.country if chosen else None) == country


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rwanda's neighbours", True),
        ("South Korea's closest ally", True),
        ("The allies of Ukraine", True),
        ("Rwanda's rivals", False),
        ("its neighbours", False),
        ("neighbours", False),
    ],
)
def test_words_for_others(words: str, expected: bool) -> None:
    assert are_of_others(words) is expected
