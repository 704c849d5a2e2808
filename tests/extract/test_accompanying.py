"""Tests of verbs that only introduce another act."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.accompanying import is_example


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
    assert not is_example(sentence, sentence.tokens[at(sentence, verb)])
