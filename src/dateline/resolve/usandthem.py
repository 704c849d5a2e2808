"""Whom "they" are who act against "us" in what somebody says: not the speaker's own state, and in all that he says the same; "us" and what is ours is his."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.resolve.firstperson import FIRST
from dateline.resolve.owners import OPPOSED
from dateline.types import Phrase, RawMention, Span

#: Types of acts against somebody.
_HOSTILE: Final = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
_OUR: Final = re.compile(r"our\s", re.I)
_THEY: Final = "they"


def set_against_us(acts: Iterable[RawMention], plurals: Sequence[Phrase], text: str) -> frozenset[Span]:
    """Where the speakers are named in whose words "they" act against "us" ("**They** have seized our boats").

    None of a speaker who may mean his own people: "Our soldiers held out. **They** drove back our attackers".

    Args:
        acts: the acts of a document.
        plurals: its plural phrases.
        text: its text.
    """
    found = set()
    for raw in acts:
        speaker, they = speaker_of(raw), they_of(raw)
        if speaker is None or they is None or raw.type not in _HOSTILE or not any(is_ours(p, text) for p in raw.recipients):
            continue
        start = they.mention.span.start
        near = (p for p in plurals if p.subject and p.sentence >= they.sentence - 1 and p.mention.span.end <= start)
        if not any(is_ours(p, text) and p.mention.text.lower() not in FIRST for p in near):
            found.add(speaker)
    return frozenset(found)


def speaker_of(raw: RawMention) -> Span | None:
    """Where the speaker of an act is named."""
    return raw.attribution.phrase.mention.span if raw.attribution is not None and raw.attribution.phrase is not None else None


def they_of(raw: RawMention) -> Phrase | None:
    """The "they" that alone does an act."""
    return raw.actors[0] if len(raw.actors) == 1 and raw.actors[0].mention.text.lower() == _THEY else None


def is_ours(phrase: Phrase | None, text: str) -> bool:
    """Whether a phrase is "us" or somebody or something of ours; "our enemies" and "our neighbours" are others."""
    if phrase is None:
        return False
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    return phrase.mention.text.lower() in FIRST or (phrase.head not in OPPOSED and _OUR.match(text, start) is not None)
