"""Words of speech from ``data/speech.toml``, verbs and nouns by inflected form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.ontology.inflect import noun_forms, verb_forms
from dateline.ontology.wordlists import word_list


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Verbs by form with their class and lemma, phrasal verbs by form with their particle, nouns and kinds of speakers by form."""

    verbs: Mapping[str, tuple[str, str]]
    phrasal: Mapping[str, tuple[str, str, str]]
    accusing: frozenset[str]
    said: Mapping[str, str]
    measured: frozenset[str]
    adjuncts: frozenset[str]
    topics: frozenset[str]
    kinds: Mapping[str, str]


def speech_data() -> Mapping[str, Any]:
    """The table as written."""
    return word_list("speech")


@lru_cache(maxsize=1)
def load_speech() -> SpeechWords:
    """The words of the package."""
    return speech_words(speech_data())


def speech_words(data: Mapping[str, Any]) -> SpeechWords:
    """Index a table; a verb that stands in two classes belongs to the first."""
    verbs: dict[str, tuple[str, str]] = {}
    phrasal: dict[str, tuple[str, str, str]] = {}
    for kind, lemmas in data["verbs"].items():
        for lemma in lemmas if kind != "accuse" else ():
            first, _, particle = lemma.partition(" ")
            for form in verb_forms(first):
                if particle:
                    phrasal.setdefault(form, (particle, kind, lemma))
                else:
                    verbs.setdefault(form, (kind, lemma))
    return SpeechWords(
        verbs=verbs,
        phrasal=phrasal,
        accusing=frozenset(form for lemma in data["verbs"]["accuse"] for form in verb_forms(lemma)),
        said={form: lemma for lemma in data["nouns"]["said"] for form in noun_forms(lemma)},
        measured=frozenset(data["nouns"]["measured"]),
        adjuncts=frozenset(data["adjuncts"]["of_speaker"]),
        topics=frozenset(data["adjuncts"]["topics"]),
        kinds={word: kind for kind, words in data["kinds"].items() for word in words},
    )
