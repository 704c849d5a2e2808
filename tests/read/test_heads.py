"""Heads of plain documents: labelled lines, news reports, pages of papers, releases and minutes give title, author, day and publisher, and are no text."""

from __future__ import annotations

from datetime import date

import pytest
from heads import LABELLED, MINUTES, NEWS, PAPERS, RELEASES, Head, forms
from readtext import paragraphs

from dateline.read import read
from dateline.types import Document

STORY = "Norway recalled its ambassador from Minsk on Tuesday, and the government of Belarus condemned the step."


def said(document: Document) -> tuple[str | None, tuple[str, ...], date | None, str | None]:
    return document.title, document.authors, document.published, document.publisher


@pytest.mark.parametrize("heads", [LABELLED, NEWS, PAPERS, RELEASES], ids=["labelled", "news", "papers", "releases"])
def test_a_head_gives_title_author_day_and_publisher_in_every_format(heads: tuple[Head, ...]) -> None:
    for head in heads:
        for name, data in forms(head.lines):
            document = read(data, input_id=name)
            assert (name, *said(document)) == (name, head.title, head.authors, head.published, head.publisher), head.head
            assert paragraphs(document) == list(head.text), (name, head.head)


def test_the_head_of_minutes_gives_title_and_day_and_only_what_was_said_is_text() -> None:
    for head in MINUTES:
        for name, data in forms(head.head):
            document = read(data, input_id=name)
            assert document.title == head.title or head.title is None, (name, head.head)
            assert (document.authors, document.published) == ((), head.published), (name, head.head)
            told = paragraphs(document)
            assert all(any(one in paragraph for paragraph in told) for one in head.text), (name, told)
            assert not any(word in "\n".join(told) for word in ("Present", "Apolog", "Karimov", "Next meeting", "Venue", "Deadline", "Incidents", "2.1")), (name, told)


@pytest.mark.parametrize("form", ["{}\n{}", "{}\n\n{}"])
@pytest.mark.parametrize(
    "lines",
    [
        ("Place: Khartoum", "Event: Security forces killed a hundred demonstrators.", "Place: Omdurman", "Event: The army fired at a crowd."),
        ("Country: Sudan, where the army fired at a crowd in Omdurman and killed nine of them.",),
        ("Deadly Clashes in Kabul", "The Taliban attacked two posts of the army on Monday."),
        ("Present: a gift that the king of Jordan gave to the emir in June 2019.",),
        ("Press release: Oslo recalls its envoy from Minsk",),
        ("The commission met on 6 October 2009 in Tashkent.", "The next meeting will be held on 12 January 2010."),
    ],
)
def test_lines_that_tell_something_stay_text(lines: tuple[str, ...], form: str) -> None:
    text = lines[0]
    for line in lines[1:]:
        text = form.format(text, line)
    document = read(f"A week of news\n\n{STORY}\n\n{text}\n\n{STORY}\n".encode(), input_id="a.txt")
    told = " ".join([*paragraphs(document), *(document.slice(block.span) for block in document.blocks if block.kind.value == "heading")])
    assert all(" ".join(line.split()) in told for line in lines)
    assert document.published is None


@pytest.mark.parametrize("line", ["Next meeting: Bishkek, 12 January 2010", "Date of next meeting: 12 January 2010", "Deadline: 12 January 2010"])
def test_days_to_come_are_none_of_the_document(line: str) -> None:
    assert read(f"The border commission\n\n{line}\n\n{STORY}\n\n{line}\n".encode(), input_id="a.txt").published is None


def test_numbered_headings_and_wrapped_lines() -> None:
    text = "Report on the border\n\n1. The commission heard a report by\nUzbekistan on the closing of the border.\n\n2. Trade rose in the year by\n2.1 million sums.\n"
    assert paragraphs(read(text.encode(), input_id="a.txt"))[-2:] == [
        "The commission heard a report by Uzbekistan on the closing of the border.",
        "Trade rose in the year by 2.1 million sums.",
    ]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        (f"# Norway Recalls Its Envoy\n\nPress release\n\n18 May 2016\n\n## Background\n\n{STORY}\n\n## The step\n\n{STORY}", "a.md", "Norway Recalls Its Envoy"),
        (f"# The Baltic Commission\n\n18 May 2016\n\n## How it began\n\n{STORY}\n\n## How it ended\n\n{STORY}", "a.md", "The Baltic Commission"),
        (f"Norway Recalls Its Envoy\nPress Release\n18 May 2016\n\nBackground\n\n{STORY}", "a.txt", "Norway Recalls Its Envoy"),
        (f"International Relations Today\nBy Kari Nordmann\n18 May 2016\n\nThe first step\n\n{STORY}", "a.txt", "International Relations Today"),
    ],
)
def test_a_title_above_its_day_is_no_publisher(text: str, name: str, title: str) -> None:
    document = read(text.encode(), input_id=name)
    assert (document.title, document.published, document.publisher) == (title, date(2016, 5, 18), None)
