"""What a page says of itself: JSON-LD, citation and Dublin Core tags, OpenGraph, microdata, ``time``, ``title``, the copyright line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.read.dates import day_in_address
from dateline.read.draft import Metadata
from dateline.read.markup import Element, Run
from dateline.read.metadata import copyright_holder
from dateline.read.names import is_name
from dateline.read.textmap import Mapped
from dateline.read.webauthors import authors_of, named, names_in
from dateline.read.webdays import clean, day_of, elements_before, marked_day, shown_day, told_times

_ARTICLES: Final = re.compile(r"(?:Article|Posting|Report|WebPage|CreativeWork|Book|Chapter|Legislation|Statement|Review|Column)$")
_TITLE: Final = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "sailthru.title", "headline")
_DATE: Final = (
    "article:published_time", "citation_publication_date", "citation_online_date", "citation_date", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_date", "published-date", "pub_date", "publication_date", "publicationdate",
    "originalpublicationdate", "article.created", "dc.date.published", "rnews:datepublished", "bt:pubdate", "displaydate",
    "date", "og:article:published_time", "og:published_time", "article.published",
    "article_date_original", "date_published", "published_at", "og:pubdate", "cxenseparse:recs:publishtime",
    "shareaholic:article_published_time",
)  # fmt: skip
_PUBLISHER: Final = (
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "og:site_name",
    "publisher",
    "article:publisher",
    "application-name",
)
_SEPARATOR: Final = re.compile(r"\s+[|\-–—·»«:]{1,2}\s+|\s*[|»]\s*")
#: Where a ``time`` keeps its day.
_TIME_ATTRIBUTES: Final = ("datetime", "data-published", "data-datetime")
#: What a copyright line stands in, and how long it is at most; the page's own white space comes on top.
_MAY_HOLD: Final = frozenset({"p", "div", "font", "small", "span", "footer", "li"})
_COPYRIGHT_CHARS: Final = 200
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
#: A title that a page's ``title`` alone gives has so many words at least; fewer name a site or a file.
_TITLE_WORDS: Final = 3
#: A site's own name in the page's title is short.
_SITE_WORDS: Final = 6
#: JSON-LD of real pages has a few kilobytes; what is longer than this is data of the application.
_MAX_JSON: Final = 2_000_000
_MAX_NODES: Final = 5_000


@dataclass(frozen=True, slots=True)
class WebMetadata:
    """What a page says in tags made for it (``front``), and what can be read from its title and footer (``weak``)."""

    front: Metadata
    weak: Metadata


def web_metadata(root: Element, main: Element, is_site: Callable[[Element], bool] = lambda _: False) -> WebMetadata:
    """Read the metadata of a page.

    Args:
        root: the page.
        main: its main part, whose first heading is the title where it agrees with what the tags say.
        is_site: tells what is the site's; its days are those of other pages.
    """
    metas = _metas(root)
    articles = _articles(root)
    heading = _heading(root, main)
    page_title = next((one.text() for one in root.elements() if one.tag == "title"), None)
    said = _string(articles, "headline") or _first(metas, _TITLE) or _string(articles, "name")
    site = _first(metas, _PUBLISHER, named) or None
    title = _title(heading, main.elements(), said, page_title) or _repeated_heading(root, main, page_title, site) or _lone_heading(root, main, is_site)
    url = _url(root, articles, metas)
    told = told_times(main)
    front = Metadata(
        title=clean(title.text) if title else None,
        title_text=title,
        authors=authors_of(articles, metas, (*main.elements(), *elements_before(root, main)), _story_start(main, heading), is_site),
        published=_published(articles, metas, main, told)
        or day_in_address(url)
        or marked_day(root, main, is_site)
        or shown_day(root, _story_start(main, heading), heading, is_site)
        or _updated(main, told),
        publisher=_publisher(articles) or site,
        url=url,
        lang=_lang(root),
    )
    bare = _without_site(said or clean(page_title.text), site) if page_title is not None else ""
    weak = Metadata(
        title=bare if len(bare.split()) >= _TITLE_WORDS else None, publisher=_copyright(root) or _site_of_title(page_title, heading)
    )
    return WebMetadata(front, weak)


def _metas(root: Element) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.elements():
        shown = element.tag not in {"meta", "html"} and element.get("itemprop") not in {"", "author", "creator"}
        if element.tag == "meta" or shown:
            name = (element.get("property") or element.get("name") or element.get("itemprop")).lower()
            value = element.get("content") or element.get("datetime") or ("" if element.tag == "meta" else element.plain()[:300])
            if name and value.strip():
                found.setdefault(name, []).append(clean(value))
    return found


def _first(metas: Mapping[str, Sequence[str]], names: Sequence[str], accepts: object = None) -> str | None:
    values = (value for name in names for value in metas.get(name, ()))
    return next((value for value in values if accepts is not named or named(value)), None)


def _articles(root: Element) -> tuple[Mapping[str, object], ...]:
    """The JSON-LD objects that describe the page: articles first, then pages; references to other objects resolved."""
    nodes: list[Mapping[str, object]] = []
    for element in root.elements():
        if element.tag == "script" and "ld+json" in element.get("type").lower() and len(nodes) < _MAX_NODES:
            nodes.extend(_json_nodes("".join(element.source.text[one.start : one.end] for one in element.children if isinstance(one, Run))))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    found = [_resolved(node, by_id) for node in nodes if any(_ARTICLES.search(kind) for kind in _types(node))]
    return tuple(sorted(found, key=lambda node: not any(re.search(r"Article|Posting|Report", kind) for kind in _types(node))))


def _json_nodes(text: str) -> Iterator[Mapping[str, object]]:
    if len(text) > _MAX_JSON:
        return
    try:
        value = json.loads(re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text), strict=False)
    except (ValueError, RecursionError):
        return
    stack = [value]
    count = 0
    while stack and count < _MAX_NODES:
        one = stack.pop(0)
        count += 1
        if isinstance(one, list):
            stack.extend(one)
        elif isinstance(one, dict):
            yield one
            stack.extend(value for key, value in one.items() if key in {"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"})


def _types(node: Mapping[str, object]) -> tuple[str, ...]:
    kind = node.get("@type")
    return tuple(one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str))


def _resolved(node: Mapping[str, object], by_id: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    def follow(value: object) -> object:
        if isinstance(value, list):
            return [follow(one) for one in value]
        if isinstance(value, dict) and "name" not in value and str(value.get("@id")) in by_id:
            return by_id[str(value["@id"])]
        return value

    return {key: follow(value) if key in {"author", "publisher", "creator"} else value for key, value in node.items()}


def _string(nodes: Sequence[Mapping[str, object]], key: str) -> str | None:
    import html

    values = (node.get(key) for node in nodes)
    return next((clean(html.unescape(value)) for value in values if isinstance(value, str) and value.strip()), None)


def _publisher(nodes: Sequence[Mapping[str, object]]) -> str | None:
    return next((name for node in nodes for name in names_in(node.get("publisher"))), None)


def _published(nodes: Sequence[Mapping[str, object]], metas: Mapping[str, Sequence[str]], main: Element, told: frozenset[Element]) -> date | None:
    candidates = [_string(nodes, "datePublished"), *(value for name in _DATE for value in metas.get(name, ()))]
    for value in candidates:
        day = day_of(value)
        if day is not None:
            return day
    for element in main.elements():
        if element.tag == "abbr" and (day := day_of(element.get("title"))) is not None and ":" in element.get("title"):
            return day
        if element.tag == "time" and not re.search(r"updat|modif", element.get("class") + element.get("itemprop"), re.IGNORECASE) and element not in told:
            day = next((found for name in _TIME_ATTRIBUTES if (found := day_of(element.get(name))) is not None), None) or day_of(element.plain())
            if day is not None:
                return day
    return None


def _updated(main: Element, told: frozenset[Element]) -> date | None:
    """The first day of a change, for pages that tell no other."""
    return next((day for one in main.elements() if one.tag == "time" and one not in told and (day := day_of(one.get("datetime"))) is not None), None)


def _story_start(main: Element, heading: Element | None) -> int:
    """Where the main part or its heading begins, whichever is first."""
    return min(main.start, heading.start) if heading is not None else main.start


def _url(root: Element, nodes: Sequence[Mapping[str, object]], metas: Mapping[str, Sequence[str]]) -> str | None:
    links = (one.get("href") for one in root.elements() if one.tag == "link" and "canonical" in one.get("rel").lower().split())
    candidates = (*links, *metas.get("og:url", ()), *(value for value in (_string(nodes, "url"),) if value))
    return next((url for url in candidates if re.match(r"https?://", url)), None)


def _lang(root: Element) -> str | None:
    html = next((one for one in root.elements() if one.tag == "html"), None)
    code = (html.get("lang") or html.get("xml:lang")) if html is not None else ""
    return code.split("-")[0].split("_")[0].lower() or None


def _heading(root: Element, main: Element) -> Element | None:
    own = [one for one in main.elements() if one.tag == "h1" and one.plain()]
    rest = [one for one in root.elements() if one.tag == "h1" and one.plain()]
    return next(iter(own or rest), None)


def _said_heading(heading: Element | None, rest: Iterable[Element], said: str | None) -> Element | None:
    """The first heading, or another that says what the tags say where the first does not: that one names a section."""
    if heading is None or said is None or _agree(heading.plain(), said):
        return heading
    return next((one for one in rest if one.tag in _HEADINGS and one.plain() and _plain(one.plain()) == _plain(said)), heading)


def _agree(words: str, whole: str) -> bool:
    return _plain(words) in _plain(whole) or _plain(whole) in _plain(words)


def _title(heading: Element | None, rest: Iterable[Element], said: str | None, page_title: Mapped | None) -> Mapped | None:
    """The first heading where the tags agree with it (they add the site's name), else what they say."""
    whole = said or (clean(page_title.text) if page_title is not None else "")
    heading = _said_heading(heading, rest, said)
    if heading is not None:
        words = heading.plain()
        if not whole or _agree(words, whole):
            return None if said is None else heading_text(heading)
    if said is not None and heading is None:
        return Mapped.inserted(said)
    return heading_text(heading) if heading is not None and said is not None and len(heading.plain().split()) >= 3 else None


def _repeated_heading(root: Element, main: Element, page_title: Mapped | None, site: str | None) -> Mapped | None:
    """Where the tags give no title: the heading that the page's title repeats. The first heading of the main part is the masthead's to find."""
    whole = clean(page_title.text) if page_title is not None else ""
    inner = [one for one in main.elements() if one.tag in _HEADINGS]
    for one in (*inner, *(one for one in root.elements() if one.tag in _HEADINGS)):
        if _repeated(one, whole) and _plain(one.plain()) != _plain(site or ""):
            return None if one in inner and one.tag == "h1" else heading_text(one)
    return None


def _lone_heading(root: Element, main: Element, is_site: Callable[[Element], bool]) -> Mapped | None:
    """The one first-level heading of a page, of several words, that stands before a main part without headings: pages word their titles anew for browsers."""
    inner = set(main.elements())
    first = [one for one in root.elements() if one.tag == "h1" and one.plain()]
    if len(first) != 1 or first[0] in inner or first[0].start > main.start or any(one.tag in _HEADINGS for one in inner):
        return None
    furniture = any(is_site(one) for one in (first[0], *first[0].ancestors()))
    return None if furniture or len(first[0].plain().split()) < _TITLE_WORDS else heading_text(first[0])


def _repeated(heading: Element, page_title: str) -> bool:
    """Whether a page's title has a heading as one of its parts, or as a long piece."""
    words = _plain(heading.plain())
    parts = {_plain(part) for part in _SEPARATOR.split(page_title)}
    return words in parts if len(words.split()) <= _TITLE_WORDS else words in _plain(page_title)


def _without_site(title: str, site: str | None) -> str:
    """The longest part of a title that is not the site's name."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip() and _plain(part) != _plain(site or "")]
    return max(parts, key=lambda part: len(part.split()), default="")


def heading_text(heading: Element) -> Mapped:
    """A heading's text with single spaces."""
    from dateline.read.textmap import Edit

    text = heading.text()
    return text.edit(Edit(*match.span(), " ") for match in re.finditer(r"\s+", text.text)).strip()


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _copyright(root: Element) -> str | None:
    """The holder in the last copyright line of the page."""
    found = None
    for element in root.elements():
        own = "".join(element.source.text[child.start : child.end] for child in element.children if isinstance(child, Run)) if element.tag in _MAY_HOLD else ""
        if own.strip() and _is_short(element):
            text = element.plain()
            found = (copyright_holder(text) if len(text) < _COPYRIGHT_CHARS else None) or found
    return found if found is None or not is_name(found) else None


def _is_short(element: Element) -> bool:
    """Whether the text below an element can be a copyright line; it is told without reading a long one to its end."""
    size = 0
    for run in element.runs():
        size += run.end - run.start
        if size > 2 * _COPYRIGHT_CHARS:
            return False
    return True


def _site_of_title(page_title: Mapped | None, heading: Element | None) -> str | None:
    """What a page's title has besides its heading: "HEADING - SITE"."""
    if page_title is None or heading is None:
        return None
    parts = [part.strip() for part in _SEPARATOR.split(clean(page_title.text)) if part.strip()]
    words = _plain(heading.plain())
    others = [part for part in parts if _plain(part) not in words and words not in _plain(part)]
    return others[-1] if len(parts) > len(others) == 1 and len(others[0].split()) <= _SITE_WORDS and named(others[0]) else None
