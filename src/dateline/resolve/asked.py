"""Of whom something is asked: "it accused Canberra of meddling and demanded that **it** lift the ban" asks nothing of whoever demands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, ResolvedMention

#: Score of the country of whom something is asked.
ASKED_SCORE: Final = 0.6

_ASKS: Final = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|request(?:s|ed|ing)?|order(?:s|ed|ing)?|ask(?:s|ed|ing)?|requir(?:es?|ed|ing)|urg(?:es?|ed|ing)|direct(?:s|ed|ing)?) (?:\w+ly )?that $"
)
#: Pronouns for a state or several; he may be the asker's countryman.
_STATES: Final = frozenset({"it", "they"})
#: Longest words before the pronoun (code points).
_BEFORE: Final = 40


def is_asked(phrase: Phrase, text: str) -> bool:
    """Whether a pronoun is of whom somebody else asks or demands something."""
    if phrase.form is not PhraseForm.PRONOUN:
        return False
    start = phrase.mention.span.start
    return _ASKS.search(text[max(0, start - _BEFORE) : start]) is not None


def of_whom(
    one: Participant, phrase: Phrase | None, role: str, other: Sequence[Participant], before: Sequence[ResolvedMention], text: str
) -> Participant:
    """A pronoun of whom something is asked with the country to whom the asker's act before in the sentence was done, where it has the asker's or none.

    Args:
        one: a party.
        phrase: its phrase.
        role: its side.
        other: the parties of the other side, who ask where it is the recipients'.
        before: the acts of the sentence before, the last one first.
        text: the document's text.

    Returns:
        The party, as it was where no other is told.
    """
    if phrase is None or not is_asked(phrase, text):
        return one
    if phrase.mention.text.lower() not in _STATES:
        return one  # "demanded that he go" may be said of one's own president
    askers = countries_of(other) if role == "recipients" else frozenset()
    for act in before:
        acting, others = countries_of(act.actors), countries_of(act.recipients)
        if len(others) == 1 and acting and not others & (acting | askers) and acting >= askers and one.country in {None, *acting}:
            return replace(one, entity=None, country=next(iter(others)), score=ASKED_SCORE, method="asked", candidates=())
    return one
