"""Whose police or captors they are: those of the place where they hold or question foreigners ("two Danes were detained in Minsk ... **police** had questioned them")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm, RawMention

_POLICE: Final = words_of("resolve.arrests.police")
_BEFORE: Final = words_of("resolve.arrests.before")
#: Those who also take towns, which are no foreigners.
_TAKE_TOWNS: Final = frozenset("army navy troops rebels militants guerrillas militia militiamen".split())
_TOWNS: Final = words_of("resolve.localities.here")
_HOLDS: Final = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "RETREAT"})
_PLACES: Final = frozenset({"capital", "town", "country"})


def state_of_police(
    raw: RawMention, phrase: Phrase, held: frozenset[str], here: Sequence[Sighting], before: Sequence[Sighting] = (), earlier: Sequence[Sighting] = ()
) -> str | None:
    """The state of bare police or captors who hold, question or free persons of another state: that of the one place of which their sentence has told by then, or
    where it tells of no state but theirs the sentence before ("Two Danes flew **to Minsk**. The police arrested them").

    Args:
        raw: the act.
        phrase: a party without a country of the act's actors.
        held: the countries of whom they hold, by their own words or antecedents; where a pronoun tells none, the nationality that their
            sentence names, or else the only one of the sentence before.
        here: where its sentence names countries.
        before: where the sentence before says that somebody is or goes to.
        earlier: where that sentence names countries.
    """
    if raw.type not in _HOLDS or phrase.form is not PhraseForm.NOMINAL or phrase.head not in _POLICE or not _is_bare(phrase):
        return None
    if phrase.head in _TAKE_TOWNS and any(p.form is PhraseForm.NAME or p.head in _TOWNS for p in raw.recipients):
        return None
    told = [s for s in here if s.end <= phrase.mention.span.start and s.start >= _after_speaker(raw)]
    places = {s.country for s in told if s.where == "in" and s.kind in _PLACES and s.country not in BODIES}
    if not held and all(p.form is PhraseForm.PRONOUN for p in raw.recipients):
        held = frozenset(s.country for s in told or (earlier if raw.recipients else ()) if s.kind == "adjective" and s.where != "in")
    if held and {s.country for s in told} <= held:
        places = {s.country for s in before if (s.kind in _PLACES or s.where == "in") and s.country not in BODIES} - held
    return places.pop() if len(held) == 1 and len(places) == 1 and not held & places else None


def _after_speaker(raw: RawMention) -> int:
    """Where a sentence tells of more than who speaks in it and where ("**In Geneva an Iranian minister** said that police had arrested a Swede")."""
    speaker = raw.attribution.phrase if raw.attribution else None
    if speaker is None or speaker.mention.span.start > raw.trigger.span.start:
        return 0
    return (speaker.extended or speaker.mention.span).end


def _is_bare(phrase: Phrase) -> bool:
    """Whether a phrase says no more of its police than what they do."""
    return all(word in _BEFORE for word in phrase.mention.text.lower().split()[:-1])
