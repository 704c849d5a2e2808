"""Documents -> audits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.audit.compared import compared
from dateline.audit.findings import Audit, Finding, FindingKind, Standing, in_order, page_of, sentence_at
from dateline.audit.notes import note_faults
from dateline.audit.sourcing import citations_by_work, count_sources, impossible_date, undated, untitled
from dateline.audit.standing import Stand, stands
from dateline.audit.unsourced import unsourced
from dateline.extract.bearing import Title
from dateline.extract.parse import ParsedSentence, parse_documents
from dateline.plainform import in_plain_form
from dateline.read.authornotes import is_authors_note
from dateline.read.dates import YEAR_NAMED
from dateline.read.linked import in_text
from dateline.read.tablerows import is_of_row
from dateline.types import Coded, Document, Note, Sentence, SentenceKind, Source, SourceLink, Span

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline
    from dateline.resolve import Resolver


def audit_documents(pipeline: Pipeline, documents: Sequence[Document]) -> list[Audit]:
    """Audit documents.

    Args:
        pipeline: the loaded pipeline, which codes the acts.
        documents: read documents.

    Returns:
        One audit a document, in order; it does not depend on the others.

    Example::

        audit_documents(Pipeline(), [dateline.read("commentary.md")])[0].findings
    """
    return audit_codings(pipeline, pipeline.code(documents))


def audit_codings(pipeline: Pipeline, coded: Sequence[Coded]) -> list[Audit]:
    """Audit documents that are coded already; one audit a document, in order."""
    from dateline.titles import code_titles

    documents = [one.document for one in coded]
    parsed = _parsed(documents, pipeline.options.parser)
    wanted = sorted({(one.title, one.published or "") for document in documents for one in document.sources if one.title and one.title.strip()})
    titles = dict(zip(wanted, code_titles(pipeline, [(title, published or None) for title, published in wanted]), strict=True))
    return [audit_coded(one, sentences, pipeline.resolver, titles) for one, sentences in zip(coded, parsed, strict=True)]


def _parsed(documents: Sequence[Document], model: str | None) -> list[list[ParsedSentence]]:
    """The documents parsed as they were coded, in the form of sentences; each sentence says what the document itself has."""
    parsed = parse_documents([in_plain_form(one) for one in documents], model=model)
    return [[_told(one, document) for one in sentences] for sentences, document in zip(parsed, documents, strict=True)]


def _told(parsed: ParsedSentence, document: Document) -> ParsedSentence:
    text = document.slice(parsed.sentence.span)
    return parsed if text == parsed.sentence.text else replace(parsed, sentence=replace(parsed.sentence, text=text))


def audit_coded(
    coded: Coded, sentences: Sequence[ParsedSentence], resolver: Resolver, titles: Mapping[tuple[str, str], Title] | None = None
) -> Audit:
    """Audit a coded document with its parse; ``titles`` are the coded titles of its sources by title and date."""
    from dateline.resolve import link_lost_notes

    document = coded.document
    body = [one for one in sentences if one.sentence.kind is SentenceKind.BODY]
    stood = tuple(stands(coded, body))
    findings = [
        *compared(coded, body, resolver, titles or {}),
        *unsourced(document, stood),
        *_orphans(coded, link_lost_notes(document, coded.sentences, resolver)),
        *note_faults(coded, body, resolver),
        *_sources(document, body),
        *_repeated(document, body),
    ]
    counts = Counter(one.standing for one in stood)
    return Audit(document, in_order(findings), count_sources(document.sources, resolver), {standing: counts[standing] for standing in Standing}, _unlisted(stood))


def _unlisted(stood: Sequence[Stand]) -> tuple[tuple[Standing, Sentence], ...]:
    return tuple((one.standing, one.mention.sentence) for one in stood if one.standing not in {Standing.SOURCED, Standing.UNSOURCED})


def _orphans(coded: Coded, lost: Mapping[int, tuple[SourceLink, ...]]) -> Iterator[Finding]:
    document = coded.document
    labels = {note.label for note in document.notes}
    for marker in document.markers:
        if marker.label not in labels:
            sentence = sentence_at(coded.sentences, marker.offset)
            span = sentence.span if sentence else Span(max(marker.offset - 1, 0), max(marker.offset, 1))
            yield Finding(
                FindingKind.ORPHAN_MARKER, f"marker {marker.label} has no note", span, sentence, page_of(document, span.start), marker.label
            )
    for note in document.notes:
        if not note.markers and not is_authors_note(document.slice(note.span)):
            yield _lost(coded, note, lost)


def _lost(coded: Coded, note: Note, lost: Mapping[int, tuple[SourceLink, ...]]) -> Finding:
    """A note without a marker, with the statement that it most likely supports."""
    links = [(link.score, coded.sentences[index]) for index, found in lost.items() for link in found if link.source.note == note.label]
    message = f"note {note.label} has no marker"
    source = next((one for one in coded.document.sources if one.note == note.label), None)
    if not links:
        return Finding(FindingKind.ORPHAN_NOTE, message, note.span, None, page_of(coded.document, note.span.start), note.label, source=source)
    score, sentence = max(links, key=lambda one: (one[0], -one[1].index))
    message += f"; it most likely supports this sentence (similarity {score:.2f}, not the author's own pairing)"
    return Finding(FindingKind.ORPHAN_NOTE, message, sentence.span, sentence, page_of(coded.document, sentence.span.start), note.label, source=source)


def _sources(document: Document, body: Sequence[ParsedSentence]) -> Iterator[Finding]:
    sentences = [one.sentence for one in body]
    places = {note.label: note.markers for note in document.notes}
    spans = {note.label: note.span for note in document.notes}
    seen: set[tuple[FindingKind, str | None, str]] = set()
    for source in document.sources:
        if source.span is None or source.note is None:
            continue
        markers = places.get(source.note, ())
        sentence = sentence_at(sentences, markers[0]) if markers else None
        span = sentence.span if sentence else spans.get(source.note, source.span)
        for kind, message in _faults(document, source):
            if (kind, source.note, message) not in seen:
                seen.add((kind, source.note, message))
                yield Finding(kind, message, span, sentence, page_of(document, span.start), source.note, source=source)


def _repeated(document: Document, body: Sequence[ParsedSentence]) -> Iterator[Finding]:
    """A work that several notes cite in full, as if each were another; "Ibid." and short forms say themselves that they are not."""
    sentences = [one.sentence for one in body]
    places = {note.label: note.markers for note in document.notes}
    for group in citations_by_work(document.sources):
        full = {one.note: one for one in group if one.note is not None and _is_in_full(document, one)}
        if len(full) < 2:
            continue
        labels = [note.label for note in document.notes if note.label in full]
        source = full[labels[-1]]
        markers = places.get(labels[-1], ())
        sentence = sentence_at(sentences, markers[0]) if markers else None
        span = sentence.span if sentence else source.span
        if span is not None:
            message = f"notes {', '.join(labels[:-1])} and {labels[-1]} cite one source"
            yield Finding(FindingKind.SAME_SOURCE, message, span, sentence, page_of(document, span.start), labels[-1], source=source)


def _is_in_full(document: Document, source: Source) -> bool:
    """Whether a note has the title and the day, or the address, of its source itself."""
    if source.span is None or source.published is None:
        return False
    said = document.slice(source.span)
    return source.title is not None and source.title in said and YEAR_NAMED.search(said.replace(source.title, "")) is not None


def _is_named(source: Source) -> bool:
    """Whether a source is cited as is the custom where it stands: in the text, or in a table's row by who published it and the day."""
    note = source.note or ""
    by = source.agency or source.outlet or source.publisher or source.authors
    return in_text(note) or (is_of_row(note) and bool(by) and source.published is not None)


def _faults(document: Document, source: Source) -> Iterator[tuple[FindingKind, str]]:
    wrong = impossible_date(document, source)
    if wrong is not None:
        yield FindingKind.SOURCE_DATE, f"the source of note {source.note} cannot have that date: {wrong}"
    if untitled(source) and not _is_named(source):
        yield FindingKind.UNTITLED, f"the source of note {source.note} has no title"
    elif undated(source):
        yield FindingKind.UNDATED, f"the source of note {source.note} has no date"
