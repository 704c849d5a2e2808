"""Phrases that stand for the states of a region, by the real parser's phrases."""

from __future__ import annotations

import pytest
from tests.extract.parsing import at, parse

from dateline.extract.phrases import phrase_at
from dateline.resolve.blocs import is_bloc, states


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("West African mediators left Monrovia.", "mediators", True),
        ("Southeast Asian leaders met in Manila.", "leaders", True),
        ("The southern border was closed to West African migrants.", "migrants", False),
        ("Leaders of the Central African Republic met.", "Leaders", False),
        ("South African troops left.", "troops", False),
    ],
)
def test_those_who_act_for_a_region(text: str, head: str, expected: bool) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None
    assert is_bloc(phrase) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The three Baltic states closed the border.", "states", ("EST", "LVA", "LTU")),
        ("Presidents of the Baltic states met in Riga.", "Presidents", ("EST", "LVA", "LTU")),
        ("The two Koreas reopened a hotline.", "Koreas", ("KOR", "PRK")),
        ("Foes of the treaty marched in the Baltic states.", "Foes", ()),
        ("The Gulf states recalled their envoys.", "states", ()),
    ],
)
def test_states_of_a_region(text: str, head: str, expected: tuple[str, ...]) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None
    assert states(phrase, sentence.sentence.text) == expected
