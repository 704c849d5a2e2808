"""Whose somebody is: "Moscow, **whose troops** crossed the river", "ECOWAS ... **the bloc's parliament**"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm, Span

OPPOSED: Final = words_of("resolve.owners.opposed")
#: Ways in which a phrase's own words tell where somebody is rather than whose it is ("whose negotiators in Havana").
UNSURE: Final = frozenset({"extended", "complement"})
_STAFF: Final = words_of("resolve.owners.staff")
#: Nouns by which a text speaks of a body of several states again, before one of its organs ("the **alliance's** secretary general").
_ORGAN: Final = re.compile(
    r"(?:(?:world|regional|trade|military|defence|defense|economic|security) )?(?:bloc|alliance|grouping|body|organi[sz]ation|union|league|forum|community|pact)['’]s? ", re.I
)
#: Codes of bodies of which states are members.
_OF_STATES: Final = BODIES - {"MNC", "IMG", "NGO"}
#: Sentences back in which the body may be named.
_BACK: Final = 4
_WHOSE: Final = re.compile(r"(?:,|\s[-–—])?\s+whose\b")


def is_staff(phrase: Phrase) -> bool:
    """Whether a phrase is of those who work for a body ("its researcher"), so that they are its own."""
    return phrase.form is PhraseForm.NOMINAL and phrase.head in _STAFF


def body_of_organ(phrase: Phrase, by_sentence: Mapping[int, Sequence[Sighting]]) -> str | None:
    """The body of several states of which a phrase is an organ ("the bloc's foreign ministers"): the last that the text named."""
    if phrase.form is PhraseForm.PRONOUN or _ORGAN.match(phrase.mention.text) is None:
        return None
    start, sentence = phrase.mention.span.start, phrase.sentence
    near = [s for at in range(sentence - _BACK, sentence + 1) for s in by_sentence.get(at, ())]
    before = [s for s in near if s.kind == "body" and s.country in _OF_STATES and s.end <= start]
    return max(before, key=lambda s: s.start).country if before else None


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
