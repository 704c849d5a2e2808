"""The days of acts that no words date, by what the text dates beside them: in their sentence, else around them, else before them in their paragraph;
and in a history by the order in which it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta
from typing import Final

from dateline.analyse.response.values import Near, before_trigger, codes_of
from dateline.types import Coded, EventMention, SentenceKind, Span, Status

#: Types of what is said of another's act that was done.
_AGAINST: Final = frozenset({"ACCUSE", "REJECT"})
#: What is told as done or going on.
_DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING, Status.HISTORICAL})
#: Days by which an earlier act of the paragraph lies before publication where the paragraph tells of the past: two months. In news the acts
#: beside a dated one are of the same weeks.
PAST: Final = 62
#: Days after it in which what is told next took place: a season.
NEXT: Final = 92
#: Days of a month.
MONTH: Final = 31
#: Words between the start of a clause and its verb that tell of the present, whatever was told before.
_PRESENT: Final = re.compile(r"\b(?:has|have|is|are|now|today|so far|currently|recently|this (?:week|month|year))\b", re.IGNORECASE)
#: What stands right before a verb that looks back.
_HAD: Final = re.compile(r"\bhad\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
#: Where the clause before a verb begins.
_CLAUSE: Final = re.compile(r"[,;:—]")


class Beside:
    """The dated acts of a document, beside which others stand."""

    def __init__(self, coded: Coded) -> None:
        self._document = coded.document
        self._in_sentence: dict[Span, list[EventMention]] = {}
        leads: dict[int, EventMention] = {}
        openings: dict[Span, int] = {}
        for one in filter(_is_told_as_done, coded.mentions):
            openings[one.sentence.span] = min(one.trigger.span.start, openings.get(one.sentence.span, one.trigger.span.start))
        for one in coded.mentions:
            if one.date is not None and one.date.is_told:
                self._in_sentence.setdefault(one.sentence.span, []).append(one)
                # what is only named behind another act ("expelled him over last year's killing") is no step of what is told
                if one.status in (Status.OCCURRED, Status.ONGOING) and (_is_as_precise(one) or one.trigger.span.start == openings.get(one.sentence.span)):
                    leads.setdefault(one.trigger.span.start, one)
        self._leads = [leads[start] for start in sorted(leads)]
        self._starts = sorted(leads)
        self._opening = min((one for one in coded.mentions if _is_told_as_done(one)), key=lambda one: one.trigger.span.start, default=None)

    def days(self, mention: EventMention) -> Near | None:
        """First and last day of an undated act by what is dated beside it; ``None`` where it is dated itself, or nothing is.

        Days between what is told before an act and after it bound it more closely than its paragraph.
        """
        when = mention.date
        if when is not None and when.basis != "document":
            return None
        if found := self._of_sentence(mention):
            return found
        if when is not None and when.earliest != self._document.published:
            return Near(when.earliest, when.latest, when.precision)
        return self._of_paragraph(mention)

    def in_order(self, mention: EventMention) -> Near | None:
        """The days of what a history tells as done behind a dated act, in whatever paragraph: from that act on, for a season.

        Only what nothing dates beside it, and only in a text whose first act is dated long before publication: news that looks back returns to its day.
        """
        lead = self._before(mention)
        opening = self._opening
        if lead is None or opening is None or opening.trigger.span.start != self._starts[0] or not self._is_past(opening):
            return None
        return self._on_from(lead, mention)

    def _of_sentence(self, mention: EventMention) -> Near | None:
        """The days that an undated act takes from its sentence: of another act of the same doer ("accused Spain and on 6 May signed ..."), or
        of what was said against it ("on 5 May condemned the attack": it was done by then)."""
        doers = codes_of(mention.actors)
        for other in self._in_sentence.get(mention.sentence.span, ()):
            if other.date is None or self._is_later(other, mention):
                continue
            if doers & codes_of(other.actors) or (other.type in _AGAINST and doers & codes_of(other.recipients)):
                return Near(other.date.earliest, other.date.latest, other.date.precision)
        return None

    def _is_later(self, other: EventMention, mention: EventMention) -> bool:
        """Whether another act is only planned or supposed, or dated behind the document's day, where an act is told as done."""
        if mention.status not in _DONE or other.date is None:
            return False
        published = self._document.published
        return other.status not in _DONE or (published is not None and other.date.earliest > published)

    def _of_paragraph(self, mention: EventMention) -> Near | None:
        """The days of what a retrospect tells as done behind a dated act of its paragraph: from that act on, for a season.

        "On 4 March 2019 Borduria closed the strait. ... Syldavia protested": told in 2024, the protest is of 2019 and not of 2024.
        """
        lead = self._lead(mention)
        return None if lead is None else self._on_from(lead, mention)

    def _on_from(self, lead: EventMention, mention: EventMention) -> Near | None:
        """The season that begins with a dated act of the past, for an act told as done behind it and not of the present."""
        published, when = self._document.published, lead.date
        if published is None or when is None or not self._is_past(lead) or not _is_told_as_done(mention) or _is_now(mention):
            return None
        return Near(when.earliest, min(published, when.latest + timedelta(days=NEXT)), when.precision)

    def _is_past(self, mention: EventMention) -> bool:
        """Whether words date an act long before publication."""
        published, when = self._document.published, mention.date
        return published is not None and when is not None and when.is_told and (published - when.latest).days > PAST

    def _before(self, mention: EventMention) -> EventMention | None:
        """The last act before an undated one that is dated and told as done."""
        before = bisect_left(self._starts, mention.trigger.span.start)
        undated = mention.date is None or mention.date.basis == "document"
        return self._leads[before - 1] if before and undated else None

    def _lead(self, mention: EventMention) -> EventMention | None:
        """The last act before another in its block that is dated and told as done."""
        before = bisect_left(self._starts, mention.trigger.span.start)
        block = self._document.block_of(mention.trigger.span) if before else None
        if block is None:
            return None
        near = self._leads[bisect_left(self._starts, block.span.start) : before]
        if self._opening is None or not self._is_past(self._opening):
            near = [one for one in near if not looks_back(one)]  # news goes on from its own day
        return next((one for one in reversed(near) if block.span.contains(one.trigger.span)), None)


def _is_told_as_done(mention: EventMention) -> bool:
    return mention.status is Status.OCCURRED and mention.sentence.kind is SentenceKind.BODY


def looks_back(mention: EventMention) -> bool:
    """Whether an act is told with "had" as of before what the text tells ("two days earlier it **had expelled** him")."""
    return _HAD.search(before_trigger(mention)) is not None


def _is_as_precise(mention: EventMention) -> bool:
    """Whether words date an act to a month or better."""
    return mention.date is not None and (mention.date.latest - mention.date.earliest).days <= MONTH


def _is_now(mention: EventMention) -> bool:
    """Whether the words before the verb, or the verb's own, tell of the present ("has so far refused")."""
    base = mention.sentence.span.start
    text = mention.sentence.text[: mention.trigger.span.end - base]
    breaks = [one.end() for one in _CLAUSE.finditer(text, 0, mention.trigger.span.start - base)]
    return _PRESENT.search(text, breaks[-1] if breaks else 0) is not None
