"""The lines of all pages of a PDF in the order of reading, as runs on the way to blocks: paragraphs, headings, tables, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.read.affiliations import is_signed, opens_affiliation
from dateline.read.articlehistory import history_days
from dateline.read.dates import parse_date_line
from dateline.read.headgroup import goes_on_below
from dateline.read.labels import labelled_as
from dateline.read.mastline import is_byline, is_issue_line, is_masthead_line
from dateline.read.memo import is_memo_line
from dateline.read.names import people
from dateline.read.pdf.boxes import with_boxes_apart
from dateline.read.pdf.bullets import hangs_at
from dateline.read.pdf.chronicle import Chronicle, bands
from dateline.read.pdf.columns import find_gutter, regions
from dateline.read.pdf.footnotes import FoundNote, NoteReader, is_lone_marker, list_end, note_lists, reader_of_list, zone_end
from dateline.read.pdf.lines import Line, Piece, line_of, rows_of
from dateline.read.pdf.paragraphs import (
    Column,
    begins,
    column_of,
    is_caption,
    is_full,
    is_near,
    is_open,
    marks_indents,
    tables,
)
from dateline.read.pdf.process import Page
from dateline.read.pdf.sidebars import characters, is_aside, with_margins_last
from dateline.read.rawblocks import RawKind
from dateline.read.references import is_notes_heading
from dateline.read.textmap import Mapped, join

#: Headings are larger than the body by this share, or bold and shorter than this many words.
LARGER: Final = 1.08
HEADING_WORDS: Final = 24
#: Headings have a twentieth of the characters of a text; notes had up to three times those of the text (measured on our cases).
_LARGER_SHARE: Final = 5
#: An entry of a table of contents: a heading, leaders and a page.
_ENTRY: Final = re.compile(r"(?:\.\s?){4,}|…{2,}|(?:\s\.){3,}")
#: Type differs from the text's where its size does by this share.
OTHER_SIZE: Final = 0.06
#: So many lines above the text of the first page may be bylines and dates.
_MASTHEAD: Final = 12


@dataclass(slots=True)
class Item:
    """A run of lines, or a note, on the way to a block; ``column`` is that of its last line, ``rows`` are the cells of a chronology, as lines."""

    kind: RawKind
    lines: list[Line]
    column: Column | None = None
    note: FoundNote | None = None
    rows: list[list[list[Line]]] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """The blocks so far, the paragraph that may go on, and the notes."""

    body: float
    indents: bool = False
    items: list[Item] = field(default_factory=list)
    notes: NoteReader = field(default_factory=NoteReader)
    endnotes: list[Line] | None = None
    open: Item | None = None


def flow_of(pages: Sequence[Page], pieces: Sequence[tuple[Sequence[Chronicle], Sequence[Piece]]]) -> Flow:
    """The blocks of all pages, from the chronologies and the other pieces of each."""
    edges = Counter(round(edge) for _, found in pieces if (edge := find_gutter(found)) is not None)
    gutters = [float(edge) for edge, _ in edges.most_common()]
    columns: list[tuple[Page, Column | Chronicle, bool]] = []
    for page, (told, found) in zip(pages, pieces, strict=True):
        for part in bands(told, found):
            columns += [(page, part, False)] if isinstance(part, Chronicle) else _columns(page, part, gutters)
    texts = [column for _, column, _ in columns if isinstance(column, Column)]
    flow = Flow(_body_size([line for column in texts for line in column.lines] or [line for _, column, _ in columns if isinstance(column, Chronicle) for line in _lines(column)]))
    flow.indents = marks_indents(texts, flow.body)
    last: list[Item] = []
    for page, column, aside in columns:
        if isinstance(column, Chronicle):
            _add_chronicle(flow, column)
        elif not column.lines:
            continue
        elif aside and flow.endnotes is None:
            last += _add_aside(flow, page, column)
        else:
            _add_column(flow, page, column)
    _end_list(flow)
    flow.items += last
    return flow


def _columns(page: Page, pieces: Sequence[Piece], gutters: Sequence[float]) -> list[tuple[Page, Column | Chronicle, bool]]:
    """The columns of a page, and whether each is a side column or a box that floats beside a paragraph."""
    text, margin = with_margins_last(pieces)
    text, boxes = with_boxes_apart(text)
    parts = [*regions(text, gutters), *regions(margin)]
    main = max(parts, key=lambda part: characters(part.pieces), default=None)
    placed = [(region, main is not None and is_aside(region.pieces, main.pieces)) for region in parts]
    placed += [(region, True) for box in boxes for region in regions(box)]
    found: list[tuple[Page, Column | Chronicle, bool]] = []
    for region, aside in placed:
        lines = [line_of(row) for row in rows_of(region.pieces)]
        column = column_of([line for line in lines if not line.is_empty()], region.left, region.right)
        found.append((page, column, aside))
    return found


def _lines(told: Chronicle) -> list[Line]:
    return [line_of(row) for row in rows_of(list(told.pieces()))]


def _add_chronicle(flow: Flow, told: Chronicle) -> None:
    """Add a chronology as a table with cells; what goes on from the page before is put to its last row."""
    _end_list(flow)
    flow.open = None
    last = next((item for item in reversed(flow.items) if item.kind not in {RawKind.NOTE, RawKind.BREAK}), None)
    if not told.told:
        flow.items.append(Item(RawKind.TABLE, _lines(told)))
        return
    rows = [[[line_of(row) for row in rows_of(cell)] for cell in cells] for cells in told.rows]
    if last is None or not last.rows or len(last.rows[-1]) != len(rows[0]):
        flow.items.append(Item(RawKind.TABLE, _lines(told), rows=rows))
        return
    if told.goes_on:
        for cell, rest in zip(last.rows[-1], rows.pop(0), strict=True):
            cell += rest
    elif [[line.text.text for line in cell] for cell in rows[0]] == [[line.text.text for line in cell] for cell in last.rows[0]]:
        rows.pop(0)
    last.rows += rows
    last.lines += _lines(told)


def _add_aside(flow: Flow, page: Page, column: Column) -> list[Item]:
    """Read a side column: its notes count where they stand; what else it has comes back, so that it neither cuts nor heads the text."""
    before, opened = len(flow.items), flow.open
    flow.open = None
    _add_column(flow, page, column)
    _end_list(flow)
    new = flow.items[before:]
    flow.items[before:] = [item for item in new if item.kind is RawKind.NOTE]
    flow.open = opened
    return [item for item in new if item.kind is not RawKind.NOTE]


def _body_size(lines: Sequence[Line]) -> float:
    """The size of most characters; where a larger size has a fifth as many in lines one below another, that one: the notes of some papers are longer
    than their text, and the titles of slides stand alone.
    """
    sizes: Counter[float] = Counter()
    running: Counter[float] = Counter()
    for place, line in enumerate(lines):
        size = round(line.size * 2) / 2
        sizes[size] += len(line.text)
        beside = (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])
        running[size] += len(line.text) if any(other.page == line.page and other.size == line.size for other in beside) else 0
    if not sizes:
        return 10.0
    usual, most = sizes.most_common(1)[0]
    return max(size for size in sizes if size == usual or _LARGER_SHARE * running[size] >= most)


def _add_column(flow: Flow, page: Page, column: Column) -> None:
    lines = column.lines
    start = len(lines) if flow.endnotes is not None else flow.notes.zone_start(lines, page.rules, flow.body)
    if any(is_notes_heading(line.text.text) for line in lines[:start]):
        start = len(lines)
    end = zone_end(lines, start)
    _add_lines(flow, page, column, lines[:start])
    for note in flow.notes.read(lines[start:end]) if start < end else ():
        flow.items.append(Item(RawKind.NOTE, [], note=note))
    if end < len(lines):
        _add_column(flow, page, replace(column, lines=lines[end:]))
        return
    flow.items.append(Item(RawKind.BREAK, [lines[-1]]))


def _add_lines(flow: Flow, page: Page, column: Column, lines: Sequence[Line]) -> None:
    """Add lines that are no footnotes: tables, headings, paragraphs, and lists of notes under their heading."""
    table = {index: run for run in tables(lines, page.rules) for index in range(*run)}
    previous = flow.open.column if flow.open is not None and flow.open.column is not None else column
    if (rest := _rest_of_table(flow, lines)) is not None and rest[0] not in table:
        table.update((index, rest) for index in range(*rest))
    index = 0
    while index < len(lines):
        line = lines[index]
        if index in table:
            stop = table[index][1]
            _end_list(flow)
            flow.items.append(Item(RawKind.TABLE, list(lines[index:stop])))
            index = stop
            continue
        if _ENTRY.search(line.text.text):
            flow.items.append(Item(RawKind.CODE, [line]))
            flow.open = None
            index += 1
            continue
        if flow.endnotes is not None and not _is_heading(line, flow.body):
            flow.endnotes.append(line)
        else:
            _add_line(flow, line, lines[index + 1] if index + 1 < len(lines) else None, column, previous)
        previous = column
        index += 1


def _rest_of_table(flow: Flow, lines: Sequence[Line]) -> tuple[int, int] | None:
    """The run ``[start, end)`` of lines at the head of a page, under its running head, that go on with the table of the page before."""
    last = next((item for item in reversed(flow.items) if item.kind not in {RawKind.NOTE, RawKind.BREAK}), None)
    if last is None or last.kind is not RawKind.TABLE or flow.endnotes is not None or not lines:
        return None
    cells = max(len(line.cells) for line in last.lines)
    start = 1 if len(lines[0].cells) == 1 else 0
    end = next((index for index in range(start, len(lines)) if len(lines[index].cells) != cells), len(lines))
    return (start, end) if cells > 1 and end > start else None


def _add_line(flow: Flow, line: Line, following: Line | None, column: Column, previous: Column) -> None:
    _end_list(flow)
    if flow.open is not None and is_lone_marker(line, flow.body):
        flow.open.lines.append(
            replace(flow.open.lines[-1], text=join((Mapped.inserted("<sup>"), line.text, Mapped.inserted("</sup>")), ""))
        )
        return
    heading = _is_heading(line, flow.body) and not _is_listed(flow.open, line, following)
    if is_notes_heading(line.text.text) and len(line.text) < 40:
        flow.items.append(Item(RawKind.HEADING, [line], column))
        flow.open, flow.endnotes = None, []
        return
    current = flow.open
    kind = RawKind.HEADING if heading or _ends_heading(current, line) else RawKind.PARAGRAPH
    if current is None or current.kind is not kind or _new_block(current, line, column, previous, flow):
        flow.open = Item(kind, [line], column)
        flow.items.append(flow.open)
        return
    current.lines.append(line)
    current.column = column


def _is_listed(current: Item | None, line: Line, following: Line | None) -> bool:
    """Whether a bold or large line belongs to an item of a list: another item or the rest of its own stands beside it."""
    first = current.lines[0] if current is not None and current.kind is RawKind.PARAGRAPH else None
    if line.item is None:
        return first is not None and first.item is not None and hangs_at(line.left, first.item) and same_type(first, line)
    if first is not None and first.item is not None and same_type(first, line):
        return True
    return following is not None and same_type(line, following) and (following.item is not None or hangs_at(following.left, line.item))


def same_type(one: Line, other: Line) -> bool:
    """Whether two lines are set in one type."""
    return abs(one.size - other.size) <= OTHER_SIZE * one.size and one.bold == other.bold


def _new_block(current: Item, line: Line, column: Column, previous: Column, flow: Flow) -> bool:
    first, before = current.lines[0], current.lines[-1]
    headed = current.kind is RawKind.PARAGRAPH and first.item is None and len(flow.items) <= _MASTHEAD
    if headed and opens_affiliation(line.text.text) and (is_signed(first.text.text) or opens_affiliation(first.text.text)):
        return True
    if headed and ((before is first and is_head_line(before)) or (is_head_line(line) and not _runs_on(current, line, column, previous))):
        return True
    if current.kind is RawKind.HEADING:
        beneath = line.page == before.page and abs(line.left - before.left) <= 2 and before.baseline > line.baseline
        near = (column is previous or beneath) and before.baseline - line.baseline <= 1.6 * line.size
        return not near or abs(before.size - line.size) > 0.06 * line.size or before.bold != line.bold
    if column is not previous and is_caption(current.lines[0].text.text):
        return True
    return begins(first, before, line, column, previous, flow.indents)


def _runs_on(current: Item, line: Line, column: Column, previous: Column) -> bool:
    """Whether a line that could be a byline or a date is the rest of a sentence: the line above is open, full and near, and the line closes the
    sentence, or the line above cannot end there ("on 9", "his envoy"), or it is the second of a paragraph or later.
    """
    before = current.lines[-1]
    text = line.text.text
    if is_byline(text) or labelled_as(text) is not None or history_days(text) is not None:
        return False
    if not is_open(before) or not is_full(before, line, previous) or not same_type(before, line) or not is_near(before, line, column, previous):
        return False
    return len(current.lines) > 1 or re.search(r"[.;,]$", text) is not None or goes_on_below(before.text.text)


def _is_heading(line: Line, body: float) -> bool:
    text = re.sub(r"<sup>[^<]*</sup>", "", line.text.text)
    if len(text.split()) > HEADING_WORDS or not re.search(r"[^\W\d_]", text):
        return False
    return line.size >= LARGER * body or (line.bold and line.size >= 0.94 * body)


def _ends_heading(current: Item | None, line: Line) -> bool:
    """Whether a line without a letter ("2017") is the rest of the heading above it."""
    if current is None or current.kind is not RawKind.HEADING or any(sign.isalpha() for sign in line.text.text):
        return False
    before = current.lines[-1]
    return line.page == before.page and line.size == before.size and 0 < before.baseline - line.baseline <= 1.6 * line.size


def is_head_line(line: Line) -> bool:
    """Whether a line of the first page is a name or names with marks, a date or the days of an article, or the number and date of an issue, and no more."""
    text = line.text.text.strip()
    lettered = any(sign.isalpha() for sign in text)
    named = (len(text.split()) <= 6 and bool(people(text) or parse_date_line(text))) or is_signed(text) or (not text[:1].islower() and history_days(text) is not None)
    return line.page == 1 and lettered and (named or is_byline(text) or is_issue_line(text) or is_masthead_line(text) or is_memo_line(text))


def _end_list(flow: Flow) -> None:
    """Cut the lines under a heading such as "Notes" into notes, or into paragraphs where they have no labels."""
    lines, flow.endnotes = flow.endnotes, None
    if not lines:
        return
    lines, after = lines[: (end := list_end(lines))], lines[end:]
    parts = list(note_lists(lines))
    if parts:
        for headings, notes in parts:
            flow.items.extend(Item(RawKind.CODE, [line]) for line in headings)
            flow.items.extend(Item(RawKind.NOTE, [], note=note) for note in reader_of_list(notes).read(notes))
        flow.open = None
        _add_paragraphs(flow, after)
        return
    flow.open = None
    _add_paragraphs(flow, lines)


def _add_paragraphs(flow: Flow, lines: Sequence[Line]) -> None:
    """Lines of a list that are no notes, as paragraphs."""
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    column = column_of(lines, left, right)
    current: Item | None = None
    for line in lines:
        hanging = current is not None and line.left - left > 3 and current.lines[0].left - left <= 3
        if current is None or (not hanging and begins(current.lines[0], current.lines[-1], line, column, column, False)):
            current = Item(RawKind.PARAGRAPH, [line], column)
            flow.items.append(current)
        else:
            current.lines.append(line)
