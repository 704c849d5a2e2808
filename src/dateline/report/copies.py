"""Documents that are copies of another: a file saved twice tells nothing again, so that no figure of a brief counts it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.report.acts import Act
from dateline.types import Coded
from dateline.wording import plural


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


def counted(coded: Sequence[Coded], found: Sequence[Act]) -> str:
    """What stands beside numbers of acts that are not those of events, as ``events --merged`` has them; nothing where each act is an event of its own.

    A reprint that somebody edited is no copy: its statements count, and its event is the same.
    """
    kept = without_copies(coded, found)
    events, apart = len({act.mention.event_id for act in kept}), len(copies(coded))
    told = ""
    if events < len(kept):
        told = f"Numbers count statements: {len(kept):,} that tell {plural(events, 'event')}, one told by several reports or reprints as often as they tell it."
    also = f"Acts of {plural(apart, 'copy', 'copies')} are not counted." if apart else ""
    return " ".join(one for one in (told, also) if one)
