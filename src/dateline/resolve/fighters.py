"""Sectors that a noun alone tells wrong: a "Chinese fighter" that intercepts an aircraft is one itself, and separatists who march or sign are no rebels."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import pattern_of
from dateline.types import Participant, RawMention

_ARMED: Final = frozenset({"REB", "UAF"})
_FIGHTER: Final = re.compile(r"(?:an? |the )?(?:[\w-]+ ){0,2}fighters?", re.I)
#: A fighter's flight, of which its clause tells.
_FLIGHT: Final = re.compile(
    rf"\b(?:{pattern_of('resolve.fighters.flight')}|air (?:space|bases?|force)|(?:took|take) off|mid-air|sound barrier)\b", re.I
)
_PERSONS: Final = re.compile(rf"\b(?:{pattern_of('resolve.fighters.persons')})\b", re.I)
#: Movements that may bear arms or none.
_MOVEMENT: Final = re.compile(r"(?:[\w'’-]+ ){0,3}(?:islamists?|separatists?|secessionists?|independence activists)", re.I)
_CIVIL: Final = re.compile(rf"(?:{pattern_of('resolve.fighters.civil')}) islamists?", re.I)
#: Words before such a noun by which it bears arms.
_BEARING: Final = re.compile(r"\b(?:armed|pro-\w+|\w+-backed|rebel|militant|violent|gunmen)\b", re.I)
_UNARMED: Final = re.compile(rf"\b(?:{pattern_of('resolve.fighters.unarmed')}|puerto rican)\b", re.I)
#: Acts by which a movement shows that it is in politics: it marches, bargains, signs, governs.
_POLITICS: Final = frozenset({"PROTEST", "AGREE", "SUPPORT", "CONSULT", "COOPERATE", "REJECT", "REQUEST"})
_VIOLENCE: Final = re.compile(rf"\b(?:{pattern_of('resolve.fighters.violence')}|peace (?:deal|talks|accord))\b", re.I)


#: Words of battles between armies.
_BATTLE: Final = re.compile(rf"\b(?:{pattern_of('resolve.fighters.battle')})\b", re.I)
_AT_WAR: Final = frozenset({"ASSAULT", "RETREAT", "MOBILIZE"})


def with_sector_of_act(one: Participant, raw: RawMention) -> Participant:
    """A party with the sector that its act tells, where its noun alone tells another."""
    if one.sector == "CVL" and one.method == "people" and raw.type in _AT_WAR and one.text.istitle() and _BATTLE.search(raw.trigger.text):
        return replace(one, sector="MIL", sectors=("MIL",))
    if one.sector not in _ARMED or one.entity:
        return one
    text = raw.sentence.text
    if _FIGHTER.fullmatch(one.text) and one.country and not _PERSONS.search(one.text):
        clause = text.replace(one.text, "", 1)
        return replace(one, sector="MIL", sectors=("MIL",)) if _FLIGHT.search(clause) else one
    if _CIVIL.fullmatch(one.text):
        return replace(one, sector="CVL", sectors=("CVL", "REL"))
    if _MOVEMENT.fullmatch(one.text) and not _BEARING.search(one.text):
        peaceful = raw.type in _POLITICS and not _VIOLENCE.search(text)
        if peaceful or (_UNARMED.search(one.text) and raw.type != "ASSAULT"):
            return replace(one, sector="PTY", sectors=("PTY", "OPP"))
    return one
