"""Parses mended where a time was read as part of the subject behind it: "**That March Maseru** closed the border", "in **April police** arrested",
"between 3 and **9 May Hamas** fired"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.tags import SUBJECTS, TENSED
from dateline.ontology.wordlists import words_of

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_TIMES: Final = MONTHS | WEEKDAYS
_PREPOSITIONS: Final = words_of("extract.monthsubjects.prepositions")
_DETERMINERS: Final = frozenset({"that", "this", "last", "next"})
_GLUED: Final = frozenset({"compound", "nmod"})
_BETWEEN: Final = frozenset({"and", "to", "-", "–"})


def unglued(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such a time given back to its clause, or as they are."""
    for time in tokens[1:-1]:
        if time.dep in _GLUED and time.lower in _TIMES and time.text[0].isupper() and tokens[time.head].lower not in _TIMES:
            tokens = _mended(tokens, time) or tokens
    return tokens


def _mended(tokens: Sequence[Token], time: Token) -> Sequence[Token] | None:
    subject = tokens[time.head]
    year = tokens[time.i + 1]
    after = time.i + (2 if year.text.isdigit() and len(year.text) == 4 else 1)
    if subject.i != after or not (subject.tag == "NNP" or subject.lower == "police"):
        return None
    first = time.i
    while first and (tokens[first - 1].text.isdigit() or tokens[first - 1].lower in _BETWEEN):
        first -= 1
    before = tokens[first - 1] if first else time
    if before.lower in _DETERMINERS and subject.dep in SUBJECTS and first == time.i:
        return _given(tokens, time, before.i, subject, subject.head)
    if before.lower not in _PREPOSITIONS or before.dep == "mark":
        return None
    if subject.dep == "pobj" and subject.head == before.i:
        verb = tokens[after + 1] if after + 1 < len(tokens) else subject
        if verb.tag not in TENSED or any(one.dep in SUBJECTS and one.head == verb.i and one.i > before.i for one in tokens):
            return None
        given = _given(tokens, time, before.i, replace(subject, dep="nsubj", head=verb.i), verb.i)
        return _lifted(given, verb, subject, before)
    if subject.dep not in SUBJECTS or any(one.dep == "pobj" and one.head == before.i for one in tokens):
        return None
    return _given(tokens, time, before.i, subject, subject.head)


def _lifted(given: Sequence[Token], verb: Token, subject: Token, before: Token) -> Sequence[Token]:
    """The tokens with a verb that hung on its subject ("On 14 **April police killed** ...") in the place of the preposition, which hangs on it now."""
    if verb.head != subject.i:
        return given
    out = list(given)
    out[verb.i] = replace(verb, dep="ROOT", head=verb.i) if before.head == before.i else replace(verb, head=before.head)
    out[before.i] = replace(out[before.i], dep="prep", head=verb.i)
    return out


def _given(tokens: Sequence[Token], time: Token, before: int, subject: Token, verb: int) -> Sequence[Token]:
    """The tokens with the time from ``before`` to its year hung on the preposition or, behind a determiner, on the verb."""
    out = list(tokens)
    determined = tokens[before].lower in _DETERMINERS
    lost = tokens[before].dep not in {"prep", "pcomp", "agent"}
    for one in tokens[before + 1 : subject.i]:
        out[one.i] = replace(one, dep="nummod", head=time.i)
    out[before] = replace(tokens[before], dep="det", head=time.i) if determined else replace(tokens[before], dep="prep", head=verb) if lost else tokens[before]
    out[time.i] = replace(time, dep="npadvmod", head=verb) if determined else replace(time, dep="pobj", head=before)
    out[subject.i] = subject
    return out
