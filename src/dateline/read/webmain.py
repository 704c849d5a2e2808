"""Which part of a page is its document: the furniture of sites is left out, and the main part found.

Sites name their furniture in class and id, whatever generated them; ``WORDS`` are the words of which such names are made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dateline.read.markup import Element
from dateline.read.webcomments import margin_comments
from dateline.read.webnotes import NotePlan, is_noted, roles
from dateline.read.webtables import lays_out

_DROPPED: Final = frozenset(
    "script style noscript template svg math form button select input nav iframe object embed canvas audio video map dialog menu"
    " label datalist progress meter applet head title o:p".split()
)
_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "toolbar", "menu"})
_EPUB_TYPES: Final = re.compile(
    r"\b(?:toc|cover|titlepage|copyright-page|landmarks|page-list|index|pagebreak|colophon|imprint|pullquote|doc-toc|doc-pagebreak)\b"
)
#: Words that names of furniture consist of.
WORDS: Final = frozenset(
    "nav navigation navbar navheader navfooter menu breadcrumb breadcrumbs sidebar share sharing sharedaddy sharer social related relatedposts"
    " recommended recommendations recirc newsletter newsletters subscribe subscription subscriptions signup cookie cookies consent gdpr ad"
    " ads advert adverts advertisement advertising promo promotion sponsor sponsored comments commentlist comment disqus respond widget widgets"
    " popup modal overlay trending popular viewed pagination pager ticker toolbar skip tags taglist catlinks printfooter noprint navbox toc"
    " tableofcontents editsection headerlink pullquote cta paywall donate donation footer sitenotice sitesub jumbotron outbrain taboola"
    " likes ufi masthead topbar playlist".split()
)
_NAMES: Final = re.compile(
    r"(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|visuallyhidden|jump-to-nav|mw-jump-link|read-?more|most-?(?:read|viewed|popular)"
    r"|more-(?:from|on|stories)|up-?next|also-read|section-number|mw-editsection|(?:mw-)?cite-backlink|mw-cite-backlink|table-of-contents"
    r"|like-button|back-to-top|site-(?:header|footer|info)|tag-?(?:list|cloud)|post-tags|button-wrapper|print-only|before-you-go|latest-(?:news|stories)(?:-box)?|author-?bio-?box|cmp-(?:banner|box|popup|wrapper))(?=\s|$)",
    re.IGNORECASE,
)
#: A name that tells what stands beside its element, or does not: "with-sidebar-right", "has-ads", "no_sidebar".
_BESIDES: Final = re.compile(r"(?:^|(?<=[\s_-]))(?:with|without|has|no)[_-]+[^\W_]+", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-list:\s*ignore|mso-hide:\s*all", re.IGNORECASE)
#: What holds more of the page's text than this is no furniture, whatever its name.
_PROTECTED: Final = 0.4
#: An element that is named as the main part holds at least so much of the text in paragraphs; without a name, so much.
_NAMED_SHARE: Final = 0.5
_UNNAMED_SHARE: Final = 0.75
#: Of several named parts, those that hold nearly as much as the largest are equals; one that lacks more (its notes stand beside it) is not.
_FULL_SHARE: Final = 0.9
#: Shorter paragraphs and those that are mostly links say nothing about where the text is.
_PARAGRAPH: Final = 60
_LINKED: Final = 0.5
_MAIN: Final = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|article-(?:body|content|text)|articlebody|story-?(?:body|content)|post-body|field--name-body)(?=\s|$)",
    re.IGNORECASE,
)
#: Words that site builders and layouts also name the story's own column with: they say nothing of what holds most of the running text.
_LAYOUT_WORDS: Final = frozenset("widget widgets sidebar header masthead topbar modal overlay promo share sharing".split())
#: Elements that hold a part of a text, and parts of tables.
_INNER: Final = frozenset({"ul", "ol", "dl", "li", "dd", "dt", "blockquote"})
_CELLS: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
#: What readers wrote is no story, be it the most of the page, where other running text holds at least so much of it.
_READERS: Final = frozenset("comments commentlist disqus".split())
_STORY_SHARE: Final = 0.1
_LISTS: Final = frozenset({"ul", "ol", "dl"})
_CERTAIN: Final = WORDS - _LAYOUT_WORDS
#: A list of links to other stories has so many at least, and hardly any words besides; a linked sentence is the story's.
_LINKS: Final = 3
_ALL_LINKED: Final = 0.8
#: Page builders put each paragraph into a widget.
_BUILDERS: Final = frozenset({"elementor"})
#: The column of the story: what other places beside it hold of running text, each and together, against what it holds itself.
_BESIDE: Final = 0.35
_ALL_BESIDE: Final = 0.6
_SEMANTIC: Final = frozenset({"aside", "footer", "header"})
#: What is a part of a table and holds several rows.
_TABLE_PARTS: Final = frozenset({"table", "thead", "tbody"})
_KEPT: Final = frozenset({"html", "body", "main", "article", "#document"})


class Furniture:
    """Tells an element of the document from one of the site around it.

    Args:
        root: the page.
        plan: its notes, which are kept wherever they stand.

    ``comments`` counts the comments in its margin.
    """

    def __init__(self, root: Element, plan: NotePlan) -> None:
        self.weights = _weights(root)
        self.total = max(1, self.weights.get(root, 0))
        self.noted = _with_ancestors((*plan.containers, *plan.markers))
        self._known: dict[Element, bool] = {}
        self._root = root
        self._starts = plan.starts
        self._comments, self.comments = margin_comments(root)
        self._text: dict[Element, int] | None = None

    def __contains__(self, element: Element) -> bool:
        found = self._known.get(element)
        if found is None:
            found = self._known[element] = self._is_furniture(element)
        return found

    def lays_out(self, table: Element) -> bool:
        """Whether a table lays out the page, and is none of data."""
        return lays_out(table, self.weights, self._starts)

    def _is_furniture(self, element: Element) -> bool:
        if element in self._comments:
            return True
        if element.tag in _DROPPED and not (element.tag in {"form", "label"} and element in self.noted):
            return not (element.tag == "form" and self._share(element) > _PROTECTED)
        if not element.attrs and element.tag not in _SEMANTIC:
            return element.tag in _LISTS and element not in self.noted and self._share(element) <= _PROTECTED and self._lists_links(element)
        if "hidden" in element.attrs or element.get("aria-hidden") == "true" or _HIDDEN.search(element.get("style")):
            return element not in self.noted
        if element.tag in _KEPT or element in self.noted or is_noted(element):
            return False
        if _NAMES.search(f"{element.get('class')} {element.get('id')}") or _EPUB_TYPES.search(roles(element)):
            return True
        if self._share(element) > _PROTECTED:
            return bool(_READERS.intersection(_words(element))) and self._told_elsewhere()
        if element.tag in {"aside", "footer"} or element.get("role") in _ROLES:
            return True
        if element.tag == "header":
            return not (any(above.tag in {"article", "main"} for above in element.ancestors()) or _has(element, "h1")) or _has(
                element, "nav"
            )
        if element.tag in _LISTS and self._lists_links(element):
            return True
        words = _words(element)
        named = WORDS.intersection(words)
        if named <= _LAYOUT_WORDS and (words & _BUILDERS or self._holds_story(element)):
            return False
        return bool(named)

    def _lists_links(self, element: Element) -> bool:
        """Whether a list is one of links to other pages, none of which is a sentence."""
        links = [one for one in element.elements() if one.tag == "a" and not one.get("href").startswith("#")]
        linked = sum(self.weights.get(one, 0) for one in links)
        if len(links) < _LINKS or linked < _ALL_LINKED * self.weights.get(element, 0):
            return False
        return not any(re.search(r"[.;,][\"”’')\]]*$", one.plain()) for one in links)

    def _holds_story(self, element: Element) -> bool:
        """Whether an element holds most of the page's running text and is no more than its column."""
        return self._running().get(element, 0) > _NAMED_SHARE * max(1, self._running().get(self._root, 0))

    def _told_elsewhere(self) -> bool:
        """Whether the page has a story besides what its readers wrote, however much that is."""
        return self._running().get(self._root, 0) > _STORY_SHARE * self.total

    def _running(self) -> Mapping[Element, int]:
        if self._text is None:
            self._text = _running_text(self._root, self.weights)
        return self._text

    def _share(self, element: Element) -> float:
        return self.weights.get(element, 0) / self.total


