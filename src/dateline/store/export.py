"""Exports: records as JSONL, CSV and Parquet, and the PLOVER manual's JSON.

All take an iterable of :class:`EventRow` and write to a path or a stream, row by row or in batches, so that a corpus
of any length fits in memory. A path is written beside its place and moved there when it is complete.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import IO, Final

from dateline.ontology.plover import plover, quad, score
from dateline.record import mention_to_record
from dateline.store.output import Target, opened
from dateline.store.values import EventRow
from dateline.types import Attribution, EventMention, Participant, Source, Span

#: Rows of a Parquet row group: large enough to compress well, small enough (about 20 MB) to stream.
PARQUET_BATCH: Final = 10_000
LIST_JOINER: Final = "; "
#: Spreadsheets run a cell that starts with one of these as a formula; text from documents must not.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class ExportFormat(StrEnum):
    """The formats that :func:`export` writes."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    PLOVER = "plover"


@dataclass(frozen=True, slots=True)
class CsvColumn:
    """A column of the CSV export: its name, what stands in it, and how it is made from a row."""

    name: str
    description: str
    value: Callable[[EventRow], object]


def _joined(parts: Iterable[str | None]) -> str:
    return LIST_JOINER.join(part or "" for part in parts)


def _parties(role: str, part: str) -> Callable[[EventRow], object]:
    def value(row: EventRow) -> str:
        parties: tuple[Participant, ...] = getattr(row.mention, role)
        return _joined(getattr(party, part) for party in parties)

    return value


def _sources(part: str) -> Callable[[EventRow], object]:
    return lambda row: _joined(getattr(link.source, part) for link in row.mention.sources)


def _of(part: str, field: str) -> Callable[[EventRow], object]:
    def value(row: EventRow) -> object:
        found = getattr(row.mention, part)
        return None if found is None else getattr(found, field)

    return value


def _column(name: str, description: str, value: Callable[[EventRow], object]) -> CsvColumn:
    return CsvColumn(name, description, value)


def _party_columns(role: str) -> Iterator[CsvColumn]:
    one = role.removesuffix("s")
    yield _column(role, f"the {one} phrases, in order", _parties(role, "text"))
    yield _column(f"{one}_entities", f"what the {one} phrases resolve to, in the same order", _parties(role, "entity"))
    yield _column(f"{one}_countries", "their country codes, in the same order", _parties(role, "country"))
    yield _column(f"{one}_sectors", "their primary PLOVER sectors, in the same order", _parties(role, "sector"))


