"""Feeds: RSS 2.0, RSS 1.0 and Atom, with the ways in which they carry text."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions
from dateline.read.feed import is_feed, item_document, parse_feed

RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>
<item><title>Kenya expels envoys</title><link>https://courier.example/1</link><guid isPermaLink="false">c-1</guid>
<pubDate>Tue, 07 May 2024 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Kenya expelled two Russian diplomats on Monday.</p><p>Ethiopia condemned the decision &amp; left.</p>]]></content:encoded></item>
<item><title>Uganda &amp; Kenya</title><description>&lt;p&gt;Uganda urged Kenya to talk.&lt;/p&gt;</description><guid>https://courier.example/2</guid></item>
<item></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>feed</id>
<entry><title type="html">Iran &lt;b&gt;threatens&lt;/b&gt; Iraq</title><id>urn:1</id><link rel="self" href="x"/><link href="/a/1"/>
<updated>2024-05-08T10:00:00Z</updated><published>2024-05-07T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Iran threatened <b>Iraq</b> with war.</p></div></content></entry></feed>"""
RDF = b"""<?xml version="1.0"?><!-- made --><rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Old</title></channel>
<item rdf:about="u"><title>Peru</title><link>http://old.example/p</link><dc:date>2004-02-30</dc:date><description>Peru sent troops to Chile.</description></item></rdf:RDF>"""


def test_rss() -> None:
    feed = parse_feed(RSS, "feed.xml")
    assert feed.title == "The Courier"
    assert [(item.key, item.title, item.link, item.published) for item in feed.items] == [
        ("c-1", "Kenya expels envoys", "https://courier.example/1", date(2024, 5, 7)),
        ("https://courier.example/2", "Uganda & Kenya", "https://courier.example/2", None),
    ]
    document = item_document(feed.items[0], feed, ReadOptions())
    assert document.text == "Kenya expels envoys\n\nKenya expelled two Russian diplomats on Monday.\n\nEthiopia condemned the decision & left."
    assert (document.input_id, document.publisher, document.url, document.published) == (
        "c-1", "The Courier", "https://courier.example/1", date(2024, 5, 7))  # fmt: skip
    assert item_document(feed.items[1], feed, ReadOptions()).text.endswith("Uganda urged Kenya to talk.")


def test_atom() -> None:
    feed = parse_feed(ATOM, "https://wire.example/atom")
    (item,) = feed.items
    assert (item.key, item.title, item.link, item.published) == ("urn:1", "Iran threatens Iraq", "https://wire.example/a/1", date(2024, 5, 7))
    assert item_document(item, feed, ReadOptions()).text.endswith("Iran threatened Iraq with war.")


def test_rss_1() -> None:
    feed = parse_feed(RDF, "old.rdf")
    (item,) = feed.items
    assert (item.key, item.published, feed.title) == ("http://old.example/p", None, "Old")
    assert "Peru sent troops to Chile." in item_document(item, feed, ReadOptions()).text


@pytest.mark.parametrize("cut", [300, 700, 900, len(RSS) - 30])
def test_a_feed_that_breaks_off_gives_what_there_is(cut: int) -> None:
    whole = {item.key for item in parse_feed(RSS, "f").items}
    assert len(parse_feed(RSS[:cut], "f").items) >= (1 if cut > 300 else 0)
    assert {item.key for item in parse_feed(RSS[:900], "f").items} & whole


def test_what_is_no_feed() -> None:
    assert [is_feed(one) for one in (RSS, ATOM, RDF, b"<html>", b"rss", b"")] == [True, True, True, False, False, False]
    with pytest.raises(DatelineError, match="E015"):
        parse_feed(b"<html><body>x</body></html>", "page.html")
    with pytest.raises(DatelineError, match="E022"):
        parse_feed(b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>', "f")


def test_an_item_without_text_is_a_problem() -> None:
    feed = parse_feed(b"<rss><channel><item><title>Kenya</title></item></channel></rss>", "f")
    with pytest.raises(DatelineError, match=r"E003.*--follow"):
        item_document(feed.items[0], feed, ReadOptions())
