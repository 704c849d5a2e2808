"""The day on which the words of a document are read: who held an office then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.types import Document, Extraction, Phrase, RawMention, Span, Status, TimeRef

#: Of acts that were done.
_DONE: Final = frozenset({Status.OCCURRED, Status.HISTORICAL, Status.ONGOING})
#: A longer time (days) of an act says nothing of who held an office then.
_LONGEST: Final = 366
#: What was done so long (days) before the publication is history by its status.
_HISTORY: Final = 3652


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day of the act of which a phrase is a party, else the one of which its sentence tells, else that of publication."""

    published: date | None
    days: Sequence[date | None]
    acts: Mapping[Span, date]

    @classmethod
    def of(cls, document: Document, extraction: Extraction) -> Calendar:
        """The calendar of a document."""
        acts: dict[Span, date] = {}
        for raw in extraction.mentions:
            day = _day(raw, document.published) or _of_today(raw, document.published, extraction.days)
            if day is not None:
                for phrase in raw.actors:
                    acts.setdefault(phrase.mention.span, day)
        return cls(document.published, extraction.days, acts)

    @property
    def written(self) -> date | None:
        """The day of publication, else the last day of which the document tells."""
        return self.published or max([*self.acts.values(), *(day for day in self.days if day)], default=None)

    def of_sentence(self, index: int) -> date | None:
        """The day of which a sentence tells; a plan does not make it later than the publication."""
        day = self.days[index] if index < len(self.days) else None
        if day is None or self.published is None:
            return day or self.published
        return min(day, self.published)

    def of_phrase(self, phrase: Phrase) -> date | None:
        """The day on which a phrase is read."""
        return self.acts.get(phrase.mention.span) or self.of_sentence(phrase.sentence)


def _of_today(raw: RawMention, published: date | None, days: Sequence[date | None]) -> date | None:
    """The day of publication for an undated act of today whose sentence also tells of years long gone: "has left the islands, seized in 1945"."""
    told = days[raw.sentence.index] if raw.sentence.index < len(days) else None
    if published is None or told is None or raw.time is not None or raw.around is not None or raw.status is Status.HISTORICAL:
        return None
    return published if (published - told).days > _HISTORY else None


def _day(raw: RawMention, published: date | None) -> date | None:
    time: TimeRef | None = raw.time or raw.around
    if time is None or raw.status not in _DONE or (time.latest - time.earliest).days > _LONGEST:
        return None
    middle = time.earliest + (time.latest - time.earliest) // 2
    return middle if published is None else min(middle, published)
