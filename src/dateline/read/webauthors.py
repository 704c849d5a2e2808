"""Who wrote a page: JSON-LD, the tags in its head, and where it shows a byline.

What such places hold is seldom a bare name: a post, an employer, a day, buttons to follow the writer stand with it, and lists of other
stories name other writers in the same way.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.read.dates import MONTH
from dateline.read.markup import Element
from dateline.read.names import is_name, split_names, without_honorific
from dateline.read.outlets import find_outlet

_AUTHOR: Final = (
    "citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "article_author", "article.author", "parsely-author",
    "sailthru.author", "byl", "cxenseparse:author", "shareaholic:article_author_name",
)  # fmt: skip
_BY: Final = re.compile(r"^(?:(?:updated|posted|written|reported|published|story|words|text|article|analysis)\s+)?(?:by|author)\b\s*:?\s*", re.IGNORECASE)
#: What stands behind a name: a handle, a day, a mark that parts, the hour.
_BEHIND: Final = re.compile(
    rf"\s*(?:[|•·/(]|\s[–—-]\s|\S+@\S+|@\w|\b(?:{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\.?\s+\d|\b\d|,?\s+(?:for|of)\s+(?:the\s+)?[A-Z]).*$",
    re.IGNORECASE | re.DOTALL,
)
#: Buttons and posts that stand beside a name.
_NO_NAMES: Final = words_of("read.web.no_names")
_MARKED: Final = re.compile(r"(?:^|[\s_-])(?:author|authors|by-?line|author-?name|author-?link|author-?url|contributor|contributors)(?:[\s_-]|$)", re.IGNORECASE)
#: Addresses of the pages that sites have for their writers.
_WRITERS_PAGE: Final = re.compile(
    r"/(?:authors?|by|by-?lines?|contributors?|writers?|staff|people|reporters?|columnists?|journalists?|profiles?|users?)/[^/?#]+/?(?:[?#]|$)", re.IGNORECASE
)
#: Links to the terms under which a page may be used; they name a licence, whose address may hold "/by/".
_LICENCE: Final = re.compile(r"creativecommons\.|/(?:licen[cs]es?|publicdomain|terms(?:-of-use)?|copyright)(?:[/.?#-]|$)", re.IGNORECASE)
#: Marks of institutes behind a name: "Ana Reyes1,2*".
_MARKS: Final = re.compile(r"(?<=[^\W\d_])(?:\d{1,2}|[*†‡§])(?:,?\s?(?:\d{1,2}|[*†‡§]))*(?=\s*(?:[,;&]|and\b|$))")
#: A byline is short.
_LINE_CHARS: Final = 200
#: Text of an element in which the names of one byline stand together.
_GROUP_CHARS: Final = 300


def authors_of(
    nodes: Sequence[Mapping[str, object]],
    metas: Mapping[str, Sequence[str]],
    places: Sequence[Element],
    start: int,
    is_site: Callable[[Element], bool],
) -> tuple[str, ...]:
    """The authors of a page.

    Args:
        nodes: its JSON-LD objects, articles first.
        metas: what its tags say, by their names in small letters.
        places: the elements of its main part, then those before it.
        start: where its story begins, with its heading or its main part.
        is_site: tells what is the site's; before the story, it names other writers.
    """
    for node in nodes:
        found = tuple(dict.fromkeys(name for said in names_in(node.get("author") or node.get("creator")) for name in _people(said)))
        if found:
            return found
    for key in _AUTHOR:
        found = tuple(dict.fromkeys(name for value in metas.get(key, ()) if named(value) for name in _people(value)))
        if found:
            return found
    return _shown(places, start, is_site)


def names_in(value: object) -> Iterator[str]:
    """The names in a value of JSON-LD: of an object, of objects, or bare."""
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for part in name if isinstance(name, list) else [name]:
            if isinstance(part, str) and part.strip() and named(part):
                yield " ".join(part.split())


def named(value: str) -> bool:
    """Whether a value is a name and no address."""
    return not re.match(r"(?:https?:|www\.|@)", value)


def _people(said: str) -> tuple[str, ...]:
    """The people whom a tag names, without what stands behind them; a body that is named instead is kept as it is."""
    bare = _BY.sub("", " ".join(html.unescape(said).split()))
    turned = _turned(bare)
    if turned is not None:
        return (turned,)
    found = _persons(bare)
    if found:
        return found
    parts = [part.strip() for part in re.split(r"\s*;\s*|\s+(?:and|&)\s+", bare) if part.strip()]
    return tuple(parts)


def _turned(name: str) -> str | None:
    """ "Family, Given" as citation tags have it; an outlet or a body behind a name is none."""
    family, comma, given = name.partition(", ")
    whole = f"{given} {family}"
    bodied = find_outlet(given) is not None or (given.isupper() and "." not in given and len(given) > 2)
    return whole if comma and not bodied and not (" " in family and " " in given) and is_name(whole) and not is_name(family) else None


def _persons(text: str) -> tuple[str, ...]:
    """The people of a line, each freed of what stands behind the name; empty where its first part is no name."""
    found: list[str] = []
    for place, part in enumerate(split_names(re.sub(r",(?=\S)", ", ", _MARKS.sub("", text)))):
        bare = _bare(part)
        if is_person(bare) and (place == 0 or not _is_post(part)):
            found.append(bare.title() if bare.isupper() else bare)
        elif place == 0:
            return ()
    return tuple(dict.fromkeys(found))


def _is_post(part: str) -> bool:
    """Whether a part of a byline is the post of the writer before it: "Senior Politics Editor"."""
    return not _NO_NAMES.isdisjoint(_BEHIND.sub("", part).lower().split())


def _bare(part: str) -> str:
    """A name without "By", without title and without what stands behind it."""
    words = without_honorific(_BEHIND.sub("", _BY.sub("", part)).strip(" ,;:")).split()
    while len(words) > 2 and words[-1].lower() in _NO_NAMES:
        words.pop()
    return " ".join(words)


def is_person(text: str) -> bool:
    """Whether a text is a name of which no word is one of a button or a post."""
    return is_name(text) and not _NO_NAMES.intersection(text.lower().split())


def _shown(places: Sequence[Element], start: int, is_site: Callable[[Element], bool]) -> tuple[str, ...]:
    """The names of the first byline that a page shows: marked as such, or linked to the page of a writer."""
    found: list[str] = []
    group: frozenset[Element] = frozenset()
    for element in places:
        if not element.attrs or not _is_byline(element) or (found and group.isdisjoint(element.ancestors())):
            continue
        if element.start < start and any(is_site(above) for above in (element, *element.ancestors())):
            continue
        words = element.plain()
        names = _names_below(element) or _persons(words) if 0 < len(words) <= _LINE_CHARS else ()
        if names and not found:
            group = frozenset(_near(element))
        found += names
    return tuple(dict.fromkeys(found))


def _near(element: Element) -> Iterator[Element]:
    """The element and those around it that hold no more than a byline."""
    yield element
    for above in element.ancestors():
        if sum(run.end - run.start for run in above.runs()) > _GROUP_CHARS:
            return
        yield above


def _is_byline(element: Element) -> bool:
    if element.tag in {"body", "html", "article", "main", "img"}:
        return False
    if "license" in element.get("rel").lower().split() or _LICENCE.search(element.get("href")):
        return False
    if element.tag == "a":
        return element.get("rel") == "author" or _WRITERS_PAGE.search(element.get("href")) is not None
    names = f"{re.sub(r'(?<=[a-z])(?=[A-Z])', '-', element.get('class'))} {element.get('itemprop')}"
    return _MARKED.search(names) is not None


def _names_below(element: Element) -> tuple[str, ...]:
    """The names that elements of a byline hold alone: its links, or what is marked as a name."""
    inner = (one for one in element.elements() if one.tag == "a" or one.get("itemprop") == "name")
    return tuple(dict.fromkeys(name for one in inner for name in _persons(one.plain())))
