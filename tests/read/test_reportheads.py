"""Heads of situation reports: title, publisher and day."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.read.reportheads import last_day, range_at_end, report_head

TEXT = "Militiamen killed four farmers near Bangui on Tuesday, and the army sent troops to the town on the next day."


@pytest.mark.parametrize(
    ("head", "title", "publisher", "day"),
    [
        (("Chad: Monthly Security Report", "Reporting period: 1 – 30 June 2031", "Date of issue: 4 July 2031"), "Chad: Monthly Security Report", None, date(2031, 7, 4)),
        (("PERU – Protest Update", "Weekly Bulletin | 2 – 8 June 2031", "Issued 10 June 2031"), "PERU – Protest Update", None, date(2031, 6, 10)),
        (("CHAD: Situation Report No. 7", "As of 9 June 2031 | Covering 2 June – 8 June 2031 | Next report: 16 June 2031"), "CHAD: Situation Report No. 7", None, date(2031, 6, 9)),
        (("Lake Basin Situation Report", "Period covered: June 28 - July 4, 2031", "Next update: 11 July 2031"), "Lake Basin Situation Report", None, date(2031, 7, 4)),
        (("Weekly Security Review: Week 23 (2-8 June 2031)",), "Weekly Security Review: Week 23 (2-8 June 2031)", None, date(2031, 6, 8)),
        (("Lake Basin Overview", "Issued by: Delta Relief Cell, 10 June 2031"), "Lake Basin Overview", "Delta Relief Cell", date(2031, 6, 10)),
        (("Lake Basin Overview", "Prepared by: Delta Crisis Desk. Published 10 June 2031."), "Lake Basin Overview", "Delta Crisis Desk", date(2031, 6, 10)),
        (("Lake Overview", "Reporting organisation: Delta Relief", "Cut-off date: 9 June 2031", "Report date: 10 June 2031"), "Lake Overview", "Delta Relief", date(2031, 6, 10)),
    ],
)
def test_the_head_of_a_situation_report(head: tuple[str, ...], title: str, publisher: str | None, day: date) -> None:
    document = dateline.read_text("\n\n".join((*head, TEXT, TEXT)))
    assert (document.title, document.publisher, document.published) == (title, publisher, day)


@pytest.mark.parametrize(
    "line",
    [
        "The reporting period closes on Friday.",
        "Period of mourning: 3 days",
        "As of Monday the town was calm",
        "As of 9 June 2031 the rebels held the town",
        "Next report said to be ready",
        "Issued by hand on 3 June",
        "Talks to resume 2 - 8 June 2031 in Lima",
        "Ann Lee and Bo Berg",
        "Prepared by Ann Lee",
        "7 - 9",
        "May - June 2031",
    ],
)
def test_other_lines_are_no_head_of_a_report(line: str) -> None:
    assert report_head(line) is None


def test_the_last_day_of_a_range() -> None:
    named = ("15-21 July 2031", "15th to 21st July, 2031", "28 May – 3 June 2031", "28 Dec 2030 - 3 Jan 2031", "July 15–21, 2031")
    texts = (*named, "15/07/2031 - 21/07/2031", "15-21 July", "2019-2031")
    days = [day.iso if (day := last_day(text)) is not None else None for text in texts]
    assert days == ["2031-07-21", "2031-07-21", "2031-06-03", "2031-01-03", "2031-07-21", "2031-07-21", None, None]
    assert range_at_end("Flash Update 7 (22-28 March 2031)") is not None
    assert range_at_end("The war of 22 March 2031") is None


def test_a_country_before_the_name_of_a_series_publishes_nothing() -> None:
    document = dateline.read_text(f"HAITI Flash Update #7 (22-28 March 2031)\n\nGangs close roads\n\n{TEXT}\n\n{TEXT}")
    assert (document.title, document.publisher, document.published) == ("Gangs close roads", None, date(2031, 3, 28))
    document = dateline.read_text(f"RUSI Policy Paper No. 4, May 2031\n\nGangs close roads\n\n{TEXT}\n\n{TEXT}")
    assert document.publisher == "RUSI"
