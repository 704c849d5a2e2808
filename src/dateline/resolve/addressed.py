"""Whose an office is that speaks to a parliament: "the deputy prime minister told **the House of Commons**", "the minister told lawmakers **in Tokyo**"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.sightings import Sighting
from dateline.types import Candidate, Phrase, PhraseForm

_TOLD: Final = re.compile(r"(?:,\s[^,.;:]{3,70},)?\s+(?:has\s+|had\s+)?(?:told|informed|assured|briefed|addressed|reminded)\s+(?:a\s+session\s+of\s+)?(?:the\s+)?")
_HOUSE: Final = re.compile(r"(?:parliament|lawmakers|legislators|MPs|senators|deputies|parliamentarians)\s+in\s+")
#: Kinds of sighting that tell where a parliament sits.
_SEATS: Final = frozenset({"capital", "town", "country"})


def state_of_house(phrase: Phrase | None, text: str, named: Iterable[tuple[Phrase, Candidate]], here: Sequence[Sighting]) -> str | None:
    """The state whose parliament somebody of no known country speaks to; foreign guests are named with their country.

    Args:
        phrase: who speaks.
        text: the canonical text.
        named: the phrases of its sentence that name their country, with what they refer to.
        here: where its sentence names countries.
    """
    if phrase is None or phrase.form is PhraseForm.PRONOUN:
        return None
    told = _TOLD.match(text, max(phrase.mention.span.end, phrase.extended.end if phrase.extended and "told" not in text[phrase.mention.span.end : phrase.extended.end] else 0))
    if told is None:
        return None
    if house := _HOUSE.match(text, told.end()):
        return next((s.country for s in here if s.start == house.end() and s.kind in _SEATS and s.country not in BODIES), None)
    return next((c.country for p, c in named if p.mention.span.start == told.end() and c.sectors[:1] == ("LEG",) and c.country not in BODIES), None)
