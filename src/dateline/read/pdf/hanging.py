"""What hangs beside the text: labels of notes and items set apart from what they label, and the numbers of lines in the margin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.read.inline import ROMAN
from dateline.read.pdf.bullets import LONE, is_sign
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
#: Each line's number or each fifth or tenth one's is printed; so many of the former are no labels of a list.
_STEPS: Final = (5, 10)
_NUMBERS: Final = 15
#: A number of a line runs into its text where the margin is this narrow, in sizes.
_NEAR: Final = 0.5
#: Points: numbers of lines stand so far from the text at least.
_MARGIN: Final = 6.0
#: A page with more labels is a chart or a table of figures.
_MAX_LABELS: Final = 300
_NUMBER: Final = re.compile(r"\d{1,4}")
_LABEL: Final = re.compile(rf"[\[(]?(?:\d{{1,3}}|{ROMAN}|[a-z])[.)\]]{{0,2}}|{LONE}")
#: The number of a paragraph by parts: "1.1", "2.3.1.", "A.4"; a share is such a number too, but has no text of so many words beside it.
_BY_PARTS: Final = re.compile(r"(?:\d{1,2}|[A-Z])(?:\.\d{1,3}){1,3}[.)]?")
_TEXT_WORDS: Final = 5


def text_of(piece: Piece) -> str:
    """The text of a piece."""
    return "".join(" " if index < 0 else character(piece.page.codes[index]) for index in piece.items)


def with_hanging_labels(pieces: Sequence[Piece]) -> list[Piece]:
    """Each label that hangs to the left of its text and the text as one piece.

    A list has two labels or more that count on from one to the next and whose texts, each with a letter in it, begin at one edge; cells of figures
    are left alone.
    """
    labels = [piece for piece in pieces if _is_label(piece)]
    if len(labels) > _MAX_LABELS:
        return list(pieces)
    pairs = [(label, text) for label in labels if (text := _labelled(label, pieces)) is not None]
    lists = [_list_of(text, pairs) for _, text in pairs]
    listed = [pair for pair, members in zip(pairs, lists, strict=True) if len(members) >= _LABELS and _count_on(members)]
    nearest = {id(text): (label, text) for label, text in sorted(listed, key=lambda pair: pair[0].right)}
    heads = {id(label) for label, _ in nearest.values()}
    joined = [(label, text) for label, text in nearest.values() if id(text) not in heads]
    for label, text in joined:
        text.items[:0] = [*label.items, -1]
        text.left = label.left
    taken = {id(label) for label, _ in joined}
    return [piece for piece in pieces if id(piece) not in taken]


def _list_of(text: Piece, pairs: Sequence[tuple[Piece, Piece]]) -> list[Piece]:
    """The labels of the texts that begin where a text does, from the top."""
    labels = [label for label, other in pairs if abs(other.left - text.left) <= _EDGE]
    return sorted(labels, key=lambda label: -label.baseline)


def _count_on(labels: Sequence[Piece]) -> bool:
    """Whether labels stand at one edge and each is the next of its kind, a few left out; or all are one sign."""
    if min(_spread([label.left for label in labels]), _spread([label.right for label in labels])) > _EDGE:
        return False
    if is_sign(sign := text_of(labels[0])) and all(text_of(label) == sign for label in labels):
        return True
    if any(map(_is_by_parts, labels)):
        parts = [tuple(int(part) if part.isdecimal() else ord(part) for part in re.findall(r"\w+", text_of(label))) for label in labels]
        return all(map(_is_by_parts, labels)) and all(_is_next(before, after) for before, after in pairwise(parts))
    texts = [re.sub(r"[^\w*†‡]", "", text_of(label)) for label in labels]
    if all(text.isdecimal() for text in texts):
        return all(0 < int(after) - int(before) <= _SKIP for before, after in pairwise(texts))
    return len(set(texts)) == len(texts) and not any(text.isdecimal() for text in texts)


def _is_by_parts(label: Piece) -> bool:
    return _BY_PARTS.fullmatch(text_of(label)) is not None


def _is_next(before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether a number by parts counts on from another: at the first part that differs by a step or a few, what is new behind it begins low."""
    at = next((index for index, (one, two) in enumerate(zip(before, after, strict=False)) if one != two), min(len(before), len(after)))
    if at == len(after):
        return False
    step = after[at] - (before[at] if at < len(before) else 0)
    return 0 < step <= _SKIP and all(part <= _SKIP for part in after[at + 1 :])


