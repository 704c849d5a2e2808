"""The record contract, version 1: one JSON object per coded mention, and back.

Every key is always present, ``None`` or ``[]`` where it is unfilled. Spans are ``[start, end)`` in code points of
the document's canonical text, dates inclusive ISO days, confidences rounded to three places. The JSON Schema ships
as ``schema/record.schema.json``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from typing import Final, TypeAlias, TypeVar

from dateline.errors import DatelineError
from dateline.types import (
    Attribution,
    Bearing,
    Certainty,
    Claim,
    Cues,
    EventMention,
    Mention,
    Participant,
    Place,
    Quantity,
    Sentence,
    SentenceKind,
    Source,
    SourceLink,
    Span,
    Status,
    TimeRef,
)

SCHEMA_VERSION: Final = 1
#: Confidences and scores are rounded to this many places, so that runs on different machines give the same records.
PLACES: Final = 3

Json: TypeAlias = dict[str, object]
_T = TypeVar("_T")


def load_schema() -> Json:
    """The JSON Schema (draft 2020-12) of a record; ``$defs/claim`` describes the objects that ``--claims`` adds."""
    loaded = json.loads((files("dateline") / "schema" / "record.schema.json").read_text("utf-8"))
    if not isinstance(loaded, dict):
        raise DatelineError("E311", "schema/record.schema.json")
    return loaded


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _mention(mention: Mention | None) -> Json | None:
    return None if mention is None else {"text": mention.text, "span": _span(mention.span)}


def _participant(party: Participant) -> Json:
    return {
        "text": party.text,
        "span": _span(party.span),
        "entity": party.entity,
        "country": party.country,
        "sector": party.sector,
        "sectors": list(party.sectors),
        "score": round(party.score, PLACES),
    }


def _date(when: TimeRef | None) -> Json | None:
    if when is None:
        return None
    return {
        "text": when.text,
        "span": _span(when.span),
        "earliest": when.earliest.isoformat(),
        "latest": when.latest.isoformat(),
        "precision": when.precision,
        "basis": when.basis,
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "text": place.text,
        "span": _span(place.span),
        "name": place.name,
        "country": place.country,
        "geonames_id": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
    }


def _attribution(attribution: Attribution | None) -> Json | None:
    if attribution is None:
        return None
    return {
        "kind": attribution.kind,
        "text": attribution.text,
        "span": _span(attribution.span),
        "entity": attribution.entity,
        "country": attribution.country,
        "speaker_is_party": attribution.speaker_is_party,
        "via": _attribution(attribution.via),
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        "text": quantity.text,
        "span": _span(quantity.span),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "counts": quantity.counts,
        "approximate": quantity.approximate,
    }


def source_fields(source: Source) -> Json:
    """A source as it stands in records, without how it is tied to a statement."""
    return {
        "note": source.note,
        "kind": source.kind,
        "authors": list(source.authors),
        "agency": source.agency,
        "outlet": source.outlet,
        "title": source.title,
        "published": source.published,
        "url": source.url,
    }


def _source(link: SourceLink) -> Json:
    return {
        **source_fields(link.source),
        "link": link.link,
        "score": round(link.score, PLACES),
        "bearing": None if link.bearing is None else {"relation": link.bearing.relation, "reasons": list(link.bearing.reasons)},
    }


def mention_to_record(mention: EventMention) -> dict[str, object]:
    """The record of a mention (contract version 1), ready for :func:`json.dumps`."""
    sentence, cues = mention.sentence, mention.cues
    return {
        "schema_version": SCHEMA_VERSION,
        "mention_id": mention.mention_id,
        "event_id": mention.event_id,
        "doc_id": mention.doc_id,
        "input_id": mention.input_id,
        "sentence": {"text": sentence.text, "span": _span(sentence.span), "kind": sentence.kind.value},
        "trigger": _mention(mention.trigger),
        "type": mention.type,
        "modes": list(mention.modes),
        "contexts": list(mention.contexts),
        "actors": [_participant(party) for party in mention.actors],
        "recipients": [_participant(party) for party in mention.recipients],
        "date": _date(mention.date),
        "place": _place(mention.place),
        "status": mention.status.value,
        "negated": mention.negated,
        "certainty": mention.certainty.value,
        "attribution": _attribution(mention.attribution),
        "cues": {
            "negated": _mention(cues.negated),
            "status": _mention(cues.status),
            "certainty": _mention(cues.certainty),
            "attribution": _mention(cues.attribution),
        },
        "quantities": [_quantity(quantity) for quantity in mention.quantities],
        "sources": [_source(link) for link in mention.sources],
        "confidence": round(mention.confidence, PLACES),
        "coder": mention.coder,
    }


def claim_to_record(claim: Claim) -> dict[str, object]:
    """The record of a claim: a motive, cause, exchange, outlook, dependency, stance or opinion."""
    return {
        "kind": claim.kind,
        "holder": None if claim.holder is None else _participant(claim.holder),
        "text": claim.text,
        "span": _span(claim.span),
        "subject": claim.subject,
        "object": claim.object,
        "mentions": list(claim.mentions),
        "certainty": claim.certainty.value,
        "attribution": _attribution(claim.attribution),
        "sources": [_source(link) for link in claim.sources],
    }


class _Reader:
    """Typed access to a JSON object; every failure is an E413 that names the key."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise DatelineError("E413", where, "not an object")
        self.value, self.where = value, where

    def get(self, key: str) -> object:
        if key not in self.value:
            raise DatelineError("E413", self.where, f"{key} is missing")
        found: object = self.value[key]
        return found

    def fail(self, key: str, wanted: str) -> DatelineError:
        return DatelineError("E413", self.where, f"{key} is not {wanted}")

    def opt_text(self, key: str) -> str | None:
        value = self.get(key)
        if value is not None and not isinstance(value, str):
            raise self.fail(key, "text or null")
        return value

    def text(self, key: str) -> str:
        value = self.opt_text(key)
        if value is None:
            raise self.fail(key, "text")
        return value

    def flag(self, key: str) -> bool:
        value = self.get(key)
        if not isinstance(value, bool):
            raise self.fail(key, "true or false")
        return value

    def opt_flag(self, key: str) -> bool | None:
        """A flag that may be ``null``, or absent in records written before it was added to the contract."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.fail(key, "true, false or null")
        return value

    def opt_number(self, key: str) -> float | None:
        value = self.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(key, "a number or null")
        return float(value)

    def number(self, key: str) -> float:
        value = self.opt_number(key)
        if value is None:
            raise self.fail(key, "a number")
        return value

    def opt_int(self, key: str) -> int | None:
        value = self.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self.fail(key, "a whole number or null")

    def items(self, key: str, build: Callable[[object], _T]) -> tuple[_T, ...]:
        value = self.get(key)
        if not isinstance(value, list | tuple):
            raise self.fail(key, "a list")
        return tuple(build(item) for item in value)

    def texts(self, key: str) -> tuple[str, ...]:
        return self.items(key, self._one_text)

    def _one_text(self, item: object) -> str:
        if not isinstance(item, str):
            raise DatelineError("E413", self.where, f"{item!r} is not text")
        return item

    def opt_span(self) -> Span | None:
        value = self.get("span")
        if value is None:
            return None
        match value:
            case [int(start), int(end)] if 0 <= start < end:
                return Span(start, end)
        raise self.fail("span", "[start, end) with 0 <= start < end, or null")

    def span(self) -> Span:
        found = self.opt_span()
        if found is None:
            raise self.fail("span", "a span")
        return found

    def day(self, key: str) -> date:
        try:
            return date.fromisoformat(self.text(key))
        except ValueError as error:
            raise self.fail(key, "an ISO date") from error

    def opt(self, key: str, build: Callable[[_Reader], _T]) -> _T | None:
        value = self.get(key)
        return None if value is None else build(_Reader(value, f"{self.where}.{key}"))

    def one(self, key: str, build: Callable[[_Reader], _T]) -> _T:
        return build(_Reader(self.get(key), f"{self.where}.{key}"))

    def many(self, key: str, build: Callable[[_Reader], _T]) -> tuple[_T, ...]:
        return self.items(key, lambda item: build(_Reader(item, f"{self.where}.{key}")))


def _read_mention(reader: _Reader) -> Mention:
    text, span = reader.text("text"), reader.span()
    if len(text) != span.end - span.start:
        raise reader.fail("span", "as long as its text")
    return Mention(text, span)


def _read_participant(reader: _Reader) -> Participant:
    return Participant(
        reader.text("text"),
        reader.span(),
        reader.opt_text("entity"),
        reader.opt_text("country"),
        reader.opt_text("sector"),
        reader.texts("sectors"),
        reader.number("score"),
    )


def _read_date(reader: _Reader) -> TimeRef:
    return TimeRef(
        reader.day("earliest"),
        reader.day("latest"),
        reader.text("precision"),
        reader.text("basis"),
        reader.opt_text("text"),
        reader.opt_span(),
    )


def _read_place(reader: _Reader) -> Place:
    return Place(
        reader.text("text"),
        reader.span(),
        reader.opt_text("name"),
        reader.opt_text("country"),
        reader.opt_int("geonames_id"),
        reader.opt_number("lat"),
        reader.opt_number("lon"),
    )


def _read_attribution(reader: _Reader) -> Attribution:
    return Attribution(
        reader.text("kind"),
        reader.opt_text("text"),
        reader.opt_span(),
        reader.opt_text("entity"),
        reader.opt_text("country"),
        reader.opt("via", _read_attribution),
        speaker_is_party=reader.opt_flag("speaker_is_party"),
    )


def _read_cues(reader: _Reader) -> Cues:
    return Cues(
        reader.opt("negated", _read_mention),
        reader.opt("status", _read_mention),
        reader.opt("certainty", _read_mention),
        reader.opt("attribution", _read_mention),
    )


def _read_quantity(reader: _Reader) -> Quantity:
    return Quantity(
        reader.text("text"),
        reader.span(),
        reader.opt_number("value"),
        reader.opt_number("low"),
        reader.opt_number("high"),
        reader.opt_text("unit"),
        reader.opt_text("counts"),
        reader.flag("approximate"),
    )


def _read_source(reader: _Reader) -> SourceLink:
    source = Source(
        note=reader.opt_text("note"),
        kind=reader.text("kind"),
        title=reader.opt_text("title"),
        authors=reader.texts("authors"),
        agency=reader.opt_text("agency"),
        outlet=reader.opt_text("outlet"),
        published=reader.opt_text("published"),
        url=reader.opt_text("url"),
    )
    return SourceLink(source, reader.text("link"), reader.number("score"), reader.opt("bearing", _read_bearing))


def _read_bearing(reader: _Reader) -> Bearing:
    return Bearing(reader.text("relation"), reader.texts("reasons"))


def _read_sentence(reader: _Reader) -> Sentence:
    return Sentence(0, reader.text("text"), reader.span(), SentenceKind(reader.text("kind")))


def record_to_mention(record: Mapping[str, object]) -> EventMention:
    """The mention of a record; ``mention_to_record`` of the result is the record again.

    The contract carries neither the sentence's number (0 here) nor a source's volume, pages and publisher; the store
    keeps them.

    Raises:
        DatelineError: E413 where a key is missing or a value breaks the contract; the message names it.
    """
    reader = _Reader(record, "record")
    if reader.get("schema_version") != SCHEMA_VERSION:
        raise reader.fail("schema_version", str(SCHEMA_VERSION))
    try:
        return EventMention(
            mention_id=reader.text("mention_id"),
            event_id=reader.text("event_id"),
            doc_id=reader.text("doc_id"),
            input_id=reader.text("input_id"),
            sentence=reader.one("sentence", _read_sentence),
            trigger=reader.one("trigger", _read_mention),
            type=reader.text("type"),
            modes=reader.texts("modes"),
            contexts=reader.texts("contexts"),
            actors=reader.many("actors", _read_participant),
            recipients=reader.many("recipients", _read_participant),
            date=reader.opt("date", _read_date),
            place=reader.opt("place", _read_place),
            status=Status(reader.text("status")),
            negated=reader.flag("negated"),
            certainty=Certainty(reader.text("certainty")),
            attribution=reader.opt("attribution", _read_attribution),
            cues=reader.one("cues", _read_cues),
            quantities=reader.many("quantities", _read_quantity),
            sources=reader.many("sources", _read_source),
            confidence=reader.number("confidence"),
            coder=reader.text("coder"),
        )
    except ValueError as error:
        raise DatelineError("E413", "record", str(error)) from error
