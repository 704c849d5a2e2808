"""Whose somebody is: "Moscow, **whose troops** crossed the river"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.types import Phrase, PhraseForm, Span

#: Nouns for those who are of another country than the one whose they are.
OPPOSED: Final = frozenset(
    """enemy enemies rival rivals foe foes ally allies neighbour neighbours neighbor neighbors captor captors killer killers host hosts
    guest guests partner partners counterpart counterparts opponent opponents adversary adversaries occupiers""".split()
)
#: Ways in which a phrase's own words tell where somebody is rather than whose it is ("whose negotiators in Havana").
UNSURE: Final = frozenset({"extended", "complement"})
_WHOSE: Final = re.compile(r"(?:,|\s[-–—])?\s+whose\b")


def owners_of_whose(phrases: Sequence[Phrase], text: str) -> dict[Span, Phrase]:
    """The phrase right before "whose" by the span of the phrase that "whose" opens; the longest, where several end there."""
    found: dict[Span, Phrase] = {}
    if " whose " not in text:
        return found
    for phrase in phrases:
        start = phrase.extended.start if phrase.extended else phrase.mention.span.start
        if text[start : start + 6] != "whose ":
            continue
        before = [p for p in phrases if p.sentence == phrase.sentence and p.form is not PhraseForm.PRONOUN and _ends_at(p, text, start)]
        if before:
            found[phrase.mention.span] = min(before, key=lambda p: p.mention.span.start)
    return found


def _ends_at(phrase: Phrase, text: str, start: int) -> bool:
    """Whether a phrase, with its of-phrase or without, ends right before the "whose" at an offset."""
    ends = {phrase.mention.span.end, phrase.extended.end if phrase.extended else phrase.mention.span.end}
    return any(end < start and (opens := _WHOSE.match(text, end)) is not None and opens.end() == start + 5 for end in ends)
