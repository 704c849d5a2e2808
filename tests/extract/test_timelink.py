"""To which date "that year" and its like refer, within a sentence and from one to the next."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import parse

from dateline.extract import timelink
from dateline.extract.dates import Context, Told, find_dates
from dateline.extract.narrative import Narrative
from dateline.extract.timelink import Thread, referred


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 1991 Riga, whose parliament had voted for independence in 1990, expelled the envoy.", 1991),
        ("Paris, having recalled its envoy in 2016, closed its embassy in Bamako in 2018.", 2018),
        ("France signed the treaty in 1963, after it had founded the community in 1958.", 1963),
        ("The two states signed a pact in 1984, which lapsed in 1994.", 1994),
        ("Hanoi, which had invaded Cambodia in 1978, fought a border war with Beijing.", 1978),
        ("Tirana left the pact of 1955 in 1968.", 1968),
    ],
)
def test_the_next_sentence_refers_to_what_the_main_clause_tells_of_or_what_is_told_on_from_it(text: str, year: int) -> None:
    sentence = parse(text)
    found = referred(sentence, find_dates(text, Context(None)))
    assert found is not None and found.earliest.year == year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 1980 Baghdad, which had signed the accord in 1975, attacked Iran and expelled thousands that same year.", [1980, 1975, 1980]),
        ("In 1980 Baghdad, which had signed the accord in 1975 and renewed it the following year, attacked Iran.", [1980, 1975, 1976]),
        ("The rebels, driven out of Goma in 1996, attacked Rwanda the following year.", [1996, 1997]),
    ],
)
def test_within_a_sentence_a_clause_that_does_not_hold_the_words_is_passed_over(text: str, years: list[int]) -> None:
    found = find_dates(text, Context(None), Thread(Narrative(None), parse(text)))
    assert [one.earliest.year for one in found] == years


def test_the_clause_of_a_date_is_looked_for_once_however_many_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{', '.join(f'Riga expelled envoys in {year}' for year in range(1951, 1963))} and Oslo left."
    timelink._own_clause.cache_clear()
    looked_at: list[str] = []
    monkeypatch.setattr(timelink, "governor_of", lambda sentence, found: looked_at.append(text[found.start : found.end]))
    found = find_dates(text, Context(None), Thread(Narrative(None), parse(text)))
    assert len(found) == 12
    assert len(looked_at) == len(set(looked_at)) == 11


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The following spring Lagos expelled teachers.", ("1977-03-01", "1977-05-31")),
        ("The following winter Lagos expelled teachers.", ("1976-12-01", "1977-02-28")),
        ("That December Lagos expelled teachers.", ("1976-12-01", "1976-12-31")),
        ("The next year Lagos expelled teachers.", ("1977-01-01", "1977-12-31")),
    ],
)
def test_a_season_beside_a_year(words: str, expected: tuple[str, str]) -> None:
    whole = find_dates("In 1976 it signed.", Context(None))[0]
    told = Told(whole.earliest, whole.latest, history=True)
    (found,) = find_dates(words, Context(None, previous=whole.earliest, told=told))
    assert (found.earliest.isoformat(), found.latest.isoformat()) == expected


@pytest.mark.parametrize(
    ("words", "told_of", "reported", "year"),
    [
        ("In October, the Senate passed a law.", date(2021, 9, 2), date(2021, 9, 16), 2021),
        ("In July, Ottawa expelled the envoy.", date(2018, 5, 3), date(2018, 5, 20), 2018),
        ("The Senate had passed a law in October.", date(2021, 9, 2), date(2021, 9, 16), 2020),
    ],
)
def test_a_story_goes_on_past_an_older_report_that_is_cited_for_it(words: str, told_of: date, reported: date, year: int) -> None:
    told = Told(told_of, told_of, history=True, times=2)
    (found,) = find_dates(words, Context(date(2022, 12, 14), told=told, reported=reported))
    assert found.earliest.year == year


@pytest.mark.parametrize("words", ["That day Lagos expelled teachers.", "Three months later Lagos expelled teachers.", "That Friday it left.", "Within two weeks it left."])
def test_no_day_week_or_month_is_counted_from_a_year(words: str) -> None:
    year, day = date(1976, 1, 1), date(1976, 5, 7)
    assert find_dates(words, Context(None, previous=year, previous_end=date(1976, 12, 31))) == []
    assert len(find_dates(words, Context(None, previous=day, previous_end=day))) == 1
