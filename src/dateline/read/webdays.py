"""The day that a page shows of itself: in an element marked as holding it, or in a line of its head; never one that its sentences tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from dateline.read.dates import is_entry, parse_date, parse_date_line
from dateline.read.draft import DraftBlock
from dateline.read.entrydays import is_own_line
from dateline.read.markup import BLOCK, Element, Run, content
from dateline.read.mastline import SENTENCE_END, day_told, is_masthead_line, read_line
from dateline.read.textmap import Mapped
from dateline.read.webtables import is_chronicle
from dateline.types import BlockKind

#: Class or id of what holds the day of a page, and of days that are not its own.
_DAY_CLASS: Final = re.compile(
    r"(?:^|[\s_-])(?:date|dates|datetime|pub-?date|published|publish|posted|postdate|timestamp|time-?stamp|dateline)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_OTHER_DAY: Final = re.compile(r"updat|modif|expir|event|comment|related|access|archive|copyright", re.IGNORECASE)
#: What holds a day holds little else, and its day comes first.
_DAY_CHARS: Final = 90
_SAID: Final = re.compile(r"(?:(?:and|last|first|originally|updated|modified|published|posted|filed|created|on|date)\b\s*:?\s*)+", re.IGNORECASE)
_SILENT: Final = frozenset({"script", "style", "title", "noscript", "template", "option"})
#: A paragraph has so many characters at least.
_PARAGRAPH: Final = 60
#: Behind the day of a sentence stand so many words at least.
_TOLD_WORDS: Final = 4
#: What stands behind the day in a line of a head: a mark, a place and a dash, the name of a section or an author.
_AFTER_DAY: Final = re.compile(r"[,;.\s]*(?:[^\w\s,;.\"“‘'(]|$|[^\W\d_a-z][^.!?–—-]{1,40}\s[–—-]+\s)")
_SECTION: Final = re.compile(r"[,\s]*(?:in|by|at|under|with|from|via|through)\b", re.IGNORECASE)
#: Before the day of a sentence.
_BEFORE_DAY: Final = re.compile(r"\b(?:on|since|until|till|by|from|of|in|before|after|the|between|and|to)\s*$", re.IGNORECASE)
_ON: Final = re.compile(r"on\b", re.IGNORECASE)
#: So much of a line on either side of a run of text is read.
_AROUND: Final = 300
#: Elements that set a day apart from the words behind it.
_APART: Final = frozenset({"b", "strong", "time", "span", "small", "em", "i", "font", "u"})


@dataclass(frozen=True, slots=True)
class _Shown:
    """A run of text in its line: what stands before it there, its own words, and what stands behind it."""

    before: str
    words: str
    after: str
    element: Element
    start: int

    @property
    def line(self) -> str:
        """The whole line."""
        return clean(f"{self.before}{self.words}{self.after}")


def clean(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def day_of(value: str | None) -> date | None:
    """The day that a value is, as written, in the time zone of the page."""
    if not value:
        return None
    iso = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", value)
    found = parse_date("-".join(iso.groups())) if iso else parse_date_line(value)
    return found.to_date() if found is not None else None


def elements_before(root: Element, main: Element) -> Iterator[Element]:
    """The elements before a page's main part."""
    return (one for one in root.elements() if one.start < main.start)


def marked_day(root: Element, main: Element, is_site: Callable[[Element], bool]) -> date | None:
    """The first day in an element that is marked as holding one: in the main part, else before it; days of updates come last."""
    updated = None
    for element in (*main.elements(), *elements_before(root, main)):
        names = f"{element.get('class')} {element.get('id')}"
        if not element.attrs or not _DAY_CLASS.search(names) or (words := element.plain().strip()) == "" or len(words) > _DAY_CHARS:
            continue
        if element.tag in {"a", "body", "html"} or any(
            is_site(above) or above.tag in {"a", "li"} for above in (element, *element.ancestors())
        ):
            continue
        found = _first_day(clean(words))
        day = found[0] if found is not None else None
        if day is not None and not _OTHER_DAY.search(f"{names} {words}"):
            return day
        updated = updated or (day if re.search("updat", f"{names} {words}", re.IGNORECASE) else None)
    return updated


