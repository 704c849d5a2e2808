"""PDF bytes -> a draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Final

from dateline.errors import DatelineError
from dateline.read.affiliations import is_signed, opens_affiliation
from dateline.read.articlehistory import history_days
from dateline.read.dates import parse_date_line
from dateline.read.draft import Draft, DraftNote, Metadata, Remark
from dateline.read.headgroup import goes_on_below
from dateline.read.labels import labelled_as
from dateline.read.mastline import is_byline, is_issue_line, is_masthead_line
from dateline.read.memo import is_memo_line
from dateline.read.names import people
from dateline.read.notes import to_draft
from dateline.read.pdf.boxes import with_boxes_apart
from dateline.read.pdf.bullets import hangs_at, loose_sign, sign_length
from dateline.read.pdf.chronicle import Chronicle, bands, chronicles
from dateline.read.pdf.columns import find_gutter, regions
from dateline.read.pdf.footnotes import FoundNote, NoteReader, is_lone_marker, list_end, note_lists, reader_of_list, zone_end
from dateline.read.pdf.furniture import without_furniture
from dateline.read.pdf.hanging import with_hanging_labels, without_line_numbers
from dateline.read.pdf.lines import Line, Piece, line_of, pieces_of, rows_of, with_accents, with_bitmap_fonts
from dateline.read.pdf.links import with_links
from dateline.read.pdf.paragraphs import (
    Column,
    begins,
    column_of,
    goes_on,
    is_caption,
    is_counted,
    is_full,
    is_near,
    is_open,
    is_table_head,
    joined,
    marks_indents,
    tables,
    vocabulary,
)
from dateline.read.pdf.process import Extracted, Page, extract
from dateline.read.pdf.pullquotes import is_credit, is_pull_quote
from dateline.read.pdf.scans import with_figures
from dateline.read.pdf.sidebars import characters, is_aside, is_said_again, plain, with_margins_last
from dateline.read.rawblocks import NoteForm, RawBlock, RawKind
from dateline.read.references import is_notes_heading
from dateline.read.textmap import Edit, Mapped, join, normalise

#: Pieces of lines beyond so many on a page are those of a map or chart.
_MAX_PIECES: Final = 5_000
#: A page with fewer characters has no text to speak of; it counts as scanned where a picture is on it.
_MIN_CHARS: Final = 12
#: Headings are larger than the body by this share, or bold and shorter than this many words.
_LARGER: Final = 1.08
_HEADING_WORDS: Final = 24
#: A numbered paragraph in bold ("12. We recommend that ...") has so many words at least, and ends like a sentence.
_SENTENCE_WORDS: Final = 8
#: Points by which the caption of a table stands to the right of its column's edge.
_CENTRED: Final = 12.0
#: The type of captions has this share of the text's size at most, and a picture is so many sizes high.
_SMALLER: Final = 0.94
_PICTURE: Final = 4.0
#: A line that stands alone with so many cells is a row.
_ROW_CELLS: Final = 4
#: Headings have a twentieth of the characters of a text; notes had up to three times those of the text (measured on our cases).
_LARGER_SHARE: Final = 5
#: Programs that print what is on the screen; their files' date is the day of printing.
#: An entry of a table of contents: a heading, leaders and a page.
_ENTRY: Final = re.compile(r"(?:\.\s?){4,}|…{2,}|(?:\s\.){3,}")
#: Type differs from the text's where its size does by this share.
_OTHER_SIZE: Final = 0.06
#: A title is followed by its byline; it has so many lines at most.
_TITLED: Final = 3
#: So many lines above the text of the first page may be bylines and dates.
_MASTHEAD: Final = 12
_PRINTERS: Final = re.compile(r"mozilla|chrom|skia|safari|quartz|firefox|print|scan|ilovepdf|ghostscript|distill", re.IGNORECASE)
_UNTITLED: Final = re.compile(
    r"(?:untitled|\(unspecified\)|document\d*|microsoft word.*|.*\.(?:docx?|indd|pdf|tex|odt|html?))$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the characters of the raw text stand (see :class:`dateline.read.textmap.Places`)."""

    pages: tuple[Page, ...]
    firsts: tuple[int, ...]

    def split(self, start: int, end: int) -> Iterator[tuple[int, int, int, tuple[float, float, float, float]]]:
        """Cut the raw range into words on one line: start, end, page and box of each."""
        page = self.pages[bisect_right(self.firsts, start) - 1]
        run = start
        while run < end:
            stop = run + 1
            while stop < end and not self._apart(page, stop - 1 - page.first, stop - page.first):
                stop += 1
            indices = [index for index in range(run - page.first, stop - page.first) if page.right[index] > page.left[index]]
            indices = indices or [run - page.first]
            box = (
                round(min(page.left[i] for i in indices), 2),
                round(min(page.bottom[i] for i in indices), 2),
                round(max(page.right[i] for i in indices), 2),
                round(max(page.top[i] for i in indices), 2),
            )
            yield run, stop, page.number, box
            run = stop

    @staticmethod
    def _apart(page: Page, before: int, index: int) -> bool:
        spaces = {9, 10, 13, 32, 0xA0}
        if page.codes[before] in spaces and page.codes[index] not in spaces:
            return True
        return page.codes[index] not in spaces and abs(page.baseline[before] - page.baseline[index]) > 0.6 * page.size[index]


