"""Who stands behind whoever did the trigger: a state that arms or backs its actor is answered in its stead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.analyse.response.sentences import Countries
from dateline.analyse.response.tables import cues
from dateline.analyse.response.values import Trigger, codes_of
from dateline.ontology.wordlists import pattern_of
from dateline.types import Coded, EventMention

#: Types in which backing is coded.
_BACKING: Final = frozenset({"SUPPORT", "AID", "COOPERATE", "MOBILIZE"})
_BACKS: Final = re.compile(rf"\b(?:{pattern_of('analyse.response.backers.backs')})", re.IGNORECASE)
_BACKED: Final = pattern_of("analyse.response.backers.backed")
#: "Iran-backed Houthis"
_COMPOUND: Final = re.compile(rf"\b(\w+)-(?:{_BACKED})\s+((?:[\w-]+\s+){{0,2}}[\w-]+)")
#: "rebels backed by Iran"
_BY: Final = re.compile(rf"\b(?:{_BACKED}|supplied)\s+by\s+((?:[\w-]+\s+){{0,2}}[\w-]+)")
#: Characters before "backed by" in which the backed is named.
_BEFORE: Final = 60
_TOKEN: Final = re.compile(r"\w[\w-]*")


def backers_of(trigger: Trigger, coded: Iterable[Coded], countries: Countries) -> frozenset[str]:
    """Codes of the states that the documents show behind the trigger's actors; never one of its parties."""
    names = _names(trigger, countries)
    found: set[str] = set()
    for item in coded:
        for mention in item.mentions:
            if _is_backing(mention, trigger, names):
                found |= codes_of(mention.actors)
        if names:
            for sentence in item.sentences:
                found |= _told(sentence.text, names, countries)
    return frozenset(found - trigger.parties)


def _names(trigger: Trigger, countries: Countries) -> frozenset[str]:
    """The words by which the trigger's reports call its actors, without those of countries."""
    texts = {party.text for one in trigger.mentions for party in one.mention.actors if party.country in trigger.doers}
    words = {word.lower() for text in texts for word in _TOKEN.findall(text) if not countries(word)}
    return frozenset(words - cues().stop)


def _is_backing(mention: EventMention, trigger: Trigger, names: frozenset[str]) -> bool:
    """Whether a state arms or backs the trigger's actor: the state itself, or within a country the same group by name."""
    if mention.type not in _BACKING or mention.negated or _BACKS.search(mention.trigger.text) is None:
        return False
    at = [party for party in mention.recipients if party.country in trigger.doers]
    if trigger.doers & trigger.others or any(party.sector == "REB" for one in trigger.mentions for party in one.mention.actors):
        return any(_shares(party.text, names) for party in at)
    return bool(at)


def _told(text: str, names: frozenset[str], countries: Countries) -> set[str]:
    """The states that a sentence says in passing to be behind somebody of these names."""
    behind = [match[1] for match in _COMPOUND.finditer(text) if _shares(match[2], names)]
    behind += [match[1] for match in _BY.finditer(text) if _shares(text[max(0, match.start() - _BEFORE) : match.start()], names)]
    return {code for words in behind for code in countries(words)}


def _shares(text: str, names: frozenset[str]) -> bool:
    return any(word.lower() in names for word in _TOKEN.findall(text))
