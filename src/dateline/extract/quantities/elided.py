"""Numbers whose noun is left out: "sinking two", "five against", "bringing to seven the number who have quit"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.quantities.scope import window

#: Code points before a number in which the verb of which it is the object is looked for.
_LEAD: Final = 60
#: Verbs of destruction, whose object left without a noun is a thing.
_DESTROYED: Final = re.compile(
    r"\b(?:sinking|sank|destroying|destroyed|damaging|damaged|intercepting|intercepted|downing|downed|(?:shooting|shot|bringing|brought)\s+down|capsizing)\s+$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"\s*(?:[.,;)]|and\b|of\s+them\b|more\b|others\b|$)")
#: Voters without a noun, where the text tells of a vote.
_VOTERS: Final = re.compile(r"\s+(?:(?:voted|were|was)\s+)?(?:against|in\s+favou?r|abstain\w*|opposed)\b", re.IGNORECASE)
#: "60 drones, **of which 52** were shot down", "and **97 were intercepted**": things by their fate.
_SHOT: Final = re.compile(
    r"\s+(?:(?:of\s+them|more|others)\s+)?(?:were|was|had\s+been|have\s+been)\s+(?:\w+ly\s+)?"
    r"(?:shot\s+down|downed|intercepted|jammed|defused|launched|fired)\b",
    re.IGNORECASE,
)
#: "By 143 **votes to five**", "by seven votes to two".
_VOTES_TO: Final = re.compile(r"\w\s+votes\s+to\s+$", re.IGNORECASE)
_VOTE: Final = re.compile(r"\b(?:vot\w+|ballots?|resolution|motion)\b", re.IGNORECASE)
#: "Bringing to seven the number of ministers who have quit", "took to 40 the total".
_TO: Final = re.compile(r"\b(?:bring(?:s|ing)?|brought|t[ao]k(?:e|es|ing)|took|rais(?:e|es|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)\s+to\s+$", re.IGNORECASE)
_TOTAL: Final = re.compile(r"\s+the\s+(?:overall\s+|total\s+|official\s+)?(?:number|total|tally|count)\s+(?:of\s+(?:people|those|persons)|who)\b", re.IGNORECASE)


#: Verbs of a decision before its tally, and nouns behind it.
_DECIDED: Final = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|pass(?:es|ed)?|approv(?:es?|ed)|reject(?:s|ed)?|adopt(?:s|ed)?|ruled|defeated|ratified|confirmed|endorsed|carried)\b"
    r"(?:[^.;:\d]{0,60}\b(?:by|vote\s+of|bill|resolution|motion|measure|budget|plan|law|amendment|treaty|draft|text|proposal))?,?(?:\s+an?)?\s+$",
    re.IGNORECASE,
)
_DECISION: Final = re.compile(r"\s+(?:vote|decision|ruling|majority|margin|party-line)\b", re.IGNORECASE)
#: "Voted 52-48": what may join the two figures of a tally.
DASHES: Final = frozenset("-–—")


def is_dashed(text: str, start: int, end: int) -> bool:
    """Whether a figure stands at the dash of a tally."""
    if text[end : end + 1] in DASHES and text[end + 1 : end + 2].isdigit():
        return True
    return start > 1 and text[start - 1] in DASHES and text[start - 2].isdigit()


def is_dashed_tally(text: str, start: int, end: int) -> bool:
    """Whether two figures with a dash between them are votes for and against ("voted 13-0", "a 5-4 ruling") and no score of a match.

    Args:
        text: the text.
        start: where the first figure begins.
        end: where the second ends.
    """
    return _DECISION.match(text, end) is not None or _DECIDED.search(text[max(0, start - 2 * _LEAD) : start]) is not None


def is_elided(text: str, start: int, end: int) -> bool:
    """Whether a bare number counts things that the words before it name ("sinking two") or voters ("five against").

    Args:
        text: the text.
        start: where the number begins, with what qualifies it.
        end: where it ends.
    """
    if _DESTROYED.search(text[max(0, start - _LEAD) : start]) is not None and _ENDS.match(text, end) is not None:
        return True
    if _VOTES_TO.search(text[max(0, start - _LEAD) : start]) is not None:
        return True
    return _VOTERS.match(text, end) is not None and _VOTE.search(window(text, start, end)) is not None


def is_shot(text: str, end: int) -> bool:
    """Whether what is told of a bare number is done to things only ("52 were shot down")."""
    return _SHOT.match(text, end) is not None


def is_total(text: str, start: int, end: int) -> bool:
    """Whether a bare number is the total of people that the words after it name."""
    return _TO.search(text[max(0, start - _LEAD) : start]) is not None and _TOTAL.match(text, end) is not None
