"""Stored rows back to documents, mentions and claims: the inverse of :mod:`dateline.store.rows`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.store.values import DocumentInfo
from dateline.types import (
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Cues,
    Document,
    EventMention,
    MapSegment,
    Marker,
    Mention,
    Note,
    Participant,
    Place,
    Problem,
    Quantity,
    Sentence,
    SentenceKind,
    Source,
    SourceLink,
    Span,
    Status,
    TextMap,
    TimeRef,
)

#: A row of a stored table: its types are those of the Arrow schema, which the database guarantees.
Row: TypeAlias = Mapping[str, Any]


def rows_in_order(table: pa.Table) -> list[Row]:
    """The rows of a table, sorted by ``position`` where it has that column."""
    rows: list[Row] = table.to_pylist()
    return sorted(rows, key=lambda row: row["position"]) if "position" in table.column_names else rows


def _span(row: Row, start: str = "span_start", end: str = "span_end") -> Span | None:
    return None if row[start] is None else Span(row[start], row[end])


def _must_span(row: Row, start: str = "span_start", end: str = "span_end") -> Span:
    return Span(row[start], row[end])


def _phrase(value: Row | None) -> Mention | None:
    return None if value is None else Mention(value["text"], _must_span(value))


def _party(row: Row) -> Participant:
    return Participant(
        row["text"], _must_span(row), row["entity"], row["country"], row["sector"], tuple(row["sectors"]), row["score"]
    )


def _attribution(row: Row) -> Attribution | None:
    if row["attribution_kind"] is None:
        return None
    via: Attribution | None = None
    for said in reversed(row["attribution_via"]):
        via = Attribution(said["kind"], said["text"], _span(said), said["entity"], said["country"], via)
    return Attribution(
        row["attribution_kind"],
        row["attribution_text"],
        _span(row, "attribution_start", "attribution_end"),
        row["attribution_entity"],
        row["attribution_country"],
        via,
    )


def _source(row: Row) -> Source:
    return Source(
        note=row["note"],
        kind=row["kind"],
        title=row["title"],
        authors=tuple(row["authors"]),
        agency=row["agency"],
        outlet=row["outlet"],
        publisher=row["publisher"],
        volume=row["volume"],
        issue=row["issue"],
        pages=row["pages"],
        published=row["published"],
        accessed=row["accessed"],
        url=row["url"],
        span=_span(row),
    )


def to_info(row: Row) -> DocumentInfo:
    """What is said of a document, from its row."""
    return DocumentInfo(
        row["doc_id"],
        row["input_id"],
        row["title"],
        row["published"],
        row["publisher"],
        row["url"],
        row["lang"],
        row["format"],
    )


def to_sentence(row: Row) -> Sentence:
    """A sentence from its row."""
    return Sentence(row["sentence"], row["text"], _must_span(row), SentenceKind(row["kind"]))


def to_problem(row: Row) -> Problem:
    """A problem from its row."""
    return Problem(
        row["code"], row["severity"], row["input_id"], row["detail"], row["fix"], row["problem_doc_id"], _span(row)
    )


def _segment(value: Row) -> MapSegment:
    box = value["box"]
    return MapSegment(
        value["seg_start"],
        value["seg_end"],
        value["raw_start"],
        value["page"],
        None if box is None else (box[0], box[1], box[2], box[3]),
    )


def to_document(row: Row, notes: Sequence[Row], sources: Sequence[Row], problems: Sequence[Row]) -> Document:
    """A document from its row and the rows of its notes, sources and problems, each in order."""
    return Document(
        doc_id=row["doc_id"],
        input_id=row["input_id"],
        text=row["text"],
        raw_sha256=row["raw_sha256"],
        blocks=tuple(Block(BlockKind(value["kind"]), _must_span(value), value["level"]) for value in row["blocks"]),
        notes=tuple(Note(note["label"], _must_span(note), tuple(note["markers"])) for note in notes),
        markers=tuple(Marker(value["label"], value["position"]) for value in row["markers"]),
        sources=tuple(_source(source) for source in sources if source["listed"]),
        title=row["title"],
        authors=tuple(row["authors"]),
        published=row["published"],
        publisher=row["publisher"],
        url=row["url"],
        lang=row["lang"],
        format=row["format"],
        textmap=TextMap(tuple(_segment(value) for value in row["textmap"])),
        problems=tuple(to_problem(one) for one in problems if one["origin"] == "read"),
    )


def _group(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def _links(links: Iterable[Row], sources: Mapping[str, Source]) -> tuple[SourceLink, ...]:
    return tuple(SourceLink(sources[link["source_id"]], link["link"], link["score"]) for link in links)


def _date(row: Row) -> TimeRef | None:
    if row["date_earliest"] is None:
        return None
    return TimeRef(
        row["date_earliest"],
        row["date_latest"],
        row["date_precision"],
        row["date_basis"],
        row["date_text"],
        _span(row, "date_start", "date_end"),
    )


def _place(row: Row) -> Place | None:
    if row["place_text"] is None:
        return None
    return Place(
        row["place_text"],
        _must_span(row, "place_start", "place_end"),
        row["place_name"],
        row["place_country"],
        row["place_geonames_id"],
        row["place_lat"],
        row["place_lon"],
    )


def _quantity(row: Row) -> Quantity:
    return Quantity(
        row["text"],
        _must_span(row),
        row["value"],
        row["low"],
        row["high"],
        row["unit"],
        row["counts"],
        row["approximate"],
    )


def _mention(
    row: Row, parties: Sequence[Row], quantities: Sequence[Row], sources: tuple[SourceLink, ...]
) -> EventMention:
    return EventMention(
        mention_id=row["mention_id"],
        event_id=row["event_id"],
        doc_id=row["doc_id"],
        input_id=row["input_id"],
        sentence=Sentence(
            row["sentence"],
            row["sentence_text"],
            _must_span(row, "sentence_start", "sentence_end"),
            SentenceKind(row["sentence_kind"]),
        ),
        trigger=Mention(row["trigger"], _must_span(row, "trigger_start", "trigger_end")),
        type=row["type"],
        modes=tuple(row["modes"]),
        contexts=tuple(row["contexts"]),
        actors=tuple(_party(one) for one in parties if one["role"] == "actor"),
        recipients=tuple(_party(one) for one in parties if one["role"] == "recipient"),
        date=_date(row),
        place=_place(row),
        status=Status(row["status"]),
        negated=row["negated"],
        certainty=Certainty(row["certainty"]),
        attribution=_attribution(row),
        cues=Cues(
            _phrase(row["cue_negated"]),
            _phrase(row["cue_status"]),
            _phrase(row["cue_certainty"]),
            _phrase(row["cue_attribution"]),
        ),
        quantities=tuple(_quantity(one) for one in quantities),
        sources=sources,
        confidence=row["confidence"],
        coder=row["coder"],
    )


def to_mentions(
    rows: Iterable[Row], parties: Iterable[Row], quantities: Iterable[Row], links: Iterable[Row], sources: Iterable[Row]
) -> tuple[EventMention, ...]:
    """Mentions in the order of ``rows`` (which carry ``input_id`` too), with what belongs to them, each in order of
    ``position``."""
    by_party, by_quantity, by_link = (_group(part, "mention_id") for part in (parties, quantities, links))
    by_source = {row["source_id"]: _source(row) for row in sources}
    return tuple(
        _mention(
            row,
            by_party.get(row["mention_id"], []),
            by_quantity.get(row["mention_id"], []),
            _links(by_link.get(row["mention_id"], []), by_source),
        )
        for row in rows
    )


def to_claims(rows: Iterable[Row], links: Iterable[Row], sources: Iterable[Row]) -> tuple[Claim, ...]:
    """Claims in the order of ``rows``."""
    by_link = _group(links, "claim_id")
    by_source = {row["source_id"]: _source(row) for row in sources}
    return tuple(
        Claim(
            kind=row["kind"],
            text=row["text"],
            span=_must_span(row),
            holder=None if row["holder"] is None else _party(row["holder"]),
            subject=row["subject"],
            object=row["object"],
            mentions=tuple(row["mentions"]),
            certainty=Certainty(row["certainty"]),
            attribution=_attribution(row),
            sources=_links(by_link.get(row["claim_id"], []), by_source),
        )
        for row in rows
    )
