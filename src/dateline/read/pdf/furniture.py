"""Running heads and feet and page numbers: rows at a page's edge that other pages repeat at the same height."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.read.pdf.lines import Piece, character, line_of, rows_of

#: So many rows at the top and at the foot may be furniture.
_ROWS: Final = 3
#: Points by which a running head moves between pages.
_MOVES: Final = 4.0
#: A head whose words change (by chapter) stands at its height on this share of the pages, and on four at least.
_SHARE: Final = 0.6
_PAGES: Final = 4
_HEAD_WORDS: Final = 14
_NUMBER: Final = re.compile(
    r"[-–—|\[(\s]*+(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—|\])\s]*$", re.IGNORECASE
)
#: A head with the page's number before or after it.
_NUMBERED: Final = re.compile(r"(?:(\d{1,4})\s+\D{3,120}|\D{3,120}\s(\d{1,4}))$")
#: A head stands this many sizes apart from the text.
_SET_APART: Final = 1.6


#: So far apart, a row with its page's own number is a foot even where no other page has one like it.
_FAR: Final = 4.0
#: What the foot of a journal's first page says.
_IMPRINT: Final = re.compile(r"\bISSN\b|\bdoi\b|https?://doi|©|\bVol\. ?\d", re.IGNORECASE)
#: A head in two or three parts has so many sizes of space between them.
_PARTS: Final = (2, 3)
_BETWEEN: Final = 3.0
#: What browsers print at a page's edges: the day and hour in figures beside the title, the address beside the page's number.
_STAMP: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:https?|file|chrome-extension)://\S+|about:\w+")
_WEB_ADDRESS: Final = re.compile(r"https?://\S+")
_COUNT: Final = re.compile(r"(?:page\s+)?\d{1,4}\s*(?:/|of)\s*\d{1,4}", re.IGNORECASE)
_ADDRESS_COUNTED: Final = re.compile(rf"(?:{_ADDRESS.pattern})\s+{_COUNT.pattern}", re.IGNORECASE)
#: Points: they stand so near to the paper's edge, where no text does.
_BORDER: Final = 36.0
#: Heads and feet have the text's size or less; what is larger by this factor and has other words on other pages is a heading (slides, chapters).
_LARGER: Final = 1.15
#: Larger type that says the same on this share of the pages is the name of a paper.
_MASTHEAD: Final = 0.6
#: The text's size is the largest that has this share of the characters of the size that has most (see the reader: notes may be longer than the text).
_TEXT_SHARE: Final = 0.2
#: A head whose words change stands in the outer part of the page, and further from the text than the text's own rows from each other.
_OUTER: Final = 0.2
_WIDER: Final = 1.25

#: The head of a short document stands in this part of the page, in type of one size, which is smaller than the text's by this factor.
_MARGIN: Final = 0.12
_SAME: Final = 0.3
_SMALLER: Final = 0.96
#: Sentences, and the names of tables and pictures, are no heads.
_TOLD: Final = re.compile(r"[a-z][.;:,]$")
_LABELLED: Final = re.compile(r"(?:table|figure|fig\.|box|map|chart|graph|annex|appendix|photo|source|notes?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row at a page's edge; ``rank`` counts from the edge, ``gap`` is the distance to the next row inwards in sizes, ``usual`` that between the
    page's other rows; ``size`` is that of its type.
    """

    page: int
    pieces: tuple[Piece, ...]
    text: str
    height: float
    rank: int
    gap: float
    usual: float
    size: float

    def key(self) -> str:
        """The text with its numbers made alike."""
        return re.sub(r"\d+", "#", self.text.lower()).strip()


