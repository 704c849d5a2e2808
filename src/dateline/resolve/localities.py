"""Where "local officials", "village elders" and "the provincial governor" are at home: where the story happens, whoever speaks or reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm

_PLACE: Final = words_of("resolve.localities.place")
_OF_REGION: Final = words_of("resolve.localities.of_region")
_PEOPLE: Final = words_of("resolve.localities.people")
#: Those who gather where the story is, by a lone noun.
_CROWD: Final = frozenset("protester protesters demonstrator demonstrators rioter rioters marcher marchers".split())
#: What stands behind a thing or people with where it is: "a mill **in the Andalusian village** of Branov".
_STANDS_IN: Final = re.compile(r" (?:in|at|near|outside) (?:a|an|the) (?:[a-z]+ ){0,2}([A-Z][\w-]+) (?:village|town|city|port|province|region|district|capital|countryside)\b")
_WORD: Final = re.compile(r"[a-z][a-z-]*")


def is_local(phrase: Phrase) -> bool:
    """Whether a phrase stands for the people or authorities of the place that is told of."""
    if phrase.form is not PhraseForm.NOMINAL:
        return False
    first, _, rest = phrase.mention.text.lower().partition(" ")
    if not rest or not all(_WORD.fullmatch(word) for word in rest.split()) or " of " in rest:
        return False
    return (first in _PLACE and phrase.head in _PEOPLE) or (first == "regional" and phrase.head in _OF_REGION)


def home(place: str | None, seen: Sequence[Sighting]) -> str | None:
    """The country of local people: that of the act's place, else the only one where their sentence says that something is.

    Args:
        place: the country of the act's place, where the text names it.
        seen: where the sentence names countries.
    """
    if place is not None:
        return place
    here = {s.country for s in seen if s.kind != "adjective" and (s.where == "in" or s.kind == "town")}
    return next(iter(here)) if len(here) == 1 else None


def is_crowd(phrase: Phrase) -> bool:
    """Whether a lone noun stands for those who demonstrate where the story is."""
    return phrase.form is PhraseForm.NOMINAL and phrase.mention.text.lower() in _CROWD


def where_crowd_is(phrase: Phrase, seen: Mapping[int, Sequence[Sighting]]) -> str | None:
    """The country where the sentence before says that something is, for a crowd in a sentence that names no state ("In **Yerevan**, thousands gathered")."""
    if any(s.kind != "body" for s in seen.get(phrase.sentence, ())):
        return None
    return home(None, seen.get(phrase.sentence - 1, ()))


def where_it_stands(phrase: Phrase, seen: Sequence[Sighting], text: str) -> str | None:
    """The country of the place that stands right behind a noun ("a mill in the **Andalusian** village of Branov")."""
    found = _STANDS_IN.match(text, phrase.mention.span.end) if phrase.form is PhraseForm.NOMINAL else None
    if found is None:
        return None
    return next((s.country for s in seen if s.kind == "adjective" and s.start <= found.start(1) and found.end(1) <= s.end), None)
