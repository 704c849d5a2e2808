"""How the title of a cited source bears on the act that cites it.

A note's title is coded like a headline and compared with the act: it reports the same act, the same act with another detail (another
number, party, place, time, means, status, certainty, or its denial), only its background, or something unrelated. The comparison is a
pure function of the two records; every answer carries its reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from dateline.ontology.inflect import singular
from dateline.ontology.wordlists import words_of
from dateline.types import Bearing, Certainty, EventMention, Participant, Place, Quantity, Status

#: Types that reports of one act are often coded with: sending arms is AID or MOBILIZE, a signed promise AGREE or SUPPORT. Pairs count
#: both ways.
_NEAR: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "AID/MOBILIZE AGREE/SUPPORT AGREE/AID AGREE/COOPERATE AGREE/CONSULT AGREE/CONCEDE CONCEDE/RETREAT ASSAULT/MOBILIZE ASSAULT/COERCE "
        "COERCE/SANCTION ACCUSE/PROTEST ACCUSE/THREATEN ACCUSE/REQUEST COOPERATE/SUPPORT COOPERATE/AID COOPERATE/MOBILIZE SUPPORT/AID "
        "ACCUSE/COERCE ACCUSE/SANCTION SANCTION/RETREAT REQUEST/THREATEN CONSULT/COOPERATE COERCE/PROTEST REJECT/SANCTION AGREE/RETREAT "
        "PROTEST/REQUEST COERCE/MOBILIZE SANCTION/THREATEN COERCE/REQUEST SANCTION/REQUEST COERCE/THREATEN"
    ).split()
)
#: A refusal denies what these types report.
_DENIED: Final = frozenset({"AGREE", "AID", "SUPPORT", "CONCEDE", "COOPERATE", "CONSULT", "RETREAT", "SANCTION", "MOBILIZE"})
#: Shares of the title's content words that stand in the act's sentence, from which other types (or none) still mean the same act.
#: Set on the open half of tests/cases/bearing.
_WORDS_NEAR: Final = 0.3
_WORDS_OTHER: Final = 0.6
#: Without a shared party this many content words in common make background.
_WORDS_BACKGROUND: Final = 2
#: A title from so many days before the act cannot report it (announcements of the day before can).
_DAYS_BEFORE: Final = 7
#: Approximate figures agree within this share of each other.
_ABOUT: Final = 0.15
_STOP: Final = words_of("extract.bearing.stop")
_WEIGHING: Final = words_of("extract.bearing.weighing")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]|[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Title:
    """A coded title: its words, the acts found in it, its quantities, the countries it names, and its date (an ISO prefix)."""

    text: str
    mentions: tuple[EventMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    countries: frozenset[str] = frozenset()
    published: str | None = None


def bearing(act: EventMention, title: Title) -> Bearing:
    """How a title bears on an act.

    Args:
        act: the coded act with its parties, place, quantities and date.
        title: the title of a source that its statement cites.

    Returns:
        ``same``, ``detail``, ``background`` or ``unrelated``, with reasons in words; for ``detail`` each begins with the name of the
        detail (number, party, place, time, means, status, certainty, negation).
    """
    share, common = _words_in_common(act, title)
    parties = _anchors(act) & title.countries
    named = sorted(parties) or sorted(common & _party_words(act))
    other = _best(act, title, share)
    if other is not None and (named or share >= _WORDS_OTHER) and not _too_early(act, title):
        return _same(act, other, title, named)
    if other is None and not title.mentions and named and share >= _WORDS_OTHER:
        return _quantity_only(act, title, common)
    if named:
        return Bearing("background", (f"names {', '.join(named)}, but reports another act",))
    if len(common) >= _WORDS_BACKGROUND:
        return Bearing("background", (f"shares the words {', '.join(sorted(common))}, but no party",))
    return Bearing("unrelated", ("shares neither a party nor the matter",))


def may_be_one_act(one: str, other: str) -> bool:
    """Whether reports of one act may be coded with the two types."""
    return one == other or frozenset({one, other}) in _NEAR or bool({one, other} & _DENIED and "REJECT" in {one, other})


def _best(act: EventMention, title: Title, share: float) -> EventMention | None:
    """The act of the title that may be the same, the closest first."""
    ranked = sorted(
        ((_closeness(act, other, share), -number, other) for number, other in enumerate(title.mentions)), key=lambda one: (-one[0], -one[1])
    )
    return ranked[0][2] if ranked and ranked[0][0] > 0 else None


def _closeness(act: EventMention, other: EventMention, share: float) -> float:
    """0 where the types forbid it to be the same act; else higher for the same type, mode and trigger."""
    trigger = bool(_stems(act.trigger.text) & _stems(other.trigger.text))
    if act.type == other.type:
        return 3.0 + trigger + bool(set(act.modes) & set(other.modes))
    pair = frozenset({act.type, other.type})
    if trigger or (pair in _NEAR and share >= _WORDS_NEAR):
        return 2.0 + trigger
    if _is_denial(act, other) and share >= _WORDS_NEAR:
        return 1.5
    return 1.0 if share >= _WORDS_OTHER else 0.0


def _is_denial(act: EventMention, other: EventMention) -> bool:
    kinds = {act.type, other.type}
    return "REJECT" in kinds and bool(kinds & _DENIED)


def _same(act: EventMention, other: EventMention, title: Title, named: list[str]) -> Bearing:
    details = tuple(_details(act, other, title))
    if details:
        return Bearing("detail", details)
    words = f"“{other.trigger.text}” reports the act of “{act.trigger.text}”"
    return Bearing("same", (words + (f" ({', '.join(named)})" if named else ""),))


def _quantity_only(act: EventMention, title: Title, common: set[str]) -> Bearing:
    number = _other_number(act.quantities, title.quantities)
    if number is not None:
        return Bearing("detail", (number,))
    return Bearing("same", (f"says it in the words {', '.join(sorted(common))}",))


def _details(act: EventMention, other: EventMention, title: Title) -> Iterable[str]:
    """In what the title differs from the act."""
    number = _other_number(act.quantities, title.quantities)
    if number is not None:
        yield number
    yield from _other_parties(act, other)
    if act.place is not None and other.place is not None and _elsewhere(act, act.place, other.place):
        yield f"place: “{other.place.text}”, not “{act.place.text}”"
    if act.date and other.date and act.date.span and other.date.span:
        if act.date.latest < other.date.earliest or other.date.latest < act.date.earliest:
            yield f"time: {other.date.earliest} to {other.date.latest}, not {act.date.earliest} to {act.date.latest}"
    if act.type == other.type and act.modes and other.modes and not set(act.modes) & set(other.modes):
        yield f"means: {', '.join(other.modes)}, not {', '.join(act.modes)}"
    if act.negated != other.negated or _is_denial(act, other):
        yield "negation: one denies or refuses what the other reports"
    weighed = _weighed(act, title)
    if weighed is not None:
        yield f"status: “{weighed}” in the title only"
    elif _told(act.status) != _told(other.status):
        yield f"status: {other.status.value}, not {act.status.value}"
    if act.certainty is Certainty.CERTAIN and other.certainty is not Certainty.CERTAIN:
        yield f"certainty: {other.certainty.value}, not certain"


def _told(status: Status) -> str:
    """Whether an act is told as done or as to come."""
    return "to come" if status in {Status.FUTURE, Status.HYPOTHETICAL} else "done"


def _weighed(act: EventMention, title: Title) -> str | None:
    """A word of weighing or planning in the title of an act that is told as done."""
    if _told(act.status) == "to come" or re.search(r"\bnot\b", title.text, re.IGNORECASE):
        return None
    mine = {word.lower() for word in _WORD.findall(act.sentence.text)}
    return next((word for word in _WORD.findall(title.text) if word.lower() in _WEIGHING and word.lower() not in mine), None)


def _elsewhere(act: EventMention, mine: Place, theirs: Place) -> bool:
    """Whether two places exclude each other: other countries, or two places of one country, neither of them the country itself."""
    if (mine.name or mine.text).lower() == (theirs.name or theirs.text).lower() or _stems(theirs.text) <= _stems(act.sentence.text):
        return False
    if mine.country != theirs.country:
        return mine.country is not None and theirs.country is not None
    return not (_is_country(mine) or _is_country(theirs))


def _is_country(place: Place) -> bool:
    return bool(place.candidates) and place.candidates[0].kind == "country"


def _other_parties(act: EventMention, other: EventMention) -> Iterable[str]:
    mine, theirs = _countries(act.actors), _countries(other.actors)
    if (mine and theirs and not (mine & theirs)) or (len(mine) > 1 and len(theirs) > 1 and mine != theirs):
        yield f"party: done by {', '.join(sorted(theirs))}, not {', '.join(sorted(mine))}"
    mine = _countries(act.recipients) - _countries(act.actors)
    theirs = _countries(other.recipients) - _countries(other.actors)
    if mine and theirs and not (mine & theirs):
        yield f"party: directed at {', '.join(sorted(theirs))}, not {', '.join(sorted(mine))}"


def _countries(parties: Iterable[Participant]) -> set[str]:
    return {party.country for party in parties if party.country}


def _anchors(act: EventMention) -> frozenset[str]:
    found = _countries((*act.actors, *act.recipients))
    if act.place is not None and act.place.country:
        found.add(act.place.country)
    return frozenset(found)


def _party_words(act: EventMention) -> set[str]:
    """Stems of the names in the act's parties and place."""
    phrases = [party.text for party in (*act.actors, *act.recipients)] + ([act.place.text] if act.place else [])
    return {stem for phrase in phrases for word in _WORD.findall(phrase) if word[:1].isupper() for stem in _stems(word)}


