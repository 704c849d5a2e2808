"""Acts that are the trigger once more, and so no answer to it: told by the same words, or done by both of its sides together."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from dateline.analyse.response.query import days, is_dated
from dateline.analyse.response.values import Told, Trigger, codes_of

#: Types of what two do together: one side's part in it answers nothing.
_TOGETHER: Final = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Days around the trigger within which the same, dated, is the same meeting or pact.
_AROUND: Final = timedelta(days=3)


def retells(told: Told, trigger: Trigger) -> bool:
    """Whether an act is the trigger itself, coded a second time: by the same words of the text ("**restored relations**" is an agreement and
    cooperation), or as the same joint step of both sides ("Oslo and Riga **restored relations**") at the trigger's time."""
    return any(_in_its_words(told, one) for one in trigger.mentions) or _is_the_joint_act(told, trigger)


def _in_its_words(told: Told, other: Told) -> bool:
    """Whether an act is told by words of a report of the trigger, and done by one of the same, or between the same sides."""
    if told.document.doc_id != other.document.doc_id or not told.mention.trigger.span.overlaps(other.mention.trigger.span):
        return False
    doers, others = codes_of(told.mention.actors), codes_of(other.mention.actors)
    return not doers or not others or bool(doers & others) or doers | codes_of(told.mention.recipients) == others | codes_of(other.mention.recipients)


def _is_the_joint_act(told: Told, trigger: Trigger) -> bool:
    """Whether both sides of a joint trigger do what it is, about when it was done; undated only in a text that reports the trigger."""
    mention = told.mention
    sides = codes_of((*mention.actors, *mention.recipients))
    joint = [one.mention for one in trigger.mentions if one.mention.type == mention.type and codes_of((*one.mention.actors, *one.mention.recipients)) == sides]
    if mention.type not in _TOGETHER or len(sides) < 2 or not joint or not any(one.modes == mention.modes for one in joint):
        return False
    first, last = days(told)
    if first is None or last is None or trigger.first is None or trigger.last is None or not is_dated(told):
        return any(one.document.doc_id == told.document.doc_id for one in trigger.mentions)
    return first <= trigger.last + _AROUND and last >= trigger.first - _AROUND
