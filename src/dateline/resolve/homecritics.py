"""Whose "the authorities" are whom a society of a state speaks of: "the Karen Human Rights Group accused **the junta**", "**the police** banned the union".

Societies, unions, papers and parties turn to the offices of their own state, whatever other state the text has named last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm

#: Sectors of those who deal with their own state's offices.
_CRITICS: Final = frozenset({"SOC", "LAB", "JRN", "REL", "EDU", "MED", "PTY", "OPP"})
_OFFICES: Final = words_of("resolve.homecritics.offices")
_FORCES: Final = words_of("resolve.homecritics.forces")
#: Kinds of sighting that are of a state.
_STATES: Final = frozenset({"country", "adjective", "capital", "town"})
#: Lands whose people have to do with another state's soldiers and police.
_OCCUPIED: Final = frozenset({"PSE", "ESH"})
_UNSURE: Final = frozenset({"setting", "likely reference", "near", "unknown"})
_SCORE: Final = 0.6


def at_home(one: Participant, phrase: Phrase | None, other: Sequence[Participant], here: Sequence[Sighting], text: str) -> Participant:
    """A bare office or force with the state of the society across, where its sentence names no other state before it.

    Args:
        one: a party.
        phrase: its phrase.
        other: the other side.
        here: where the sentence names countries.
        text: the canonical text.
    """
    if one.country is not None or phrase is None or not _is_office(phrase, text):
        return one
    critics = [p for p in other if p.country]
    own = countries_of(critics)
    if len(own) != 1 or own & (BODIES | _OCCUPIED) or any(p.sector not in _CRITICS or p.method in _UNSURE for p in critics):
        return one
    if any(s.country not in own | BODIES and s.kind in _STATES for s in here):
        return one
    return replace(one, country=next(iter(own)), score=_SCORE, method="home")


def _is_office(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is "the authorities", "the police", "soldiers" and no more."""
    words = phrase.mention.text.lower()
    if phrase.form is not PhraseForm.NOMINAL or words not in _OFFICES | _FORCES:
        return False
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    led = text[start : phrase.mention.span.start].lower().strip() or text[max(0, start - 4) : start].lower().strip()
    return led == "the" or words in _FORCES
