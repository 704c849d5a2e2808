"""Whom a deed across borders struck: "accuse hackers of stealing the data of **voters**" is not about the hackers' own voters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, RawMention

#: Deeds that states do to other states' people and bodies, who are then whoever complains.
_ACROSS: Final = re.compile(
    r"(?:hack|steal|stole|theft|spy|spied|espionage|infiltrat|breach|broke into|broken into|break into|meddl|interfer|eavesdrop|wiretap|intercept|jam|cyber)", re.I
)
#: Who holds craft at sea, and whom and what: another state's, where that state's officials tell it.
_AT_SEA: Final = re.compile(r"\b(?:navy|naval|coast ?guards?|gunboats?|patrol (?:boats?|ships?|vessels?)|marine police)\b", re.I)
_AFLOAT: Final = frozenset("trawler trawlers boat boats vessel vessels dhow dhows fisherman fishermen crew crews crewman crewmen captain captains sailor sailors".split())
#: Those who rob at sea, who are not of the state whose officials tell it.
_PIRATES: Final = frozenset({"pirates", "pirate", "hijackers"})


def not_of_doer(raw: RawMention, phrase: Phrase, text: str, other: Sequence[Participant], told: frozenset[str]) -> frozenset[str]:
    """The doer's country, which the victims of such a deed are not of where another state's word it is.

    Args:
        raw: the act.
        phrase: a recipient without a country of its own.
        text: the canonical text.
        other: who did it.
        told: the countries of whoever tells it.
    """
    doers = countries_of(other)
    trigger = text[raw.trigger.span.start : raw.trigger.span.end]
    if phrase.form is PhraseForm.PRONOUN or not told or told & doers:
        return frozenset()
    at_sea = phrase.head in _AFLOAT and any(_AT_SEA.search(one.text) for one in other)
    return doers if at_sea or _ACROSS.match(trigger) else frozenset()


def not_pirates_of(phrase: Phrase, told: frozenset[str]) -> frozenset[str]:
    """The countries of those who tell of pirates, which the pirates are not of ("**Pirates** let go a Greek tanker, officials **in Nairobi** said")."""
    return told if phrase.head in _PIRATES else frozenset()
