"""Persons whom a text introduces with their nationality: "Cheng Lei, **an Australian anchor**, was detained in Beijing ... **Cheng** was freed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.anaphora.words import is_human
from dateline.resolve.belonging import BODIES
from dateline.types import Candidate, Phrase, PhraseForm

#: Score of a nationality that stands behind a name.
INTRODUCED_SCORE: Final = 0.8
_AN: Final = re.compile(r",\s+(?:an?|the|then an?)\s+(?:\d+-year-old\s+)?")
_IN: Final = re.compile(r"\b(?:in|at|near|from|to|into|outside|around|through)\s+$")
#: Sectors by which a noun is a person's that no ending tells ("anchor").
_PERSONS: Final = frozenset({"CVL", "JRN"})
#: Ways in which one word of a name is read where nobody is known by it.
_UNKNOWN: Final = frozenset({"place", "unknown", "ambiguous"})


def introduced(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> dict[Phrase, Candidate]:
    """The full names of unknown persons behind which their nationality stands, and later their family names alone.

    Args:
        phrases: the document's noun phrases in text order.
        text: the canonical text.
        lookup: what a phrase refers to by its own words.
    """
    nouns = {one: two for one, two in pairwise(phrases) if _tells(one, two, text)}
    found: dict[Phrase, Candidate] = {}
    whole: dict[str, Candidate] = {}
    last: dict[str, Candidate | None] = {}
    for phrase in phrases if nouns else ():
        if phrase.form is not PhraseForm.NAME:
            continue
        words = phrase.mention.text.split()
        told = _nationality(phrase, nouns, lookup) or whole.get(phrase.mention.text)
        if len(words) > 1:
            last[words[0]] = last[words[-1]] = told
            if told is not None:
                found[phrase] = whole[phrase.mention.text] = told
        elif (known := last.get(words[0])) and lookup(phrase).method in _UNKNOWN and not _IN.search(text[max(0, phrase.mention.span.start - 9) : phrase.mention.span.start]):
            found[phrase] = known
    return found


def _tells(name: Phrase, noun: Phrase, text: str) -> bool:
    """Whether a noun stands in apposition behind a name."""
    if name.form is not PhraseForm.NAME or noun.form is not PhraseForm.NOMINAL or noun.plural:
        return False
    comma = _AN.match(text, name.mention.span.end)
    return comma is not None and comma.end() == noun.mention.span.start


def _nationality(phrase: Phrase, nouns: dict[Phrase, Phrase], lookup: Lookup) -> Candidate | None:
    """Country and sector that the noun behind an unknown name tells."""
    noun, own = nouns.get(phrase), lookup(phrase).chosen
    read = lookup(noun) if noun is not None and not (own and own.country) else None
    if noun is None or read is None or read.chosen is None or not read.chosen.country or read.chosen.country in BODIES:
        return None
    if read.method == "thing":
        return Candidate("", read.chosen.country, ("CVL",), INTRODUCED_SCORE) if lookup(phrase).method == "unknown" else None
    person = read.method == "composition" and (is_human(noun.head) or bool(_PERSONS.intersection(read.chosen.sectors[:1])))
    return Candidate("", read.chosen.country, read.chosen.sectors, INTRODUCED_SCORE) if person else None
