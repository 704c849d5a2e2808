"""Coded mentions in the database -> events: brings :mod:`dateline.merge` and the store together, as ``pipeline`` does the stages.

Only what new or removed mentions touch is merged again; the events are those of a merge of all mentions at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dateline.corrections import taken_back
from dateline.extract.dates import Context, find_dates
from dateline.merge import Event, MergeItem, Number, Report, hints_of, independent, make_event, without
from dateline.merge.bodies import Body, side_of
from dateline.merge.spots import spot_of
from dateline.merge.words import states_unnamed
from dateline.origins import Imprint, origins, source_name, speaker_name
from dateline.store.merging import Edges, MergedRow, MergeTables, Neighbourhood
from dateline.types import TOLD, Coded, SentenceKind

if TYPE_CHECKING:
    import numpy as np

    from dateline.merge.columns import Columns
    from dateline.store.duckdb import Database

Row = Mapping[str, Any]

#: What names a source, in the order of :func:`dateline.origins.source_name`.
_NAMES: Final = ("agency", "outlet", "publisher", "title", "url")
#: What tells the spot of a place.
_SPOT: Final = ("place_name", "place_country", "place_geonames_id", "place_lat", "place_lon")
#: Statuses of acts that are still to come.
_PLANNED: Final = frozenset({"future", "hypothetical"})


@dataclass(frozen=True, slots=True)
class MergeCounts:
    """What a merge did: new mentions, mentions that were looked at again, and events that changed."""

    fresh: int = 0
    again: int = 0
    events: int = 0


def merge_events(database: Database) -> MergeCounts:
    """Merge what was written since the last time; nothing where nothing was. Safe to repeat after a crash.

    Args:
        database: open for writing.

    Raises:
        DatelineError: E401 where the file cannot be written; events are as before then.
    """
    tables = MergeTables(database)
    fresh, changes = tables.fresh(), tables.changes()
    if not fresh and not changes:
        return MergeCounts()
    rows: list[MergedRow] = []
    columns = _load(tables, fresh, rows)
    with database._transaction():
        tables.write_rows(rows, {row.mention_id: 0 for row in rows})
        wanted = _affected(tables, fresh, columns, changes)
        return _merge(tables, fresh, wanted, _Loaded(fresh, columns))


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Mentions whose columns are made, sorted by id."""

    mention_ids: Sequence[str]
    columns: Columns


def _completed(tables: MergeTables, mention_ids: Sequence[str], known: _Loaded) -> Columns:
    """The columns of mentions in the order of their ids; only those that are not known yet are made."""
    import numpy as np

    from dateline.merge.columns import Columns

    if mention_ids == known.mention_ids:
        return known.columns
    at = {mention: row for row, mention in enumerate(known.mention_ids)}
    missing = [mention for mention in mention_ids if mention not in at]
    at |= {mention: row for row, mention in enumerate(missing, len(at))}
    whole = Columns.joined([known.columns, _load(tables, missing)])
    return whole.take(np.array([at[mention] for mention in mention_ids], dtype=np.int64))


def _load(tables: MergeTables, mention_ids: Sequence[str], rows: list[MergedRow] | None = None) -> Columns:
    """The columns of mentions in the order of their ids; ``rows`` receives what is to be kept of them."""
    from dateline.merge.columns import Columns, to_columns

    parts = []
    for views in tables.views(mention_ids):
        items = [_item(view) for view in views]
        part = to_columns(items)
        parts.append(part)
        if rows is not None:
            rows += _kept(views, items, part, tables.edges(item.doc_id for item in items))
    return Columns.joined(parts or [to_columns(())])


def _kept(views: Sequence[Row], items: Sequence[MergeItem], columns: Columns, edges: Mapping[str, Edges]) -> Iterator[MergedRow]:
    from dateline.merge.blocking import parties, slices

    low, high = slices(columns)
    for view, item, who, first, last in zip(views, items, parties(columns).tolist(), low.tolist(), high.tolist(), strict=True):
        near = Neighbourhood(tuple(code for code in who if code), first, last)
        yield MergedRow(item.mention_id, item.doc_id, near, item.hints, origins_of(view, edges.get(item.doc_id, Edges())))


