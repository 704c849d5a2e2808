"""Diplomats, whom only another state or a body sends."""

from __future__ import annotations

import pytest

from dateline.resolve.crossing import is_envoy, is_states_envoy
from dateline.types import Mention, Phrase, PhraseForm, Span


@pytest.mark.parametrize(
    ("words", "envoy", "states"),
    [
        ("ambassador", True, True),
        ("Ambassador Xiao Qian", True, True),
        ("consuls", True, True),
        ("diplomats", True, False),
        ("consultants", False, False),
        ("consulting engineers", False, False),
    ],
)
def test_an_envoy_is_told_by_a_whole_word(words: str, envoy: bool, states: bool) -> None:
    phrase = Phrase(Mention(words, Span(0, len(words))), words.split()[-1].lower(), PhraseForm.NOMINAL, False, True, 0)
    assert (is_envoy(phrase), is_states_envoy(phrase)) == (envoy, states)
