"""Where "local officials", "village elders" and "the provincial governor" are at home: where the story happens, whoever speaks or reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import pattern_of, words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm, Sentence, Span

_PLACE: Final = words_of("resolve.localities.place")
_OF_REGION: Final = words_of("resolve.localities.of_region")
_PEOPLE: Final = words_of("resolve.localities.people")
#: What a report calls the place that it is written from ("shelled **this border town**").
_HERE: Final = words_of("resolve.localities.here")
_THIS: Final = "this "
_THIS_PLACE: Final = re.compile(rf"\b[Tt]his (?:[a-z-]+ ){{0,3}}(?:{pattern_of('resolve.localities.here')})\b")
#: Those who gather where the story is, by a lone noun.
_CROWD: Final = frozenset("protester protesters demonstrator demonstrators rioter rioters marcher marchers".split())
#: What stands behind a thing or people with where it is: "a mill **in the Andalusian village** of Branov".
_STANDS_IN: Final = re.compile(r" (?:in|at|near|outside) (?:a|an|the) (?:[a-z]+ ){0,2}([A-Z][\w-]+) (?:village|town|city|port|province|region|district|capital|countryside)\b")
_WORD: Final = re.compile(r"[a-z][a-z-]*")
#: A state's own bodies, and words before them by which they are those of others than the state in whose capital they are.
ORGANS: Final = words_of("resolve.localities.organs")
_OF_OTHERS: Final = words_of("resolve.localities.of_others")
_FOREIGN: Final = re.compile(r"foreign (?!ministry|office|affairs)")
#: Before a capital that opens a sentence or clause.
_FRONT: Final = re.compile(r"(?:\b(?:In|From)|(?:[;:]|,? (?:and|but|while|whereas)) (?:in|from)) $")
#: A body right before the capital where it sits.
_SITS: Final = re.compile(rf"\b(?:{'|'.join(sorted(ORGANS | words_of('resolve.localities.sitting')))}) in $")
_SEATS: Final = frozenset({"capital", "town"})


def is_local(phrase: Phrase) -> bool:
    """Whether a phrase stands for the people or authorities of the place that is told of."""
    if phrase.form is not PhraseForm.NOMINAL:
        return False
    first, _, rest = phrase.mention.text.lower().partition(" ")
    if not rest or not all(_WORD.fullmatch(word) for word in rest.split()) or " of " in rest:
        return False
    return (first in _PLACE and phrase.head in _PEOPLE) or (first == "regional" and phrase.head in _OF_REGION)


def is_this(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is the town or state from which a report with a dateline is written ("KILIS, Turkey - Rockets hit **this frontier town**")."""
    start = phrase.mention.span.start
    return phrase.form is PhraseForm.NOMINAL and phrase.head in _HERE and text[max(0, start - len(_THIS)) : start].lower() == _THIS


def with_here(seen: list[Sighting], home: str, sentences: Sequence[Sentence], text: str) -> list[Sighting]:
    """The sightings of a report with those where it calls the place that it is written from "**this town**", in sentences that do not name its state.

    Args:
        seen: the sightings, in text order.
        home: the state of the dateline.
        sentences: the document's sentences.
        text: the canonical text.
    """
    if "his " not in text:
        return seen
    told = {s.sentence for s in seen if s.country == home}
    new = [
        Sighting(home, s.index, s.span.start + m.start(), s.span.start + m.end(), "town", "in", m.group().lower())
        for s in sentences if s.index not in told for m in _THIS_PLACE.finditer(s.text)
    ]  # fmt: skip
    return sorted([*seen, *new], key=lambda s: s.start) if new else seen


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


def seat_in_front(phrase: Phrase, seen: Sequence[Sighting], subjects: Sequence[Span], text: str) -> str | None:
    """The state of the capital or town that opens a sentence, or in which a body of it sits, for the bare bodies of a state that act in it ("**In Ankara** the
    cabinet met, and **the army** fired", "after the parliament **in Dushanbe** had voted, **the army** crossed").

    Args:
        phrase: a phrase.
        seen: where its sentence names countries.
        subjects: the subjects of its sentence; a state that acts in between takes over.
        text: the document.
    """
    words = phrase.mention.text.lower()
    if phrase.form is not PhraseForm.NOMINAL or not phrase.subject or phrase.head not in ORGANS or not all(_WORD.fullmatch(word) for word in words.split()):
        return None
    if not _OF_OTHERS.isdisjoint(words.split()) or _FOREIGN.match(words):
        return None
    start, end = phrase.mention.span.start, phrase.end
    before = [s for s in seen if s.end <= start]
    fronts = [s for s in before if s.kind in _SEATS and (_FRONT.search(near := text[max(0, s.start - 24) : s.start]) or _SITS.search(near))]
    if not fronts or fronts[-1].country in BODIES:
        return None
    own = any((s.start < end and start < s.end) or (phrase.extended is not None and phrase.extended.start <= s.start < end) for s in seen)
    acting = any(span.start <= s.start < span.end for s in before if s.start > fronts[-1].start for span in subjects)
    return None if own or acting else fronts[-1].country
