"""Boxes that float beside a paragraph: side notes, captions of pictures, lists of related stories. The paragraph is read as if they were not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.read.pdf.lines import Piece
from dateline.read.pdf.sidebars import characters

#: Type differs from the text's where its size does by this share.
_OTHER_SIZE: Final = 0.06
#: Points between a text and its box, and by which a line reaches into the box's strip where none floats.
_APART: Final = 6.0
#: Points: narrower strips of type are numbers and signs.
_NARROW: Final = 30.0
#: Rows of a box stand so many sizes apart at most.
_ROWS_APART: Final = 2.6
#: Points: baselines within this distance are one; rows of a table share theirs, those of a box and the text beside it do not.
_ALIGNED: Final = 0.7
#: Lines of text beside a box have so many words, in the median.
_WORDS: Final = 4
#: A box has this share of a page's characters at most.
_SHARE: Final = 0.4
#: Lines of one paragraph stand so many sizes apart at most.
_LEADING: Final = 1.7
#: Points within which lines begin at one edge.
_EDGE: Final = 3.0
#: A page with more pieces is a chart or a table.
_MAX_PIECES: Final = 400


def with_boxes_apart(pieces: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
    """The text of a page, and the boxes that float beside it, from the top.

    A box is type of another size, or between the text's lines, that stands beside lines which are shorter for its sake: others near it, of the same
    text, run through its strip. Those lines get the edges that they would have without it.
    """
    if not pieces or len(pieces) > _MAX_PIECES:
        return list(pieces), []
    size = Counter(round(piece.size * 2) / 2 for piece in pieces for _ in piece.items).most_common(1)[0][0]
    body = [piece for piece in pieces if _is_body(piece, size)]
    seeds = [piece for piece in sorted(pieces, key=lambda piece: -piece.baseline) if _can_float(piece, body, size)]
    beside = {id(piece) for piece in seeds}
    loose = [piece for piece in sorted(pieces, key=lambda piece: -piece.baseline) if id(piece) in beside or not _is_body(piece, size)]
    boxes: list[list[Piece]] = []
    taken: set[int] = set()
    for seed in seeds:
        if id(seed) in taken:
            continue
        box = _grown(seed, loose)
        own = {id(piece) for piece in box}
        text = [piece for piece in body if id(piece) not in own]
        if characters(box) <= _SHARE * characters(pieces) and _widened(box, text):
            boxes.append(box)
            taken.update(map(id, box))
            body = text
    return [piece for piece in pieces if id(piece) not in taken], boxes


def _is_body(piece: Piece, size: float) -> bool:
    return abs(piece.size - size) <= _OTHER_SIZE * size


def _can_float(piece: Piece, body: Sequence[Piece], size: float) -> bool:
    """Whether a piece stands beside lines of the text, on none of their baselines where it has their size."""
    beside = [other for other in body if other is not piece and _level(piece, other) and _apart(piece, other)]
    return bool(beside) and (not _is_body(piece, size) or all(abs(piece.baseline - other.baseline) > _ALIGNED for other in beside))


def _level(one: Piece, other: Piece) -> bool:
    return one.bottom() < other.top() and other.bottom() < one.top()


def _apart(one: Piece, other: Piece) -> bool:
    return one.left - other.right >= _APART or other.left - one.right >= _APART


def _grown(seed: Piece, loose: Sequence[Piece]) -> list[Piece]:
    """A piece and those below it that begin or lie where it does, of those that can belong to a box, from the top."""
    box = [seed]
    left, right = seed.left, seed.right
    for piece in loose:
        if piece is seed or piece.baseline > seed.baseline:
            continue
        if box[-1].baseline - piece.baseline > _ROWS_APART * max(piece.size, box[-1].size):
            break
        over = min(piece.right, right) - max(piece.left, left)
        if abs(piece.left - left) <= _EDGE or (over > 0.5 * (piece.right - piece.left) and piece.left >= left - _NARROW):
            box.append(piece)
            left, right = min(left, piece.left), max(right, piece.right)
    return box


def _widened(box: Sequence[Piece], body: Sequence[Piece]) -> bool:
    """Whether pieces are a box beside a text; if so, its lines get the edges that they would have without the box."""
    left, right = min(piece.left for piece in box), max(piece.right for piece in box)
    beside = [piece for piece in body if any(_level(piece, one) for one in box)]
    if not beside or right - left < _NARROW or _is_table(box, beside):
        return False
    at_right = all(left - piece.right >= _APART for piece in beside)
    if not at_right and not all(piece.left - right >= _APART for piece in beside):
        return False
    column = sorted((piece for piece in body if _in_column(piece, beside, at_right)), key=lambda piece: -piece.baseline)
    crossing = [piece.right > left + _APART if at_right else piece.left < right - _APART for piece in column]
    level = {id(piece) for piece in beside}
    places = [place for place, piece in enumerate(column) if id(piece) in level]
    first, last = places[0], places[-1]
    if any(crossing[first : last + 1]):
        return False
    while first > 0 and not crossing[first - 1]:
        first -= 1
    while last + 1 < len(column) and not crossing[last + 1]:
        last += 1
    lines = column[first : last + 1]
    wider = right - left <= max(piece.right for piece in lines) - min(piece.left for piece in lines)
    if not wider or (first == 0 and last + 1 == len(column)) or sorted(piece.words() for piece in lines)[len(lines) // 2] < _WORDS:
        return False
    if first > 0 and len(lines) > 1 and _near(column[first - 1], lines[0]) and not _near(lines[0], lines[1]):
        lines = lines[1:]  # the last line of a paragraph above the box
    if at_right:
        shift = max(piece.right for piece in column) - max(piece.right for piece in lines)
        for piece in lines:
            piece.right += shift
    else:
        shift = min(piece.left for piece in column) - min(piece.left for piece in lines)
        for piece in lines:
            piece.left += shift
    return True


def _is_table(box: Sequence[Piece], beside: Sequence[Piece]) -> bool:
    """Whether rows of the one stand on baselines of the other, as cells do."""
    level = sum(any(abs(piece.baseline - other.baseline) <= _ALIGNED for other in beside) for piece in box)
    return 2 * level > len(box)


def _in_column(piece: Piece, beside: Sequence[Piece], at_right: bool) -> bool:
    """Whether a line is one of the text that has the box: lines begin at one edge where it stands at their right, and end near one where at their left."""
    start, end = min(one.left for one in beside), max(one.right for one in beside)
    return abs(piece.left - start) <= _EDGE if at_right else piece.right >= start and piece.left <= end


def _near(above: Piece, below: Piece) -> bool:
    return above.baseline - below.baseline <= _LEADING * below.size
