"""An event: all statements of one act, with what they differ in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from dateline.types import Attribution, EventMention, Quantity, Sentence, TimeRef

#: What stands behind a number of a part ("26 people, 14 of them soldiers").
_PART: Final = re.compile(r"\s(?:of|among) (?:them|whom|these|those|which)\b", re.IGNORECASE)
#: What stands before a number that is compared with the act's own: of a part ("including ten children") or of the whole ("out of 50", "a
#: population put at 900", "of the 70 on board").
_APART: Final = re.compile(
    r"\b(?:(?:including|among (?:them|whom)|of (?:whom|them|these|which)),?\s(?:[a-z]+\s){0,3}"
    r"|out of\s[^,;.]*|population (?:that|which|of|put|is|was|estimated)\b[^,;.]*|(?:of|among) (?:the|its|their|his|her)\s)$",
    re.IGNORECASE,
)
#: A unit of money.
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Told:
    """One value that statements of an event give, and which statements: mention ids in order."""

    value: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Merged mentions.

    ``types``, ``dates`` (ISO days, ``first/last`` where they differ), ``numbers`` (``4 killed``), ``speakers`` and
    ``certainties`` hold every value that is told with the statements that tell it, the most told first. ``origins`` are the
    independent sources, each a group of names that are one; ``withdrawn`` the numbers that their own source has taken back, which are not among ``numbers``.
    """

    event_id: str
    mentions: tuple[EventMention, ...]
    type: str
    first: date | None
    last: date | None
    types: tuple[Told, ...]
    dates: tuple[Told, ...]
    numbers: tuple[Told, ...]
    speakers: tuple[Told, ...]
    certainties: tuple[Told, ...]
    origins: tuple[tuple[str, ...], ...] = ()
    withdrawn: tuple[Told, ...] = ()

    @property
    def disputed(self) -> tuple[str, ...]:
        """In what the statements differ: ``type``, ``date``, ``number``, ``certainty``."""
        told = (("type", self.types), ("date", self.dates), ("certainty", self.certainties))
        return (*(name for name, values in told if len(values) > 1), *(("number",) if self.differing else ()))

    @property
    def differing(self) -> tuple[Told, ...]:
        """The numbers of what two reports of it count differently, having none of that in common. A report is what one speaker says in one document: who
        tells a range, "to 20% from 10%" or a loan and its first part contradicts nobody."""
        report = {one.mention_id: (one.doc_id, speaker(one.attribution)) for one in self.mentions}
        kinds: dict[str, dict[tuple[str, str], set[str]]] = {}
        for told in self.numbers:
            for mention in told.mentions:
                kinds.setdefault(kind_of(told), {}).setdefault(report[mention], set()).add(told.value)
        apart = {kind for kind, given in kinds.items() if any(one.isdisjoint(other) for one, other in combinations(given.values(), 2))}
        return tuple(one for one in self.numbers if kind_of(one) in apart)


def kind_of(number: Told) -> str:
    """What a number counts: ``killed`` of ``7 killed``."""
    return number.value.partition(" ")[2]


def _told(pairs: Sequence[tuple[str, str]]) -> tuple[Told, ...]:
    """Values with their statements, by how many tell them, then by name."""
    groups: dict[str, dict[str, None]] = {}
    for value, mention in pairs:
        groups.setdefault(value, {})[mention] = None
    found = (Told(value, tuple(mentions)) for value, mentions in groups.items())
    return tuple(sorted(found, key=lambda one: (-len(one.mentions), one.value)))


def _days(mention: EventMention) -> str | None:
    when = mention.date
    if when is None or not when.is_told:
        return None
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return first if first == last else f"{first}/{last}"


def days_of(dates: Sequence[TimeRef]) -> tuple[date | None, date | None]:
    """First and last day of an event: as its statements tell them; only where none does, as their documents bound them."""
    told = [one for one in dates if one.is_told] or dates
    return min((one.earliest for one in told), default=None), max((one.latest for one in told), default=None)


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _apart(one: Quantity, sentence: Sentence) -> bool:
    """Whether a number is of a part of the act, or of a whole that the act is a part of."""
    start, end = (place - sentence.span.start for place in (one.span.start, one.span.end))
    return bool(_APART.search(sentence.text[:start]) or _PART.match(sentence.text, end) or _PART.search(one.text))


def _counted(one: Quantity) -> str:
    """What a number is of; money is money, whatever it is for."""
    return one.unit if one.unit and _CURRENCY.fullmatch(one.unit) else one.counts or one.unit or one.text


def _numbers(mention: EventMention) -> list[str]:
    """The numbers that tell the size of the act: not those of a part of it, or of the whole that it is a part of."""
    found = []
    for one in mention.quantities:
        if _apart(one, mention.sentence):
            continue
        size = _plain(one.value) if one.value is not None else "-".join(_plain(x) for x in (one.low, one.high) if x is not None)
        found.append(f"{size} {_counted(one)}")
    return found


def speaker(said: Attribution | None) -> str:
    """Who says so, nearest first: ``author`` where the text itself does."""
    names = []
    while said is not None:
        names.append(said.entity or said.text or said.kind)
        said = said.via
    return " via ".join(names) or "author"


def without(event: Event, taken_back: Mapping[str, frozenset[float]]) -> Event:
    """An event without the numbers that statements gave and their sources took back.

    Args:
        event: the event.
        taken_back: by mention the values that were taken back.
    """
    kept, gone = [], []
    for told in event.numbers:
        back = [one for one in told.mentions if _is_one_of(told.value, taken_back.get(one, frozenset()))]
        left = tuple(one for one in told.mentions if one not in back)
        kept += [Told(told.value, left)] if left else []
        gone += [Told(told.value, tuple(back))] if back else []
    return replace(event, numbers=tuple(sorted(kept, key=lambda one: (-len(one.mentions), one.value))), withdrawn=tuple(gone))


def _is_one_of(told: str, values: frozenset[float]) -> bool:
    return told.partition(" ")[0] in {_plain(value) for value in values}


def make_event(mentions: Sequence[EventMention], origins: tuple[tuple[str, ...], ...] = ()) -> Event:
    """The event of mentions that report one act.

    Args:
        mentions: all of them, at least one.
        origins: its independent sources.

    Raises:
        ValueError: where there is no mention.
    """
    ordered = sorted(mentions, key=lambda one: one.mention_id)
    if not ordered:
        raise ValueError("an event needs a mention")
    ids = [one.mention_id for one in ordered]
    dates = [(day, one.mention_id) for one in ordered if (day := _days(one)) is not None]
    types = _told([(one.type, one.mention_id) for one in ordered])
    first, last = days_of([one.date for one in ordered if one.date is not None])
    return Event(
        event_id=ids[0],
        mentions=tuple(ordered),
        type=types[0].value,
        first=first,
        last=last,
        types=types,
        dates=_told(dates),
        numbers=_told([(value, one.mention_id) for one in ordered for value in _numbers(one)]),
        speakers=_told([(speaker(one.attribution), one.mention_id) for one in ordered]),
        certainties=_told([(one.certainty.value, one.mention_id) for one in ordered]),
        origins=origins,
    )
