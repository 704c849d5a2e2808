"""RSS and Atom feeds -> their items.

Items of one feed that share an id are told apart by their title and day. By the standards an id is one item's, but the feeds of small
sites repeat it, or have no id and link every item to one page.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urljoin

from dateline.errors import DatelineError, problem
from dateline.read.decode import decode
from dateline.read.draft import Metadata
from dateline.read.feedroot import ROOTS
from dateline.read.markup import Element, parse
from dateline.read.options import ReadOptions
from dateline.read.single import read
from dateline.read.textmap import Mapped, normalise
from dateline.types import Document, Problem
from dateline.wording import plural

_ITEMS: Final = frozenset({"item", "entry"})
#: In RSS 1.0 items stand behind the channel and not in it.
_OUTSIDE: Final = "rdf:RDF"
#: Where an item's text stands, the fullest first.
_TEXTS: Final = ("content:encoded", "content", "description", "summary")
_FIRST_DATES: Final = ("pubDate", "published", "dc:date")
_UPDATED: Final = "updated"
_IDS: Final = ("guid", "id")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item of a feed.

    ``key`` is its id, else its link, else a hash of its words, and ``marked`` the same with a mark of its title and day, which is the
    key where others of the feed have the id; ``html`` is its text as the feed has it; ``published`` its day in the feed's own time zone;
    ``page`` its link where that leads to a page of this item alone.
    """

    key: str
    marked: str
    title: str | None
    link: str | None
    published: date | None
    html: str
    page: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its items in the order in which they stand (most feeds have the newest first), and what is wrong with it."""

    title: str | None
    items: tuple[FeedItem, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item as it was read; ``identified`` where it has an id, and its times as the feed writes them."""

    item: FeedItem
    identified: bool
    time: str
    updated: str

    @property
    def itself(self) -> tuple[str | None, ...]:
        """What versions of one item share: id, title and time of publication; without an id, the text as well."""
        return (self.item.key, self.item.title, self.time, None if self.identified else self.item.html)


def parse_feed(data: bytes, where: str) -> Feed:
    """The items of a feed; one that breaks off gives those that are whole, and W106.

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
    root = next((child for child in tree.root.children if isinstance(child, Element) and child.tag in ROOTS), None)
    if root is None:
        raise DatelineError("E015", where)
    channel = next(_children(root, "channel"), root)
    cut = root in tree.unclosed and (channel in tree.unclosed or root.tag == _OUTSIDE)
    half = next((one for one in reversed(tree.unclosed) if one.tag in _ITEMS), None) if cut else None
    entries = [entry for one in root.elements() if one.tag in _ITEMS and one is not half and (entry := _entry(one, where)) is not None]
    problems = (problem("W106", where, f"after {plural(len(entries), 'item')}"),) if cut else ()
    return Feed(_first(channel, ("title",)) or None, _told_apart(entries, _address(channel, where)), problems)


def feed_documents(data: bytes, where: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """The document of each item of a feed, in the order in which they stand, and what is wrong with it.

    Raises:
        DatelineError: as :func:`parse_feed`, and ``E003`` for a feed without an item.
    """
    feed = parse_feed(data, where)
    yield from feed.problems
    if not (feed.items or feed.problems):
        raise DatelineError("E003", where, "the feed has no item")
    for item in feed.items:
        try:
            yield item_document(item, feed, options)
        except DatelineError as error:
            yield error.to_problem()


def item_document(item: FeedItem, feed: Feed, options: ReadOptions) -> Document:
    """The document of an item's own text, of its title where the feed has no more.

    Raises:
        DatelineError: as :func:`dateline.read.read`.
    """
    body = item.html if "<" in item.html else f"<p>{item.html}</p>"
    page = f"<html><body><article>{body}</article></body></html>".encode()
    return read(page, options=options, input_id=item.key, known=known_of(item, feed))


def known_of(item: FeedItem, feed: Feed) -> Metadata:
    """What the feed says of an item's document."""
    title = Mapped.inserted(item.title) if item.title else None
    return Metadata(title=item.title, title_text=title, published=item.published, publisher=feed.title, url=item.link)


def _entry(entry: Element, where: str) -> _Entry | None:
    link = _address(entry, where)
    title = _first(entry, ("title",)) or None
    html = next((found for name in _TEXTS if (found := _raw(entry, name))), "")
    if not (html or title):
        return None
    identity = _first(entry, _IDS)
    key = identity or _first(entry, ("link",)) or link or _hash(f"{title}\0{html}", 16)
    time, updated = _first(entry, _FIRST_DATES), _first(entry, (_UPDATED,))
    day = _day(time or updated)
    marked = f"{key}#{_hash(f'{title or html} {day}', 8)}"
    return _Entry(FeedItem(key, marked, title, link, day, html, link), bool(identity), time, updated)


def _told_apart(entries: Sequence[_Entry], home: str | None) -> tuple[FeedItem, ...]:
    """Each item once, as it was updated last, under a key of its own.

    An id or link that is that of the whole feed (``home``) is no item's: the next item will have it too.
    """
    latest: dict[tuple[str | None, ...], _Entry] = {}
    for entry in entries:
        known = latest.setdefault(entry.itself, entry)
        if entry.updated > known.updated:
            latest[entry.itself] = entry
    items = [entry.item for entry in latest.values()]
    keys, marks, links = (Counter(values) for values in ([i.key for i in items], [i.marked for i in items], [i.link for i in items]))
    found: dict[str, FeedItem] = {}
    for entry in latest.values():
        item = entry.item
        if marks[item.marked] > 1:
            item = replace(item, marked=f"{item.key}#{_hash(f'{item.title}{entry.time}{item.html}', 8)}")
        if keys[item.key] > 1 or _same_page(item.key, home):
            item = replace(item, key=item.marked)
        if links[item.link] > 1 or _same_page(item.link, home):
            item = replace(item, page=None)
        found.setdefault(item.key, item)
    return tuple(found.values())


def _same_page(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.rstrip("/") == other.rstrip("/")


def _hash(words: str, digits: int) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def _address(entry: Element, where: str) -> str | None:
    """The address of the page of an item or feed, as a whole one."""
    link = _link(entry)
    return urljoin(where, link) if link and "://" in where else link


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