def _words(element: Element) -> set[str]:
    names = f"{element.get('class')} {element.get('id')}"
    names = _BESIDES.sub(" ", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names))
    return {word.lower() for word in re.split(r"[\W_]+", names)}


def _has(element: Element, tag: str) -> bool:
    return any(one.tag == tag for one in element.elements())


def _with_ancestors(elements: Iterable[Element]) -> set[Element]:
    found: set[Element] = set()
    for element in elements:
        one: Element | None = element
        while one is not None and one not in found:
            found.add(one)
            one = one.parent
    return found


def _weights(root: Element) -> dict[Element, int]:
    """Characters of text below each element, scripts and styles left out."""
    weights: dict[Element, int] = {}
    order = [root, *root.elements()]
    for element in reversed(order):
        own = 0 if element.tag in _DROPPED else sum(child.end - child.start for child in element.children if not isinstance(child, Element))
        weights[element] = own + sum(
            weights[child] for child in element.children if isinstance(child, Element) and child.tag not in _DROPPED
        )
    return weights


def main_part(root: Element, furniture: Furniture) -> Element:
    """The element that holds the document: one that is named so, else the deepest that holds nearly all paragraphs, less the columns beside it."""
    shares = _paragraph_shares(root, furniture)
    wide = _wide_part(root, shares)
    return _around_table(root, _column(root, wide, furniture, shares) or wide, furniture)


