"""Names of states before a noun."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.compounds import states_beside
from dateline.extract.phrases import phrase_at


@pytest.mark.parametrize(
    ("text", "noun", "names"),
    [
        ("Turkey Greece talks resume", "talks", ["Turkey", "Greece"]),
        ("India Pakistan border clash leaves five dead", "clash", ["India", "Pakistan"]),
        ("South Korea Japan summit postponed", "summit", ["Korea", "Japan"]),
        ("EU agrees new Russia sanctions", "sanctions", ["Russia"]),
        ("Washington tightens Venezuela oil sanctions", "sanctions", ["Venezuela"]),
        ("Peru and Chile talks resume", "talks", []),
        ("Peace talks resume", "talks", []),
        ("Mali, Niger talks resume", "talks", []),
    ],
)
def test_states_before_a_noun(text: str, noun: str, names: list[str]) -> None:
    sentence = parse(text)
    assert [sentence.tokens[i].text for i in states_beside(sentence, at(sentence, noun))] == names


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [("Turkey Greece talks resume", "Greece", "Greece"), ("South Korea Japan summit postponed", "Japan", "Japan"), ("South Sudan votes", "Sudan", "South Sudan")],
)
def test_a_state_beside_another_is_a_phrase_of_its_own(text: str, head: str, expected: str) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None and phrase.mention.text == expected
