"""The head of a diplomatic cable gives station, day and subject, and is no text."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import ReadOptions, read
from dateline.types import BlockKind, Document

BODY = "1. (C) Foreign Minister Mensah said on July 2 that Togo would not join the embargo\nthat Benin imposed.\n\n2. (U) Lome has protested.\n"
WIRE = """O 041655Z JUL 08
FM AMEMBASSY LOME
TO SECSTATE WASHDC IMMEDIATE 9930
INFO ECOWAS COLLECTIVE

C O N F I D E N T I A L LOME 000377

SIPDIS

E.O. 12958: DECL: 07/03/2018
TAGS: PREL, ETRD, TO, BN
SUBJECT: TOGO WILL NOT JOIN EMBARGO AGAINST
BENIN

REF: A. COTONOU 201
B. LOME 350

Classified By: Ambassador Ruth Ode for reasons 1.4 (b) and (d).

"""
OLD = """R 121100Z SEP 79
FM USINT HAVANA
TO SECSTATE WASHDC 3001

UNCLAS HAVANA 8812

E.O. 12065: N/A
TAGS: PINT CU
SUBJECT: CUBA PROTESTS OVERFLIGHT

"""


def cable(text: str) -> Document:
    return read(text.encode(), options=ReadOptions())


@pytest.mark.parametrize(
    ("head", "title", "publisher", "day"),
    [
        (WIRE, "TOGO WILL NOT JOIN EMBARGO AGAINST BENIN", "US Embassy Lome", date(2008, 7, 4)),
        (OLD, "CUBA PROTESTS OVERFLIGHT", "US Interests Section Havana", date(1979, 9, 12)),
    ],
)
def test_the_head_of_a_cable(head: str, title: str, publisher: str, day: date) -> None:
    found = cable(head + BODY + "\nODE\n")
    assert (found.title, found.publisher, found.published) == (title, publisher, day)
    told = [found.slice(block.span) for block in found.blocks if block.kind is BlockKind.PARAGRAPH]
    assert told == ["Foreign Minister Mensah said on July 2 that Togo would not join the embargo that Benin imposed.", "Lome has protested."]


@pytest.mark.parametrize(
    "text",
    [
        "# The leaks\n\nThe cable was headed SECRET. SUBJECT: the embargo, it said.\n\nTogo protested on Monday.",
        "Subject: Togo\n\nTAGS: AB, CD\n\nTogo protested on Monday and expelled an envoy.",
    ],
)
def test_a_text_that_tells_of_cables_is_none(text: str) -> None:
    assert any("Togo protested" in cable(text).slice(block.span) for block in cable(text).blocks if block.kind is BlockKind.PARAGRAPH)


TOLD = ["Foreign Minister Dlamini told the ambassador on May 3 that Lesotho had closed its border with South Africa.", "Pretoria has protested.", "It may last."]
NUMBERED = (
    "1. SUMMARY. Foreign Minister Dlamini told the ambassador on May 3 that Lesotho had closed its border with South Africa. END SUMMARY.\n\n"
    "2. Pretoria has protested.\n\n3. COMMENT: It may last.\n"
)
FIELDS = """Date: 1976 May 5, 00:00 (Wednesday)
Canonical ID: 1976MASERU00412_b
Original Classification: LIMITED OFFICIAL USE
Current Classification: UNCLASSIFIED
Handling Restrictions: -- N/A or Blank --
Executive Order: -- N/A or Blank --
TAGS: LT - Lesotho | PFOR - Political Affairs--Foreign Policy | SF - South Africa
Type: TE
From: Lesotho Maseru
To: Department of State | South Africa Pretoria
"""
TITLE = "LESOTHO CLOSES BORDER"


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (f"{TITLE}\n{FIELDS}\n", "Lesotho Maseru"),
        (f"{TITLE}\n\n{FIELDS}\n", "Lesotho Maseru"),
        (f"Cable title: {TITLE}\n{FIELDS}\n", "Lesotho Maseru"),
        (f"Cable title: {TITLE}\n{FIELDS}\n".replace("\n", "\n\n"), "Lesotho Maseru"),
        (f"Cable title: {TITLE}\n{FIELDS}\n".replace(": ", ":\n"), "Lesotho Maseru"),
        (f"# {TITLE}\n\n" + "".join(f"- **{line.replace(': ', ':** ', 1)}\n" for line in FIELDS.splitlines()) + "\n", "Lesotho Maseru"),
        (f"{FIELDS}\nR 051655Z MAY 76\nFM AMEMBASSY MASERU\nTO SECSTATE WASHDC 930\n\nE.O. 11652: N/A\nTAGS: PFOR, LT, SF\nSUBJECT: {TITLE}\n\n", "US Embassy Maseru"),
        (f"Viewing cable 76MASERU412, {TITLE}\n\nReference ID: 76MASERU412\nCreated: 1976-05-05 16:55\nReleased: 2011-08-30 01:44\nClassification: SECRET\n"
         "Origin: Embassy Maseru\n\n", "Embassy Maseru"),
        (f"Message Text\nDocument Number: 1976MASERU412\nFilm Number: D760160-0123\nDraft Date: 05 MAY 1976\nFrom: MASERU\nTo: STATE\nOriginal Classification: SECRET\n"
         f"Subject: {TITLE}\nTAGS: PFOR, LT\n\n", "Maseru"),
    ],
)  # fmt: skip
def test_the_head_of_an_archive(head: str, publisher: str) -> None:
    found = cable(head + NUMBERED)
    assert (found.title, found.publisher, found.published) == (TITLE, publisher, date(1976, 5, 5))
    assert [found.slice(block.span) for block in found.blocks if block.kind is BlockKind.PARAGRAPH] == TOLD


@pytest.mark.parametrize(
    "text",
    [
        "From: Ann Ode\nTo: The Board\nDate: 5 May 2021\nSubject: Border\n\n1. SUMMARY. Lesotho closed its border on Monday.",
        "Lesotho closed its border.\n\nPretoria protested.\n\nIt said more.\n\nMaseru was silent.\n\n"
        "Canonical ID: 1976MASERU00412_b\n\nOriginal Classification: SECRET\n\nThe envoy left.",
        "Tags: Lesotho, trade\nCreated: 2021-05-05\n\nSUMMARY. Lesotho closed its border on Monday.",
    ],
)
def test_other_heads_are_none_of_an_archive(text: str) -> None:
    found = cable(text)
    told = " ".join(found.slice(block.span) for block in found.blocks if block.kind is BlockKind.PARAGRAPH)
    assert "SUMMARY. Lesotho" in told or ("Pretoria protested." in told and found.title != "Original Classification")


def test_a_field_that_goes_on_as_a_sentence_is_text() -> None:
    found = cable(f"{TITLE}\n{FIELDS}\nInformation: the minister said on Monday that all of the posts were shut.\n\nPretoria protested.\n")
    assert [found.slice(block.span)[:11] for block in found.blocks if block.kind is BlockKind.PARAGRAPH] == ["Information", "Pretoria pr"]


@pytest.mark.parametrize("label", ["BEGIN SUMMARY:", "(C) Summary:", "SUMMARY AND COMMENT.", "ACTION REQUESTED --"])
def test_labels_of_parts_are_no_text(label: str) -> None:
    found = cable(f"Cable title: {TITLE}\n{FIELDS}\n1. {label} Lesotho closed its border on Monday. End summary.\n\n2. Pretoria protested.\n")
    told = [found.slice(block.span) for block in found.blocks if block.kind is BlockKind.PARAGRAPH]
    assert told[0].removeprefix("(C) ") == "Lesotho closed its border on Monday." and told[1:] == ["Pretoria protested."]