def _spread(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _is_label(piece: Piece) -> bool:
    if len(piece.items) > 9 or not (_LABEL.fullmatch(text_of(piece)) or _is_by_parts(piece)):
        return False
    return piece.right - piece.left <= _WIDE * piece.size * (1 + text_of(piece).count("."))


def _labelled(label: Piece, pieces: Sequence[Piece]) -> Piece | None:
    """The text right of a label."""
    beside = [
        piece
        for piece in pieces
        if piece is not label and piece.left >= label.right - 1 and abs(piece.baseline - label.baseline) <= 0.5 * max(piece.size, label.size)
    ]
    text = min(beside, key=lambda piece: piece.left, default=None)
    if text is None or text.left - label.right > _AWAY * text.size or not any(sign.isalpha() for sign in text_of(text)):
        return None
    if _is_by_parts(label) and (len(beside) > 1 or text.words() < _TEXT_WORDS) and not _wraps(text, pieces):
        return None
    return text


def _wraps(text: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a line without anything to its left goes on below a text."""
    below = [piece for piece in pieces if 0.5 * text.size < text.baseline - piece.baseline <= 2 * text.size]
    return any(abs(piece.left - text.left) <= _EDGE for piece in below) and all(piece.left >= text.left - _EDGE for piece in below)


def without_line_numbers(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of each page without numbers that stand in its margin, one under another, and count the lines.

    Numbers of every line look like labels of a list of short notes; they count where they stand beside all that a page has, on half of the pages.
    """
    apart = [_cut_numbers(pieces) for pieces in pages]
    found = [_numbers(pieces) for pieces in apart]
    every = [column for column in found if column and _step(column) == 1]
    throughout = 2 * len(every) >= sum(bool(pieces) for pieces in pages) and sum(map(len, every)) >= _NUMBERS
    kept: list[list[Piece]] = []
    for pieces, split, column in zip(pages, apart, found, strict=True):
        taken = {id(piece) for piece in column} if throughout or (column and _step(column) in _STEPS) else set()
        kept.append([piece for piece in split if id(piece) not in taken] if taken else list(pieces))
    return kept


def _numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The longest run of numbers in a margin that end at one edge and count on by one step."""
    numbers = [piece for piece in pieces if _NUMBER.fullmatch(text_of(piece))]
    if len(numbers) > _MAX_LABELS:
        return []
    columns = (
        sorted((piece for piece in numbers if abs(piece.right - first.right) <= _EDGE), key=lambda piece: -piece.baseline) for first in numbers
    )
    fit = (column for column in columns if len(column) > 1 and _step(column) in {1, *_STEPS} and _in_margin(column, pieces))
    return max(fit, key=len, default=[])


def _step(column: Sequence[Piece]) -> int:
    """The step by which numbers rise from the top; 0 where it is not the same throughout."""
    steps = {int(text_of(below)) - int(text_of(above)) for above, below in pairwise(column)}
    return steps.pop() if len(steps) == 1 else 0


def _cut_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the numbers that open some of them, set off by a wide space, as pieces of their own."""
    found: list[Piece] = []
    for piece in pieces:
        end = piece.items.index(-1) if -1 in piece.items else 0
        number, rest = piece.items[:end], piece.items[end + 1 :]
        if end and rest and rest[0] >= 0 and _NUMBER.fullmatch(text_of(replace(piece, items=number))):
            start, stop = piece.page.left[rest[0]], piece.page.right[number[-1]]
            if start - stop >= _NEAR * piece.size:
                found += [replace(piece, items=number, right=stop), replace(piece, items=rest, left=start)]
                continue
        found.append(piece)
    return found


def _in_margin(column: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether all other pieces stand on one side of the numbers, apart from them; those between the first and the last where not every line has one."""
    own = {id(piece) for piece in column}
    left, right = min(piece.left for piece in column), max(piece.right for piece in column)
    top, foot = column[0].top(), column[-1].bottom()
    every = _step(column) == 1
    others = [piece for piece in pieces if id(piece) not in own and (every or foot <= piece.baseline <= top)]
    return len(others) >= len(column) and (
        all(piece.left >= right + _MARGIN for piece in others) or all(piece.right <= left - _MARGIN for piece in others)
    )
