"""Sectors that a noun alone tells wrong: a "Chinese fighter" that intercepts an aircraft is one itself, and separatists who march or sign are no rebels."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.types import Participant, RawMention

_ARMED: Final = frozenset({"REB", "UAF"})
_FIGHTER: Final = re.compile(r"(?:an? |the )?(?:[\w-]+ ){0,2}fighters?", re.I)
#: A fighter's flight, of which its clause tells.
_FLIGHT: Final = re.compile(
    r"\b(?:intercept\w*|airspace|air ?space|aircraft|airliners?|planes?|helicopters?|drones?|pilots?|jets?|scrambl\w*|flew|fly|flying|flown|took off|take off"
    r"|sorties?|radars?|runways?|air ?bases?|air force|bombers?|chaff|flares|buzz\w*|mid-air|overfl\w*"
    r"|sound barrier|transponders?|squadrons?)\b", re.I
)
#: Fighters of these are persons whatever flies beside them.
_PERSONS: Final = re.compile(
    r"\b(?:kurdish|palestinian|chechen|rebel|foreign|militia|tribal|jihadi\w*|islam\w*|houthi|taliban|hezbollah|hamas|shabab|shabaab|resistance|guerrilla|state|army|druze|tuareg"
    r"|tigrayan|arab|opposition|separatist|wounded|dead|captured|former|young|women|female|resistance|ground)\b", re.I
)
#: Movements that may bear arms or none.
_MOVEMENT: Final = re.compile(r"(?:[\w'’-]+ ){0,3}(?:islamists?|separatists?|secessionists?|independence activists)", re.I)
#: Words by which Islamists are no armed group.
_CIVIL: Final = re.compile(r"(?:young|moderate|elected|mainstream|veteran|student|jailed|exiled|bearded|veiled|conservative) islamists?", re.I)
#: Words before such a noun by which it bears arms.
_BEARING: Final = re.compile(r"\b(?:armed|pro-\w+|-backed|\w+-backed|rebel|militant|violent|gunmen)\b", re.I)
#: Movements for independence without an armed wing today.
_UNARMED: Final = re.compile(r"\b(?:catalan|scottish|welsh|flemish|qu[eé]b[eé]c\w*|puerto rican|faroese|greenlandic|bavarian|venetian|albertan?|californian|texan)\b", re.I)
#: Acts by which a movement shows that it is in politics: it marches, bargains, signs, governs.
_POLITICS: Final = frozenset({"PROTEST", "AGREE", "SUPPORT", "CONSULT", "COOPERATE", "REJECT", "REQUEST"})
_VIOLENCE: Final = re.compile(
    r"\b(?:fight\w*|fought|clash\w*|ceasefire|truce|peace (?:deal|talks|accord)|arms|armed|attack\w*|shell\w*"
    r"|kill\w*|bomb\w*|troops|soldiers|militant\w*|gunm[ae]n|hostages?|war"
    r"|insurg\w*|rebel\w*|guerrilla\w*|raid\w*|seiz\w*|shot|prisoners?|captured?|besieg\w*)\b", re.I
)


def with_sector_of_act(one: Participant, raw: RawMention) -> Participant:
    """A party with the sector that its act tells, where its noun alone tells another."""
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