@dataclass(slots=True)
class _Item:
    """A run of lines, or a note, on the way to a block; ``column`` is that of its last line, ``rows`` are the cells of a chronology, as lines."""

    kind: RawKind
    lines: list[Line]
    column: Column | None = None
    note: FoundNote | None = None
    rows: list[list[list[Line]]] = field(default_factory=list)


@dataclass(slots=True)
class _Flow:
    """The blocks so far, the paragraph that may go on, and the notes."""

    body: float
    indents: bool = False
    items: list[_Item] = field(default_factory=list)
    notes: NoteReader = field(default_factory=NoteReader)
    endnotes: list[Line] | None = None
    open: _Item | None = None


def read_pdf(data: bytes) -> Draft:
    """A PDF file -> a draft.

    The raw text that offsets count in is the characters of the pages one after another, in the order of the file.

    Raises:
        DatelineError: ``E005`` too large, ``E025`` encrypted, ``E026`` no text on any page, ``E023`` damaged.
    """
    extracted = extract(data)
    pages = tuple(with_accents(with_bitmap_fonts(page)) for page in extracted.pages)
    pieces = [pieces_of(page)[:_MAX_PIECES] for page in pages]
    unread = [page.number for page, found in zip(pages, pieces, strict=True) if _is_unread(page, found)]
    if not any(pieces) or not any(sum(len(piece.items) for piece in found) >= _MIN_CHARS for found in pieces):
        raise DatelineError("E026", "-", _counted(len(pages)))
    dated = chronicles(without_line_numbers(without_furniture(pieces)))
    flow = _flow(pages, [(told, with_hanging_labels(rest)) for told, rest in dated])
    weak = _information(extracted)
    blocks = _blocks(flow, weak.title)
    draft = with_links(to_draft("pdf", blocks, Metadata(), markup=False), pages)
    remarks = (Remark("W125", _listed(unread)),) if unread else ()
    places = Places(pages, tuple(page.first for page in pages))
    notes = tuple(_at_page_end(note, pages, places.firsts) for note in draft.notes)
    return replace(draft, notes=notes, weak=weak, places=places, remarks=(*remarks, *draft.remarks))


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _listed(pages: Sequence[int]) -> str:
    shown = ", ".join(str(page) for page in pages[:10])
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}{' and others' if len(pages) > 10 else ''}"


def _is_unread(page: Page, pieces: Sequence[Piece]) -> bool:
    return page.damaged or (sum(len(piece.items) for piece in pieces) < _MIN_CHARS and page.images > 0)


