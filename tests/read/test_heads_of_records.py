"""Titles, authors and publishers in the heads of papers of bodies and of pages."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

SPEECHES = "Mr. Osei (Ghana): My country condemns the raid on the port.\n\nMrs. Lund (Norway): We thank Ghana.\n"
SPEECH = "Mr. Osei (Ghana): My country condemns the raid on the port and recalls its consul."
RECORD = """Security Council

9104th meeting

Tuesday, 16 August 2022, 3 p.m.

New York

Agenda

{agenda}

The meeting was called to order at 3.05 p.m.

{speech}

Mrs. Lund (Norway): We thank Ghana for its words.
"""


def page(body: str, title: str = "Notes") -> Document:
    return read(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), input_id="page.html")


def text(words: str) -> Document:
    return read(words.encode(), input_id="paper.txt")


@pytest.mark.parametrize(
    ("agenda", "title"),
    [
        ("Peace and security in Africa", "Peace and security in Africa"),
        ("1. Adoption of the agenda\n\n2. Letter on the port of Tema", "Letter on the port of Tema"),
    ],
)
def test_the_agenda_is_the_title_of_a_meeting_that_has_only_a_number(agenda: str, title: str) -> None:
    assert text(RECORD.format(agenda=agenda, speech=SPEECH)).title == title


def test_a_marked_record_is_called_by_its_agenda_too() -> None:
    marked = "# Security Council\n\n## 9104th meeting\n\nTuesday, 16 August 2022\n\n## Agenda\n\nPeace and security in Africa\n\n" + SPEECHES
    assert read(marked.encode(), input_id="record.md").title == "Peace and security in Africa"


def test_the_heading_of_a_hearing_stays_its_title() -> None:
    marked = "# Hearing on the port of Tema\n\nTuesday, 16 August 2022\n\n## Agenda\n\nOpening of the hearing\n\n" + SPEECHES
    assert read(marked.encode(), input_id="record.md").title == "Hearing on the port of Tema"


STORY = "The ministers met in the town on Tuesday and agreed to share the catch of the coast among the three of them until the spring."


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("BUENOS AIRES, ARGENTINA", ()),
        ("Santo Domingo, Dominican Republic", ()),
        ("Sharm El Sheikh, Egypt, 3 May 2022", ()),
        ("PEACE AND PROSPERITY", ()),
        ("By Marta Silva", ("Marta Silva",)),
        ("MARTA SILVA AND JOHN OKORO", ("Marta Silva", "John Okoro")),
    ],
)
def test_a_town_or_a_motto_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    assert text(f"Joint Statement on Fisheries\n{line}\n3 May 2022\n\n{STORY}\n").authors == authors


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("Ana Prado, Ministry Spokesperson", None), ("Ministry of Fisheries of Peru", "Ministry of Fisheries of Peru")],
)
def test_a_person_with_an_office_is_no_publisher(line: str, publisher: str | None) -> None:
    body = f"<h1>Briefing on the catch of anchovies</h1><p>{line}</p><p>3 May 2022</p><p>{STORY}</p>"
    assert page(body, "Briefing on the catch of anchovies").publisher == publisher


def test_a_bare_department_publishes_no_briefing() -> None:
    assert text(f"Department Press Briefing\n\nMay 3, 2022\n\n{STORY}\n\n{STORY}\n").publisher is None


def test_the_heading_of_a_page_whose_text_is_a_numbered_list() -> None:
    body = f"<h1>Declaration of the river states on recent floods</h1><ol><li>{STORY}</li><li>{STORY} They met again.</li></ol>"
    found = page(body, "RIVER - News: Declaration on floods, 03-May-2022")
    assert found.title == "Declaration of the river states on recent floods"


def test_a_lone_heading_beside_the_main_part_is_the_title() -> None:
    body = f"<div><h1>Oslo recalls envoy over fishing row</h1></div><div class='article-body'><p>{STORY}</p><p>{STORY} They met again.</p></div>"
    assert page(body, "Fishing: envoy home (3 May)").title == "Oslo recalls envoy over fishing row"


def test_a_heading_of_the_site_is_no_title() -> None:
    body = f"<div class='site-header'><h1>Bulletin of the northern seas</h1></div><article><h2>Oslo recalls envoy</h2><p>{STORY}</p><p>{STORY} Again.</p></article>"
    assert page(body, "Oslo recalls envoy").title == "Oslo recalls envoy"


def test_all_rows_of_a_small_table_are_read() -> None:
    rows = (
        "<tr><th>Date</th><th>Event</th></tr><tr><td>3 May 2022</td><td>Peru recalled its envoy from Quito after the raid on the port, and Chile did so too.</td></tr>"
        "<tr><td>5 May 2022</td><td>Ecuador closed its border.</td></tr>"
    )
    found = page(f"<h1>Chronology of the dispute</h1><table>{rows}</table>", "Chronology")
    assert found.title == "Chronology of the dispute"
    assert "5 May 2022: Ecuador closed its border." in found.text


def test_a_table_without_heads_may_lay_out_the_page() -> None:
    cells = f"<tr><td><p>Home</p><p>Contact us</p></td><td><h1>Oslo recalls envoy over row</h1><p>{STORY}</p><p>{STORY} Again.</p></td></tr>"
    found = page(f"<table>{cells}</table>", "Oslo recalls envoy over row")
    assert not any("Contact" in found.text[one.span.start : one.span.end] for one in found.blocks if one.kind is BlockKind.PARAGRAPH)
