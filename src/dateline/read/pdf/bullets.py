"""Signs that open the items of a list, printed as characters or drawn as small discs and squares beside the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

#: Signs that open nothing but an item: those of Unicode, of the fonts Symbol and Wingdings in their private area, and of TeX's TS1 encoding.
_SIGNS: Final = "•▪●◦‣■□▸►▶▷➢➤➔❖✓✔○◆◇∙·⁃\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf0e0\uf06e\uf071\x88"
#: Letters that the same fonts have at the places of their signs, and the "o" of Word's second level.
_LETTERS: Final = "§Øüo"
#: A sign alone, apart from its words.
LONE: Final = rf"[*†‡–{_SIGNS}{_LETTERS}-]"
_SURE: Final = re.compile(rf"\s*(?:[{_SIGNS}]\s*|§\s+(?!\d)|[Øü]\s+|o\s+(?=[\"“‘'(]?[^\W\d_a-z]))(?=\S)")
#: A dash or an asterisk opens an item or goes on with a sentence.
_LOOSE: Final = re.compile(r"\s*(?P<sign>[-–*])\s+(?=\S)")
#: Points within which edges are one edge.
_EDGE: Final = 3.0
#: A drawn sign is smaller than this share of the type, and ends at most so many sizes before the words.
_DRAWN: Final = 0.65
_AWAY: Final = 2.5


def is_sign(label: str) -> bool:
    """Whether a label is a sign and counts nothing."""
    return len(label) == 1 and (label in _SIGNS or label in _LETTERS or label in "*†‡–-")


def sign_length(text: str) -> int:
    """The length of the sign, surely one or perhaps, that opens a line, with the space behind it; 0 where none does.

    Example:
        >>> sign_length("• Oslo protested"), sign_length("– Oslo protested"), sign_length("Oslo protested")
        (2, 2, 0)
    """
    match = _SURE.match(text) or _LOOSE.match(text)
    return match.end() if match is not None else 0


def loose_sign(text: str) -> str | None:
    """The dash or asterisk that opens a line: a sign where others stand like it."""
    match = _LOOSE.match(text)
    return match["sign"] if match is not None else None


def drawn_sign(dots: Sequence[tuple[float, float, float, float]], left: float, baseline: float, size: float) -> float | None:
    """The left edge of a small drawing (left, bottom, right, top) before the words of a line, at the height of their small letters."""
    for x0, y0, x1, y1 in dots:
        beside = 0 < left - x1 <= _AWAY * size and baseline - 0.1 * size <= (y0 + y1) / 2 <= baseline + 0.75 * size
        if beside and max(x1 - x0, y1 - y0) <= _DRAWN * size:
            return x0
    return None


def hangs_at(left: float, edge: float) -> bool:
    """Whether a line begins where the words of an item do, or further right."""
    return left >= edge - _EDGE
