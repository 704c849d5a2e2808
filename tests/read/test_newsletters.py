"""The names of newsletters stand as they are: no first words of theirs are another outlet's."""

from __future__ import annotations

import pytest

from dateline.origins import Imprint, origins
from dateline.read import read
from dateline.read.citations import parse_note
from dateline.types import Document

BODY = "Kenya on Tuesday recalled its envoy from Somalia. Ethiopia urged both sides to return to talks before the end of the month."


def mail(sender: str, *headers: str, first: str = "") -> Document:
    head = [f"From: {sender} <desk@post.example>", "To: reader@post.example", "Subject: The week ahead", "Date: Wed, 14 May 2031 06:00:00 +0000", "MIME-Version: 1.0", *headers]
    return read("\n".join((*head, "Content-Type: text/plain; charset=utf-8", "", f"{first}\n\n{BODY}")).encode(), input_id="a.eml")


@pytest.mark.parametrize(
    "sender",
    ["The Monitor Briefing", "The Guardian Digest", "The Horn Dispatch", "Savanna Briefing", "East African Update", "The Savanna", "Lake Victoria Institute", "Reuters"],
)
def test_the_sender_of_a_newsletter_publishes_it(sender: str) -> None:
    document = mail(f'"{sender}"', first=sender)
    assert (document.publisher, document.authors) == (sender, ())


@pytest.mark.parametrize("sender", ["The Monitor Briefing", "The Nation Dispatch", "The Hindu Digest"])
def test_no_other_outlet_is_its_source(sender: str) -> None:
    document = mail(f'"{sender}"')
    assert origins((), (), Imprint((), BODY, BODY, document.publisher, None)) == (sender,)


@pytest.mark.parametrize(
    ("sender", "authors"),
    [("Amina Yusuf", ("Amina Yusuf",)), ('"Yusuf, Amina"', ()), ('"Amina (Embassy in Nairobi)"', ()), ("Amina", ()), ('"The Editors"', ()), ('"amina from the Savanna"', ())],
)
def test_a_person_publishes_nothing(sender: str, authors: tuple[str, ...]) -> None:
    document = mail(sender)
    assert (document.publisher, document.authors) == (None, authors)


def test_what_a_list_sends_out_has_a_name() -> None:
    assert mail('"Letters on the Nile"', "List-Unsubscribe: <https://post.example/u>").publisher == "Letters on the Nile"
    assert mail('"Amina from the Savanna"', "List-Unsubscribe: <https://post.example/u>").publisher is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("The Monitor Briefing", "The Monitor Briefing"),
        ("FRONTIER DISPATCH", "FRONTIER DISPATCH"),
        ("Reuters Analysis", "Reuters"),
        ("Dawn Editorial", "Dawn"),
        ("RUSI Commentary", "RUSI"),
    ],
)
def test_a_line_above_the_title(line: str, publisher: str) -> None:
    text = f"{line}\n\n# Kenya recalls its envoy\n\n14 May 2031\n\n{BODY}\n"
    assert read(text.encode(), input_id="a.md").publisher == publisher


@pytest.mark.parametrize(
    ("note", "agency", "outlet", "publisher"),
    [
        ("Reuters video, 3 May 2020.", "Reuters", None, None),
        ("TASS English service, 3 May 2020.", "TASS", None, None),
        ("Interfax Moldova, 3 May 2020.", None, "Interfax Moldova", None),
        ("Xinhua University, 3 May 2020.", None, None, "Xinhua University"),
        ("Al Jazeera Balkans, 3 May 2020.", None, "Al Jazeera Balkans", None),
    ],
)
def test_a_name_that_begins_like_an_agency(note: str, agency: str | None, outlet: str | None, publisher: str | None) -> None:
    (source,) = parse_note(note)
    assert (source.agency, source.outlet, source.publisher) == (agency, outlet, publisher)


LETTER = """From: Mekong Letter <desk@mekong.example>
Subject: Laos shuts a crossing
Date: Fri, 14 Mar 2025 07:30:00 +0700
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

Laos shut a crossing with Thailand on Monday{a} Thailand recalled its envoy on Tuesday{b}

{list}

You get this letter because you signed up at mekong.example.

The Mekong Letter, 14 River Road, Vientiane
"""
LAOS = "https://laotiantimes.com/2025/03/10/laos-shuts-crossing/"
THAI = "https://www.bangkokpost.com/thailand/general/2979000"


@pytest.mark.parametrize(
    ("a", "b", "items"),
    [
        (". [1]", ". [2]", f"[1] {LAOS}\n[2] {THAI}"),
        (" [1].", " [2].", f"[1] {LAOS}\n\n[2] {THAI}"),
        (". [1]", ". [2]", f"[1]: {LAOS}\n[2]: {THAI}"),
        (". [1]", ". [2]", f"1. {LAOS}\n2. {THAI}"),
    ],
)
def test_a_list_of_addresses_above_a_footer_is_of_notes(a: str, b: str, items: str) -> None:
    document = read(LETTER.format(a=a, b=b, list=items).encode(), input_id="a.eml")
    assert [(one.note, one.url) for one in document.sources] == [("1", LAOS), ("2", THAI)]
    ends = [document.text[: note.markers[0]].rstrip(".")[-9:] for note in document.notes]
    assert ends == ["on Monday", "n Tuesday"]


def test_numbered_paragraphs_above_a_footer_are_text() -> None:
    items = "[1] Laos told the court in 2016 that the crossing was its own.\n\n[2] Thailand denied it in 2017 before the same judges."
    document = read(LETTER.format(a=", as it said at [1].", b=", see [2].", list=items).encode(), input_id="a.eml")
    assert document.notes == ()
