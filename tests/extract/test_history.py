"""What is dated long before the publication is history, what is dated later is not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.extractor import _historical
from dateline.types import Status, TimeRef

PUBLISHED = date(2020, 5, 5)


def year(first: int, last: int | None = None) -> TimeRef:
    return TimeRef(date(first, 1, 1), date(last or first, 12, 31), "year", "explicit", str(first))


@pytest.mark.parametrize(
    ("status", "time", "published", "expected"),
    [
        (Status.OCCURRED, year(1998), PUBLISHED, Status.HISTORICAL),
        (Status.HISTORICAL, year(2015), PUBLISHED, Status.OCCURRED),
        (Status.HISTORICAL, year(2003, 2019), PUBLISHED, Status.HISTORICAL),
        (Status.HISTORICAL, None, PUBLISHED, Status.HISTORICAL),
        (Status.FUTURE, year(1998), PUBLISHED, Status.FUTURE),
        (Status.OCCURRED, year(1914), None, Status.HISTORICAL),
        (Status.OCCURRED, year(2015), None, Status.OCCURRED),
    ],
)
def test_dates_decide_what_is_history(status: Status, time: TimeRef | None, published: date | None, expected: Status) -> None:
    assert _historical(status, time, published) is expected
