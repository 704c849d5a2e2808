"""Letterheads of states: the state above its ministry, with motto, offices, numbers and town; and titles that only look like one."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

TITLE = "Zambia Protests Closure of the Kasumbalesa Crossing"
BODY = "The Ministry condemns the closure of 2 March 2024, in which soldiers fired at lorries. It has summoned the ambassador."
MINISTRY = "MINISTRY OF FOREIGN AFFAIRS"


def document_of(*head: str, suffix: str = "txt") -> Document:
    return read("\n\n".join((*head, BODY, "Zambia asked the Community to mediate.")).encode(), input_id=f"a.{suffix}")


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (("REPUBLIC OF ZAMBIA", MINISTRY, "PRESS RELEASE", "Lusaka, 3 March 2024"), f"{MINISTRY}, REPUBLIC OF ZAMBIA"),
        (("RÉPUBLIQUE DU NIGER\nFraternité – Travail – Progrès", MINISTRY, "PRESS RELEASE", "Niamey, 3 March 2024"), f"{MINISTRY}, RÉPUBLIQUE DU NIGER"),
        (("KINGDOM OF BHUTAN", "One Nation, One People", MINISTRY, "Thimphu, 3 March 2024", "PRESS STATEMENT"), f"{MINISTRY}, KINGDOM OF BHUTAN"),
        (("Republic of Malawi", f"{MINISTRY}\nPublic Relations Unit", "FOR IMMEDIATE RELEASE", "3 March 2024"), f"{MINISTRY}, Republic of Malawi"),
        (("GOVERNMENT OF BELIZE", f"{MINISTRY}\n(Office of the Spokesperson)", "Ref. No. MFA/12/45", "3 March 2024"), f"{MINISTRY}, GOVERNMENT OF BELIZE"),
        (("ISLAMIC REPUBLIC OF MAURITANIA", "Honour – Fraternity – Justice", "THE PRESIDENCY", "P.O. Box 184, Nouakchott", "3 March 2024"),
         "THE PRESIDENCY, ISLAMIC REPUBLIC OF MAURITANIA"),
        (("European Union", "Delegation to Zambia", "Lusaka, 3 March 2024"), "European Union Delegation to Zambia"),
    ],
)  # fmt: skip
def test_head_of_a_state(head: tuple[str, ...], publisher: str) -> None:
    document = document_of(*head, TITLE)
    assert (document.title, document.publisher, str(document.published), document.authors) == (TITLE, publisher, "2024-03-03", ())
    assert document.slice(next(block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH)) == BODY


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_headline_above_the_day(suffix: str) -> None:
    document = document_of("REPUBLIC OF ZAMBIA", MINISTRY, "PRESS RELEASE", TITLE, "Lusaka, 3 March 2024", suffix=suffix)
    assert (document.title, document.publisher) == (TITLE, f"{MINISTRY}, REPUBLIC OF ZAMBIA")


@pytest.mark.parametrize(
    "head",
    [
        ("Republic of Copper", "How Zambia lost its railway", "3 March 2024"),
        ("Kingdom of Fear: the north after the coup", "By Mutale Banda", "3 March 2024"),
        ("State of the Union", "What the President did not say", "By Mutale Banda", "3 March 2024"),
    ],
)
def test_titles_that_name_a_state(head: tuple[str, ...]) -> None:
    document = document_of(*head)
    assert (document.title, document.publisher) == (head[0], None)


def test_a_headline_before_a_page_end_is_no_cut_paragraph() -> None:
    text = f"{BODY}\n\n{TITLE} and Recalls Its High Commissioner\n\n- 2 -\n\n{BODY}"
    document = read(text.encode(), input_id="a.txt")
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH].count(BODY) == 2


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (("Government of Zambia\nMinistry of Trade and Industry", "Statement"), "Ministry of Trade and Industry, Government of Zambia"),
        (("Republic of Malawi", "Ministry of Defence", "Press Statement", "3 March 2024"), "Ministry of Defence, Republic of Malawi"),
        (("GOVERNMENT OF BELIZE", "MINISTRY OF COMMERCE"), "MINISTRY OF COMMERCE, GOVERNMENT OF BELIZE"),
        (("Kingdom of Bhutan\nOffice of the Prime Minister", "Communiqué", "Thimphu, 3 March 2024"), "Office of the Prime Minister, Kingdom of Bhutan"),
        (("Republic of Kenya\nForeign Ministry",), None),
    ],
)
def test_a_letterhead_above_the_text_is_no_title(head: tuple[str, ...], publisher: str | None) -> None:
    document = document_of(*head)
    if publisher is not None:
        assert (document.title, document.publisher) == (None, publisher)
        assert document.slice(next(block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH)) == BODY


@pytest.mark.parametrize("head", [("Government of Zambia\nMinistry of Trade", TITLE), ("Republic of Zambia", "Ministry of Trade", TITLE, "By Mutale Banda")])
def test_a_title_below_a_letterhead_without_a_day(head: tuple[str, ...]) -> None:
    document = document_of(*head)
    assert document.title == TITLE and str(document.publisher).startswith("Ministry of Trade, ")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("State of Emergency", "Cabinet Extends Curfew"), "State of Emergency"),
        (("Government Names Ministers\nOffice of the Speaker Objects",), "Government Names Ministers Office of the Speaker Objects"),
        (("Republic of Copper", "Ministry of Silence Opens Its Doors"), "Republic of Copper"),
    ],
)
def test_headlines_of_two_lines_that_name_offices(head: tuple[str, ...], title: str) -> None:
    assert document_of(*head).title == title
