"""What stands beside the text and is read after it: columns in a page's margin, and sentences of the text that are printed again, larger."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.read.pdf.lines import Line, Piece

#: Points: a strip that nothing crosses is so wide.
_STRIP: Final = 5.0
#: A margin has this share of a page's characters at most, and this share of the text's width.
_SHARE: Final = 0.3
_WIDTH: Final = 0.62
#: Its type differs from the text's by this share at least.
_OTHER_SIZE: Final = 0.06
#: Points: narrower strips of type are numbers and signs.
_NARROW: Final = 30.0
#: A sentence printed again has so many words at least.
_QUOTED_WORDS: Final = 4


def with_margins_last(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a page's text, and those of a margin beside it: narrower, in type of another size, apart by a strip that nothing crosses."""
    spans: list[list[float]] = []
    for piece in sorted(pieces, key=lambda item: item.left):
        if spans and piece.left - spans[-1][1] < _STRIP:
            spans[-1][1] = max(spans[-1][1], piece.right)
        else:
            spans.append([piece.left, piece.right])
    if len(spans) != 2:
        return list(pieces), []
    parts = [[piece for piece in pieces if left <= piece.left <= right] for left, right in spans]
    text, margin = sorted(parts, key=characters, reverse=True)
    return (text, margin) if is_aside(margin, text) else (list(pieces), [])


def is_aside(pieces: Sequence[Piece], text: Sequence[Piece]) -> bool:
    """Whether pieces stand beside a text as a margin or a side column does: few, narrow, in type of another size."""
    left, right = _edges(text)
    start, end = _edges(pieces)
    level = min(piece.baseline for piece in pieces) <= max(piece.baseline for piece in text)
    beside = level and (end <= left or start >= right)
    narrow = _NARROW <= end - start <= _WIDTH * (right - left)
    return beside and narrow and characters(pieces) <= _SHARE * characters(text) and abs(_size(pieces) - _size(text)) >= _OTHER_SIZE * _size(text)


def _edges(pieces: Sequence[Piece]) -> tuple[float, float]:
    return min(piece.left for piece in pieces), max(piece.right for piece in pieces)


def characters(pieces: Sequence[Piece]) -> int:
    """How many characters pieces have."""
    return sum(len(piece.items) for piece in pieces)


def _size(pieces: Sequence[Piece]) -> float:
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.items)
    return sizes.most_common(1)[0][0]


def plain(lines: Sequence[Line]) -> str:
    """The letters and digits of lines without their markers."""
    return letters("".join(line.text.text for line in lines))


def letters(text: str) -> str:
    """The letters and digits of a text without its markers, in lower case."""
    return re.sub(r"<sup>[^<]*</sup>|[\W_]+", "", text).lower()


def is_said_again(lines: Sequence[Line], text: str) -> bool:
    """Whether the words of a heading are those of a sentence in ``text`` (see :func:`plain`): a pull quote."""
    return sum(len(line.text.text.split()) for line in lines) >= _QUOTED_WORDS and plain(lines) in text
