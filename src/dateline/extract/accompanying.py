"""Verbs that tell no act of their own: somebody's example ("**followed** Mexico in cutting ties")."""

from __future__ import annotations

from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import verb_forms

_FOLLOWING: Final = verb_forms("follow")
#: "Followed the **lead** of", "followed **suit**".
_EXAMPLES: Final = frozenset("suit lead example footsteps".split())


def is_example(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb tells that somebody does as another did; what both did is the act."""
    if token.lower not in _FOLLOWING or token.pos != "VERB":
        return False
    if any(t.lower in _EXAMPLES for t in sentence.kids(token.i, "dobj")):
        return True
    return any(t.tag == "VBG" for link in sentence.kids(token.i, "prep") if link.lower in {"in", "by"} for t in sentence.kids(link.i, "pcomp"))
