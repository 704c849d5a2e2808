"""HTML and XML -> a tree whose text knows where it stands in the raw input.

A parser of its own, because canonical text must map back to raw offsets, which the known parsers do not keep. It never resolves an
entity that a document declares, never fetches anything, works in time linear in the input, and keeps what it holds in memory bounded.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dateline.errors import DatelineError
from dateline.read.textmap import Edit, Mapped, normalise

#: Pages of real sites nest 20 to 60 deep (browsers stop at 512); deeper elements become children of the last one allowed.
MAX_DEPTH: Final = 150
#: The longest single-page standards have 300,000 elements; a million take about 300 MB.
MAX_ELEMENTS: Final = 1_000_000

VOID: Final = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
_RAW: Final = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE: Final = frozenset({"textarea", "title"})
BLOCK: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th"
    " thead tr ul".split()
)
#: A start tag closes the open elements on the right, up to the nearest of the fence.
_CLOSES: Final = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th", "caption"}), frozenset({"table", "tbody", "thead", "tfoot"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"}), frozenset({"table"})),
    "thead": (frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_ENDS_P: Final = BLOCK - {"body", "html", "caption", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "legend", "summary"}
#: An open ``p`` is looked for no further up than these, and no end tag closes them from inside unless it is a table's.
_SCOPE: Final = frozenset({"table", "td", "th", "caption", "html", "button", "object", "li", "blockquote", "div", "section", "article", "aside"})
_CELL_SCOPE: Final = frozenset({"td", "th", "caption", "table"})
_TABLE: Final = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "body", "html"})

_NEXT: Final = re.compile(r"<(?:!--|!\[CDATA\[|[!?]|/?(?=[A-Za-z_]))")
_NAME: Final = re.compile(r"</?([A-Za-z_][^\s/>]*)")
_TAG_END: Final = re.compile(r"[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_ATTRIBUTE: Final = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text, ``[start, end)`` of the source; ``literal`` where it holds no entities (CDATA, scripts)."""

    start: int
    end: int
    literal: bool = False


