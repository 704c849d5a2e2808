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
#: Voters without a noun, where the text tells of a vote; nobody else abstains.
_VOTERS: Final = re.compile(r"\s+(?:(?:voted|were|was)\s+)?(?:against|in\s+favou?r|(?P<abstain>abstain\w*)|opposed)\b", re.IGNORECASE)
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
    r"(?:[^.;:\d]{0,60}\b(?:by|vote\s+of|bill|resolution|motion|measure|budget|plan|law|amendment|treaty|draft|text|proposal"
    r"|protocol|accord|pact|agreement|package|deal|convention|charter|reform|decree|act|sanctions|it|them))?,?(?:\s+an?)?\s+$",
    re.IGNORECASE,
)
_DECISION: Final = re.compile(r"\s+(?:vote|decision|ruling|majority|margin|party-line)\b", re.IGNORECASE)
#: "Voted 52-48": what may join the two figures of a tally.
DASHES: Final = frozenset("-–—")


#: "**The bill failed** in the upper house, 61 to 50": what fared well or ill, before the tally of it.
_FARED: Final = re.compile(
    r"\b(?:bill|motion|resolution|amendment|measure|proposal|treaty|budget|draft|law|veto|accord|pact)\b[^.;\d]{0,60}"
    r"\b(?:fail(?:s|ed)?|fell|falls|lost|loses|pass(?:es|ed)?|carried|cleared|survived|defeated|(?:went|got)\s+through)\b[^.;\d]{0,60}(?:,|\bby)\s+$",
    re.IGNORECASE,
)
#: "Voted **six to three** to hear the case": only right behind such a verb or before such a noun may the lesser number stand first.
_RULED: Final = re.compile(r"\b(?:vot(?:e|es|ed|ing)|ruled|decided|split)(?:\s+by)?,?\s+$", re.IGNORECASE)


def is_spoken_tally(text: str, start: int, end: int, *, falling: bool) -> bool:
    """Whether two figures with "to" between them are votes for and against.

    Args:
        text: the text.
        start: where the first figure begins.
        end: where the second ends.
        falling: whether the first is the greater.
    """
    before = text[max(0, start - 2 * _LEAD) : start]
    if _RULED.search(before) is not None:
        return True
    return falling and (is_dashed_tally(text, start, end) or _FARED.search(before) is not None)


#: "Six **to three**", "seven votes **to two**".
_OTHER_SIDE: Final = re.compile(r"\s+(?:votes\s+)?(?:to|against)\s+(?:\d|[a-z]+\b)", re.IGNORECASE)
_THIS_SIDE: Final = re.compile(r"(?:\d|\bvotes|[a-z])\s+(?:to|against)\s+$", re.IGNORECASE)


def in_tally(text: str, start: int, end: int) -> bool:
    """Whether a figure may be one of the two of a tally, by a dash or "to"."""
    return is_dashed(text, start, end) or _OTHER_SIDE.match(text, end) is not None or _THIS_SIDE.search(text[max(0, start - _LEAD) : start]) is not None


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
    voters = _VOTERS.match(text, end)
    return voters is not None and (voters["abstain"] is not None or _VOTE.search(window(text, start, end)) is not None)


