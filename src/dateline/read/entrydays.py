"""Days that head the entries of a chronology, each a block of its own: none of them is the day on which the text came out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from dateline.read.dates import PartialDate, is_entry, parse_date, parse_date_line
from dateline.read.draft import DraftBlock
from dateline.read.mastline import day_told, is_byline, is_masthead_line
from dateline.types import BlockKind

#: A label that is no more than a day is no longer than this (code points).
_LONGEST: Final = 60
#: A label that comes again and again may be set aside already as furniture.
_LABELS: Final = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE})
#: So many lines that open with a day are entries.
_SEVERAL: Final = 2
_DASH: Final = re.compile(r"\s+[–—-]{1,2}\s+|\s*[|•·]\s*")
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
    """The blocks that are entries of a chronology, day and text in one line ("5 June 2017 - Bahrain cut its ties with Qatar"), where there are several.

    The only line above them that says nothing but when and by whom the chronology itself came out is none ("8 May 2019 — 6 min read").
    """
    found = [index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and is_entry(block.text.text)]
    own = [index for index in found if is_own_line(blocks[index].text.text)]
    entries = frozenset(found) - frozenset(own if own == found[:1] else ())
    return entries if len(entries) >= _SEVERAL else frozenset()


def is_own_line(text: str) -> bool:
    """Whether a line with a day and a dash says of a text itself how long it takes to read, at what hour it came out, when it was changed, or who wrote it.

    Example:
        >>> is_own_line("8 May 2019 — 6 min read"), is_own_line("8 May 2019 – By Ann Lee"), is_own_line("8 May 2019 – Togo closed its border")
        (True, True, False)
    """
    bare = text.strip().strip("*_ ")
    if parse_date_line(bare) is not None or day_told(bare) is not None:
        return True
    return is_masthead_line(bare) and any(is_byline(part) for part in _DASH.split(bare))


def _day(block: DraftBlock) -> PartialDate | None:
    """The day or month that is all that a heading or line says."""
    if block.kind not in _LABELS or len(block.text) > _LONGEST:
        return None
    found = parse_date(block.text.text.strip().strip("*_ "))
    return found if found is not None and found.month is not None else None


def _is_told(block: DraftBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _TOLD.match(block.text.text.strip()) is not None
