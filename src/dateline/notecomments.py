"""What the comments of notes tell, as acts of the document: "[^4]: Reuters, 3 May 2016. **Tehran denied the charge.**"

A comment goes on from the words that its note stands behind: it is coded behind their paragraph, so that "the charge" and "the same day" are read there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.identities import mention_id
from dateline.movedacts import moved
from dateline.read.authornotes import is_of_paper, is_source_note
from dateline.read.citation_comments import is_comment, sentences_of
from dateline.read.dates import YEAR_NAMED, parse_date
from dateline.types import (
    REPORTING,
    Block,
    BlockKind,
    Coded,
    Document,
    EventMention,
    Note,
    Sentence,
    SentenceKind,
    Source,
    SourceLink,
    Span,
    TimeRef,
)

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline

#: A paragraph that names no year is read with so many before it.
_PARAGRAPHS: Final = 3
#: The author's comment need not rest on the source that it stands behind.
_LINK_SCORE: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment at its place, with the words of the text before it that it goes on from, and the sources that its note cites before."""

    span: Span
    context: Span | None
    sources: tuple[Source, ...]


def with_comments(pipeline: Pipeline, coded: Sequence[Coded]) -> list[Coded]:
    """Coded documents with the acts that the comments of their notes tell, behind those of the text."""
    found = [(number, comment) for number, one in enumerate(coded) for comment in _comments(one)]
    if not found:
        return list(coded)
    read = pipeline.plain([_document(coded[number].document, comment) for number, comment in found])
    told: dict[int, list[EventMention]] = {}
    for (number, comment), one in zip(found, read, strict=True):
        told.setdefault(number, []).extend(_told(coded[number].document, comment, one))
    return [_with_acts(one, told.get(number, [])) for number, one in enumerate(coded)]


def _comments(coded: Coded) -> Iterator[_Comment]:
    document = coded.document
    for note in document.notes:
        sources = [one for one in document.sources if one.note == note.label and one.span is not None and note.span.contains(one.span)]
        for span in _runs(document, note, sources):
            before = tuple(one for one in sources if one.span is not None and one.span.end <= span.start)
            yield _Comment(span, _context(coded, note), before)


def _runs(document: Document, note: Note, sources: Sequence[Source]) -> Iterator[Span]:
    """The runs of sentences of a note that tell something and cite nothing; the author's thanks tell no act."""
    text = document.slice(note.span)
    run: Span | None = None
    for start, end in () if is_source_note(text) else sentences_of(text):
        span = Span(note.span.start + start, note.span.start + end)
        if is_comment(text[start:end]) and not is_of_paper(text[start:end]) and not any(one.span is not None and one.span.overlaps(span) for one in sources):
            run = Span(run.start if run is not None else span.start, span.end)
            continue
        if run is not None:
            yield run
        run = None
    if run is not None:
        yield run


def _context(coded: Coded, note: Note) -> Span | None:
    """The paragraph of a note's marker up to its sentence's end, with those before it where it names no year."""
    marker = next(iter(note.markers), None)
    sentence = next((one for one in coded.sentences if marker is not None and one.span.start < marker <= one.span.end + 1), None)
    if sentence is None:
        return None
    starts = [block.span.start for block in coded.document.blocks if block.kind is BlockKind.PARAGRAPH and block.span.start <= sentence.span.start]
    for start in starts[: -_PARAGRAPHS - 1 : -1]:
        if YEAR_NAMED.search(coded.document.text, start, sentence.span.end) or start == starts[max(len(starts) - _PARAGRAPHS, 0)]:
            return Span(start, sentence.span.end)
    return sentence.span


def _document(document: Document, comment: _Comment) -> Document:
    """A text of the comment behind its context."""
    context = comment.context
    if context is None:
        text, blocks = document.slice(comment.span), tuple[Block, ...]()
    else:
        text = f"{document.slice(context)} {document.slice(comment.span)}"
        inside = [one for one in document.blocks if one.span.overlaps(context)]
        blocks = tuple(replace(one, span=Span(max(one.span.start, context.start) - context.start, one.span.end - context.start)) for one in inside[:-1])
    last = Block(BlockKind.PARAGRAPH, Span(max((one.span.end for one in blocks), default=0), len(text)))
    return Document("comment", document.input_id, text, "", (*blocks, last), published=document.published, publisher=document.publisher)


def _told(document: Document, comment: _Comment, coded: Coded) -> Iterator[EventMention]:
    """The acts of the comment itself, moved to the note."""
    context, start = comment.context, comment.span.start
    cut = 0 if context is None else context.end - context.start + 1

    def place(at: int) -> int:
        return at - cut + start if at >= cut or context is None else at + context.start

    for mention in coded.mentions:
        if mention.sentence.span.start >= cut:
            sentence = Sentence(0, mention.sentence.text, Span(place(mention.sentence.span.start), place(mention.sentence.span.end - 1) + 1), SentenceKind.NOTE)
            links = tuple(SourceLink(one, "sentence", _LINK_SCORE) for one in comment.sources)
            act = moved(mention, place)
            time = _dated(act, comment.sources)
            yield replace(act, doc_id=document.doc_id, input_id=document.input_id, sentence=sentence, date=time, sources=links)


def _dated(act: EventMention, sources: Sequence[Source]) -> TimeRef | None:
    """An act that is dated by no words has the day, or month, of the source before it."""
    source = next((one for one in reversed(sources) if one.published and one.kind in REPORTING), None)
    day = parse_date(source.published or "") if source is not None else None
    if day is None or day.month is None or (act.date is not None and act.date.basis != "document"):
        return act.date
    first, last = day.to_date() or date(day.year, day.month, 1), day.to_date() or day.month_end()
    return TimeRef(first, last or first, "day" if day.day else "month", "source")


def _with_acts(coded: Coded, told: Sequence[EventMention]) -> Coded:
    """The document with the acts of its comments, each with the id of its place."""
    if not told:
        return coded
    number = len(coded.sentences)
    sentences = {span: number + at for at, span in enumerate(dict.fromkeys(one.sentence.span for one in told))}
    ordinals: dict[int, int] = {}
    acts = []
    for one in told:
        identity = mention_id(coded.document, one.trigger.span.start, ordinals)
        acts.append(replace(one, mention_id=identity, event_id=identity, sentence=replace(one.sentence, index=sentences[one.sentence.span])))
    return replace(coded, sentences=(*coded.sentences, *dict.fromkeys(one.sentence for one in acts)), mentions=(*coded.mentions, *acts))
