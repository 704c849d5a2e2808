"""The date grammar: the open cases, running text, what is no date, ranges, bases, and properties."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.dates import Context, date_spans, find_dates, resolve_date

CASES = Path(__file__).resolve().parent.parent / "cases" / "dates.open.jsonl"
#: Share of the open cases that must be right (1.0 when the grammar was written; a floor against regressions).
FLOOR = 0.98
WEDNESDAY = date(2024, 11, 20)


def reading(text: str, **context: object) -> list[tuple[str, str, str, str]]:
    """Text, first and last day and precision of every expression found."""
    options = {"published": WEDNESDAY, **context}
    found = find_dates(text, Context(**options))  # type: ignore[arg-type]
    return [(text[f.start : f.end], f.earliest.isoformat(), f.latest.isoformat(), f.precision) for f in found]


def test_open_cases() -> None:
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    missed = []
    for row in rows:
        found = resolve_date(
            row["phrase"],
            published=date.fromisoformat(row["published"]),
            tense=row["tense"],
            previous=date.fromisoformat(row["previous"]) if row["previous"] else None,
        )
        got = (found.earliest.isoformat(), found.latest.isoformat(), found.precision) if found else None
        if got != (row["earliest"], row["latest"], row["precision"]):
            missed.append((row["phrase"], got))
    assert len(missed) <= (1 - FLOOR) * len(rows), missed


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "precision"),
    [
        ("Forces crossed the river on 9 March 2017.", "on 9 March 2017", "2017-03-09", "2017-03-09", "day"),
        ("The envoy left Tuesday for Doha.", "Tuesday", "2024-11-19", "2024-11-19", "day"),
        ("The army shelled the town late Monday.", "late Monday", "2024-11-18", "2024-11-18", "day"),
        ("Wednesday’s attack killed nine.", "Wednesday", "2024-11-20", "2024-11-20", "day"),
        ("He has been in jail since last May.", "since last May", "2024-05-01", "2024-11-20", "interval"),
        ("Talks broke down in the autumn of 1999.", "in the autumn of 1999", "1999-09-01", "1999-11-30", "interval"),
        ("The winter of 2013-14 was cold.", "The winter of 2013-14", "2013-12-01", "2014-02-28", "interval"),
        ("It fought from 1991 to 1995.", "from 1991 to 1995", "1991-01-01", "1995-12-31", "interval"),
        ("The war (1998-2003) was over.", "1998-2003", "1998-01-01", "2003-12-31", "interval"),
        ("The accord (2015) failed.", "2015", "2015-01-01", "2015-12-31", "year"),
        ("Police fired on crowds Feb. 17-19, 2011.", "Feb. 17-19, 2011", "2011-02-17", "2011-02-19", "interval"),
        ("They met on the night of 3 June 1989.", "on the night of 3 June 1989", "1989-06-03", "1989-06-03", "day"),
        ("He resigned on the eve of 1 April 2010.", "on the eve of 1 April 2010", "2010-03-31", "2010-03-31", "day"),
        ("It ended in the late 1980s.", "in the late 1980s", "1987-01-01", "1989-12-31", "interval"),
        ("It was built in the 19th century.", "in the 19th century", "1801-01-01", "1900-12-31", "interval"),
        ("Exports fell in the third quarter of last "
         "year.", "in the third quarter of last year", "2023-07-01", "2023-09-30", "interval"),
        ("Half a century ago it joined.", "Half a century ago", "1974-01-01", "1974-12-31", "year"),
        ("Troops left a couple of days ago.", "a couple of days ago", "2024-11-18", "2024-11-18", "day"),
        ("Rebels struck the week of May 13.", "the week of May 13", "2024-05-13", "2024-05-19", "interval"),
        ("They met on Monday last week.", "on Monday last week", "2024-11-11", "2024-11-11", "day"),
        ("In January 20 soldiers died.", "In January", "2024-01-01", "2024-01-31", "month"),
    ],
)  # fmt: skip
def test_in_running_text(text: str, words: str, first: str, last: str, precision: str) -> None:
    assert reading(text) == [(words, first, last, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said the deal may fail.",
        "Protesters march on the palace; the Long March began there.",
        "Some 1,200 men and 2000 soldiers fled.",
        "Of 2000 soldiers none returned.",
        "In 2000 villages there was no power.",
        "Resolution 1701 and Article 5 apply.",
        "Sun Yat-sen and Jan Egeland sat in Mon State.",
        "The Arab Spring and Black Friday passed.",
        "He is in his 60s and won 3-2 at 10:30.",
        "The 38th parallel and the 7th Fleet.",
        "It decreased by 12.5 percent, or 1990 tons.",
        "The fall of Kabul and the summit of leaders.",
    ],
)
def test_no_date(text: str) -> None:
    assert reading(text) == []


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("12.11.2024", "2024-11-12"),
        ("4.5.2023", "2023-05-04"),
        ("25/11/2024", "2024-11-25"),
        ("11/25/2024", "2024-11-25"),
        ("12/12/2024", "2024-12-12"),
        ("03/04/2021", "2021-03-04 to 2021-04-03"),
        ("7-9-2019", "2019-07-09 to 2019-09-07"),
    ],
)
def test_days_in_figures(phrase: str, days: str) -> None:
    found = resolve_date(phrase, published=None)
    assert found is not None
    assert (str(found.earliest), str(found.latest)) == (days.split(" to ")[0], days.split(" to ")[-1])


@pytest.mark.parametrize(
    ("text", "previous", "days"),
    [
        ("In December of that year the fleet sailed.", "1978-01-25", ("1978-12-01", "1978-12-31")),
        ("In February of the same year they had met.", "2016-11-04", ("2016-02-01", "2016-02-29")),
        ("On 3 May of that same year he resigned.", "2009-10-02", ("2009-05-03", "2009-05-03")),
        ("That December the junta fell.", "2011-01-14", ("2011-12-01", "2011-12-31")),
        ("That winter the junta fell.", "2011-01-14", ("2010-12-01", "2011-02-28")),
        ("That February the junta fell.", "2016-11-04", ("2017-02-01", "2017-02-28")),
    ],
)
def test_months_of_the_year_named_before(text: str, previous: str, days: tuple[str, str]) -> None:
    found = find_dates(text, Context(date(2019, 6, 3), tense="past", previous=date.fromisoformat(previous)))
    assert [(str(one.earliest), str(one.latest)) for one in found] == [days]


def test_of_two_days_in_figures_only_one_is_past() -> None:
    assert [r[1] for r in reading("On 12/11/2024 they met.")] == ["2024-11-12"]


def test_tense_is_taken_from_the_verb_before() -> None:
    text = "Kim will visit Moscow on Tuesday, officials said Monday."
    assert [r[1] for r in reading(text)] == ["2024-11-26", "2024-11-18"]
    assert reading("Talks are set for Friday.")[0][1] == "2024-11-22"
    assert reading("Officials said it would end, and on Friday it did.")[0][1] == "2024-11-15"


def test_given_tense_wins() -> None:
    assert reading("It will meet on Friday.", tense="past")[0][1] == "2024-11-15"


def test_expressions_that_lean_on_the_date_before() -> None:
    text = "He was arrested on 3 May 2021 and freed two weeks later."
    assert [r[1] for r in reading(text)] == ["2021-05-03", "2021-05-17"]
    assert reading("They fled the following month.", previous=date(2023, 12, 9))[0][1:3] == ("2024-01-01", "2024-01-31")
    assert reading("They fled the following month.") == []


def test_before_another_event_has_no_anchor() -> None:
    assert reading("They fled the day before the summit.", previous=date(2023, 12, 9)) == []
    assert reading("They fled two days after the vote.", previous=date(2023, 12, 9)) == []


def test_range_that_crosses_the_year() -> None:
    found = reading("Clashes lasted from Dec. 28 to Jan. 3.", published=date(2024, 1, 15))
    assert found == [("from Dec. 28 to Jan. 3", "2023-12-28", "2024-01-03", "interval")]


def test_members_of_a_list_share_the_preposition() -> None:
    assert [r[0] for r in reading("It fought the wars of 1965 and 1971.")] == ["of 1965", "1971"]


def test_basis() -> None:
    def basis(text: str) -> str:
        return find_dates(text, Context(WEDNESDAY))[0].basis

    assert basis("It fell in May 2020.") == "explicit"
    assert basis("It fell in May.") == "relative"
    assert basis("It has stood since 2011.") == "relative"
    assert basis("It ran between March and June 2021.") == "explicit"


def test_without_publication_date_only_explicit_dates_remain() -> None:
    text = "On Friday, in May and since 2014 they fought; on 3 May 2020 they stopped."
    found = find_dates(text, Context(None))
    assert [text[f.start : f.end] for f in found] == ["on 3 May 2020"]


def test_that_month_stands_beside_the_date_before_and_begins_no_clause() -> None:
    for text, days in (
        ("Rebels attacked the port that August.", ["2019-08-01"]),
        ("Rebels attacked that August across Togo.", ["2019-08-01"]),
        ("The raid that August killed six.", ["2019-08-01"]),
        ("The minister said that August talks had failed.", ["2024-08-01"]),
        ("He said that spring floods killed six.", []),
    ):
        found = find_dates(text, Context(WEDNESDAY, previous=date(2019, 5, 3)))
        assert [one.earliest.isoformat() for one in found] == days, text


def test_lenient_phrases() -> None:
    for phrase, first in (
        ("2019", "2019-01-01"),
        ("March", "2024-03-01"),
        ("Wed.", "2024-11-20"),
        ("Sept", "2024-09-01"),
    ):
        found = resolve_date(phrase, published=WEDNESDAY)
        assert found is not None and found.earliest.isoformat() == first, phrase
    assert resolve_date("the meeting", published=WEDNESDAY) is None


def test_absurd_counts_do_not_raise() -> None:
    assert reading("It happened 999999999999 years ago, 99999999 days ago.") == []


def test_an_impossible_day_leaves_its_month() -> None:
    assert reading("On 31 June 2020 nothing happened.") == [("June 2020", "2020-06-01", "2020-06-30", "month")]


def test_spans_do_not_need_a_publication_date() -> None:
    text = "He left two days ago with 40 men."
    assert [text[start:end] for start, end in date_spans(text)] == ["two days ago"]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for text in (f"on {day.day} {day:%B %Y},", f"on {day:%B} {day.day}, {day.year},", f"on {day.isoformat()},"):
        found = find_dates(text, Context(None))
        assert [(f.earliest, f.latest, f.precision) for f in found] == [(day, day, "day")], text


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)), st.integers(0, 6))
def test_weekdays_lie_within_a_week(published: date, number: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[number]
    past = resolve_date(f"on {name}", published=published, tense="past")
    future = resolve_date(f"on {name}", published=published, tense="future")
    assert past is not None and future is not None
    assert past.earliest.weekday() == future.earliest.weekday() == number
    assert timedelta(0) <= published - past.earliest < timedelta(7)
    assert timedelta(0) < future.earliest - published <= timedelta(7)


@given(st.text(alphabet="0123456789 -/,.()'’$aMydthislnextwkJun", max_size=60))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = find_dates(text, Context(WEDNESDAY, previous=WEDNESDAY))
    assert all(0 <= f.start < f.end <= len(text) and f.earliest <= f.latest for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They gave way in March. The day after, rebels took Walungu.", [("2023-03-01", "2023-03-31"), ("2023-03-02", "2023-04-01")]),
        ("They gave way in March and left two weeks later.", [("2023-03-01", "2023-03-31"), ("2023-03-15", "2023-04-14")]),
        ("They gave way in 2021 and left two days later.", [("2021-01-01", "2021-12-31")]),
        ("They met on 9 and 10 October. They left the following day.", [("2023-10-09", "2023-10-10"), ("2023-10-11", "2023-10-11")]),
        ("They met on 9 and 10 October. On those two days the road was shut.", [("2023-10-09", "2023-10-10")] * 2),
        ("He gave way in May: talks were due to begin on the 18th.", [("2023-05-01", "2023-05-31"), ("2023-05-18", "2023-05-18")]),
        ("Between October 2021 and the following spring they shipped food.", [("2021-10-01", "2022-05-31")]),
        ("They had fought in June last year.", [("2022-06-01", "2022-06-30")]),
        ("Police prepared for Friday's march.", [("2023-11-17", "2023-11-17")]),
        ("Police were blamed for Friday's march.", [("2023-11-10", "2023-11-10")]),
        ("Unions called for a general strike on Monday.", [("2023-11-20", "2023-11-20")]),
        ("Calls for a hartal on Monday spread.", [("2023-11-20", "2023-11-20")]),
        ("Urging workers to join a march on Friday, he spoke.", [("2023-11-17", "2023-11-17")]),
        ("Unions called for a ceasefire on Monday.", [("2023-11-13", "2023-11-13")]),
    ],
)
def test_what_days_are_counted_from(text: str, days: list[tuple[str, str]]) -> None:
    found = find_dates(text, Context(date(2023, 11, 15)))
    assert [(one.earliest.isoformat(), one.latest.isoformat()) for one in found] == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In August Turkey struck the camp.", [("In August", "2024-08-01", "2024-08-31", "month")]),
        ("Since April Kenya has held him.", [("Since April", "2024-04-01", "2024-11-20", "interval")]),
        ("A play by August Wilson opened.", []),
        ("He met April Jones.", []),
    ],
)
def test_a_month_before_a_name(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert reading(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bishops urged Kenyans to take to the streets on Sunday.", "2024-11-24"),
        ("Unions called on dockers to walk out on Monday.", "2024-11-25"),
        ("The court demanded that the army free them by Friday.", "2024-11-22"),
        ("The junta told the envoy to leave the country by 2 December.", "2024-12-02"),
        ("Lula invited Petro to a summit in Belem in December.", "2024-12-01"),
        ("The union urged calm on Sunday.", "2024-11-17"),
        ("Uganda asked Kenya to hand over the rebels on Sunday.", "2024-11-17"),
        ("Police told reporters that ten men had died by Friday.", "2024-11-15"),
        ("Lula invited Petro in October.", "2024-10-01"),
    ],
)
def test_the_day_of_what_people_are_asked_to_do_lies_ahead(text: str, day: str) -> None:
    assert [first for _, first, _, _ in reading(text)] == [day]


def test_a_short_time_after_is_counted_from_what_was_told_before() -> None:
    before = {"previous": date(2021, 5, 17), "previous_end": date(2021, 5, 17)}
    assert reading("Within hours Lima expelled six diplomats.", **before) == [("Within hours", "2021-05-17", "2021-05-17", "day")]
    assert reading("Within days Lima expelled six diplomats.", **before) == [("Within days", "2021-05-17", "2021-05-24", "interval")]
    assert reading("Lima will expel six diplomats within weeks.") == [("within weeks", "2024-11-20", "2025-01-01", "interval")]
    assert reading("Within hours Lima expelled six diplomats.") == []
    assert reading("Troops stood within minutes of the border.", **before) == []


def test_the_last_month_of_something_is_no_month_before_the_report() -> None:
    assert reading("He recalled the Peruvian veto last month of a treaty.") == [("last month", "2024-10-01", "2024-10-31", "month")]
    assert reading("He recalled the last month of the war.") == []


@pytest.mark.parametrize(
    ("phrase", "day", "near", "before"),
    [
        ("last Tuesday", date(2031, 5, 1), date(2031, 4, 29), date(2031, 4, 22)),
        ("early last Wednesday", date(2031, 5, 1), date(2031, 4, 30), date(2031, 4, 23)),
        ("last Saturday", date(2031, 5, 1), date(2031, 4, 26), date(2031, 4, 26)),
        ("last Thursday", date(2031, 5, 1), date(2031, 4, 24), date(2031, 4, 24)),
        ("on Tuesday", date(2031, 5, 1), date(2031, 4, 29), date(2031, 4, 29)),
    ],
)
def test_the_last_of_a_weekday_may_be_that_of_the_week_before(phrase: str, day: date, near: date, before: date) -> None:
    """Only where the nearest one was in the week in which it is said."""
    found = [resolve_date(phrase, published=day, week_before=week_before) for week_before in (False, True)]
    assert [one.earliest for one in found if one is not None] == [near, before]
