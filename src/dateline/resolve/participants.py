"""Phrases and gazetteer readings as the parties and places of acts."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.resolve.gazetteer import PlaceResult
from dateline.types import Mention, Participant, Phrase, Place, PlaceCandidate, Resolution


def to_participant(phrase: Phrase, found: Resolution) -> Participant:
    """A phrase with what it resolves to; without country and sector where the resolution abstained."""
    chosen, mention = found.chosen, phrase.mention
    if chosen is None:
        return Participant(mention.text, mention.span, method=found.method, candidates=found.candidates)
    sector = chosen.sectors[0] if chosen.sectors else None
    entity = chosen.entity or None
    return Participant(
        mention.text, mention.span, entity, chosen.country, sector, chosen.sectors, chosen.score, found.method, found.candidates
    )


def to_place(mention: Mention, found: PlaceResult) -> Place:
    """The words of a place with what the gazetteer knows of it and the readings it considered."""
    candidates = tuple(place_candidate(one) for one in (found, *found.candidates))
    return Place(
        mention.text, mention.span, found.name, found.country, found.geonames_id, found.lat, found.lon, found.score, found.method, candidates
    )


def place_candidate(found: PlaceResult) -> PlaceCandidate:
    """A reading of the gazetteer without its own candidates."""
    return PlaceCandidate(found.name, found.country, found.geonames_id, found.lat, found.lon, found.kind, found.score)


def countries_of(parties: Iterable[Participant]) -> frozenset[str]:
    """The countries of parties that have one."""
    return frozenset([p.country for p in parties if p.country])
