"""The labels of a cable's parts, "SUMMARY.", "BEGIN COMMENT:", "END SUMMARY.": no words of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.read.draft import DraftBlock
from dateline.read.textmap import Mapped, join
from dateline.types import BlockKind

_PARTS: Final = r"(?:SUMMARY|Summary|COMMENT|Comment|INTRODUCTION|Introduction|BACKGROUND|Background|NOTE|Note|ACTION REQUEST(?:ED)?|Action [Rr]equest(?:ed)?)"
_LABEL: Final = rf"(?:(?:BEGIN|Begin) )?{_PARTS}(?: (?:AND|and|&) {_PARTS})?"
#: Number and portion mark of a paragraph stay before what follows the label.
_OPENS: Final = re.compile(rf"(?P<before>\s*(?:\d{{1,2}}\.\s+)?(?:\([A-Z/]+\)\s+)?){_LABEL}\s*(?:\.{{1,3}}|:|-{{1,2}}|–|—)\s*(?=[\"“‘'(]?[^\W_])")
_CLOSES: Final = re.compile(rf"\s*[(\[-]*\s*(?:END|End) (?i:(?:of )?{_PARTS}(?: and {_PARTS})?)\s*[.)\]-]*\s*$")
_ALONE: Final = re.compile(rf"\W*(?:\d{{1,2}}\.\s+)?(?:\([A-Z/]+\)\s+)?(?:(?:END|End) (?:(?:OF|of) )?)?{_LABEL}\W*")


def without_labels(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    """The blocks of a cable without the labels of its parts."""
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            yield block
        elif _ALONE.fullmatch(block.text.text):
            yield replace(block, kind=BlockKind.BOILERPLATE)
        else:
            yield replace(block, text=_bare(block))


def _bare(block: DraftBlock) -> Mapped:
    text = block.text
    if block.markers:  # they stand at offsets of the whole text
        return text
    closes = _CLOSES.search(text.text)
    if closes is not None:
        text = text.slice(0, closes.start())
    opens = _OPENS.match(text.text)
    return text if opens is None else join([text.slice(0, opens.end("before")), text.slice(opens.end())], "")
