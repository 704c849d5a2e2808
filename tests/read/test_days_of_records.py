"""Days of what was recorded, delivered or drafted, and of what an agency filed; never the day of a reader's visit."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import Document

STORY = "On Monday Kenya expelled two Sudanese diplomats over the killing of an envoy, and Sudan protested to the African Union.\n"


def text(*head: str) -> Document:
    return read("\n\n".join((*head, STORY)).encode(), input_id="a.txt")


@pytest.mark.parametrize(
    "line",
    [
        "Recorded on 9 May 2023", "Recorded: May 9, 2023", "Recorded 9 May 2023 in Addis Ababa", "First broadcast 9 May 2023", "Aired: May 9, 2023", "Air date: May 9, 2023",
        "Version of 9 May 2023", "This version: 9 May 2023", "Revised draft of 9 May 2023", "Draft: 9 May 2023", "Last edited 9 May 2023",
        "Testimony delivered on May 9, 2023", "Speech delivered to the Diet in Tokyo on 9 May 2023", "Remarks as delivered, May 9, 2023",
        "Written evidence submitted on 9 May 2023",
        "As prepared for delivery on May 9, 2023", "Interview conducted on 9 May 2023", "Vol. 8, No. 4 (9 May 2023)", "Quito, 9 May 2023, 18:40 GMT – Andean News Agency",
    ],
)  # fmt: skip
def test_the_day_of_a_record_is_that_of_its_document(line: str) -> None:
    for document in (text("Borders of the Horn", "By Ann Lee", line), text("Borders of the Horn and who draws them", line)):
        assert str(document.published) == "2023-05-09" and document.title and document.title.startswith("Borders of the Horn") and line not in document.title


@pytest.mark.parametrize("line", ["Accessed 9 May 2023", "Retrieved on 9 May 2023", "Valid until 9 May 2023"])
def test_other_days_are_not(line: str) -> None:
    assert text("Borders of the Horn", "By Ann Lee", line).published is None


def test_sentences_are_no_heads() -> None:
    told = text("Borders of the Horn", "A speech was delivered in Khartoum on 9 May 2023.", "Recorded deaths in Darfur on 9 May 2023 numbered forty.")
    assert told.published is None and "Recorded deaths" in told.text


@pytest.mark.parametrize("title", ["THE LONG TABLE - Episode 9: Grain", "SAHEL DESK — Part 2: The wells", "OPEN SOURCES – #14 Drones over Bamako"])
def test_a_series_in_capitals_is_no_town(title: str) -> None:
    document = read(f"{title}\nRecorded 9 May 2023\n\n{STORY}".encode(), input_id="a.txt")
    assert (document.title, str(document.published)) == (title, "2023-05-09")


def test_an_agency_that_files_from_a_town_heads_a_text_without_a_title() -> None:
    document = text("La Paz, 9 May 2023, 18:40 — Andean News Agency (machine translation from Spanish)")
    assert (document.title, str(document.published), document.publisher) == (None, "2023-05-09", "Andean News Agency")
