"""Whom a number alone counts: of "the **Russian diplomats** are packing. Oslo expelled **ten**" ten are Russian, of "ambushed **Indian peacekeepers** and killed
**four**" four are Indian.

English leaves out the noun of a number that the sentence, or the one before, has named (Halliday and Hasan 1976, nominal ellipsis).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.natures import Lookup
from dateline.types import Phrase, PhraseForm

_NUMBERS: Final = words_of("resolve.countedalone.numbers")


def is_number(phrase: Phrase) -> bool:
    """Whether a phrase is a number without a noun."""
    word = phrase.head
    return phrase.form is PhraseForm.NOMINAL and " " not in phrase.mention.text and (word in _NUMBERS or word.replace(",", "").isdigit())


def counted(phrase: Phrase, phrases: Mapping[int, Sequence[Phrase]], lookup: Lookup) -> Phrase | None:
    """The plural that a number alone counts: the last before it that says of which country its members are and does nothing in the same sentence.

    Args:
        phrase: the number's phrase.
        phrases: all phrases, by sentence.
        lookup: what a phrase refers to by its own words.
    """
    start = phrase.mention.span.start
    for sentence in (phrase.sentence, phrase.sentence - 1):
        before = [p for p in phrases.get(sentence, ()) if p.plural and p.form is PhraseForm.NOMINAL and p.mention.span.end <= start]
        fitting = [p for p in before if not (p.subject and sentence == phrase.sentence) and _country(p, lookup)]
        if fitting:
            return max(fitting, key=lambda p: p.mention.span.end)
    return None


def _country(phrase: Phrase, lookup: Lookup) -> str | None:
    found = lookup(phrase)
    return found.chosen.country if found.chosen is not None else None
