"""Official gazettes as text: their day, their subject and the typed marks of their notes."""

from __future__ import annotations

from datetime import date

import pytest
from readtext import paragraphs

from dateline.read import read
from dateline.read.gazettes import gazette_line
from dateline.types import Document

NOTICE = """[Federal Register Volume 88, Number 40 (Wednesday, March 1, 2023)]
[Notices]
[Pages 12990-12991]
From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
[FR Doc No: 2023-04190]


-----------------------------------------------------------------------

DEPARTMENT OF STATE

[Public Notice: 11998]


Imposition of Nonproliferation Measures Against Foreign Persons in
Eritrea, Including a Ban on Imports, Loans, Licenses and
Assistance

AGENCY: Bureau of International Security, Department of State.

SUMMARY: The United States imposed sanctions on two firms in Eritrea.\\1\\
The firms sold rockets to Chad.\\2\\
---------------------------------------------------------------------------

    \\1\\ See Nonproliferation Act Notices, 88 FR 100 (January 3, 2023).
    \\2\\ Department of State, Press Statement, February 27, 2023.
---------------------------------------------------------------------------

[[Page 12991]]

    Eritrea protested on February 28, 2023.
"""


def read_notice(form: str) -> Document:
    text = NOTICE if form == "txt" else f"<html><head><title>FR</title></head><body><pre>{NOTICE}</pre></body></html>"
    return read(text.encode(), input_id=f"notice.{form}")


@pytest.mark.parametrize("form", ["txt", "html"])
def test_a_notice_of_the_federal_register(form: str) -> None:
    made = read_notice(form)
    assert (made.published, made.publisher) == (date(2023, 3, 1), "Federal Register")
    told = paragraphs(made)
    assert told[1:] == ["SUMMARY: The United States imposed sanctions on two firms in Eritrea. The firms sold rockets to Chad.", "Eritrea protested on February 28, 2023."]
    assert [note.label for note in made.notes] == ["1", "2"] and all(len(note.markers) == 1 for note in made.notes)
    assert "Page 12991" not in made.text and not made.problems
    if form == "txt":
        assert made.title is not None and made.title.startswith("Imposition of Nonproliferation Measures") and made.title.endswith("and Assistance")


ACT = """14.10.2019 EN Official Journal of the European Union L 262/1

(Non-legislative acts)

COUNCIL REGULATION (EU) 2019/1716
of 14 October 2019
concerning restrictive measures in view of the situation in Nicaragua

THE COUNCIL OF THE EUROPEAN UNION,

Having regard to the Treaty on the Functioning of the European Union,

The Council condemned the violence of the police.
"""


def test_an_act_of_the_european_union() -> None:
    made = read(ACT.encode(), input_id="act.txt")
    assert made.published == date(2019, 10, 14)
    assert made.title is not None and made.title.startswith("COUNCIL REGULATION (EU) 2019/1716") and made.title.endswith("Nicaragua")


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("[Federal Register Volume 90, Number 24 (Thursday, February 6, 2025)]", "Federal Register", (2025, 2, 6)),
        ("Federal Register / Vol. 90, No. 24 / Thursday, February 6, 2025 / Notices", "Federal Register", (2025, 2, 6)),
        ("L 229/1 EN Official Journal of the European Union 31.7.2014", "Official Journal of the European Union", (2014, 7, 31)),
        ("Government Gazette, Vol. 712, 4 October 2024, No. 51368", "Government Gazette", (2024, 10, 4)),
        ("Canada Gazette, Part II, Volume 158, Number 5 — February 28, 2024", "Canada Gazette", (2024, 2, 28)),
        ("The Gazette of India, Extraordinary, Part II, 4 May 2020", "Gazette of India", (2020, 5, 4)),
    ],
)
def test_lines_of_gazettes(line: str, name: str, day: tuple[int, int, int]) -> None:
    found = gazette_line(line)
    assert found is not None and found.name == name and found.day is not None
    assert (found.day.year, found.day.month, found.day.day) == day


@pytest.mark.parametrize(
    "line",
    [
        "Federal Register notices of December 4, 2024 name ten firms",
        "The Official Journal of the European Union published the list on 31 July 2014.",
        "The Gazette reported on 4 May 2020 that Kenya closed its border.",
        "Colorado Springs Gazette",
        "Gazette editor expelled from Belarus, 4 May 2020",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert gazette_line(line) is None


def test_paths_with_back_strokes_stay() -> None:
    assert "C:\\12\\log" in read(b"Hackers of Iran\n\nThe hackers wrote the file C:\\12\\log on a server in Oman.\n\nOman protested.\n", input_id="a.txt").text
