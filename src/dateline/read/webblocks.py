"""A page's elements -> blocks and notes for :func:`dateline.read.notes.to_draft`.

Linked markers and notes are written as references (``[^n1]``), raised labels as ``<sup>1</sup>``, so that the machinery which serves
Markdown and plain text also finds the markers and notes of pages that link nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.read.draft import Draft, Metadata, Remark
from dateline.read.linked import PLACED, marker_label
from dateline.read.markup import BLOCK, Element, Run, content
from dateline.read.notes import to_draft
from dateline.read.plaintext import read_plain_blocks
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind, lines_of, paragraph, table_text
from dateline.read.textmap import Edit, Mapped, join
from dateline.read.webmain import Furniture
from dateline.read.webnotes import NotePlan, inline_note, item_number, label_of
from dateline.read.webtables import cells_of
from dateline.read.webtitle import styled_title
from dateline.read.wordblocks import RAISED

_KINDS: Final = {"li": RawKind.ITEM, "figcaption": RawKind.CAPTION, "caption": RawKind.CAPTION, "dt": RawKind.ITEM, "legend": RawKind.CAPTION}
#: A paragraph may say in its class that it stands "after--figure".
_CAPTION_CLASS: Final = re.compile(r"(?:^|\s|(?<!\bafter)(?<!\bbefore)(?<!\bafter-)(?<!\bbefore-)-)(?:caption|credit|wp-caption-text|figure|mediaobject)(?:[\s-]|$)", re.IGNORECASE)
_ITEM_CLASS: Final = re.compile(r"\bMsoList(?:Paragraph|Bullet|Number)", re.IGNORECASE)
_SUBTITLE: Final = re.compile(r"(?:^|[\s_-])(?:subtitle|sub-?head(?:ing)?)(?:[\s_-]|$)", re.IGNORECASE)
_BOLD: Final = frozenset({"b", "strong"})
_RAISED_LETTERS: Final = re.compile(r"\[?[a-z](?:,\s?[a-z])*\]?")
#: What an address may be to a page, other than what its words cite.
_OF_PAGE: Final = frozenset({"license", "author", "tag", "sponsored", "bookmark", "alternate", "privacy-policy", "terms-of-service", "next", "prev"})
_SPACE: Final = re.compile(r"[ \t\f\v]*\n[ \t\f\v\n]*|[ \t\f\v]{2,}|[\t\f\v]")
_BREAK: Final = re.compile(r"[ \t]*\x1e(?:[ \t]*\x1e)*[ \t]*")
_BRACKETED: Final = re.compile(r"[\[(]\s*(?=(?:\[\^n\d+\][\s,;]*)+[\])])|(?<=\])\s*[,;–-]\s*(?=\[\^n\d+\])|(?<=\[\^n\d\])[\])]|(?<=\[\^n\d\d\])[\])]|(?<=\[\^n\d\d\d\])[\])]")
#: Marks a ``br`` until white space is collapsed; a control character, which :func:`dateline.read.textmap.normalise` takes out of any text.
_BR: Final = "\x1e"
#: A cell reaches over a number of rows that has so many digits.
_SPAN_DIGITS: Final = 4
#: A bold line this short is a heading.
_HEADING_WORDS: Final = 18


@dataclass(slots=True)
class Pages:
    """What walking the pages gives: blocks, the link of each note by the raw offset of its first character, and what linked words cite, by key."""

    plan: NotePlan
    blocks: list[RawBlock] = field(default_factory=list)
    links: dict[int, str] = field(default_factory=dict)
    cited: dict[str, str] = field(default_factory=dict)

    def cite(self, words: str, address: str, parts: list[Mapped]) -> None:
        """Append a marker to the parts of a text that end with linked words, where these cite."""
        label = marker_label(words, address)
        if label is not None:
            key = f"a{len(self.cited) + 1}"
            self.cited[key] = label
            parts.append(Mapped.inserted(f"[^{key}]"))


@dataclass(frozen=True, slots=True)
class _Context:
    kind: RawKind = RawKind.PARAGRAPH
    level: int = 0
    number: int | None = None
    bold: bool = False
    key: str | None = None


class Walker:
    """Walks one page and appends its blocks to those of all pages."""

    def __init__(self, pages: Pages, furniture: Furniture) -> None:
        self.pages, self.plan, self.furniture = pages, pages.plan, furniture
        self.parts: list[Mapped] = []
        self.bold = True
        self.note: list[Mapped] = []
        self.link: str | None = None
        self.title: Element | None = None

    def walk(self, root: Element) -> None:
        """Append the blocks of an element and of all below it."""
        self.title = styled_title(root, self.furniture.__contains__)
        if root in self.plan.containers:
            self._note_container(root, _Context())
        else:
            self._children(root, _Context())
            self._flush(_Context())

    def _children(self, element: Element, context: _Context) -> None:
        for child in element.children:
            if isinstance(child, Run):
                self._text(content(element.source, child), context)
            elif child in self.plan.markers and context.key is None:
                self.parts.append(Mapped.inserted(f"[^{self.plan.markers[child]}]"))
            elif child not in self.furniture:
                self._element(child, context)

    def _text(self, text: Mapped, context: _Context) -> None:
        if text.text.strip():
            self.bold = self.bold and context.bold
        self.parts.append(text)

    def _element(self, element: Element, context: _Context) -> None:
        tag = element.tag
        if context.key is None and (element in self.plan.containers or element in self.plan.starts):
            self._flush(context)
            self._note_container(element, context)
        elif context.key is not None:
            self._inside_note(element, context)
        elif tag == "br":
            self.parts.append(Mapped.inserted(_BR))
        elif tag == "sup":
            self._raised(element, context)
        elif tag == "table":
            self._flush(context)
            self._table(element, context)
        elif tag == "pre":
            self._flush(context)
            self.pages.blocks.extend(read_plain_blocks(element.text()))
        elif tag == "hr":
            self._flush(context)
            self.pages.blocks.append(RawBlock(RawKind.BREAK, Mapped.inserted("\n")))
        elif inline_note(element):
            self._inline_note(element)
        elif tag in BLOCK:
            inner = self._block_context(element, context)
            self._flush(context)
            self._children(element, inner)
            self._flush(inner)
        else:
            self._children(element, replace(context, bold=context.bold or tag in _BOLD))
            if tag == "a" and not _OF_PAGE & set(element.get("rel").lower().split()):
                self.pages.cite(element.plain(), element.get("href"), self.parts)

    def _block_context(self, element: Element, context: _Context) -> _Context:
        tag = element.tag
        classes = element.get("class")
        if re.fullmatch(r"h[1-6]", tag):
            return context if context.kind is RawKind.CAPTION else _Context(RawKind.HEADING, int(tag[1]))
        if element is self.title:
            return _Context(RawKind.HEADING, 1)
        if tag == "p" and _SUBTITLE.search(classes) and len(element.plain().split()) <= _HEADING_WORDS:
            return _Context(RawKind.HEADING, 3)
        if tag in _KINDS:
            return _Context(_KINDS[tag], number=item_number(element) if tag == "li" else None)
        if _ITEM_CLASS.search(classes):
            return _Context(RawKind.ITEM)
        if tag in {"div", "p", "figure", "section"} and (_CAPTION_CLASS.search(classes) or tag == "figure") and len(element.plain()) < 400:
            return _Context(RawKind.CAPTION)
        return replace(context, bold=False)

    def _raised(self, element: Element, context: _Context) -> None:
        """A raised label is kept as such; between markers only punctuation is raised, which goes."""
        if any(one in self.plan.markers for one in element.elements()):
            for one in element.elements():
                if one in self.plan.markers:
                    self.parts.append(Mapped.inserted(f"[^{self.plan.markers[one]}]"))
            return
        words = element.plain()
        if RAISED.fullmatch(words) or _RAISED_LETTERS.fullmatch(words):
            self.parts.append(Mapped.inserted("<sup>"))
            before = len(self.parts)
            self._children(element, context)
            cited = [part for part in self.parts[before:] if PLACED.fullmatch(part.text)]
            self.parts[before:] = [part for part in self.parts[before:] if not PLACED.fullmatch(part.text)]
            self.parts += [Mapped.inserted("</sup>"), *cited]
        else:
            self._children(element, context)

    def _inline_note(self, element: Element) -> None:
        """Take a note out of the running text; the marker before it is its marker, and a second copy of a listed note goes."""
        before = next((part.text for part in reversed(self.parts) if part.text.strip()), "")
        if re.fullmatch(r"\[\^n\d+\]", before):
            return
        label = None
        if before == "</sup>":
            cut = max(index for index, part in enumerate(self.parts) if part.text == "<sup>")
            label = label_of("".join(part.text for part in self.parts[cut + 1 : -1]))
            del self.parts[cut:]
        key = self.plan.new_key(label or str(len(self.plan.labels) + 1))
        self.parts.append(Mapped.inserted(f"[^{key}]"))
        text = _collapsed(element.text())
        if text.text:
            self._add_note(key, text, _first_link(element))

    def _note_container(self, element: Element, context: _Context) -> None:
        if element not in self.plan.starts and element.tag == "dt":
            return
        self.note, self.link = [], None
        key = self.plan.starts.get(element)
        inner = replace(context, key=key or "")
        self._children(element, inner)
        self._end_note(inner.key or "")

    def _inside_note(self, element: Element, context: _Context) -> None:
        if element in self.plan.starts:
            self._end_note(self._key)
            self._key = self.plan.starts[element]
        if element in self.plan.back:
            return
        if element.tag == "a" and self.link is None and element.get("href").startswith(("http:", "https:")):
            self.link = element.get("href")
        if element.tag == "br" or element.tag in BLOCK:
            self.parts.append(Mapped.inserted(" "))
        self._children(element, context)
        if element.tag in BLOCK:
            self.parts.append(Mapped.inserted(" "))

    _key: str = ""

    def _end_note(self, key: str) -> None:
        key = self._key or key
        text = _collapsed(join(self.parts, ""), markers=False)
        self.parts, self.bold = [], True
        if key:
            label = re.escape(self.plan.labels[key])
            lead = re.match(rf"[\s\[(^]*{label}(?!\w)[\])]*[.:]?\s*|[\s^\[(]*[\]).:]+\s+|\^\s*", text.text, re.IGNORECASE)
            text = text.slice(lead.end() if lead else 0).strip()
            if text.text:
                self._add_note(key, text, self.link)
        elif text.text:
            self.pages.blocks.extend(paragraph([text]))
        self._key, self.link = "", None

    def _add_note(self, key: str, text: Mapped, link: str | None) -> None:
        self.pages.blocks.append(RawBlock(RawKind.PARAGRAPH, text, 0, 1, key, NoteForm.REFERENCE, text))
        start = text.first_raw()
        if link is not None and start is not None:
            self.pages.links[start] = link

    def _table(self, table: Element, context: _Context) -> None:
        if self.furniture.lays_out(table):
            self._children(table, context)
            self._flush(context)
            return
        for one in table.elements():
            if one.tag == "caption":
                self._append(RawKind.CAPTION, _collapsed(one.text()))
        rows = [row for row in table.elements() if row.tag == "tr"]
        self._append(RawKind.TABLE, table_text(self._rows(rows, context)))

    def _rows(self, rows: Sequence[Element], context: _Context) -> Iterator[list[Mapped]]:
        """The cells of each row; where one of a row above reaches down, an empty cell stands."""
        reaching: dict[int, int] = {}
        for row in rows:
            texts: list[Mapped] = []
            for cell in cells_of(row):
                _fill(texts, reaching)
                span = cell.get("rowspan").strip()
                reaching[len(texts)] = int(span) - 1 if span.isdecimal() and len(span) <= _SPAN_DIGITS else 0
                texts.append(self._cell(cell, context))
            _fill(texts, reaching)
            yield texts

    def _cell(self, cell: Element, context: _Context) -> Mapped:
        """The text of a cell with its markers, whatever blocks stand in it."""
        if not any(one in self.plan.markers for one in cell.elements()):
            return _collapsed(cell.text())
        before, self.pages.blocks, self.parts = self.pages.blocks, [], []
        self._children(cell, context)
        self._flush(context)
        found, self.pages.blocks = self.pages.blocks, before
        return _collapsed(join([block.text for block in found], " "))

    def _append(self, kind: RawKind, text: Mapped) -> None:
        if text.text.strip():
            self.pages.blocks.append(RawBlock(kind, text))

    def _flush(self, context: _Context) -> None:
        if not self.parts:
            return
        text, bold = join(self.parts, ""), self.bold
        self.parts, self.bold = [], True
        if not text.text.strip():
            return
        for part in _collapsed_parts(text):
            self.pages.blocks.extend(_block(part, context, bold))


def _block(text: Mapped, context: _Context, bold: bool) -> Iterator[RawBlock]:
    words = text.text.split()
    if context.kind is RawKind.HEADING:
        yield RawBlock(RawKind.HEADING, text, context.level)
    elif context.kind is RawKind.CAPTION:
        yield RawBlock(RawKind.CAPTION, text)
    elif bold and len(words) <= _HEADING_WORDS and not re.search(r"[.,;:]$", text.text) and context.kind is RawKind.PARAGRAPH:
        yield RawBlock(RawKind.HEADING, text, 4)
    elif context.number is not None:
        yield RawBlock(RawKind.ITEM, text, 0, 1, str(context.number), NoteForm.NUMBER, text)
    elif context.kind is RawKind.ITEM:
        yield RawBlock(RawKind.ITEM, text)
    else:
        yield from paragraph(list(lines_of(text)), context.kind)


def _collapsed_parts(text: Mapped) -> Iterator[Mapped]:
    """The paragraphs of a block: two line breaks part them, one becomes a line end."""
    text = _spaced(text)
    position = 0
    for match in _BREAK.finditer(text.text):
        if match.group().count(_BR) > 1:
            yield from _lined(text.slice(position, match.start()))
            position = match.end()
    yield from _lined(text.slice(position))


def _lined(text: Mapped) -> Iterator[Mapped]:
    text = text.edit(Edit(*match.span(), "\n") for match in _BREAK.finditer(text.text)).strip()
    if text.text:
        yield text


def _collapsed(text: Mapped, *, markers: bool = True) -> Mapped:
    text = _spaced(text, markers=markers)
    return text.edit(Edit(*match.span(), " ") for match in _BREAK.finditer(text.text)).strip()


def _spaced(text: Mapped, *, markers: bool = True) -> Mapped:
    text = text.edit(Edit(*match.span(), " ") for match in _SPACE.finditer(text.text))
    text = text.edit(Edit(match.start(), match.end()) for match in re.finditer(r"(?<= ) +", text.text))
    if markers and "[^n" in text.text:
        text = text.edit(Edit(*match.span()) for match in _BRACKETED.finditer(text.text))
    return text


def _fill(texts: list[Mapped], reaching: dict[int, int]) -> None:
    """Append empty cells where cells of the rows above reach down; ``reaching`` counts the rows that are left to each."""
    while reaching.get(len(texts), 0) > 0:
        reaching[len(texts)] -= 1
        texts.append(Mapped.inserted(""))


def _first_link(element: Element) -> str | None:
    hrefs = (one.get("href") for one in element.elements() if one.tag == "a")
    return next((href for href in hrefs if href.startswith(("http:", "https:"))), None)


def to_web_draft(form: str, pages: Pages, front: Metadata, weak: Metadata, remarks: Sequence[Remark] = ()) -> Draft:
    """The blocks of pages -> a draft whose linked markers and notes carry their keys and printed labels."""
    draft = to_draft(form, pages.blocks, front, markup=False)
    labels = pages.plan.labels
    blocks = tuple(
        replace(
            block,
            markers=tuple(
                replace(one, label=labels.get(one.label, pages.cited.get(one.label, one.label)), key=one.label if one.label in labels else None)
                for one in block.markers
            ),
        )
        for block in draft.blocks
    )
    notes = tuple(
        replace(
            note,
            label=labels.get(note.label, note.label) if note.label is not None else None,
            key=note.label if note.label in labels else None,
            link=pages.links.get(note.raw, note.link),
        )
        for note in draft.notes
    )
    return replace(draft, blocks=blocks, notes=notes, whole=True, weak=weak, remarks=(*remarks, *draft.remarks), written=join([one.text for one in pages.blocks], "\n\n"))
