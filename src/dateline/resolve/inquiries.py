"""Where the violence was done that a state's prosecutors look into: at home ("**Italian** prosecutors opened an inquiry into blasts at **two depots**")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.deeds import DOER_SCORE
from dateline.resolve.participants import countries_of
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention

_LOOKS_INTO: Final = re.compile(r"\b(?:inquir|enquir|investigat|prob(?:e|ing)\b)", re.I)
_BY: Final = re.compile(r"\b(?:prosecutor|police|court|magistrate|judge|coroner|attorney general)", re.I)


def looked_into(raw: RawMention, one: Participant, phrase: Phrase | None, before: Sequence[ResolvedMention], here: Sequence[Sighting]) -> Participant:
    """What violence hit into which a state's prosecutors or police look, with their country where their sentence names no other place.

    Args:
        raw: the act of violence.
        one: a recipient of it.
        phrase: the recipient's phrase.
        before: the acts told before in the sentence.
        here: where the sentence names countries.
    """
    if raw.type != "ASSAULT" or raw.voice != "noun" or one.country is not None or phrase is None or phrase.form is not PhraseForm.NOMINAL:
        return one
    inquiry = next((a for a in before if a.raw.type == "ACCUSE" and _LOOKS_INTO.search(a.raw.trigger.text) and any(_BY.search(p.text) for p in a.actors)), None)
    own = countries_of(inquiry.actors) if inquiry else frozenset()
    if len(own) != 1 or any(s.start < phrase.mention.span.start and s.country not in own for s in here):
        return one
    return replace(one, country=next(iter(own)), score=DOER_SCORE, method="place")
