"""Saved pages of news sites: title and day where the tags say nothing, the story without the lists around it, leftovers set aside."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.read.dates import parse_date_line
from dateline.types import BlockKind, Document

STORY = (
    "<p>KHARTOUM - Sudan expelled the Chadian military attache on Monday after a convoy of rebels crossed the border near Geneina, officials said.</p>"
    "<p>The foreign ministry summoned the ambassador and handed him a note of protest, which he called a pretext for closing the crossing.</p>"
    "<p>Chad rejected the charge and said that its army had not supplied the rebels, whose camps it had closed in the spring of the year before.</p>"
)


def page(body: str, head: str = "") -> Document:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), input_id="page.html")


def told(document: Document) -> str:
    return "\n".join(
        document.text[one.span.start : one.span.end] for one in document.blocks if one.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
    )


def test_the_title_stands_outside_the_main_part() -> None:
    body = f"<div id='top'><h1>Sudan expels attache</h1></div><div id='story'>{STORY}</div>"
    assert page(body, "<title>Sudan expels attache - Example.com</title>").title == "Sudan expels attache"


def test_the_title_of_a_page_without_heading_is_freed_of_the_site() -> None:
    body = f"<div>{STORY}</div><div><h3>More from Simple Living</h3></div>"
    assert page(body, "<title>Sudan expels an attache of Chad - Africa - Example News</title>").title == "Sudan expels an attache of Chad"


def test_the_name_of_a_file_is_no_title() -> None:
    assert (
        page(f"<div><p><b>Sudan Expels Attache of Chad</b></p>{STORY}</div>", "<title>draft2.doc</title>").title
        == "Sudan Expels Attache of Chad"
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="publish_date" content="Sat, 09 May 2015 07:15:45 EST">',
        '<link rel="canonical" href="https://news.example/2015/05/09/sudan-expels/">',
        '<link rel="canonical" href="https://news.example/2015/WORLD/africa/../x/"><meta property="og:url" content="x"><meta name="date" content="2015-05-09">',
        '<meta property="og:url" content="https://news.example/2015/AFRICA/05/09/sudan.chad/index.html">',
    ],
)
def test_tags_and_addresses_tell_the_day(head: str) -> None:
    assert page(f"<h1>Sudan expels attache</h1>{STORY}", head).published == date(2015, 5, 9)


@pytest.mark.parametrize(
    "line",
    [
        '<div class="post-date">May 9th, 2015 in <a href="/africa">Africa</a></div>',
        '<span class="published_date">May 9, 2015, 6:37 PM EDT</span>',
        '<p class="byline">Wire <abbr title="2015-05-09T01:40:40Z">1 hr 4 mins ago</abbr></p>',
        '<div class="date"><span>Updated: </span>May 9, 2015, 5:02 PM ET</div>',
        "<p>5/9/15 7:15 AM EDT</p>",
    ],
)
def test_the_page_shows_its_day(line: str) -> None:
    assert page(f"<h1>Sudan expels attache of Chad</h1>{line}{STORY}").published == date(2015, 5, 9)


def test_the_days_of_other_stories_are_not_the_pages() -> None:
    lists = '<ul class="related"><li><span class="date">May 9, 2015</span> <a href="/a">Chad closes border</a></li></ul>'
    assert page(f"<h1>Sudan expels attache of Chad</h1>{STORY}{lists}").published is None
    assert (
        page(f"<h1>Sudan expels attache</h1>{STORY}", '<link rel="canonical" href="https://news.example/stories/2015/sudan">').published
        is None
    )


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("8:42 a.m. EDT May 3, 2014", "2014-05-03"),
        ("10/9/10 7:15 AM EDT", "2010-10-09"),
        ("17/8/13 11:04am", "2013-08-17"),
        ("5/9/14 11:04am", None),
        ("5/9/14", None),
    ],
)
def test_lines_with_the_time_of_day(line: str, iso: str | None) -> None:
    found = parse_date_line(line)
    assert (found.iso if found is not None else None) == iso
