"""Days of plans beside what was done: "will table a motion **on Monday**, and Kaag urged him to resign" tells no day of the urging."""

from __future__ import annotations

from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import TENSED
from dateline.ontology.wordlists import words_of

_WILL: Final = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
#: "Is **to** hold talks".
_BE: Final = frozenset({"is", "are", "was", "were"})
#: What an infinitive of a plan hangs on: "is **due** to vote", "**plans** to fly".
_PLANNED: Final = words_of("extract.planclause.planned")


def is_day_of_plan(sentence: ParsedSentence, act: Token, owner: Token) -> bool:
    """Whether a date that hangs on one verb is that of what lies ahead, and another verb tells what was done or is being done.

    Args:
        sentence: the parsed sentence.
        act: the verb of the act.
        owner: the verb that the date hangs on.
    """
    return act.i != owner.i and _is_finite(sentence, act) and _lies_ahead(sentence, owner)


def _is_finite(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb has a tense of its own, and is in no plan itself."""
    helpers = sentence.kids(verb.i, "aux", "auxpass")
    if any(one.tag in {"MD", "TO"} for one in helpers) or verb.lower in _PLANNED:
        return False
    return verb.tag in TENSED or any(one.tag in TENSED for one in helpers)


def _lies_ahead(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells of what will be done, itself or in a row ("will fly to Oslo and **visit** Bergen")."""
    helpers = sentence.kids(verb.i, "aux")
    if any(one.lower in _WILL for one in helpers):
        return not any(one.lower == "have" for one in helpers)
    above = sentence.tokens[verb.head]
    if verb.dep == "conj" and verb.tag == "VB" and not helpers:
        return _lies_ahead(sentence, above)
    return verb.dep in {"xcomp", "acl"} and above.lower in _PLANNED | _BE and any(one.tag == "TO" for one in helpers)