@dataclass(slots=True, eq=False)
class Element:
    """An element; ``start`` is the offset of its tag, ``head`` of the first character after its name, ``close`` the end of the tag."""

    tag: str
    start: int
    head: int
    close: int
    source: Mapped
    parent: Element | None = None
    children: list[Element | Run] = field(default_factory=list)
    cached: dict[str, str] | None = None
    listed: tuple[Element, ...] | None = None

    @property
    def attrs(self) -> dict[str, str]:
        """Attributes by name (lower case in HTML), entities resolved; the first of a name counts."""
        if self.cached is None:
            self.cached = {}
            if self.close - self.head <= 1:
                return self.cached
            for match in _ATTRIBUTE.finditer(self.source.text, self.head, max(self.head, self.close - 1)):
                value = next((group for group in match.groups()[1:] if group is not None), "")
                self.cached.setdefault(match.group(1).lower(), html.unescape(value) if "&" in value else value)
        return self.cached

    def get(self, name: str) -> str:
        """An attribute, or the empty string."""
        return self.attrs.get(name, "") if self.close - self.head > 1 else ""

    def elements(self) -> Iterator[Element]:
        """All elements below this one, in the order of the document, without recursion."""
        if self.parent is None:
            self.listed = self.listed or tuple(self._below())
            yield from self.listed
        else:
            yield from self._below()

    def _below(self) -> Iterator[Element]:
        stack = [iter(self.children)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif isinstance(child, Element):
                yield child
                stack.append(iter(child.children))

    def runs(self) -> Iterator[Run]:
        """All runs of text below this element."""
        stack = [iter(self.children)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif isinstance(child, Run):
                yield child
            elif child.tag not in {"script", "style", "template"}:
                stack.append(iter(child.children))

    def text(self) -> Mapped:
        """The text below this element, white space as it stands."""
        from dateline.read.textmap import join

        return join([content(self.source, run) for run in self.runs()], "")

    def plain(self) -> str:
        """The text below this element with single spaces."""
        return " ".join(self.text().text.split())

    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


def content(source: Mapped, run: Run) -> Mapped:
    """A run's text with its entities resolved; only HTML's own entities are known."""
    text = source.slice(run.start, run.end)
    if run.literal or "&" not in text.text:
        return text
    return text.edit(
        Edit(match.start(), match.end(), normalise(Mapped.inserted(html.unescape(match.group()))).text)
        for match in _ENTITY.finditer(text.text)
        if html.unescape(match.group()) != match.group()
    )


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed document; ``flattened`` where elements stood deeper than :data:`MAX_DEPTH`, ``unclosed`` those that are open at its end, outermost first."""

    root: Element
    flattened: bool
    unclosed: tuple[Element, ...]


def _refuse_entities(text: str) -> None:
    """Refuse a document type that declares entities of its own.

    Raises:
        DatelineError: ``E022``.
    """
    doctype = _DOCTYPE.search(text, 0, 100_000)
    if doctype is not None and "<!ENTITY" in text[doctype.end() : doctype.end() + 1_000_000]:
        raise DatelineError("E022", "-")


def parse(source: Mapped, *, xml: bool = False) -> Tree:
    """Parse a document.

    Args:
        source: the text; offsets of elements and runs count its code points.
        xml: whether names keep their case and prefix and only end tags end elements; else HTML's rules.

    Raises:
        DatelineError: ``E021`` for more than :data:`MAX_ELEMENTS` elements, ``E022`` for entities of its own.
    """
    _refuse_entities(source.text)
    return _Parser(source, xml).parse()


class _Parser:
    """One pass over the source; the open elements are a stack."""

    def __init__(self, source: Mapped, xml: bool) -> None:
        self.source, self.text, self.xml = source, source.text, xml
        self.root = Element("#document", 0, 0, 0, source)
        self.stack = [self.root]
        self.open: Counter[str] = Counter()
        self.count = 0
        self.flattened = False

    def parse(self) -> Tree:
        position, text = 0, self.text
        while True:
            match = _NEXT.search(text, position)
            if match is None:
                self._run(position, len(text))
                return Tree(self.root, self.flattened, tuple(self.stack[1:]))
            self._run(position, match.start())
            position = self._markup(match)

    def _run(self, start: int, end: int, literal: bool = False) -> None:
        if start < end:
            self.stack[-1].children.append(Run(start, end, literal))

    def _markup(self, match: re.Match[str]) -> int:
        opening, start = match.group(), match.start()
        if opening == "<!--":
            return self._after("-->", match.end())
        if opening == "<![CDATA[" and self.xml:
            end = self.text.find("]]>", match.end())
            end = len(self.text) if end < 0 else end
            self._run(match.end(), end, literal=True)
            return min(end + 3, len(self.text))
        if opening[1:2] in {"!", "?"}:
            doctype = _DOCTYPE.match(self.text, start)
            return self._after("]>" if doctype else ">", doctype.end() if doctype else start)
        return self._tag(start, opening == "</")

    def _after(self, mark: str, position: int) -> int:
        found = self.text.find(mark, position)
        return len(self.text) if found < 0 else found + len(mark)

    def _tag(self, start: int, ends: bool) -> int:
        name = _NAME.match(self.text, start)
        assert name is not None
        end = _TAG_END.match(self.text, name.end())
        close = end.end() if end else self._after(">", name.end())
        if end is None and self.text[close - 1 : close] != ">":
            self._run(start, len(self.text))
            return len(self.text)
        tag = name.group(1) if self.xml else name.group(1).lower()
        if ends:
            self._end(tag)
            return close
        if not self.xml:
            self._imply_ends(tag)
        element = self._start(tag, start, name.end(), close)
        empty = self.text[close - 2] == "/" if self.xml else tag in VOID
        if empty:
            element.children = []
            return close
        if not self.xml and tag in _RAW | _ESCAPABLE:
            return self._raw_text(element, close)
        self._push(element)
        return close

    def _start(self, tag: str, start: int, head: int, close: int) -> Element:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise DatelineError("E021", "-", f"more than {MAX_ELEMENTS:,} elements")
        element = Element(tag, start, head, close, self.source, self.stack[-1])
        self.stack[-1].children.append(element)
        return element

    def _push(self, element: Element) -> None:
        if len(self.stack) > MAX_DEPTH:
            self.flattened = True
            return
        self.stack.append(element)
        self.open[element.tag] += 1

    def _pop(self) -> None:
        self.open[self.stack.pop().tag] -= 1

    def _raw_text(self, element: Element, position: int) -> int:
        """Everything up to the element's own end tag is text."""
        end = re.compile(rf"</{element.tag}(?=[\s/>])", re.IGNORECASE).search(self.text, position)
        stop = end.start() if end else len(self.text)
        if position < stop:
            element.children.append(Run(position, stop, element.tag in _RAW))
        return self._after(">", stop) if end else stop

    def _imply_ends(self, tag: str) -> None:
        if tag in _ENDS_P and self.open["p"]:
            self._close_within(frozenset({"p"}), _SCOPE)
        rule = _CLOSES.get(tag)
        if rule is not None:
            while self._close_within(*rule):
                pass
        elif tag == "a" and self.stack[-1].tag == "a":
            self._pop()

    def _close_within(self, tags: frozenset[str], fence: frozenset[str]) -> bool:
        for depth in range(len(self.stack) - 1, 0, -1):
            tag = self.stack[depth].tag
            if tag in tags:
                while len(self.stack) > depth:
                    self._pop()
                return True
            if tag in fence:
                return False
        return False

    def _end(self, tag: str) -> None:
        if not self.open[tag]:
            if tag == "br" and not self.xml:
                self._start("br", 0, 0, 0)
            return
        fence = frozenset[str]() if self.xml or tag in _TABLE else _CELL_SCOPE
        self._close_within(frozenset({tag}), fence)
