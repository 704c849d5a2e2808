"""From coded documents or a database to a response report: the one place where the analysis, the store and the resolver meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.askedactors import asked_actors, home_of, is_named, resolver, trigger_party, trigger_reading
from dateline.types import Coded, Document

if TYPE_CHECKING:
    from dateline.analyse.response import ResponseReport, Told, TriggerQuery
    from dateline.analyse.response.judge import Scope
    from dateline.analyse.response.values import ActorReport, Trigger
    from dateline.store.duckdb import Database

_CODE: Final = re.compile(r"[A-Z]{3}")
#: Days before the trigger whose documents are read, to know what was at issue already.
MEMORY: Final = 90


@dataclass(frozen=True, slots=True)
class ResponseOptions:
    """What is asked of a trigger.

    Args:
        since: first day of the trigger.
        until: last day of the trigger.
        within: days after the trigger in which acts are looked for; where ``None`` half a year, and in a text that tells of the trigger
            and dates what followed all of it.
        confidence: least confidence of a coded act, in [0, 1]; 0.5 where ``None``.
    """

    since: date | None = None
    until: date | None = None
    within: int | None = None
    confidence: float | None = None


def _asked(actors: str | Iterable[str], query: TriggerQuery) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Codes of the actors asked, and for each the terms of who is meant of those who share its code."""
    asked = asked_actors(actors, home_of((query.actor, query.other)))
    return tuple(one.code for one in asked), tuple(one.wanted for one in asked)


def respond_in_documents(
    coded: Sequence[Coded], actors: str | Iterable[str], to: str, options: ResponseOptions | None = None
) -> ResponseReport:
    """How actors responded to a trigger, by coded documents.

    Args:
        coded: coded documents; their statements are merged into events.
        actors: codes or names of the actors asked, in a list or parted by commas.
        to: the trigger, ``"PRK MOBILIZE RUS"`` or the id of an event.
        options: dates of the trigger and how far to look.

    Raises:
        DatelineError: E205 where the trigger or an actor is malformed, E411 for an unknown type.
    """
    from dateline.merging import with_events

    return respond_in_events(with_events(coded), actors, to, options)


def respond_in_events(
    coded: Sequence[Coded], actors: str | Iterable[str], to: str, options: ResponseOptions | None = None
) -> ResponseReport:
    """The same by documents whose statements are merged into events already (:func:`dateline.merging.with_events`).

    Raises:
        DatelineError: E205 where the trigger or an actor is malformed, E411 for an unknown type.
    """
    from dateline.analyse.response import Options, respond
    from dateline.announcements import announced_on

    options = options or ResponseOptions()
    query = trigger_query(to, options)
    codes, bodies = _asked(actors, query)
    return respond(coded, query, codes, resolver().countries_in, Options(_scope(options), bodies=bodies, origins=origins_of, announced=announced_on))


def respond_in_database(
    path: str | Path, actors: str | Iterable[str], to: str, options: ResponseOptions | None = None
) -> ResponseReport:
    """How actors responded to a trigger, by what a database holds; the actors' whole history there is their baseline.

    Raises:
        DatelineError: E201-E203 where the database cannot be read, E205 where the trigger or an actor is malformed.
    """
    from dateline.analyse.response import Options, ResponseReport, respond
    from dateline.analyse.response.query import all_told, find_trigger
    from dateline.announcements import announced_on
    from dateline.reviewed import reviewed

    options = options or ResponseOptions()
    query = trigger_query(to, options)
    codes, bodies = _asked(actors, query)
    scope = _scope(options)
    with reviewed(path) as database:
        found = _load(database, _trigger_documents(database, query))
        trigger = find_trigger(query, all_told(found, announced_on))
        if trigger is None:
            return ResponseReport(query, None, ())
        window = _window(trigger, scope)
        known = {one.document.doc_id for one in found}
        around = _documents_of(database, {*codes, *trigger.parties}, window) if window is not None else []
        more = [one for one in around if one not in known]
        found += _load(database, more)
        history, observed = _history(database, codes)
    found.sort(key=lambda one: (one.document.published or date.max, one.document.doc_id))
    return respond(found, query, codes, resolver().countries_in, Options(scope, history, observed, bodies, origins_of, announced_on))


def origins_of(told: Sequence[Told]) -> tuple[str, ...]:
    """The independent sources of mentions, as ``events --merged`` has them: copies of one text are one (``Reuters = The Post``)."""
    from dateline.merge import Report, independent
    from dateline.origins import report_origins

    groups = independent([Report(one.mention.mention_id, report_origins(one.mention, one.document), one.mention.sentence.text) for one in told])
    return tuple(" = ".join(group) for group in groups)


