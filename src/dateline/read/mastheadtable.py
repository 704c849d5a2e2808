"""Tables of word processors' files that are the masthead of a document: a body's name beside its symbol and day ("United Nations | S/2031/12", "Distr.: General")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.dates import parse_date_line
from dateline.read.rawblocks import RawBlock, RawKind

#: What a body stamps its documents with: a symbol, or to whom it goes and in which language it was written.
_STAMP: Final = re.compile(
    r"(?:[A-Z]{1,6}(?:/[A-Z\d.()-]+){1,5}(?:\s?\(\d{4}\))?$|distr(?:ibution)?\b\.?\s*(?::|general\b|limited\b|restricted\b)|(?:original|provisional|restricted|limited)\s*:)",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"\w{3}[.!?][\"”’)]*$")
#: Cells with words in a masthead at most, words in each, and lines above it.
_CELLS: Final = 8
_WORDS: Final = 20
_ABOVE: Final = 10


def is_masthead(cells: Sequence[str], above: Sequence[RawBlock]) -> bool:
    """Whether a table is the masthead: nothing but such lines stands above it, and one of its few short cells is a stamp or the only day.

    Args:
        cells: the words of its cells, row by row.
        above: the blocks that the document has so far.

    Example:
        >>> is_masthead(["United Nations", "A/79/14"], []), is_masthead(["Day", "Killed", "4 May 2031", "12"], [])
        (True, False)
    """
    told = [cell.strip() for cell in cells if cell.strip()]
    lines = [block.text.text for block in above if block.kind is not RawKind.BREAK]
    if not 0 < len(told) <= _CELLS or len(lines) > _ABOVE or any(block.kind is RawKind.TABLE for block in above):
        return False
    if any(len(text.split()) > _WORDS or _SENTENCE.search(text) for text in (*told, *lines)):
        return False
    if any(_STAMP.match(cell) for cell in told):
        return True
    days = sum(parse_date_line(cell) is not None for cell in told)
    return days == 1 and not any(cell.endswith(":") or re.fullmatch(r"[\d.,% ]+", cell) for cell in told) and len(told) <= _CELLS // 2
