"""Parses mended where a time was read as the subject of the verb behind it: "Sailors who have been stranded **since May** flew home, and Manila said ...".

The parser then takes "May flew home" for a clause of the relative one, and joins the subject of the next clause to the first one's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.tags import SUBJECTS, TENSED

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_MARKS: Final = frozenset({"since", "until", "after", "before"})
_INSIDE: Final = frozenset({"pobj", "prep", "conj", "appos"})


def parted(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with the two clauses parted and the time given back to the relative clause, or as they are."""
    for mark in tokens:
        verb = tokens[mark.head]
        if mark.lower in _MARKS and mark.dep == "mark" and verb.dep == "advcl" and verb.tag in TENSED and _is_time(tokens[mark.i + 1 : verb.i]):
            mended = _mended(tokens, mark, verb)
            if mended is not None:
                return mended
    return tokens


def _is_time(words: Sequence[Token]) -> bool:
    return 0 < len(words) <= 2 and all(t.lower in MONTHS | WEEKDAYS or (t.text.isdigit() and len(t.text) in {1, 2, 4}) or t.lower == "last" for t in words)


def _mended(tokens: Sequence[Token], mark: Token, verb: Token) -> Sequence[Token] | None:
    """The tokens mended, nothing where the subjects of two clauses were not joined."""
    relative = tokens[verb.head]
    subject = tokens[relative.head]
    while subject.dep in _INSIDE:
        subject = tokens[subject.head]
    second = tokens[subject.head]
    other = next((t for t in tokens[verb.i + 1 : second.i] if t.head == subject.i and t.dep == "conj"), None)
    if relative.dep != "relcl" or subject.dep not in SUBJECTS or second.i < verb.i or other is None:
        return None
    out = list(tokens)
    time = tokens[verb.i - 1]
    out[mark.i] = replace(mark, dep="prep", head=relative.i)
    for word in tokens[mark.i + 1 : time.i]:
        out[word.i] = replace(word, dep="nmod", head=time.i)
    out[time.i] = replace(time, dep="pobj", head=mark.i)
    for token in tokens[verb.i + 1 : second.i]:
        if token.head == subject.i and token.i != other.i:
            out[token.i] = replace(token, head=verb.i)
    out[subject.i] = replace(subject, head=verb.i)
    out[other.i] = replace(other, dep="nsubj", head=second.i)
    root = second.head == second.i
    out[verb.i] = replace(verb, dep=second.dep, head=verb.i if root else second.head)
    out[second.i] = replace(second, dep="conj", head=verb.i)
    return out
