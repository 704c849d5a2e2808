"""Days that the library is asked for: dates, numbers of years, and texts such as 2024-10."""

from __future__ import annotations

from datetime import date

from dateline.errors import DatelineError


def day_prefix(name: str, value: str | int | date | None) -> str | None:
    """A day, month or year as filters take it, a prefix of an ISO date.

    Args:
        name: the argument that it is for, which the error names.
        value: a date, a year, or a text, which is left as it is.

    Raises:
        DatelineError: E205 for any other value.

    >>> day_prefix("since", 2024), day_prefix("since", date(2024, 10, 5))
    ('2024', '2024-10-05')
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, int):
        return f"{value:04}"
    raise DatelineError("E205", f"{name}={value!r}", "a day is a date, or a text such as 2024, 2024-10 or 2024-10-05")
