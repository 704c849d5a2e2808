"""Parses mended where what explains a name behind its bracket was read as an object: "filed in the registry of the World Bank (WB), **the lender** of ..., a suit".

Releases of courts and bodies explain themselves so in their first sentence, and the object that the verb has stands behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ARTICLES: Final = frozenset({"the", "a", "an"})
#: What goes on behind an explanation hangs on the verb.
_GOING_ON: Final = frozenset({"prep", "acl", "advcl"})


def glossed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a sentence with such an explanation hung on its name, and what follows it on the verb, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    if not any(t.text == ")" for t in tokens):
        return tokens
    for noun in tokens:
        name = _explained(tokens, noun) if noun.dep == "dobj" and noun.tag in _NOUNS else None
        if name is not None:
            return [_rehung(tokens, one, noun, name) for one in tokens]
    return tokens


def _explained(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The name with an acronym in brackets that stands before a noun's article and comma, behind the noun's verb."""
    low = next((t.i for t in tokens if t.head == noun.i and t.dep == "det" and t.i < noun.i), 0)
    if low < 5 or tokens[low].lower not in _ARTICLES or tokens[low - 1].text != "," or tokens[low - 2].text != ")" or tokens[low - 4].text != "(":
        return None
    short = tokens[low - 3]
    name = tokens[short.head]
    return name if short.text.isupper() and noun.head < name.i < short.i and name.tag in _NOUNS else None


def _rehung(tokens: Sequence[Token], one: Token, noun: Token, name: Token) -> Token:
    """A word as it hangs after the mending."""
    if one is noun:
        return replace(one, dep="appos", head=name.i)
    if one.head != noun.i or one.i < noun.i:
        return one
    if one.dep == "appos":
        return replace(one, dep="dobj", head=noun.head)
    behind = one.dep in _GOING_ON and tokens[one.i - 1].text == ","
    return replace(one, head=noun.head) if behind else one
