"""What is dated long before the publication is history, what is dated later is not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.api import read_text
from dateline.extract.extractor import _historical
from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import EventMention, Status, TimeRef

SINCE = date(2010, 5, 8)


def coded(text: str, published: date | None = None) -> tuple[EventMention, ...]:
    (found,) = Pipeline(CodeOptions()).code([read_text(text, published=published)])
    return found.mentions


def year(first: int, last: int | None = None) -> TimeRef:
    return TimeRef(date(first, 1, 1), date(last or first, 12, 31), "year", "explicit", str(first))


@pytest.mark.parametrize(
    ("status", "time", "since", "expected"),
    [
        (Status.OCCURRED, year(1998), SINCE, Status.HISTORICAL),
        (Status.HISTORICAL, year(2015), SINCE, Status.OCCURRED),
        (Status.HISTORICAL, year(2003, 2019), SINCE, Status.HISTORICAL),
        (Status.HISTORICAL, None, SINCE, Status.HISTORICAL),
        (Status.FUTURE, year(1998), SINCE, Status.FUTURE),
    ],
)
def test_dates_decide_what_is_history(status: Status, time: TimeRef | None, since: date, expected: Status) -> None:
    assert _historical(status, time, since) is expected


OF_1961 = "On March 3, 1961 Peru expelled two Chilean envoys. On April 9, 1961 Chile recalled its ambassador from Lima."


@pytest.mark.parametrize(
    ("text", "published", "history"),
    [
        (OF_1961, None, False),  # a text of 1961, or one of that time
        (OF_1961, date(1962, 1, 1), False),
        (OF_1961, date(1985, 1, 1), True),
        (OF_1961 + " In 2019 the two states signed a treaty.", None, True),  # a text of this century that looks back
        ("On March 3, 1961 Peru expelled two Chilean envoys.", None, True),  # one sentence says nothing of its own time
        ("On March 3, 1961 Peru expelled two Chilean envoys. On April 9, 1985 Chile recalled its ambassador from Lima.", None, True),
    ],
)
def test_a_text_without_a_day_is_of_the_years_that_it_names(text: str, published: date | None, history: bool) -> None:
    (expelled, *_) = [m for m in coded(text, published) if m.trigger.text == "expelled"]
    assert (expelled.status is Status.HISTORICAL) == history


def test_a_chronology_is_of_the_years_of_its_entries() -> None:
    text = "Chronology of the crisis, 1968\n\nMarch 23 -- Peru expelled two Chilean envoys.\n\nApril 2 -- Chile recalled its ambassador.\n\nMay 9 -- Peru closed the border.\n"
    found = coded(text)
    assert found and not any(m.status is Status.HISTORICAL for m in found)



def test_a_year_told_by_the_way_of_a_thing_is_not_that_of_the_verb_of_today() -> None:
    found = coded("Moscow has recalled its envoy from the island of Ventspils, seized by the Soviet Union in 1940.", date(2021, 3, 2))
    act = next(one for one in found if one.trigger.text.startswith("recalled"))
    assert act.status is Status.OCCURRED
    assert [one.country for one in act.actors] == ["RUS"]


def test_a_year_of_the_verb_itself_is_its_own() -> None:
    found = coded("In 1940 Moscow recalled its envoy from Ventspils.", date(2021, 3, 2))
    assert next(one for one in found if one.trigger.text.startswith("recalled")).status is Status.HISTORICAL
