"""Who acts towards "it" is not it: in "Paris left, and the government in Bamako accused **it**" the state that accuses does not accuse itself, and whoever
says "I will meet **him**" meets another."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of, left_open
from dateline.resolve.sets import STATE_HEADS
from dateline.resolve.sided import NAMED_STATES
from dateline.types import Participant, Phrase, PhraseForm, RawMention

#: Types of acts that are words to or against another.
_TO_ANOTHER: Final = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: Types of acts in which somebody who speaks of himself meets another, mostly of another country.
_MEETS: Final = frozenset({"AGREE", "CONSULT"})
#: Types of deeds done to others, how parties are read that name a nation, and the score of the others' country.
_FORCED: Final = frozenset({"ASSAULT", "COERCE"})
_NATIONS: Final = frozenset({"adjective", "composition", "people"})
_SCORE: Final = 0.6
_PERSONS: Final = frozenset({"him", "her", "them"})
#: Between a verb and its object.
_OBJECT: Final = re.compile(r"\s+(?:(?:on|upon|to|at|against|with)\s+)?")


def is_another_than(
    raw: RawMention, one: Participant, phrase: Phrase, other: Sequence[Participant], antecedents: Sequence[Phrase], lookup: Lookup, text: str
) -> bool:
    """Whether "it", or "him" where "I" act, right behind the act's verb is another state or body than the one that acts.

    Args:
        raw: the act.
        one: the pronoun as a party, as far as it is known.
        phrase: the pronoun.
        other: who acts.
        antecedents: for what the pronoun may stand.
        lookup: what a phrase refers to.
        text: the document's text.
    """
    if raw.type in _MEETS and phrase.mention.text.lower() in _PERSONS:
        facing = _OBJECT.fullmatch(text, raw.trigger.span.end, phrase.mention.span.start) is not None
        return facing and any(p.text.lower() in {"i", "we"} for p in other)
    if raw.type not in _TO_ANOTHER or phrase.mention.text.lower() != "it" or not other or one.sector not in {None, "GOV"}:
        return False
    if _OBJECT.fullmatch(text, raw.trigger.span.end, phrase.mention.span.start) is None:
        return False
    if not all(_acts_for_state(p) for p in other):
        return False
    return all(_is_state(one, lookup) for one in antecedents)


def subject_before(
    raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant], subjects: Sequence[tuple[Phrase, str | None]], here: Collection[str]
) -> Participant:
    """"Them" to whom those whose nation a text names do something with the country of the others whom the sentence before is about ("Ten **Danes** landed.
    Russian guards beat **them**").

    Args:
        raw: the act.
        one: the pronoun as a party, as far as it is known.
        phrase: the pronoun.
        other: who acts.
        subjects: the subjects of the sentence before with their countries.
        here: the countries that the act's sentence names before the pronoun.
    """
    if one.country is not None or phrase is None or raw.type not in _FORCED or phrase.mention.text.lower() != "them":
        return one
    doers, about = countries_of(other), {code for p, code in subjects if code}
    told = len(doers) == 1 and all(p.method in _NATIONS for p in other) and doers == set(here)
    return replace(one, country=next(iter(about)), score=_SCORE, method="setting") if told and len(about) == 1 and not about & (doers | BODIES) else one


def _acts_for_state(one: Participant) -> bool:
    """Whether a party is a body or a state by its name, that of its capital or its government; a minister may mean a party of his country."""
    return one.country in BODIES or one.method in NAMED_STATES or (one.sector == "GOV" and one.text.lower().endswith("government"))


def _is_state(phrase: Phrase, lookup: Lookup) -> bool:
    """Whether a phrase names a state or body, or is a noun for one."""
    found = lookup(phrase)
    body = found.chosen is not None and found.chosen.country in BODIES
    return body or found.method in NAMED_STATES or (phrase.form is PhraseForm.NOMINAL and phrase.head in STATE_HEADS | {"government", "country", "state"})


def reopened(one: Participant, other: Sequence[Participant]) -> Participant:
    """The pronoun without the country of whoever acts."""
    return left_open(one) if one.country in countries_of(other) else one
