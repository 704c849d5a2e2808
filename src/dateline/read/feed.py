"""RSS and Atom feeds -> their items."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urljoin

from dateline.errors import DatelineError
from dateline.read.decode import decode
from dateline.read.draft import Metadata
from dateline.read.markup import Element, parse
from dateline.read.options import ReadOptions
from dateline.read.single import read
from dateline.read.textmap import Mapped, normalise
from dateline.types import Document

#: RSS 2.0 and 0.9x, RSS 1.0 and Atom by the name of their outermost element; items of each.
_ROOTS: Final = frozenset({"rss", "rdf:RDF", "feed"})
_ITEMS: Final = frozenset({"item", "entry"})
#: Where an item's text stands, the fullest first.
_TEXTS: Final = ("content:encoded", "content", "description", "summary")
_DATES: Final = ("pubDate", "published", "dc:date", "updated")
_IDS: Final = ("guid", "id", "link")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_HEAD: Final = re.compile(rb"(?s)^\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|rdf:RDF|feed)[\s>]")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item of a feed.

    ``key`` is its id, else its link, else a hash of its words; ``html`` its text as the feed has it; ``published`` its day in the
    feed's own time zone.
    """

    key: str
    title: str | None
    link: str | None
    published: date | None
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its items in the order in which they stand (most feeds have the newest first)."""

    title: str | None
    items: tuple[FeedItem, ...]


def is_feed(data: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    return _HEAD.match(data[:8192]) is not None


def parse_feed(data: bytes, where: str) -> Feed:
    """The items of a feed; a damaged one gives those that can be read.

    Args:
        data: the raw bytes.
        where: its path or address, on which relative links are based.

    Raises:
        DatelineError: ``E015`` where it is no feed, ``E003``, ``E004``, ``E021``, ``E022`` as for other markup.
    """
    source = normalise(Mapped.whole(decode(data, where).text))
    try:
        tree = parse(source, xml=True)
    except DatelineError as error:
        raise error.at(where) from error
    root = next((child for child in tree.root.children if isinstance(child, Element) and child.tag in _ROOTS), None)
    if root is None:
        raise DatelineError("E015", where)
    channel = next(_children(root, "channel"), root)
    items = {item.key: item for item in (_item(one, where) for one in root.elements() if one.tag in _ITEMS) if item is not None}
    return Feed(_first(channel, ("title",)) or None, tuple(items.values()))


def item_document(item: FeedItem, feed: Feed, options: ReadOptions) -> Document:
    """The document of an item's own text.

    Raises:
        DatelineError: ``E003`` where the feed has no text of it, and as :func:`dateline.read.read`.
    """
    body = item.html if "<" in item.html else f"<p>{item.html}</p>"
    if not item.html.strip():
        raise DatelineError("E003", item.key, "the feed has no text of this item", "--follow fetches the page it links to")
    page = f"<html><body><article>{body}</article></body></html>".encode()
    return read(page, options=options, input_id=item.key, known=known_of(item, feed))


def known_of(item: FeedItem, feed: Feed) -> Metadata:
    """What the feed says of an item's document."""
    title = Mapped.inserted(item.title) if item.title else None
    return Metadata(title=item.title, title_text=title, published=item.published, publisher=feed.title, url=item.link)


def _item(entry: Element, where: str) -> FeedItem | None:
    link = _link(entry)
    link = urljoin(where, link) if link and "://" in where else link
    title = _first(entry, ("title",)) or None
    text = next((found for name in _TEXTS if (found := _raw(entry, name))), "")
    if not (text or title):
        return None
    key = _first(entry, _IDS) or link or hashlib.sha256(f"{title}\0{text}".encode()).hexdigest()[:16]
    return FeedItem(key, title, link, _day(_first(entry, _DATES)), text)


def _children(parent: Element, tag: str) -> Iterator[Element]:
    return (child for child in parent.children if isinstance(child, Element) and child.tag == tag)


def _first(parent: Element, tags: tuple[str, ...]) -> str:
    """The words of the first of these children that has any; markup that is escaped inside is taken out."""
    for tag in tags:
        for child in _children(parent, tag):
            words = " ".join(re.sub(r"<[^<>]*>", " ", child.text().text).split())
            if words:
                return words
    return ""


def _raw(parent: Element, tag: str) -> str:
    """The markup of a child: escaped text unescaped once, or (Atom's xhtml) the source of its elements."""
    for child in _children(parent, tag):
        inner = [one for one in child.children if isinstance(one, Element)]
        if inner:
            last = inner[-1]
            return child.source.text[inner[0].start : _end(child, last)]
        if text := child.text().text.strip():
            return text
    return ""


def _end(parent: Element, last: Element) -> int:
    """Where the source of a child's last element ends, end tag included."""
    end = max((run.end for run in last.runs()), default=last.close)
    closing = parent.source.text.find(f"</{last.tag}>", end)
    return end if closing < 0 else closing + len(last.tag) + 3


def _link(entry: Element) -> str | None:
    """RSS has the address as text, Atom as ``href`` of the link without a relation or with ``alternate``."""
    for child in _children(entry, "link"):
        if child.get("href"):
            if child.get("rel") in {"", "alternate"}:
                return child.get("href")
        elif words := child.plain():
            return words
    guid = next(_children(entry, "guid"), None)
    return guid.plain() if guid is not None and guid.get("ispermalink") != "false" and "://" in guid.plain() else None


def _day(text: str) -> date | None:
    if match := _ISO.match(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(text).date() if text else None
    except (ValueError, IndexError, TypeError):
        return None