def _window(trigger: Trigger, scope: Scope) -> tuple[date, date] | None:
    """The days whose documents are read; ``None`` where the trigger has no day: then only those that tell of it are."""
    from dateline.analyse.response.reach import HORIZON, later_by

    if trigger.first is None or trigger.last is None:
        return None
    return trigger.first - timedelta(days=MEMORY), later_by(trigger.last, HORIZON if scope.horizon is None else scope.horizon)


def readings(actors: str | Iterable[str], to: str) -> tuple[str, ...]:
    """How the actors asked, and the parties of the trigger, are read where their words could have meant otherwise ("Taliban is read as Afghanistan (AFG)").

    Raises:
        DatelineError: E205 where the trigger or an actor is malformed.
    """
    from dateline.analyse.response import parse_trigger

    query = parse_trigger(to, is_named=is_named)
    parties = [words for words in (query.actor, query.other) if words]
    asked = asked_actors(actors, home_of(map(trigger_party, parties)))
    told = [*(one.reading for one in asked), *map(trigger_reading, parties)]
    return tuple(dict.fromkeys(filter(None, told)))


def trigger_query(to: str, options: ResponseOptions) -> TriggerQuery:
    """The trigger with the terms of its parties.

    Raises:
        DatelineError: E205 where it is malformed.
    """
    from dateline.analyse.response import parse_trigger

    query = parse_trigger(to, since=options.since, until=options.until, is_named=is_named)
    actor, other = (words and trigger_party(words) for words in (query.actor, query.other))
    return replace(query, actor=actor, other=other)


def _scope(options: ResponseOptions) -> Scope:
    from dateline.analyse.response.judge import CONFIDENCE
    from dateline.analyse.response.judge import Scope as _Scope

    return _Scope(options.within, CONFIDENCE if options.confidence is None else options.confidence)


def _load(database: Database, doc_ids: Iterable[str]) -> list[Coded]:
    loaded = (database.load_coded(one) for one in doc_ids)
    return [one for one in loaded if one is not None]


def _trigger_documents(database: Database, query: TriggerQuery) -> list[str]:
    """The documents that may tell of the trigger; the query is applied to their mentions afterwards."""
    from dateline.analyse.response.query import types_of
    from dateline.store import EventFilter

    if query.event is not None:  # sixteen hexadecimal digits: safe to put into SQL
        sql = f"SELECT DISTINCT doc_id FROM mentions WHERE event_id = '{query.event}' OR mention_id = '{query.event}' ORDER BY doc_id"
        return [str(row["doc_id"]) for row in database.query(sql).to_pylist()]
    wanted = EventFilter(
        actor=query.actor,
        types=types_of(query),
        since=query.since.isoformat() if query.since else None,
        until=query.until.isoformat() if query.until else None,
    )
    return list(dict.fromkeys(row.document.doc_id for row in database.iter_events(wanted)))


def _documents_of(database: Database, codes: Iterable[str], window: tuple[date, date]) -> list[str]:
    """The documents in which these countries act or are acted upon in a span of days."""
    listed = ", ".join(f"'{code}'" for code in sorted(codes) if _CODE.fullmatch(code))
    if not listed:
        return []
    rows = database.query(
        "SELECT DISTINCT m.doc_id FROM mentions m JOIN documents d USING (doc_id) JOIN participants p USING (mention_id)"
        f" WHERE p.country IN ({listed})"
        f" AND coalesce(m.date_latest, d.published) >= DATE '{window[0].isoformat()}'"
        f" AND coalesce(m.date_earliest, d.published) <= DATE '{window[1].isoformat()}' ORDER BY m.doc_id"
    )
    return [str(row["doc_id"]) for row in rows.to_pylist()]


def _history(database: Database, codes: Sequence[str]) -> tuple[tuple[Told, ...], tuple[date, ...]]:
    """All acts of the actors, without their texts, and the days on which the database's documents were published."""
    from dateline.analyse.response import Told as _Told
    from dateline.store import EventFilter

    told = []
    for code in codes:
        for row in database.iter_events(EventFilter(actor=code)):
            info = row.document
            document = Document(info.doc_id, info.input_id, "", "", published=info.published)
            told.append(_Told(row.mention, Coded(document)))
    days = database.query("SELECT DISTINCT published FROM documents WHERE published IS NOT NULL ORDER BY published").to_pylist()
    return tuple(told), tuple(row["published"] for row in days)


class Response:
    """How actors responded to a trigger.

    Args:
        report: what the analysis gave.
    """

    def __init__(self, report: ResponseReport) -> None:
        self.report = report

    @property
    def trigger(self) -> Trigger | None:
        """The acts that are the trigger, or ``None`` where nothing matches the query."""
        return self.report.trigger

    @property
    def actors(self) -> tuple[ActorReport, ...]:
        """The report of each actor asked, in their order."""
        return self.report.actors

    def to_dict(self) -> dict[str, object]:
        """The report as JSON values; acts and claims follow the record contract."""
        from dateline.analyse.response.jsonform import report_to_dict

        return report_to_dict(self.report)
