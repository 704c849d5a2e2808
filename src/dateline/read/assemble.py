"""A draft -> a document: title first, body, then notes; markers paired with notes; citations parsed; problems named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dateline.errors import DatelineError, problem
from dateline.read.blocks import join_cut
from dateline.read.boilerplate import as_headings, classify, without_furniture
from dateline.read.citations import parse_note
from dateline.read.draft import Draft, DraftBlock, DraftNote, Metadata
from dateline.read.language import foreign_language
from dateline.read.metadata import read_masthead
from dateline.read.options import ReadOptions
from dateline.read.textmap import TextBuilder
from dateline.types import Block, BlockKind, Document, Marker, Note, Problem, Source, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from. ``replaced`` counts characters that stand for bytes that could not be decoded."""

    input_id: str
    raw_sha256: str
    replaced: int = 0
    known: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A note in the canonical text, and where it stood in the raw input."""

    label: str | None
    span: Span
    raw: int
    link: str | None = None


def document_id(input_id: str, published: date | None, publisher: str | None, raw_sha256: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 over input id, ISO date, publisher and the raw bytes' SHA-256, tab-separated."""
    fields = (input_id, published.isoformat() if published else "", publisher or "", raw_sha256)
    return hashlib.sha256("\t".join(fields).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def assemble(draft: Draft, origin: Origin, options: ReadOptions) -> Document:
    """Put a document together.

    Args:
        draft: what the format's reader found.
        origin: id and hash of the input, and what its corpus line says of it, which wins over the text.
        options: see :class:`dateline.read.options.ReadOptions`.

    Raises:
        DatelineError: ``E003`` where no text is left, ``E006`` for a language other than English.
    """
    front = _known(draft.metadata, origin.known)
    headed = tuple(without_furniture(tuple(as_headings(draft.blocks))))
    masthead = read_masthead(headed, front)
    metadata = _filled(masthead.metadata, draft.fallback)
    blocks = join_cut(tuple(classify(masthead.blocks, metadata.authors)))
    published = origin.known.published or options.date or metadata.published or draft.fallback.published
    builder = TextBuilder(draft.places)
    placed_blocks, found = _place_blocks(blocks, builder)
    notes = tuple(_Placed(note.label, builder.add(note.text), note.raw, note.link) for note in draft.notes)
    text, textmap = builder.build()
    if not text:
        raise DatelineError("E003", origin.input_id)
    _check_language(blocks, draft.notes, origin, options)
    markers = tuple(marker for marker, _ in found)
    document_notes = _pair(notes, found)
    doc_id = document_id(origin.input_id, published, metadata.publisher, origin.raw_sha256)
    note_kinds = (Block(BlockKind.NOTE if note.label is not None else BlockKind.BOILERPLATE, note.span) for note in notes)
    return Document(
        doc_id=doc_id,
        input_id=origin.input_id,
        text=text,
        raw_sha256=origin.raw_sha256,
        blocks=(*placed_blocks, *note_kinds),
        notes=document_notes,
        markers=markers,
        sources=_sources(text, notes),
        title=metadata.title,
        authors=metadata.authors,
        published=published,
        publisher=metadata.publisher,
        url=metadata.url,
        lang=metadata.lang or ("en" if options.check_language else None),
        format=draft.format,
        textmap=textmap,
        problems=(*_said(draft, doc_id, origin, published), *_problems(doc_id, origin, published, document_notes, markers)),
    )


def _known(front: Metadata, known: Metadata) -> Metadata:
    """Front matter, overlaid with what the corpus line says."""
    return replace(
        front,
        title=known.title or front.title,
        title_text=known.title_text or front.title_text,
        authors=known.authors or front.authors,
        published=known.published or front.published,
        publisher=known.publisher or front.publisher,
        url=known.url or front.url,
        lang=known.lang or front.lang,
    )


def _filled(found: Metadata, fallback: Metadata) -> Metadata:
    """Title and authors from outside the text, where the text names none."""
    return replace(found, title=found.title or fallback.title, authors=found.authors or fallback.authors)


def _said(draft: Draft, doc_id: str, origin: Origin, published: date | None) -> Iterator[Problem]:
    """What the format's reader had to say, and whether the date is but the file's."""
    for code, detail in draft.problems:
        yield problem(code, origin.input_id, detail, doc_id=doc_id)
    if published is not None and published == draft.fallback.published:
        yield problem("W122", origin.input_id, published.isoformat(), doc_id=doc_id)


def _place_blocks(blocks: Sequence[DraftBlock], builder: TextBuilder) -> tuple[tuple[Block, ...], tuple[tuple[Marker, int], ...]]:
    """The blocks with their spans, and the markers with the raw offset at which each stood."""
    placed: list[Block] = []
    markers: list[tuple[Marker, int]] = []
    for block in blocks:
        if not block.text.text:
            continue
        span = builder.add(block.text)
        placed.append(Block(block.kind, span, block.level))
        for marker in block.markers:
            offset = min(span.start + marker.offset, span.end)
            before = block.text.slice(max(0, marker.offset - 1)).first_raw()
            markers.append((Marker(marker.label, offset), before or 0))
    return tuple(placed), tuple(markers)


def _pair(notes: Sequence[_Placed], markers: Sequence[tuple[Marker, int]]) -> tuple[Note, ...]:
    """Each marker goes to the note with its label.

    Where labels repeat (numbering by page or chapter) it goes to the first such note that stands after it in the raw input and before
    the next of them, or else to the last one.
    """
    labelled = [note for note in notes if note.label is not None]
    offsets: list[list[int]] = [[] for _ in labelled]
    by_label: dict[str, list[int]] = {}
    for index, note in enumerate(labelled):
        by_label.setdefault(note.label or "", []).append(index)
    for marker, raw in markers:
        candidates = by_label.get(marker.label)
        if candidates:
            chosen = next((index for index in candidates if labelled[index].raw >= raw), candidates[-1])
            offsets[chosen].append(marker.offset)
    return tuple(Note(note.label or "", note.span, tuple(sorted(places))) for note, places in zip(labelled, offsets, strict=True))


def _sources(text: str, notes: Sequence[_Placed]) -> tuple[Source, ...]:
    found: list[Source] = []
    for note in notes:
        cited = text[note.span.start : note.span.end]
        found.extend(parse_note(cited, note=note.label, offset=note.span.start, earlier=tuple(found), link=note.link))
    return tuple(found)


def _check_language(blocks: Sequence[DraftBlock], notes: Sequence[DraftNote], origin: Origin, options: ReadOptions) -> None:
    if not options.check_language:
        return
    coded = [block.text.text for block in blocks if block.kind in {BlockKind.TITLE, BlockKind.PARAGRAPH}]
    sample = "\n".join(coded or [block.text.text for block in blocks] or [note.text.text for note in notes])
    language = foreign_language(sample)
    if language is not None:
        raise DatelineError("E006", origin.input_id, f"it looks like {language}")


def _problems(doc_id: str, origin: Origin, published: date | None, notes: Sequence[Note], markers: Sequence[Marker]) -> tuple[Problem, ...]:
    where = origin.input_id
    found: list[Problem] = []
    if origin.replaced:
        found.append(problem("W101", where, f"{origin.replaced} characters", doc_id=doc_id))
    if published is None:
        found.append(problem("W102", where, doc_id=doc_id))
    for note in notes:
        if not note.markers:
            found.append(problem("W103", where, f"note {note.label}", doc_id=doc_id, span=note.span))
    labels = {note.label for note in notes}
    for marker in markers:
        if marker.label not in labels:
            found.append(problem("W104", where, f"marker {marker.label} at {marker.offset}", doc_id=doc_id))
    return tuple(found)
