"""Runs of lines -> raw blocks: which is the title, what is a pull quote, a caption or the head of a table, and what their text is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.read.affiliations import is_signed
from dateline.read.dates import parse_date_line
from dateline.read.names import people
from dateline.read.pdf.bullets import loose_sign, sign_length
from dateline.read.pdf.flow import HEADING_WORDS, LARGER, OTHER_SIZE, Flow, Item, is_head_line, same_type
from dateline.read.pdf.footnotes import FoundNote
from dateline.read.pdf.lines import Line
from dateline.read.pdf.paragraphs import (
    goes_on,
    is_caption,
    is_counted,
    is_full,
    is_open,
    is_table_head,
    joined,
    vocabulary,
)
from dateline.read.pdf.pullquotes import is_credit, is_pull_quote
from dateline.read.pdf.scans import with_figures
from dateline.read.pdf.sidebars import is_said_again, plain
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind
from dateline.read.textmap import Edit, Mapped, join, normalise

#: A numbered paragraph in bold ("12. We recommend that ...") has so many words at least, and ends like a sentence.
_SENTENCE_WORDS: Final = 8
#: Points by which the caption of a table stands to the right of its column's edge.
_CENTRED: Final = 12.0
#: The type of captions has this share of the text's size at most, and a picture is so many sizes high.
_SMALLER: Final = 0.94
_PICTURE: Final = 4.0
#: A line that stands alone with so many cells is a row.
_ROW_CELLS: Final = 4
#: A title is followed by its byline; it has so many lines at most.
_TITLED: Final = 3


def blocks_of(flow: Flow, known: str | None) -> list[RawBlock]:
    """The blocks of a document; ``known`` is the title that its properties give, which tells the title from a masthead."""
    everything = [line for item in flow.items for line in (item.note.lines if item.note else item.lines)]
    words = vocabulary(everything)
    _raise_title(flow)
    headings = [item for item in flow.items if item.kind is RawKind.HEADING]
    sizes = sorted({round(item.lines[0].size) for item in headings}, reverse=True)
    first = [item for item in headings if item.lines[0].page == headings[0].lines[0].page]
    named = [item for item in first if known and re.sub(r"[\W_]+", "", known).lower() == plain(item.lines)]
    top = [item for item in first if item is flow.items[0] and is_head_line(flow.items[1].lines[0])] if len(flow.items) > 1 and flow.items[1].lines else []
    title = max(named or top or first, key=lambda item: round(item.lines[0].size), default=None)
    for item in flow.items:
        if item.kind in {RawKind.PARAGRAPH, RawKind.HEADING} and _is_lone_row(item):
            item.kind = RawKind.TABLE
    _leave_pull_quotes(flow, title)
    _tell_captions(flow)
    for item, following in pairwise(flow.items):
        if item.kind in {RawKind.PARAGRAPH, RawKind.HEADING} and item is not title and following.kind is RawKind.TABLE and is_table_head(item.lines, following.lines):
            item.kind = RawKind.TABLE
        if item.kind is RawKind.PARAGRAPH and following.kind is RawKind.TABLE and _heads_table(item):
            item.kind = RawKind.CAPTION
    dashes = Counter(loose_sign(item.lines[0].text.text) for item in flow.items if item.lines)
    return [block for item in flow.items if (block := _block(item, words, sizes, item is title, dashes)) is not None]


def _raise_title(flow: Flow) -> None:
    """The title of a typescript has the text's own type: what opens the document, is no sentence, and has a byline or a date below it."""
    if len(flow.items) < _TITLED:
        return
    first, second = flow.items[:2]
    words = sum(len(line.text.text.split()) for line in first.lines)
    plain_title = first.kind is second.kind is RawKind.PARAGRAPH and words <= HEADING_WORDS and len(first.lines) <= _TITLED
    if plain_title and not is_head_line(first.lines[0]) and is_head_line(second.lines[0]) and not re.search(r"[.!;:,]$", first.lines[-1].text.text):
        first.kind = RawKind.HEADING


def _leave_pull_quotes(flow: Flow, title: Item | None) -> None:
    """What says a sentence of the text or the title again in other type is left out, and the paragraph that it interrupts goes on after it; so does
    one that is cut by a larger saying of its own, which is read after it.
    """
    text = " ".join(plain(item.lines) for item in flow.items if item.kind is RawKind.PARAGRAPH and _is_body(item, flow.body))
    named = plain(title.lines) if title is not None else ""
    for index, item in enumerate(flow.items):
        if not item.lines or item is title or item.kind not in {RawKind.HEADING, RawKind.PARAGRAPH}:
            continue
        if item.kind is RawKind.PARAGRAPH and _is_body(item, flow.body):
            again = _is_inset(item) and is_pull_quote(item.lines, text.replace(plain(item.lines), "", 1))
        else:
            again = is_pull_quote(item.lines, text) or (plain(item.lines) == named and is_said_again(item.lines, named))
        before, after = flow.items[index - 1 : index], flow.items[index + 1 : index + 2]
        if again:
            item.kind = RawKind.CODE
            if after and after[0].lines and is_credit(after[0].lines):
                after[0].kind, after = RawKind.CODE, flow.items[index + 2 : index + 3]
        elif _is_body(item, flow.body) or item.lines[0].size < LARGER * flow.body or sum(len(line.text.text.split()) for line in item.lines) < _SENTENCE_WORDS:
            continue
        if before and after and _goes_on_after(before[0], after[0], again):
            before[0].lines += after[0].lines
            after[0].lines = []
    flow.items = [item for item in flow.items if item.lines or item.note]


