"""Whether a place of a text lies in somebody's quoted words: after a quotation mark of its paragraph that is open there.

A quotation of several paragraphs opens each of them, so that each is counted for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

_QUOTES: Final = re.compile(r'["“”]')


def is_quotation_open(text: str, start: int, end: int) -> bool:
    """Whether a quotation that opens between two places of a text does not close between them: an odd number of marks."""
    marks = _marks(text)
    return (bisect_left(marks, end) - bisect_left(marks, start)) % 2 == 1


def is_in_quotation(text: str, offset: int) -> bool:
    """Whether a place of a text lies in quoted words.

    Example:
        >>> is_in_quotation('"Peru lied," he said.', 1), is_in_quotation('"Peru lied," he said.', 13)
        (True, False)
    """
    return is_quotation_open(text, text.rfind("\n", 0, offset) + 1, offset)


@lru_cache(maxsize=1)
def _marks(text: str) -> tuple[int, ...]:
    """Where quotation marks stand; looked up once for all places of a document."""
    return tuple(one.start() for one in _QUOTES.finditer(text))
