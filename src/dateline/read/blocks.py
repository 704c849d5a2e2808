"""Paragraphs that a page end, a note block or an image cut in two are put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.adopters import parts_clauses
from dateline.read.draft import DraftBlock
from dateline.read.inline import keeps_hyphen
from dateline.read.mastline import is_byline, is_lone_line
from dateline.read.names import people
from dateline.read.textmap import join
from dateline.turns import opens_turn
from dateline.types import BlockKind

_ENDED: Final = re.compile(r"[.!?…][\"”’')\]»]*$")
_PAUSED: Final = re.compile(r"[:;][\"”’')\]»]*$")
_ABBREVIATED: Final = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Adm|Gov|Sen|Rep|St|No|vs|[A-Z])\.$")
#: What a court found, told on the lines below the verb that has it as its complement ("held that there had been:", "a violation of Article 3").
_THERE: Final = re.compile(r"\bthere (?:ha(?:s|d|ve)(?: also| accordingly)? been|was|were|is|are):?$")
_FOUND: Final = re.compile(r"(?:an? |no )?(?:\w+ )?(?:violations?|breach(?:es)?|interference)\b")
#: A clause cannot end with these.
_DANGLING: Final = re.compile(
    r"(?:\b(?:the|a|an|of|to|in|on|at|by|for|with|from|and|or|but|as|that|which|who|its|their|his|her|into|between|against|under|over"
    r"|is|are|was|were|has|have|had|will|would|could|should|(?-i:may)|not|than|also|due)|,|-)$",
    re.IGNORECASE,
)
#: Shorter first halves are headings, labels and lines of a list rather than cut paragraphs.
_MIN_WORDS: Final = 4
#: Where the second half begins with a capital, only a first half as long as a sentence counts as cut.
_MIN_WORDS_CAPITAL: Final = 8
#: Longer words of a headline are written large, but for a few.
_SHORT_WORD: Final = 3
_LARGE: Final = 0.7
#: A small letter, but not the label of an item: "(b) ", "iv) ".
_LOW: Final = re.compile(r"[\"“‘'(\[]?(?!(?:[a-z]|[ivx]{2,4})\)\s)[a-z]")
_MOVABLE: Final = frozenset({BlockKind.CAPTION, BlockKind.TABLE, BlockKind.BOILERPLATE})


def join_cut(blocks: Sequence[DraftBlock]) -> tuple[DraftBlock, ...]:
    """Join each paragraph that ends in mid-sentence with the paragraph that goes on with it.

    Captions, tables and page furniture that stood between the halves follow the joined paragraph. In a text without capitals nothing tells that a
    paragraph goes on, so each stands for itself.
    """
    if without_capitals(blocks):
        return tuple(blocks)
    joined: list[DraftBlock] = []
    open_at: int | None = None
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            if open_at is not None and _is_standfirst(joined, open_at, block):
                open_at = None
            if open_at is not None and _goes_on(joined[open_at], block, interrupted=block.after_break or open_at != len(joined) - 1):
                joined[open_at] = together(joined[open_at], block)
            else:
                joined.append(block)
                open_at = len(joined) - 1
            continue
        joined.append(block)
        if block.kind not in _MOVABLE:
            open_at = None
    return tuple(joined)


def without_capitals(blocks: Sequence[DraftBlock]) -> bool:
    """Whether the paragraphs of a text have no capitals."""
    return not any(character.isupper() for block in blocks if block.kind is BlockKind.PARAGRAPH for character in block.text.text)


def _is_standfirst(blocks: Sequence[DraftBlock], index: int, following: DraftBlock) -> bool:
    """Whether a byline or a day stands between a paragraph without a full stop and the one that follows on its page, and no sentence ends above it."""
    between = [block.text.text for block in blocks[index + 1 :] if block.kind is BlockKind.BOILERPLATE]
    above = [block.text.text for block in blocks[: index + 1] if block.kind is BlockKind.PARAGRAPH]
    headed = any(people(text) or is_byline(text) or is_lone_line(text) for text in between)
    return headed and not following.after_break and not any(_ENDED.search(text) for text in above)


def _goes_on(first: DraftBlock, second: DraftBlock, *, interrupted: bool) -> bool:
    before, after = first.text.text, second.text.text
    words = len(before.split())
    if _THERE.search(before) and _FOUND.match(after):
        return True
    if second.item or words < _MIN_WORDS or (first.item and not interrupted):
        return False
    if (before.isupper() and not after.isupper()) or opens_turn(after) or parts_clauses(before, after):
        return False
    if _ENDED.search(before):
        return interrupted and bool(_ABBREVIATED.search(before)) and _starts_low(after)
    if _PAUSED.search(before):
        return interrupted and _starts_low(after)
    if _starts_low(after):
        return True
    if _DANGLING.search(before):
        return interrupted or words >= _MIN_WORDS_CAPITAL
    return interrupted and words >= _MIN_WORDS_CAPITAL and not first.item and not _is_headline(before)


def _is_headline(text: str) -> bool:
    """Whether most long words are written large, as those of a headline or a name are."""
    long_words = [word for word in text.split() if len(word) > _SHORT_WORD]
    return sum(word[:1].isupper() for word in long_words) >= _LARGE * len(long_words)


def _starts_low(text: str) -> bool:
    return _LOW.match(text) is not None


def together(first: DraftBlock, second: DraftBlock) -> DraftBlock:
    """Two parts of a paragraph as one; a hyphen that only the line's end made is lost."""
    head, glue = first.text, " "
    if re.search(r"[A-Za-z]{2}-$", head.text) and second.text.text[:1].islower():
        glue = ""
        if not keeps_hyphen(head.text):
            head = head.slice(0, len(head) - 1)
    shift = len(head) + len(glue)
    markers = (*first.markers, *(replace(marker, offset=marker.offset + shift) for marker in second.markers))
    return replace(first, text=join((head, second.text), glue), markers=markers, lines=first.lines + second.lines)
