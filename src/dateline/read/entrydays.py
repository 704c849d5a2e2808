"""Days that head the entries of a chronology, each a block of its own: none of them is the day on which the text came out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from dateline.read.dates import PartialDate, is_entry, parse_date
from dateline.read.draft import DraftBlock
from dateline.types import BlockKind

#: A label that is no more than a day is no longer than this (code points).
_LONGEST: Final = 60
#: A label that comes again and again may be set aside already as furniture.
_LABELS: Final = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE})
#: So many lines that open with a day are entries.
_SEVERAL: Final = 2
#: What an entry tells ends like a sentence.
_TOLD: Final = re.compile(r"\w[\w\W]*[.!?][\"”’')\]]*(?:\[?\d{1,3}\]?)*$")


def days_of_entries(blocks: Sequence[DraftBlock]) -> frozenset[int]:
    """The blocks that are no more than a day and head an entry: several of one form, each above a text, of which a later one names a later day.

    A text that came out on the first of them could not tell of the later; where the first is the latest, it may be the day of publication.

    Args:
        blocks: the blocks of a draft, headings recognised.
    """
    forms: dict[int, list[tuple[int, PartialDate]]] = defaultdict(list)
    for index, block in enumerate(blocks):
        day = _day(block)
        if day is not None and index + 1 < len(blocks) and _is_told(blocks[index + 1]):
            forms[block.level].append((index, day))
    return frozenset(index for found in forms.values() if any(day.iso > found[0][1].iso for _, day in found) for index, _ in found)


def told_entries(blocks: Sequence[DraftBlock]) -> frozenset[int]:
    """The blocks that are entries of a chronology, day and text in one line ("5 June 2017 - Bahrain cut its ties with Qatar"), where there are several."""
    found = frozenset(index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and is_entry(block.text.text))
    return found if len(found) >= _SEVERAL else frozenset()


def _day(block: DraftBlock) -> PartialDate | None:
    """The day or month that is all that a heading or line says."""
    if block.kind not in _LABELS or len(block.text) > _LONGEST:
        return None
    found = parse_date(block.text.text.strip().strip("*_ "))
    return found if found is not None and found.month is not None else None


def _is_told(block: DraftBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _TOLD.match(block.text.text.strip()) is not None
