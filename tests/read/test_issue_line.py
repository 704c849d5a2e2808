"""The line of an issue ("Policy Brief No. 7, May 2021") is no text: it gives the publisher and the month of publication."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.read.journalline import journal_line
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


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        ("*Oman Review of Law*, vol. 12, no. 3 (March 2021), pp. 211–240", date(2021, 3, 31), "Oman Review of Law"),
        ("Journal of Gulf Studies, Vol. 7, Issue 2, May 2021, 33-51", date(2021, 5, 31), "Journal of Gulf Studies"),
        ("Gulf Quarterly 12:3 (March 2021), 211-240", date(2021, 3, 31), "Gulf Quarterly"),
        ("Gulf Quarterly 12(3), March/April 2021, pp. 211-240", date(2021, 3, 31), "Gulf Quarterly"),
        ("Gulf Law Review, vol. XII (June 2021)", date(2021, 6, 30), "Gulf Law Review"),
        ("Vol. 12, No. 3 (March 2021)", date(2021, 3, 31), None),
        ("Journal of Gulf Studies 7, no. 2 (2021): 33–51", None, "Journal of Gulf Studies"),
        ("Journal of Gulf Studies, vol. 7, no. 2, Spring 2021", None, "Journal of Gulf Studies"),
    ],
)
def test_the_line_of_a_journal(line: str, published: date | None, publisher: str | None) -> None:
    document = headed(line)
    assert (document.published, document.publisher) == (published, publisher)
    assert document.blocks[1].kind is BlockKind.BOILERPLATE


@pytest.mark.parametrize("line", ["Port of Duqm, March 2021", "Oman closed 2 ports (March 2021)", "Resolution 7 (May 2021)", "Port 12: 3 March 2021"])
def test_what_is_no_line_of_a_journal(line: str) -> None:
    assert journal_line(line) is None
