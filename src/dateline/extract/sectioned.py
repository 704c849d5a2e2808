"""The sections of a document by their heads, marked ones and short lines above a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dateline.types import Block, BlockKind, Document, Span

_LONGEST_HEAD: Final = 10
_STOP: Final = re.compile(r"[.!?…;,][\"”’)\]]*\s*$")


def headed(document: Document, opens: Callable[[str], bool], goes_on: Callable[[str], bool] = lambda _: False) -> Iterator[tuple[int, Span]]:
    """The sections under certain heads, each up to the next head of its level, of a marked head up to the next marked one.

    Args:
        document: the document.
        opens: whether a head is one of those.
        goes_on: whether a head stands inside the section that another opened, whatever its level.

    Yields:
        The number of the head's block and the span of its section, head included.
    """
    blocks = document.blocks
    heads = [number for number in range(len(blocks)) if _is_head(document, blocks, number)]
    for number in heads:
        block = blocks[number]
        if not opens(document.slice(block.span)):
            continue
        closing = (other for other in heads if other > number and blocks[other].level <= (block.level or blocks[other].level))
        marked = block.kind is BlockKind.HEADING
        after = next((other for other in closing if (blocks[other].kind is BlockKind.HEADING or not marked) and not goes_on(document.slice(blocks[other].span))), None)
        yield number, Span(block.span.start, len(document.text) if after is None else blocks[after].span.start)


def _is_head(document: Document, blocks: Sequence[Block], number: int) -> bool:
    """Whether a block heads a section: marked so, or a short line without a full stop above a paragraph that has one."""
    block = blocks[number]
    if block.kind is BlockKind.HEADING:
        return True
    text = document.slice(block.span).strip()
    if block.kind is not BlockKind.PARAGRAPH or number + 1 == len(blocks) or len(text.split()) > _LONGEST_HEAD or _STOP.search(text):
        return False
    return text[:1].isalnum() and _STOP.search(document.slice(blocks[number + 1].span)) is not None
