"""What an accusation or a sanction is about came before it and answers nothing: "alleges Indian involvement in **homicides**", "accused hackers of **stealing**
the data", "sanctioned the ministry for its part in the **detentions**"."""

from __future__ import annotations

import re
from typing import Final

from dateline.analyse.response.values import Told, Trigger, codes_of
from dateline.types import EventMention

#: Between the words of an answer and what it is for.
_FOR: Final = re.compile(r"\b(?:for|over|because of|in (?:response|reaction) to|in retaliation for|in protest at)\b[^,;:]*$", re.IGNORECASE)
#: Between the words of a charge and the deed that it names.
_OF: Final = re.compile(r"\b(?:of|in|over|about|for|behind|that|to|with|linking|blaming)\b[^,;:]*$", re.IGNORECASE)


def is_charged(told: Told, trigger: Trigger) -> bool:
    """Whether an act is the deed that the trigger, an accusation of the same sentence, reproaches whoever did it with: told on the word of the accuser,
    or behind the charge in its own clause."""
    mention = told.mention
    here = (one.mention for one in trigger.mentions if one.document.doc_id == told.document.doc_id and one.mention.sentence.span == mention.sentence.span)
    return any(one.type == "ACCUSE" and one.mention_id != mention.mention_id and _is_of(mention, one) for one in here) or _is_answered(told, trigger)


def _is_answered(told: Told, trigger: Trigger) -> bool:
    """Whether an act is the trigger told again, as the ground of an act of its sentence against whoever did it."""
    deed = told.mention
    if deed.type not in trigger.types or deed.type == "SANCTION":
        return False
    base, text = deed.sentence.span.start, deed.sentence.text
    answers = (
        one for one in told.coded.mentions
        if one.sentence.span == deed.sentence.span and one.trigger.span.end <= deed.trigger.span.start and codes_of(one.recipients) & trigger.doers
    )  # fmt: skip
    return any(_FOR.search(text[one.trigger.span.end - base : deed.trigger.span.start - base]) for one in answers)


def _is_of(deed: EventMention, charge: EventMention) -> bool:
    """Whether the deed is that of a charge."""
    if deed.trigger.span.start < charge.trigger.span.end or not codes_of(deed.actors) <= codes_of(charge.recipients):
        return False
    said, base = deed.attribution, charge.sentence.span.start
    if said is not None and said.country in codes_of(charge.actors):
        return True
    return _OF.search(charge.sentence.text[charge.trigger.span.start - base : deed.trigger.span.start - base]) is not None
