"""Whom the violence hit of which a text has told: "Shells hit the post near Gandja" and whom "**the shelling**" killed is at home where the post is.

Whose the deed is that somebody condemns, :mod:`dateline.resolve.judged` says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.participants import countries_of
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention

#: Score of the country where a deed was done.
DOER_SCORE: Final = 0.6
_DEEDS: Final = words_of("resolve.deeds.deeds")
_TOLD: Final = re.compile(r"\b(?:the|this|that|these|those)\s+(?:[a-z-]+\s+){0,2}?([a-z]+)\b")
#: How many sentences back the deed may be told.
_REACH: Final = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """Violence that the text has told: where, whether by a place, and by which word."""

    sentence: int
    country: str
    placed: bool
    stem: str


class Deeds:
    """Remembers the violent acts of a text, while its acts are settled in text order."""

    def __init__(self) -> None:
        self._told: list[_Told] = []

    def note(self, resolved: ResolvedMention) -> None:
        """Remembers an act, where it is violence in or against one country."""
        place = resolved.place.country if resolved.place else None
        codes = frozenset({place}) if place else countries_of(resolved.recipients)
        if resolved.raw.type == "ASSAULT" and len(codes) == 1:
            self._told.append(_Told(resolved.raw.sentence.index, next(iter(codes)), place is not None, _stem(resolved.raw.trigger.text)))

    def hit(self, one: Participant, raw: RawMention, phrase: Phrase | None, here: Sequence[Sighting]) -> Participant:
        """Whom or what violence hit of which the sentences before told, with the country where it was done, as long as the sentence names none.

        Args:
            one: a recipient of the act.
            raw: the act.
            phrase: the recipient's phrase.
            here: where the act's sentence names countries.
        """
        if raw.type != "ASSAULT" or one.country is not None or phrase is None or phrase.form is PhraseForm.PRONOUN:
            return one
        start, at = phrase.mention.span.start, raw.sentence.index
        before = [told for told in reversed(self._told) if 0 < at - told.sentence <= _REACH]
        noun = _noun_told(raw, phrase) if before and not any(s.end <= start for s in here) else None
        if noun is None:
            return one
        told = max(before, key=lambda deed: (deed.stem == _stem(noun), deed.placed))
        return replace(one, country=told.country, score=DOER_SCORE, method="place")


def _noun_told(raw: RawMention, phrase: Phrase) -> str | None:
    """The noun for a deed already told: "**the strikes** on Haris", "two clerks were killed in **the blast**"."""
    base, text = raw.sentence.span.start, raw.sentence.text
    found = [m for m in _TOLD.finditer(text[:1].lower() + text[1:]) if m[1] in _DEEDS]
    if phrase.form is PhraseForm.NAME:
        found = [m for m in found if base + m.end(1) == raw.trigger.span.end]
    elif phrase.mention.text[:1].isupper():
        return None
    return found[0][1] if found else None


def _stem(words: str) -> str:
    """The last word of a deed, of its plural too."""
    return words.rpartition(" ")[2].lower().removesuffix("s")
