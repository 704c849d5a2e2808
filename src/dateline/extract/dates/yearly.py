"""The year of what comes once a year: a day or month without its year is the one next to what the text tells of, or the latest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dateline.extract.dates.values import NEWS, Context, Told, Value, is_beyond_season, relative

#: How far (years) a day without its year is looked for: 29 February comes back after at most eight.
_REACH: Final = 8
#: A passage that names a time tells on from there: a day or month without its year is the one in the year that begins so many days before it ...
_BACK: Final = 62
#: ... so many where the words go back ("had raided their homes in March") ...
_BACK_HAD: Final = 182
_YEAR: Final = 365
#: ... and without a publication day so many days after it at most.
_HALF: Final = 183
#: ... and in a passage of news so many days after it at most.
_ON: Final = 92
#: ... and in background of news, from one day to another, so many days after it.
_MONTH: Final = 31
#: A report so many days after a day of the year, or before it, is of that day: what is announced or planned is reported ahead of its day, and a
#: paper may cite an older piece once more.
_FRESH: Final = 45
#: A report so many days after a day without its year tells that year, whatever the text told of before.
_WITNESS: Final = 7


def yearly(make: Callable[[int], Value | None], context: Context, *, which: str | None = None) -> Value | None:
    """Choose the year of something that comes once a year.

    Args:
        make: the thing in a given year, ``None`` where that year has none (29 February).
        context: the reference; without a publication day and a time that the passage tells of there is no answer.
        which: ``None`` follows the tense (past: the one next to what the passage tells of or right before the report cited for it, else the
            latest that has begun; future: the first that has not ended); ``last`` the latest that has ended, ``next`` the first that has not
            begun, ``this`` the one of the publication year; ``following``, ``previous`` and ``that`` the one beside the date named before.

    Returns:
        The chosen one, marked as relative.
    """
    if which in BESIDE:
        anchor, last = _named(context)
        if anchor is not None and last is not None:
            return relative(_beside(make, anchor, last, which))
        which = None
    today = context.today
    if context.future and which is None and (today is None or context.tense == "would") and context.then is not None:
        return relative(_first(make, context.then, context.then + timedelta(days=_YEAR)))
    if which is None and not context.future:
        return relative(_told_on(make, context))
    today = today or context.then
    return relative(_seen_from(make, today, which, ahead=which == "next" or (which is None and context.future))) if today else None


#: Words that put a month beside the date named before.
BESIDE: Final = frozenset({"following", "previous", "preceding", "same", "that"})


def of_that_year(make: Callable[[int], Value | None], context: Context) -> Value | None:
    """The one of the year of the time named before: "in December **of that year**"."""
    anchor, _ = _named(context)
    return relative(make(anchor.year)) if anchor is not None else None


def _named(context: Context) -> tuple[date | None, date | None]:
    """First and last day of the time named before."""
    told = context.told
    first, end = told.aside or (told.earliest, told.latest) if told else (None, None)
    anchor = first if first and end and not is_beyond_season(first, end) else context.previous
    return anchor, end if first and end and anchor and first <= anchor <= end else anchor


def _beside(make: Callable[[int], Value | None], anchor: date, last: date, which: str | None) -> Value | None:
    """ "The following June", "the previous June", "that June" of a time from one day to another; the spring that follows a year is not in it."""
    if which in {"previous", "preceding"}:
        before = [value for year in (anchor.year - 1, anchor.year) if (value := make(year)) is not None and value.latest < anchor]
        return before[-1] if before else None
    if which == "following":
        after = (value for year in (anchor.year, last.year, last.year + 1) if (value := make(year)) is not None)
        return next((value for value in after if value.earliest > anchor and value.latest > last), None)
    same = make(anchor.year)
    if same is not None and same.precision == "month" and same.earliest >= anchor:  # "that December" behind a day of January
        return same
    low = anchor if is_beyond_season(anchor, last) else anchor - timedelta(days=_BACK)
    return _first(make, low, low + timedelta(days=_YEAR))


def _first(make: Callable[[int], Value | None], low: date, high: date) -> Value | None:
    """The first that begins within the days."""
    values = (make(year) for year in range(low.year, high.year + 1))
    return next((value for value in values if value is not None and low <= value.earliest <= high), None)


def _seen_from(make: Callable[[int], Value | None], today: date, which: str | None, *, ahead: bool) -> Value | None:
    if which == "this":
        return make(today.year)
    order = range(today.year - 1, today.year + _REACH + 1) if ahead else range(today.year, today.year - _REACH - 1, -1)
    values = (make(year) for year in order)
    return next((value for value in values if value is not None and _fits(value, today, ahead=ahead, strict=which is not None)), None)


def _told_on(make: Callable[[int], Value | None], context: Context) -> Value | None:
    """The one next to the time of which the passage tells, the latest one where none is near it or the latest one is news; of the time of the report
    that is cited for it, and not long after that."""
    latest = _seen_from(make, context.published, None, ahead=False) if context.published else None
    near = _near(make, context, latest)
    chosen = near if near is not None and (latest is None or near.earliest <= latest.earliest) else latest
    witnessed = _witnessed(make, context)
    if witnessed is not None:
        return witnessed
    story = _in_story(make, context, chosen) or _in_order(make, context, chosen)
    if story is not None:
        return story
    reported, told = context.reported, context.told
    if reported is None or (told is not None and told.earliest > reported):
        return chosen
    known = _seen_from(make, reported, None, ahead=False)
    if known is None or (chosen is not None and chosen.earliest <= reported and (reported - known.latest).days > _FRESH):
        return chosen
    if chosen is not None and near is not None and _goes_past(context, known, reported):
        return chosen
    return _announced(make, context, known, reported) or known


def _announced(make: Callable[[int], Value | None], context: Context, known: Value, reported: date) -> Value | None:
    """The one soon after a report that tells of none right before it: "on 12 August it freed them", for which "to free prisoners" of 11 August is cited."""
    if (reported - known.latest).days <= _FRESH:
        return None
    ahead = _first(make, reported, reported + timedelta(days=_WITNESS if context.back else _FRESH))
    return ahead if ahead is not None and (context.published is None or ahead.earliest <= context.published) else None


def _goes_past(context: Context, known: Value, reported: date) -> bool:
    """Whether a story goes on past a report that is cited for it, which tells of its time, to a time of which that report cannot be."""
    told = context.told
    if told is None or not told.here or told.is_year or context.back:
        return False
    return (reported - told.latest).days <= _FRESH and (told.earliest - known.latest).days > _BACK


def _witnessed(make: Callable[[int], Value | None], context: Context) -> Value | None:
    """The day of which a report that is cited for the passage was made within days."""
    for report in context.witnesses:
        known = _seen_from(make, report, None, ahead=False)
        if known is not None and known.precision == "day" and (report - known.latest).days <= _WITNESS:
            return known
    return None


def _in_story(make: Callable[[int], Value | None], context: Context, chosen: Value | None) -> Value | None:
    """The one with which a story goes on that was broken off for a later time, where none goes on from that time."""
    told = context.told
    if told is None or told.leapt_from is None or context.back:
        return None
    back = timedelta(days=_BACK) if told.here else timedelta(0)
    if chosen is not None and chosen.earliest >= told.earliest - back:
        return None
    return _first(make, told.leapt_from, told.leapt_from + timedelta(days=_YEAR - _BACK))


def _in_order(make: Callable[[int], Value | None], context: Context, chosen: Value | None) -> Value | None:
    """The one a year before, in a paragraph of a history that goes on from it to a time that can only be one of that year: "on 12 February the council
    met. **On 18 June** it ..." in a text of March."""
    told, today = context.told, context.published
    if chosen is None or today is None or context.behind is None or context.began is None or context.back or told is None or not told.history:
        return None
    month, number = context.behind
    ahead = (month, number) > (today.month, today.day) and (month, number) > (chosen.latest.month, chosen.latest.day)
    if not ahead or chosen.earliest.year != today.year or (today - chosen.latest).days <= _FORTNIGHT:
        return None
    before = make(chosen.earliest.year - 1)
    return before if before is not None and before.latest >= context.began else None


