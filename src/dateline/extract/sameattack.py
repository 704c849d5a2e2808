"""Sentences that go on telling of the attack before them: "Raiders attacked Tahoua **on 12 June**. Eleven people were killed", "... on Sunday. Police confirmed
the attack". Its day is that of the attack, and its place where it names none; a report's own day would make a second attack of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.around import Moment
from dateline.extract.parse import ParsedSentence
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.types import RawMention, Status

#: What befell people in an attack, told without who did it.
_BEFELL: Final = forms_of_verbs("kill wound injure hurt abduct kidnap maim") | {"dead"}
#: Nouns by which an attack is told again.
_AGAIN: Final = forms_of_nouns("attack assault raid ambush shooting bombing blast explosion strike killing abduction kidnapping massacre incident murder shelling")
_THE: Final = re.compile(r"\b(?:the|this|these)\s+(?:(?:deadly|latest|armed|same|brutal|heinous|gruesome|cross-border)\s+)?$", re.IGNORECASE)
#: What tells of more attacks or of another time: "have been killed **since**", "in **an earlier** attack".
_OTHER: Final = re.compile(
    r"\b(?:since|so\s+far|overall|total(?:led|s)?|years?|months?|weeks?|earlier|previous(?:ly)?|another|separate(?:ly)?|elsewhere|similar|later|last|"
    r"meanwhile|also|other\s+(?:attack|incident|raid)s?|(?:have|has)\s+been)\b",
    re.IGNORECASE,
)
#: A place of its own behind what befell somebody: "were killed **in Jos**".
_PLACED: Final = re.compile(r"\b(?:in|at|near|across|around|outside)\s+(?:the\s+)?(?:\w+\s+)?[A-Z]")
#: Sentences from an attack to one that goes on with it.
_REACH: Final = 2


def with_attack_before(mentions: Sequence[RawMention], sentences: Sequence[ParsedSentence], moments: Sequence[Moment]) -> list[RawMention]:
    """The acts, with the time and place of the attack before them where they tell of no other.

    Args:
        mentions: the acts, in text order.
        sentences: the sentences of the document.
        moments: what each says of its time.
    """
    found: list[RawMention] = []
    for one in mentions:
        before = _attack_before(one, found, sentences) if _is_open(one) and _goes_on(one, sentences, moments) else None
        found.append(one if before is None else replace(one, time=before.time, places=one.places or before.places))
    return found


def _is_open(one: RawMention) -> bool:
    return one.type == "ASSAULT" and one.time is None and one.around is None and not one.negated and one.status is Status.OCCURRED


def _goes_on(one: RawMention, sentences: Sequence[ParsedSentence], moments: Sequence[Moment]) -> bool:
    """Whether an act is told as what befell somebody, or again, in words that name no other time or place."""
    text, start = one.sentence.text, one.trigger.span.start - one.sentence.span.start
    clause = text.rfind(";", 0, start) + 1
    if any(date.start >= clause for date in moments[one.sentence.index].named) or _OTHER.search(text, clause) is not None:
        return False
    words = one.trigger.text.lower().split()
    if not _AGAIN.isdisjoint(words):
        return _THE.search(text, clause, start) is not None
    return not one.actors and not _BEFELL.isdisjoint(words) and _PLACED.search(text, clause) is None


def _attack_before(one: RawMention, told: Sequence[RawMention], sentences: Sequence[ParsedSentence]) -> RawMention | None:
    """The last attack told before an act in its paragraph, of which words say when; in its own sentence only behind a semicolon."""
    index = one.sentence.index
    start = one.sentence.span.start + one.sentence.text.rfind(";", 0, one.trigger.span.start - one.sentence.span.start)
    for prior in reversed(told):
        if index - prior.sentence.index > _REACH or sentences[prior.sentence.index].paragraph != sentences[index].paragraph:
            return None
        if prior.type == "ASSAULT" and prior.time is not None and prior.time.is_told and (prior.sentence.index < index or prior.trigger.span.start < start):
            return prior if prior.status is Status.OCCURRED and not prior.negated else None
    return None
