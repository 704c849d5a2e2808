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


def is_unknown_partner(known: Known, phrase: Phrase, one: Participant, text: str) -> bool:
    """Whether a name that nobody knows is joined to a known party as the other one of a deal ("**Sonatrach and Naturgy** signed"), whose country is not its own."""
    if known.act not in _DEALS or known.role != "actors" or len(known.same) != 1 or known.other:
        return False
    if phrase.form is not PhraseForm.NAME or one.method != "unknown" or len(phrase.mention.text.split()) > 1:
        return False
    span = phrase.mention.span
    return text[max(0, span.start - 5) : span.start] == " and " or text[span.end : span.end + 5] == " and "
