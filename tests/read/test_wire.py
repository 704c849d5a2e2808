"""The day that a dateline names is the document's where nothing else dates it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import ReadOptions, read
from dateline.read.wire import dateline_day

WHEN = date(2022, 3, 4)
STORY = "Peru closed two border posts with Bolivia on Friday and recalled its consul from La Paz after a week of protests, the foreign ministry said."


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, March 4, 2022 (Wire) - ",
        "LIMA, Peru, Mar. 4, 2022 (AP) — ",
        "LIMA (Reuters) - Mar 4, 2022 - ",
        "LIMA (AFP), 4 March 2022 — ",
        "LIMA. March 4, 2022 (Andina) – ",
        "Lima, 4 March 2022 – ",
        "GENEVA (4 March 2022) – ",
        "SAN SALVADOR, Friday, 4 March 2022: ",
        "LIMA, March 4, 2022 /Andina/ ",
    ],
)
def test_the_day_of_a_dateline(dateline: str) -> None:
    assert dateline_day(dateline + STORY) == WHEN


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, March 4 (Reuters) - " + STORY,
        "LIMA (AP) — On March 4, 2022, " + STORY,
        "Lima, 4 March 2022: two posts closed.",
        "On 4 March 2022 — a Friday — Peru closed two posts.",
    ],
)
def test_no_day_of_a_dateline(text: str) -> None:
    assert dateline_day(text) is None


def test_a_dateline_dates_its_document_unless_something_else_does() -> None:
    wire = f"Peru closes border posts\n\nLIMA, March 4, 2022 (Wire) - {STORY}\n\nA report published on 3 May 2019 had asked for it."
    assert read(wire.encode()).published == WHEN
    assert read(wire.replace("\n\nLIMA", "\n\n5 March 2022\n\nLIMA").encode()).published == date(2022, 3, 5)
    assert read(wire.encode(), options=ReadOptions(date=date(2022, 3, 6))).published == date(2022, 3, 6)


def test_a_dateline_in_later_paragraphs_dates_nothing() -> None:
    assert read(f"{STORY}\n\nLIMA, March 4, 2022 (Wire) - {STORY}".encode()).published is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Sahel Security Assessment, March 4, 2022", "Sahel Security Assessment, March 4, 2022"),
        ("Why the talks in Doha failed – 4 March 2022", "Why the talks in Doha failed – 4 March 2022"),
        ("Weekly Summary for the Sahel, 4 March 2022\n\nKey takeaways", "Weekly Summary for the Sahel, 4 March 2022"),
        ("Sahel Situation Report, 4 March 2022\n\nFighting spreads to Benin", "Fighting spreads to Benin"),
        ("Fighting spreads to Benin\n\nMarta Oliveira, 4 March 2022", "Fighting spreads to Benin"),
        ("Lima, 4 March 2022", None),
        ("Brookings Institution, March 4, 2022", None),
    ],
)
def test_a_title_may_end_in_the_day_of_the_document(head: str, title: str | None) -> None:
    document = read(f"{head}\n\n{STORY}\n".encode(), input_id="x.txt")
    assert (document.title, document.published) == (title, WHEN)


@pytest.mark.parametrize(
    "line",
    [
        "LIMA, March 4, 2022 (AFP) -", "LIMA, Peru, Mar. 4, 2022 (AP) —", "LIMA, March 4, 2022 –", "Lima, Peru, 4 March 2022 (EFE).-",
        "LIMA, March 4, 2022 (Xinhua)", "LIMA (Reuters) - Mar 4, 2022 -",
    ],
)  # fmt: skip
@pytest.mark.parametrize("headline", ["", "Peru closes border posts\n\n"])
def test_a_dateline_on_a_line_of_its_own_is_the_head_of_the_paragraph_below(line: str, headline: str) -> None:
    document = read(f"{headline}{line}\n\n{STORY}\n\nBolivia protested on Saturday.\n".encode())
    assert document.published == WHEN
    assert document.title == (headline.strip() or None)
    assert f"{line} {STORY}" in {document.text[block.span.start : block.span.end] for block in document.blocks}


def test_a_dateline_of_a_web_page_may_be_a_paragraph_of_its_own() -> None:
    page = f"<html><body><article><h1>Peru closes border posts</h1><p><b>LIMA, March 4, 2022 (AFP) —</b></p><p>{STORY}</p><p>{STORY}</p></article></body></html>"
    document = read(page.encode(), input_id="a.html")
    assert (document.title, document.published) == ("Peru closes border posts", WHEN)


@pytest.mark.parametrize("line", ["Lima, 4 March 2022", "LIMA (Peru)", "PERU AND BOLIVIA –", "Signed in Lima, 4 March 2022 (see the annex)", "THE WAR OF 1879"])
def test_other_lines_are_no_head_of_the_paragraph_below(line: str) -> None:
    document = read(f"{line}\n\n{STORY}\n\nBolivia protested on Saturday.\n".encode())
    assert STORY in {document.text[block.span.start : block.span.end] for block in document.blocks}
