"""Of whom something is asked: "it accused Canberra of meddling and demanded that **it** lift the ban" asks nothing of whoever demands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, ResolvedMention

#: Score of the country of whom something is asked.
ASKED_SCORE: Final = 0.6

_ASKS: Final = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|request(?:s|ed|ing)?|order(?:s|ed|ing)?|ask(?:s|ed|ing)?|requir(?:es?|ed|ing)|urg(?:es?|ed|ing)|direct(?:s|ed|ing)?) (?:\w+ly )?that $"
)
#: Longest words before the pronoun (code points).
_BEFORE: Final = 40


def is_asked(phrase: Phrase, text: str) -> bool:
    """Whether a pronoun is of whom somebody else asks or demands something."""
    if phrase.form is not PhraseForm.PRONOUN:
        return False
    start = phrase.mention.span.start
    return _ASKS.search(text[max(0, start - _BEFORE) : start]) is not None


def of_whom(one: Participant, phrase: Phrase | None, sentence: int, before: ResolvedMention | None, text: str) -> Participant:
    """A pronoun of whom something is asked with the country of whom the act before in its sentence is done to, where it has the asker's or none.

    Args:
        one: a party.
        phrase: its phrase.
        sentence: the act's sentence.
        before: the act before.
        text: the document's text.
    """
    if phrase is None or before is None or before.raw.sentence.index != sentence or not is_asked(phrase, text):
        return one
    askers, others = countries_of(before.actors), countries_of(before.recipients)
    if len(others) != 1 or others & askers or one.country not in {None, *askers}:
        return one
    return replace(one, entity=None, country=next(iter(others)), score=ASKED_SCORE, method="asked", candidates=())