def _at_page_end(note: DraftNote, pages: Sequence[Page], firsts: Sequence[int]) -> DraftNote:
    """A note counts as standing at the end of its page, wherever the file paints it, so that markers find the next note."""
    page = pages[bisect_right(firsts, note.raw) - 1]
    return replace(note, raw=page.first + max(len(page.codes) - 1, 0))


def _information(extracted: Extracted) -> Metadata:
    """What the file's document information says, which the first page's text corrects."""
    info = extracted.info
    title = " ".join(info.get("Title", "").split())
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", info.get("CreationDate", ""))
    day = None
    if made and not _PRINTERS.search(info.get("Creator", "") + info.get("Producer", "")):
        try:
            day = date(int(made[1]), int(made[2]), int(made[3]))
        except ValueError:
            day = None
    return Metadata(
        title=title if len(title) > 4 and not _UNTITLED.match(title) else None, authors=people(info.get("Author", "")), published=day
    )


def _flow(pages: Sequence[Page], pieces: Sequence[tuple[Sequence[Chronicle], Sequence[Piece]]]) -> _Flow:
    """The blocks of all pages, from the chronologies and the other pieces of each."""
    edges = Counter(round(edge) for _, found in pieces if (edge := find_gutter(found)) is not None)
    gutters = [float(edge) for edge, _ in edges.most_common()]
    columns: list[tuple[Page, Column | Chronicle, bool]] = []
    for page, (told, found) in zip(pages, pieces, strict=True):
        for part in bands(told, found):
            columns += [(page, part, False)] if isinstance(part, Chronicle) else _columns(page, part, gutters)
    texts = [column for _, column, _ in columns if isinstance(column, Column)]
    flow = _Flow(_body_size([line for column in texts for line in column.lines] or [line for _, column, _ in columns if isinstance(column, Chronicle) for line in _lines(column)]))
    flow.indents = marks_indents(texts, flow.body)
    last: list[_Item] = []
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


def _add_chronicle(flow: _Flow, told: Chronicle) -> None:
    """Add a chronology as a table with cells; what goes on from the page before is put to its last row."""
    _end_list(flow)
    flow.open = None
    last = next((item for item in reversed(flow.items) if item.kind not in {RawKind.NOTE, RawKind.BREAK}), None)
    if not told.told:
        flow.items.append(_Item(RawKind.TABLE, _lines(told)))
        return
    rows = [[[line_of(row) for row in rows_of(cell)] for cell in cells] for cells in told.rows]
    if last is None or not last.rows or len(last.rows[-1]) != len(rows[0]):
        flow.items.append(_Item(RawKind.TABLE, _lines(told), rows=rows))
        return
    if told.goes_on:
        for cell, rest in zip(last.rows[-1], rows.pop(0), strict=True):
            cell += rest
    elif [[line.text.text for line in cell] for cell in rows[0]] == [[line.text.text for line in cell] for cell in last.rows[0]]:
        rows.pop(0)
    last.rows += rows
    last.lines += _lines(told)


def _add_aside(flow: _Flow, page: Page, column: Column) -> list[_Item]:
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


def _add_column(flow: _Flow, page: Page, column: Column) -> None:
    lines = column.lines
    start = len(lines) if flow.endnotes is not None else flow.notes.zone_start(lines, page.rules, flow.body)
    if any(is_notes_heading(line.text.text) for line in lines[:start]):
        start = len(lines)
    end = zone_end(lines, start)
    _add_lines(flow, page, column, lines[:start])
    for note in flow.notes.read(lines[start:end]) if start < end else ():
        flow.items.append(_Item(RawKind.NOTE, [], note=note))
    if end < len(lines):
        _add_column(flow, page, replace(column, lines=lines[end:]))
        return
    flow.items.append(_Item(RawKind.BREAK, [lines[-1]]))


