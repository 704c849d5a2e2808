"""Who goes on speaking: "**The representative of Peru** said that rebels had killed two men. **She** called on Chile to help." in the summary of a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.types import Document, Phrase, PhraseForm

_ONE: Final = frozenset({"he", "she"})
#: Those who speak for a state or body in its meetings, as summaries of these name them.
_DELEGATES: Final = words_of("resolve.floorkept.delegates")
#: So many sentences one speaker goes on, at most.
_FARTHEST: Final = 8


def speaker_before(phrase: Phrase, subjects: Mapping[int, Sequence[Phrase]], document: Document) -> Phrase | None:
    """The delegate who opens a sentence of the paragraph before "he" or "she" opens another, with nobody else opening one between.

    Args:
        phrase: the pronoun.
        subjects: the subjects of each sentence.
        document: the document.
    """
    if phrase.form is not PhraseForm.PRONOUN or phrase.mention.text.lower() not in _ONE or next(iter(subjects.get(phrase.sentence, ())), None) != phrase:
        return None
    block, first = document.block_of(phrase.mention.span), phrase.mention.text.lower()
    for sentence in range(phrase.sentence - 1, phrase.sentence - 1 - _FARTHEST, -1):
        opening = next(iter(subjects.get(sentence, ())), None)
        if opening is None or document.block_of(opening.mention.span) != block:
            return None
        if opening.form is PhraseForm.PRONOUN and opening.mention.text.lower() == first:
            continue
        return opening if opening.head in _DELEGATES and not opening.plural else None
    return None
