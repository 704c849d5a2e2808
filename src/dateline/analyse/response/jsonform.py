"""The report as JSON: acts and claims in the record contract, each with its document, label, rung and reasons."""

from __future__ import annotations

from datetime import date

from dateline.analyse.response.values import ActorReport, Baseline, Judged, ResponseReport, Rung, Told, Trigger
from dateline.record import Json, claim_to_record, mention_to_record
from dateline.types import Document

#: Version of this form; it counts apart from the record contract's.
FORM_VERSION = 1


def report_to_dict(report: ResponseReport) -> Json:
    """The report, ready for :func:`json.dumps`; days are ISO dates, what is unknown is ``None``."""
    query = report.query
    return {
        "form_version": FORM_VERSION,
        "query": {
            "event": query.event,
            "actor": query.actor,
            "type": query.type,
            "other": query.other,
            "since": _day(query.since),
            "until": _day(query.until),
        },
        "trigger": None if report.trigger is None else _trigger(report.trigger),
        "until": _day(report.until),
        "recounted": _day(report.recounted),
        "actors": [_actor(one) for one in report.actors],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _document(document: Document) -> Json:
    return {
        "doc_id": document.doc_id,
        "input_id": document.input_id,
        "title": document.title,
        "published": _day(document.published),
        "publisher": document.publisher,
    }


def _told(told: Told) -> Json:
    near = None if told.near is None else {
        "first": _day(told.near.first), "last": _day(told.near.last), "precision": told.near.begins.precision, "basis": told.basis,
    }  # fmt: skip

    return {"record": mention_to_record(told.mention), "document": _document(told.document), "near": near}


def _trigger(trigger: Trigger) -> Json:
    return {
        "first": _day(trigger.first),
        "last": _day(trigger.last),
        "dated": trigger.dated,
        "actors": sorted(trigger.doers),
        "others": sorted(trigger.others),
        "mentions": [_told(one) for one in trigger.mentions],
    }


def act_to_dict(one: Judged) -> Json:
    """An act with its label, rung, day, sum of reasons and reasons."""
    return {
        **_told(one.told),
        "label": one.label.value,
        "rung": one.rung,
        "alleged": one.alleged,
        "day": _day(one.day),
        "score": one.score,
        "together": one.together,
        "reasons": [{"kind": reason.kind, "weight": reason.weight, "words": reason.words} for reason in one.reasons],
    }


def _rung(rung: Rung) -> Json:
    certain, probable, possible = rung.certainty
    return {
        "rung": rung.name,
        "events": rung.events,
        "alleged": rung.alleged,
        "first": _day(rung.first),
        "last": _day(rung.last),
        "latency_days": rung.latency,
        "intensity": {"strongest": rung.strongest, "mean": rung.mean},
        "sources": list(rung.origins),
        "certainty": {"certain": certain, "probable": probable, "possible": possible},
        "acts": [act_to_dict(one) for one in rung.acts],
    }


def _baseline(baseline: Baseline) -> Json:
    return {
        "days_before": baseline.days_before,
        "days_after": baseline.days_after,
        "rates": [
            {"type": one.type, "before": one.before, "after": one.after, "ratio": one.ratio, "low": one.low, "high": one.high, "p": one.p}
            for one in baseline.rates
        ],
    }


def _actor(report: ActorReport) -> Json:
    return {
        "actor": report.actor,
        "body": report.body,
        "ladder": [_rung(rung) for rung in report.ladder],
        "domestic": [act_to_dict(one) for one in report.domestic],
        "claims": [{"record": claim_to_record(claim), "document": _document(document)} for claim, document in report.claims],
        "not_done": [{"rung": one.rung, "others": list(one.others)} for one in report.not_done],
        "baseline": None if report.baseline is None else _baseline(report.baseline),
        "unsure": [act_to_dict(one) for one in report.unsure],
        "unrelated": [act_to_dict(one) for one in report.unrelated],
        "beyond": [act_to_dict(one) for one in report.beyond],
    }
