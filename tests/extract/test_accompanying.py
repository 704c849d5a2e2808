"""Tests of verbs that only introduce another act."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.accompanying import is_example, is_phase


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The leaders ended a summit in Delhi on Sunday.", "ended"),
        ("The king opened the conference in Rabat.", "opened"),
        ("Modi concludes his visit to Kyiv.", "concludes"),
        ("Ministers wrapped up their meeting in Bali.", "wrapped"),
    ],
)
def test_the_phase_of_a_meeting(text: str, verb: str) -> None:
    sentence = parse(text)
    assert is_phase(sentence, sentence.tokens[at(sentence, verb)])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Nicaragua followed Mexico in cutting ties with Ecuador.", "followed"),
        ("Iran followed suit and expelled the envoy.", "followed"),
        ("Canada followed the lead of Washington.", "followed"),
    ],
)
def test_doing_as_another_did(text: str, verb: str) -> None:
    sentence = parse(text)
    assert is_example(sentence, sentence.tokens[at(sentence, verb)])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Washington ended talks with Tehran.", "ended"),
        ("The rebels ended the siege of the town.", "ended"),
        ("Israel opened the crossing.", "opened"),
        ("Police followed the suspects in Dhaka.", "followed"),
    ],
)
def test_acts_of_their_own(text: str, verb: str) -> None:
    sentence = parse(text)
    token = sentence.tokens[at(sentence, verb)]
    assert not is_phase(sentence, token)
    assert not is_example(sentence, token)