def _around_table(root: Element, part: Element, furniture: Furniture) -> Element:
    """A main part that is no more than a table of data, or what wraps one, with the heading and the lines before the table; one that is a
    preformatted text within what holds it, so that its lines are read as such."""
    if part.tag == "pre" and part.parent is not None:
        return part.parent
    table = next((one for one in (part, *part.ancestors()) if one.tag == "table"), None) if part.tag in _TABLE_PARTS else _only_table(part, furniture)
    if table is None or furniture.lays_out(table):
        return part
    above = [*table.ancestors()]
    heading = next((one for one in root.elements() if one.tag == "h1" and one not in furniture and one.plain()), None)
    around = set(heading.ancestors()) if heading is not None else set()
    return next((one for one in above if one in around), above[0] if above else part)


def _only_table(part: Element, furniture: Furniture) -> Element | None:
    """The table in a part that holds hardly anything else."""
    table = next((one for one in part.elements() if one.tag == "table"), None)
    held = furniture.weights.get(table, 0) if table is not None else 0
    return table if held >= _FULL_SHARE * furniture.weights.get(part, 0) and not any(one.tag == "h1" for one in part.elements()) else None


def _column(root: Element, wide: Element, furniture: Furniture, shares: Mapping[Element, int]) -> Element | None:
    """The lowest element that holds the page's first heading and the element with most paragraphs of its own, where all else in the main part
    are boxes that hold little each: teasers of other stories, comments. Readability scores parents of paragraphs in the same way."""
    own: Counter[Element] = Counter()
    for element in (wide, *wide.elements()):
        if element.tag == "p" and element.parent is not None and element in shares:
            own[element.parent] += shares[element]
    heading = next((one for one in wide.elements() if one.tag == "h1" and one not in furniture and one.plain()), None)
    if heading is None or not own:
        return None
    densest, most = own.most_common(1)[0]
    above = set(heading.ancestors())
    column = next((one for one in (densest, *densest.ancestors()) if one in above), None)
    if column is None or column is wide or wide not in column.ancestors():
        return None
    beside = [count for one, count in own.items() if one is not column and column not in one.ancestors()]
    if max(beside, default=0) > _BESIDE * most or sum(beside) > _ALL_BESIDE * shares[column] or shares[wide] - shares[column] > shares[column]:
        return None
    return column


def _wide_part(root: Element, shares: Mapping[Element, int]) -> Element:
    total = max(1, shares.get(root, 0))
    named = [one for one in root.elements() if shares.get(one, 0) >= _NAMED_SHARE * total and _is_named(one)]
    if named:
        largest = max(shares[one] for one in named)
        full = [one for one in named if shares[one] >= _FULL_SHARE * largest]
        return min(reversed(full), key=_rank)
    deepest = root
    for element in root.elements():
        if shares.get(element, 0) >= _UNNAMED_SHARE * total and element.tag != "p":
            deepest = element
    return next((one for one in (deepest, *deepest.ancestors()) if not _is_inner(one)), root)


def _is_inner(element: Element) -> bool:
    """Whether an element is a list, a quotation or a table with heads, or a part of one, which is a part of a text and no text with its title. A table
    without heads may lay out the page."""
    within = (element, *element.ancestors())
    return element.tag in _INNER or (element.tag in _CELLS and any(one.tag == "table" and _has(one, "th") for one in within))


def _rank(element: Element) -> int:
    return 0 if element.tag == "article" else 1 if element.tag == "main" or element.get("role") == "main" else 2


def _is_named(element: Element) -> bool:
    return element.tag in {"article", "main"} or element.get("role") == "main" or _MAIN.search(element.get("class")) is not None


def _running_text(root: Element, weights: Mapping[Element, int]) -> dict[Element, int]:
    """Like :func:`_paragraph_shares`, before it is known what is furniture: hidden parts and forms are left out, and what has its certain names."""
    return _shares(root, weights, _unread)


def _unread(element: Element) -> bool:
    hidden = "hidden" in element.attrs or _HIDDEN.search(element.get("style")) is not None
    return element.tag in _DROPPED or hidden or bool(element.attrs and _CERTAIN.intersection(_words(element)))


def _paragraph_shares(root: Element, furniture: Furniture) -> dict[Element, int]:
    """Characters of running text below each element: text not in links and not in furniture, in pieces long enough."""
    return _shares(root, furniture.weights, furniture.__contains__)


def _shares(root: Element, weights: Mapping[Element, int], left_out: Callable[[Element], bool]) -> dict[Element, int]:
    shares: dict[Element, int] = {}
    stack = [root]
    while stack:
        element = stack.pop()
        if left_out(element):
            continue
        own = sum(child.end - child.start for child in element.children if not isinstance(child, Element))
        linked = sum(weights.get(child, 0) for child in element.children if isinstance(child, Element) and child.tag == "a")
        if own >= _PARAGRAPH and linked <= _LINKED * (own + linked) and element.tag != "a":
            one: Element | None = element
            while one is not None:
                shares[one] = shares.get(one, 0) + own
                one = one.parent
        stack.extend(child for child in element.children if isinstance(child, Element))
    return shares
