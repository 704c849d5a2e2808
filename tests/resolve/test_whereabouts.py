"""Speakers whose own words place them, and offices that tell of their state's steps."""

from __future__ import annotations

import pytest

from dateline.resolve.givers import giver
from dateline.resolve.sightings import Sighting
from dateline.resolve.whereabouts import told_of
from dateline.types import Mention, Participant, Phrase, PhraseForm, RawMention, ResolvedMention, Sentence, Span


def phrase_of(text: str, words: str) -> Phrase:
    start = text.index(words)
    return Phrase(Mention(words, Span(start, start + len(words))), words.split()[-1], PhraseForm.NOMINAL)


@pytest.mark.parametrize(
    ("text", "speaker", "named", "wanted"),
    [
        ("Chad jailed two men wanted in Oran, prosecutors there said.", "prosecutors", {"Chad": ("TCD", "country", ""), "Oran": ("DZA", "town", "in")}, "DZA"),
        ("Chad shelled a camp, said a monitor based in Norway.", "monitor", {"Chad": ("TCD", "country", ""), "Norway": ("NOR", "country", "in")}, "NOR"),
        ("Chad bugged phones, researchers at a Lisbon university said.", "researchers", {"Chad": ("TCD", "country", ""), "Lisbon": ("PRT", "capital", "in")}, "PRT"),
        ("Chad shelled Oran, officials said there was no warning.", "officials", {"Chad": ("TCD", "country", ""), "Oran": ("DZA", "town", "in")}, None),
        ("Chad shelled Oran, officials said.", "officials", {"Oran": ("DZA", "town", "in")}, None),
    ],
)
def test_where_a_speaker_is_told_to_be(text: str, speaker: str, named: dict[str, tuple[str, str, str]], wanted: str | None) -> None:
    seen = [Sighting(code, 0, text.index(word), text.index(word) + len(word), kind, where) for word, (code, kind, where) in named.items()]
    assert told_of(phrase_of(text, speaker), text, {0: seen}) == wanted


@pytest.mark.parametrize(
    ("kind", "office", "method", "wanted"),
    [
        ("AID", "foreign ministry", "country", "BRA"),
        ("ASSAULT", "foreign ministry", "country", None),
        ("AID", "regional government", "country", None),
        ("AID", "villagers", "country", None),
        ("AID", "foreign ministry", "setting", None),
    ],
)
def test_whose_office_tells_what_a_state_gives(kind: str, office: str, method: str, wanted: str | None) -> None:
    text = f"Brazil sent tents to Peru, the {office} said."
    sentence = Sentence(0, text, Span(0, len(text)))
    actor = Participant("Brazil", Span(0, 6), country="BRA", method=method)
    raw = RawMention(sentence, Mention("sent", Span(7, 11)), kind)
    assert giver(phrase_of(text, office), [ResolvedMention(raw, (actor,), (), None)]) == wanted
