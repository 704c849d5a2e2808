"""Whose the deed is that somebody judges: "Zhao posted a picture ...; Morrison called **it** repugnant" is Morrison's word on Zhao's state, not on his own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.resolve.sided import NAMED_STATES
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm, RawMention

#: Types of acts that judge; of the second only what is called by a noun is another's.
TYPES: Final = frozenset({"ACCUSE", "REJECT"})
#: Score of the country of whose deed it is.
JUDGED_SCORE: Final = 0.6
_JUDGES: Final = re.compile(r"(?:call|brand|label|describ|denounc|condemn|deplor|decr|slam|blast|reject|dismiss|characteri[sz]|deem)\w*\b", re.I)
#: What measures against another state are called when others judge them, by these words.
_MEASURES: Final = frozenset("measures sanctions ban bans embargo expulsions tariffs duties restrictions move step steps moves".split())
_OF_MEASURES: Final = re.compile(r"(?:denounc|condemn|deplor|decr|slam|blast|criticis|criticiz|oppos|reject)\w*\b", re.I)
#: What a deed is called when it is judged, between "the" and nothing that tells whose or which it is.
_MOVES: Final = frozenset("move step decision measure gesture".split())
_WHOSE_MOVE: Final = re.compile(r"\s+(?:by|of|from|to|in|on|against|for|that|which|taken|made|announced)\b")
_THINGS: Final = frozenset("it this that them these those".split())
#: Ways in which a party speaks for its state by its own words.
_SPEAKS: Final = NAMED_STATES | {"person", "surname", "metonym", "composition"}
_STATES: Final = frozenset({"country", "capital", "adjective", "person"})


def judged(raw: RawMention, one: Participant, phrase: Phrase | None, by: Sequence[Participant], here: Sequence[Sighting], doers: frozenset[str]) -> Participant:
    """A thing that a state's own voice judges, where it has that state's country or none, with the country of who did it.

    Args:
        raw: the act.
        one: a party of the recipients.
        phrase: its phrase.
        by: who judges.
        here: where the act's sentence names countries.
        doers: the countries of who did the act before.
    """
    if phrase is not None and phrase.form is PhraseForm.NOMINAL:
        return _move_of(raw, one, phrase, by, here, doers)
    if raw.type != "ACCUSE" or phrase is None or phrase.form is not PhraseForm.PRONOUN or one.text.lower() not in _THINGS or not _JUDGES.match(raw.trigger.text):
        return one
    own = countries_of(by)
    if len(own) != 1 or one.country not in {None, *own} or any(p.method not in _SPEAKS or p.sector not in {"GOV", "MIL", "LEG"} for p in by):
        return one
    start = phrase.mention.span.start
    others = {s.country for s in here if s.end <= start and s.kind in _STATES and s.where != "in"} - own - BODIES
    codes = others or (doers - own - BODIES)
    return replace(one, country=next(iter(codes)), score=JUDGED_SCORE, method="doer") if len(codes) == 1 else one


def measures_judged(
    raw: RawMention, one: Participant, phrase: Phrase | None, by: Sequence[Participant], here: Sequence[Sighting], told: tuple[frozenset[str], frozenset[str]]
) -> tuple[Participant, ...]:
    """The measures that others judge with the states that took them ("Oslo and Bern barred Malian officials. Togo denounced **the sanctions**"), one party each,
    in a sentence that tells of nobody but the judge and those whom they hit.

    Args:
        raw: the act.
        one: a party of the recipients.
        phrase: its phrase.
        by: who judges.
        here: where the act's sentence names countries.
        told: who took the last measures and whom they hit.
    """
    takers, hit = told
    own = countries_of(by)
    if phrase is None or one.country is not None or not takers or len(own) != 1 or own & takers or not _OF_MEASURES.match(raw.trigger.text):
        return (one,)
    if phrase.form is not PhraseForm.NOMINAL or not _is_bare(raw, phrase, _MEASURES) or {s.country for s in here} - own - takers - hit:
        return (one,)
    return tuple(replace(one, country=code, score=JUDGED_SCORE, method="doer") for code in sorted(takers))


def _is_bare(raw: RawMention, phrase: Phrase, nouns: frozenset[str]) -> bool:
    """Whether a phrase is "the" or "this" and one of some nouns, and nothing behind it tells whose or which."""
    at = phrase.mention.span.start - raw.sentence.span.start
    before, after = raw.sentence.text[max(0, at - 6) : at].lower(), phrase.mention.span.end - raw.sentence.span.start
    alone = phrase.mention.text.lower() == phrase.head and phrase.head in nouns
    return alone and before.endswith(("the ", "this ", "that ", "these ")) and not _WHOSE_MOVE.match(raw.sentence.text, after)


def _move_of(raw: RawMention, one: Participant, phrase: Phrase, by: Sequence[Participant], here: Sequence[Sighting], doers: frozenset[str]) -> Participant:
    """The bare "move" of the sentence before with the state that made it ("Lima closed the port. Quito dismissed **the move**"), in a sentence that
    tells of no state but the judge's."""
    if one.country is not None or not _JUDGES.match(raw.trigger.text) or len(doers) != 1 or not _is_bare(raw, phrase, _MOVES):
        return one
    if {s.country for s in here} - BODIES - countries_of(by) - doers:
        return one
    return replace(one, country=next(iter(doers)), score=JUDGED_SCORE, method="doer")
