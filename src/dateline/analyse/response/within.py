"""Triggers between parties of one country, where a country's code does not tell whom an act is directed at."""

from __future__ import annotations

from dateline.analyse.response.query import party_matches
from dateline.analyse.response.scene import Scene, others_of
from dateline.analyse.response.values import Trigger
from dateline.ontology.partyterms import party_terms


def is_within(trigger: Trigger) -> bool:
    """Whether the trigger is one between parties of one country, asked for as such: there its code, or its name, says nothing of whom an act is directed at."""
    asked = (term for words in (trigger.query.actor, trigger.query.other) if words for term in party_terms(words))
    return len(trigger.parties) == 1 and any(term.code in trigger.parties and not term.is_country for term in asked)


def meets_party(scene: Scene, trigger: Trigger) -> bool:
    """Whether an act is directed at a party of the trigger itself: at one that was asked for, or that its reports name, by its name or else its sector."""
    at = others_of(scene.told.mention, scene.actor)
    if any(words is not None and party_matches(words, at) for words in (trigger.query.actor, trigger.query.other)):
        return True
    told = [party for one in trigger.mentions for party in (*one.mention.actors, *one.mention.recipients)]
    names = {party.entity for party in told if party.entity}
    sectors = {(party.country, party.sector) for party in told if party.sector}
    return any(party.entity in names or (party.country, party.sector) in sectors for party in at)
