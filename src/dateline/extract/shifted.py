"""Parses mended where the object stands behind who is given it: "conveyed **to Paris** its strong concern", "handed to the envoy a **note**".

The parser takes the object for another name of that person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_CONVEYING: Final = forms_of_verbs(text_of("extract.shifted.conveying"))
_CONVEYED: Final = forms_of_nouns(text_of("extract.shifted.conveyed"))


def unshifted(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such an object given to its verb, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    out = list(tokens)
    for noun in tokens:
        if noun.lower not in _CONVEYED or noun.dep not in {"appos", "conj", "dep", "npadvmod", "pobj"}:
            continue
        if noun.dep == "pobj":
            out = _parted(out, noun)
            continue
        verb = _conveying(tokens, noun)
        if verb is not None:
            out[noun.i] = replace(noun, dep="dobj", head=verb.i)
    return out


def _conveying(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The verb that conveys a noun, where the noun hangs on who stands behind its "to" without a comma or "and" between."""
    person = tokens[noun.head]
    link = tokens[person.head]
    verb = tokens[link.head]
    if person.dep != "pobj" or link.lower != "to" or verb.lower not in _CONVEYING or not verb.i < link.i < person.i < noun.i:
        return None
    between = {t.text for t in tokens[person.i + 1 : noun.i]}
    taken = any(t.head == verb.i and t.dep == "dobj" for t in tokens)
    return None if taken or between & {",", "and", ";", "-", "–", "—", "("} else verb


def _parted(tokens: list[Token], noun: Token) -> list[Token]:
    """The tokens with a name parted from the object that it was glued to: "expressed to **Xi** serious **concern**"."""
    link = tokens[noun.head]
    verb = tokens[link.head]
    names = [t for t in tokens if t.head == noun.i and t.tag == "NNP" and t.dep in {"nmod", "compound"} and t.i < noun.i]
    if link.lower != "to" or verb.lower not in _CONVEYING or len(names) != 1 or tokens[names[0].i + 1].tag not in {"JJ", "PRP$", "DT"}:
        return tokens
    out = list(tokens)
    out[names[0].i] = replace(names[0], dep="pobj", head=link.i)
    out[noun.i] = replace(noun, dep="dobj", head=verb.i)
    return out
