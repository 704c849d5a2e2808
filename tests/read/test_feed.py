"""Feeds: RSS 2.0, RSS 1.0 and Atom, with the ways in which they carry text."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions
from dateline.read.feed import FeedItem, item_document, parse_feed
from dateline.read.feedroot import is_feed
from dateline.types import BlockKind

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


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF, RSS.replace(b"</rss>", b"")])
def test_a_whole_feed_does_not_break_off(feed: bytes) -> None:
    assert parse_feed(feed, "f").problems == ()


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF])
def test_an_item_that_is_cut_is_left_out(feed: bytes) -> None:
    """Wherever a feed breaks off, what it gives are items of the whole feed, and it is said."""
    whole = set(parse_feed(feed, "f").items)
    ends = feed.rindex(b"</", 0, feed.rindex(b"</")) if feed is RSS else feed.rindex(b"</")
    for cut in range(feed.index(b"<channel>" if b"<channel>" in feed else b"<feed ") + 60, ends, 7):
        found = parse_feed(feed[:cut], "f")
        assert [(one.code, one.severity) for one in found.problems] == [("W106", "warning")], cut
        assert whole.issuperset(found.items), feed[:cut]
    assert len(parse_feed(feed[:ends], "f").items) == len(whole)


def test_an_item_without_its_end_is_whole_where_the_feed_goes_on() -> None:
    sloppy = b"<rss><channel><item><title>Chad</title><description>Chad closed a border.</description><item><title>Togo</title></item></channel></rss>"
    feed = parse_feed(sloppy, "f")
    assert [item.title for item in feed.items] == ["Chad", "Togo"] and feed.problems == ()


SHARED = "<item><title>{0}</title><link>{1}</link>{2}<description>{3}</description></item>"


def items_of(*items: str, home: str = "https://palace.example/") -> list[FeedItem]:
    channel = f"<title>Palace</title><link>{home}</link>"
    return list(parse_feed(f"<rss><channel>{channel}{''.join(items)}</channel></rss>".encode(), "https://palace.example/feed").items)


def test_items_that_share_a_link_are_several() -> None:
    page = "https://palace.example/news"
    found = items_of(
        SHARED.format("Envoy recalled", page, "<pubDate>Mon, 03 Jun 2019 09:00:00 GMT</pubDate>", "Nepal recalled its envoy."),
        SHARED.format("Briefing", page, "<pubDate>Mon, 03 Jun 2019 08:00:00 GMT</pubDate>", "Nepal thanked India."),
        SHARED.format("Briefing", page, "<pubDate>Mon, 03 Jun 2019 18:00:00 GMT</pubDate>", "Nepal warned India."),
        SHARED.format("Envoy recalled", page, "<pubDate>Mon, 03 Jun 2019 09:00:00 GMT</pubDate>", "Nepal recalled its envoy."),
        SHARED.format("Border", "https://palace.example/7", "", "Nepal closed its border."),
    )
    assert [item.html for item in found] == ["Nepal recalled its envoy.", "Nepal thanked India.", "Nepal warned India.", "Nepal closed its border."]
    assert len({item.key for item in found}) == 4
    assert [item.key.partition("#")[0] for item in found] == [page] * 3 + ["https://palace.example/7"]
    assert [item.page for item in found] == [None] * 3 + ["https://palace.example/7"]


def test_the_key_of_an_item_stays_when_the_others_have_gone() -> None:
    one, two = (SHARED.format(title, "https://palace.example/n", "<guid>1</guid>", f"{title}.") for title in ("Fiji left a union", "Fiji joined a bank"))
    (alone,) = items_of(one)
    assert alone.key == "1" and alone.marked in {item.key for item in items_of(one, two)}


def test_the_link_of_the_whole_feed_is_no_id() -> None:
    item = SHARED.format("Fiji left a union", "https://palace.example", "", "Fiji left a union.")
    (first,), (second,) = items_of(item), items_of(item.replace("Fiji", "Tonga"))
    assert first.key.startswith("https://palace.example#") and first.key != second.key and first.page is None
    (later,) = items_of(item.replace("union.", "union, it said."))
    assert later.key == first.key


def test_versions_of_an_item_are_one() -> None:
    entry = "<entry><title>Fiji</title><id>urn:f</id><updated>2019-06-0{0}T10:00:00Z</updated><content>Version {0}.</content></entry>"
    feed = parse_feed(f"<feed><title>W</title>{''.join(map(entry.format, (2, 3, 1)))}</feed>".encode(), "f")
    assert [(item.key, item.html) for item in feed.items] == [("urn:f", "Version 3.")]
    guid = SHARED.format("Fiji", "https://palace.example/1", "<guid>f-1</guid>", "Text {}.")
    assert [item.html for item in items_of(guid.format(1), guid.format(2))] == ["Text 1."]


def test_what_is_no_feed() -> None:
    assert [is_feed(one) for one in (RSS, ATOM, RDF, b"<html>", b"rss", b"")] == [True, True, True, False, False, False]
    with pytest.raises(DatelineError, match="E015"):
        parse_feed(b"<html><body>x</body></html>", "page.html")
    with pytest.raises(DatelineError, match="E022"):
        parse_feed(b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>', "f")


def test_an_item_without_text_is_its_title() -> None:
    feed = parse_feed(b"<rss><channel><item><title>Laos expels a diplomat of Burma</title></item></channel></rss>", "f")
    document = item_document(feed.items[0], feed, ReadOptions())
    assert document.text == "Laos expels a diplomat of Burma" and [block.kind for block in document.blocks] == [BlockKind.TITLE]
