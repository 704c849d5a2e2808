"""Whom "they" and "some" stand for in what an official says."""

from __future__ import annotations

import pytest
from test_resolve_document import Text

from dateline.types import Lean, PhraseForm, RawAttribution, RawMention


def doer(first: str, said: str, word: str, trigger: str, speaker: str, *before: str) -> list[str | None]:
    """The countries of an act's actor, a pronoun in what a speaker says; ``before`` are plurals that the first sentence names."""
    text = Text(first, said)
    who = text.phrase(word, PhraseForm.PRONOUN, plural=True, subject=True)
    by = text.phrase(speaker, PhraseForm.NOMINAL, subject=True)
    others = tuple(text.phrase(one, PhraseForm.NOMINAL, plural=True, subject=True) for one in before)
    act = text.mention(trigger)
    raw = RawMention(
        text.sentences[1], act, "ASSAULT", actors=(who,), attribution=RawAttribution("speaker", by), voice="active",
        leans=(Lean(who.mention.span, 0.9, 0.0, 0.9, 0.0),),
    )  # fmt: skip
    return [party.country for party in text.resolve(raw, *others, by, who).actors]


@pytest.mark.parametrize("word", ["some", "others", "many"])
def test_some_whom_the_text_does_not_name(word: str) -> None:
    assert doer("The road is closed.", f"Chad's interior minister said {word} had shelled Bol.", word, "shelled", "Chad's interior minister") == [None]


@pytest.mark.parametrize(("first", "expected"), [("The road is closed.", None), ("Israel bombed the depot.", "ISR")])
def test_they_are_not_the_minister_s_own(first: str, expected: str | None) -> None:
    told = doer(first, "Lebanon's transport minister said they had hit a bridge.", "they", "hit", "Lebanon's transport minister")
    assert told == [expected]


def test_they_are_those_of_whom_the_text_spoke() -> None:
    first, said = "Peruvian miners blocked the road.", "Peru's interior minister said they had burned a bus."
    assert doer(first, said, "they", "burned", "Peru's interior minister", "Peruvian miners") == ["PER"]
