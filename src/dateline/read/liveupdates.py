"""Pages of updates: days with a link behind them, entries that open with an hour, and lists of "Key events" that say the entries' headings again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.read.dates import parse_date_line
from dateline.read.draft import DraftBlock
from dateline.types import BlockKind

#: "27 July 2023 — See all updates", "27 July 2023 | Live updates".
_LINKED: Final = re.compile(
    r"(?P<day>\S.{5,40}?)\s*[–—|•·:-]+\s*(?:(?:(?:see|view|show|read|load|jump to|go to|back to)\s+)(?:(?:all|more|the|latest|full|other)\s+){0,2})?"
    r"(?:all\s+|live\s+|latest\s+|previous\s+)?(?:updates?|posts?|entries|coverage|blog)\W*$",
    re.IGNORECASE,
)
_CLOCK: Final = r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
_ZONE: Final = r"(?:\s?\(?(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]?T|(?i:local time))\)?)"
#: "14:32 GMT ECOWAS threatens sanctions", "[14:32] The army crossed", "2.15pm – Paris protests".
_TIMED: Final = re.compile(rf"(?P<time>{_CLOCK}{_ZONE}?)(?P<mark>\s*[–—|:•·]\s+|\s+-\s+|\s+)(?=[\"“‘]?[^\W\d_a-z])")
_ZONED: Final = re.compile(_ZONE)
_SEVERAL: Final = 2
#: The level of headings that only the words tell, which days stand above.
_DAY_LEVEL: Final = 4
#: Headings of lists that say again what the entries tell.
_SUMMARY: Final = re.compile(
    r"[\W_]*(?:(?:the )?(?:key|main|top|latest)(?:est)? (?:events?|points?|moments?|developments?|updates?|headlines?|takeaways)|summary|highlights|at a glance|in brief"
    r"|what (?:happened|we know)(?: so far| today)?|(?:the )?day['’]s (?:key |main )?(?:events|developments)|recap)(?:\s*\([^)]*\))?[\W_]*$",
    re.IGNORECASE,
)
_SUMMARY_WORDS: Final = 40
#: So many words are a sentence of their own wherever they stand again.
_TOLD_WORDS: Final = 5


def with_entries_apart(blocks: Sequence[DraftBlock]) -> tuple[DraftBlock, ...]:
    """The blocks with bare days where a link stood behind them, and with the hours that open entries as blocks of their own."""
    timed = [block for block in blocks if _opens_entry(block)]
    cut = len(timed) >= _SEVERAL
    level = max(1, min((block.level for block in blocks if block.kind is BlockKind.HEADING and block.level > 1), default=_DAY_LEVEL) - 1)
    return tuple(part for block in blocks for part in (_without_hour(block) if cut and _opens_entry(block) else (_without_link(block, level),)))


def _without_link(block: DraftBlock, level: int) -> DraftBlock:
    """The day as a heading of a level above those of the entries, without the link behind it."""
    match = _LINKED.match(block.text.text) if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} else None
    day = parse_date_line(match["day"]) if match is not None else None
    if match is None or day is None or day.day is None or block.markers:
        return block
    return replace(block, kind=BlockKind.HEADING, level=block.level or level, text=block.text.slice(0, match.end("day")), item=False)


def _opens_entry(block: DraftBlock) -> bool:
    """Whether a paragraph opens with an hour that is told from the words behind it: by its zone, a dash or a colon."""
    match = _TIMED.match(block.text.text) if block.kind is BlockKind.PARAGRAPH and not block.markers else None
    return match is not None and (bool(match["mark"].strip()) or _ZONED.search(match["time"]) is not None)


def _without_hour(block: DraftBlock) -> tuple[DraftBlock, DraftBlock]:
    match = _TIMED.match(block.text.text)
    assert match is not None
    hour = replace(block, kind=BlockKind.BOILERPLATE, text=block.text.slice(0, match.end("time")), item=False, bold=False)
    return hour, replace(block, text=block.text.slice(match.end()))


def without_summaries(blocks: Sequence[DraftBlock]) -> Iterator[DraftBlock]:
    """Lines under "Key events" that an entry or its heading says again are set aside; others are text.

    Args:
        blocks: the blocks of a draft, headings recognised.
    """
    ends: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH} and _SUMMARY.match(block.text.text):
            end = index + 1
            while end < len(blocks) and _is_line(blocks[end]):
                end += 1
            ends.update((place, end) for place in range(index + 1, end))
    for index, block in enumerate(blocks):
        again = block.kind is BlockKind.PARAGRAPH and index in ends and _is_told(block, blocks[ends[index] :])
        yield replace(block, kind=BlockKind.BOILERPLATE) if again else block


def _is_line(block: DraftBlock) -> bool:
    """Whether a block is a line of a list, or the hour of one."""
    hour = block.kind is BlockKind.BOILERPLATE and re.fullmatch(rf"{_CLOCK}{_ZONE}?", block.text.text) is not None
    return hour or (block.kind is BlockKind.PARAGRAPH and block.item and len(block.text.text.split()) <= _SUMMARY_WORDS)


def _is_told(block: DraftBlock, later: Sequence[DraftBlock]) -> bool:
    words = _letters(block.text.text)
    long = len(block.text.text.split()) >= _TOLD_WORDS
    return any(words == told or (long and one.kind is BlockKind.PARAGRAPH and words in told) for one in later if (told := _letters(one.text.text)))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
