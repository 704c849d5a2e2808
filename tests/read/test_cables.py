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
