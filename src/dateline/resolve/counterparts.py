"""What is not the actor's own: talks that are called off are with another, and a parliament that approves "it" approves another's bid named beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.inflect import forms_of_verbs
from dateline.resolve.belonging import Known
from dateline.types import Participant, Phrase, PhraseForm, RawMention, Span

_TALKS: Final = frozenset({"talks", "negotiations", "summit", "dialogue"})
_BROKEN_OFF: Final = frozenset({"REJECT", "SANCTION"})
#: Between a thing and whom it is shared with.
_WITH: Final = re.compile(r"[\"”’']?\s+with\s+(?:the\s+)?")
_SHARED_SCORE: Final = 0.6
_AND: Final = re.compile(r",?\s+and\s+")
#: What stands before where a visitor goes.
_TO: Final = re.compile(r"\b(?:to|in|for|visited|visit)\s+(?:the\s+)?$")
_TO_REACH: Final = 14
#: How a party is known that is a state or a town of it by its name alone.
_PLACES: Final = frozenset({"country", "capital", "metonym", "place"})
_DEALS: Final = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
_APPROVING: Final = forms_of_verbs("approve ratify endorse back pass")


def is_anothers(raw: RawMention, phrase: Phrase, own: Collection[str], named: Collection[str]) -> bool:
    """Whether a recipient without a country of its own belongs to another country than the actor's.

    Args:
        raw: the act.
        phrase: the recipient's phrase.
        own: the countries of the actors.
        named: the countries that the act's sentence names.
    """
    if not set(named) - set(own):
        return False
    if raw.type in _BROKEN_OFF:
        return phrase.form is PhraseForm.NOMINAL and phrase.head in _TALKS
    return raw.type == "SUPPORT" and phrase.mention.text.lower() == "it" and raw.trigger.text.split()[0].lower() in _APPROVING


def with_whom_it_is(parties: Sequence[Participant], phrases: Mapping[Span, Phrase], text: str) -> tuple[Participant, ...]:
    """Things without a country that are shared with the party right behind them ("lauded **a new era** with Morocco"), with its country."""
    found = []
    for one in parties:
        phrase = phrases.get(one.span)
        if one.country is None and phrase is not None and phrase.form is PhraseForm.NOMINAL and (behind := _WITH.match(text, one.span.end)):
            partner = next((p for p in parties if p.span.start == behind.end() and p.country), None)
            one = replace(one, country=partner.country, score=_SHARED_SCORE, method="complement") if partner else one
        found.append(one)
    return tuple(found)


def without_town_of_host(act: str, parties: tuple[Participant, ...], text: str) -> tuple[Participant, ...]:
    """The recipients of a visit without the town or state where the host is named who is of it: "flew to **Khartoum** for talks with Sudan's president".

    Args:
        act: the type of the act.
        parties: its recipients.
        text: the document's text.
    """
    if act != "CONSULT" or len(parties) < 2:
        return parties
    return tuple(
        one for at, one in enumerate(parties)
        if not (_TO.search(text, max(0, one.span.start - _TO_REACH), one.span.start) and any(_is_host(other, one) for other in parties[at + 1 :]))
    )  # fmt: skip


def _is_host(other: Participant, town: Participant) -> bool:
    """Whether a party behind a town is somebody of its state: not another name of the state or a town of it."""
    return other.country is not None and other.country == town.country and other.method not in _PLACES and town.method in _PLACES


def is_other_party(known: Known, phrase: Phrase, one: Participant, text: str) -> bool:
    """Whether a name that nobody knows is joined to the only known party of a deal ("Kagame and **Tshisekedi** met"): of what country it may be, not of that one's."""
    if known.act not in _DEALS or known.role != "actors" or len(known.same) != 1 or known.other:
        return False
    if phrase.form is not PhraseForm.NAME or one.method != "unknown" or len(phrase.mention.text.split()) > 1:
        return False
    span = phrase.mention.span
    return text[max(0, span.start - 5) : span.start] == " and " or text[span.end : span.end + 5] == " and "


def is_partner_of_body(one: Participant, raw: RawMention, own: Sequence[Participant], text: str) -> bool:
    """Whether nothing is known of a name that does something together with a known company or body, so that no country is looked for ("**Sonatrach** and
    Qualitex agreed")."""
    if raw.type not in _DEALS or one.country is not None or one.method != "unknown" or not one.text[:1].isupper():
        return False
    beside = (other for other in own if other.method == "organisation" and other.country)
    return any(_AND.fullmatch(text, *sorted((min(one.span.end, other.span.end), max(one.span.start, other.span.start)))) for other in beside)
