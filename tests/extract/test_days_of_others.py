"""Days of plans, of speeches and writings, of rows of verbs, and days counted from the main line."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.extract.dating import acts_of, days_of

acts = partial(acts_of, published=date(2024, 3, 6))
days = partial(days_of, published=date(2024, 3, 6))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The premier said he would visit Oslo on 9 April, while Norway condemned the plan.", "condemned", None),
        ("Accra's parliament is due to vote on the bill on Monday, but police arrested two clerics.", "arrested", None),
        ("The party will table a motion on Monday, and its leader urged the premier to resign.", "urged", None),
        ("Turkey will send troops on 12 March, whereas Greece rejected the plan.", "rejected", None),
        ("Iran is to hold talks with Oman on Sunday and accused Chad of theft.", "accused", None),
        ("On Monday Peru closed its border and Chile condemned Peru.", "condemned", "2024-03-04"),
        ("Turkish jets bombed three villages and, on Monday, attacked a dam.", "bombed", None),
        ("Togo said on Monday it would expel two diplomats.", "expel", None),
        ("Iran said on Sunday it rejected the plan.", "rejected", "2024-03-03"),
        ("Kenya rejected the report of 2 January, accusing its authors of lying.", "rejected", None),
    ],
)
def test_the_day_of_a_plan_or_a_thing_is_not_that_of_what_was_done(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The president went further in an interview on 23 February, accusing Spain of deceit, though he promised gas.", "accusing", "2024-02-23"),
        ("The president went further in an interview on 23 February, accusing Spain of deceit, though he promised gas.", "promised", "2024-02-23"),
        ("Rwanda rejected the charge in a letter dated 14 February, in which it accused Kinshasa of theft.", "accused", "2024-02-14"),
        ("The premier met reporters on 3 February in Lagos, where he condemned Chad.", "condemned", "2024-02-03"),
        ("In an interview on Monday the minister said that troops had attacked a village.", "attacked", None),
        ("The minister, who condemned Chad in an interview on Monday, has accused Mali of theft.", "accused", None),
    ],
)
def test_what_is_said_on_an_occasion_has_its_day(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels bombed the bridge with drones, burned the depot and attacked two camps late on Thursday.", "bombed", "2024-02-29"),
        ("Ghana said that gunmen attacked a clinic with grenades and abducted two nurses before dawn on Saturday.", "attacked", "2024-03-02"),
        ("Lagos condemned Chad, recalled its envoy and finally closed the border on Friday.", "condemned", None),
        ("Lagos has condemned Chad, recalled its envoy and closed the border on Friday.", "condemned", None),
        ("Lagos condemned Chad, but closed the border on Friday.", "condemned", None),
    ],
)
def test_the_day_that_closes_a_row_holds_for_all_of_it(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Police attacked the embassy on 5 February. Two days before, Quito had expelled the envoy. Lima condemned Quito the same night.", "condemned", "2024-02-05"),
        ("Police attacked the embassy on 5 February. Two days before, Quito had expelled the envoy. The next day Lima condemned Quito.", "condemned", "2024-02-06"),
        ("Police attacked the embassy on 5 February. In 2019 London had expelled the envoy. The next day Lima condemned Quito.", "condemned", "2024-02-06"),
        ("Police attacked the embassy on 5 February. Two days before, Quito had expelled the envoy. Lima had condemned it the same day.", "condemned", "2024-02-03"),
        ("Police attacked the embassy on 5 February. Two days before, Quito expelled the envoy. The next day Lima condemned it.", "condemned", "2024-02-04"),
        ("Rebels attacked Lome on 3 February. A man whom they had freed a day earlier vowed to resist. Within minutes Brazil condemned it.", "condemned", "2024-02-03"),
        ("Troops attacked Aden on 2 February. A day earlier, the envoy had fled. By dusk they had left, and the next day Oman condemned it.", "condemned", "2024-02-03"),
        ("Soldiers attacked the palace on 3 February. Within minutes Brazil condemned them.", "condemned", "2024-02-03"),
        ("Soldiers attacked the palace on 3 February. Moments later Brazil condemned them.", "condemned", "2024-02-03"),
        ("Soldiers attacked the palace on 3 February. Within the hour Brazil condemned them.", "condemned", "2024-02-03"),
        ("Hours before the raid on 5 February, Lima condemned Quito.", "condemned", "2024-02-05"),
        ("On 28 January 2024 Niger, which had signed a pact the previous September, announced that it was leaving the bloc.", "leaving", "2024-01-28"),
    ],
)
def test_days_are_counted_from_the_main_line(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


def test_the_words_that_count_a_day_are_those_of_its_date() -> None:
    text = "Police arrested two editors on Sunday, two days after rebels attacked a camp."
    time = next(one.time for one in acts(text) if one.trigger.text == "attacked")
    assert time is not None and (time.text, time.earliest) == ("two days after", date(2024, 3, 1))


def test_a_day_until_which_something_was_not_done_does_not_move_the_story_on() -> None:
    text = "Paris suspended its aid on 29 July 2020. Bern did not expel the consul until October. Wagner praised the coup. On 10 August Lagos closed the border."
    around = next(one.around for one in acts(text) if one.trigger.text == "praised")
    assert around is not None and (around.earliest, around.latest) == (date(2020, 7, 29), date(2020, 8, 10))
