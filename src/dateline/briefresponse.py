"""The answer of ``dateline response`` as values for the brief."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.analyse.response.baseline import baseline_lines
from dateline.analyse.response.disputed import disputed
from dateline.analyse.response.ladder import FAR_APART, far_apart, trigger_days
from dateline.analyse.response.query import all_told, reports_of
from dateline.analyse.response.reach import left_out, looked_at
from dateline.analyse.response.values import ActorReport, Judged, Trigger
from dateline.analyse.response.values import ResponseReport as Report
from dateline.briefs import Selection, only, unread_line
from dateline.ontology.partyterms import shown_party
from dateline.reasons import why
from dateline.report.extras import ActorResponse, ResponseAct, ResponseReport, ResponseRung
from dateline.report.names import dated, day, speaker, when
from dateline.responses import ResponseOptions, respond_in_database, respond_in_events, trigger_query
from dateline.reviewed import judged
from dateline.types import Claim, Coded, Status
from dateline.wording import plural


def in_documents(coded: Sequence[Coded], actors: str, to: str, options: ResponseOptions) -> ResponseReport:
    """How actors responded to a trigger, by the documents of the brief.

    Raises:
        DatelineError: E205 where the trigger or an actor is malformed, E411 for an unknown type.
    """
    made = view(respond_in_events(coded, actors, to, options), to)
    return made if made.found else replace(made, hint=_hint(coded, to, options))


def _hint(coded: Sequence[Coded], to: str, options: ResponseOptions) -> str:
    """What the documents tell in place of a trigger that no act matches: the same by the same actor, whoever it is done to; "" where nothing."""
    query = replace(trigger_query(to, options), since=None, until=None)
    if query.event is not None or not query.actor or not query.other or query.type is None:
        return ""
    told = reports_of(replace(query, other=None), all_told(coded))
    asked = f"{shown_party(query.actor)} {query.type} *"
    return f"{plural(len(told), 'act')} would match {asked}, which asks for no other party." if told else ""


def in_database(path: str | Path, actors: str, to: str, options: ResponseOptions) -> tuple[ResponseReport, Selection]:
    """The same by a database, with the documents and acts that the answer rests on.

    Raises:
        DatelineError: E201-E203 where the database cannot be read, E205 where the trigger or an actor is malformed.
    """
    from dateline.store.duckdb import Database

    report = respond_in_database(path, actors, to, options)
    with Database(path, read_only=True) as database:
        unread = unread_line(database.unread(), asked=True)
    told = [] if report.trigger is None else list(report.trigger.mentions)
    for one in report.actors:
        told += [judged.told for judged in _judged(one)]
    documents = {item.coded.document.doc_id: item.coded for item in told}
    ids = {item.mention.mention_id for item in told}
    stands = {(document.doc_id, claim) for one in report.actors for claim, document in one.claims}
    kept = (_with_stands(only(one, ids), one, stands) for one in documents.values())
    coded = sorted(kept, key=lambda one: (one.document.published or date.max, one.document.doc_id))
    return view(report, to), Selection(tuple(coded), f"the response of {actors.replace(',', ', ')} to {to}", True, unread, judged(path))


def _with_stands(narrowed: Coded, whole: Coded, stands: Collection[tuple[str, Claim]]) -> Coded:
    """The document with the claims on its acts, and those that tell where the actors stand."""
    doc_id = whole.document.doc_id
    return replace(narrowed, claims=tuple(one for one in whole.claims if one in narrowed.claims or (doc_id, one) in stands))


def _judged(report: ActorReport) -> Iterator[Judged]:
    for rung in report.ladder:
        yield from rung.acts
    yield from report.domestic
    yield from report.unsure


def view(report: Report, to: str) -> ResponseReport:
    """A report of :mod:`dateline.analyse.response` as the brief shows it."""
    if report.trigger is None:
        return ResponseReport(to, False)
    return ResponseReport(
        to,
        True,
        tuple(one.mention.mention_id for one in report.trigger.reports),
        trigger_days(report.trigger, day),
        tuple(_actor(one, report.trigger) for one in report.actors),
        looked_at(report, day),
        remark=_remark(report.trigger),
    )


def _remark(trigger: Trigger) -> str:
    """What the reader must know of the trigger: that it is disputed, and that it is several acts far apart."""
    doubt = disputed(trigger)
    apart = f"{FAR_APART[0].upper()}{FAR_APART[1:]}: a brief with --since and --until is on some of them." if far_apart(trigger) else ""
    return " ".join(filter(None, (f"The trigger is {doubt}." if doubt else "", apart)))


def _actor(report: ActorReport, trigger: Trigger) -> ActorResponse:
    return ActorResponse(
        report.actor,
        tuple(
            ResponseRung(rung.name, rung.events, rung.latency, rung.strongest, tuple(rung.origins), _acts(rung.acts), rung.alleged)
            for rung in report.ladder
        ),
        _acts(report.domestic),
        _acts(report.unsure),
        tuple((one.rung, tuple(one.others)) for one in report.not_done),
        () if report.baseline is None else tuple(baseline_lines(report.baseline)),
        left_out(report, trigger, day),
        report.body,
    )


def _acts(judged: Iterable[Judged]) -> tuple[ResponseAct, ...]:
    """The acts of a step in words; a sentence stands in each step once, so that "above" is never far."""
    found: list[ResponseAct] = []
    above: set[tuple[str, int]] = set()
    for one in judged:
        key = one.told.document.doc_id, one.told.mention.sentence.span.start
        found.append(ResponseAct(one.told.mention.mention_id, f"{_when(one)}{_announced(one)}{_alleged(one)}", why(one), key in above))
        above.add(key)
    return tuple(found)


def _alleged(one: Judged) -> str:
    """Who alleges an act, where only the other side tells it."""
    return f", alleged by {speaker(one.told.mention.attribution)}" if one.alleged else ""


def _announced(one: Judged) -> str:
    """That an act is only announced."""
    return ", announced" if one.told.mention.status is Status.FUTURE else ""


def _when(one: Judged) -> str:
    """The act's date with what it rests on; where it has none, the first day that the text dates beside it, else the day of the document."""
    published = one.told.document.published
    if one.told.near is not None:
        return one.told.beside(when)
    return dated(one.told.mention.date) if one.told.mention.date or published is None else f"{day(published)} (by document)"
