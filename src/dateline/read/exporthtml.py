"""Pages that news databases export: the lines of a page of Factiva, and the articles of one of Europresse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.exportlines import Article, authors_in, day_in, publisher_in, text_of
from dateline.read.markup import BLOCK, Element, Run, content, parse
from dateline.read.textmap import Edit, Mapped, join

_SIGNS: Final = re.compile(r"docOcurrContainer|articleParagraph|\b(?:Document|AN)\b.{0,40}(?:19|20)\d{6}[a-z0-9]{8,11}\s*<", re.DOTALL)
_CELLS: Final = frozenset({"td", "th"})
_NO_TEXT: Final = frozenset({"script", "style", "template", "head", "noscript"})
_DAY: Final = re.compile(r"^(.*?\b(?:19|20)\d\d\b)")


def is_candidate(page: str) -> bool:
    """Whether a page may be an export: it has names of classes or numbers of articles that those have."""
    return _SIGNS.search(page) is not None


def page_lines(page: Mapped) -> list[Mapped]:
    """The lines of a page as it is shown; cells of a row are parted by a tab."""
    return list(_lines(parse(page).root))


def _lines(root: Element) -> Iterator[Mapped]:
    parts: list[Mapped] = []
    for piece in _walk(root):
        if piece is not None:
            parts.append(piece)
            continue
        line = _tidy(join(parts, ""))
        parts = []
        if line.text:
            yield line
    line = _tidy(join(parts, ""))
    if line.text:
        yield line


def _tidy(text: Mapped) -> Mapped:
    spaced = text.edit(Edit(*match.span(), "\t" if "\x1f" in match.group() else " ") for match in re.finditer(r"[\s\x1f]+", text.text))
    return spaced.strip()


def _walk(root: Element) -> Iterator[Mapped | None]:
    """The runs of text; nothing stands between two lines, and a mark between two cells."""
    stack: list[Iterator[Element | Run] | bool] = [iter(root.children)]
    while stack:
        top = stack[-1]
        if isinstance(top, bool):
            stack.pop()
            yield None
            continue
        child = next(top, None)
        if child is None:
            stack.pop()
        elif isinstance(child, Run):
            yield content(root.source, child)
        elif child.tag not in _NO_TEXT:
            if child.tag in _CELLS:
                yield Mapped.inserted("\x1f")
            elif child.tag in BLOCK or child.tag == "br":
                yield None
                stack.append(True)
            stack.append(iter(child.children))


def europresse_articles(page: Mapped) -> tuple[Article, ...]:
    """The articles of a page of Europresse; nothing where it is none: each has its paper, its day and its text under the names of classes."""
    if "DocPublicationName" not in page.text or "docOcurrContainer" not in page.text:
        return ()
    found = (_europresse(one) for one in parse(page).root.elements() if one.tag == "article")
    return tuple(one for one in found if one is not None)


def _europresse(article: Element) -> Article | None:
    paper, head, body = (_classed(article, name) for name in ("DocPublicationName", "DocHeader", "docOcurrContainer"))
    title = _classed(article, "titreArticleVisu") or _classed(article, "titreArticle")
    day = next((found for found in map(day_in, _heads(head)) if found is not None), None) if head is not None else None
    if paper is None or body is None or title is None or head is None:
        return None
    lines = [line for one in _lines(body) for line in (one, Mapped.inserted(""))]
    by = _classed(article, "sm-margin-bottomNews")
    heading = _tidy(title.text())
    return Article(heading, text_of(lines, heading.text), authors_in(by.plain()) if by is not None else (), day, publisher_in(paper.plain()))


def _heads(head: Element) -> tuple[str, ...]:
    """The words of a head that may be its day: all, those before a dash, those up to the year."""
    words = head.plain()
    cut = _DAY.match(words)
    return words, re.split(r"\s+[-–—•|]\s+", words)[0], cut[1] if cut else words


def _classed(element: Element, name: str) -> Element | None:
    return next((one for one in element.elements() if name in one.get("class").split()), None)
