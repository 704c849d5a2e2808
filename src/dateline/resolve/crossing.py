"""Acts across a border: whoever does them is of another state than the one on the other side.

A state puts no tariff on its own goods, nobody visits his own capital, and an ambassador whom a ministry summons is another state's. A party that does not
say whose it is cannot be of the other side's state then, however often the text names that state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.participants import countries_of
from dateline.resolve.sided import NAMED_STATES
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, RawMention

_TRADE: Final = re.compile(
    r"\b(?:tariffs?|duties|dut(?:y|ies) of|embargo(?:es)?|import \w+|export \w+"
    r"|(?:imports|exports|shipments) of|quotas? on|lev(?:y|ies) on|safeguards?)\b", re.I
)
_TRAVEL: Final = re.compile(r"(?:fl(?:ew|ies|y|ying)|visit(?:s|ed|ing)?|travel\w*|arriv\w+|land(?:s|ed)|touched down)\b", re.I)
_SUMMONS: Final = re.compile(r"(?:summon\w*|call(?:s|ed|ing)? in|expel\w*|expulsion|declar\w+|order\w* out|turned out|threw out)\b", re.I)
#: Up to the state that somebody is told to leave, behind the words for the order.
_LEAVING: Final = re.compile(r"[^,;:.]{0,60}?\b(?:leave|quit|depart|exit|vacate|get out of|go from|out of|from)\s+(?:the\s+)?(?=[A-Z])")
#: The same, up to the state that does not let somebody in.
_ENTERING: Final = re.compile(
    r"[^,;:.]{0,40}?\b(?:enter(?:ing)?|entry (?:in)?to|admission to|visas? (?:to|for)|return(?:ing)? to|land(?:ing)? in|travell?ing to)\s+(?:the\s+)?(?=[A-Z])"
)
#: What sightings may be the state that somebody must leave.
_LEFT: Final = frozenset({"country", "capital", "town"})
#: What a state does to foreigners alone.
_DRIVES_OUT: Final = re.compile(r"(?:expel\w*|expulsion|deport\w*)\b", re.I)
_STATES_OWN: Final = frozenset({"ambassador", "ambassadors", "consul", "consuls", "attaché", "attachés"})
_ENVOYS: Final = words_of("resolve.crossing.envoys")
#: Ways in which a party's country is told by its own words.
_TOLD: Final = frozenset({"country", "capital", "adjective", "composition", "person", "surname", "organisation", "thing", "people", "metonym"})


def is_envoy(phrase: Phrase) -> bool:
    """Whether a phrase is of diplomats, by its noun or a title before a name ("**Ambassador** Xiao Qian")."""
    return not _ENVOYS.isdisjoint((phrase.head, _title(phrase)))


def is_states_envoy(phrase: Phrase) -> bool:
    """Whether a phrase is of an ambassador or consul, whom no body sends ("**Ambassador** Xiao Qian"; envoys and diplomats may be a body's)."""
    return not _STATES_OWN.isdisjoint((phrase.head, _title(phrase)))


def _title(phrase: Phrase) -> str:
    """The first word of a phrase."""
    return phrase.mention.text.partition(" ")[0].lower()


def abroad(raw: RawMention, role: str, phrase: Phrase | None, other: Iterable[Participant]) -> frozenset[str]:
    """The states that a party of a side cannot be of.

    Args:
        raw: the act.
        role: the side, ``actors`` or ``recipients``.
        phrase: the party's phrase.
        other: the parties of the other side.
    """
    told = [p for p in other if p.country and p.method in _TOLD]
    codes = countries_of(told)
    if len(codes) != 1:
        return frozenset()
    word = raw.trigger.text
    if raw.type == "SANCTION" and _TRADE.search(_words(raw)):
        return codes
    if raw.type == "CONSULT" and role == "actors" and _TRAVEL.match(word):
        return countries_of(p for p in told if p.method in NAMED_STATES)
    if drives_out(raw):
        return codes if role == "actors" and "PTY" not in {p.sector for p in told} else countries_of(p for p in told if p.method in NAMED_STATES)
    if role == "recipients" and phrase is not None and is_envoy(phrase) and _SUMMONS.match(word):
        return codes
    return frozenset()


def shuts_out(raw: RawMention, recipients: Iterable[Participant], here: Iterable[Sighting]) -> str | None:
    """The state that somebody is told to leave or not let into by nobody named: that state does it ("a Chadian envoy was ordered to leave **Benin**", "two
    Dutch priests were barred from entering **Chad**").

    Args:
        raw: an act without an actor.
        recipients: who must leave or may not come.
        here: where its sentence names countries.
    """
    barring = raw.type == "REJECT" or "restrict" in raw.modes
    if raw.actors or raw.voice == "active" or not (barring or "expel" in raw.modes):
        return None
    base = raw.sentence.span.start
    found = (_ENTERING if barring else _LEAVING).match(raw.sentence.text, raw.trigger.span.start - base)
    code = next((s.country for s in here if found and s.start == base + found.end() and s.kind in _LEFT), None)
    told = countries_of(recipients)
    return code if told and code not in told else None


def drives_out(raw: RawMention) -> bool:
    """Whether an act is an expulsion or deportation, which a state does to foreigners alone."""
    return _DRIVES_OUT.match(raw.trigger.text) is not None


def _words(raw: RawMention) -> str:
    """The words of the act, with what is tied to them."""
    base = raw.sentence.span.start
    return raw.sentence.text[max(0, raw.trigger.span.start - base - 15) : raw.trigger.span.end - base + 25]
