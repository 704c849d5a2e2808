"""The scale of days and the dots on it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.report.acts import acts
from dateline.report.timeline import MAX_HEIGHT, place, ticks, timeline, window
from dateline.types import Coded

from . import factory

days = st.dates(date(1, 1, 1), date(9999, 12, 31))


def test_every_act_stands_on_the_timeline_outside_it_or_undated() -> None:
    found = acts([factory.coded()])
    made = timeline(found)
    assert made is not None
    shown = [dot.act.number for lane in made.by_quad for dot in lane.dots]
    assert sorted([*shown, *made.outside, *made.undated]) == [act.number for act in found]
    assert made.outside == (10, 13) and made.undated == (3, 9, 12)


def test_dots_know_their_lane_their_extent_and_their_basis() -> None:
    made = timeline(acts([factory.coded()]))
    assert made is not None
    dots = {dot.act.number: (lane.quad, dot) for lane in made.by_quad for dot in lane.dots}
    assert all(quad == dot.act.quad for quad, dot in dots.values())
    assert dots[1][1].start is None and dots[7][1].start is not None
    assert dots[1][1].stated and not dots[5][1].stated and not dots[6][1].stated
    assert dots[7][1].y != dots[8][1].y, "two acts of one month and kind are stacked"


@given(st.lists(days, min_size=1, max_size=30))
def test_window_holds_most_days_and_is_never_empty(found: list[date]) -> None:
    first, last = window(found)
    assert first < last
    assert sum(first <= day <= last for day in found) >= 0.8 * len(found)


@given(days, st.integers(1, 400_000))
def test_ticks_lie_on_the_scale_in_order_and_are_few(first: date, span: int) -> None:
    last = date.fromordinal(min(first.toordinal() + span, date.max.toordinal()))
    if last == first:
        return
    found = ticks(first, last)
    assert len(found) <= 9
    assert [tick.x for tick in found] == sorted(tick.x for tick in found)
    assert all(0 <= tick.x <= 100 for tick in found)


def test_short_affair_is_ticked_by_day() -> None:
    assert [tick.label for tick in ticks(date(2024, 10, 30), date(2024, 11, 5))][:2] == ["30 Oct 2024", "31 Oct 2024"]


def test_one_old_date_does_not_squeeze_the_rest() -> None:
    recent = [date(2024, 1, 1) + timedelta(days=offset) for offset in range(9)]
    first, last = window([date(1950, 6, 25), *recent])
    assert first.year >= 2023 and place(date(2024, 1, 5), first, last) > 10


def test_a_crowded_lane_stays_low() -> None:
    coded = factory.coded()
    crowd = Coded(coded.document, mentions=tuple(coded.mentions[0] for _ in range(300)))
    made = timeline(acts([crowd]))
    assert made is not None and max(lane.height for lane in made.by_quad) <= MAX_HEIGHT + 24


def test_a_few_far_days_do_not_squeeze_the_rest() -> None:
    days = [date(2022, 7, 1), *(date(2024, 10, 1) + timedelta(days=offset) for offset in range(20))]
    assert window(days)[0] > date(2024, 8, 1)
    even = [date(2023, 1, 1) + timedelta(days=30 * offset) for offset in range(12)]
    assert window(even)[0] <= even[0] and window(even)[1] >= even[-1], "an even spread is shown whole"


def test_no_dates_no_timeline() -> None:
    coded = factory.coded()
    undated = Coded(coded.document, mentions=tuple(one for one in coded.mentions if one.date is None))
    assert len(undated.mentions) == 3 and timeline(acts([undated])) is None
