"""Dates that reach an act by its occasion, by a count from another act, and by the passage before it."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.acttime import clause_date, done_date, year_of_noun
from dateline.extract.dates import Context, Told, find_dates
from dateline.extract.extractor import act_date

WHEN = date(2025, 3, 18)


def dated(text: str, verb: str, kind: str = "ASSAULT") -> str | None:
    """The first day of the act of a verb in a sentence of several acts."""
    sentence = parse(text)
    head = next(token.i for token in sentence.tokens if token.text == verb)
    time = act_date(sentence, head, kind, find_dates(text, Context(WHEN)), shared=True)
    return None if time is None else time.earliest.isoformat()


@pytest.mark.parametrize(
    ("text", "verb", "day"),
    [
        ("Oslo accused the trawlers of cutting cables during a meeting in Tromsø in May 2021.", "accused", "2021-05-01"),
        ("Peru praised the truce at a summit in Quito on 4 June 2023 and offered observers.", "praised", "2023-06-04"),
        ("Accra recalled its envoy on 3 May 2022, two days after Lomé closed the border.", "closed", "2022-05-01"),
        ("Accra recalled its envoy on 3 May 2022, two days before Lomé closed the border.", "closed", "2022-05-05"),
        ("Accra recalled its envoy on 3 May 2022 after Lomé closed the border.", "closed", "2022-05-03"),
        ("Ghana criticised the port in Lomé that Togo opened in 2021.", "criticised", None),
        ("Chad raised its alert on 3 May 2022 and said it would appeal, a week after Mali closed the border.", "closed", "2022-04-26"),
    ],
)
def test_an_act_is_dated_by_its_occasion_or_by_a_count(text: str, verb: str, day: str | None) -> None:
    assert dated(text, verb) == day


@pytest.mark.parametrize(
    ("text", "verb", "kind", "day"),
    [
        ("The envoy told the Senate on 4 June 2023 that Oslo backs the truce and urges Peru to sign it.", "backs", "SUPPORT", "2023-06-04"),
        ("The envoy told the Senate on 4 June 2023 that Oslo backs the truce and urges Peru to sign it.", "urges", "REQUEST", "2023-06-04"),
        ("On 4 June 2023 the premier announced that Chad and Mali had agreed to reopen the border by 2024.", "agreed", "AGREE", "2023-06-04"),
        ("The envoy said on 4 June 2023 that Chad had rejected the truce and had left.", "rejected", "REJECT", None),
        ("The army said on 4 June 2023 that rebels attack convoys and rob traders.", "attack", "ASSAULT", None),
    ],
)
def test_an_act_of_words_is_dated_by_what_tells_it(text: str, verb: str, kind: str, day: str | None) -> None:
    assert dated(text, verb, kind) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A fourth round, planned for 5 February, was cancelled.", "2025-02-05"),
        ("Accra called off a visit that had been due on 9 November.", "2024-11-09"),
        ("A fourth round, planned for 5 April, was cancelled.", "2025-04-05"),
        ("The fourth round is planned for 5 February.", "2026-02-05"),
        ("Ghana's envoys had been due to begin the talks in October but Togo refused.", "2024-10-01"),
        ("The premier was to have met the rebels in November.", "2024-11-01"),
        ("Togo had originally been scheduled to send observers in April.", "2025-04-01"),
        ("Togo is due to open the talks in October.", "2025-10-01"),
    ],
)
def test_the_day_of_a_plan_called_off_is_the_nearest(text: str, day: str) -> None:
    (found,) = find_dates(text, Context(WHEN))
    assert found.earliest.isoformat() == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks could resume on Sunday.", "future"),
        ("Nurses may walk out in October.", "future"),
        ("The truce might end on 5 May.", "future"),
        ("Togo may have shelled the town in October.", "past"),
        ("Lorries could not reach the town on Sunday.", "past"),
        ("Smoke could be seen over the port on Sunday.", "past"),
        ("Togo shelled the town in May on a Sunday in October.", "past"),
    ],
)
def test_what_may_be_done_lies_ahead(text: str, day: str) -> None:
    found = find_dates(text, Context(WHEN))[-1]
    assert (found.earliest > WHEN) == (day == "future")


@pytest.mark.parametrize(
    ("text", "noun", "year"),
    [
        ("# Togo jails general over 1985 massacre", "massacre", 1985),
        ("# Togo to pay widows for 1947 executions", "executions", 1947),
        ("# Ghana arrests two over 2002 Kumasi bombings", "bombings", 2002),
        ("Prosecutors charged a guard over 1985 killing of priests.", "killing", 1985),
        ("# Togo orders 1950 arrests", "arrests", None),
        ("Judges ordered 1947 executions in a year.", "executions", None),
        ("# Togo jails 1947 in crackdown on protests", "crackdown", None),
    ],
)
def test_a_year_before_its_noun(text: str, noun: str, year: int | None) -> None:
    sentence = parse(text.removeprefix("# "), headline=text.startswith("# "))
    found = year_of_noun(sentence, at(sentence, noun))
    assert (found.earliest.year if found else None) == year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It would not wait, Togo said, and cut the line on 5 May.", "2024-05-05"),
        ("Togo will wait and cut the line on 5 May.", "2024-05-05"),
        ("Togo scrapped the vote planned for 5 May.", None),
        ("Togo scrapped the vote of 5 May 2025.", None),
        ("Togo scrapped the vote on 5 May 2024.", "2024-05-05"),
    ],
)
def test_what_was_done_was_done_before_its_report(text: str, day: str | None) -> None:
    (found,) = find_dates(text, Context(WHEN))
    done = done_date(parse(text), found, WHEN)
    assert (done.earliest.isoformat() if done else None) == day


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        ("The ships returned on 12 December.", date(2021, 11, 2), "2021-12-12"),
        ("The ships had left on 30 October.", date(2021, 11, 2), "2021-10-30"),
        ("The ships returned on 12 August.", date(2021, 11, 2), "2024-08-12"),
        ("The ships returned on 10 March.", date(2021, 2, 2), "2025-03-10"),
        ("The ships returned on 12 December.", None, "2024-12-12"),
    ],
)
def test_a_day_without_its_year_is_that_of_the_passage(text: str, told: date | None, day: str) -> None:
    (found,) = find_dates(text, Context(WHEN, told=told and Told(told, told)))
    assert found.earliest.isoformat() == day


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He resigned in the following weeks.", ("2025-01-30", "2025-04-02")),
        ("In the days that followed, he resigned.", ("2025-01-30", "2025-02-07")),
        ("Over the following three months he resigned.", ("2025-01-30", "2025-04-29")),
    ],
)
def test_the_time_that_followed(text: str, ends: tuple[str, str]) -> None:
    (found,) = find_dates(text, Context(WHEN, previous=date(2025, 1, 29)))
    assert (found.earliest.isoformat(), found.latest.isoformat()) == ends


def test_the_same_day_as_something_else_is_not_the_day_named_before() -> None:
    assert find_dates("On the same day as the launch, he resigned.", Context(WHEN, previous=date(2025, 1, 29))) == []


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The truce held until 2011, when rebels attacked Gao.", "attacked", "2011-01-01"),
        ("Under the pact of July 1987, signed in Lomé, Togo disarmed.", "signed", "1987-07-01"),
        ("The pact of July 1987 was old when rebels attacked Gao.", "attacked", None),
    ],
)
def test_the_date_of_which_a_clause_tells_more(text: str, trigger: str, day: str | None) -> None:
    sentence = parse(text)
    head = next(one.i for one in sentence.tokens if one.text == trigger)
    found = clause_date(sentence, head, find_dates(text, Context(WHEN)))
    assert (found.earliest.isoformat() if found else None) == day
