"""Days, ISO weeks, months, quarters and years as numbers that count on without gaps."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

DAY, WEEK, MONTH, QUARTER, YEAR = "day", "week", "month", "quarter", "year"
#: Months of the periods that are made of months.
_MONTHS: Final = {MONTH: 1, QUARTER: 3, YEAR: 12}
#: Days from the epoch (Thursday, 1 January 1970) back to a Monday.
_MONDAY: Final = 3


def numbers(days: npt.NDArray[Any], period: str) -> npt.NDArray[np.int64]:
    """The number of the period of each day (``datetime64[D]``)."""
    if period in (DAY, WEEK):
        since = days.astype("datetime64[D]").astype(np.int64)
        return since if period == DAY else (since + _MONDAY) // 7
    return days.astype("datetime64[M]").astype(np.int64) // _MONTHS[period]


def starts(periods: npt.NDArray[np.int64], period: str) -> npt.NDArray[Any]:
    """The first day of each period, ``datetime64[D]``."""
    if period in (DAY, WEEK):
        return (periods if period == DAY else periods * 7 - _MONDAY).astype("datetime64[D]")
    return (periods * _MONTHS[period]).astype("datetime64[M]").astype("datetime64[D]")


def number(day: date, period: str) -> int:
    """The number of the period of a day."""
    return int(numbers(np.array([day], "datetime64[D]"), period)[0])
