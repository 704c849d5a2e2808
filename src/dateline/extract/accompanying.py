"""Verbs that tell no act of their own: the phase of a meeting ("**ends** summit"), somebody's example ("**followed** Mexico in cutting ties")."""

from __future__ import annotations

from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs, verb_forms
from dateline.ontology.wordlists import text_of

#: Verbs of beginning and ending.
_PHASES: Final = forms_of_verbs("begin start open end close conclude finish wrap")
_MEETINGS: Final = forms_of_nouns(text_of("extract.accompanying.meetings"))
_FOLLOWING: Final = verb_forms("follow")
#: "Followed the **lead** of", "followed **suit**".
_EXAMPLES: Final = frozenset("suit lead example footsteps".split())


def is_phase(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb tells that a meeting begins or ends; the meeting is the act."""
    return token.lower in _PHASES and token.pos == "VERB" and any(t.lower in _MEETINGS for t in sentence.kids(token.i, "dobj"))


def is_example(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb tells that somebody does as another did; what both did is the act."""
    if token.lower not in _FOLLOWING or token.pos != "VERB":
        return False
    if any(t.lower in _EXAMPLES for t in sentence.kids(token.i, "dobj")):
        return True
    return any(t.tag == "VBG" for link in sentence.kids(token.i, "prep") if link.lower in {"in", "by"} for t in sentence.kids(link.i, "pcomp"))
