"""Persons whom a text names in full and then by the first name alone, as where people have no family names: "Abiy Ahmed ... **Abiy** agreed"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.types import Candidate, Phrase, PhraseForm

#: What a first name alone is read as where its own words do not tell whose it is.
_OPEN: Final = frozenset({"unknown", "ambiguous"})


def by_first_name(phrases: Sequence[Phrase], lookup: Lookup) -> dict[Phrase, Candidate]:
    """The phrases that are a first name alone, with the one known person whom the text named by it before.

    Args:
        phrases: the document's noun phrases.
        lookup: what a phrase refers to by its own words.
    """
    found: dict[Phrase, Candidate] = {}
    bearers: dict[str, set[str]] = {}
    known: dict[str, Candidate] = {}
    for phrase in phrases:
        if phrase.form is not PhraseForm.NAME:
            continue
        words = phrase.mention.text.split()
        if len(words) == 1:
            if len(bearers.get(words[0], ())) == 1 and words[0] in known and lookup(phrase).method in _OPEN:
                found[phrase] = known[words[0]]
            continue
        read = lookup(phrase)
        if read.method == "person" and read.chosen is not None and read.chosen.country and (first := read.chosen.entity.split()[:1]) and first[0] in words:
            known[first[0]] = read.chosen
            bearers.setdefault(first[0], set()).add(read.chosen.entity)
        else:
            for one, two in pairwise(words):
                if two[:1].isupper():
                    bearers.setdefault(one, set()).add(phrase.mention.text)
    return found
