"""The days of acts that no words date, by what the text dates beside them: in their sentence, else before them in their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from dateline.types import Coded, EventMention, Participant, SentenceKind, Span, Status

#: Types of what is said of another's act that was done.
_AGAINST: Final = frozenset({"ACCUSE", "REJECT"})
#: Days by which an earlier act of the paragraph lies before publication where the paragraph tells of the past: two months. In news the acts
#: beside a dated one are of the same weeks.
PAST: Final = 62
#: Days after it in which what is told next took place: a season.
NEXT: Final = 92
#: Words between the start of a clause and its verb that tell of the present, whatever was told before.
_PRESENT: Final = re.compile(r"\b(?:has|have|is|are|now|today|so far|currently|recently|this (?:week|month|year))\b", re.IGNORECASE)
#: Where the clause before a verb begins.
_CLAUSE: Final = re.compile(r"[,;:—]")


def beside(mention: EventMention, coded: Coded) -> tuple[date, date] | None:
    """First and last day of an undated act by what is dated beside it; ``None`` where it is dated itself, or nothing is."""
    if mention.date is not None and mention.date.basis != "document":
        return None
    return _in_sentence(mention, coded) or _in_paragraph(mention, coded)


def _has_day(mention: EventMention) -> bool:
    return mention.date is not None and mention.date.basis in ("explicit", "relative")


def _in_sentence(mention: EventMention, coded: Coded) -> tuple[date, date] | None:
    """The days that an undated act takes from its sentence: of another act of the same doer ("accused Spain and on 6 May signed ..."), or of
    what was said against it ("on 5 May condemned the attack": it was done by then)."""
    doers = _codes(mention.actors)
    for other in coded.mentions:
        if other.date is None or other.sentence.span != mention.sentence.span or not _has_day(other):
            continue
        if doers & _codes(other.actors) or (other.type in _AGAINST and doers & _codes(other.recipients)):
            return other.date.earliest, other.date.latest
    return None


def _in_paragraph(mention: EventMention, coded: Coded) -> tuple[date, date] | None:
    """The days of what a retrospect tells as done behind a dated act of its paragraph: from that act on, for a season.

    "On 4 March 2019 Borduria closed the strait. ... Syldavia protested": told in 2024, the protest is of 2019 and not of 2024.
    """
    published = coded.document.published
    if published is None or mention.status is not Status.OCCURRED or mention.sentence.kind is not SentenceKind.BODY or _is_now(mention):
        return None
    block = next((one.span for one in coded.document.blocks if one.span.contains(mention.trigger.span)), None)
    before = [one for one in coded.mentions if block is not None and _leads(one, mention, block)]
    last = max(before, key=lambda one: one.trigger.span.start, default=None)
    if last is None or last.date is None or (published - last.date.latest).days <= PAST:
        return None
    return last.date.earliest, min(published, last.date.latest + timedelta(days=NEXT))


def _leads(other: EventMention, mention: EventMention, block: Span) -> bool:
    """Whether another act is dated, told as done, and stands before this one in the block."""
    return (
        _has_day(other)
        and other.status in (Status.OCCURRED, Status.ONGOING)
        and other.trigger.span.start < mention.trigger.span.start
        and block.contains(other.trigger.span)
    )


def _is_now(mention: EventMention) -> bool:
    """Whether the words before the verb, or the verb's own, tell of the present ("has so far refused")."""
    base = mention.sentence.span.start
    text = mention.sentence.text[: mention.trigger.span.end - base]
    breaks = [one.end() for one in _CLAUSE.finditer(text, 0, mention.trigger.span.start - base)]
    return _PRESENT.search(text, breaks[-1] if breaks else 0) is not None


def _codes(parties: Iterable[Participant]) -> set[str]:
    return {party.country for party in parties if party.country}
