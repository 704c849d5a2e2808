"""What merging looks at: one small value a mention, taken from the record and from what is known of its document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.merge.bodies import Body, side_of
from dateline.merge.spots import Spot, spot_of
from dateline.merge.words import states_unnamed, trigger_at
from dateline.types import EventMention, Participant, SentenceKind, Status


@dataclass(frozen=True, slots=True)
class Number:
    """What a statement counts: ``value`` (or the bound that is given), and what of (``killed``, ``troops``, a unit)."""

    value: float
    counts: str


@dataclass(frozen=True, slots=True)
class MergeItem:
    """A mention as merging sees it.

    ``actors`` and ``recipients`` are country codes, else names in lower case; ``side`` is that of the actors (1 the state's,
    2 another, 0 unknown or both). ``doers`` and ``targets`` are both as their phrases name them.
    ``first`` and ``last`` are the days that the statement itself gives, ``hints`` further days that its sentence names
    (for another act, or for this one where the parse does not tell). ``published`` bounds the act from above unless
    it is planned. ``at`` is the offset of the trigger in the text (code points), looked for where it is ``None`` or other words stand there.
    ``teller`` is the country of who says that it took place. ``several``: whether its actors are told as states that are not named ("Gulf countries").
    ``headline``: whether it stands above its document's text.
    """

    mention_id: str
    doc_id: str
    sentence: int
    text: str
    trigger: str
    type: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    side: int = 0
    doers: tuple[Body, ...] = ()
    targets: tuple[Body, ...] = ()
    first: date | None = None
    last: date | None = None
    hints: tuple[tuple[date, date], ...] = ()
    published: date | None = None
    place: str | None = None
    place_country: str | None = None
    spot: Spot | None = None
    numbers: tuple[Number, ...] = ()
    planned: bool = False
    negated: bool = False
    teller: str | None = None
    at: int | None = None
    several: bool = False
    headline: bool = False

    @property
    def offset(self) -> int:
        """Where the trigger stands in the text, -1 where it does not."""
        at = self.at
        return at if at is not None and self.text.startswith(self.trigger, at) else trigger_at(self.text, self.trigger)


#: Longest stretch of days that is a hint; a year that a sentence names says nothing about a day in it.
LONGEST_HINT: Final = 62


def hints_of(days: Iterable[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """The stretches of days that are short enough to tell acts apart."""
    return tuple((low, high) for low, high in days if (high - low).days <= LONGEST_HINT)


def _party(party: Participant) -> str | None:
    if party.country:
        return party.country
    return party.entity.lower() if party.entity else None


def _parties(parties: tuple[Participant, ...]) -> tuple[str, ...]:
    return tuple(sorted({key for one in parties if (key := _party(one)) is not None}))


def _bodies(parties: tuple[Participant, ...]) -> tuple[Body, ...]:
    return tuple(Body(one.text, one.entity, one.sectors) for one in parties)


def _numbers(mention: EventMention) -> tuple[Number, ...]:
    found = []
    for one in mention.quantities:
        value = one.value if one.value is not None else one.low if one.low is not None else one.high
        if value is not None:
            found.append(Number(float(value), (one.counts or one.unit or "").lower()))
    return tuple(found)


def to_item(mention: EventMention, published: date | None, hints: tuple[tuple[date, date], ...] = ()) -> MergeItem:
    """The merging view of a mention.

    Args:
        mention: a coded mention.
        published: the publication date of its document.
        hints: inclusive days that its sentence names, whichever act they belong to.
    """
    told = mention.date if mention.date is not None and mention.date.is_told else None
    place = mention.place
    return MergeItem(
        mention_id=mention.mention_id,
        doc_id=mention.doc_id,
        sentence=mention.sentence.index,
        text=mention.sentence.text,
        trigger=mention.trigger.text,
        type=mention.type,
        actors=_parties(mention.actors),
        recipients=_parties(mention.recipients),
        side=side_of(one.sector for one in mention.actors),
        doers=_bodies(mention.actors),
        targets=_bodies(mention.recipients),
        first=told.earliest if told else None,
        last=told.latest if told else None,
        hints=hints,
        published=published,
        place=(place.name or place.text).lower() if place else None,
        place_country=place.country if place else None,
        spot=spot_of(place.name, place.country, place.geonames_id, place.lat, place.lon) if place else None,
        numbers=_numbers(mention),
        planned=mention.status in {Status.FUTURE, Status.HYPOTHETICAL},
        negated=mention.negated,
        teller=mention.attribution.country if mention.attribution is not None else None,
        at=mention.trigger.span.start - mention.sentence.span.start,
        several=any(one.country is None and states_unnamed(one.text) for one in mention.actors),
        headline=mention.sentence.kind is SentenceKind.HEADLINE,
    )
