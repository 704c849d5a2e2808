"""Whose somebody is of whom a clause put in front tells: the subject's of the main clause, "**Its consulate** set alight by a crowd, **Italy** asked for guards",
"Stung by the arrest of **its consul**, **Poland** recalled its envoy".

A participle or absolute clause has no subject of the main clause's own rank, so that its possessive looks forward to that subject (Kortmann 1991).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.types import Phrase, PhraseForm, Sentence, Span

_OPENS: Final = re.compile(r"[\W_]*(?:(?:With\s+)?(?:its|their|his|her)\s|[A-Z][a-z]+(?:ed|en|un[gk]|own)\s+(?:by|of|from|in|at|over)\s)", re.I)
_FINITE: Final = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|did|does|do|could|should|may|might|must|can|said|says)\b")
_TELLS: Final = re.compile(r"\s+(?:has |have |had )?(?:said|says|say|announced|confirmed|reported|declared|stated|claimed|admitted)\b")
_POSSESSIVES: Final = frozenset({"its", "their", "his", "her"})


def owners_ahead(
    phrases: Sequence[Phrase], subjects: Mapping[int, Sequence[Phrase]], sentences: Sequence[Sentence], lookup: Lookup, text: str
) -> dict[Span, Phrase]:
    """Whose phrases with a possessive in a clause put in front are, by their spans.

    Args:
        phrases: all phrases.
        subjects: the subjects of each sentence.
        sentences: the sentences.
        lookup: what a phrase refers to by its own words.
        text: the document's text.
    """
    mains = {sentence.index: main for sentence in sentences if (main := _main(sentence, subjects.get(sentence.index, ()), lookup, text)) is not None}
    found: dict[Span, Phrase] = {}
    for phrase in phrases if mains else ():
        main = mains.get(phrase.sentence)
        if main is None or phrase.extended is None or phrase.mention.span.end > main.mention.span.start:
            continue
        if text[phrase.extended.start : phrase.mention.span.start].partition(" ")[0].lower() in _POSSESSIVES:
            found[phrase.mention.span] = main
    return found


def _main(sentence: Sentence, subjects: Sequence[Phrase], lookup: Lookup, text: str) -> Phrase | None:
    """The state that is the subject of the main clause behind a participle or absolute clause with a possessive."""
    if _OPENS.match(sentence.text) is None:
        return None
    main = next((p for p in subjects if p.form is PhraseForm.NAME and re.search(r",\s(?:the\s)?$", text[sentence.span.start : p.mention.span.start])), None)
    if main is None or _FINITE.search(text, sentence.span.start, main.mention.span.start) or _TELLS.match(text, main.mention.span.end):
        return None
    found = lookup(main).chosen
    return main if found is not None and found.country else None