#: What was done so few days before publication is news.
_FORTNIGHT: Final = 14


def _near(make: Callable[[int], Value | None], context: Context, latest: Value | None) -> Value | None:
    """The one next to the time of which the passage tells."""
    told = context.told
    if told is None:
        return None
    news = latest is not None and context.published is not None and (context.published - latest.latest).days <= NEWS
    if told.is_year:
        known = told.is_thread or (told.history and told.here)
        return _first(make, told.earliest, told.latest) if known and told.fresh and not news else None
    if news and not told.is_settled:
        return None
    if context.tense == "before" and told.history and (told.aside is None or told.is_broken):
        return _before(make, told)
    low = told.earliest - timedelta(days=_BACK_HAD if context.back else _BACK)
    high = low + timedelta(days=_YEAR - 1) if told.history else told.earliest + timedelta(days=_ON)
    if _is_aside(context, told):
        high = min(high, max(date(told.latest.year, 12, 31), told.latest + timedelta(days=_ON)))
    near = _first(make, low, high if context.published is not None else min(high, _furthest(told)))
    if told.aside is not None and told.is_broken and not _goes_on(context, told, near):
        near = _first(make, told.aside[0], told.aside[0] + timedelta(days=_YEAR - 1))
    return None if news and near is not None and _comes_back(context, told, near) else near


