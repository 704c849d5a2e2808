"""When an act was done of which the words name no day: by the sources cited at it, checked against the days told around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from dateline.types import DONE, Document, RawMention, Source, SourceLink, TimeRef

#: A report so long after the day that its sentence tells of gives its own day; a later one only says by when.
FRESH: Final = timedelta(days=7)
#: A paragraph may go back so far ("had been warned a week earlier"); an older source tells of something else.
BACK: Final = timedelta(days=31)
#: What is told of so long before the publication is no news.
LONG: Final = timedelta(days=45)
#: Days further apart bound nothing worth saying.
WIDEST: Final = timedelta(days=92)


def told_beside(raw: RawMention, others: Iterable[RawMention]) -> list[TimeRef]:
    """The dates, by their words, of the other acts of the sentence that were done."""
    return [one.time for one in others if one is not raw and one.sentence == raw.sentence and one.time is not None and one.status in DONE]


def told_before(raw: RawMention, others: Iterable[RawMention], document: Document) -> date | None:
    """The latest first day that acts in the sentences before, in the same paragraph, are told of."""
    here = raw.sentence.span
    start = next((block.span.start for block in document.blocks if block.span.start <= here.start < block.span.end), here.start)
    days = [
        one.time.earliest
        for one in others
        if one.time is not None and one.status in DONE and start <= one.sentence.span.start < here.start
    ]
    return max(days, default=None)


def is_long_past(raw: RawMention, others: Iterable[RawMention], published: date | None) -> bool:
    """Whether an act is told as done before another of its sentence that is no news: nothing then says when ("tore up in 2021 the pact that it
    **had signed**").

    Args:
        raw: the act.
        others: the acts of the document.
        published: the day of publication.
    """
    if not raw.older or published is None:
        return False
    return any(one.latest < published - LONG for one in told_beside(raw, others))


def is_reported_long_ago(raw: RawMention, links: Sequence[SourceLink], published: date) -> bool:
    """Whether an act is told as what a report that is no news found had been done: the report says only by when ("**found** that troops **had burned**").

    Args:
        raw: the act.
        links: its sources.
        published: the day of publication.
    """
    days = _reported(links)
    return raw.reported and bool(days) and days[-1] < published - LONG


def source_date(links: Sequence[SourceLink], beside: Sequence[TimeRef], before: date | None) -> TimeRef | None:
    """The date that the sources at an act's own marker give it.

    Sources older than what the sentence or the paragraph tells of are passed over. One day that is left is the act's, unless the
    sentence tells of a time well before it; else the act lies between what is told and the first report, or between the reports.

    Args:
        links: the act's sources.
        beside: dates told of the sentence's other acts.
        before: the latest day told of earlier in the paragraph.
    """
    days = _reported(links)
    single = len(days) == 1
    floor = max((one.earliest for one in beside), default=None)
    if before is not None:
        days = [day for day in days if day >= before - BACK]
    if floor is not None:
        days = [day for day in days if day >= floor]
    if not days:
        return None
    if not beside:
        return _between(days[0], days[-1])
    last = max(beside, key=lambda one: (one.earliest, one.latest))
    if single and days[0] <= last.latest + FRESH:
        return _between(days[0], days[0])
    if days[0] <= last.latest:
        return TimeRef(last.earliest, last.latest, last.precision, "source")
    return _between(last.earliest, days[0])


def within_reports(links: Sequence[SourceLink], beside: Sequence[TimeRef], around: TimeRef) -> TimeRef | None:
    """The time told around an act, no later than the sources at its own marker, which report nothing that was done after them.

    Args:
        links: the act's sources.
        beside: dates told of the sentence's other acts.
        around: the time told around it.

    Returns:
        ``around`` up to the last report; the days of the reports where they all are older than it; ``None`` where those say nothing.
    """
    days = _reported(links)
    if not days or beside or days[-1] >= around.latest:
        return around
    if days[-1] < around.earliest:
        return _between(days[0], days[-1])
    return TimeRef(around.earliest, days[-1], "day" if around.earliest == days[-1] else "interval", around.basis)


def _reported(links: Sequence[SourceLink]) -> list[date]:
    """The full days of the sources at an act's own marker, the first one first."""
    return sorted({day for link in links if link.link == "marker" and (day := full_day(link.source)) is not None})


def _between(first: date, last: date) -> TimeRef | None:
    if last - first > WIDEST:
        return None
    return TimeRef(first, last, "day" if first == last else "interval", "source")


def full_day(source: Source) -> date | None:
    """The day of a source whose date is full."""
    if not source.published or source.published.count("-") != 2:
        return None
    return date.fromisoformat(source.published)
