"""Persons whom a text introduces with their nationality, or with whom they serve: "Cheng Lei, **an Australian anchor**, was detained in Beijing ...
**Cheng** was freed"; "said Kofi Mensah, **a spokesman for the Ghanaian navy**"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.anaphora.words import is_human
from dateline.resolve.belonging import BODIES
from dateline.resolve.phraseparts import ABROAD
from dateline.types import Candidate, Phrase, PhraseForm

#: Score of a nationality that stands behind a name.
INTRODUCED_SCORE: Final = 0.8
_AN: Final = re.compile(r",\s+(?:an?|the|then an?)\s+(?:\d+-year-old\s+)?")
_IN: Final = re.compile(r"\b(?:in|at|near|from|to|into|outside|around|through)\s+$")
#: Ties an office to whom its holder serves, beyond what the noun phrase holds ("an adviser **to the** president of Togo").
_SERVES: Final = re.compile(r"\s+(?:of|for|to|with|at)\s+(?:the\s+)?")
_FOR: Final = re.compile(r"^[\w -]+?\s(?:of|for|with)\s", re.I)
_SPOKES: Final = "spokes"
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
    served = {one: two for one, two in pairwise(phrases) if one in nouns.values() and _serves(one, two, text)} if nouns else {}
    found: dict[Phrase, Candidate] = {}
    whole: dict[str, Candidate] = {}
    last: dict[str, Candidate | None] = {}
    for phrase in phrases if nouns else ():
        if phrase.form is not PhraseForm.NAME:
            continue
        words = phrase.mention.text.split()
        told = _nationality(phrase, nouns, lookup) or _served(phrase, nouns, served, lookup) or whole.get(phrase.mention.text)
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


def _serves(noun: Phrase, other: Phrase, text: str) -> bool:
    """Whether a phrase names whom the holder of an office serves: within the noun's own phrase, or right behind it, not the state that an envoy is sent to."""
    if noun.head in ABROAD or other.form is PhraseForm.PRONOUN or not is_human(noun.head):
        return False
    if other.mention.span.end <= noun.mention.span.end:
        return _FOR.match(text[noun.mention.span.start : other.mention.span.start]) is not None
    link = _SERVES.match(text, noun.mention.span.end)
    return link is not None and link.end() == other.mention.span.start


def _served(phrase: Phrase, nouns: dict[Phrase, Phrase], served: dict[Phrase, Phrase], lookup: Lookup) -> Candidate | None:
    """Country and sector of the ministry, force or office that an unknown person behind whose name it stands serves; of a body, of its spokesmen alone."""
    noun = nouns.get(phrase)
    whom = served.get(noun) if noun is not None else None
    own = lookup(phrase).chosen
    read = lookup(whom).chosen if whom is not None else None
    if noun is None or read is None or not read.country or (own and own.country):
        return None
    if read.country in BODIES and not noun.head.startswith(_SPOKES):
        return None
    return Candidate("", read.country, read.sectors, INTRODUCED_SCORE)