def _before(make: Callable[[int], Value | None], told: Told) -> Value | None:
    """The one told with "had": the last before the time told of, a day at most a month after it, or the one with which a flashback goes on."""
    reach = told.latest + timedelta(days=_MONTH)
    values = [value for year in range((told.aside or (told.earliest,))[0].year - 1, reach.year + 1) if (value := make(year)) is not None]
    before = [value for value in values if value.earliest <= (reach if value.precision == "day" else told.latest)]
    if told.aside is not None:
        low = told.aside[0] if is_beyond_season(*told.aside) else told.aside[0] - timedelta(days=_BACK)
        before = [value for value in before if value.earliest >= low][:1] or before
    return before[-1] if before else None


def _goes_on(context: Context, told: Told, near: Value | None) -> bool:
    """Whether a text goes on from its story behind a flashback, and not from what that told: where the flashback lies far back, to a time soon
    after the story's."""
    first, last = told.aside or (told.earliest, told.latest)
    if is_beyond_season(first, last):
        return True
    if (told.earliest - first).days <= _YEAR or near is None:
        return False
    known = context.published is None or near.earliest <= context.published
    return known and near.earliest <= told.earliest + timedelta(days=_ON)


def _is_aside(context: Context, told: Told) -> bool:
    """Whether the time told of is the background of a text of news, and not that of a history or of an entry of a chronicle."""
    return context.published is not None and context.entry is None and told.history and not told.whole


def _comes_back(context: Context, told: Told, near: Value) -> bool:
    """Whether news comes back from one time of its background to its own: a **day** without its year is one of the weeks before the publication
    ("was arrested in June 2014. His trial opened on 1 February"); one of the next month, a month, or what is told after a second time of the
    background tells on from there."""
    goes_on = told.earliest <= near.earliest <= told.latest + timedelta(days=_MONTH)
    return near.precision == "day" and not goes_on and not context.back and not told.is_thread and _is_aside(context, told)


def _furthest(told: Told) -> date:
    """The last day that a text without a publication day may mean by one without its year, as it tells on from a time: half a year on, and no more
    than a year after the latest time named with its year."""
    on = told.latest + timedelta(days=_HALF)
    return on if told.sure is None else min(on, told.sure + timedelta(days=_YEAR))


def _fits(value: Value, today: date, *, ahead: bool, strict: bool) -> bool:
    if ahead:
        return value.earliest > today if strict else value.latest >= today
    return value.latest < today if strict else value.earliest <= today
