"""Who sends people out of a country where the text says "it": not the state of those sent, and no body, which has no country to send out of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.bystanders import is_sent_away
from dateline.resolve.participants import countries_of, left_open
from dateline.types import Participant, Phrase, PhraseForm, RawMention

_STATES: Final = frozenset({"it", "they"})


def sender_open(raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant]) -> Participant:
    """The party of "it" that sends somebody out of its country, open where it has that of those sent ("**Chad's** ambassador was expelled by **it**")."""
    if phrase is None or not is_sent_away(raw) or phrase.mention.text.lower() not in _STATES or one.country not in countries_of(other):
        return one
    return replace(left_open(one), sector=None, sectors=())


def not_sender(raw: RawMention, phrase: Phrase, other: Sequence[Participant]) -> frozenset[str]:
    """Who does not send somebody out of a country: his own state and bodies, which have no country to send out of."""
    return countries_of(other) | BODIES if is_sent_away(raw) and phrase.form is PhraseForm.PRONOUN else frozenset()
