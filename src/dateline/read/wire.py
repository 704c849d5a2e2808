"""The day in a dateline: "GEORGETOWN, Dec 6, 2023 (Wire) - " at the head of a report says when it was written."""

from __future__ import annotations

from datetime import date

from dateline.datelines import dateline_of
from dateline.read.dates import parse_date


def dateline_day(paragraph: str) -> date | None:
    """The day that the dateline at the head of a paragraph names.

    Args:
        paragraph: the first paragraph of running text.

    Returns:
        The day; ``None`` where there is no dateline or its date lacks the year.

    Example:
        >>> dateline_day("GEORGETOWN, Dec 6, 2023 (Wire) - Guyana closed a port.")
        datetime.date(2023, 12, 6)
    """
    found = dateline_of(paragraph)
    day = parse_date(found.day) if found is not None and found.day else None
    return day.to_date() if day is not None else None