def without_furniture(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of each page that are no furniture."""
    kept = [list(pieces) for pieces in pages]
    text = _text_size(pages)
    for top in (True, False):
        edges = [_edge(pieces, index, top) for index, pieces in enumerate(pages)]
        repeated = _repeated(edges)
        levels = _levels(edges)
        counted = _page_numbers(edges)
        facing = _facing(edges, text) if top and 1 < len(pages) < _PAGES else frozenset()
        for index, rows in enumerate(edges):
            dropped: set[int] = set()
            for row in rows:
                furniture = (row.page in facing and row.rank == 0) or _is_furniture(row, repeated, levels, counted, len(pages))
                if _is_heading(row, repeated, text, len(pages)) or not furniture:
                    break
                dropped.update(id(piece) for piece in row.pieces)
            kept[index] = [piece for piece in kept[index] if id(piece) not in dropped]
    return kept


def printed_by_browser(pages: Sequence[Sequence[Piece]]) -> tuple[bool, str | None]:
    """Whether a browser added its head or foot to pages, and the address of the printed page; one that is cut ends in dots."""
    rows = [row for index, pieces in enumerate(pages) for top in (True, False) for row in _edge(pieces, index, top) if _is_printed(row)]
    found = (match for row in rows for part in _texts(row) if (match := _WEB_ADDRESS.match(part)) is not None)
    return bool(rows), next((match.group() for match in found), None)


def _texts(row: _Row) -> list[str]:
    """The words of each part of a row."""
    codes = row.pieces[0].page.codes
    return ["".join(" " if index < 0 else character(codes[index]) for index in piece.items) for piece in row.pieces]


def _text_size(pages: Sequence[Sequence[Piece]]) -> float:
    """The size of the text, without the first row of each page."""
    sizes: Counter[float] = Counter()
    for pieces in pages:
        top = max((piece.baseline for piece in pieces), default=0.0)
        for piece in pieces:
            if top - piece.baseline > _MOVES:
                sizes[round(piece.size * 2) / 2] += len(piece.items)
    most = max(sizes.values(), default=0)
    return max((size for size, count in sizes.items() if count >= _TEXT_SHARE * most), default=0.0)


def _is_heading(row: _Row, repeated: dict[str, list[tuple[int, float]]], text: float, pages: int) -> bool:
    """Whether a row is larger than the text and no name of a paper that most pages have."""
    if not text or row.size < _LARGER * text or _NUMBER.match(row.text):
        return False
    same = {page for page, height in repeated[row.key()] if abs(height - row.height) <= _MOVES}
    return len(same) < max(2, _MASTHEAD * pages)


def _edge(pieces: Sequence[Piece], page: int, top: bool) -> list[_Row]:
    rows = rows_of(pieces)
    ordered = rows if top else rows[::-1]
    apart = sorted(abs(one[0].baseline - two[0].baseline) for one, two in pairwise(ordered[1:]))
    found: list[_Row] = []
    for rank, row in enumerate(ordered[:_ROWS]):
        line = line_of(row)
        size = max(line.size, 1.0)
        usual = apart[len(apart) // 2] / size if apart else 0.0
        following = line_of(ordered[rank + 1]).baseline if rank + 1 < len(ordered) else line.baseline - 1000
        found.append(_Row(page, tuple(row), line.text.text, line.baseline, rank, abs(line.baseline - following) / size, usual, size))
    return found


def _facing(edges: Sequence[Sequence[_Row]], text: float) -> frozenset[int]:
    """The pages behind the first whose first row is a running head that stands once, as those of left and right pages in a document of two or three: it
    has the height and the type of the first row of another page, and is set apart there as here, smaller than the text or before the rest of a sentence.
    """
    firsts = [rows[0] for rows in edges if rows and _is_set_off(rows[0])]
    found = set()
    for row in firsts:
        level = any(one.page != row.page and abs(one.height - row.height) <= _MOVES and abs(one.size - row.size) < _SAME for one in firsts)
        below = next((one.text for one in edges[row.page][1:]), "")
        if row.page and level and (row.size <= _SMALLER * text or below[:1].islower()):
            found.add(row.page)
    return frozenset(found)


def _is_set_off(row: _Row) -> bool:
    """Whether a first row of few words stands in the page's margin, further from the text than its rows from each other, and ends no sentence."""
    apart = row.gap >= max(_SET_APART, _WIDER * row.usual) and row.height > (1 - _MARGIN) * row.pieces[0].page.height
    return apart and len(row.text.split()) <= _HEAD_WORDS and _TOLD.search(row.text) is None and _LABELLED.match(row.text) is None


def _repeated(edges: Sequence[Sequence[_Row]]) -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = {}
    for rows in edges:
        for row in rows:
            found.setdefault(row.key(), []).append((row.page, row.height))
    return found


def _levels(edges: Sequence[Sequence[_Row]]) -> Counter[int]:
    """How many pages have a row set apart at a height."""
    return Counter(round(row.height / _MOVES) for rows in edges for row in rows[:1] if row.gap >= _SET_APART)


def _page_numbers(edges: Sequence[Sequence[_Row]]) -> Counter[int]:
    """How often a number at a page's edge is so much larger than the page's place in the file."""
    return Counter(number - row.page for rows in edges for row in rows if (number := _number(row)) is not None)


def _number(row: _Row) -> int | None:
    """The page number that a row is, or that a head opens or ends with."""
    if _NUMBER.match(row.text):
        found = re.search(r"\d{1,4}", row.text)
        return int(found.group()) if found else None
    headed = _NUMBERED.match(row.text) if row.rank == 0 and row.gap >= _SET_APART else None
    return int(headed[1] or headed[2]) if headed and len(row.text.split()) <= _HEAD_WORDS else None


def _is_spread(row: _Row) -> bool:
    """Whether a row has two or three parts far apart, as the head of a short document whose pages have different heads."""
    gaps = [after.left - before.right for before, after in pairwise(row.pieces)]
    far = all(gap > _BETWEEN * row.pieces[0].size for gap in gaps)
    return len(row.pieces) in _PARTS and far and len(row.text.split()) <= _HEAD_WORDS and not re.search(r"[a-z][.;:,]$", row.text)


def _is_printed(row: _Row) -> bool:
    """Whether a row is the head or foot that a browser adds to what it prints, on one page too."""
    page = row.pieces[0].page
    if row.rank or _BORDER < row.height < page.height - _BORDER:
        return False
    parts = _texts(row)
    stamped, addressed, counted = (any(form.fullmatch(part) for part in parts) for form in (_STAMP, _ADDRESS, _COUNT))
    return (len(parts) > 1 and (stamped or (addressed and counted))) or _ADDRESS_COUNTED.fullmatch(row.text) is not None


def _is_furniture(row: _Row, repeated: dict[str, list[tuple[int, float]]], levels: Counter[int], counted: Counter[int], pages: int) -> bool:
    if _is_printed(row):
        return True
    if _NUMBER.match(row.text):
        number = _number(row)
        worded = re.search(r"page|[|/-]| of ", row.text, re.IGNORECASE) is not None
        if worded or (number is not None and counted[number - row.page] >= 2) or (row.rank == 0 and row.gap >= _SET_APART):
            return True
    others = [page for page, height in repeated[row.key()] if page != row.page and abs(height - row.height) <= _MOVES]
    short = len(row.text.split()) <= 2 * _HEAD_WORDS
    if short and len(others) >= (1 if pages <= 3 else 2) and any(abs(page - row.page) <= 3 for page in others):
        return True
    number = _number(row)
    if number is not None and not _NUMBER.match(row.text) and counted[number - row.page] >= 2:
        return True
    if row.rank == 0 and row.gap >= _SET_APART and short and (_IMPRINT.search(row.text) or (row.page and _is_spread(row))):
        return True
    if row.rank == 0 and row.gap >= _FAR and short and re.search(rf"(?:^{row.page + 1}\s|\s{row.page + 1}$)", row.text):
        return True
    level = round(row.height / _MOVES)
    standing = sum(levels[near] for near in (level - 1, level, level + 1))
    page = row.pieces[0].page
    outer = not _OUTER * page.height < row.height < (1 - _OUTER) * page.height
    apart = row.rank == 0 and outer and row.gap >= max(_SET_APART, _WIDER * row.usual) and len(row.text.split()) <= _HEAD_WORDS
    return apart and pages >= _PAGES and standing >= max(_PAGES, _SHARE * pages) and not re.search(r"[a-z]\.$", row.text)
