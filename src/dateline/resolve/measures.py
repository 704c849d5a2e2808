"""Who goes on with the measures of which the text has just told: "Beijing suspended imports from Australia ... **customs officials** held up shipments"."""

from __future__ import annotations

import re
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention

_TYPES: Final = frozenset({"SANCTION", "COERCE"})
_OFFICIAL: Final = re.compile(
    r"(?:[\w'’-]+ ){0,2}(?:ministry|department|bureau|office|administration)(?: of(?: [\w'’-]+){1,4})?"
    r"|(?:[\w'’-]+ ){0,2}(?:officials|authorities|regulators?|inspectors|customs|guards)", re.I
)
#: By these the other side answers.
_ANSWERS: Final = re.compile(r"\b(?:respon\w+|retaliat\w+|in turn|in return|answer\w*|counter\w*|hit back|reciproc\w+|tit.for.tat|in kind|for its part)\b", re.I)
#: Sentences back in which the last measure may be told.
_BACK: Final = 2
_TOLD: Final = frozenset({"place", "country", "capital", "adjective", "composition", "person", "surname", "metonym", "setting"})


def is_measure(act: ResolvedMention) -> bool:
    """Whether an act is a sanction or a measure of force of some states against others."""
    takers, hit = countries_of(act.actors), countries_of(act.recipients)
    return act.raw.type in _TYPES and bool(takers) and bool(hit) and not takers & hit


def state_going_on(raw: RawMention, one: Participant, phrase: Phrase, other: frozenset[str], here: frozenset[str], last: ResolvedMention | None) -> str | None:
    """The state that took the last measure, for an office without a country that takes the next against the same state.

    Args:
        raw: the act.
        one: its actor.
        phrase: the actor's phrase.
        other: the countries of its recipients by their own words.
        here: the countries that its sentence names.
        last: the last sanction before.
    """
    if raw.type not in _TYPES or one.country or last is None or raw.sentence.index - last.raw.sentence.index > _BACK:
        return None
    if phrase.form is PhraseForm.PRONOUN or _OFFICIAL.fullmatch(one.text) is None or _ANSWERS.search(raw.sentence.text):
        return None
    takers, hit = countries_of(last.actors), countries_of(last.recipients)
    if len(takers) != 1 or len(hit) != 1 or takers & hit or (takers | hit) & BODIES or any(p.method not in _TOLD for p in last.actors):
        return None
    return next(iter(takers)) if other <= hit and here <= hit | takers else None
