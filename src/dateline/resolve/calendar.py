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
            day = _day(raw, document.published)
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


def _day(raw: RawMention, published: date | None) -> date | None:
    time: TimeRef | None = raw.time or raw.around
    if time is None or raw.status not in _DONE or (time.latest - time.earliest).days > _LONGEST:
        return None
    middle = time.earliest + (time.latest - time.earliest) // 2
    return middle if published is None else min(middle, published)
