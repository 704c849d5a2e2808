"""Days in figures without their year."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.extract.dates import Context, find_dates

REPORT = date(2031, 8, 20)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("In Bria on 17/08, rebels killed nine farmers.", "on 17/08", date(2031, 8, 17)),
        ("In Bria on 17.08., rebels killed nine farmers.", "on 17.08.", date(2031, 8, 17)),
        ("In Bria on 17.08 rebels killed nine farmers.", "on 17.08", date(2031, 8, 17)),
        ("Bria (17/08): rebels killed nine farmers.", "17/08", date(2031, 8, 17)),
        ("Bria (17.08.): rebels killed nine farmers.", "17.08.", date(2031, 8, 17)),
        ("Bria (09/08): rebels killed nine farmers.", "09/08", date(2031, 8, 9)),
        ("Bria (08/09): rebels killed nine farmers.", "08/09", date(2031, 8, 9)),
        ("On 08/17 rebels killed nine farmers.", "On 08/17", date(2031, 8, 17)),
        ("On Sunday, 17/08, rebels killed nine farmers.", "On Sunday, 17/08", date(2031, 8, 17)),
        ("On Sun. 17/08 rebels killed nine farmers.", "On Sun. 17/08", date(2031, 8, 17)),
        ("In the night of 29/12 rebels killed nine farmers.", "In the night of 29/12", date(2030, 12, 29)),
        ("17/08: rebels killed nine farmers.", "17/08", date(2031, 8, 17)),
        ("On 17/08/31 rebels killed nine farmers.", "On 17/08/31", date(2031, 8, 17)),
    ],
)
def test_a_day_in_figures_takes_its_year_from_the_report(text: str, words: str, day: date) -> None:
    (found,) = find_dates(text, Context(REPORT))
    assert (text[found.start : found.end], found.earliest, found.latest) == (words, day, day)


def test_a_range_in_figures() -> None:
    (found,) = find_dates("Between 12/08 and 17/08 rebels killed nine farmers.", Context(REPORT))
    assert (found.earliest, found.latest) == (date(2031, 8, 12), date(2031, 8, 17))


def test_a_day_that_may_be_two_is_what_lies_between_or_open() -> None:
    (found,) = find_dates("Bria (06/07): rebels killed nine farmers.", Context(date(2031, 7, 8)))
    assert (found.earliest, found.latest) == (date(2031, 7, 6), date(2031, 7, 6))
    (found,) = find_dates("Bria (06/07): rebels killed nine farmers.", Context(date(2031, 7, 30)))
    assert (found.earliest, found.latest) == (date(2031, 6, 7), date(2031, 7, 6))
    assert find_dates("Bria (02/03): rebels killed nine farmers.", Context(REPORT)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The attacks on 9/11 and on 26/11 changed the law.",
        "The army is on 24/7 alert.",
        "They agreed on 3/4 of the text and on 7/10 points.",
        "Prices rose from 12.10 to 15.07 and fell by 10.08.",
        "Support (12.10) fell.",
        "The vote of 50/50 failed.",
        "Resolution 17/08 was adopted.",
        "They spent on 12.05 million dollars.",
        "They stood at 17/08.",
        "Unit 17/08-2 left.",
        "The court sat on 17/08/2.",
    ],
)
def test_names_shares_and_decimals_are_no_days(text: str) -> None:
    assert find_dates(text, Context(REPORT)) == []


def test_without_a_day_of_publication_such_a_day_stays_open() -> None:
    assert find_dates("In Bria on 17/08, rebels killed nine farmers.", Context(None)) == []


@pytest.mark.parametrize("lead", ["Kano (17/08): Gunmen", "In Kano on 17/08, gunmen", "In Kano on 17.08., gunmen", "On 17.08. in Kano, gunmen"])
def test_the_act_has_the_day(lead: str) -> None:
    acts = dateline.code(dateline.read_text(f"{lead} killed nine farmers of Nigeria.", published=REPORT)).mentions
    assert {act.date.earliest for act in acts if act.date} == {date(2031, 8, 17)}