def _tell_captions(flow: Flow) -> None:
    """Small type between the halves of a paragraph, with the room of a picture above or below it, is the picture's caption."""
    for before, item, after in zip(flow.items, flow.items[1:], flow.items[2:], strict=False):
        if item.kind is not RawKind.PARAGRAPH or not item.lines or item.lines[0].size > _SMALLER * flow.body or not before.lines or not after.lines:
            continue
        first, last = item.lines[0], item.lines[-1]
        above = before.lines[-1].baseline - first.baseline if before.lines[-1].page == first.page else 0.0
        below = last.baseline - after.lines[0].baseline if after.lines[0].page == last.page else 0.0
        if max(above, below) >= _PICTURE * flow.body and _goes_on_after(before, after, again=False):
            item.kind = RawKind.CAPTION


def _is_inset(item: Item) -> bool:
    """Whether all lines stand apart from both edges of their column."""
    column = item.column
    return column is not None and all(line.left - column.left > _CENTRED and column.right - line.right > _CENTRED for line in item.lines)


def _goes_on_after(before: Item, after: Item, again: bool) -> bool:
    """Whether a paragraph goes on behind a pull quote: in small letters, or with any word where the quote says what the text says and the line above is full."""
    if not before.lines or not after.lines or not before.kind is after.kind is RawKind.PARAGRAPH:
        return False
    last, line, column = before.lines[-1], after.lines[0], before.column
    full = column is not None and line.item is None and not is_counted(line.text.text) and is_full(last, line, column)
    return goes_on(last, line) or (again and full and is_open(last) and same_type(last, line))


def _is_body(item: Item, body: float) -> bool:
    return abs(item.lines[0].size - body) <= OTHER_SIZE * body


def _is_lone_row(item: Item) -> bool:
    """Whether a paragraph is a row of a table that a page's end cut off: one line, several cells of a word or two, no sentence."""
    line = item.lines[0]
    words = len(line.text.text.split())
    return len(item.lines) == 1 and len(line.cells) >= _ROW_CELLS and words <= 2 * len(line.cells) and not line.text.text.endswith((".", ",", ";"))


def _heads_table(item: Item) -> bool:
    """Whether a line right above a table is its caption though no "Table 1" opens it: short, centred or indented, not a sentence."""
    text = item.lines[-1].text.text
    words = sum(len(line.text.text.split()) for line in item.lines)
    column = item.column
    apart = len(item.lines) == 1 or (column is not None and item.lines[0].left - column.left > _CENTRED)
    return len(item.lines) <= 2 and words <= HEADING_WORDS and apart and not re.search(r"[.!?:;,][\"”’')\]]*$", text)


def _block(item: Item, words: frozenset[str], sizes: Sequence[int], title: bool, dashes: Counter[str | None]) -> RawBlock | None:
    if item.note is not None:
        return _note(item.note, words)
    if item.rows:
        return RawBlock(item.kind, join([_row(row, words) for row in item.rows], "\n"), lines=len(item.rows))
    text = with_figures(normalise(joined([line.text for line in item.lines], words)))
    kind, level = item.kind, 0
    if kind is RawKind.HEADING:
        level = 1 if title else 2 + sizes.index(round(item.lines[0].size))
        named = item.lines[0].page == 1 and (people(text.text) or is_signed(text.text) or parse_date_line(text.text))
        if not title and (named or (is_counted(text.text) and text.text.endswith(".") and len(text.text.split()) >= _SENTENCE_WORDS)):
            kind, level = RawKind.PARAGRAPH, 0
    elif kind is RawKind.PARAGRAPH and is_caption(text.text):
        kind = RawKind.CAPTION
    elif kind is RawKind.PARAGRAPH and item.lines[0].item is not None:
        dash = loose_sign(text.text)
        if dash is None or dashes[dash] > 1:
            kind, text = RawKind.ITEM, text.slice(sign_length(text.text))
    return RawBlock(kind, text, level, len(item.lines), celled=kind is not RawKind.TABLE)


def _row(cells: Sequence[Sequence[Line]], words: frozenset[str]) -> Mapped:
    """A row of a table in one line, bars between its cells."""
    texts = (normalise(joined([line.text for line in cell], words)) if cell else Mapped.inserted("") for cell in cells)
    return join([text.edit(Edit(at, at + 1, " ") for at, sign in enumerate(text.text) if sign in "\n|") for text in texts], " | ")


def _note(note: FoundNote, words: frozenset[str]) -> RawBlock | None:
    if not note.lines:
        return None
    text = normalise(joined([line.text for line in note.lines], words))
    body = text.slice(note.start)
    return RawBlock(RawKind.PARAGRAPH, text, 0, len(note.lines), note.label, NoteForm.RAISED, body) if body.text.strip() else None
