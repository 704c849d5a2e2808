"""What an accusation or a sanction is about came before it and answers nothing: "alleges Indian involvement in **homicides**", "accused hackers of **stealing**
the data", "sanctioned the ministry for its part in the **detentions**"."""

from __future__ import annotations

import re
from typing import Final

from dateline.analyse.response.values import Told, Trigger, codes_of
from dateline.types import EventMention

#: Between the words of an answer and what it is for.
_FOR: Final = re.compile(r"\b(?:for|over|because of|in connection with|in (?:response|reaction) to|in retaliation for|in protest at)\b[^,;:]*$", re.IGNORECASE)
#: Between the words of a charge and the deed that it names.
_OF: Final = re.compile(r"\b(?:of|in|over|about|for|behind|that|to|with|linking|blaming)\b[^,;:]*$", re.IGNORECASE)


#: Those whose findings tell what a verdict is for, whatever sentence they stand in.
_COURT: Final = re.compile(r"\b(?:court|tribunal|judge|jury|prosecutor|prosecution|chamber|indictment|verdict|judgment|judgement)s?\b", re.IGNORECASE)
#: Between the ground of a sanction and a deed in a clause of its own: "for years **and Chad** shelled".
_CLAUSE: Final = re.compile(r"\b(?:and|but|while|as|when|after|before|so)\s+(?:the\s+)?[A-Z]")


def is_charged(told: Told, trigger: Trigger) -> bool:
    """Whether an act is the deed that the trigger, an accusation, a verdict or a sanction, is for: told on the word of whoever charges or judges, or
    behind the charge in its own clause; or by a court of the trigger's side without a day, wherever the text tells of it."""
    mention = told.mention
    near = [one.mention for one in trigger.mentions if one.document.doc_id == told.document.doc_id and _is_for_deed(one.mention)]
    here = [one for one in near if one.sentence.span == mention.sentence.span and one.mention_id != mention.mention_id]
    return any(_is_of(mention, one) for one in here) or _is_found(mention, near) or _is_answered(told, trigger)


def _is_for_deed(act: EventMention) -> bool:
    """Whether an act is a charge, a sanction or an arrest, which are for what somebody did."""
    return act.type in {"ACCUSE", "SANCTION"} or (act.type == "COERCE" and "arrest" in act.modes)


def _is_found(deed: EventMention, charges: list[EventMention]) -> bool:
    """Whether a court of the side that charges or judges says that its other side did a deed, on no day that is told: "the court **found** that he **had tortured**"."""
    said = deed.attribution
    if said is None or deed.date is not None or _COURT.search(said.text or "") is None:
        return False
    return any(said.country in codes_of(one.actors) and codes_of(deed.actors) <= codes_of(one.recipients) for one in charges)


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
    said, base, text = deed.attribution, charge.sentence.span.start, charge.sentence.text
    if said is not None and said.country in codes_of(charge.actors):
        return True
    if charge.type == "ACCUSE":
        return _OF.search(text[charge.trigger.span.start - base : deed.trigger.span.start - base]) is not None
    ground = _FOR.search(text[charge.trigger.span.end - base : deed.trigger.span.start - base])
    return ground is not None and _CLAUSE.search(ground[0]) is None
