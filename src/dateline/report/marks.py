"""Text to segments: where marks overlap, each stretch of text knows every mark that covers it.

HTML cannot hold elements that overlap without one lying in the other, and triggers, actors, dates and cues do
overlap. So the text is cut at every edge of a mark, and each segment carries the set of marks that cover it. Offsets
are those of the canonical text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.report.acts import Act
from dateline.report.claims import ClaimView
from dateline.report.voices import voice_of
from dateline.types import BlockKind, Document, Span

TRIGGER = "trigger"
#: The role of a sentence that is not simply the author's certain word; its key (see :mod:`dateline.report.voices`) follows.
VOICE = "voice "
CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that plays ``role`` (trigger, actor, recipient, date, place, speaker, cue) in the act of that number, or is a claim, or a voice."""

    span: Span
    act: int
    role: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A note marker: its label, the index of its note among the document's (``None`` where the note is lost), and
    which of the note's markers it is, from 1."""

    label: str
    note: int | None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the acts whose trigger covers it, the acts whose trigger ends with it, its other roles,
    and the note markers that follow it. Only the first segment of a block may have empty text (a marker at its very
    start). ``voice`` is whose word its sentence is told on, empty for the author's certain word; ``opens`` where that sentence begins."""

    text: str
    acts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    markers: tuple[Ref, ...] = ()
    voice: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the document as it is set: ``tag`` is ``h3`` to ``h6``, ``p``, or ``pre``; ``index`` counts the document's blocks from 0.

    ``skipped``: blocks before it are left out (of excerpts).
    """

    kind: BlockKind
    tag: str
    segments: tuple[Segment, ...]
    index: int = 0
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note beside the text: its label, whether the text has its marker, and its own text."""

    label: str
    marked: bool
    segments: tuple[Segment, ...]


def marks_of(act: Act) -> tuple[Mark, ...]:
    """Every span on which the record rests."""
    mention = act.mention
    found = [Mark(mention.trigger.span, act.number, TRIGGER)]
    found += [Mark(one.span, act.number, "actor") for one in mention.actors]
    found += [Mark(one.span, act.number, "recipient") for one in mention.recipients]
    if mention.date and mention.date.span:
        found.append(Mark(mention.date.span, act.number, "date"))
    if mention.place:
        found.append(Mark(mention.place.span, act.number, "place"))
    attribution = mention.attribution
    while attribution is not None:
        if attribution.span:
            found.append(Mark(attribution.span, act.number, "speaker"))
        attribution = attribution.via
    cues = (mention.cues.negated, mention.cues.status, mention.cues.certainty)
    return (*found, *(Mark(one.span, act.number, "cue") for one in cues if one))


def segments(
    text: str, span: Span, marks: Sequence[Mark], markers: Sequence[tuple[int, Ref]] = ()
) -> tuple[Segment, ...]:
    """The text of ``span`` cut at the edges of the marks and at the markers.

    Args:
        text: the whole canonical text.
        span: the part of it that is wanted; marks are clipped to it.
        marks: marks anywhere in the text, in any order, overlapping as they like.
        markers: ``(offset, marker)``; one at ``offset`` follows the character before it.

    Returns:
        Segments whose texts, joined, are ``text[span.start:span.end]``.
    """
    inside = [mark for mark in marks if mark.span.overlaps(span)]
    refs: dict[int, list[Ref]] = {}
    for offset, ref in markers:
        if span.start <= offset <= span.end:
            refs.setdefault(offset, []).append(ref)
    edges = {span.start, span.end, *refs}
    for mark in inside:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    cuts = sorted(edges)
    found = [Segment("", markers=tuple(refs[span.start]))] if span.start in refs else []
    opening = sorted(inside, key=lambda mark: mark.span.start)
    active: list[Mark] = []
    position = 0
    for start, end in pairwise(cuts):
        while position < len(opening) and opening[position].span.start <= start:
            active.append(opening[position])
            position += 1
        active = [mark for mark in active if mark.span.end > start]
        found.append(_segment(text[start:end], active, min(end, span.end), span, tuple(refs.get(end, ()))))
    return tuple(found)


def _segment(text: str, active: Sequence[Mark], end: int, block: Span, markers: tuple[Ref, ...]) -> Segment:
    triggers = [mark for mark in active if mark.role == TRIGGER]
    voice = next((mark for mark in active if mark.role.startswith(VOICE)), None)
    start = end - len(text)
    return Segment(
        text,
        tuple(sorted({mark.act for mark in triggers})),
        tuple(sorted({mark.act for mark in triggers if min(mark.span.end, block.end) == end})),
        tuple(sorted({f"{mark.role}-{mark.act}" for mark in active if mark.role != TRIGGER and mark is not voice})),
        markers,
        "" if voice is None else voice.role.removeprefix(VOICE),
        voice is not None and max(voice.span.start, block.start) == start,
    )


