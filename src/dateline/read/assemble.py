"""A draft -> a document: title first, body, then notes; markers paired with notes; citations parsed; problems named."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dateline.errors import DatelineError, problem
from dateline.read.blocks import join_cut
from dateline.read.boilerplate import as_headings, classify, set_aside, shortened, without_furniture
from dateline.read.cable import read_cable
from dateline.read.citation_back import Above
from dateline.read.citation_cells import named_sources
from dateline.read.citation_short import Work
from dateline.read.citations import base_label, parse_note
from dateline.read.cutwords import mended
from dateline.read.draft import Draft, DraftBlock, DraftNote, Metadata, Remark
from dateline.read.labels import read_labelled
from dateline.read.language import ANOTHER_SCRIPT, foreign_language
from dateline.read.linked import as_notes, in_text
from dateline.read.liveupdates import with_entries_apart, without_summaries
from dateline.read.meeting import read_meeting
from dateline.read.memo import read_memo
from dateline.read.metadata import read_masthead
from dateline.read.minutes import read_minutes
from dateline.read.options import ReadOptions
from dateline.read.stories import same_report
from dateline.read.textmap import TextBuilder
from dateline.read.unpunctuated import unpunctuated
from dateline.read.wire import with_datelines
from dateline.types import Block, BlockKind, Document, Marker, Note, Problem, Source, Span

#: The label of an entry that is cited by author and year: "Reuters 2022a".
_NAME_AND_YEAR: Final = re.compile(r"[^\W\d_].*\s(?:(?:1[6-9]|20)\d\d[a-z]?|n\.d\.)(?: \(\d+\))?$")


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
    key: str | None = None
    cell: bool = False


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
    entries = with_entries_apart(mended(draft.blocks))
    headed = tuple(without_summaries(tuple(without_furniture(tuple(as_headings(tuple(with_datelines(entries))))))))
    cable = read_cable(headed)
    memo = read_memo(cable.blocks)
    meeting = read_minutes(memo.blocks) or read_meeting(memo.blocks)
    labelled = read_labelled(meeting.blocks)
    said = Metadata()
    for part in (labelled.metadata, meeting.metadata, memo.metadata, cable.metadata, draft.metadata, origin.known):
        said = with_known(said, part)
    masthead = read_masthead(labelled.blocks, said)
    metadata = with_known(draft.weak, masthead.metadata)
    classified = tuple(classify(masthead.blocks, metadata.authors))
    aside = tuple(Remark("W129", shortened(block.text.text)) for block in set_aside(masthead.blocks, classified))
    told = [block.text.text for block in classified if block.kind is BlockKind.PARAGRAPH]
    several = () if same_report(told) else (Remark("W130"),)
    blocks, cited = as_notes(classified if draft.whole else join_cut(classified), draft.notes)
    published, unsure = _published(draft, masthead.metadata, origin, options)
    builder = TextBuilder(draft.places)
    placed_blocks, found = _place_blocks(blocks, builder)
    notes = _place_notes(cited, builder)
    text, textmap = builder.build()
    if not text:
        raise DatelineError("E003", origin.input_id)
    _check_language(blocks, draft.notes, origin, options)
    document_notes, markers = _pair(notes, found)
    sources = _sources(text, notes)
    doc_id = document_id(origin.input_id, published, metadata.publisher, origin.raw_sha256)
    return Document(
        doc_id=doc_id,
        input_id=origin.input_id,
        text=text,
        raw_sha256=origin.raw_sha256,
        blocks=(*placed_blocks, *map(_note_block, notes)),
        notes=tuple(_of_kind(note, sources) for note in document_notes),
        markers=markers,
        sources=sources,
        title=metadata.title,
        authors=metadata.authors,
        published=published,
        publisher=metadata.publisher,
        url=metadata.url,
        lang=metadata.lang or ("en" if options.check_language else None),
        format=draft.format,
        textmap=textmap,
        country=metadata.country or options.country,
        problems=_problems(doc_id, origin, published, document_notes, markers, (*draft.remarks, *several, *unpunctuated(told), *aside, *unsure)),
    )


def _note_block(note: _Placed) -> Block:
    return Block(BlockKind.NOTE if note.label is not None else BlockKind.BOILERPLATE, note.span)


def _published(draft: Draft, masthead: Metadata, origin: Origin, options: ReadOptions) -> tuple[date | None, tuple[Remark, ...]]:
    """The day of publication, with a remark where only the file's properties or a month tell it."""
    certain = origin.known.published or options.date or masthead.published
    if certain is not None:
        return certain, ()
    published = _of_month(masthead.month, draft.weak.published)
    if published is None:
        return None, ()
    return published, (Remark("W126" if published == draft.weak.published else "W127", published.isoformat()),)


