"""Whose "the occupied territories" are."""

from __future__ import annotations

import pytest
from test_statements import countries


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Armenia said that Azerbaijan had shelled Goris from the occupied territories.", False),
        ("Morocco arrested activists in the occupied territories.", False),
        ("Turkey sent settlers to the occupied territories of Cyprus.", False),
        ("Israel arrested activists in the occupied territories.", True),
        ("Norway spoke of Hamas and of Gaza. Settlers attacked villages in the occupied territories.", True),
        ("Settlers attacked villages in the occupied Palestinian territory.", True),
    ],
)
def test_they_are_palestine_where_the_text_speaks_of_it(body: str, expected: bool) -> None:
    word = "occupied Palestinian" if "Palestinian territory" in body else "occupied territories"
    assert ("PSE" in countries("", body, word)) is expected
