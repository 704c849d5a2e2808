"""The head of a memo: "To:", "From:", "Date:", "Subject:" give title, author and day, and are no text of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.read.dates import parse_date_line
from dateline.read.draft import DraftBlock, Headed, Metadata
from dateline.read.names import people
from dateline.types import BlockKind

#: What a line of the head of a memo begins with.
_LINE: Final = re.compile(
    r"\s*(?:\*\*|__)?(?P<label>to|from|cc|bcc|date|sent|subject|re|ref(?:erence)?|via|through|thru|attn|classification|distribution|drafted by|cleared by)"
    r"(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?=\S)",
    re.IGNORECASE,
)
#: A head has one of each of two of these at least.
_NEEDED: Final = frozenset({"to", "from", "date", "sent", "subject", "re"})
_LEAST: Final = 2
#: Between its lines may stand one that goes on with the line above.
_BETWEEN: Final = 1
#: So many blocks at the top may hold it.
_TOP: Final = 15
_SIGN: Final = re.compile(
    r"\W*(?:(?:internal|confidential|policy|briefing|office)\s+)?(?:memo(?:randum)?|note (?:to|for) (?:the )?file|aide[- ]m[eé]moire|minute)"
    r"(?:\s+for .{3,60})?\W*",
    re.IGNORECASE,
)
_POST: Final = re.compile(r",.*|\s*\(.*|\s+[-–—|]\s.*")


def is_memo_line(line: str) -> bool:
    """Whether a line is one of the head of a memo: "To: ...", "**Subject:** ..."."""
    return _LINE.match(line) is not None


def is_memo_label(text: str) -> bool:
    """Whether a cell of a table is the label of such a line, with or without its colon."""
    return _LINE.match(f"{text.strip().rstrip(':')}: -") is not None


def read_memo(blocks: Sequence[DraftBlock]) -> Headed:
    """Find the head of a memo at the top of a document; where there is none, the blocks stay as they are."""
    found = {
        index: match
        for index, block in enumerate(blocks[:_TOP])
        if block.kind is not BlockKind.TABLE and (match := _LINE.match(block.text.text)) is not None
    }
    labels = {match["label"].lower(): index for index, match in reversed(found.items())}
    if not found or max(found) - min(found) >= len(found) + _BETWEEN or len(_NEEDED & labels.keys()) < _LEAST:
        return Headed(tuple(blocks), Metadata())
    metadata = Metadata()
    for label, index in labels.items():
        value = blocks[index].text.slice(found[index].end())
        if label in {"subject", "re"}:
            metadata = replace(metadata, title=value.text, title_text=value)
        elif label == "from":
            metadata = replace(metadata, authors=people(_POST.sub("", value.text)))
        elif label in {"date", "sent"} and (day := parse_date_line(value.text)) is not None:
            metadata = replace(metadata, published=day.to_date(), month=day.month_end())
    aside = set(found) | {index for index in range(max(found)) if _SIGN.fullmatch(blocks[index].text.text)}
    subject = labels.get("subject", labels.get("re"))
    kept = [replace(block, kind=BlockKind.BOILERPLATE) if index in aside else block for index, block in enumerate(blocks) if index != subject]
    return Headed(tuple(kept), metadata)
