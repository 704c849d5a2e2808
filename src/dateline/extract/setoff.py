"""Parses mended where a time before its clause was hung on another: on the clause joined before it, where something is inserted ("and on 9 July, according
to Rabat, **soldiers** shot two"), or on what is said in the insertion ("and on 9 July, officials **said**, soldiers shot two")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.heads import heads_over
from dateline.extract.tags import ANY_SUBJECT, FINITE, TENSED
from dateline.ontology.speech import load_speech

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_PREPOSITIONS: Final = frozenset({"in", "on", "by"})
#: What is no verb of the clause that follows: auxiliaries, and verbs of clauses beside.
_ASIDE: Final = frozenset({"aux", "auxpass", "relcl", "advcl", "acl"})
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")


def rehung(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such times given to the verbs that follow, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    out: list[Token] | None = None
    for prep in tokens:
        if prep.dep != "prep" or prep.lower not in _PREPOSITIONS:
            continue
        comma = _end_of_time(tokens, prep)
        verb = _told(tokens, prep, comma) if comma else None
        if verb is not None and prep not in heads_over(tokens, verb.i):
            out = out or list(tokens)
            out[prep.i] = replace(prep, head=verb.i)
    return tokens if out is None else out


def _end_of_time(tokens: Sequence[Token], prep: Token) -> int:
    """Where the comma stands behind a month, a weekday or a year that hangs on a preposition; nowhere (0) is none."""
    end = next((t.i for t in tokens[prep.i + 1 : prep.i + 6] if t.text == ","), 0)
    words = tokens[prep.i + 1 : end]
    named = any(t.lower in MONTHS | WEEKDAYS or _YEAR.fullmatch(t.text) for t in words)
    return end if named and all(t.head == prep.i or prep.i < t.head < end for t in words) else 0


def _told(tokens: Sequence[Token], prep: Token, comma: int) -> Token | None:
    """The verb whose time it is, where that is not the one over it."""
    above = tokens[prep.head]
    if above.i < prep.i:
        return _joined(tokens, prep, above, comma)
    said = above if _is_inserted(tokens, above, comma) else None
    if said is None:
        return None
    verb = _next_verb(tokens, said.i + 1)
    clause = tokens[said.i + 2 : verb.i] if verb is not None else ()
    return verb if verb is not None and any(t.head == verb.i and t.dep in ANY_SUBJECT for t in clause) else None


def _joined(tokens: Sequence[Token], prep: Token, above: Token, comma: int) -> Token | None:
    """The verb joined to the one over a time that stands right behind "and", the first to follow."""
    link = tokens[prep.i - 1]
    if link.dep != "cc" or link.head != above.i or above.tag not in TENSED:
        return None
    verb = _next_verb(tokens, comma)
    if verb is None or verb.dep != "conj" or verb.head != above.i:
        return None
    return None if any(t.dep == "cc" and t.head == above.i for t in tokens[comma : verb.i]) else verb


def _next_verb(tokens: Sequence[Token], start: int) -> Token | None:
    """The next verb with a tense, its own or its auxiliary's, that is no clause's beside: not "the army, which **holds** the town, closed it"."""
    helped = {t.head for t in tokens if t.dep in {"aux", "auxpass"} and t.tag in FINITE}
    return next((t for t in tokens[start:] if (t.tag in TENSED or t.i in helped) and t.dep not in _ASIDE), None)


def _is_inserted(tokens: Sequence[Token], verb: Token, comma: int) -> bool:
    """Whether a verb of speech stands with its subject between commas, the first right behind the time."""
    if verb.i + 1 >= len(tokens) or tokens[verb.i + 1].text != "," or verb.tag not in TENSED or verb.lower not in load_speech().verbs:
        return False
    subject = next((t for t in tokens[comma + 1 : verb.i] if t.head == verb.i and t.dep in ANY_SUBJECT), None)
    return subject is not None and all(t.tag not in TENSED and t.text != "," for t in tokens[comma + 1 : verb.i])
