"""EPUB 2 and 3 -> a draft: chapters in the order of the spine, notes paired within and across files.

Raw offsets count the code points of the content documents of the spine, one after another in its order. Navigation, cover, title and
copyright pages are no text of the book.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from dateline.errors import DatelineError
from dateline.read.archive import Archive, part_tree
from dateline.read.dates import parse_date_line
from dateline.read.decode import decode
from dateline.read.draft import Draft, Metadata, Remark
from dateline.read.markup import MAX_DEPTH, Element, parse
from dateline.read.textmap import Mapped, normalise
from dateline.read.webblocks import Pages, Walker, to_web_draft
from dateline.read.webmain import Furniture
from dateline.read.webnotes import Page, plan_notes

_CONTAINER: Final = "META-INF/container.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
#: Files of these kinds in the guide of EPUB 2 hold no text of the book.
_GUIDE: Final = frozenset({"cover", "title-page", "toc", "copyright-page", "index", "colophon"})


@dataclass(frozen=True, slots=True)
class _Book:
    """The content documents in reading order, and what the package says of the book."""

    names: tuple[str, ...]
    metadata: Metadata


def read_epub(data: bytes) -> Draft:
    """An EPUB -> a draft.

    Raises:
        DatelineError: ``E021``, ``E022``, ``E023`` for archives and parts that are bombs or damaged.
    """
    archive = Archive(data)
    book = _book(archive)
    texts = tuple(_text(archive, name) for name in book.names)
    raw = Mapped.whole("".join(texts))
    pages: list[Page] = []
    position, flattened = 0, False
    for name, text in zip(book.names, texts, strict=True):
        tree = parse(normalise(raw.slice(position, position + len(text))))
        pages.append(Page(tree.root, name))
        flattened = flattened or tree.flattened
        position += len(text)
    plan = plan_notes(pages)
    found = Pages(plan)
    for page in pages:
        Walker(found, Furniture(page.root, plan)).walk(page.root)
    remarks = [Remark("W121", f"more than {MAX_DEPTH} levels")] if flattened else []
    return to_web_draft("epub", found, book.metadata, Metadata(), remarks)


def raw_epub(data: bytes) -> str:
    """The raw text to which the offsets of :func:`read_epub` refer."""
    archive = Archive(data)
    return "".join(_text(archive, name) for name in _book(archive).names)


def _text(archive: Archive, name: str) -> str:
    data = archive.read(name)
    return decode(data, name).text if data.strip() else ""


def _xml(archive: Archive, name: str) -> Element:
    data = archive.read(name)
    if not data:
        raise DatelineError("E023", "-", f"no part {name}")
    return part_tree(data, name)


def _local(element: Element) -> str:
    return element.tag.rpartition(":")[2]


def _book(archive: Archive) -> _Book:
    container = _xml(archive, _CONTAINER)
    path = next((one.get("full-path") for one in container.elements() if _local(one) == "rootfile"), "")
    package = _xml(archive, path)
    folder = posixpath.dirname(path)
    items = {one.get("id"): one for one in package.elements() if _local(one) == "item"}
    left_out = {_joined(folder, one.get("href")) for one in package.elements() if _local(one) == "reference" and one.get("type") in _GUIDE}
    names: list[str] = []
    for one in package.elements():
        item = items.get(one.get("idref")) if _local(one) == "itemref" else None
        if item is None or item.get("media-type") not in _PAGES or "nav" in item.get("properties").split():
            continue
        name = _joined(folder, item.get("href"))
        if name in archive and name not in left_out and name not in names:
            names.append(name)
    if not names:
        raise DatelineError("E023", "-", "no content document in the spine")
    return _Book(tuple(names), _metadata(package))


def _joined(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _metadata(package: Element) -> Metadata:
    values: dict[str, list[str]] = {}
    for name, value in _properties(package):
        values.setdefault(name, []).append(value)
    days = (parse_date_line(value) for value in values.get("date", ()))
    urls = (value for name in ("source", "identifier") for value in values.get(name, ()) if re.match(r"https?://", value))
    language = next(iter(values.get("language", ())), "")
    return Metadata(
        title=next(iter(values.get("title", ())), None),
        authors=tuple(values.get("creator", ())),
        published=next((day.to_date() for day in days if day is not None and day.to_date()), None),
        publisher=next(iter(values.get("publisher", ())), None),
        url=next(urls, None),
        lang=language.split("-")[0].lower() or None,
    )


def _properties(package: Element) -> Iterator[tuple[str, str]]:
    for one in package.elements():
        if one.tag.startswith("dc:") and one.plain() and one.get("opf:event") not in {"modification", "creation"}:
            if not (_local(one) == "creator" and one.get("opf:role") not in {"", "aut"}):
                yield _local(one), one.plain()
