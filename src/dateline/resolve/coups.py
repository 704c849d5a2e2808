"""Whose army topples a president: his own state's, whatever other state the sentence tells of ("Aristide, toppled by **the army**")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.types import Participant, Phrase, PhraseForm, RawMention

_TOPPLES: Final = re.compile(r"(?:toppl\w+|oust\w*|overthr\w+|depos\w+|unseat\w*|coup|putsch|mutin\w+|impeach\w*|remov\w+ from (?:office|power))\b", re.I)
_FORCES: Final = words_of("resolve.coups.forces")
_RULERS: Final = re.compile(r"\b(?:president|premier|prime minister|government|king|leader|ruler|emperor|shah|sultan|chancellor|regime)\b", re.I)
_TOLD: Final = frozenset({"person", "surname", "composition", "reference", "country", "capital"})


def state_of_force(raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant]) -> str | None:
    """The state of a bare force that topples a ruler: the ruler's.

    Args:
        raw: the act.
        one: a party of its actors.
        phrase: its phrase.
        other: the recipients by their own words.
    """
    if one.country or phrase is None or phrase.form is not PhraseForm.NOMINAL or phrase.head not in _FORCES or raw.type not in {"COERCE", "ASSAULT", "SANCTION"}:
        return None
    if phrase.mention.text.lower() != phrase.head or not _TOPPLES.match(raw.trigger.text):
        return None
    codes = {p.country for p in other if p.country and p.method in _TOLD and (p.entity or _RULERS.search(p.text))}
    return codes.pop() if len(codes) == 1 and not codes & BODIES else None
