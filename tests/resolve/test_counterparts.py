"""Towns that only say where a meeting is held."""

from __future__ import annotations

import pytest

from dateline.resolve.outsiders import is_outsider
from dateline.resolve.venues import without_venue
from dateline.types import Candidate, Lean, Mention, Phrase, PhraseForm, RawMention, Resolution, Sentence, SentenceKind, Span


def phrase(text: str, word: str, form: PhraseForm = PhraseForm.NOMINAL) -> Phrase:
    start = text.index(word)
    return Phrase(Mention(word, Span(start, start + len(word))), word.lower(), form, sentence=0)


def mention(text: str, trigger: str, kind: str, actors: tuple[Phrase, ...] = (), voice: str = "active") -> RawMention:
    start = text.index(trigger)
    sentence = Sentence(0, text, Span(0, len(text)), SentenceKind.BODY)
    leans = tuple(Lean(p.mention.span, 0.6, 0.1, 0.7, 0.1) for p in actors)
    return RawMention(sentence, Mention(trigger, Span(start, start + len(trigger))), kind, actors=actors, leans=leans, voice=voice)


@pytest.mark.parametrize(
    ("text", "town", "method", "kept"),
    [
        ("The Jeddah talks ended.", "Jeddah", "place", False),
        ("The Vienna peace talks ended.", "Vienna", "capital", False),
        ("The Yemen talks ended.", "Yemen", "country", True),
        ("The Kyiv-Moscow talks ended.", "Moscow", "capital", True),
    ],
)
def test_where_talks_are_held(text: str, town: str, method: str, kept: bool) -> None:
    found = Resolution(Candidate("", "SAU", ("GOV",), 0.6), (), method)
    raw = mention(text, "talks", "CONSULT", (phrase(text, town, PhraseForm.NAME),), "noun")
    after = without_venue(raw, text, lambda _: found)
    assert bool(after.actors) is kept
    assert [one.actor for one in after.leans] == [0.6 if kept else 0.0]


def test_calls_from_abroad_are_nobodys_of_the_story() -> None:
    assert is_outsider(phrase("calls from abroad", "abroad"))
