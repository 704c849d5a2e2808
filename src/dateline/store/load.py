"""Stored rows back to documents, mentions and claims: the inverse of :mod:`dateline.store.rows`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.store.values import DocumentInfo
from dateline.types import (
    Attribution,
    Bearing,
    Block,
    BlockKind,
    Candidate,
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
    PlaceCandidate,
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


#: Stands for the resolution of a phrase that was stored before resolutions were kept.
_UNRESOLVED: Row = {"method": "unknown", "score": 0.0, "candidates": ()}
#: The resolutions of a mention or claim by role and position.
Resolved: TypeAlias = Mapping[tuple[str, int], Row]


def _candidates(row: Row) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(one["name"], one["country"], tuple(one["sectors"]), one["score"], one["detail"]) for one in row["candidates"]
    )


def _places(row: Row) -> tuple[PlaceCandidate, ...]:
    return tuple(
        PlaceCandidate(
            one["name"], one["country"], one["geonames_id"], one["lat"], one["lon"], one["detail"], one["score"]
        )
        for one in row["candidates"]
    )


def _party(row: Row, resolved: Row) -> Participant:
    return Participant(
        row["text"],
        _must_span(row),
        row["entity"],
        row["country"],
        row["sector"],
        tuple(row["sectors"]),
        row["score"],
        resolved["method"],
        _candidates(resolved),
    )


def _parties(rows: Iterable[Row], role: str, resolved: Resolved) -> tuple[Participant, ...]:
    return tuple(_party(one, resolved.get((role, one["position"]), _UNRESOLVED)) for one in rows if one["role"] == role)


def _speaker(said: Row, prefix: str, via: Attribution | None, resolved: Row) -> Attribution:
    span = _span(said, f"{prefix}start", f"{prefix}end") if prefix == "attribution_" else _span(said)
    kind, text, entity, country = (said[f"{prefix}{name}"] for name in ("kind", "text", "entity", "country"))
    return Attribution(kind, text, span, entity, country, via, resolved["score"], resolved["method"], _candidates(resolved))


def _attribution(row: Row, resolved: Resolved) -> Attribution | None:
    if row["attribution_kind"] is None:
        return None
    party = row.get("speaker_is_party")
    via: Attribution | None = None
    for position, said in reversed(list(enumerate(row["attribution_via"], 1))):
        via = _speaker(said, "", via, resolved.get(("speaker", position), _UNRESOLVED))
    return replace(_speaker(row, "attribution_", via, resolved.get(("speaker", 0), _UNRESOLVED)), speaker_is_party=party)


def to_source(row: Row) -> Source:
    """A row of ``sources``."""
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
        sources=tuple(to_source(source) for source in sources if source["listed"]),
        title=row["title"],
        authors=tuple(row["authors"]),
        published=row["published"],
        publisher=row["publisher"],
        url=row["url"],
        lang=row["lang"],
        format=row["format"],
        textmap=TextMap(tuple(_segment(value) for value in row["textmap"])),
        problems=tuple(to_problem(one) for one in problems if one["origin"] == "read"),
        country=row["country"],
    )


def _group(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def _links(links: Iterable[Row], sources: Mapping[str, Source]) -> tuple[SourceLink, ...]:
    return tuple(SourceLink(sources[link["source_id"]], link["link"], link["score"], _bearing(link)) for link in links)


def _bearing(link: Row) -> Bearing | None:
    """How a source's title bears on an act; a claim's link has no such columns."""
    return Bearing(link["bearing"], tuple(link["reasons"])) if link.get("bearing") is not None else None


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


def _place(row: Row, resolutions: Resolved) -> Place | None:
    if row["place_text"] is None:
        return None
    resolved = resolutions.get(("place", 0), _UNRESOLVED)
    return Place(
        row["place_text"],
        _must_span(row, "place_start", "place_end"),
        row["place_name"],
        row["place_country"],
        row["place_geonames_id"],
        row["place_lat"],
        row["place_lon"],
        resolved["score"],
        resolved["method"],
        _places(resolved),
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
    row: Row, parties: Sequence[Row], quantities: Sequence[Row], sources: tuple[SourceLink, ...], resolved: Resolved
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
        actors=_parties(parties, "actor", resolved),
        recipients=_parties(parties, "recipient", resolved),
        date=_date(row),
        place=_place(row, resolved),
        status=Status(row["status"]),
        negated=row["negated"],
        certainty=Certainty(row["certainty"]),
        attribution=_attribution(row, resolved),
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


def _by_owner(rows: Iterable[Row], key: str) -> dict[str, dict[tuple[str, int], Row]]:
    """Resolutions by the mention or claim they belong to, then by role and position."""
    found: dict[str, dict[tuple[str, int], Row]] = {}
    for row in rows:
        if row[key] is not None:
            found.setdefault(row[key], {})[row["role"], row["position"]] = row
    return found


@dataclass(frozen=True, slots=True)
class MentionParts:
    """The rows that belong to mentions, table by table, each in order of ``position``."""

    parties: Sequence[Row]
    quantities: Sequence[Row]
    links: Sequence[Row]
    resolutions: Sequence[Row]
    sources: Sequence[Row]


def to_mentions(rows: Iterable[Row], parts: MentionParts) -> tuple[EventMention, ...]:
    """Mentions in the order of ``rows`` (which carry ``input_id`` too), with what belongs to them."""
    by_party, by_quantity, by_link = (
        _group(part, "mention_id") for part in (parts.parties, parts.quantities, parts.links)
    )
    by_source = {row["source_id"]: to_source(row) for row in parts.sources}
    by_mention = _by_owner(parts.resolutions, "mention_id")
    return tuple(
        _mention(
            row,
            by_party.get(row["mention_id"], []),
            by_quantity.get(row["mention_id"], []),
            _links(by_link.get(row["mention_id"], []), by_source),
            by_mention.get(row["mention_id"], {}),
        )
        for row in rows
    )


def to_claims(
    rows: Iterable[Row], links: Iterable[Row], sources: Iterable[Row], resolutions: Iterable[Row]
) -> tuple[Claim, ...]:
    """Claims in the order of ``rows``."""
    by_link = _group(links, "claim_id")
    by_source = {row["source_id"]: to_source(row) for row in sources}
    by_claim = _by_owner(resolutions, "claim_id")
    return tuple(
        _claim(row, _links(by_link.get(row["claim_id"], []), by_source), by_claim.get(row["claim_id"], {}))
        for row in rows
    )


def _claim(row: Row, sources: tuple[SourceLink, ...], resolved: Resolved) -> Claim:
    return Claim(
        kind=row["kind"],
        text=row["text"],
        span=_must_span(row),
        holder=None if row["holder"] is None else _party(row["holder"], resolved.get(("holder", 0), _UNRESOLVED)),
        subject=row["subject"],
        object=row["object"],
        mentions=tuple(row["mentions"]),
        certainty=Certainty(row["certainty"]),
        attribution=_attribution(row, resolved),
        sources=sources,
    )
