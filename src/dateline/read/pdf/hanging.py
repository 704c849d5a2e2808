"""What hangs beside the text: labels of notes and items set apart from what they label, and the numbers of lines in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.read.inline import ROMAN
from dateline.read.pdf.lines import Piece, character

#: A label is so many sizes wide at most, and ends so many sizes before its text.
_WIDE: Final = 2.6
_AWAY: Final = 4.0
#: Points within which edges are one edge.
_EDGE: Final = 1.5
#: Labels may be left out where a number was lost.
_SKIP: Final = 3
#: So many labels stand one under another before they count as a list's.
_LABELS: Final = 2
#: So many numbers, one step apart, count lines; two where the step is one of those that every fifth or tenth line has.
_NUMBERS: Final = 3
_STEPS: Final = (5, 10)
#: Points: numbers of lines stand so far from the text at least.
_MARGIN: Final = 6.0
_LABEL: Final = re.compile(rf"[\[(]?(?:\d{{1,3}}|{ROMAN}|[a-z])[.)\]]{{0,2}}|[*†‡•▪●–]")


def _text(piece: Piece) -> str:
    return "".join(" " if index < 0 else character(piece.page.codes[index]) for index in piece.items)


def with_hanging_labels(pieces: Sequence[Piece]) -> list[Piece]:
    """Each label that hangs to the left of its text and the text as one piece.

    A list has two labels or more that count on from one to the next and whose texts, each with a letter in it, begin at one edge; cells of figures
    are left alone.
    """
    pairs = [pair for piece in pieces if (pair := _labelled(piece, pieces)) is not None]
    lists = [_list_of(text, pairs) for _, text in pairs]
    listed = [pair for pair, members in zip(pairs, lists, strict=True) if len(members) >= _LABELS and _count_on(members)]
    for label, text in listed:
        text.items[:0] = [*label.items, -1]
        text.left = label.left
    taken = {id(label) for label, _ in listed}
    return [piece for piece in pieces if id(piece) not in taken]


def _list_of(text: Piece, pairs: Sequence[tuple[Piece, Piece]]) -> list[Piece]:
    """The labels of the texts that begin where a text does, from the top."""
    labels = [label for label, other in pairs if abs(other.left - text.left) <= _EDGE]
    return sorted(labels, key=lambda label: -label.baseline)


def _count_on(labels: Sequence[Piece]) -> bool:
    """Whether labels stand at one edge and each is the next of its kind, a few left out; or all are one sign."""
    if min(_spread([label.left for label in labels]), _spread([label.right for label in labels])) > _EDGE:
        return False
    texts = [re.sub(r"[^\w*†‡•▪●–]", "", _text(label)) for label in labels]
    if len(set(texts)) == 1:
        return not texts[0].isalnum()
    if all(text.isdecimal() for text in texts):
        return all(0 < int(after) - int(before) <= _SKIP for before, after in pairwise(texts))
    return len(set(texts)) == len(texts) and not any(text.isdecimal() for text in texts)


def _spread(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _labelled(label: Piece, pieces: Sequence[Piece]) -> tuple[Piece, Piece] | None:
    """A piece that may be a label, and the text right of it."""
    if len(label.items) > 5 or label.right - label.left > _WIDE * label.size or not _LABEL.fullmatch(_text(label)):
        return None
    beside = [
        piece
        for piece in pieces
        if piece is not label and piece.left >= label.right - 1 and abs(piece.baseline - label.baseline) <= 0.5 * max(piece.size, label.size)
    ]
    text = min(beside, key=lambda piece: piece.left, default=None)
    if text is None or text.left - label.right > _AWAY * text.size or not any(sign.isalpha() for sign in _text(text)):
        return None
    return label, text


def without_line_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without numbers that stand in a margin, one under another, and count on by one step from line to line."""
    numbers = [piece for piece in pieces if re.fullmatch(r"\d{1,4}", _text(piece))]
    taken: set[int] = set()
    for column in _columns(numbers):
        if id(column[0]) in taken or not _counts(column) or not _in_margin(column, pieces):
            continue
        taken.update(id(piece) for piece in column)
    return [piece for piece in pieces if id(piece) not in taken]


def _columns(numbers: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Numbers that end at one edge, from the top."""
    for first in numbers:
        column = sorted((piece for piece in numbers if abs(piece.right - first.right) <= _EDGE), key=lambda piece: -piece.baseline)
        if len(column) > 1:
            yield column


def _counts(column: Sequence[Piece]) -> bool:
    """Whether numbers rise by one step, and stand apart by as many lines as the step says or more (not every line is one of the text)."""
    steps = {int(_text(below)) - int(_text(above)) for above, below in pairwise(column)}
    step = min(steps)
    gaps = [above.baseline - below.baseline for above, below in pairwise(column)]
    enough = len(column) >= (2 if step in _STEPS else _NUMBERS)
    return enough and len(steps) == 1 and step > 0 and (step > 1 or max(gaps) <= 3 * column[0].size)


def _in_margin(column: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether all other pieces stand on one side of the numbers, apart from them."""
    own = {id(piece) for piece in column}
    left, right = min(piece.left for piece in column), max(piece.right for piece in column)
    top, foot = column[0].top(), column[-1].bottom()
    others = [piece for piece in pieces if id(piece) not in own and foot <= piece.baseline <= top]
    beside = [piece for piece in others if any(abs(piece.baseline - number.baseline) <= 0.5 * number.size for number in column)]
    return len(others) > len(column) and len(beside) >= len(column) and (
        all(piece.left >= right + _MARGIN for piece in others) or all(piece.right <= left - _MARGIN for piece in others)
    )
