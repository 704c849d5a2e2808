"""Coded documents as Arrow tables: the rows that the database writes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.ontology.plover import quad, score
from dateline.store import arrow
from dateline.types import (
    Attribution,
    Candidate,
    Claim,
    Coded,
    EventMention,
    Mention,
    Participant,
    Place,
    PlaceCandidate,
    Problem,
    Source,
    SourceLink,
    Span,
)

Row: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table with the name under which it is stored."""

    name: str
    table: pa.Table


def _span(span: Span | None, start: str = "span_start", end: str = "span_end") -> Row:
    return {start: None, end: None} if span is None else {start: span.start, end: span.end}


def _phrase(mention: Mention | None) -> Row | None:
    return None if mention is None else {"text": mention.text, **_span(mention.span)}


def _party(party: Participant) -> Row:
    return {
        "text": party.text,
        **_span(party.span),
        "entity": party.entity,
        "country": party.country,
        "sector": party.sector,
        "sectors": list(party.sectors),
        "score": party.score,
    }


def _speaker(said: Attribution) -> Row:
    return {"kind": said.kind, "text": said.text, **_span(said.span), "entity": said.entity, "country": said.country}


def _chain(said: Attribution | None) -> Iterator[Attribution]:
    while said is not None:
        yield said
        said = said.via


def _attribution(said: Attribution | None) -> Row:
    return {
        "attribution_kind": said and said.kind,
        "attribution_text": said and said.text,
        **_span(said.span if said else None, "attribution_start", "attribution_end"),
        "attribution_entity": said and said.entity,
        "attribution_country": said and said.country,
        "attribution_via": [_speaker(one) for one in _chain(said and said.via)],
    }


def _sources(coded: Coded) -> tuple[Source, ...]:
    """The document's sources in order, then those that only a statement carries."""
    listed = coded.document.sources
    known = set(listed)
    links = chain.from_iterable([*(one.sources for one in coded.mentions), *(one.sources for one in coded.claims)])
    linked = (link.source for link in links)
    return listed + tuple(dict.fromkeys(source for source in linked if source not in known))


def _source_id(doc_id: str, position: int) -> str:
    return f"{doc_id}/{position}"


def _document_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    document = coded.document
    yield {
        "doc_id": document.doc_id,
        "input_id": document.input_id,
        "run_id": run_id,
        "title": document.title,
        "authors": list(document.authors),
        "published": document.published,
        "publisher": document.publisher,
        "url": document.url,
        "lang": document.lang,
        "format": document.format,
        "raw_sha256": document.raw_sha256,
        "text": document.text,
        "blocks": [{"kind": block.kind.value, **_span(block.span), "level": block.level} for block in document.blocks],
        "markers": [{"label": marker.label, "position": marker.offset} for marker in document.markers],
        "textmap": [
            {
                "seg_start": segment.start,
                "seg_end": segment.end,
                "raw_start": segment.raw_start,
                "page": segment.page,
                "box": None if segment.box is None else list(segment.box),
            }
            for segment in document.textmap.segments
        ],
        "country": document.country,
    }


def _sentence_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    for one in coded.sentences:
        yield {
            "doc_id": coded.document.doc_id,
            "sentence": one.index,
            "text": one.text,
            **_span(one.span),
            "kind": one.kind.value,
        }


def _note_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    for position, note in enumerate(coded.document.notes):
        yield {
            "doc_id": coded.document.doc_id,
            "position": position,
            "label": note.label,
            **_span(note.span),
            "markers": list(note.markers),
        }


def _source_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    doc_id, listed = coded.document.doc_id, len(coded.document.sources)
    for position, source in enumerate(_sources(coded)):
        yield {
            "source_id": _source_id(doc_id, position),
            "doc_id": doc_id,
            "position": position,
            "listed": position < listed,
            "note": source.note,
            "kind": source.kind,
            "title": source.title,
            "authors": list(source.authors),
            "agency": source.agency,
            "outlet": source.outlet,
            "publisher": source.publisher,
            "volume": source.volume,
            "issue": source.issue,
            "pages": source.pages,
            "published": source.published,
            "accessed": source.accessed,
            "url": source.url,
            **_span(source.span),
        }


def _date_and_place(mention: EventMention) -> Row:
    when, place = mention.date, mention.place
    return {
        "date_earliest": when and when.earliest,
        "date_latest": when and when.latest,
        "date_precision": when and when.precision,
        "date_basis": when and when.basis,
        "date_text": when and when.text,
        **_span(when.span if when else None, "date_start", "date_end"),
        "place_text": place and place.text,
        **_span(place.span if place else None, "place_start", "place_end"),
        "place_name": place and place.name,
        "place_country": place and place.country,
        "place_geonames_id": place and place.geonames_id,
        "place_lat": place and place.lat,
        "place_lon": place and place.lon,
    }


