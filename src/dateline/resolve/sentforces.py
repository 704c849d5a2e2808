"""Whose forces they are whom a state sends: its own ("The Union hesitated. Chad sent **a battalion**, and **they** took the airport")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.types import Phrase, PhraseForm, ResolvedMention, Span

#: Types of acts by which a state sends forces, and how far behind the verb they stand.
_SENDING: Final = frozenset({"AID", "MOBILIZE"})
_OBJECT: Final = 24


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
