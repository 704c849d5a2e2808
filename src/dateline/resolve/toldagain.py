"""Whose somebody is whom a text tells again by a bare noun for a person: "a **Kenyan** priest was abducted ... the rebels set **the man** free".

A text introduces people who are nobody's officers with their nationality, and afterwards calls them by a noun that says nothing of them (Halliday and Hasan
1976, general nouns). It is they as long as the nearest sentence that introduces people of the same number tells of one state's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.ontology.inflect import singular
from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.anaphora.words import is_human
from dateline.resolve.belonging import BODIES
from dateline.types import Phrase, PhraseForm

_AGAIN: Final = words_of("resolve.toldagain.again")
_NUMBERS: Final = {"two": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "six": 6}
_THE: Final = re.compile(r"\b[Tt]he (?:(?:two|three|four|five|six) )?$")
_PLAIN: Final = re.compile(r"(?:[a-z-]+ ){0,2}[a-z-]+")
#: Before somebody of whom the text has not told yet: one, or so many.
_ONE: Final = re.compile(r"\b(?:an?|another|one) $", re.I)
_TO_TWELVE: Final = r"\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many"
_SOME: Final = re.compile(rf"\b(?:{_TO_TWELVE}|\w+teen|twenty|thirty|forty|fifty|dozen|dozens of|hundreds of) $", re.I)
#: The same within the phrase.
_COUNTED: Final = re.compile(rf"(?:{_TO_TWELVE}) ", re.I)
#: Before a phrase as many characters at most.
_FEW: Final = 16
#: Sentences back in which they may be introduced.
_BACK: Final = 2
#: How somebody known is read by his name.
_NAMED: Final = frozenset({"person", "surname"})


def introduction(phrase: Phrase, phrases: Mapping[int, Sequence[Phrase]], lookup: Lookup, text: str) -> Phrase | None:
    """The phrase that introduced with their nationality those whom a bare noun tells again, or ``None``.

    Args:
        phrase: the bare noun with "the".
        phrases: all phrases, by sentence.
        lookup: what a phrase refers to by its own words.
        text: the canonical text.
    """
    if not _tells_again(phrase, text):
        return None
    start, number = phrase.mention.span.start, _number(phrase, text)
    several = phrase.plural or number is not None
    for sentence in range(phrase.sentence, phrase.sentence - _BACK - 1, -1):
        before = [p for p in phrases.get(sentence, ()) if p.end <= start]
        told = list(_introduced(before, text, several=several))
        if not told:
            if not several and any(p.form is PhraseForm.NAME and lookup(p).method in _NAMED for p in before):
                return None
            continue
        codes = {chosen.country if (chosen := lookup(p).chosen) else None for p in told}
        one = told[-1]
        if len(codes) > 1 or not codes.isdisjoint({None, *BODIES}) or number not in {None, _number(one, text), None if _number(one, text) else number}:
            return None
        return one
    return None


def _tells_again(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is a general noun for people with "the" and without anything that says who they are."""
    span = phrase.mention.span
    if phrase.form is not PhraseForm.NOMINAL or phrase.head not in _AGAIN or _PLAIN.fullmatch(phrase.mention.text) is None:
        return False
    return phrase.end == span.end and _THE.search(text, max(0, span.start - _FEW), span.start) is not None


def _introduced(phrases: Sequence[Phrase], text: str, *, several: bool) -> Iterator[Phrase]:
    """The phrases that tell of somebody, or of so many people, for the first time."""
    for one in phrases:
        if one.form is PhraseForm.PRONOUN or one.plural is not several or not is_human(singular(one.head)):
            continue
        start = one.extended.start if one.extended else one.mention.span.start
        lead = _SOME if several else _ONE
        spans = {start, one.mention.span.start}
        if any(lead.search(text, max(0, at - _FEW), at) or lead.search(text[at : one.mention.span.start]) for at in spans) or (several and _COUNTED.match(text, start)):
            yield one


def _number(phrase: Phrase, text: str) -> int | None:
    """How many people a phrase says that it is of."""
    if phrase.head in _NUMBERS:
        return _NUMBERS[phrase.head]
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    words = text[max(0, start - _FEW) : phrase.mention.span.end].lower().split()
    return next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