def _mention_row(mention: EventMention, position: int) -> Row:
    sentence, cues = mention.sentence, mention.cues
    return {
        "mention_id": mention.mention_id,
        "event_id": mention.event_id,
        "doc_id": mention.doc_id,
        "position": position,
        "sentence": sentence.index,
        "sentence_text": sentence.text,
        **_span(sentence.span, "sentence_start", "sentence_end"),
        "sentence_kind": sentence.kind.value,
        "trigger": mention.trigger.text,
        **_span(mention.trigger.span, "trigger_start", "trigger_end"),
        "type": mention.type,
        "quad": quad(mention.type),
        "score": score(mention.type, mention.modes),
        "modes": list(mention.modes),
        "contexts": list(mention.contexts),
        **_date_and_place(mention),
        "status": mention.status.value,
        "negated": mention.negated,
        "certainty": mention.certainty.value,
        **_attribution(mention.attribution),
        "speaker_is_party": mention.attribution and mention.attribution.speaker_is_party,
        "cue_negated": _phrase(cues.negated),
        "cue_status": _phrase(cues.status),
        "cue_certainty": _phrase(cues.certainty),
        "cue_attribution": _phrase(cues.attribution),
        "confidence": mention.confidence,
        "coder": mention.coder,
    }


def _mention_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    return (_mention_row(mention, position) for position, mention in enumerate(coded.mentions))


def _parties(mention: EventMention) -> Iterator[Row]:
    for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
        for position, party in enumerate(parties):
            keys: Row = {
                "mention_id": mention.mention_id,
                "doc_id": mention.doc_id,
                "role": role,
                "position": position,
            }
            yield {**keys, **_party(party)}


def _participant_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    return chain.from_iterable(map(_parties, coded.mentions))


def _quantities(mention: EventMention) -> Iterator[Row]:
    for position, quantity in enumerate(mention.quantities):
        yield {
            "mention_id": mention.mention_id,
            "doc_id": mention.doc_id,
            "position": position,
            "text": quantity.text,
            **_span(quantity.span),
            "value": quantity.value,
            "low": quantity.low,
            "high": quantity.high,
            "unit": quantity.unit,
            "counts": quantity.counts,
            "approximate": quantity.approximate,
        }


def _quantity_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    return chain.from_iterable(map(_quantities, coded.mentions))


def _link_rows(links: Sequence[SourceLink], keys: Row, positions: dict[Source, int]) -> Iterator[Row]:
    for position, link in enumerate(links):
        source_id = _source_id(str(keys["doc_id"]), positions[link.source])
        yield {**keys, "position": position, "source_id": source_id, "link": link.link, "score": link.score}


def _positions(coded: Coded) -> dict[Source, int]:
    positions: dict[Source, int] = {}
    for position, source in enumerate(_sources(coded)):
        positions.setdefault(source, position)
    return positions


def _mention_source_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    positions = _positions(coded)
    for mention in coded.mentions:
        rows = _link_rows(mention.sources, {"mention_id": mention.mention_id, "doc_id": mention.doc_id}, positions)
        for link, row in zip(mention.sources, rows, strict=True):
            yield {
                **row,
                "bearing": None if link.bearing is None else link.bearing.relation,
                "reasons": [] if link.bearing is None else list(link.bearing.reasons),
            }


def _claim_id(coded: Coded, position: int) -> str:
    return f"{coded.document.doc_id}/{position}"


def _claim_row(coded: Coded, claim: Claim, position: int) -> Row:
    return {
        "claim_id": _claim_id(coded, position),
        "doc_id": coded.document.doc_id,
        "position": position,
        "kind": claim.kind,
        "holder": None if claim.holder is None else _party(claim.holder),
        "text": claim.text,
        **_span(claim.span),
        "subject": claim.subject,
        "object": claim.object,
        "mentions": list(claim.mentions),
        "certainty": claim.certainty.value,
        **_attribution(claim.attribution),
    }


def _claim_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    return (_claim_row(coded, claim, position) for position, claim in enumerate(coded.claims))


def _claim_source_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    positions = _positions(coded)
    for position, claim in enumerate(coded.claims):
        keys: Row = {"claim_id": _claim_id(coded, position), "doc_id": coded.document.doc_id}
        yield from _link_rows(claim.sources, keys, positions)


def _event_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    groups: dict[str, list[EventMention]] = {}
    for mention in coded.mentions:
        groups.setdefault(mention.event_id, []).append(mention)
    for event_id, mentions in groups.items():
        dates = [mention.date for mention in mentions if mention.date is not None]
        dates = [when for when in dates if when.is_told] or dates
        yield {
            "event_id": event_id,
            "type": min(mentions, key=lambda mention: mention.mention_id).type,
            "first_date": min((when.earliest for when in dates), default=None),
            "last_date": max((when.latest for when in dates), default=None),
            "n_mentions": len(mentions),
            "n_sources": len({link.source for mention in mentions for link in mention.sources}),
            "n_documents": None,
            "n_independent": None,
        }


