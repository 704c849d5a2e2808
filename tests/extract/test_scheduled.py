"""The present with a day to come tells of the future; in a headline, of a habit or in a dated line it does not."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.dates import Context, find_dates
from dateline.extract.scheduled import occasion_to_come, scheduled_date

#: A Friday.
PUBLISHED = date(2024, 6, 14)


def ahead(text: str, word: str, *, headline: bool = False) -> str | None:
    sentence = parse(text, headline=headline)
    found = scheduled_date(sentence, at(sentence, word), find_dates(text, Context(PUBLISHED)), PUBLISHED)
    return found.earliest.isoformat() if found else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Premier Li, who arrives in Lima on Saturday, praised the deal.", "arrives", "2024-06-15"),
        ("The president travels to Cairo on Sunday.", "travels", "2024-06-16"),
        ("The ministers hold talks in Geneva on Wednesday.", "talks", "2024-06-19"),
        ("Ecowas hosts a summit in Abuja in October.", "summit", "2024-10-01"),
        ("The king visits Nuuk on 20 June.", "visits", "2024-06-20"),
        ("Canada imposes tariffs on steel on 5 September.", "imposes", "2024-09-05"),
        ("The president travelled to Cairo on Sunday.", "travelled", None),
        ("The navy seizes a boat on Tuesday.", "seizes", None),
        ("The ministers meet on Fridays.", "meet", None),
        ("The minister, who met the king on Sunday, travels alone.", "travels", None),
        ("3 March 2021: The president travels to Cairo.", "travels", None),
    ],
)
def test_what_is_arranged(text: str, word: str, day: str | None) -> None:
    assert ahead(text, word) == day


def test_a_headline_tells_of_what_was_done() -> None:
    assert ahead("President travels to Cairo on Sunday", "travels", headline=True) is None


def to_come(text: str, word: str, kind: str = "CONSULT", published: date = PUBLISHED) -> str | None:
    sentence = parse(text)
    (found,) = find_dates(text, Context(published))
    coming = occasion_to_come(sentence, at(sentence, word), kind, found, published)
    return coming.earliest.isoformat() if coming else None


@pytest.mark.parametrize(
    ("text", "word", "kind", "day"),
    [
        ("Aides spoke of his week-long visit to Oslo from 29 June.", "visit", "CONSULT", "2024-06-29"),
        ("Few expected an accord before the meeting of ministers in Bari on July 8-10.", "meeting", "CONSULT", "2024-07-08"),
        ("Farmers prepared for the strike of 20 June.", "strike", "PROTEST", "2024-06-20"),
        ("Aides spoke of his visit to Oslo on 29 May.", "visit", "CONSULT", None),  # of this year
        ("Aides spoke of his visit to Oslo on 29 November.", "visit", "CONSULT", None),  # as near in the past
        ("Aides spoke of the June 29 attack.", "attack", "ASSAULT", None),  # known by its day
        ("He visited Oslo on 29 June.", "visited", "CONSULT", None),
    ],
)
def test_an_occasion_that_a_noun_names(text: str, word: str, kind: str, day: str | None) -> None:
    assert to_come(text, word, kind) == day
