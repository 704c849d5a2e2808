"""Parses mended where "and" is part of the name of one country: "**Trinidad and Tobago**", "**Saint Vincent and the Grenadines**"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.ontology.fieldcodes import country_named

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_AND: Final = frozenset({"and", "&"})
#: Words before "and" and behind it that the longest of such names have ("Sao Tome and ...", "... and the Grenadines").
_SIDE: Final = 2
#: What hangs a name on the noun behind it ("Trinidad and Tobago**'s** navy", "the Antigua and Barbuda **coastguard**").
_BEFORE_NOUN: Final = frozenset({"poss", "compound", "nmod", "amod"})


def one_country(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with each such name hung on its last word as one, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    for link in tokens[1:-1]:
        if link.lower in _AND and tokens[link.i - 1].text[:1].isupper():
            found = _name_around(tokens, link.i)
            if found is not None:
                tokens = _joined(tokens, *found)
    return tokens


def _name_around(tokens: Sequence[Token], link: int) -> tuple[int, int] | None:
    """The first and last word of the longest name of one country round an "and"; two countries named together are none."""
    for first in range(max(0, link - _SIDE), link):
        for last in range(min(len(tokens) - 1, link + _SIDE), link, -1):
            if not (tokens[first].text[:1].isupper() and tokens[last].text[:1].isupper()):
                continue
            sides = _words(tokens[first:link]), _words(tokens[link + 1 : last + 1])
            country = country_named(" and ".join(sides))
            if country is not None and all(country_named(side) in {None, country} for side in sides):
                return first, last
    return None


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _joined(tokens: Sequence[Token], first: int, last: int) -> Sequence[Token]:
    """The tokens with the words of a name before its last one as parts of that one, which takes their place in the sentence."""
    inside = range(first, last + 1)
    name, top = tokens[last], min((tokens[i] for i in inside), key=lambda one: _depth(tokens, one.i))
    out = list(tokens)
    noun = tokens[name.head] if name.dep in _BEFORE_NOUN and name.head > last else None
    bearer = name if noun is None else noun
    if top.i != last and (noun is None or noun.head in inside):
        out[bearer.i] = replace(bearer, dep=top.dep, head=bearer.i if top.head == top.i else top.head)
    for token in tokens:
        if token.i in inside and token.i != last:
            out[token.i] = replace(token, dep="compound", head=last)
        elif token.head in inside and token.head != last and token.i not in {last, bearer.i}:
            out[token.i] = replace(token, head=bearer.i)
    return out


def _depth(tokens: Sequence[Token], index: int) -> int:
    """How many words a word hangs below the top of the sentence."""
    depth = 0
    while tokens[index].head != index:
        index, depth = tokens[index].head, depth + 1
    return depth
