"""The order in which a page is read: its columns and what spans them.

A gutter is a vertical strip where several lines begin to its right at one place, others end to its left, and nothing crosses in
between. What crosses (titles, full-width notes and tables) cuts the page into bands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from dateline.read.pdf.lines import Piece

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
#: So many gutters of other pages are tried; a document has one to three.
_KNOWN: Final = 6
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
            found.append(_region(band))
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
    edges = [
        min(piece.left for piece in pieces if round(piece.left / 2) == start)
        for start, count in starts.most_common(12)
        if count >= _MIN_ROWS
    ]
    for edge in (*edges, *dict.fromkeys(round(other, 1) for other in known)):
        score = sum(len(band) for band, columns in _bands(pieces, edge, known) if columns is not None)
        if score and (best is None or score > best[0]):
            best = (score, edge)
    return best[1] if best else None


def _is_known(edge: float, known: Sequence[float]) -> bool:
    return any(abs(edge - other) <= 4 for other in known)


def _bands(
    pieces: Sequence[Piece], edge: float, known: Sequence[float]
) -> Iterator[tuple[list[Piece], tuple[list[Piece], list[Piece]] | None]]:
    """Bands from top to bottom: with the pieces left and right of the gutter, or ``None`` for what spans it."""
    spanning: list[Piece] = []
    band: list[Piece] = []
    margin = min(piece.left for piece in pieces) + _MARGIN
    for piece in sorted(pieces, key=lambda item: -item.baseline):
        overfull = piece.left <= margin and piece.words() <= _OVERFULL_WORDS
        if piece.left < edge - _SLACK < piece.right - 2 * _SLACK and not overfull:
            columns = _columns(band, edge, known)
            if band and columns is not None:
                if spanning:
                    yield spanning, None
                yield band, columns
                spanning = []
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


def _columns(band: Sequence[Piece], edge: float, known: Sequence[float]) -> tuple[list[Piece], list[Piece]] | None:
    left = [piece for piece in band if piece.left < edge - _SLACK]
    right = [piece for piece in band if piece.left >= edge - _SLACK]
    least = 1 if _is_known(edge, known) else _MIN_ROWS
    if len(left) < least or len(right) < least:
        return None
    if least > 1 and sum(piece.right > edge + _SLACK for piece in left) * 8 > len(left):
        return None
    if least > 1 and not (_is_text(left) and _is_text(right)):
        return None
    return left, right


def _is_text(column: Sequence[Piece]) -> bool:
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    return median(piece.right - piece.left for piece in column) >= _FILL * width and median(piece.words() for piece in column) >= _WORDS
