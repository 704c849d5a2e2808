"""Parses mended where a month or weekday was read as part of the subject behind it: "**That March Maseru** closed the border", "in **April police** arrested"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.tags import TENSED

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_TIMES: Final = MONTHS | WEEKDAYS
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_PREPOSITIONS: Final = frozenset({"in", "on", "since", "by", "until", "during"})
_DETERMINERS: Final = frozenset({"that", "this", "last", "next"})


def unglued(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such a time given back to its clause, or as they are."""
    for time in tokens[1:-1]:
        if time.dep == "compound" and time.head == time.i + 1 and time.lower in _TIMES and time.text[0].isupper():
            tokens = _mended(tokens, time) or tokens
    return tokens


def _mended(tokens: Sequence[Token], time: Token) -> Sequence[Token] | None:
    before, subject = tokens[time.i - 1], tokens[time.head]
    if not (subject.tag == "NNP" or subject.lower == "police") or subject.lower in _TIMES:
        return None
    out = list(tokens)
    if before.lower in _DETERMINERS and subject.dep in _SUBJECTS and before.head in {time.i, subject.i}:
        out[before.i] = replace(before, head=time.i)
        out[time.i] = replace(time, dep="npadvmod", head=subject.head)
        return out
    if before.lower not in _PREPOSITIONS or before.pos not in {"ADP", "SCONJ"}:
        return None
    if subject.dep == "pobj" and subject.head == before.i:
        verb = tokens[time.i + 2] if time.i + 2 < len(tokens) else subject
        if verb.tag not in TENSED or any(one.dep in _SUBJECTS and one.head == verb.i for one in tokens):
            return None
        out[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    elif subject.dep not in _SUBJECTS or any(one.dep == "pobj" and one.head == before.i for one in tokens):
        return None
    out[time.i] = replace(time, dep="pobj", head=before.i)
    return out
