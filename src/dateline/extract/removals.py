"""Parses mended where the place that somebody is driven from was hung on him or on the verb: "the expulsion of its envoy **from Madrid**"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.ontology.inflect import forms_of_nouns

if TYPE_CHECKING:
    from dateline.extract.parse import Token

REMOVALS: Final = forms_of_nouns("expulsion eviction deportation banishment ejection ouster")
#: Words between such a noun and "from" at most.
_REACH: Final = 9


def driven(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with the place behind "from" hung on the noun for the removal, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    for noun in tokens[:-2]:
        if noun.lower not in REMOVALS or noun.pos != "NOUN" or tokens[noun.i + 1].lower != "of":
            continue
        after = tokens[noun.i + 2 : noun.i + _REACH]
        stop = next((t.i for t in after if t.dep == "punct" or t.pos == "VERB"), len(tokens))
        link = next((t for t in after if t.lower == "from" and t.i < stop), None)
        if link is not None and link.head != noun.i:
            out = list(tokens)
            out[link.i] = replace(link, dep="prep", head=noun.i)
            tokens = out
    return tokens
