"""Whether the trigger is disputed: told only on the word of the other side, or denied where it is told."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.alleged import is_alleged
from dateline.analyse.response.values import Told, Trigger, codes_of
from dateline.types import EventMention
from dateline.wording import plural


def disputed(trigger: Trigger) -> str:
    """How many reports of the trigger stand on the word of an accuser, and who denies it in so many words; "" where nothing is said of it."""
    alleged = sum(is_alleged(one.mention, _beside(one)) for one in trigger.reports)
    deniers = sorted({code for one in trigger.reports for code in _deniers(one, trigger)})
    said = [
        f"alleged by the other side in {alleged} of {plural(len(trigger.reports), 'report')}" if alleged else "",
        f"denied by {', '.join(deniers)}" if deniers else "",
    ]
    return "; ".join(filter(None, said))


def _beside(told: Told) -> list[EventMention]:
    here = told.mention
    return [one for one in told.coded.mentions if one.sentence.span == here.sentence.span and one.mention_id != here.mention_id]


def _deniers(told: Told, trigger: Trigger) -> Iterator[str]:
    """Codes of those of its doers who reject a charge beside the trigger, or who are said there not to have done it."""
    for one in _beside(told):
        doers = codes_of(one.actors) & codes_of(told.mention.actors)
        if (one.type == "REJECT" and not one.negated) or (one.negated and one.type in trigger.types):
            yield from doers
