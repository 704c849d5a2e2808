"""Audits as JSON: one object a document."""

from __future__ import annotations

from dateline.audit.findings import Audit, Finding, Share, SourceCount, Standing, warnings_of
from dateline.record import source_fields
from dateline.types import Mention, Sentence, Span

#: Version of the object; additions do not raise it.
SCHEMA_VERSION = 1


def audit_to_record(audit: Audit) -> dict[str, object]:
    """An audit as plain values; every key is always present, spans are ``[start, end)`` of the canonical text."""
    document = audit.document
    return {
        "schema_version": SCHEMA_VERSION,
        "doc_id": document.doc_id,
        "input_id": document.input_id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "problems": [{"code": one.code, "detail": one.detail} for one in warnings_of(document)],
        "statements": audit.statements,
        "sourced": audit.sourced,
        "standing": {standing.value: audit.standing.get(standing, 0) for standing in Standing},
        "unlisted": [{"standing": standing.value, "sentence": _phrase(sentence)} for standing, sentence in audit.unlisted],
        "findings": [_finding(one) for one in audit.findings],
        "sources": _sources(audit.sources),
    }


def _finding(one: Finding) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "message": one.message,
        "span": _span(one.span),
        "page": one.page,
        "sentence": _phrase(one.sentence),
        "note": one.note,
        "text": _phrase(one.text),
        "headline": _phrase(one.headline),
        "source": None if one.source is None else source_fields(one.source),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _phrase(one: Mention | Sentence | None) -> dict[str, object] | None:
    return None if one is None else {"text": one.text, "span": _span(one.span)}


def _sources(count: SourceCount) -> dict[str, object]:
    return {
        "citations": count.citations,
        "works": count.works,
        "agency_share": count.agency_share,
        "state_share": count.state_share,
        "origins": _shares(count.origins),
        "outlets": _shares(count.outlets),
        "agencies": _shares(count.agencies),
        "authors": _shares(count.authors),
    }


def _shares(shares: tuple[Share, ...]) -> list[dict[str, object]]:
    return [
        {"name": one.name, "sources": one.sources, "share": one.share, "state_owned": one.state_owned, "country": one.country} for one in shares
    ]
