"""The order in which a page is read: its columns and what spans them.

A gutter is a vertical strip where several lines begin to its right at one place, others end to its left, and nothing crosses in
between. What crosses (titles, full-width notes and tables) cuts the page into bands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from dateline.read.pdf.lines import Piece, rows_of

#: Each column of a band has so many lines at least; tables and pictures with fewer are no columns.
_MIN_ROWS: Final = 4
#: Lines of a text column fill this share of it, and have so many words, in the median; table cells do not.
_FILL: Final = 0.55
_WORDS: Final = 3.0
#: Points by which a line may reach over a gutter's edge.
_SLACK: Final = 2.0
#: A line of so few words that begins at the left margin and crosses the gutter is too long for its column (an address).
_OVERFULL_WORDS: Final = 2
_MARGIN: Final = 20.0
#: Points: columns are wider than this; what begins nearer to the left edge is indented.
_NARROW: Final = 40.0
#: So many gutters of other pages are tried; a document has one to three.
_KNOWN: Final = 6
#: So many rows at a band's end, this many sizes below it, are no part of its columns.
_ROWS_BELOW: Final = 2
_APART: Final = 2.2
#: A heading of so few words below both columns heads what follows ("Notes").
_TITLE_WORDS: Final = 6
#: The title of a box that stands across both columns has so many.
_BOX_WORDS: Final = 16
#: Points: labels of two figures in a list begin so much further to the left than those of one.
_OUTDENT: Final = 8.0
#: Points: a label hangs so far to the left of its note's further lines.
_HANGING: Final = 16.0
#: Rows of so many pieces are those of a table, which may stand over a gutter that other pages have.
_CELLS: Final = 3
#: Columns begin at places where at least this share of the lines of the fullest begin; cells of a table in one of them are fewer.
_OFTEN: Final = 0.34
#: Four columns are the most that papers have; deeper nesting is a picture.
_DEPTH: Final = 3


@dataclass(frozen=True, slots=True)
class Region:
    """Pieces of one column, or of the full width, that are read from top to bottom."""

    pieces: tuple[Piece, ...]
    left: float
    right: float


def regions(pieces: Sequence[Piece], known: Sequence[float] = (), depth: int = 0) -> list[Region]:
    """Regions in reading order.

    Args:
        pieces: the pieces of a page, without its furniture.
        known: gutters of other pages (the left edges of right columns, in points), for which fewer lines are enough.
    """
    if not pieces:
        return []
    gutter = find_gutter(pieces, known) if depth < _DEPTH else None
    if gutter is None:
        return [_region(pieces)]
    found: list[Region] = []
    for band, columns in _bands(pieces, gutter, known):
        if columns is None:
            others = [other for other in known if abs(other - gutter) > 4]
            found.extend(regions(band, others, depth + 1) if len(band) >= 2 * _MIN_ROWS else [_region(band)])
        else:
            for column in columns:
                found.extend(regions(column, known, depth + 1))
    return found


def _region(pieces: Sequence[Piece]) -> Region:
    return Region(tuple(pieces), min(piece.left for piece in pieces), max(piece.right for piece in pieces))


def find_gutter(pieces: Sequence[Piece], known: Sequence[float] = ()) -> float | None:
    """The left edge of the right column that has the most lines, or ``None`` for a page without columns."""
    known = known[:_KNOWN]
    starts = Counter(round(piece.left / 2) for piece in pieces)
    best: tuple[int, float] | None = None
    edges: list[float] = []
    for start, count in starts.most_common(12):
        if count >= _MIN_ROWS:
            there = [piece for piece in pieces if round(piece.left / 2) == start]
            edges.append(min(piece.left for piece in there))
            labels = [piece.left for piece in pieces if -_HANGING <= piece.left - edges[-1] < -_SLACK and _opens_with_digit(piece)]
            if labels:
                edges.append(min(labels))
            if 2 * sum(_opens_with_digit(piece) for piece in there) > count:
                edges.append(min(piece.left for piece in there) - _OUTDENT)
    least = min((piece.left for piece in pieces), default=0.0) + _NARROW
    for edge in (edge for edge in (*edges, *dict.fromkeys(round(other, 1) for other in known)) if edge > least):
        score = sum(len(band) for band, columns in _bands(pieces, edge, known) if columns is not None)
        if score and (best is None or score > best[0]):
            best = (score, edge)
    return best[1] if best else None


def _opens_with_digit(piece: Piece) -> bool:
    return chr(piece.page.codes[piece.items[0]]).isdigit()


def _is_known(edge: float, known: Sequence[float]) -> bool:
    return any(abs(edge - other) <= 4 for other in known)


def _bands(
    pieces: Sequence[Piece], edge: float, known: Sequence[float]
) -> Iterator[tuple[list[Piece], tuple[list[Piece], list[Piece]] | None]]:
    """Bands from top to bottom: with the pieces left and right of the gutter, or ``None`` for what spans it."""
    spanning: list[Piece] = []
    band: list[Piece] = []
    crossing = _crossing(pieces, edge)
    for piece in sorted(pieces, key=lambda item: -item.baseline):
        if id(piece) in crossing:
            text, rest = _without_rows_below(band, edge, piece)
            columns = _columns(text, edge, known)
            if text and columns is not None:
                if spanning:
                    yield spanning, None
                yield text, columns
                spanning = rest
            else:
                spanning.extend(band)
            band = []
            spanning.append(piece)
        else:
            band.append(piece)
    columns = _columns(band, edge, known)
    if band and columns is None:
        spanning.extend(band)
    if spanning:
        yield spanning, None
    if band and columns is not None:
        yield band, columns


def _crossing(pieces: Sequence[Piece], edge: float) -> set[int]:
    """What crosses a gutter, and the other cells of its row."""
    margin = min(piece.left for piece in pieces) + _MARGIN
    over = [
        piece
        for piece in pieces
        if piece.left < edge - _SLACK < piece.right - 2 * _SLACK and not (piece.left <= margin and piece.words() <= _OVERFULL_WORDS)
    ]
    found = {id(piece) for piece in over}
    rows: dict[int, list[Piece]] = {}
    for piece in over:
        rows.setdefault(round(piece.baseline), []).append(piece)
    for piece in pieces:
        beside = [other for near in (-1, 0, 1) for other in rows.get(round(piece.baseline) + near, ())]
        if beside and all(piece.left >= other.right or piece.right <= other.left for other in beside):
            found.add(id(piece))
    return found


def _without_rows_below(band: list[Piece], edge: float, crossing: Piece) -> tuple[list[Piece], list[Piece]]:
    """The band, and the one or two rows set apart below both of its columns: the head of a table that the band's end cuts off, or the title of a box,
    which stands nearer to what crosses the gutter below it.
    """
    ordered = sorted(band, key=lambda item: -item.baseline)
    for index in range(len(ordered) - 1, 0, -1):
        below = ordered[index:]
        if len({round(piece.baseline) for piece in below}) > _ROWS_BELOW:
            break
        gap = ordered[index - 1].baseline - ordered[index].baseline
        apart = gap > _APART * ordered[index].size
        most = _BOX_WORDS if below[-1].baseline - crossing.baseline < gap else _TITLE_WORDS
        two_sided = len({piece.left < edge - _SLACK for piece in below}) == 2
        if apart and (two_sided or (len(below) == 1 and below[0].words() <= most)):
            return ordered[:index], below
    return band, []


def _columns(band: Sequence[Piece], edge: float, known: Sequence[float]) -> tuple[list[Piece], list[Piece]] | None:
    left = [piece for piece in band if piece.left < edge - _SLACK]
    right = [piece for piece in band if piece.left >= edge - _SLACK]
    least = 1 if _is_known(edge, known) else _MIN_ROWS
    if len(left) < least or len(right) < least:
        return None
    rows = rows_of(band)
    if least == 1 and len(rows) > 1 and 2 * sum(_is_cells(row) for row in rows) > len(rows):
        return None
    if least > 1 and sum(piece.right > edge + _SLACK for piece in left) * 8 > len(left):
        return None
    if least > 1 and not (_is_text(left) and _is_text(right)):
        return None
    return left, right


def _is_cells(row: Sequence[Piece]) -> bool:
    """Whether a row looks like one of a table: several pieces of one size."""
    sizes = [piece.size for piece in row]
    return len(row) >= _CELLS and max(sizes) - min(sizes) <= 0.5


def _is_text(column: Sequence[Piece]) -> bool:
    """Whether pieces are a column of text, or columns side by side."""
    if _is_block(column):
        return True
    starts = Counter(round(piece.left / 2) * 2.0 for piece in column)
    edges = [min(piece.left for piece in column)]
    most = max(starts.values())
    for start in sorted(start for start, count in starts.items() if count >= max(_MIN_ROWS, most * _OFTEN)):
        if start > edges[-1] + _NARROW:
            edges.append(start)
    parts = [
        [piece for piece in column if edge - 2 * _SLACK <= piece.left < following - 2 * _SLACK]
        for edge, following in pairwise((*edges, float("inf")))
    ]
    return len(parts) > 1 and all(len(part) >= _MIN_ROWS and _is_block(part) for part in parts)


def _is_block(column: Sequence[Piece]) -> bool:
    """Whether most rows are one piece, and rows are long: wide spaces cut some lines of narrow justified columns, cells cut all of a table."""
    rows = rows_of(column)
    if 2 * sum(len(row) == 1 for row in rows) < len(rows):
        return False
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    fill = median(max(piece.right for piece in row) - row[0].left for row in rows)
    return fill >= _FILL * width and median(sum(piece.words() for piece in row) for row in rows) >= _WORDS
