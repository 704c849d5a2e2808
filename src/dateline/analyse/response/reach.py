"""How long after the trigger an act can answer it: half a year, and in a text that recounts what followed as far as the text goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from dateline.analyse.response.query import days
from dateline.analyse.response.tables import cues
from dateline.analyse.response.values import ActorReport, ResponseReport, Told, Trigger
from dateline.types import Document
from dateline.wording import plural

#: Days after the trigger's last day in which an act can answer it. Delayed answers of five weeks are common; half a year is long.
HORIZON: Final = 183
#: A text that dates acts to this many days inside the horizon, beside the trigger's, recounts what followed; one that names the trigger
#: as the background of today's news dates none.
CHRONICLED: Final = 2


@dataclass(frozen=True, slots=True)
class Reach:
    """Until when acts are looked at: ``last``, and for the documents of ``chronicles`` (by id) the day they were published.

    ``last`` is ``None`` where the trigger has no day: then all acts are looked at.
    """

    last: date | None = None
    chronicles: Mapping[str, date] = field(default_factory=dict)

    @property
    def furthest(self) -> date | None:
        """The last day of a text that is read beyond the horizon; ``None`` where there is none."""
        return max(self.chronicles.values(), default=None)

    def holds(self, told: Told) -> bool:
        """Whether an act began by then."""
        first, _ = days(told)
        return self.last is None or (first is not None and first <= self.chronicles.get(told.document.doc_id, self.last))


def later_by(day: date, count: int) -> date:
    """So many days after a day, the last day of the calendar at most."""
    return day + timedelta(days=min(count, (date.max - day).days))


def reach_of(trigger: Trigger, told: Iterable[Told], within: int | None) -> Reach:
    """Until when acts are looked at.

    Args:
        trigger: what they may answer.
        told: the mentions of the documents.
        within: days after the trigger's last day, however far the texts go; ``None`` to let them say.
    """
    if trigger.first is None or trigger.last is None:
        return Reach()
    last = later_by(trigger.last, HORIZON if within is None else within)
    if within is not None:
        return Reach(last)
    later = {one.document.doc_id: one.document for one in trigger.mentions if one.document.published and one.document.published > last}
    dated: dict[str, set[date]] = {doc_id: set() for doc_id in later}
    for one in told:
        when = one.mention.date
        if one.document.doc_id in later and when is not None and when.is_told and trigger.last < when.earliest <= last:
            dated[one.document.doc_id].add(when.earliest)
    chronicles = {
        doc_id: document.published
        for doc_id, document in later.items()
        if document.published is not None and (len(dated[doc_id]) >= CHRONICLED or _is_of_answers(document))
    }
    return Reach(last, chronicles)


def _is_of_answers(document: Document) -> bool:
    """Whether the title says that the text is about an answer."""
    return document.title is not None and cues().response_title.search(document.title) is not None


def looked_at(report: ResponseReport, form: Callable[[date], str]) -> str:
    """Until when acts were looked at, in words; "" where the trigger has no day."""
    if report.until is None or report.trigger is None or report.trigger.last is None:
        return ""
    span = f"acts to {form(report.until)}, {plural((report.until - report.trigger.last).days, 'day')} after it"
    if report.recounted is None:
        return span
    return f"{span}; in a text that recounts what followed, to {form(report.recounted)}"


def left_out(report: ActorReport, trigger: Trigger, form: Callable[[date], str]) -> str:
    """How many acts would count but are later than is looked at, or have no day at all, and how to see them; "" where none is."""
    begun = [first for one in report.beyond if (first := days(one.told)[0]) is not None]
    undated = len(report.beyond) - len(begun)
    said = [f"{plural(undated, 'act')} without any day left out: give the documents their dates"] if undated else []
    if begun and trigger.last is not None:
        span = form(min(begun)) if min(begun) == max(begun) else f"{form(min(begun))} to {form(max(begun))}"
        need = (max(begun) - trigger.last).days
        said.insert(0, f"{plural(len(begun), 'later act')} that would count left out ({span}): --within {need} shows {'it' if len(begun) == 1 else 'them'}")
    return "; ".join(said)