def _stem(word: str) -> str:
    low = re.sub(r"['’]s$", "", word.lower())
    low = singular(low)
    for ending in ("ing", "ed", "es", "e", "s", "y"):
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_STEM:
            return low[: -len(ending)]
    return low


_LEAST_STEM: Final = 3


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text) if word.lower() not in _STOP and len(word) > 1}


def _words_in_common(act: EventMention, title: Title) -> tuple[float, set[str]]:
    """The share of the title's content words that stand in the act's sentence, and those words."""
    mine, theirs = _stems(act.sentence.text), _stems(title.text)
    return (len(mine & theirs) / len(theirs) if theirs else 0.0), mine & theirs


def _too_early(act: EventMention, title: Title) -> bool:
    """Whether the source appeared well before the act, so that it cannot report it."""
    if act.date is None or act.date.span is None or title.published is None or len(title.published) < len("2000-01-01"):
        return False
    return title.published < (act.date.earliest - timedelta(days=_DAYS_BEFORE)).isoformat()


def _other_number(mine: Iterable[Quantity], theirs: Iterable[Quantity]) -> str | None:
    """A figure of the title for the same thing that cannot be the act's."""
    others = list(theirs)
    for one in mine:
        rivals = [other for other in others if _same_thing(one, other)]
        if rivals and not any(_agree(one, other) for other in rivals):
            return f"number: “{rivals[0].text}”, not “{one.text}”"
    return None


def _same_thing(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit:
        return False
    return one.counts is None or other.counts is None or one.counts == other.counts


def _agree(one: Quantity, other: Quantity) -> bool:
    (a, b), (c, d) = _interval(one), _interval(other)
    return a <= d and c <= b


def _interval(one: Quantity) -> tuple[float, float]:
    """The figures that a quantity allows."""
    if one.value is None:
        return (one.low if one.low is not None else 0.0), (one.high if one.high is not None else float("inf"))
    slack = abs(one.value) * _ABOUT if one.approximate else 0.0
    return one.value - slack, one.value + slack
