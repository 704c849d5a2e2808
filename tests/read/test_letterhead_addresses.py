"""Box, telephone and site in a letterhead are no title, and the day beside the number of the letter is its day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.types import Document

TITLE = "Zambia Protests Closure of the Kasumbalesa Crossing"
BODY = "The Ministry condemns the closure of 2 March 2024, in which soldiers fired at lorries. It has summoned the ambassador."
DAY = date(2024, 3, 3)
STATE = ("REPUBLIC OF ZAMBIA", "MINISTRY OF FOREIGN AFFAIRS")


def document_of(*head: str, suffix: str = "txt") -> Document:
    return read("\n\n".join((*head, BODY, "Zambia asked the Community to mediate.")).encode(), input_id=f"a.{suffix}")


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize(
    "lines",
    [
        ("P.O. Box 50069        Telephone: 213822\nLusaka, Zambia        www.mfa.example", "Ref: MFA/101/4/7            3 March 2024", TITLE),
        ("P.O. Box RW 50069, Independence Avenue, Lusaka, Zambia", "Tel. +260 211 213822, Fax: +260 211 222440, E-mail: info@mfa.example", "3 March 2024", "PRESS RELEASE", TITLE),
        ("www.mfa.example", "Our ref: MFA/4-7", "Lusaka, 3 March 2024", TITLE),
        ("Private Bag 12, Lusaka", "3 March 2024          Ref. No. MFA/101", "PRESS STATEMENT", TITLE),
        ("No. MFA/17/24, dated 3 March 2024", TITLE),
    ],
)
def test_the_address_is_no_title(lines: tuple[str, ...], suffix: str) -> None:
    document = document_of(*STATE, *lines, suffix=suffix)
    assert (document.title, document.published, document.publisher) == (TITLE, DAY, "MINISTRY OF FOREIGN AFFAIRS, REPUBLIC OF ZAMBIA")


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (("Embassy of Zambia", "P.O. Box 319, Harare", "Tel: +263 4 773777", "3 March 2024", TITLE), "Embassy of Zambia"),
        (("Copperbelt Development Foundation", "Phone: 0212 555 014", "Ref: CDF/9   3 March 2024", TITLE), "Copperbelt Development Foundation"),
    ],
)
def test_a_house_without_a_state(head: tuple[str, ...], publisher: str) -> None:
    document = document_of(*head)
    assert (document.title, document.published, document.publisher) == (TITLE, DAY, publisher)


@pytest.mark.parametrize("title", ["Tel Aviv Recalls Its Envoy from Lusaka", "Phone Call Ends the Quarrel of the Two Presidents", "No 10 Statement on Zambia", "A Box of Letters"])
def test_titles_stay(title: str) -> None:
    assert document_of(title, "By Mary Phiri", "3 March 2024").title == title