def _problem_row(problem: Problem, run_id: str, doc_id: str | None, origin: str, position: int) -> Row:
    return {
        "run_id": run_id,
        "input_id": problem.input_id,
        "doc_id": doc_id,
        "origin": origin,
        "position": position,
        "code": problem.code,
        "severity": problem.severity,
        "detail": problem.detail,
        "fix": problem.fix,
        "problem_doc_id": problem.doc_id,
        **_span(problem.span),
    }


def _problem_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    document = coded.document
    for position, problem in enumerate(document.problems):
        yield _problem_row(problem, run_id, document.doc_id, "read", position)
    later = [problem for problem in coded.problems if problem not in document.problems]
    for position, problem in enumerate(later):
        yield _problem_row(problem, run_id, document.doc_id, "code", position)


def _candidate(one: Candidate | PlaceCandidate) -> Row:
    if isinstance(one, PlaceCandidate):
        shared = {"name": one.name, "sectors": [], "detail": one.kind}
        return {**shared, "country": one.country, "geonames_id": one.geonames_id, "lat": one.lat, "lon": one.lon, "score": one.score}
    return {
        "name": one.entity,
        "country": one.country,
        "sectors": list(one.sectors),
        "detail": one.detail,
        "score": one.score,
    }


def _resolution(one: Participant | Place | Attribution, role: str, position: int) -> Row:
    return {
        "role": role,
        "position": position,
        "text": one.text,
        "method": one.method,
        "score": one.score,
        "candidates": [_candidate(candidate) for candidate in one.candidates],
    }


def _resolved(mention: EventMention) -> Iterator[Row]:
    """The resolutions of a mention's phrases."""
    for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
        yield from (_resolution(party, role, position) for position, party in enumerate(parties))
    if mention.place is not None:
        yield _resolution(mention.place, "place", 0)
    yield from (_resolution(one, "speaker", position) for position, one in enumerate(_chain(mention.attribution)))


def _held(claim: Claim) -> Iterator[Row]:
    """The resolutions of a claim's phrases."""
    if claim.holder is not None:
        yield _resolution(claim.holder, "holder", 0)
    yield from (_resolution(one, "speaker", position) for position, one in enumerate(_chain(claim.attribution)))


def _resolutions(mention: EventMention) -> Iterator[Row]:
    return ({"doc_id": mention.doc_id, "mention_id": mention.mention_id, **row} for row in _resolved(mention))


def _resolution_rows(coded: Coded, run_id: str) -> Iterator[Row]:
    doc_id = coded.document.doc_id
    yield from chain.from_iterable(map(_resolutions, coded.mentions))
    for position, claim in enumerate(coded.claims):
        yield from ({"doc_id": doc_id, "claim_id": _claim_id(coded, position), **row} for row in _held(claim))


#: How the rows of each table that belongs to a document are made.
_MAKERS: tuple[tuple[str, Callable[[Coded, str], Iterator[Row]]], ...] = (
    ("documents", _document_rows),
    ("sentences", _sentence_rows),
    ("notes", _note_rows),
    ("sources", _source_rows),
    ("mentions", _mention_rows),
    ("participants", _participant_rows),
    ("quantities", _quantity_rows),
    ("mention_sources", _mention_source_rows),
    ("claims", _claim_rows),
    ("claim_sources", _claim_source_rows),
    ("events", _event_rows),
    ("problems", _problem_rows),
    ("resolutions", _resolution_rows),
)


def _table(name: str, rows: Iterable[Row]) -> NamedTable:
    return NamedTable(name, pa.Table.from_pylist(list(rows), schema=arrow.schema_of(name)))


def coded_to_tables(batch: Sequence[Coded], run_id: str, names: Container[str] | None = None) -> tuple[NamedTable, ...]:
    """The rows of coded documents, table by table (of these names, where names are given); the problems of reading and of coding are kept
    apart, each once.
    """
    makers = _MAKERS if names is None else [pair for pair in _MAKERS if pair[0] in names]
    return tuple(_table(name, (row for coded in batch for row in make(coded, run_id))) for name, make in makers)


def mentions_to_tables(placed: Sequence[tuple[EventMention, int]]) -> tuple[NamedTable, ...]:
    """The rows of mentions, each with its position in its document; their links to sources are those of the document."""
    mentions = [mention for mention, _ in placed]
    return (
        _table("mentions", (_mention_row(mention, position) for mention, position in placed)),
        _table("participants", chain.from_iterable(map(_parties, mentions))),
        _table("quantities", chain.from_iterable(map(_quantities, mentions))),
        _table("resolutions", chain.from_iterable(map(_resolutions, mentions))),
    )


def problems_to_table(problems: Iterable[Problem], run_id: str, origin: str = "run") -> NamedTable:
    """The problems of inputs that gave no document, or that concern none; with the origin ``read`` those of documents that are stored."""
    return _table(
        "problems",
        (_problem_row(problem, run_id, problem.doc_id, origin, position) for position, problem in enumerate(problems)),
    )