def voice_marks(found: Sequence[Act]) -> tuple[Mark, ...]:
    """The sentences that tell anything on somebody else's word, or hedge it; one that does both is both."""
    keys: dict[Span, set[str]] = {}
    for act in found:
        keys.setdefault(act.mention.sentence.span, set()).update(voice_of(act).split())
    return tuple(
        Mark(span, 0, VOICE + " ".join(sorted(words & {"told", "unsure"}))) for span, words in sorted(keys.items()) if words & {"told", "unsure"}
    )


def text_blocks(
    document: Document, found: Sequence[Act], claims: Sequence[ClaimView] = (), *, excerpts: bool = False
) -> tuple[TextBlock, ...]:
    """The body of a document, block by block; notes are left out (see :func:`margin_notes`), and boilerplate that
    holds no act. ``excerpts`` leaves out every block without an act or claim, except the title."""
    layout = _layout(document)
    all_marks = [mark for act in found for mark in marks_of(act)] + [Mark(one.claim.span, one.number, CLAIM) for one in claims]
    local = _by_span([span for _, _, span in layout], [*all_marks, *voice_marks(found)])
    refs = refs_of(document)
    offsets = [offset for offset, _ in refs]
    depths = sorted({level for kind, level, _ in layout if kind is BlockKind.HEADING})
    blocks: list[TextBlock] = []
    skipped = False
    for index, ((kind, level, span), marks) in enumerate(zip(layout, local, strict=True)):
        if kind is BlockKind.NOTE or not _is_set(kind, marks, excerpts):
            skipped |= excerpts and kind is not BlockKind.NOTE
            continue
        markers = refs[bisect_left(offsets, span.start) : bisect_right(offsets, span.end)]
        blocks.append(TextBlock(kind, _tag(kind, level, depths), segments(document.text, span, marks, markers), index, skipped))
        skipped = False
    return tuple(blocks)


def _is_set(kind: BlockKind, marks: Sequence[Mark], excerpts: bool) -> bool:
    """Whether a block is shown: boilerplate only with an act in it, any block but the title only with an act or claim in excerpts."""
    if kind is BlockKind.BOILERPLATE:
        return any(mark.role == TRIGGER for mark in marks)
    return not excerpts or kind is BlockKind.TITLE or any(mark.role in (TRIGGER, CLAIM) for mark in marks)


def block_at(document: Document, offset: int) -> int:
    """The index of the block that holds an offset: the last that begins at or before it."""
    starts = [span.start for _, _, span in _layout(document)]
    return max(bisect_right(starts, offset) - 1, 0)


def _by_span(spans: Sequence[Span], marks: Sequence[Mark]) -> list[list[Mark]]:
    """For each span (in order, none lying in another) the marks that overlap it."""
    starts = [span.start for span in spans]
    found: list[list[Mark]] = [[] for _ in spans]
    for mark in marks:
        index = max(bisect_right(starts, mark.span.start) - 1, 0)
        while index < len(spans) and starts[index] < mark.span.end:
            if spans[index].overlaps(mark.span):
                found[index].append(mark)
            index += 1
    return found


def refs_of(document: Document) -> tuple[tuple[int, Ref], ...]:
    """Offset and reference of every note marker, in the order of the text."""
    notes = {note.label: index for index, note in reversed(tuple(enumerate(document.notes)))}
    seen: Counter[str] = Counter()
    found: list[tuple[int, Ref]] = []
    for marker in sorted(document.markers, key=lambda one: (one.offset, one.label)):
        seen[marker.label] += 1
        found.append((marker.offset, Ref(marker.label, notes.get(marker.label), seen[marker.label])))
    return tuple(found)


def margin_notes(document: Document, found: Sequence[Act]) -> tuple[MarginNote, ...]:
    """The notes of a document in their own order (a :class:`Ref` names them by it)."""
    marks = [mark for act in found for mark in marks_of(act)]
    marked = {marker.label for marker in document.markers}
    order = sorted(range(len(document.notes)), key=lambda index: document.notes[index].span)
    local = dict(zip(order, _by_span([document.notes[index].span for index in order], marks), strict=True))
    return tuple(
        MarginNote(note.label, note.label in marked, segments(document.text, note.span, local[index]))
        for index, note in enumerate(document.notes)
    )


def _layout(document: Document) -> tuple[tuple[BlockKind, int, Span], ...]:
    """Kind, level and span of the blocks in order; a text without blocks is cut at its line breaks."""
    length = len(document.text)
    if document.blocks:
        ordered = sorted(document.blocks, key=lambda block: block.span)
        return tuple(
            (block.kind, block.level, Span(block.span.start, min(block.span.end, length)))
            for block in ordered
            if block.span.start < length
        )
    found: list[tuple[BlockKind, int, Span]] = []
    start = 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            found.append((BlockKind.PARAGRAPH, 0, Span(start, start + len(line.rstrip("\r\n")))))
        start += len(line)
    return tuple(found)


def _tag(kind: BlockKind, level: int, depths: Sequence[int]) -> str:
    """The element of a block; headings begin below the title and leave no level out, whatever depths the document uses."""
    if kind is BlockKind.TITLE:
        return "h3"
    if kind is BlockKind.HEADING:
        return f"h{min(depths.index(level) + 4, 6)}"
    return "pre" if kind is BlockKind.TABLE else "p"
