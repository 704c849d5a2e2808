"""Lines at the end of articles that say where and when they came out."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.read.closings import closing_line

PARAGRAPHS = [f"Guyana expelled {one} envoys of Peru, and the ministry gave no reason for it." for one in ("two", "three", "four", "five", "six")]
TEXT = "\n\n".join(["Guyana recalls its envoy", *PARAGRAPHS])


@pytest.mark.parametrize(
    ("line", "paper", "day"),
    [
        ("Published in Stabroek News, May 7th, 2031", "Stabroek News", date(2031, 5, 7)),
        ("Published in The Lagoon Times on Wednesday, 7 May 2031.", "Lagoon Times", date(2031, 5, 7)),
        ("This article first appeared in the print edition of the Nordic Herald on May 7, 2031.", "Nordic Herald", date(2031, 5, 7)),
        ("A version of this article appears in print on May 7, 2031, Section B, Page 2 of the late edition with the headline: Envoys.", None, date(2031, 5, 7)),
        ("Appeared in the May 7, 2031, print edition as 'Envoys leave'.", None, date(2031, 5, 7)),
        ("(This story was published in Lima on 2031-05-07.)", None, date(2031, 5, 7)),
    ],
)
def test_the_last_line_of_an_article_dates_it_whatever_its_length(line: str, paper: str | None, day: date) -> None:
    document = dateline.read_text(f"{TEXT}\n\n{line}\n")
    assert (document.publisher, document.published) == (paper, day)
    assert line[1:20] not in "".join(document.slice(one.span) for one in document.blocks if one.kind == "paragraph")


def test_such_a_line_in_one_paragraph_with_the_end_of_the_text() -> None:
    document = dateline.read_text(f"{TEXT} The envoys left on Monday. Published in Stabroek News, May 7th, 2031\n")
    assert (document.publisher, document.published) == ("Stabroek News", date(2031, 5, 7))
    assert "The envoys left on Monday." in document.text


def test_the_head_of_an_article_is_asked_first() -> None:
    head = TEXT.replace("\n\n", "\n\nThe Guardian\n\n9 May 2031\n\n", 1)
    document = dateline.read_text(f"{head}\n\nPublished in Stabroek News, May 7th, 2031\n")
    assert (document.publisher, document.published) == ("The Guardian", date(2031, 5, 9))


@pytest.mark.parametrize(
    "text",
    [
        "The law was published in the Official Gazette on 3 May 2031.",
        "The report was published in Lima on 3 May 2031.",
        "Police saw the video, first published by the Star on 3 May 2031, and left.",
        "Published in Lima on 3 May 2031, the book was banned.",
        "Published in The Star, May 2031",
    ],
)
def test_sentences_about_what_was_published_end_no_article(text: str) -> None:
    assert closing_line(text) is None


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("(EFE, May 7, 2031)", "EFE"),
        ("[AFP, 7 May 2031]", "AFP"),
        ("— Xinhua, 7 May 2031", "Xinhua"),
        ("The Guardian, 7 May 2031.", "The Guardian"),
        ("(ANSA/AFP, 07.05.2031)", "ANSA/AFP"),
    ],
)
def test_a_credit_with_its_day_ends_an_article(line: str, paper: str) -> None:
    document = dateline.read_text(f"{TEXT}\n\n{line}\n")
    assert (document.publisher, document.published) == (paper, date(2031, 5, 7))


@pytest.mark.parametrize("line", ["(Lima, 7 May 2031)", "(EFE)", "(EFE, May 2031)", "EFE said on 7 May 2031", "The Treaty, 7 May 2031"])
def test_what_is_no_credit(line: str) -> None:
    assert dateline.read_text(f"{TEXT}\n\n{line}\n").published is None


def test_credits_below_each_entry_are_its_sources() -> None:
    text = "\n\n".join(["Guyana and Peru", *(f"{paragraph}\n\n(EFE, {day} May 2031)" for day, paragraph in enumerate(PARAGRAPHS, 3))])
    assert dateline.read_text(text).published is None