def _of_month(month: date | None, weak: date | None) -> date | None:
    """The day in a file's properties, where the text does not name another month; else the last day of the month that it names."""
    if month is None or (weak is not None and (weak.year, weak.month) == (month.year, month.month)):
        return weak
    return month


def with_known(front: Metadata, known: Metadata) -> Metadata:
    """Front matter, overlaid with what the corpus line says."""
    return replace(
        front,
        title=known.title or front.title,
        title_text=known.title_text or front.title_text,
        authors=known.authors or front.authors,
        published=known.published or front.published,
        month=known.month or front.month,
        publisher=known.publisher or front.publisher,
        url=known.url or front.url,
        lang=known.lang or front.lang,
        country=known.country or front.country,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A marker in the canonical text, the raw offset at which it stood, and the key of its note where the format links them."""

    marker: Marker
    raw: int
    key: str | None


def _place_blocks(blocks: Sequence[DraftBlock], builder: TextBuilder) -> tuple[tuple[Block, ...], tuple[_Found, ...]]:
    """The blocks with their spans, and the markers with the raw offset at which each stood."""
    placed: list[Block] = []
    markers: list[_Found] = []
    for block in blocks:
        if not block.text.text:
            continue
        span = builder.add(block.text)
        placed.append(Block(block.kind, span, block.level))
        for marker in block.markers:
            offset = min(span.start + marker.offset, span.end)
            before = block.text.slice(max(0, marker.offset - 1)).first_raw()
            markers.append(_Found(Marker(marker.label, offset), before or 0, marker.key))
    return tuple(placed), tuple(markers)


def _place_notes(notes: Sequence[DraftNote], builder: TextBuilder) -> tuple[_Placed, ...]:
    """The notes with their spans. Where numbering restarts, the second note 1 is "1 (2)": a label names one note."""
    seen: Counter[str] = Counter()
    placed: list[_Placed] = []
    for note in notes:
        label = note.label
        if label is not None:
            seen[label] += 1
            label = label if seen[label] == 1 else f"{label} ({seen[label]})"
        placed.append(_Placed(label, builder.add(note.text), note.raw, note.link, note.key, note.cell))
    return tuple(placed)


def _pair(notes: Sequence[_Placed], markers: Sequence[_Found]) -> tuple[tuple[Note, ...], tuple[Marker, ...]]:
    """Each marker goes to the note that it is linked to, else to the note with its label, whose label it takes.

    Where labels repeat (numbering by page or chapter) and markers and notes restart equally often with the same labels, the n-th run
    of markers belongs to the n-th run of notes. Else a marker goes to the first note with its label that stands after it in the raw
    input and before the next of them, or else to the last one.
    """
    labelled = [note for note in notes if note.label is not None]
    offsets: list[list[int]] = [[] for _ in labelled]
    by_label: dict[str, list[int]] = {}
    by_key = {note.key: index for index, note in enumerate(labelled) if note.key is not None}
    for index, note in enumerate(labelled):
        by_label.setdefault(base_label(note.label or ""), []).append(index)
    paired: list[Marker] = []
    runs = _by_runs(labelled, markers) if any(len(indices) > 1 for indices in by_label.values()) else {}
    for position, found in enumerate(markers):
        linked = by_key.get(found.key) if found.key is not None else None
        # A converter that links every marker to one note is not believed where the labels say otherwise.
        if linked is not None and base_label(labelled[linked].label or "") != found.marker.label and found.marker.label in by_label:
            linked = None
        candidates = [linked] if linked is not None else by_label.get(found.marker.label)
        if linked is None and position in runs:
            candidates = [runs[position]]
        marker = found.marker
        if candidates:
            chosen = next((index for index in candidates if labelled[index].raw >= found.raw), candidates[-1])
            offsets[chosen].append(marker.offset)
            marker = replace(marker, label=labelled[chosen].label or "")
        paired.append(marker)
    pairs = zip(labelled, offsets, strict=True)
    return tuple(Note(note.label or "", note.span, tuple(sorted(places))) for note, places in pairs), tuple(paired)


def _by_runs(notes: Sequence[_Placed], markers: Sequence[_Found]) -> dict[int, int]:
    """The note of each marker, by their places, where both restart equally often and each run of markers has its notes' labels."""
    numbered = [(index, base_label(note.label or "")) for index, note in enumerate(notes) if not in_text(note.label or "")]
    marked = [(index, found.marker.label) for index, found in enumerate(markers) if not in_text(found.marker.label)]
    note_runs, marker_runs = _runs(numbered, repeats=False), _runs(marked, repeats=True)
    if len(note_runs) != len(marker_runs):
        return {}
    pairs: dict[int, int] = {}
    for ours, theirs in zip(marker_runs, note_runs, strict=True):
        by_label = {label: index for index, label in theirs}
        if len(by_label) < len(theirs):  # signs, which have no order, begin anew inside it
            return {}
        if {label for _, label in ours} != by_label.keys():
            return {}
        pairs.update((index, by_label[label]) for index, label in ours)
    return pairs


def _runs(labels: Sequence[tuple[int, str]], *, repeats: bool) -> list[list[tuple[int, str]]]:
    """Numbers, or letters from a, in runs that each begin anew at a smaller one (or at the same, unless it ``repeats``); what is no number stays in its run."""
    found: list[list[tuple[int, str]]] = []
    last: int | None = None
    letters = {label for _, label in labels if len(label) == 1 and label.isalpha()}
    for index, label in labels:
        number = int(label) if label.isdecimal() else ord(label) if "a" in letters and label in letters else None
        if not found or (number is not None and last is not None and number < last + (not repeats)):
            found.append([])
        found[-1].append((index, label))
        last = number if number is not None else last
    return found


def _sources(text: str, notes: Sequence[_Placed]) -> tuple[Source, ...]:
    """The sources of the notes in order. A note may cite in short what an entry of the bibliography, before or behind it, has in full."""
    entries = _entries(text, notes)
    works = [Work.of(listed[0], _cited(text, notes[index])) for index, listed in entries.items() if listed]
    found: list[Source] = []
    above: list[Above] = []
    for index, note in enumerate(notes):
        cited = _cited(text, note)
        if index in entries:
            found.extend(entries[index])
            continue
        of_note = parse_note(cited, note=note.label, offset=note.span.start, earlier=found, works=works, link=note.link, above=above)
        found.extend(of_note or (named_sources(cited, note.label, note.span, note.link) if note.cell else ()))
        above.append(Above(note.label or "", cited, note.span.start))
    return tuple(found)


def _entries(text: str, notes: Sequence[_Placed]) -> dict[int, tuple[Source, ...]]:
    """What the entries of the bibliography cite, by their place among the notes: those without a label, and those that the text cites by name and year.

    They are read before the notes, and of all that stands before them know each other alone: "———" is the author of the entry above.
    """
    found: dict[int, tuple[Source, ...]] = {}
    earlier: list[Source] = []
    for index, note in enumerate(notes):
        if note.label is None or _NAME_AND_YEAR.search(note.label):
            found[index] = parse_note(_cited(text, note), note=note.label, offset=note.span.start, earlier=earlier, link=note.link)
            earlier.extend(found[index])
    return found


def _cited(text: str, note: _Placed) -> str:
    return text[note.span.start : note.span.end]


def _of_kind(note: Note, sources: Sequence[Source]) -> Note:
    cites = any(source.span is not None and note.span.contains(source.span) for source in sources)
    return note if cites else replace(note, kind="commentary")


def _check_language(blocks: Sequence[DraftBlock], notes: Sequence[DraftNote], origin: Origin, options: ReadOptions) -> None:
    if not options.check_language:
        return
    coded = [block.text.text for block in blocks if block.kind in {BlockKind.TITLE, BlockKind.PARAGRAPH}]
    sample = "\n".join(coded or [block.text.text for block in blocks] or [note.text.text for note in notes])
    language = foreign_language(sample)
    if language is not None:
        told = "most of its letters are not Latin" if language == ANOTHER_SCRIPT else f"it looks like {language}"
        raise DatelineError("E006", origin.input_id, told)


def _problems(
    doc_id: str, origin: Origin, published: date | None, notes: Sequence[Note], markers: Sequence[Marker], remarks: Sequence[Remark]
) -> tuple[Problem, ...]:
    where = origin.input_id
    found = [problem(remark.code, where, remark.detail, doc_id=doc_id) for remark in remarks]
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
