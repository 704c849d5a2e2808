"""What is not the actor's own: talks that are called off are with another, and a parliament that approves "it" approves another's bid named beside it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dateline.ontology.inflect import forms_of_verbs
from dateline.types import Phrase, PhraseForm, RawMention

_TALKS: Final = frozenset({"talks", "negotiations", "summit", "dialogue"})
_BROKEN_OFF: Final = frozenset({"REJECT", "SANCTION"})
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
