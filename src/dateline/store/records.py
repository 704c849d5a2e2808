"""Records as an Arrow table with nested types: the columns of the Parquet export.

Names and nesting are those of the record contract, with two differences that Arrow asks for: a span is a struct of
``start`` and ``end``, and the chain of ``attribution.via`` is a list, nearest to the speaker first.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.record import Json, mention_to_record
from dateline.types import EventMention

_TEXT, _INT, _REAL, _FLAG, _DAY = pa.string(), pa.int32(), pa.float64(), pa.bool_(), pa.date32()
_TEXTS = pa.list_(_TEXT)
_SPAN = pa.struct([("start", _INT), ("end", _INT)])
_PHRASE = pa.struct([("text", _TEXT), ("span", _SPAN)])
_SENTENCE = pa.struct([("text", _TEXT), ("span", _SPAN), ("kind", _TEXT)])
_PARTY = pa.struct(
    [
        ("text", _TEXT),
        ("span", _SPAN),
        ("entity", _TEXT),
        ("country", _TEXT),
        ("sector", _TEXT),
        ("sectors", _TEXTS),
        ("score", _REAL),
    ]
)
_DATE = pa.struct(
    [("text", _TEXT), ("span", _SPAN), ("earliest", _DAY), ("latest", _DAY), ("precision", _TEXT), ("basis", _TEXT)]
)
_PLACE = pa.struct(
    [
        ("text", _TEXT),
        ("span", _SPAN),
        ("name", _TEXT),
        ("country", _TEXT),
        ("geonames_id", pa.int64()),
        ("lat", _REAL),
        ("lon", _REAL),
    ]
)
_SPEAKER_FIELDS = [("kind", _TEXT), ("text", _TEXT), ("span", _SPAN), ("entity", _TEXT), ("country", _TEXT)]
_ATTRIBUTION = pa.struct([*_SPEAKER_FIELDS, ("speaker_is_party", _FLAG), ("via", pa.list_(pa.struct(_SPEAKER_FIELDS)))])
_CUES = pa.struct([("negated", _PHRASE), ("status", _PHRASE), ("certainty", _PHRASE), ("attribution", _PHRASE)])
_QUANTITY = pa.struct(
    [
        ("text", _TEXT),
        ("span", _SPAN),
        ("value", _REAL),
        ("low", _REAL),
        ("high", _REAL),
        ("unit", _TEXT),
        ("counts", _TEXT),
        ("approximate", _FLAG),
    ]
)
_SOURCE = pa.struct(
    [
        ("note", _TEXT),
        ("kind", _TEXT),
        ("authors", _TEXTS),
        ("agency", _TEXT),
        ("outlet", _TEXT),
        ("title", _TEXT),
        ("published", _TEXT),
        ("url", _TEXT),
        ("link", _TEXT),
        ("score", _REAL),
        ("bearing", pa.struct([("relation", _TEXT), ("reasons", _TEXTS)])),
    ]
)
_SCHEMA = pa.schema(
    [
        ("schema_version", _INT),
        ("mention_id", _TEXT),
        ("event_id", _TEXT),
        ("doc_id", _TEXT),
        ("input_id", _TEXT),
        ("sentence", _SENTENCE),
        ("trigger", _PHRASE),
        ("type", _TEXT),
        ("modes", _TEXTS),
        ("contexts", _TEXTS),
        ("actors", pa.list_(_PARTY)),
        ("recipients", pa.list_(_PARTY)),
        ("date", _DATE),
        ("place", _PLACE),
        ("status", _TEXT),
        ("negated", _FLAG),
        ("certainty", _TEXT),
        ("attribution", _ATTRIBUTION),
        ("cues", _CUES),
        ("quantities", pa.list_(_QUANTITY)),
        ("sources", pa.list_(_SOURCE)),
        ("confidence", _REAL),
        ("coder", _TEXT),
    ]
)


def record_schema() -> pa.Schema:
    """The Arrow schema of exported records."""
    return _SCHEMA


def _chained(said: Json | None) -> Json | None:
    if said is None:
        return None
    chain: list[object] = []
    via = said["via"]
    while isinstance(via, dict):
        chain.append({name: value for name, value in via.items() if name not in {"via", "speaker_is_party"}})
        via = via["via"]
    return {**said, "via": chain}


def _nested(value: object) -> object:
    """The record's value with every ``span`` list as a struct."""
    if isinstance(value, list):
        return [_nested(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: {"start": part[0], "end": part[1]} if name == "span" and isinstance(part, list) else _nested(part)
        for name, part in value.items()
    }


def _arrow_row(mention: EventMention) -> Json:
    record = mention_to_record(mention)
    said = record["attribution"]
    record["attribution"] = _chained(said if isinstance(said, dict) else None)
    row = {name: _nested(value) for name, value in record.items()}
    if mention.date is not None and isinstance(row["date"], dict):
        row["date"] = {**row["date"], "earliest": mention.date.earliest, "latest": mention.date.latest}
    return row


def records_to_table(mentions: Sequence[EventMention]) -> pa.Table:
    """Mentions as a table of :func:`record_schema`, one row each, in order."""
    return pa.Table.from_pylist([_arrow_row(mention) for mention in mentions], schema=_SCHEMA)
