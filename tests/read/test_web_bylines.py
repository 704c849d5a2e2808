"""Saved pages: who wrote them and when, where the page shows it among buttons, posts and days; text that stands beside captions."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

STORY = (
    "<p>Sudan expelled the Chadian military attache on Monday after a convoy of rebels crossed the border near Geneina, officials said.</p>"
    "<p>The foreign ministry summoned the ambassador and handed him a note of protest, which he called a pretext for closing the crossing.</p>"
)


def page(body: str, head: str = "") -> Document:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), input_id="page.html")


def told(document: Document) -> str:
    return "\n".join(document.text[one.span.start : one.span.end] for one in document.blocks if one.kind is BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    "line",
    [
        '<div class="byline">By <a href="/author/marta-oliveira">Marta Oliveira</a> <a href="/m">Twitter</a> <a href="/e">Print Email</a></div>',
        '<div itemprop="author"><a rel="author" href="/x">Marta Oliveira</a> <time>22h ago</time></div>',
        '<span class="info">By <a href="https://news.example/contributors/mo/">Marta Oliveira</a></span> <span>Published in Africa</span>',
        '<span class="authorName">by Marta Oliveira</span>',
        '<p class="byline_article">Marta Oliveira, Senior Africa Editor</p>',
    ],
)
def test_a_byline_is_freed_of_what_stands_beside_it(line: str) -> None:
    assert page(f"<article><h1>Sudan expels attache of Chad</h1>{line}{STORY}</article>").authors == ("Marta Oliveira",)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Marta Oliveira, CNN", ("Marta Oliveira",)),
        ("Oliveira, Marta", ("Marta Oliveira",)),
        ("By Marta Oliveira | Example Media for example.com", ("Marta Oliveira",)),
        ("Marta Oliveira,Jonas Berg", ("Marta Oliveira", "Jonas Berg")),
        ("Example Staff", ("Example Staff",)),
    ],
)
def test_the_tag_of_the_author(said: str, names: tuple[str, ...]) -> None:
    assert page(f"<h1>Sudan expels attache of Chad</h1>{STORY}", f'<meta name="author" content="{said}">').authors == names


def test_writers_of_other_stories_are_no_authors() -> None:
    others = '<div><h3>Chad closes border</h3><p class="byline">By <a href="/author/jonas-berg">Jonas Berg</a></p></div>'
    line = '<p class="byline">By <a href="/author/marta-oliveira">Marta Oliveira</a></p>'
    assert page(f"<article><h1>Sudan expels attache of Chad</h1>{line}{STORY}{others}</article>").authors == ("Marta Oliveira",)


@pytest.mark.parametrize(
    "line",
    [
        "<span>Updated: Dec 15, 2016 2:57 PM UTC</span>",
        "<div>By <b>Example Desk</b> <br>on December 15, 2016 at 4:51 PM, updated <i>now</i></div>",
        '<ul><li><time data-published="2016-12-15 09:13:00Z">4 hours ago</time></li></ul>',
        '<time class="updated" datetime="2016-12-15T12:34:00-04:00">Today</time>',
    ],
)
def test_the_day_beside_the_heading(line: str) -> None:
    assert page(f"<article><h1>Sudan expels attache of Chad</h1>{line}{STORY}</article>").published == date(2016, 12, 15)


def test_days_of_the_subject_are_not_the_pages() -> None:
    box = "<table><tr><th>Founded</th><td>October 14, 1999</td></tr></table>"
    assert page(f"<article><h1>Sudan expels attache of Chad</h1>{box}{STORY}</article>").published is None
    assert page(f"<article><h1>Sudan expels attache of Chad</h1>{STORY}<div>May 9, 2015</div></article>").published != date(1999, 10, 14)


def test_names_of_what_stands_beside_an_element_do_not_make_it_furniture() -> None:
    more = "<p>Chad rejected the charge and said that its army had not supplied the rebels, whose camps it had closed in the spring.</p>"
    document = page(
        f'<h1>Sudan expels attache of Chad</h1><div class="full with-sidebar-right">{STORY}</div><div class="cmp cmp-text">{more}</div>'
        '<div class="sidebar"><p>A list of all the posts of the week, by the readers.</p></div>'
    )
    assert "handed him a note" in told(document) and "whose camps" in told(document) and "of the week" not in told(document)


def test_a_paragraph_after_a_figure_is_no_caption() -> None:
    document = page(f'<h1>Sudan expels attache of Chad</h1>{STORY}<p class="graf graf-after--figure">Chad closed its border on Tuesday.</p><p class="figure">A convoy at dawn.</p>')
    assert "closed its border" in told(document) and "at dawn" not in told(document)


def test_a_heading_of_the_section_is_no_title() -> None:
    body = f"<article><h1>World Monday</h1><h2>Sudan expels attache of Chad</h2>{STORY}</article>"
    assert page(body, '<meta property="og:title" content="Sudan expels attache of Chad">').title == "Sudan expels attache of Chad"
