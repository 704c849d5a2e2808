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
#: Those who work for a body and are not states or people whom it serves.
_STAFF: Final = frozenset(
    """researcher researchers spokesman spokeswoman spokesperson director chief head secretary-general president chairman chairwoman chair staff
    worker workers employee employees official officials envoy envoys representative representatives monitors observers inspectors investigators
    lawyer lawyers peacekeepers soldiers troops forces analyst analysts""".split()
)
_WHOSE: Final = re.compile(r"(?:,|\s[-–—])?\s+whose\b")


def is_staff(phrase: Phrase) -> bool:
    """Whether a phrase is of those who work for a body ("its researcher"), so that they are its own."""
    return phrase.form is PhraseForm.NOMINAL and phrase.head in _STAFF


def owners_of_whose(phrases: Sequence[Phrase], text: str) -> dict[Span, Phrase]:
    """Whose a phrase is that "whose" opens, by its span: the phrase right before, or the longer one that this one ends ("a man in Peru, whose ...")."""
    found: dict[Span, Phrase] = {}
    if " whose " not in text:
        return found
    for phrase in phrases:
        start = phrase.extended.start if phrase.extended else phrase.mention.span.start
        if text[start : start + 6] != "whose ":
            continue
        nouns = [p for p in phrases if p.sentence == phrase.sentence and p.form is not PhraseForm.PRONOUN and p.mention.span.end < start]
        last = next((p for p in nouns if (opens := _WHOSE.match(text, p.mention.span.end)) and opens.end() == start + 5), None)
        if last is not None:
            found[phrase.mention.span] = min((p for p in nouns if _holds(p, last.mention.span)), key=lambda p: p.mention.span.start)
    return found


def _holds(phrase: Phrase, span: Span) -> bool:
    return phrase.mention.span.contains(span) or (phrase.extended is not None and phrase.extended.contains(span))