def shown_day(root: Element, start: int, heading: Element | None, is_site: Callable[[Element], bool]) -> date | None:
    """The day in a line around the heading, before the second paragraph (the first may be a standfirst): alone, first, or in a byline.

    Args:
        root: the page.
        start: where its story begins.
        heading: its heading.
        is_site: tells what is the site's; its days are those of other pages.
    """
    shown = [one for line in _lines(root, start) for one in _parts(line)]
    paragraphs = 0
    boxes = {one for one in (root, *root.elements()) if one.tag == "table" and _is_box(one)}
    for one in shown:
        words, element = clean(one.words), one.element
        if not words or any(is_site(above) or above.tag == "th" or above in boxes for above in (element, *element.ancestors())):
            continue
        if (day := _day_in(one) or _day_of_byline(one)) is not None and not _heads_entry(words, shown):
            return day
        paragraphs += len(words) >= _PARAGRAPH and (heading is None or one.start > heading.close) and element.tag != "a"
        if paragraphs > 1:
            return None
    return None


def told_times(main: Element) -> frozenset[Element]:
    """The ``time`` elements whose day a sentence tells: "On <time>3 May 2019</time> Sudan closed its border."."""
    shown = (one for line in _lines(main, main.start) if any(element.tag == "time" for _, element in line) for one in _parts(line))
    return frozenset(one.element for one in shown if one.element.tag == "time" and _BEFORE_DAY.search(one.before) and _in_sentence(one, one.after))


def _lines(root: Element, start: int) -> Iterator[list[tuple[Run, Element]]]:
    """The runs of text from a place on, line by line: a block or a ``br`` ends a line."""
    runs: list[tuple[Run, Element, int]] = []
    breaks = 0
    stack: list[tuple[Element, Iterator[Element | Run]]] = [(root, iter(root.children))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            breaks += element.tag in BLOCK
        elif isinstance(child, Element):
            breaks += child.tag in BLOCK or child.tag == "br"
            if child.tag not in _SILENT:
                stack.append((child, iter(child.children)))
        elif child.start >= start:
            runs.append((child, element, breaks))
    for _, line in groupby(runs, key=lambda one: one[2]):
        yield [(run, element) for run, element, _ in line]


def _parts(line: Sequence[tuple[Run, Element]]) -> Iterator[_Shown]:
    texts = [content(element.source, run).text for run, element in line]
    whole, start = "".join(texts), 0
    for text, (run, element) in zip(texts, line, strict=True):
        end = start + len(text)
        yield _Shown(whole[max(0, start - _AROUND) : start], text, whole[end : end + _AROUND], element, run.start)
        start = end


def _day_in(shown: _Shown) -> date | None:
    """The day that a run of text is or begins with, unless a sentence tells it."""
    words = clean(shown.words)
    if len(words) > _DAY_CHARS:
        return None
    if (told := day_told(words)) is not None:
        return told.to_date()
    found = _first_day(_SAID.sub("", words))
    return found[0] if found is not None and not _in_sentence(shown, found[1] + shown.after) else None


def _in_sentence(shown: _Shown, rest: str) -> bool:
    """Whether the words behind a day go on as a sentence; a day that is set apart before them does not open one."""
    bare = not clean(shown.before)
    if _AFTER_DAY.match(rest) or len(rest.split()) < _TOLD_WORDS:
        return False
    if bare and shown.element.tag in _APART and rest == shown.after and not _ON.match(clean(shown.words)):
        return False
    return SENTENCE_END.search(clean(rest)) is not None or len(shown.line) > _DAY_CHARS or (_ON.match(shown.line) is not None and not _SECTION.match(rest))


def _day_of_byline(shown: _Shown) -> date | None:
    """The day in a line that names authors, publisher or place with it: "By Ann Lee | 20 May 2024"."""
    if clean(shown.before) or shown.element.tag in {"h1", "figcaption", "caption"} or not is_masthead_line(shown.line):
        return None
    line = read_line(DraftBlock(BlockKind.PARAGRAPH, Mapped.inserted(shown.line)), True)
    return line.published.to_date() if line is not None and line.published is not None and not line.updated else None


def _heads_entry(words: str, shown: Sequence[_Shown]) -> bool:
    """Whether a text is one of several entries of a chronology: "5 June 2017 - Bahrain cut its ties with Qatar"."""
    return is_entry(words) and not is_own_line(words) and sum(is_entry(clean(one.words)) for one in shown) > 1


def _is_box(table: Element) -> bool:
    """Whether a table tells the days of its subject, not the day of the page: it has heads of rows or columns, or is a chronicle."""
    return any(one.tag == "th" for one in table.elements()) or is_chronicle(table)


def _first_day(text: str) -> tuple[date, str] | None:
    """The day that a short text is or begins with, and what follows: "May 9th, 2013 in News"."""
    if (day := day_of(text)) is not None:
        return day, ""
    words = text.split()
    for count in range(min(len(words), 7), 2, -1):
        if (day := day_of(" ".join(words[:count]).rstrip(",;"))) is not None:
            return day, " ".join(["", *words[count:]])
    return None
