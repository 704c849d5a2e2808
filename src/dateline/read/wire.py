"""The day in a dateline: "GEORGETOWN, Dec 6, 2023 (Wire) - " at the head of a report says when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.datelines import dateline_alone, dateline_of, is_bare
from dateline.read.blocks import together
from dateline.read.dates import parse_date
from dateline.read.draft import DraftBlock
from dateline.types import BlockKind

#: What a line that is a dateline may be taken for.
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_SENTENCE: Final = re.compile(r"[.!?][\"”’')\]]*$")
_TOLD_WORDS: Final = 6


def dateline_day(paragraph: str) -> date | None:
    """The day that the dateline at the head of a paragraph names.

    Args:
        paragraph: the first paragraph of running text.

    Returns:
        The day; ``None`` where there is no dateline or its date lacks the year.

    Example:
        >>> dateline_day("GEORGETOWN, Dec 6, 2023 (Wire) - Guyana closed a port.")
        datetime.date(2023, 12, 6)
    """
    found = dateline_of(paragraph)
    day = parse_date(found.day) if found is not None and found.day else None
    return day.to_date() if day is not None else None


def _goes_on(line: str, below: DraftBlock) -> bool:
    """Whether a paragraph is the report whose dateline stands above it; below a bare town and day it ends a sentence, so that it is no title."""
    told = not is_bare(line.strip("*_ ")) or (_SENTENCE.search(below.text.text) is not None and len(below.text.text.split()) >= _TOLD_WORDS)
    return below.kind is BlockKind.PARAGRAPH and not below.item and told


def with_datelines(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    """The blocks, each dateline that stands on a line of its own joined with the paragraph below it, whose head it is.

    Several lines of a town and a day alone head the entries of a list, whose acts took place there.
    """
    blocks = tuple(blocks)
    listed = sum(block.kind in _LINES and is_bare(block.text.text.strip("*_ ")) for block in blocks) > 1
    above: DraftBlock | None = None
    for block in blocks:
        if above is not None:
            yield from (together(above, block),) if _goes_on(above.text.text, block) else (above, block)
            above = None
        elif block.kind in _LINES and dateline_alone(block.text.text) is not None and not (listed and is_bare(block.text.text.strip("*_ "))):
            above = replace(block, kind=BlockKind.PARAGRAPH, level=0, bold=False)
        else:
            yield block
    if above is not None:
        yield above
