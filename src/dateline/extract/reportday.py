"""The day on which a report was written: "LONDON, Nov. 11 - ... **today**" in a paper of the twelfth tells of the eleventh."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from dateline.datelines import Dateline
from dateline.extract.dates import resolve_date

#: A report is printed no more than so many days after it was written: papers printed letters by sea in their day, weeklies a week of news.
_PRINTED: Final = timedelta(days=14)


def day_of_report(lines: Iterable[Dateline], published: date | None) -> date | None:
    """The day that a document's datelines name, where they name one and it lies shortly before the publication, else the day of publication.

    Args:
        lines: the datelines.
        published: the day of publication.

    Returns:
        The day that "today" means in it; ``None`` where it has no day of publication.
    """
    if published is None:
        return None
    named = (line.day or line.weekday for line in lines)
    found = (resolve_date(words, published=published) for words in named if words is not None)
    days = {one.earliest for one in found if one is not None and one.precision == "day"}
    day = days.pop() if len(days) == 1 else published
    return day if day <= published <= day + _PRINTED else published
