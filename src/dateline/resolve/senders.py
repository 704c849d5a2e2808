"""Who sends people: out of a country where the text says "it" not the state of those sent, and no body, which has no country to send out of; and whose
forces are whom a state sends ("The Union hesitated. Chad sent **a battalion**, and **it** took the airport")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.bystanders import is_sent_away
from dateline.resolve.participants import countries_of, left_open
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention, Span

_STATES: Final = frozenset({"it", "they"})
#: How a state sends forces, and how far behind the verb they stand.
_SENDING: Final = frozenset({"AID", "MOBILIZE"})
_OBJECT: Final = 24


def sender_open(raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant]) -> Participant:
    """The party of "it" that sends somebody out of its country, open where it has that of those sent ("**Chad's** ambassador was expelled by **it**")."""
    if phrase is None or not is_sent_away(raw) or phrase.mention.text.lower() not in _STATES or one.country not in countries_of(other):
        return one
    return replace(left_open(one), sector=None, sectors=())


def not_sender(raw: RawMention, phrase: Phrase, other: Sequence[Participant]) -> frozenset[str]:
    """Who does not send somebody out of a country: his own state and bodies, which have no country to send out of."""
    return countries_of(other) | BODIES if is_sent_away(raw) and phrase.form is PhraseForm.PRONOUN else frozenset()


class Sent:
    """The forces of a document that a state sends or moves without a word on whose they are."""

    def __init__(self) -> None:
        self._by: dict[Span, str] = {}

    def note(self, act: ResolvedMention, phrases: Sequence[Phrase]) -> None:
        """Remembers whom an act sends: the nouns right behind its verb that are no party of it.

        Args:
            act: an act.
            phrases: the phrases of its sentence.
        """
        raw, codes = act.raw, countries_of(act.actors)
        if raw.type not in _SENDING or raw.voice not in {"active", ""} or len(codes) != 1 or codes & BODIES or raw.negated:
            return
        start, end = raw.trigger.span.start, raw.trigger.span.end + _OBJECT
        parties = {p.span for p in (*act.actors, *act.recipients)}
        for phrase in phrases:
            span = phrase.mention.span
            if phrase.form is PhraseForm.NOMINAL and not phrase.subject and start <= span.start < end and span not in parties:
                self._by.setdefault(span, *codes)

    def sender(self, antecedents: Sequence[Phrase]) -> str | None:
        """The state that sent what a pronoun stands for."""
        codes = {self._by.get(one.mention.span) for one in antecedents}
        return next(iter(codes)) if len(codes) == 1 else None
