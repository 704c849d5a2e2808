"""Whose "the occupied territories" are: Palestine's only where the text speaks of it or of Israel; else those of the state that the text names with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, Resolution

_OCCUPIED: Final = re.compile(r"\boccupied territor(?:ies|y)\b", re.I)
_FILED: Final = "PSE"
_THERE: Final = frozenset({"ISR", "PSE"})
#: So many sentences away the text speaks of Israel or Palestine, or it names no state oftener.
_NEAR: Final = 5


def without_others(text: str, seen: Sequence[Sighting]) -> list[Sighting]:
    """The sightings of a text without territories that are not the Palestinians'."""
    names = [s for s in seen if s.country == _FILED and _OCCUPIED.search(text, s.start, s.end)]
    return [s for s in seen if s not in names or _speaks_of_it(s.sentence, [one for one in seen if one not in names])] if names else list(seen)


def of_whom(phrase: Phrase, found: Resolution, text: str, seen: Sequence[Sighting]) -> Resolution:
    """What a phrase refers to, without Palestine where it only names occupied territories in a text that does not speak of those.

    Args:
        phrase: the phrase.
        found: what its words refer to.
        text: the document's text.
        seen: where the document names countries, see :func:`without_others`.
    """
    chosen = found.chosen
    if chosen is None or chosen.country != _FILED or not _OCCUPIED.search(phrase.mention.text):
        return found
    end = phrase.mention.span.end
    if any(phrase.mention.span.start <= s.start < end and s.country == _FILED for s in seen) or _speaks_of_it(phrase.sentence, seen):
        return found
    return Resolution(replace(chosen, entity="", country=None), (), "composition")


def _speaks_of_it(sentence: int, seen: Sequence[Sighting]) -> bool:
    there = [s for s in seen if s.country in _THERE]
    others = {s.country for s in seen} - _THERE
    return any(abs(s.sentence - sentence) <= _NEAR for s in there) or len(there) > max((sum(s.country == code for s in seen) for code in others), default=0)
