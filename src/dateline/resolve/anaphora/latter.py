"""Which of two "the latter" and "the former" are: the last and the first of the parties named right before ("Macron met Saied in Tunis. **The latter** ...")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.types import Phrase, PhraseForm

_WORDS: Final = frozenset({"latter", "former"})
#: Before the name of a place that is no party, and behind the name of an owner.
_PLACED: Final = re.compile(r"\b(?:in|at|near|from|outside|around|over|on|through|via)\s+(?:the\s+)?$", re.I)
_OWNER: Final = re.compile(r"['\u2019]")
#: How far before a name such a word is looked for (code points).
_BEFORE: Final = 16
#: Of so many parties one is the latter.
_TWO: Final = 2


def of_two(phrase: Phrase, phrases: Mapping[int, Sequence[Phrase]], lookup: Lookup, text: str) -> Phrase | None:
    """The name for which "the latter" or "the former" stands; nothing where the sentence and the one before name no two parties of different countries, or
    where it may be a name that nobody knows.

    Args:
        phrase: the phrase.
        phrases: all phrases, by sentence.
        lookup: what a phrase refers to by its own words.
        text: the document's text.
    """
    if phrase.form is not PhraseForm.NOMINAL or phrase.mention.text.lower() not in _WORDS:
        return None
    start, first = phrase.mention.span.start, phrase.mention.text.lower() == "former"
    for sentence in (phrase.sentence, phrase.sentence - 1):
        named = _parties([p for p in phrases.get(sentence, ()) if p.mention.span.end <= start], lookup, text)
        codes = list(dict.fromkeys(code for _, code in named))
        if len(codes) < _TWO:
            continue
        if first:
            named = [one for one in named if one[1] == codes[-_TWO]]
        last, code = named[-1]
        return last if code else None
    return None


def _parties(phrases: Sequence[Phrase], lookup: Lookup, text: str) -> list[tuple[Phrase, str | None]]:
    """The names among phrases that are of somebody who may act, in their order, with the country of each as far as it is known."""
    found: list[tuple[Phrase, str | None]] = []
    end = 0
    for one in sorted(phrases, key=lambda p: (p.mention.span.start, -p.mention.span.end)):
        span = one.mention.span
        placed = _PLACED.search(text[max(0, span.start - _BEFORE) : span.start]) or _OWNER.match(text, span.end)
        if one.form is PhraseForm.PRONOUN or span.start < end or placed:
            continue
        chosen = lookup(one).chosen
        if one.form is PhraseForm.NAME or (chosen is not None and chosen.country):
            found.append((one, chosen.country if chosen else None))
            end = span.end
    return found