#: "The submarines, **eight in all**", "nine chapters, **of which three** deal with customs", "a van **built for six**", "**a family of six**".
_IN_ALL: Final = re.compile(r"\s+(?:in\s+all|all\s+told|altogether)\b", re.IGNORECASE)
_OF_WHICH: Final = re.compile(r"\bof\s+which,?\s+(?:(?:at\s+least|some|about|only|just)\s+)?$", re.IGNORECASE)
_MADE_FOR: Final = re.compile(
    r"\b(?:famil(?:y|ies)\s+of|(?:built|meant|designed|made|intended|room)\s+for)\s+(?:(?:at\s+most|only|just|some|about)\s+)?$", re.IGNORECASE
)
#: "Police have shot 40 people**; seven were** minors": a clause of its own.
_SUBJECT_BEFORE: Final = re.compile(r"(?:^|[;:]\s+|[,;]\s+(?:and|but|while|of\s+whom)\s+|[.]\s+)$", re.IGNORECASE)
_SUBJECT_AFTER: Final = re.compile(r"\s+(?:(?:of\s+them|more|others)\s+)?(?:were|are|have|had|did\s+not|remain(?:ed)?)\b", re.IGNORECASE)
#: "Killed on Monday, **five on** Tuesday and **three on** Wednesday": the same preposition after each number.
_PARALLEL: Final = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|thousands?)\b)[^.;]*?"
    r"\b(?P<link>on|in|to|at|from|near|for)\s[^.;]*?(?:,\s+(?:and\s+|then\s+)?|\s+and\s+)(?:another\s+|at\s+least\s+|about\s+|some\s+)?"
    r"\0\s+(?P=link)\s+(?!the\s+(?:morning|afternoon|evening)\b)",
    re.IGNORECASE,
)
_PREPOSITION: Final = re.compile(r"\s+(?:on|in|to|at|from|near|for)\s", re.IGNORECASE)
#: Code points around a number in which the same preposition stands twice.
_PARALLEL_REACH, _NEXT = 120, 40
#: "Twenty were freed and **one, a nurse, was** shot": a single person, with who that is.
_ONE_NAMED: Final = re.compile(
    r",\s+an?\s+[^,;.]{1,40},\s+(?:was|had|has|dead|killed|wounded|hurt|injured|missing|captured|arrested|died|drowned|bled|fell|fled)\b", re.IGNORECASE
)


def is_of_kind(text: str, start: int, end: int) -> bool:
    """Whether a bare number is a total, a part or a clause's subject whose noun stands before it or is understood.

    Args:
        text: the text.
        start: where the number begins, with what qualifies it.
        end: where it ends.
    """
    before = text[max(0, start - _PARALLEL_REACH) : start]
    if _IN_ALL.match(text, end) or _OF_WHICH.search(before[-_LEAD:]) or _MADE_FOR.search(before[-_LEAD:]):
        return True
    if text[start:end].lower() != "one" and _SUBJECT_BEFORE.search(before[-_LEAD:]) and _SUBJECT_AFTER.match(text, end):
        return True
    return is_parallel(text, start, end)


def is_parallel(text: str, start: int, end: int) -> bool:
    """Whether a bare number is told of with the preposition of the one before it: "killed two in Basra and **one in** Kut"."""
    if _PREPOSITION.match(text, end) is None:
        return False
    return _PARALLEL.search(text[max(0, start - _PARALLEL_REACH) : start] + "\0" + text[end : end + _NEXT]) is not None


def is_one_named(text: str, start: int, end: int) -> bool:
    """Whether "one" is a single person who is told after a comma: "one, a nurse, was shot"."""
    return text[start:end].lower() == "one" and _ONE_NAMED.match(text, end) is not None


#: "Fired 147 drones, of which it said **it shot down 128**": things, where the text names what flies.
_DOWNED: Final = re.compile(r"\b(?:(?:shooting|shot|bringing|brought)\s+down|downing|downed|intercepting|intercepted)\s+(?:(?:at\s+least|about|some|all)\s+)?$", re.IGNORECASE)
_FLIES: Final = re.compile(r"\b(?:drones?|missiles?|rockets?|planes?|aircraft|jets|helicopters?|balloons?|bombers)\b", re.IGNORECASE)


def is_shot(text: str, start: int, end: int) -> bool:
    """Whether what is told of a bare number is done to things only ("52 were shot down", "drones, of which it shot down 128")."""
    if _SHOT.match(text, end) is not None:
        return True
    before = text[max(0, start - _PARALLEL_REACH) : start]
    return _DOWNED.search(before[-_LEAD:]) is not None and _ENDS.match(text, end) is not None and _FLIES.search(before) is not None


def is_total(text: str, start: int, end: int) -> bool:
    """Whether a bare number is the total of people that the words after it name."""
    return _TO.search(text[max(0, start - _LEAD) : start]) is not None and _TOTAL.match(text, end) is not None
