"""Whose the diplomats of a story are."""

from __future__ import annotations

import pytest

from dateline.resolve import Resolver
from dateline.resolve.missions import of_the_sending_state
from dateline.types import Mention, Phrase, PhraseForm, Resolution, Span

RESOLVER = Resolver.load()


def _given(text: str, *words: str) -> dict[str, str]:
    phrases = []
    for one in words:
        start = text.index(one)
        span = Span(start, start + len(one))
        form = PhraseForm.NAME if all(word[0].isupper() for word in one.split()) else PhraseForm.NOMINAL
        head = one.split(" of ")[0].split()[-1].lower()
        phrases.append(Phrase(Mention(one, span), head, form, one.endswith("diplomats"), False, text[:start].count(". "), span))

    def lookup(phrase: Phrase) -> Resolution:
        return RESOLVER.actor(phrase.mention.text)

    return {phrase.mention.text: code for phrase, code in of_the_sending_state(phrases, text, lookup).items()}


def test_lone_diplomats_are_the_one_sending_state_s() -> None:
    text = "Mobs in Basra stormed the Turkish consulate. Two diplomats were beaten. Ayse Ozkok, the head of the mission, was hurt."
    found = _given(text, "Turkish consulate", "diplomats", "Ayse Ozkok", "head of the mission")
    assert found == {"diplomats": "TUR", "Ayse Ozkok": "TUR", "head of the mission": "TUR"}


def test_a_name_beside_the_ambassador_is_the_sending_state_s() -> None:
    text = "Riga expelled the Belarusian ambassador, Ihar Novik, and Minsk replied."
    assert _given(text, "Belarusian ambassador", "Ihar Novik") == {"Ihar Novik": "BLR"}


@pytest.mark.parametrize(
    "text",
    [
        "Mobs stormed the Turkish consulate. Then diplomats said talks went on.",
        "Mobs stormed the Turkish consulate and the Iranian embassy. Then diplomats were beaten.",
        "Mobs stormed the Turkish consulate. A. B. C. D. E. Then diplomats were beaten.",
        "Mobs stormed a shop. Then diplomats were beaten.",
    ],
)
def test_diplomats_of_nobody_in_particular(text: str) -> None:
    words = [one for one in ("Turkish consulate", "Iranian embassy", "diplomats") if one in text]
    assert _given(text, *words) == {}
