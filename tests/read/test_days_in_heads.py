"""The day of a document beside a kind of document, a town or a name, with nothing between them; days and numbers that are not it."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

BODY = "Norway closed the crossing at Storskog on Monday. Finland recalled its consul from Murmansk yesterday, and both ministers met in Kirkenes."


def below(line: str) -> Document:
    return read(f"# Trouble in the north\n\n{line}\n\n{BODY}\n".encode(), input_id="a.md")


@pytest.mark.parametrize(
    "line",
    [
        "Monthly Briefing 7 March 2023", "Nordic Forum Briefing 7 March 2023", "Arctic Programme Working Paper 7 March 2023", "Policy Note March 7, 2023",
        "Weekly Report: 7 March 2023", "Weekly Report for 7 March 2023", "Situation update Tuesday 7 March 2023", "Situation Report 2023-03-07",
        "Tromsø 7 March 2023", "Buenos Aires 7th March 2023", "7 March 2023 Tromsø", "March 7, 2023 Policy Brief", "Oslo/Helsinki 7 March 2023",
        "Kari Nordmann 7 March 2023", "By Kari Nordmann 7 March 2023", "Kari Nordmann, Nordic Institute 7 March 2023",
        "Prepared by the Northern Desk 7 March 2023", "Northern Desk – situation briefing 7 March 2023", "Northern Desk | Tromsø 7 March 2023",
        "Briefing 7-8 March 2023", "Remarks by Minister Ola Berg, Tromsø 7 March 2023",
    ],
)  # fmt: skip
def test_the_day_is_the_documents(line: str) -> None:
    document = below(line)
    assert document.published is not None and document.published.isoformat() == "2023-03-07"
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == [BODY]
    assert "W127" not in {problem.code for problem in document.problems}


@pytest.mark.parametrize("line", ["Policy Brief No. 7 March 2023", "Policy Brief 7, March 2023", "Issue 7 March 2023", "Briefing 7 (March 2023)", "Briefing 61 March 2023"])
def test_a_number_is_no_day(line: str) -> None:
    document = below(line)
    assert document.published is not None and document.published.isoformat() == "2023-03-31"
    assert "W127" in {problem.code for problem in document.problems}


@pytest.mark.parametrize(
    "line",
    ["What happened on 7 March 2023", "The closure of 7 March 2023", "Parliamentary Elections 7 March 2023", "7 March 2023, Oslo protested", "The border was closed 7 March 2023"],
)
def test_days_of_what_happened(line: str) -> None:
    assert below(line).published is None


@pytest.mark.parametrize(
    ("line", "authors", "publisher"),
    [
        ("Kari Nordmann 7 March 2023", ("Kari Nordmann",), None),
        ("Kari Nordmann, Nordic Institute 7 March 2023", ("Kari Nordmann",), None),
        ("Ministry of Defence 7 March 2023", (), "Ministry of Defence"),
        ("Tromsø 7 March 2023", (), None),
        ("Nordic Institute Briefing 7 March 2023", (), None),
    ],
)
def test_who_stands_beside_it(line: str, authors: tuple[str, ...], publisher: str | None) -> None:
    document = below(line)
    assert (document.authors, document.publisher) == (authors, publisher)


@pytest.mark.parametrize("title", ["Russian Campaign Assessment 7 March 2023", "Operation Northern Light 7 March 2023", "The Kirkenes Declaration 7 March 2023"])
def test_a_title_that_ends_in_a_day_stays_the_title(title: str) -> None:
    document = read(f"{title}\n\n{BODY}\n\n{BODY}\n".encode(), input_id="a.txt")
    assert document.title == title


def test_lines_of_a_plain_head() -> None:
    document = read(f"Trouble in the north\nTromsø 7 March 2023\n{BODY}\n\n{BODY}\n".encode(), input_id="a.txt")
    assert (document.title, str(document.published)) == ("Trouble in the north", "2023-03-07")
