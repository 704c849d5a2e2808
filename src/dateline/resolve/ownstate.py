"""Whose "we" is of whom a text tells only that he is "a ministry spokesman": that of the state of which he has said what it regrets, rejects or demands
("**Ecuador** regrets the decision, ministry spokesman Vega said. "**We** will downgrade their embassy"); "they" and "their" are then another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.ontology.wordlists import pattern_of
from dateline.resolve.firstperson import SUBJECTS
from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, RawMention, Span

#: Types of acts that are words of a state which its spokesman gives.
_UTTERED: Final = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
_STATES: Final = frozenset({"country", "capital"})
#: Verbs by which a state says what it thinks.
_THINKS: Final = re.compile(rf"(?:{pattern_of('resolve.ownstate.thinks')})\b")
_OFFICES: Final = frozenset({"GOV", "MIL"})
#: Measures that "we" take against "them".
_MEASURES: Final = frozenset({"SANCTION", "THREATEN"})
_THEM: Final = re.compile(r"(?:them|they|their)\b", re.I)


def told_state(raw: RawMention, actors: Sequence[Participant], said: Sequence[Participant]) -> tuple[Span, str] | None:
    """The speaker who says what a state thinks, and that state, where his own words do not say whose he is."""
    speaker = raw.attribution.phrase if raw.attribution else None
    if speaker is None or raw.type not in _UTTERED or len(actors) != 1 or not said or said[0].country or said[0].sector not in _OFFICES:
        return None
    state = actors[0]
    named = state.country is not None and state.method in _STATES
    return (speaker.mention.span, state.country) if named and state.country and _THINKS.match(raw.trigger.text) else None


def not_ours(raw: RawMention, phrase: Phrase, other: Sequence[Participant], text: str) -> frozenset[str]:
    """The countries of a quoted "we" that take measures against "them" or "their embassy"."""
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    ours = len(other) == 1 and other[0].text.lower() in SUBJECTS and other[0].sector in _OFFICES
    return countries_of(other) if ours and raw.type in _MEASURES and _THEM.match(text, start) else frozenset()
