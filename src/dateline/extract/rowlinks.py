"""Parses mended where what joins a party to another was hung elsewhere: "Peru, **as well as Chile**, protested", "Jordan recalled its envoy and, **together
with Egypt**, asked for an apology".

The parser takes "as" for a preposition with an object of its own, and hangs what stands behind "and" on the verb before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.tags import SUBJECTS

if TYPE_CHECKING:
    from dateline.extract.parse import Token

#: Words before "with" by which somebody acts beside another.
BESIDE: Final = frozenset({"together", "along", "jointly"})


def linked(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such parties joined to the first of their row, and such companions to the verb behind them, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    for token in tokens:
        if token.lower == "as" and token.dep == "cc" and tokens[token.i - 1].lower == "well":
            tokens = _joined(tokens, token)
        elif token.lower == "with" and token.i > 2 and tokens[token.i - 1].lower in BESIDE:
            tokens = _rehung(tokens, token)
    return tokens


def _joined(tokens: Sequence[Token], link: Token) -> Sequence[Token]:
    """The tokens with the object of "as well as" as the next of the row."""
    out = list(tokens)
    for token in tokens[link.i + 1 :]:
        if token.head == link.i and token.dep == "pobj":
            out[token.i] = replace(token, dep="conj", head=link.head)
    return out


def _rehung(tokens: Sequence[Token], link: Token) -> Sequence[Token]:
    """The tokens with a companion behind "and" hung on the next verb of the row, which the parser may take for the verb over the first."""
    before = tokens[link.i - 2] if tokens[link.i - 2].text != "," else tokens[link.i - 3]
    verb = next((t for t in tokens[link.i + 1 :] if t.pos == "VERB"), None)
    if before.dep != "cc" or verb is None or link.head > before.i:
        return tokens
    out, first = list(tokens), tokens[before.head]
    out[link.i] = replace(link, head=verb.i)
    if verb.dep == "conj" and verb.head < before.i:
        return out
    if first.dep != "ccomp" or first.head != verb.i or any(t.head == verb.i and t.dep in SUBJECTS for t in tokens):
        return tokens
    out[first.i] = replace(first, dep=verb.dep, head=first.i if verb.head == verb.i else verb.head)
    out[verb.i] = replace(verb, dep="conj", head=first.i)
    return out
