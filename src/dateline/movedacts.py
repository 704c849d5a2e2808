"""An act that was coded in a text of its own, at its place in the document's text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.types import Attribution, Cues, EventMention, Mention, Span


def moved(one: EventMention, place: Callable[[int], int]) -> EventMention:
    """A mention with all its spans moved; ``place`` gives the place of each character."""

    def span(at: Span) -> Span:
        return Span(place(at.start), place(at.end - 1) + 1)

    def words(said: Mention | None) -> Mention | None:
        return None if said is None else Mention(said.text, span(said.span))

    def voice(said: Attribution | None) -> Attribution | None:
        return None if said is None else replace(said, span=None if said.span is None else span(said.span), via=voice(said.via))

    cues = one.cues
    return replace(
        one,
        trigger=Mention(one.trigger.text, span(one.trigger.span)),
        actors=tuple(replace(party, span=span(party.span)) for party in one.actors),
        recipients=tuple(replace(party, span=span(party.span)) for party in one.recipients),
        date=None if one.date is None else replace(one.date, span=None if one.date.span is None else span(one.date.span)),
        place=None if one.place is None else replace(one.place, span=span(one.place.span)),
        attribution=voice(one.attribution),
        cues=Cues(words(cues.negated), words(cues.status), words(cues.certainty), words(cues.attribution)),
        quantities=tuple(replace(quantity, span=span(quantity.span)) for quantity in one.quantities),
    )
