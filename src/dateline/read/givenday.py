"""A day as callers have it: a date, a moment, a text, or a missing value of a column."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from dateline.errors import DatelineError
from dateline.read.dates import parse_date_line


def given_day(value: object, name: str) -> date | None:
    """The day that a caller gives, as a plain date: ids are made of it, and a moment would make others.

    Args:
        value: a date; a moment (``datetime``, pandas' ``Timestamp``, numpy's ``datetime64``, a value of an Arrow column), of which the day
            counts that it has in its own time zone; a text that is a day ("2024-12-05", "5 December 2024"); or what stands for a missing
            value (``None``, an empty text, ``NaT``, ``nan``, ``NA``).
        name: what the caller's argument is called.

    Raises:
        DatelineError: E017 for a text that is no day.
        TypeError: for other values.

    Example:
        >>> given_day("2024-12-05 18:30", "published")
        datetime.date(2024, 12, 5)
    """
    value = plain_value(value)
    if is_missing(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{name} takes a day (datetime.date, or text such as '2024-12-05'), not {type(value).__name__}")
    found = parse_date_line(value)
    day = found.to_date() if found is not None else None
    if day is None:
        raise DatelineError("E017", repr(value))
    return day


def plain_value(value: Any) -> object:
    """A value of numpy's and Arrow's as one of Python's: a day, a text or a number."""
    if hasattr(value, "as_py"):
        value = value.as_py()
    kind = getattr(getattr(value, "dtype", None), "kind", None)
    return value.astype("datetime64[D]").item() if kind == "M" and hasattr(value, "astype") and not getattr(value, "shape", ()) else value


def is_missing(value: object) -> bool:
    """Whether a value stands for none; pandas' ``NaT`` and ``nan`` are not equal to themselves, its ``NA`` is equal to nothing it would say."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    return type(value).__name__ == "NAType" or (isinstance(value, date | float) and value != value)
