"""The two Koreas by their short names."""

from __future__ import annotations

import pytest

from dateline.resolve.koreas import half
from dateline.types import Candidate, Resolution

NOBODY = Resolution(None, (), "none")


@pytest.mark.parametrize(
    ("phrase", "country"),
    [("South's president", "KOR"), ("the North", "PRK"), ("North’s state media", "PRK"), ("the South", "KOR")],
)
def test_halves_in_a_text_on_korea(phrase: str, country: str) -> None:
    found = half(phrase, "Pyongyang fired two missiles.", NOBODY)
    assert found is not None
    assert found.chosen is not None
    assert found.chosen.country == country


@pytest.mark.parametrize(
    ("phrase", "document"),
    [("South's president", "Juba signed the peace accord."), ("South Africa", "Seoul said so."), ("North Atlantic council", "Seoul said so."), ("southern army", "Seoul said so.")],
)
def test_other_souths_are_left_alone(phrase: str, document: str) -> None:
    assert half(phrase, document, NOBODY) is None


def test_the_sectors_of_the_phrase_are_kept() -> None:
    own = Candidate("", None, ("MIL",), 0.5)
    found = half("North's army", "Korea", Resolution(own, (own,), "sector"))
    assert found is not None
    assert found.chosen is not None
    assert found.chosen.sectors == ("MIL",)
