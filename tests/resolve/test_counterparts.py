"""Phrases that are of nobody in the story."""

from __future__ import annotations

from dateline.resolve.outsiders import is_outsider
from dateline.types import Mention, Phrase, PhraseForm, Span


def phrase(text: str, word: str, form: PhraseForm = PhraseForm.NOMINAL) -> Phrase:
    start = text.index(word)
    return Phrase(Mention(word, Span(start, start + len(word))), word.lower(), form, sentence=0)


def test_calls_from_abroad_are_nobodys_of_the_story() -> None:
    assert is_outsider(phrase("calls from abroad", "abroad"))