def _add_lines(flow: _Flow, page: Page, column: Column, lines: Sequence[Line]) -> None:
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
            flow.items.append(_Item(RawKind.TABLE, list(lines[index:stop])))
            index = stop
            continue
        if _ENTRY.search(line.text.text):
            flow.items.append(_Item(RawKind.CODE, [line]))
            flow.open = None
            index += 1
            continue
        if flow.endnotes is not None and not _is_heading(line, flow.body):
            flow.endnotes.append(line)
        else:
            _add_line(flow, line, lines[index + 1] if index + 1 < len(lines) else None, column, previous)
        previous = column
        index += 1


def _rest_of_table(flow: _Flow, lines: Sequence[Line]) -> tuple[int, int] | None:
    """The run ``[start, end)`` of lines at the head of a page, under its running head, that go on with the table of the page before."""
    last = next((item for item in reversed(flow.items) if item.kind not in {RawKind.NOTE, RawKind.BREAK}), None)
    if last is None or last.kind is not RawKind.TABLE or flow.endnotes is not None or not lines:
        return None
    cells = max(len(line.cells) for line in last.lines)
    start = 1 if len(lines[0].cells) == 1 else 0
    end = next((index for index in range(start, len(lines)) if len(lines[index].cells) != cells), len(lines))
    return (start, end) if cells > 1 and end > start else None


def _add_line(flow: _Flow, line: Line, following: Line | None, column: Column, previous: Column) -> None:
    _end_list(flow)
    if flow.open is not None and is_lone_marker(line, flow.body):
        flow.open.lines.append(
            replace(flow.open.lines[-1], text=join((Mapped.inserted("<sup>"), line.text, Mapped.inserted("</sup>")), ""))
        )
        return
    heading = _is_heading(line, flow.body) and not _is_listed(flow.open, line, following)
    if is_notes_heading(line.text.text) and len(line.text) < 40:
        flow.items.append(_Item(RawKind.HEADING, [line], column))
        flow.open, flow.endnotes = None, []
        return
    current = flow.open
    kind = RawKind.HEADING if heading or _ends_heading(current, line) else RawKind.PARAGRAPH
    if current is None or current.kind is not kind or _new_block(current, line, column, previous, flow):
        flow.open = _Item(kind, [line], column)
        flow.items.append(flow.open)
        return
    current.lines.append(line)
    current.column = column


def _is_listed(current: _Item | None, line: Line, following: Line | None) -> bool:
    """Whether a bold or large line belongs to an item of a list: another item or the rest of its own stands beside it."""
    first = current.lines[0] if current is not None and current.kind is RawKind.PARAGRAPH else None
    if line.item is None:
        return first is not None and first.item is not None and hangs_at(line.left, first.item) and _same_type(first, line)
    if first is not None and first.item is not None and _same_type(first, line):
        return True
    return following is not None and _same_type(line, following) and (following.item is not None or hangs_at(following.left, line.item))


