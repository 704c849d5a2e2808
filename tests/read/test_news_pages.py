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
        '<link rel="canonical" href="https://news.example/2015/5/9/5870663/sudan-expels">',
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


TEASER = "<p>The rain has come late to the delta this year and the fishermen of Mopti say that they have never seen the river so low in June.</p>"
HEADED = f"<h1>Sudan expels attache of Chad</h1>{STORY}"


def test_teasers_of_other_stories_beside_the_story_are_left_out() -> None:
    boxes = "".join(f"<div class='box{number}'><h4>Mali</h4>{TEASER}</div>" for number in range(3))
    text = told(page(f"<div id='all'><div class='col-a'><div>{HEADED}{STORY}</div></div><div class='col-b'>{boxes}</div></div>"))
    assert "closed in the spring" in text
    assert "fishermen" not in text


def test_chapters_of_a_report_are_kept() -> None:
    chapters = "".join(f"<div class='chapter'><h2>Chapter {number}</h2>{STORY}</div>" for number in range(4))
    assert told(page(f"<div id='all'><div class='chapter'>{HEADED}</div>{chapters}</div>")).count("handed him a note") == 5


@pytest.mark.parametrize("names", ["widget Blog", "l-sidebar-fixed l-segment", "elementor-widget-container"])
def test_a_column_with_the_name_of_a_layout_holds_the_story(names: str) -> None:
    others = f"<div class='comments'>{TEASER * 5}</div><div class='sidebar'>{TEASER}</div>"
    text = told(page(f"<div class='wide'><div class='{names}'>{HEADED}</div>{others}</div>"))
    assert "expelled the Chadian" in text
    assert "fishermen" not in text


def test_a_link_to_the_story_is_no_marker_of_a_note() -> None:
    document = page(f"<p><a href='#content'>[1]</a></p><div id='content'>{HEADED}</div>")
    assert not document.notes
    assert "summoned the ambassador" in told(document)


def test_the_number_of_comments_is_no_marker_of_a_note() -> None:
    counted = "<span class='note'><sup><a href='#comments'>8</a></sup></span>"
    document = page(f"<div id='wide'><h1>Sudan expels attache of Chad</h1>{counted}{STORY}<a id='comments'></a><p>I never liked him.</p></div>")
    assert not document.notes
    assert told(document).count("summoned the ambassador") == 1


def test_lists_of_links_are_left_out_and_lists_of_sentences_kept() -> None:
    links = "<ul>" + "".join(f"<li><a href='/{number}'>Rebels seize town number {number}</a></li>" for number in range(4)) + "</ul>"
    said = "<ul>" + "".join(f"<li><a href='/{number}'>Chad closed post {number} on Monday.</a></li>" for number in range(4)) + "</ul>"
    document = page(f"<div>{HEADED}{links}{said}</div>")
    assert "Rebels seize town" not in document.text
    assert "Chad closed post 3" in document.text


@pytest.mark.parametrize(
    "line",
    [
        "Read or Share this story: https://short.example/1x3",
        "Video Keywords border convoy Chad",
        "FOLLOW THIS TOPIC",
        "Watch video 02:17",
        "Please follow Ana Lima on Twitter.",
        "[+] Enlarge",
    ],
)
def test_leftovers_of_the_pages_tools_are_no_statements(line: str) -> None:
    assert line not in told(page(f"<div>{HEADED}<p>{line}</p>{STORY}</div>"))


@pytest.mark.parametrize("line", ["Follow the money, the minister said, and the border will open.", "Chad and Sudan continue talks."])
def test_sentences_that_begin_like_leftovers_are_kept(line: str) -> None:
    assert line in told(page(f"<div>{HEADED}<p>{line}</p>{STORY}</div>"))
