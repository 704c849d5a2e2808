"""Frames of verb, noun and party that tell an act together."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.classifier.framelifts import framed


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The junta gave him a day to go.", "gave", "THREATEN"),
        ("Ghana gave Togo a week to withdraw its guards.", "gave", "THREATEN"),
        ("The report holds Peru answerable for the spill.", "holds", "ACCUSE"),
        ("Lisbon told the Angolan president that he could count on Portugal.", "told", "SUPPORT"),
        ("Tehran answered with an order that no Dane may leave the country.", "order", "COERCE"),
        ("Cairo kept Libya's depots supplied.", "kept", "AID"),
        ("Chad and Niger set up a joint commission.", "set", "COOPERATE"),
        ("The two neighbours founded a bank in 1961.", "founded", "COOPERATE"),
        ("The colonel said on the radio that he was taking charge of the country.", "taking", "COERCE"),
        ("Soldiers took power in Lomé.", "took", "COERCE"),
    ],
)
def test_frames_tell_an_act(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    lift = framed(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None and lift.type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She gave him a day to read the book.", "gave"),
        ("The judges held him liable for the damage.", "held"),
        ("Lisbon told the Angolan president that he could not count on Portugal.", "told"),
        ("The minister gave an order that the gates may be opened.", "order"),
        ("The fair kept the town's bars full.", "kept"),
        ("Two bakers set up a fund for the church.", "set"),
        ("The captain took command of the frigate.", "took"),
        ("The socialists took power in Athens.", "took"),
        ("Chad set up a commission on floods.", "set"),
        ("Chad and Niger hope to set up a joint commission.", "set"),
    ],
)
def test_other_clauses_are_no_frames(text: str, word: str) -> None:
    sentence = parse(text)
    assert framed(sentence, sentence.tokens[at(sentence, word)]) is None
