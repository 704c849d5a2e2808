"""Days at which something ends or takes effect, which are not those of the act, and the year that they mean."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.dating import acts_of, days_of

from dateline.extract.dates import Context, find_dates
from dateline.extract.dates.terms import is_effect
from dateline.types import Status

TODAY = date(2025, 6, 12)


def meant(text: str, today: date = TODAY) -> str:
    """The days of the last date of a text."""
    found = find_dates(text, Context(today))[-1]
    return f"{found.earliest}..{found.latest}" if found.earliest < found.latest else f"{found.earliest}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan shut its airspace to Syrian flights until June 20.", "2025-06-20"),
        ("Norway renewed its sanctions on Belarus until January 31.", "2026-01-31"),
        ("Tokyo delayed its tariff on steel to July 5.", "2025-07-05"),
        ("Kenya pushed the levy on plastic back to the end of August.", "2025-08-21..2025-08-31"),
        ("Kosovo closed the crossing with Serbia until Friday.", "2025-06-13"),
        ("Ghana suspended gold exports to India through July.", "2025-07-01..2025-07-31"),
        ("Chile set Bolivia a deadline of June 30.", "2025-06-30"),
        ("Kuwait gave Iraqi ships permits valid through June 30.", "2025-06-30"),
        ("Thailand halted fuel exports to Cambodia as of June 20.", "2025-06-20"),
        ("Serbia banned Croatian grain from Monday.", "2025-06-16"),
        ("Serbia raised duties on Croatian grain with effect from July 1.", "2025-07-01"),
        ("Turkey banned Israeli ships from June 15 to June 30.", "2025-06-15..2025-06-30"),
        ("Turkey closed the strait to tankers from June 2 until June 24.", "2025-06-02..2025-06-24"),
        ("From July 1, Uganda banned the import of Kenyan milk.", "2025-07-01"),
        ("France sent frigates until July 10.", "2025-07-10"),
    ],
)
def test_what_ends_or_begins_a_little_later_is_of_the_coming_year(text: str, expected: str) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels besieged the town until May 24.", "2025-05-24"),
        ("Rebels held the town until July 24.", "2024-07-24"),
        ("The general was in prison until July.", "2024-07-01..2024-07-31"),
        ("Jordan closed its airspace until 5 June.", "2025-06-05"),
        ("Norway did not expel the consul until October.", "2024-10-01..2024-10-31"),
        ("Mexico raised tariffs on Brazilian shoes from June 1.", "2025-06-01"),
        ("The army shelled villages from 20 June to 2 July.", "2024-06-20..2024-07-02"),
        ("The army shelled villages from Monday.", "2025-06-09"),
        ("Peru shut its border until 24 June 2021.", "2021-06-24"),
        ("Teachers drove from Monday to Tuesday.", "2025-06-09..2025-06-10"),
    ],
)
def test_what_went_on_or_is_over_stays_in_the_past(text: str, expected: str) -> None:
    assert meant(text) == expected


def test_a_term_in_a_history_is_of_its_time() -> None:
    text = "On 5 May 2020 Ghana closed its border with Togo until 24 June. On 3 July it expelled two diplomats."
    acts = [one.time for one in acts_of(text, published=TODAY)]
    assert [str(one.earliest) for one in acts if one is not None] == ["2020-05-05", "2020-07-03"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Jordan shut its airspace to Syrian flights until June 20.", "shut", None),
        ("On June 10 Jordan shut its border with Syria until June 20.", "shut", "2025-06-10"),
        ("Jordan shut its border with Syria on 2 June until June 24.", "shut", "2025-06-02"),
        ("Jordan shut its airspace to Syrian flights until June 5.", "shut", None),
        ("Brazil expelled two diplomats and suspended visas for Peruvians until July 10.", "expelled", None),
        ("Canada banned imports of Russian fish starting July 1.", "banned", None),
        ("Sweden imposed tariffs on Russian timber, effective July 6.", "tariffs", None),
        ("Sweden imposed tariffs on Russian timber, to take effect on June 25.", "tariffs", None),
        ("Sweden imposed tariffs on Russian timber on 4 February, effective 10 February.", "tariffs", "2025-02-04"),
        ("Sweden imposed tariffs on Russian timber on Monday, coming into force on July 1.", "tariffs", "2025-06-09"),
        ("Sweden imposes tariffs on Russian timber, entering into force on July 1.", "tariffs", None),
    ],
)
def test_an_act_is_done_neither_at_its_end_nor_when_it_takes_effect(text: str, word: str, expected: str | None) -> None:
    assert days_of(text, word, published=TODAY) == expected
    assert next(one for one in acts_of(text, published=TODAY) if word in one.trigger.text).status is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels besieged the town until May 24.", "besieged", "2025-05-24"),
        ("Chad banned exports to Sudan with effect from May 1.", "banned", "2025-05-01"),
        ("The EU will impose tariffs on Chinese cars from July 1.", "tariffs", "2025-07-01"),
        ("The EU will impose tariffs on Chinese cars, effective July 1.", "tariffs", "2025-07-01"),
        ("Police detained the editor from Monday until Wednesday.", "detained", "2025-06-09..2025-06-11"),
        ("Norway did not expel the consul until 3 June.", "expel", "2025-06-03"),
        ("Tariffs on Chinese steel took effect on Wednesday.", "Tariffs", "2025-06-11"),
    ],
)
def test_what_went_on_took_effect_or_is_planned_has_its_day(text: str, word: str, expected: str) -> None:
    assert days_of(text, word, published=TODAY) == expected


def test_an_end_does_not_move_the_story_on() -> None:
    text = "Jordan shut its border with Syria on 2 June until June 24. Two days later Syria recalled its ambassador."
    assert days_of(text, "recalled", published=TODAY) == "2025-06-04"


@pytest.mark.parametrize(("text", "expected"), [("the week-long visit starting May 29", False), ("the drill beginning June 2", False), ("the duty, starting June 2", True)])
def test_what_is_held_from_a_day_has_that_day(text: str, expected: bool) -> None:
    assert is_effect(text, text.rindex("ing ") + 4) is expected
