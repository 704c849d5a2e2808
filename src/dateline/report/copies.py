"""Documents that are copies of another: a file saved twice tells nothing again, so that the head of a brief does not count it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.report.acts import Act
from dateline.types import Coded


def copies(coded: Sequence[Coded]) -> frozenset[int]:
    """The indices of documents that have text and day of an earlier one, whatever their files are called."""
    seen: set[tuple[str, date | None]] = set()
    found: set[int] = set()
    for index, item in enumerate(coded):
        key = (item.document.text, item.document.published)
        if key in seen:
            found.add(index)
        seen.add(key)
    return frozenset(found)


def without_copies(coded: Sequence[Coded], found: Sequence[Act]) -> tuple[Act, ...]:
    """The acts that are not those of copies; each keeps its number."""
    apart = copies(coded)
    return tuple(act for act in found if act.document not in apart)