#: The CSV: one row a mention. Lists are joined by "; " in parallel (an unknown member is empty); what is unfilled is
#: empty.
CSV_COLUMNS: Final = (
    _column("mention_id", "id of the mention", lambda row: row.mention.mention_id),
    _column("event_id", "the event it reports", lambda row: row.mention.event_id),
    _column("doc_id", "the document", lambda row: row.mention.doc_id),
    _column("input_id", "file name or corpus id of the input", lambda row: row.mention.input_id),
    _column("document_title", "title of the document", lambda row: row.document.title),
    _column("document_published", "its publication date", lambda row: row.document.published),
    _column("document_publisher", "its publisher", lambda row: row.document.publisher),
    _column("document_url", "its address", lambda row: row.document.url),
    _column("date_earliest", "first day on which the act may have taken place", _of("date", "earliest")),
    _column("date_latest", "last such day", _of("date", "latest")),
    _column("date_precision", "day, month, year or interval", _of("date", "precision")),
    _column("date_basis", "explicit, relative, source or document", _of("date", "basis")),
    *_party_columns("actors"),
    _column("type", "PLOVER event type", lambda row: row.mention.type),
    _column("modes", "PLOVER modes", lambda row: _joined(row.mention.modes)),
    _column("contexts", "PLOVER contexts", lambda row: _joined(row.mention.contexts)),
    _column("quad", "quad class, 1 to 4", lambda row: quad(row.mention.type)),
    _column("score", "PLOVER score, -10 to 10", lambda row: score(row.mention.type, row.mention.modes)),
    *_party_columns("recipients"),
    _column("place", "name of the place, else its words", lambda row: _place_name(row.mention)),
    _column("place_country", "country code of the place", _of("place", "country")),
    _column("place_lat", "latitude in decimal degrees", _of("place", "lat")),
    _column("place_lon", "longitude in decimal degrees", _of("place", "lon")),
    _column("status", "occurred, ongoing, future, hypothetical or historical", lambda row: row.mention.status.value),
    _column("negated", "true: the text says it did not take place", lambda row: str(row.mention.negated).lower()),
    _column("certainty", "certain, probable or possible", lambda row: row.mention.certainty.value),
    _column("attribution_kind", "kind of who says so; empty: the author", _of("attribution", "kind")),
    _column("attribution", "the words that name who says so", _of("attribution", "text")),
    _column("attribution_country", "country code of who says so", _of("attribution", "country")),
    _column("speaker_is_party", "who says so is a party to the act; empty: the author, or nobody is named", _of("attribution", "speaker_is_party")),
    _column("attribution_via", "through whom it came, nearest first", lambda row: _via(row.mention.attribution)),
    _column("quantities", "words of the numbers", lambda row: _joined(one.text for one in row.mention.quantities)),
    _column("source_notes", "labels of the notes of its sources", _sources("note")),
    _column("source_agencies", "their agencies", _sources("agency")),
    _column("source_outlets", "their outlets", _sources("outlet")),
    _column("source_titles", "their titles", _sources("title")),
    _column("source_dates", "their dates", _sources("published")),
    _column("source_urls", "their addresses", _sources("url")),
    _column("trigger", "the words that report the act", lambda row: row.mention.trigger.text),
    _column("trigger_start", "first code point of the trigger", lambda row: row.mention.trigger.span.start),
    _column("trigger_end", "code point after its last", lambda row: row.mention.trigger.span.end),
    _column("sentence", "text of the sentence", lambda row: row.mention.sentence.text),
    _column("confidence", "calibrated probability that it is right", lambda row: round(row.mention.confidence, 3)),
    _column("coder", "program and model", lambda row: row.mention.coder),
)  # fmt: skip


def _place_name(mention: EventMention) -> str | None:
    return None if mention.place is None else mention.place.name or mention.place.text


def _via(said: Attribution | None) -> str:
    names: list[str | None] = []
    while said is not None and said.via is not None:
        said = said.via
        names.append(said.entity or said.text)
    return _joined(names)


def cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: text that starts like one gets a leading apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _entity(party: Participant) -> dict[str, object]:
    """PLOVER's information object for entities; ``other_sector_codes`` as in the manual's example."""
    known = {"code": party.country, "sector": party.sector, "entity_text": party.text, "identifier_text": party.entity}
    others = [one for one in party.sectors if one != party.sector]
    return {name: value for name, value in known.items() if value is not None} | (
        {"other_sector_codes": others} if others else {}
    )


def _location(mention: EventMention) -> dict[str, object] | None:
    place = mention.place
    if place is None:
        return None
    known = {
        "extracted_place": place.text,
        "resolved_place": place.name,
        "geonameid": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country,
    }
    return {name: value for name, value in known.items() if value is not None}


def _cited(source: Source) -> str:
    parts = (", ".join(source.authors), source.title, source.agency, source.outlet, source.published, source.url)
    return ", ".join(part for part in parts if part)


def _cite_info(row: EventRow) -> dict[str, str]:
    """Where the sentence stands and what it cites; what is not known is left out."""
    mention, document = row.mention, row.document
    cited = {
        "corpus": document.input_id,
        "citation": LIST_JOINER.join(filter(None, (_cited(link.source) for link in mention.sources))) or None,
        "url": document.url,
        "title": document.title,
        "language": document.lang,
        "publication": document.publisher,
        "coder": mention.coder,
        "codebook": f"plover-{plover().version}",
    }
    return {name: value for name, value in cited.items() if value is not None}


