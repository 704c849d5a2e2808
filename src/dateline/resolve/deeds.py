"""Whose the violence is that somebody condemns: "Shells from Armenia hit the post. Baku condemned **the attack**" is Baku's word on Armenia."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, ResolvedMention

#: Score of the country of who did a deed.
DOER_SCORE: Final = 0.6
_DEEDS: Final = words_of("resolve.deeds.deeds")
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those|such)\s+$", re.I)
#: How many sentences back the deed may be told.
_REACH: Final = 2


def is_deed(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is a definite noun without a name for violence of which the text has told ("**the raid**")."""
    start = phrase.mention.span.start
    bare = phrase.form is PhraseForm.NOMINAL and phrase.mention.text.islower() and "'" not in phrase.mention.text
    return bare and phrase.head in _DEEDS and _DEFINITE.search(text[max(0, start - 8) : start]) is not None


class Deeds:
    """Remembers who did the last violent act of a text, while its acts are settled in text order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: tuple[int, str] | None = None

    def note(self, resolved: ResolvedMention) -> None:
        """Remembers an act, where it is violence of one country."""
        doers = countries_of(resolved.actors)
        if resolved.raw.type == "ASSAULT" and len(doers) == 1:
            self._last = resolved.raw.sentence.index, next(iter(doers))

    def condemned(self, one: Participant, phrase: Phrase | None, by: Sequence[Participant]) -> Participant:
        """A deed that is condemned ``by`` somebody with the country of who did it: whoever did the last violent act, unless that one condemns it."""
        if one.country is not None or phrase is None or self._last is None or not is_deed(phrase, self._text):
            return one
        at, doer = self._last
        if phrase.sentence - at > _REACH or doer in countries_of(by):
            return one
        return replace(one, country=doer, score=DOER_SCORE, method="doer")