def _affected(tables: MergeTables, fresh: Sequence[str], columns: Columns, changes: Sequence[Neighbourhood]) -> list[str]:
    """Ids of all mentions whose event may change, sorted."""
    import numpy as np

    from dateline.merge.blocking import crowded, parties, slices
    from dateline.merge.cluster import link
    from dateline.merge.threads import usable

    low, high = slices(columns)
    scopes = [Neighbourhood(tuple(c for c in who if c), a, b) for who, a, b in zip(parties(columns).tolist(), low.tolist(), high.tolist(), strict=True)]
    near = tables.neighbours([*scopes, *changes])
    if len(near) == len(fresh) and not changes:
        return list(fresh)
    around = _completed(tables, near, _Loaded(fresh, columns))
    new = np.isin(np.array(near), np.array(fresh)) if fresh else np.zeros(len(near), dtype=bool)
    left, right, _ = link(around, among=new, workers=usable())
    touched = np.zeros(len(near), dtype=bool)
    touched[left] = touched[right] = True
    touched |= crowded(around, new | _in_scope(around, changes))
    parts = tables.parts([near[row] for row in np.flatnonzero(touched & ~new).tolist()])
    members = tables.members([*(part for part in parts.values() if part), *(change.part for change in changes)])
    return sorted({*fresh, *members})


def _in_scope(columns: Columns, changes: Sequence[Neighbourhood]) -> np.ndarray:
    """Mentions ``[n]`` that share a party and a slice with a removed one."""
    import numpy as np

    from dateline.merge.blocking import parties, slices

    low, high = slices(columns)
    who = parties(columns)
    found = np.zeros(len(columns), dtype=bool)
    for change in changes:
        shared = np.isin(who, np.array(change.parties)).any(axis=1)
        found |= shared & (low <= change.last_slice) & (high >= change.first_slice)
    return found


def _merge(tables: MergeTables, fresh: Sequence[str], wanted: list[str], known: _Loaded) -> MergeCounts:
    """Merge the mentions wanted, in sight of their neighbours, and write their events."""
    import numpy as np

    from dateline.merge.cluster import cluster_edges, label_ids, link
    from dateline.merge.threads import usable

    near = tables.neighbours(tables.near(wanted))
    columns = _completed(tables, near, known)
    inside = np.isin(np.array(near), np.array(wanted)) if wanted else np.zeros(len(near), dtype=bool)
    left, right, scores = link(columns, among=inside, both=True, workers=usable())
    place = np.cumsum(inside) - 1
    rows = np.flatnonzero(inside)
    events, parts = cluster_edges(columns.take(rows), (place[left], place[right], scores), workers=usable())
    named = dict(zip(wanted, label_ids(wanted, events), strict=True))
    numbers = {mention: int(part) for mention, part in zip(wanted, _part_numbers(wanted, parts), strict=True)}
    tables.write_rows((), numbers)
    before = tables.event_of(wanted)
    moved = {mention: event for mention, event in named.items() if before[mention] != event}
    old = set(wanted) - set(fresh)
    aliases = [(before[mention], event) for mention, event in moved.items() if mention in old]
    again = {named[mention] for mention in fresh}
    touched = tables.write_events({**moved, **{mention: named[mention] for mention in fresh}}, aliases)
    tables.write_counts(_counts(tables, sorted({*touched, *again, *(named[one] for one in old)})))
    return MergeCounts(len(fresh), len(old), len(touched))


def _part_numbers(ids: Sequence[str], parts: np.ndarray) -> Iterator[int]:
    """A number for each mention's part, made from the smallest id in it, so that no id of a forgotten mention stays behind."""
    import hashlib

    for row in parts.tolist():
        yield int.from_bytes(hashlib.blake2b(ids[row].encode(), digest_size=8).digest(), "little") >> 1


def _counts(tables: MergeTables, event_ids: Sequence[str]) -> dict[str, int]:
    """Independent sources of events."""
    groups: dict[str, list[Report]] = {}
    for event, mention, named, text, imagined in tables.reports(event_ids):
        groups.setdefault(event, []).append(Report(mention, named, text, imagined))
    return {event: len(independent(reports)) for event, reports in groups.items()}


def _party(one: Row) -> str | None:
    if one["country"]:
        return str(one["country"])
    return str(one["entity"]).lower() if one["entity"] else None


def _bodies(parties: Sequence[Row], role: str) -> tuple[Body, ...]:
    return tuple(Body(one["text"], one["entity"], tuple(one["sectors"] or ())) for one in parties if one["role"] == role)


