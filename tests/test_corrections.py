"""Figures that a medium takes back, and statements that only count the victims of a deed told before."""

from __future__ import annotations

import pytest

from dateline.corrections import figures_corrected
from dateline.tolls import is_toll


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("(Corrects death toll to six from eight in headline and paragraph 1)", {8}),
        ("(Corrects 5 June story to say that two nurses were killed, not three, in paragraph 4)", {3}),
        ("This story has been corrected to show that 12 people died, not 21.", {21}),
        ("Correction: An earlier version of this story said eight people were killed. It was six.", {8}),
        ("(Corrects toll from 30 to 13)", {30}),
        ("CORRECTED: Seven killed, not three, in market shelling", {3}),
        ("CORRECTED-Seven killed instead of three in market shelling", {3}),
        ("This article was amended on 3 May 2021 to say that four sailors were held, rather than six.", {6}),
        ("Corrected figures were not given to us.", set()),
        ("(Corrects spelling of name in paragraph 3)", set()),
        ("(Corrects day of the week to Tuesday, paragraph 2)", set()),
        ("The ministry corrected its toll from 8 to 6.", set()),
    ],
)
def test_what_is_taken_back(text: str, withdrawn: set[float]) -> None:
    assert figures_corrected(text).keys() == withdrawn


@pytest.mark.parametrize(
    ("text", "word", "toll"),
    [
        ("The party put the number of dead at 11.", "dead", True),
        ("Amnesty said it had confirmed seven deaths.", "deaths", True),
        ("Doctors said nine people were killed.", "killed", True),
        ("Doctors said nine people were killed in a raid.", "killed", False),
        ("Doctors said nine people were killed near the port.", "killed", False),
        ("Another nine people were killed, doctors said.", "killed", False),
        ("The strike killed nine people.", "killed", False),
    ],
)
def test_statements_that_only_count(text: str, word: str, toll: bool) -> None:
    at = text.index(word)
    assert is_toll(text, at, at + len(word)) is toll
