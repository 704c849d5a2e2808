"""Speakers that are a body by their kind."""

from __future__ import annotations

import pytest

from dateline.resolve.bodykinds import body_of
from dateline.types import Mention, Phrase, PhraseForm, Span


@pytest.mark.parametrize(
    ("words", "text", "code"),
    [
        ("charity", "", "NGO"),
        ("two medical charities", "", "NGO"),
        ("relief organisations", "", "NGO"),
        ("refugee agency", "", "UNO"),
        ("alliance", "NATO jets hit a depot, the alliance said.", "IGO"),
        ("alliance's supreme commander", "NATO jets hit a depot.", "IGO"),
        ("arbitrators", "The case was heard in The Hague.", "IGO"),
        ("alliance", "Two parties formed an alliance.", None),
        ("alliance of Tuareg parties", "NATO jets hit a depot.", None),
        ("Kenyan charity", "", None),
        ("armed group", "", None),
        ("tribunal", "The electoral tribunal in Lima met.", None),
        ("state news agency", "", None),
    ],
)
def test_the_kind_tells_the_body(words: str, text: str, code: str | None) -> None:
    phrase = Phrase(Mention(words, Span(0, len(words))), words.split()[-1], PhraseForm.NOMINAL, False, True, 0)
    assert body_of(phrase, text) == code