def _item(view: Row) -> MergeItem:
    """The merging view of a stored mention; as :func:`dateline.merge.to_item` makes it of a coded one."""
    parties = view["parties"] or ()
    by_role = {
        role: tuple(sorted({name for one in parties if one["role"] == role and (name := _party(one)) is not None}))
        for role in ("actor", "recipient")
    }
    told = view["date_basis"] in TOLD
    place = view["place_name"] or view["place_text"]
    return MergeItem(
        mention_id=view["mention_id"],
        doc_id=view["doc_id"],
        sentence=view["sentence"],
        text=view["sentence_text"],
        trigger=view["trigger"],
        type=view["type"],
        actors=by_role["actor"],
        recipients=by_role["recipient"],
        side=side_of(one["sector"] for one in parties if one["role"] == "actor"),
        doers=_bodies(parties, "actor"),
        targets=_bodies(parties, "recipient"),
        first=view["date_earliest"] if told else None,
        last=view["date_latest"] if told else None,
        hints=_hints(view),
        published=view["published"],
        place=place.lower() if place else None,
        place_country=view["place_country"],
        spot=spot_of(*(view[name] for name in _SPOT)),
        numbers=tuple(_numbers(view["quantities"] or ())),
        planned=view["status"] in _PLANNED,
        negated=view["negated"],
        teller=view["attribution_country"],
        at=view["trigger_at"],
        several=any(one["role"] == "actor" and not one["country"] and states_unnamed(one["text"]) for one in parties),
        headline=view["sentence_kind"] == SentenceKind.HEADLINE.value,
    )


def _numbers(rows: Sequence[Row]) -> Iterator[Number]:
    for one in rows:
        value = next((one[name] for name in ("value", "low", "high") if one[name] is not None), None)
        if value is not None:
            yield Number(float(value), (one["counts"] or one["unit"] or "").lower())


def _hints(view: Row) -> tuple[tuple[date, date], ...]:
    """The days that the sentence names; kept ones where the mention was merged before."""
    if view["hints"] is not None:
        return tuple((one["first"], one["last"]) for one in view["hints"])
    found = find_dates(view["sentence_text"], Context(view["published"]))
    return hints_of((one.earliest, one.latest) for one in found)


def origins_of(view: Row, edges: Edges) -> tuple[str, ...]:
    """Where a statement comes from (:mod:`dateline.origins`); where its document names no medium, the document itself."""
    cited = ((one["link"], source_name(*(one[name] for name in _NAMES))) for one in view["sources"] or ())
    chain = [(view["attribution_kind"], speaker_name(view["attribution_kind"], view["attribution_entity"], view["attribution_text"]))]
    chain += [(one["kind"], speaker_name(one["kind"], one["entity"], one["text"])) for one in view["attribution_via"] or ()]
    imprint = Imprint(tuple(view["authors"] or ()), edges.head, edges.tail, view["publisher"], view["url"])
    return origins(cited, chain, imprint) or (unnamed_origin(str(view["doc_id"])),)


def unnamed_origin(doc_id: str) -> str:
    """The origin of statements whose document names no medium: the document itself."""
    return f"document {doc_id}"


def load_event(database: Database, event_id: str) -> tuple[Event, ...]:
    """The events that an id names: itself, what it became by merging or splitting, or that of the mention of this id.

    Args:
        database: an open database whose mentions are merged.
        event_id: an event's id, now or earlier, or a mention's.
    """
    tables = MergeTables(database)
    ids = tables.resolve(event_id)
    members: dict[str, list[Report]] = {one: [] for one in ids}
    for event, mention, named, text, imagined in tables.reports(ids):
        members[event].append(Report(mention, named, text, imagined))
    found = []
    for event in ids:
        mentions = database.mentions([report.mention_id for report in members[event]])
        if mentions:
            found.append(_corrected(tables, make_event(mentions, independent(members[event])), members[event]))
    return tuple(found)


def _corrected(tables: MergeTables, event: Event, reports: Sequence[Report]) -> Event:
    """An event of which statements give several numbers, without those that their own source has taken back."""
    if "number" not in event.disputed:
        return event
    documents = tables.texts(sorted({one.doc_id for one in event.mentions}))
    return without(event, {mention: frozenset(back) for mention, back in taken_back(event, reports, documents).items()})


def renumbered(database: Database, coded: Sequence[Coded]) -> list[Coded]:
    """Coded documents with the events that their mentions belong to in the database."""
    events = MergeTables(database).event_of([mention.mention_id for one in coded for mention in one.mentions])
    return [
        replace(one, mentions=tuple(replace(m, event_id=events.get(m.mention_id, m.event_id)) for m in one.mentions)) for one in coded
    ]


def with_events(coded: Sequence[Coded]) -> tuple[Coded, ...]:
    """The documents with their statements merged into events, as the database would have them; nothing is kept."""
    if not any(one.mentions for one in coded):
        return tuple(coded)
    import tempfile

    from dateline.store import new_run
    from dateline.store.duckdb import Database

    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "events.duckdb") as database:
        run = new_run("events", datetime(2000, 1, 1, tzinfo=UTC))
        database.begin_run(run)
        database.write_batch(coded, run)
        merge_events(database)
        return tuple(renumbered(database, coded))
