"""The day of a page without tags for it: what its head shows counts, what its sentences tell does not."""

from __future__ import annotations

import pytest

from dateline.read import read

_LONG = "The peoples of the Andes have long memories, and nobody in Sucre expected that the quarrel over the river would end so soon."
_BEHIND = "The talks that followed were slow, and the border stayed shut for most of the year that came after."


def published(*paragraphs: str) -> str | None:
    body = "".join(one if one.startswith(("<p", "<h2", "<fig")) else f"<p>{one}</p>" for one in paragraphs)
    page = f"<html><head><title>Water and Stone</title></head><body><article><h1>Water and Stone</h1>{body}</article></body></html>"
    day = read(page.encode(), input_id="page.html").published
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    "sentence",
    [
        'On 6 June 2016 Chile <a href="https://example.org/a">sued Bolivia</a> before the court. Peru kept silent.',
        "On 6 June 2016 Chile sued Bolivia.<sup>1</sup> Peru kept silent, and Brazil offered its good offices to both of them.",
        "On June 6, 2016, Chile sued <em>Bolivia</em> before the court, and Peru kept silent about it for a whole week.",
        "6 June 2016 was a day of relief in Santiago.",
        "On 6 June 2016 Chile sued Bolivia. Peru kept silent.",
        'On <a href="https://example.org/d">6 June 2016</a> Chile sued Bolivia before the court in The Hague.',
        "On <time datetime='2016-06-06'>6 June 2016</time> Chile sued Bolivia before the court in The Hague.",
        "<em>On 6 June 2016</em> Chile sued Bolivia before the court in The Hague.",
        "<h2>On 6 June 2016 Chile went to court</h2>",
    ],
)
@pytest.mark.parametrize(
    "byline",
    [
        "By Marta Quispe | 3 April 2018",
        "<b>By Marta Quispe</b>, 3 April 2018",
        "By Marta Quispe, April 3, 2018",
        "Marta Quispe &middot; Institute for River Law &middot; 3 April 2018",
        "<p class='byline'>By <a href='/quispe'>Marta Quispe</a> | 3 April 2018</p>",
        "3 April 2018",
        "Published: 3 April 2018",
    ],
)
def test_the_heads_day_goes_before_a_sentences(byline: str, sentence: str) -> None:
    assert published(byline, _LONG, sentence, _BEHIND) == "2018-04-03"
    assert published(byline, sentence, _LONG, _BEHIND) == "2018-04-03"


def test_a_page_that_shows_no_day_has_none_from_its_sentences() -> None:
    assert published("On 6 June 2016 Chile <a href='https://example.org/a'>sued Bolivia</a>.<sup>1</sup> Peru kept silent.", _LONG) is None


@pytest.mark.parametrize(
    "line",
    [
        "April 3rd, 2018 in <a href='/rivers'>Rivers</a> and Lakes of the South",
        "On 3 April 2018 in News, Law and Foreign Affairs",
        "<b>3 April 2018</b> The Foreign Ministry of Bolivia published its reply to the court in Sucre on the same evening.",
        "3 April 2018 | Written by the desk for rivers and lakes",
        "3 April 2018, Sucre – The Foreign Ministry <a href='/m'>published</a> its reply to the court.",
        "Posted on <span>3 April 2018</span> by the desk for rivers and lakes",
    ],
)
def test_words_behind_a_shown_day_leave_it_shown(line: str) -> None:
    assert published(line, _LONG, _BEHIND) == "2018-04-03"


def test_the_day_of_a_caption_or_an_update_is_no_byline() -> None:
    caption = "<figure><img src='a.jpg'><figcaption>Photo: Ana Paz / Reuters, 9 May 2015</figcaption></figure>"
    assert published(caption, "By Marta Quispe | 3 April 2018", _LONG) == "2018-04-03"