def plover_record(row: EventRow) -> dict[str, object]:
    """A mention in the JSON of the PLOVER manual (chapter "Data Fields"); fields that are not known are left out.

    Date, actor and event are required there, so ``date`` falls back to the publication date and is left out only
    where that is unknown too. Status and negation stand in ``context`` as the manual's auxiliary modes historical,
    future, hypothetical and negation (section "Auxiliary modes"). ``sequence`` counts sentences from 0, ``start``
    and ``end`` are the sentence's code points. What PLOVER has no name for (certainty, attribution, sources,
    confidence) is added under names of the record contract.
    """
    mention, document = row.mention, row.document
    when = mention.date
    first, last = (when.earliest, when.latest) if when else (document.published, document.published)
    auxiliary = [mention.status.value] if mention.status.value in ("historical", "future", "hypothetical") else []
    record = mention_to_record(mention)
    fields: dict[str, object] = {
        "id": mention.mention_id,
        "has_event": True,
        "date": first and first.isoformat(),
        "enddate": last.isoformat() if last and last != first else None,
        "actor": [_entity(party) for party in mention.actors],
        "recipient": [_entity(party) for party in mention.recipients],
        "event": [mention.type],
        "event_loc": _location(mention),
        "event_text": [mention.trigger.text],
        "quad_code": quad(mention.type),
        "event_scale": score(mention.type, mention.modes),
        "mode": list(mention.modes),
        "context": [*mention.contexts, *auxiliary, *(["negation"] if mention.negated else [])],
        "link": mention.event_id,
        "text": mention.sentence.text,
        "text_info": {"sequence": mention.sentence.index, **_offsets(mention.sentence.span)},
        "cite_info": _cite_info(row),
        "coder": mention.coder,
        **{name: record[name] for name in ("status", "negated", "certainty", "attribution", "sources", "confidence")},
    }
    return {name: value for name, value in fields.items() if value is not None}


def _offsets(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _lines(rows: Iterable[EventRow], stream: IO[str], make: Callable[[EventRow], dict[str, object]]) -> int:
    count = 0
    for row in rows:
        stream.write(_dump(make(row)) + "\n")
        count += 1
    return count


def _csv(rows: Iterable[EventRow], stream: IO[str]) -> int:
    count = 0
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([column.name for column in CSV_COLUMNS])
    for row in rows:
        writer.writerow([cell(column.value(row)) for column in CSV_COLUMNS])
        count += 1
    return count


def _parquet(rows: Iterable[EventRow], stream: IO[bytes]) -> int:
    import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]

    from dateline.store.records import record_schema, records_to_table

    count, pending = 0, iter(rows)
    with pq.ParquetWriter(stream, record_schema(), compression="zstd") as writer:
        while batch := list(islice(pending, PARQUET_BATCH)):
            writer.write_table(records_to_table([row.mention for row in batch]))
            count += len(batch)
    return count


def export(rows: Iterable[EventRow], target: Target, form: ExportFormat) -> int:
    """Writes mentions to a path or an open stream (text; for Parquet binary) and returns how many.

    JSONL follows the record contract; CSV has the columns of :data:`CSV_COLUMNS`; Parquet has the contract's names
    with nested types (:mod:`dateline.store.records`); PLOVER is the manual's JSON, one object a line.

    Raises:
        DatelineError: E401 where the path cannot be written; an existing file is then left as it was.
    """
    with opened(target, form is ExportFormat.PARQUET) as stream:
        match form:
            case ExportFormat.JSONL:
                return _lines(rows, stream, lambda row: mention_to_record(row.mention))
            case ExportFormat.PLOVER:
                return _lines(rows, stream, plover_record)
            case ExportFormat.CSV:
                return _csv(rows, stream)
            case ExportFormat.PARQUET:
                return _parquet(rows, stream)
