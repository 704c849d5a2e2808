"""The document's text for the page: blocks, sentences, and segments that know every mark that covers them.

Offsets are code points of the canonical text. Every segment carries where it begins, from which a selection in the browser finds its
offsets again.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.decisions.values import Record
from dateline.types import Block, BlockKind, Coded, Span

#: Blocks shown at a time; a longer document is shown around the record that is being reviewed.
MAX_BLOCKS: Final = 160
#: Elements of the kinds of block; what is not here is a paragraph.
TAGS: Final = {BlockKind.TITLE: "h2", BlockKind.HEADING: "h3", BlockKind.TABLE: "pre"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text: where it begins, the record whose trigger it is (the first one), and its roles in the current record."""

    start: int
    text: str
    trigger: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a block (``sentence`` is its number), or text between sentences (``None``)."""

    sentence: int | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the page."""

    kind: str
    tag: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """The blocks that are shown, and offsets of the first block before and after them (``None`` at the ends)."""

    blocks: tuple[TextBlock, ...]
    earlier: int | None
    later: int | None


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    trigger: str | None
    role: str


def page_text(coded: Coded, records: Sequence[Record], current: Record | None, around: int | None = None) -> PageText:
    """The document's text with its records marked.

    Args:
        coded: the document.
        records: as the reviewer has them.
        current: the one on the card; its parties, date, place and speaker are marked too.
        around: the offset that must be in sight where the document is long; the current record's where ``None``.
    """
    blocks = _blocks(coded)
    first, last = 0, len(blocks)
    if len(blocks) > MAX_BLOCKS:
        if around is None:
            around = current["trigger"]["span"][0] if current is not None else 0
        at = max(bisect_right([one.span.start for one in blocks], around) - 1, 0)
        first = min(max(at - MAX_BLOCKS // 2, 0), len(blocks) - MAX_BLOCKS)
        last = first + MAX_BLOCKS
    marks = sorted([*_triggers(records), *_roles(current)], key=lambda mark: mark.start)
    starts = [mark.start for mark in marks]
    longest = max((mark.end - mark.start for mark in marks), default=0)
    sentences = [(one.span, one.index) for one in coded.sentences]
    sentence_starts = [span.start for span, _ in sentences]
    shown = []
    for block in blocks[first:last]:
        low, high = bisect_left(starts, block.span.start - longest), bisect_left(starts, block.span.end)
        near = [mark for mark in marks[low:high] if mark.end > block.span.start]
        low, high = bisect_left(sentence_starts, block.span.start), bisect_left(sentence_starts, block.span.end)
        parts = _parts(coded.document.text, block.span, sentences[low:high], near)
        shown.append(TextBlock(block.kind.value, TAGS.get(block.kind, "p"), tuple(parts)))
    earlier = blocks[max(first - MAX_BLOCKS // 2, 0)].span.start if first > 0 else None
    later = blocks[min(last + MAX_BLOCKS // 2, len(blocks)) - 1].span.start if last < len(blocks) else None
    return PageText(tuple(shown), earlier, later)


def _blocks(coded: Coded) -> list[Block]:
    document = coded.document
    length = len(document.text)
    if document.blocks:
        kept = sorted((one for one in document.blocks if one.span.start < length), key=lambda one: one.span)
        return [Block(one.kind, Span(one.span.start, min(one.span.end, length)), one.level) for one in kept]
    found, start = [], 0
    for line in document.text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if bare.strip():
            found.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(bare))))
        start += len(line)
    return found


def _triggers(records: Iterable[Record]) -> Iterable[_Mark]:
    for record in records:
        start, end = record["trigger"]["span"]
        yield _Mark(start, end, record["mention_id"], "trigger")


def _roles(record: Record | None) -> Iterable[_Mark]:
    if record is None:
        return
    named: list[tuple[str, Mapping[str, Any] | None]] = []
    for role, name in (("actor", "actors"), ("recipient", "recipients")):
        named += [(role, party) for party in record[name]]
    named += [(name, record[name]) for name in ("date", "place")]
    said = record["attribution"]
    while said is not None:
        named.append(("speaker", said))
        said = said["via"]
    named += [("cue", record["cues"][name]) for name in ("negated", "status", "certainty")]
    for role, part in named:
        if part is not None and part["span"] is not None:
            yield _Mark(part["span"][0], part["span"][1], None, role)


def _parts(text: str, block: Span, sentences: Sequence[tuple[Span, int]], marks: Sequence[_Mark]) -> Iterable[Part]:
    at = block.start
    for span, number in sentences:
        start, end = max(span.start, at), min(span.end, block.end)
        if start > at:
            yield Part(None, _segments(text, at, start, marks))
        if end > start:
            yield Part(number, _segments(text, start, end, marks))
            at = end
    if at < block.end:
        yield Part(None, _segments(text, at, block.end, marks))


def _segments(text: str, start: int, end: int, marks: Sequence[_Mark]) -> tuple[Segment, ...]:
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(max(one.start, start) for one in inside), *(min(one.end, end) for one in inside)})
    found = []
    for low, high in itertools.pairwise(cuts):
        over = [one for one in inside if one.start <= low and one.end >= high]
        triggers = [one.trigger for one in over if one.trigger is not None]
        roles = tuple(dict.fromkeys(one.role for one in over if one.trigger is None))
        found.append(Segment(low, text[low:high], triggers[0] if triggers else None, roles))
    return tuple(found)
