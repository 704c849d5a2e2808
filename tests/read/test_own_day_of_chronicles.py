"""The day on which a chronology itself came out is none of its entries, and the day in a page's own address counts where nothing else tells one."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import Document

ENTRIES = (
    "13 November 2017 - Togo sent troops into the buffer strip.",
    "18 July 2018 – Togo recalled its ambassador from Accra over the arrests.",
    "24 August 2018 – Togo severed diplomatic relations with Ghana for good.",
)


def page(form: str, *lines: str) -> Document:
    parts = ("A timeline of a border", *lines, *ENTRIES)
    if form == "html":
        made = f"<html><head><title>{parts[0]}</title></head><body><h1>{parts[0]}</h1>{''.join(f'<p>{one}</p>' for one in parts[1:])}</body></html>"
    else:
        made = ("# " if form == "md" else "") + "\n\n".join(parts)
    return read(made.encode(), input_id=f"a.{form}")


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize(
    "line",
    ["8 May 2019 — 6 min read", "May 8, 2019 - 4-minute read", "8 May 2019 – By Ann Lee", "8 May 2019 – 10:15 GMT", "8 May 2019 — Updated 9 May 2019",
     "8 May 2019 | Reading time: 5 minutes"],
)
def test_a_line_about_the_text_is_no_entry(form: str, line: str) -> None:
    document = page(form, "By Efua Lawson", line, "Last week Togo accused Ghana of smuggling arms across the border.")
    assert str(document.published) == "2019-05-08" and line not in document.text.split("Last week")[-1]
    assert "18 July 2018 – Togo" in document.text


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@pytest.mark.parametrize("line", ["8 May 2017 – Togo closed its border with Ghana.", "8 May 2017: Ministers met in Lomé to speak about the gold trade."])
def test_an_entry_stays_one(form: str, line: str) -> None:
    document = page(form, line)
    assert document.published is None and line in document.text


def test_hours_of_several_entries_stay_entries() -> None:
    told = ("The night of the coup", "8 May 2019 — 10:15", "Soldiers took the station.", "8 May 2019 — 11:30", "The president fled.", "8 May 2019 — 12:10")
    assert "8 May 2019 — 11:30" in read("\n\n".join((*told, "A curfew began.")).encode(), input_id="a.txt").text


@pytest.mark.parametrize(("line", "day"), [("https://news.example/2019/05/08/border", "2019-05-08"), ("https://news.example/2019/border", "None")])
def test_the_day_in_the_own_address(line: str, day: str) -> None:
    text = f"Togo closes its border\n\nBy Ann Lee\n\nLink: {line}\n\nTogo closed its border with Ghana on Monday, and Ghana protested to the union of the states of the west.\n"
    assert str(read(text.encode(), input_id="a.txt").published) == day


def test_a_day_in_the_text_wins_over_that_of_the_address() -> None:
    text = "Togo closes its border\n\n9 May 2019\n\nLink: https://news.example/2019/05/08/border\n\n"
    text += "Togo closed its border with Ghana on Monday, and Ghana protested to the union.\n"
    assert str(read(text.encode(), input_id="a.txt").published) == "2019-05-09"
