"""The line of an issue ("Policy Brief No. 7, May 2021") is no text: it gives the publisher and the month of publication."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.read.mastline import is_issue_line
from dateline.types import BlockKind, Document

STORY = "Oman closed a port in the south of the country on Monday after a storm, its navy said."


def headed(line: str) -> Document:
    return read(f"# The Gulf and its Ports\n\n{line}\n\n{STORY}\n".encode(), input_id="x.md")


@pytest.mark.parametrize(
    ("line", "published", "publisher", "codes"),
    [
        ("Centre for Gulf Affairs, Issue Brief No. 3, June 2022", date(2022, 6, 30), "Centre for Gulf Affairs", ["W127"]),
        ("Working Paper No. 12 (February 2020)", date(2020, 2, 29), None, ["W127"]),
        ("Briefing No. 9 | Nov. 2021", date(2021, 11, 30), None, ["W127"]),
        ("Policy Brief 7/2021, 3 May 2021", date(2021, 5, 3), None, []),
    ],
)
def test_an_issue_has_a_date(line: str, published: date, publisher: str | None, codes: list[str]) -> None:
    document = headed(line)
    assert (document.published, document.publisher) == (published, publisher)
    assert [problem.code for problem in document.problems] == codes
    assert document.blocks[1].kind is BlockKind.BOILERPLATE


@pytest.mark.parametrize("line", ["Report No. 3 was published in May 2021", "The envoy read Report No. 3 on Monday", "Note 4 names no date"])
def test_what_tells_something_is_text(line: str) -> None:
    assert not is_issue_line(line)


def test_a_month_in_front_matter_is_better_than_none() -> None:
    document = read(f"---\ntitle: Ports\ndate: 2019-04\n---\n\n{STORY}\n".encode(), input_id="x.md")
    assert document.published == date(2019, 4, 30)