def _same_type(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _OTHER_SIZE * one.size and one.bold == other.bold


def _new_block(current: _Item, line: Line, column: Column, previous: Column, flow: _Flow) -> bool:
    first, before = current.lines[0], current.lines[-1]
    headed = current.kind is RawKind.PARAGRAPH and first.item is None and len(flow.items) <= _MASTHEAD
    if headed and opens_affiliation(line.text.text) and (is_signed(first.text.text) or opens_affiliation(first.text.text)):
        return True
    if headed and ((before is first and _is_byline(before)) or (_is_byline(line) and not _runs_on(current, line, column, previous))):
        return True
    if current.kind is RawKind.HEADING:
        beneath = line.page == before.page and abs(line.left - before.left) <= 2 and before.baseline > line.baseline
        near = (column is previous or beneath) and before.baseline - line.baseline <= 1.6 * line.size
        return not near or abs(before.size - line.size) > 0.06 * line.size or before.bold != line.bold
    if column is not previous and is_caption(current.lines[0].text.text):
        return True
    return begins(first, before, line, column, previous, flow.indents)


def _runs_on(current: _Item, line: Line, column: Column, previous: Column) -> bool:
    """Whether a line that could be a byline or a date is the rest of a sentence: the line above is open, full and near, and the line closes the
    sentence, or the line above cannot end there ("on 9", "his envoy"), or it is the second of a paragraph or later.
    """
    before = current.lines[-1]
    text = line.text.text
    if is_byline(text) or labelled_as(text) is not None or history_days(text) is not None:
        return False
    if not is_open(before) or not is_full(before, line, previous) or not _same_type(before, line) or not is_near(before, line, column, previous):
        return False
    return len(current.lines) > 1 or re.search(r"[.;,]$", text) is not None or goes_on_below(before.text.text)


def _is_heading(line: Line, body: float) -> bool:
    text = re.sub(r"<sup>[^<]*</sup>", "", line.text.text)
    if len(text.split()) > _HEADING_WORDS or not re.search(r"[^\W\d_]", text):
        return False
    return line.size >= _LARGER * body or (line.bold and line.size >= 0.94 * body)


def _ends_heading(current: _Item | None, line: Line) -> bool:
    """Whether a line without a letter ("2017") is the rest of the heading above it."""
    if current is None or current.kind is not RawKind.HEADING or any(sign.isalpha() for sign in line.text.text):
        return False
    before = current.lines[-1]
    return line.page == before.page and line.size == before.size and 0 < before.baseline - line.baseline <= 1.6 * line.size


def _is_byline(line: Line) -> bool:
    """Whether a line of the first page is a name or names with marks, a date or the days of an article, or the number and date of an issue, and no more."""
    text = line.text.text.strip()
    lettered = any(sign.isalpha() for sign in text)
    named = (len(text.split()) <= 6 and bool(people(text) or parse_date_line(text))) or is_signed(text) or (not text[:1].islower() and history_days(text) is not None)
    return line.page == 1 and lettered and (named or is_byline(text) or is_issue_line(text) or is_masthead_line(text) or is_memo_line(text))


def _end_list(flow: _Flow) -> None:
    """Cut the lines under a heading such as "Notes" into notes, or into paragraphs where they have no labels."""
    lines, flow.endnotes = flow.endnotes, None
    if not lines:
        return
    lines, after = lines[: (end := list_end(lines))], lines[end:]
    parts = list(note_lists(lines))
    if parts:
        for headings, notes in parts:
            flow.items.extend(_Item(RawKind.CODE, [line]) for line in headings)
            flow.items.extend(_Item(RawKind.NOTE, [], note=note) for note in reader_of_list(notes).read(notes))
        flow.open = None
        _add_paragraphs(flow, after)
        return
    flow.open = None
    _add_paragraphs(flow, lines)


def _add_paragraphs(flow: _Flow, lines: Sequence[Line]) -> None:
    """Lines of a list that are no notes, as paragraphs."""
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    column = column_of(lines, left, right)
    current: _Item | None = None
    for line in lines:
        hanging = current is not None and line.left - left > 3 and current.lines[0].left - left <= 3
        if current is None or (not hanging and begins(current.lines[0], current.lines[-1], line, column, column, False)):
            current = _Item(RawKind.PARAGRAPH, [line], column)
            flow.items.append(current)
        else:
            current.lines.append(line)


def _blocks(flow: _Flow, known: str | None) -> list[RawBlock]:
    """The blocks of a document; ``known`` is the title that its properties give, which tells the title from a masthead."""
    everything = [line for item in flow.items for line in (item.note.lines if item.note else item.lines)]
    words = vocabulary(everything)
    _raise_title(flow)
    headings = [item for item in flow.items if item.kind is RawKind.HEADING]
    sizes = sorted({round(item.lines[0].size) for item in headings}, reverse=True)
    first = [item for item in headings if item.lines[0].page == headings[0].lines[0].page]
    named = [item for item in first if known and re.sub(r"[\W_]+", "", known).lower() == plain(item.lines)]
    top = [item for item in first if item is flow.items[0] and _is_byline(flow.items[1].lines[0])] if len(flow.items) > 1 and flow.items[1].lines else []
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


def _raise_title(flow: _Flow) -> None:
    """The title of a typescript has the text's own type: what opens the document, is no sentence, and has a byline or a date below it."""
    if len(flow.items) < _TITLED:
        return
    first, second = flow.items[:2]
    words = sum(len(line.text.text.split()) for line in first.lines)
    plain_title = first.kind is second.kind is RawKind.PARAGRAPH and words <= _HEADING_WORDS and len(first.lines) <= _TITLED
    if plain_title and not _is_byline(first.lines[0]) and _is_byline(second.lines[0]) and not re.search(r"[.!;:,]$", first.lines[-1].text.text):
        first.kind = RawKind.HEADING


def _leave_pull_quotes(flow: _Flow, title: _Item | None) -> None:
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
        elif _is_body(item, flow.body) or item.lines[0].size < _LARGER * flow.body or sum(len(line.text.text.split()) for line in item.lines) < _SENTENCE_WORDS:
            continue
        if before and after and _goes_on_after(before[0], after[0], again):
            before[0].lines += after[0].lines
            after[0].lines = []
    flow.items = [item for item in flow.items if item.lines or item.note]


def _tell_captions(flow: _Flow) -> None:
    """Small type between the halves of a paragraph, with the room of a picture above or below it, is the picture's caption."""
    for before, item, after in zip(flow.items, flow.items[1:], flow.items[2:], strict=False):
        if item.kind is not RawKind.PARAGRAPH or not item.lines or item.lines[0].size > _SMALLER * flow.body or not before.lines or not after.lines:
            continue
        first, last = item.lines[0], item.lines[-1]
        above = before.lines[-1].baseline - first.baseline if before.lines[-1].page == first.page else 0.0
        below = last.baseline - after.lines[0].baseline if after.lines[0].page == last.page else 0.0
        if max(above, below) >= _PICTURE * flow.body and _goes_on_after(before, after, again=False):
            item.kind = RawKind.CAPTION


def _is_inset(item: _Item) -> bool:
    """Whether all lines stand apart from both edges of their column."""
    column = item.column
    return column is not None and all(line.left - column.left > _CENTRED and column.right - line.right > _CENTRED for line in item.lines)


def _goes_on_after(before: _Item, after: _Item, again: bool) -> bool:
    """Whether a paragraph goes on behind a pull quote: in small letters, or with any word where the quote says what the text says and the line above is full."""
    if not before.lines or not after.lines or not before.kind is after.kind is RawKind.PARAGRAPH:
        return False
    last, line, column = before.lines[-1], after.lines[0], before.column
    full = column is not None and line.item is None and not is_counted(line.text.text) and is_full(last, line, column)
    return goes_on(last, line) or (again and full and is_open(last) and _same_type(last, line))


def _is_body(item: _Item, body: float) -> bool:
    return abs(item.lines[0].size - body) <= _OTHER_SIZE * body


def _is_lone_row(item: _Item) -> bool:
    """Whether a paragraph is a row of a table that a page's end cut off: one line, several cells of a word or two, no sentence."""
    line = item.lines[0]
    words = len(line.text.text.split())
    return len(item.lines) == 1 and len(line.cells) >= _ROW_CELLS and words <= 2 * len(line.cells) and not line.text.text.endswith((".", ",", ";"))


def _heads_table(item: _Item) -> bool:
    """Whether a line right above a table is its caption though no "Table 1" opens it: short, centred or indented, not a sentence."""
    text = item.lines[-1].text.text
    words = sum(len(line.text.text.split()) for line in item.lines)
    column = item.column
    apart = len(item.lines) == 1 or (column is not None and item.lines[0].left - column.left > _CENTRED)
    return len(item.lines) <= 2 and words <= _HEADING_WORDS and apart and not re.search(r"[.!?:;,][\"”’')\]]*$", text)


def _block(item: _Item, words: frozenset[str], sizes: Sequence[int], title: bool, dashes: Counter[str | None]) -> RawBlock | None:
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
