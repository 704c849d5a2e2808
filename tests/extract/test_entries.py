"""The day of a chronicle's entry, in whatever layout it stands, is that of every sentence of the entry, and what lies ahead is seen from it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.entries import entries
from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.read import read
from dateline.types import Document

CODER = LexiconCoder()
HEAD = "# Two years on the Mano\n\n14 March 2024\n\nBy the River Desk\n\n"
FIRST = "Liberia expels six diplomats; Guinea condemns Liberia. Sierra Leone recalls its ambassador."
SECOND = "Guinea releases two fishermen. The next day Liberia expels a diplomat."


def document(text: str, suffix: str = "md") -> Document:
    return read(text.encode(), input_id=f"a.{suffix}")


def days(text: str, suffix: str = "md") -> list[tuple[str, str | None]]:
    """The first word of each act's trigger and its own day."""
    found = extract([document(text, suffix)], CODER)[0].mentions
    return [(one.trigger.text.split()[0], one.time.earliest.isoformat() if one.time else None) for one in found]


@pytest.mark.parametrize(
    ("layout", "suffix"),
    [
        ("**{day}.** {text}", "md"),
        ("{day}. {text}", "txt"),
        ("**{day}** {text}", "md"),
        ("**{day}**: {text}", "md"),
        ("{day} – {text}", "txt"),
        ("## {day}\n\n{text}", "md"),
        ("**{day}**\n\n{text}", "md"),
        ("{day}\n\n{text}", "txt"),
        ("### {day}: the river closes\n\n{text}", "md"),
        ("### The river closes ({day})\n\n{text}", "md"),
    ],
)
def test_every_sentence_of_an_entry_stands_on_its_day(layout: str, suffix: str) -> None:
    text = HEAD + "\n\n".join(layout.format(day=day, text=told) for day, told in [("8 August 2022", FIRST), ("21 May 2023", SECOND)])
    expected = {("expels", "2022-08-08"), ("condemns", "2022-08-08"), ("recalls", "2022-08-08"), ("releases", "2023-05-21"), ("expels", "2023-05-22")}
    assert expected <= set(days(text, suffix))


def test_what_lies_ahead_is_seen_from_the_entry() -> None:
    told = days(HEAD + "**21 November 2022.** Guinea announces that it will expel two diplomats in February. Liberia recalled its ambassador last month.")
    assert ("expel", "2023-02-01") in told
    assert ("recalled", "2022-10-01") in told


def test_an_entry_tells_on_from_its_day_and_not_of_what_was_before() -> None:
    told = days(HEAD + "**8 August 2022.** Guinea expelled six men whom police had arrested. In October Liberia recalled its ambassador.")
    assert told == [("expelled", "2022-08-08"), ("arrested", None), ("recalled", "2022-10-01")]


@pytest.mark.parametrize(
    "text",
    [
        "8 August 2022 Agreement partners met again. Guinea condemned Liberia.",
        "On 8 August 2022. Guinea condemned Liberia.",
        "8 August 2022 was a day of grief. Guinea condemned Liberia.",
        "2022. Guinea condemned Liberia.",
        "8 August 2025. Guinea condemned Liberia.",
        "## The crisis of 8 August 2022 and after\n\nGuinea condemned Liberia.",
        "## 8 August 2022\n\nA quiet day in the capitals of both states.\n\n## What came of it\n\nGuinea condemned Liberia.",
        "Guinea condemned Liberia.",
    ],
)
def test_other_dates_open_no_entry(text: str) -> None:
    read_in = document(HEAD + text)
    assert not [number for number in entries(read_in) if "condemned" in read_in.slice(read_in.blocks[number].span)]


def test_a_month_opens_an_entry_only_before_a_stop() -> None:
    found = entries(document(HEAD + "August 2022. Guinea condemned Liberia.\n\nMay 2023 Summit partners met.\n\nJune 2023 Summit partners met."))
    assert [(one.time.earliest, one.time.latest, one.day) for one in found.values()] == [(date(2022, 8, 1), date(2022, 8, 31), None)]


def test_days_with_their_first_and_last_and_a_count_behind_the_year_open_entries() -> None:
    found = entries(document(HEAD + "**8–9 August 2022** Guinea condemned Liberia.\n\n**21 May 2023** Days after the vote, Guinea left.\n\n**2 June 2023** Liberia left."))
    assert [(one.time.earliest, one.time.latest) for one in found.values()] == [
        (date(2022, 8, 8), date(2022, 8, 9)), (date(2023, 5, 21), date(2023, 5, 21)), (date(2023, 6, 2), date(2023, 6, 2)),
    ]  # fmt: skip
