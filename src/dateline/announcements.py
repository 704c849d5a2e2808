"""The day on which a plan was told: what is answered is the announcement, "**On 4 May** Kenya announced that it would open a consulate in Hargeisa"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dateline.extract.dates import Context, Told, find_dates
from dateline.extract.narrative import OLD
from dateline.ontology.speech import load_speech
from dateline.types import Coded, EventMention, Status

_WORD: Final = re.compile(r"[a-z]+")
#: Verbs beside those of speech by which a plan becomes known.
_PLANNING: Final = frozenset("announced announces declared declares decided decides agreed agrees planned plans unveiled unveils offered offers resolved".split())


def announced_on(coded: Coded, mention: EventMention) -> tuple[date, date] | None:
    """First and last day of the time at which somebody told that an act would be done.

    Args:
        coded: the document of the act.
        mention: an act.

    Returns:
        The time named with the words that tell it; ``None`` where there is none, and of what was done.
    """
    if mention.status is not Status.FUTURE or mention.negated:
        return None
    base, text = mention.sentence.span.start, mention.sentence.text
    before = text[: mention.trigger.span.start - base]
    speech = load_speech().verbs
    if not any(word in speech or word in _PLANNING for word in _WORD.findall(before.lower())):
        return None
    planned = mention.date.span if mention.date is not None else None
    found = [
        one
        for one in find_dates(text, _context(coded, mention))
        if one.end <= len(before) and not (planned is not None and planned.start < base + one.end and base + one.start < planned.end)
    ]
    published = coded.document.published
    told = [one for one in found if (published is None or one.earliest <= published) and one.precision in {"day", "month", "interval"}]
    return (told[-1].earliest, told[-1].latest) if told else None


def _context(coded: Coded, mention: EventMention) -> Context:
    """What the dates of a plan's sentence are read against: the last time told before it."""
    published = coded.document.published
    dated = [one.date for one in coded.mentions if one.sentence.span.start < mention.sentence.span.start and one.date is not None and one.date.is_told]
    if not dated:
        return Context(published, "past")
    last = dated[-1]
    history = published is None or published - last.latest > OLD
    return Context(published, "past", last.earliest, told=Told(last.earliest, last.latest, history=history), previous_end=last.latest)
