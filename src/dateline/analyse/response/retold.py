"""Acts that are the trigger once more, and so no answer to it: told by the same words, or done by both of its sides together; and what sums up an
answer that is told by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from dateline.analyse.response.query import days, is_dated
from dateline.analyse.response.scene import is_mutual
from dateline.analyse.response.values import Judged, Told, Trigger, codes_of

#: Types of what two do together: one side's part in it answers nothing.
_TOGETHER: Final = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Days around the trigger within which the same, dated, is the same meeting or pact; and around an answer what sums it up.
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


def without_summaries(judged: Sequence[Judged], trigger: Trigger, sure: Callable[[Judged], bool]) -> tuple[Judged, ...]:
    """The acts without those that tell of both sides at once ("Canada and India **expel** diplomats") what is told of the actor alone, too, or is
    the trigger.

    Args:
        judged: acts with their rungs.
        trigger: what they may answer.
        sure: whether an act is coded surely enough to stand for the other.
    """
    alone = [one for one in judged if one.rung is not None and not is_mutual(one.told.mention) and sure(one)]
    return tuple(one for one in judged if not (is_mutual(one.told.mention) and (_holds(one, trigger) or any(_is_in(other, one) for other in alone))))


def _holds(whole: Judged, trigger: Trigger) -> bool:
    """Whether what several do to each other is, of this actor's side, the trigger in a document that tells it."""
    told = (one for one in trigger.mentions if one.document.doc_id == whole.told.document.doc_id and whole.actor in codes_of(one.mention.actors))
    return any(one.mention.type == whole.told.mention.type and codes_of(one.mention.recipients) & codes_of(whole.told.mention.actors) for one in told)


def _is_in(part: Judged, whole: Judged) -> bool:
    """Whether one side's act, against another of the sides, is part of what both are told to do about then."""
    doers, at = codes_of(whole.told.mention.actors), codes_of(part.told.mention.recipients)
    if part.actor != whole.actor or part.rung != whole.rung or not at & (doers - {part.actor}):
        return False
    if part.told.document.doc_id == whole.told.document.doc_id:
        return True
    (first, last), (begun, ended) = days(part.told), days(whole.told)
    if first is None or last is None or begun is None or ended is None:
        return False
    return first <= ended + _AROUND and last >= begun - _AROUND
