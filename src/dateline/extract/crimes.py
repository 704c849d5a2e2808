"""Whose the crimes are that somebody is charged with: "Chileans, accused of kidnapping and **torture**", "three men, charged with first-degree **murder**".

They are those of the accused, not of the police who hold them, however many stand in a row; whom they hit stands behind them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs

_CHARGING: Final = forms_of_verbs("charge accuse suspect convict indict prosecute arraign")
_CHARGES: Final = frozenset({"charges", "charge", "suspicion", "accusations", "accusation", "allegations"})
_LINKS: Final = frozenset({"with", "of", "for", "on", "over"})
_CRIMES: Final = frozenset({"ASSAULT", "COERCE"})
_CHARGE_TYPES: Final = frozenset({"ACCUSE", "SANCTION"})


def by_the_charged(act: Act, acts: Sequence[Act]) -> Act:
    """The act with the accused for its actors where it is what a charge of its sentence is for."""
    if act.type not in _CRIMES:
        return act
    sentence, crime = act.sentence, act.sentence.tokens[act.head]
    if crime.pos != "NOUN" or sentence.kids(crime.i, "poss") or any(t.lower == "by" for t in sentence.kids(crime.i, "prep")):
        return act
    above = _governor(sentence, crime)
    if above is None or (above.lower not in _CHARGING and above.lower not in _CHARGES):
        return act
    charge = next((one for one in acts if one.head == above.i and one.type in _CHARGE_TYPES), None)
    if charge is None or not charge.recipients:
        return act
    left = tuple(i for i in act.recipients if i > act.head)
    return replace(act, trigger=_whole(sentence, act.trigger), actors=charge.recipients, recipients=left, leans=act.leans if left else ())


def _governor(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The word that a noun is the charge of: over the row it stands in, and the preposition before that."""
    while noun.dep == "conj":
        noun = sentence.tokens[noun.head]
    link = sentence.tokens[noun.head]
    if noun.dep != "pobj" or link.lower not in _LINKS:
        return None
    above = sentence.tokens[link.head]
    return None if above.i == noun.i else above


def _whole(sentence: ParsedSentence, trigger: tuple[int, int]) -> tuple[int, int]:
    """Trigger words without the torn end of a compound ("first-**degree murder**" is "murder")."""
    first, last = trigger
    torn = first < last and first and sentence.tokens[first - 1].text == "-" and sentence.tokens[first - 1].end == sentence.tokens[first].start
    return (last, last) if torn else trigger
