"""What merging reads from the database and writes to it; which mentions are one act is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.store import arrow
from dateline.store.duckdb import Database
from dateline.store.filters import to_query
from dateline.store.rows import NamedTable
from dateline.store.statements import COUNT_EVENTS
from dateline.store.values import EventFilter
from dateline.types import TOLD

#: Mentions whose merging view is held in memory at a time.
LOAD_BATCH: Final = 20_000
_IS_TOLD: Final = f"date_basis IN ({', '.join(repr(one) for one in sorted(TOLD))})"
_INSIDE: Final = "IN (SELECT unnest(?::VARCHAR[]))"
#: Code points of a document's beginning and end in which a credit to an agency may stand.
HEAD, TAIL = 400, 200
#: The beginning and end of documents. No join carries a text: it would do so once for each mention.
_EDGES: Final = f"SELECT doc_id, text[:{HEAD}] AS head, text[-{TAIL}:] AS tail FROM documents"
#: A scan holds the texts of so many documents at a time (DuckDB's vector) ...
_VECTOR: Final = 2048
#: ... which may have so many code points in all, a quarter of what the database may take; longer ones are looked up one by one, which takes
#: no memory and, of 1,500 reports of 300,000, a second each.
SCANNED_AT_ONCE: Final = 128_000_000
_LONGEST: Final = f"SELECT sum(n) AS n FROM (SELECT max(span_end) AS n FROM sentences GROUP BY doc_id ORDER BY n DESC LIMIT {_VECTOR})"
#: Documents that are looked up in one statement.
_LOOKED_UP: Final = 50
#: The merging view of mentions: their own columns, parties, numbers and sources in order, and their documents.
_VIEW: Final = f"""
SELECT m.mention_id, m.event_id, m.doc_id, m.sentence, m.sentence_text, m.sentence_kind, m.trigger, m.trigger_start - m.sentence_start AS trigger_at,
    m.type, m.date_earliest, m.date_latest,
    m.date_basis, m.place_text, m.place_name, m.place_country, m.place_geonames_id, m.place_lat, m.place_lon, m.status, m.negated, m.attribution_kind, m.attribution_text,
    m.attribution_entity, m.attribution_country, m.attribution_via,
    d.published, d.publisher, d.url, d.authors,
    (SELECT list(struct_pack(role := p.role, text := p.text, entity := p.entity, country := p.country, sector := p.sector, sectors := p.sectors)
        ORDER BY p.role, p.position)
        FROM participants p WHERE p.mention_id = m.mention_id) AS parties,
    (SELECT list(struct_pack(value := q.value, low := q.low, high := q.high, unit := q.unit, counts := q.counts)
        ORDER BY q.position)
        FROM quantities q WHERE q.mention_id = m.mention_id) AS quantities,
    (SELECT list(struct_pack(agency := s.agency, outlet := s.outlet, publisher := s.publisher, title := s.title, url := s.url,
        link := l.link) ORDER BY l.position)
        FROM mention_sources l JOIN sources s USING (source_id) WHERE l.mention_id = m.mention_id) AS sources,
    g.hints, g.origins
FROM mentions m JOIN documents d USING (doc_id) LEFT JOIN merged g USING (mention_id)
WHERE m.mention_id {_INSIDE} ORDER BY m.mention_id
"""
#: Mentions that share a party and a time slice with the scope given (two lists side by side).
_NEIGHBOURS: Final = """
WITH scope AS (SELECT DISTINCT unnest(?::INTEGER[]) AS party, unnest(?::INTEGER[]) AS slice),
    spread AS (SELECT mention_id, first_slice, last_slice, unnest(parties) AS party FROM merged)
SELECT DISTINCT mention_id FROM spread JOIN scope USING (party)
WHERE scope.slice BETWEEN spread.first_slice AND spread.last_slice ORDER BY mention_id
"""


#: The events of some mentions, by the day of the statement that knows it best: one that tells it, of the fewest days, the first of those.
_IN_ORDER: Final = f"""
SELECT event_id FROM mentions m JOIN documents d USING (doc_id)
WHERE event_id IN (SELECT event_id FROM mentions WHERE mention_id IN ({{}})) AND sentence_kind <> 'citation' GROUP BY event_id
ORDER BY coalesce(min(struct_pack(days := date_latest - date_earliest, day := date_earliest)) FILTER ({_IS_TOLD}),
    min(struct_pack(days := date_latest - date_earliest, day := date_earliest)) FILTER (date_earliest IS NOT NULL)).day NULLS LAST, event_id
"""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What finds the neighbours of a mention: codes of its parties and its time slices; ``part`` as in the table ``merged``."""

    parties: tuple[int, ...]
    first_slice: int
    last_slice: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class Edges:
    """The beginning and the end of a document's text, in which a credit to an agency may stand."""

    head: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class MergedRow:
    """What is kept of a mention that was merged."""

    mention_id: str
    doc_id: str
    near: Neighbourhood
    hints: tuple[tuple[date, date], ...]
    origins: tuple[str, ...]


class MergeTables:
    """Reads and writes the tables of merging; every write is one transaction of the caller's.

    Args:
        database: an open database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def fresh(self) -> tuple[str, ...]:
        """Ids of the mentions that were not merged yet, sorted; reports that notes cite are not merged, so that no event counts them."""
        sql = "SELECT mention_id FROM mentions ANTI JOIN merged USING (mention_id) WHERE sentence_kind <> 'citation' ORDER BY mention_id"
        return self._ids(sql)

    def changes(self) -> tuple[Neighbourhood, ...]:
        """What removed mentions left to be merged again."""
        rows = self._database._rows("SELECT * FROM merge_changes ORDER BY ALL")
        return tuple(Neighbourhood(tuple(row["parties"]), row["first_slice"], row["last_slice"], row["part"]) for row in rows)

    def neighbours(self, scopes: Iterable[Neighbourhood]) -> tuple[str, ...]:
        """Ids of merged mentions that share a party and a time slice with one of the scopes, sorted."""
        cells = {
            (party, number)
            for scope in scopes
            for party in scope.parties
            for number in range(scope.first_slice, scope.last_slice + 1)
        }
        ordered = sorted(cells)
        return self._ids(_NEIGHBOURS, [party for party, _ in ordered], [number for _, number in ordered])

    def parts(self, mention_ids: Sequence[str]) -> Mapping[str, int]:
        """The parts of merged mentions."""
        rows = self._database._rows(f"SELECT mention_id, part FROM merged WHERE mention_id {_INSIDE}", list(mention_ids))
        return {str(row["mention_id"]): int(row["part"]) for row in rows}

    def members(self, parts: Iterable[int]) -> tuple[str, ...]:
        """Ids of the merged mentions of some parts, sorted."""
        sql = "SELECT mention_id FROM merged WHERE part IN (SELECT unnest(?::BIGINT[])) ORDER BY mention_id"
        return self._ids(sql, sorted(set(parts)))

    def near(self, mention_ids: Sequence[str]) -> Iterator[Neighbourhood]:
        """The neighbourhoods of merged mentions."""
        sql = f"SELECT part, parties, first_slice, last_slice FROM merged WHERE mention_id {_INSIDE} ORDER BY mention_id"
        for row in self._database._rows(sql, list(mention_ids)):
            yield Neighbourhood(tuple(row["parties"]), row["first_slice"], row["last_slice"], row["part"])

    def edges(self, doc_ids: Iterable[str]) -> Mapping[str, Edges]:
        """The beginnings and ends of documents, within the memory limit however long they are."""
        wanted = sorted(set(doc_ids))
        longest = self._database._rows(_LONGEST)[0]["n"] or 0
        if longest <= SCANNED_AT_ONCE:
            rows = self._database._rows(f"{_EDGES} WHERE doc_id {_INSIDE}", wanted)
        else:
            batches = (wanted[start : start + _LOOKED_UP] for start in range(0, len(wanted), _LOOKED_UP))
            rows = [row for ids in batches for row in self._database._rows(f"{_EDGES} WHERE doc_id IN ({', '.join('?' * len(ids))})", *ids)]
        return {str(row["doc_id"]): Edges(row["head"], row["tail"]) for row in rows}

    def views(self, mention_ids: Sequence[str]) -> Iterator[list[Mapping[str, Any]]]:
        """The merging view of mentions in batches, sorted by id."""
        ordered = sorted(mention_ids)
        for start in range(0, len(ordered), LOAD_BATCH):
            yield self._database._rows(_VIEW, ordered[start : start + LOAD_BATCH])

    def event_of(self, mention_ids: Sequence[str]) -> Mapping[str, str]:
        """The events of mentions."""
        rows = self._database._rows(f"SELECT mention_id, event_id FROM mentions WHERE mention_id {_INSIDE}", list(mention_ids))
        return {str(row["mention_id"]): str(row["event_id"]) for row in rows}

    def in_order(self, wanted: EventFilter) -> tuple[str, ...]:
        """The ids of the events of which a mention matches, by their days; those without one last."""
        query = to_query(replace(wanted, limit=None))
        rows = self._database._rows(_IN_ORDER.format(query.sql), *query.parameters)
        return tuple(str(row["event_id"]) for row in rows)

    def reports(self, event_ids: Sequence[str]) -> Iterator[tuple[str, str, tuple[str, ...], str, bool]]:
        """Event, mention, origins, sentence and whether it is only imagined, by event and mention; the document is the origin of what a reviewer added."""
        sql = (
            "SELECT event_id, m.mention_id, coalesce(origins, ['document ' || m.doc_id]) AS origins, sentence_text, status = 'hypothetical' AS imagined"
            " FROM mentions m LEFT JOIN merged USING (mention_id)"
            f" WHERE event_id {_INSIDE} AND sentence_kind <> 'citation' ORDER BY event_id, m.mention_id"
        )
        for row in self._database._rows(sql, list(event_ids)):
            yield str(row["event_id"]), str(row["mention_id"]), tuple(row["origins"]), str(row["sentence_text"]), bool(row["imagined"])

    def texts(self, doc_ids: Sequence[str]) -> dict[str, tuple[date | None, str]]:
        """The day of publication and the text of documents."""
        rows = self._database._rows(f"SELECT doc_id, published, text FROM documents WHERE doc_id {_INSIDE}", list(doc_ids))
        return {str(row["doc_id"]): (row["published"], str(row["text"])) for row in rows}

    def resolve(self, event_id: str) -> tuple[str, ...]:
        """The events that an id names now: itself, those that took its mentions over, or the event of the mention of this id."""
        sql = (
            "SELECT event_id FROM events WHERE event_id = ? UNION SELECT event_id FROM event_aliases WHERE alias = ?"
            " UNION SELECT event_id FROM mentions WHERE mention_id = ? ORDER BY event_id"
        )
        return tuple(str(row["event_id"]) for row in self._database._rows(sql, event_id, event_id, event_id))

    # writing

    def write_rows(self, rows: Sequence[MergedRow], parts: Mapping[str, int]) -> None:
        """Replaces what is kept of mentions: ``rows`` for fresh ones, ``parts`` (mention to part) for the others."""
        connection = self._database._connection
        for start in range(0, len(rows), LOAD_BATCH):
            values = [_stored(row, parts.get(row.mention_id, 0)) for row in rows[start : start + LOAD_BATCH]]
            self._database._insert(NamedTable("merged", pa.Table.from_pylist(values, schema=arrow.MERGED)))
        fresh = {row.mention_id for row in rows}
        old = [(mention, part) for mention, part in parts.items() if mention not in fresh]
        table = pa.table({"mention_id": [m for m, _ in old], "new_part": pa.array([p for _, p in old], pa.int64())})
        connection.register("dateline_parts", table)
        connection.execute("UPDATE merged SET part = new_part FROM dateline_parts p WHERE merged.mention_id = p.mention_id")
        connection.unregister("dateline_parts")
        connection.execute("DELETE FROM merge_changes")

    def write_events(self, events: Mapping[str, str], aliases: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """Gives mentions their events, keeps earlier ids as aliases and counts the events again.

        Args:
            events: new event of each mention whose event changes.
            aliases: earlier event id and event, for mentions that had been merged.

        Returns:
            The ids of the events that hold the mentions now.
        """
        connection = self._database._connection
        before = set(self.event_of(list(events)).values())
        table = pa.table({"mention_id": list(events), "new_event": list(events.values())})
        connection.register("dateline_events", table)
        connection.execute("UPDATE mentions SET event_id = new_event FROM dateline_events e WHERE mentions.mention_id = e.mention_id")
        connection.unregister("dateline_events")
        self._write_aliases(aliases)
        after = set(events.values())
        touched = sorted(before | after)
        connection.execute(f"DELETE FROM events WHERE event_id {_INSIDE}", [touched])
        connection.execute(COUNT_EVENTS, [touched, touched])
        return tuple(touched)

    def _write_aliases(self, aliases: Iterable[tuple[str, str]]) -> None:
        connection = self._database._connection
        rows = [{"alias": old, "event_id": new} for old, new in sorted(set(aliases))]
        self._database._insert(NamedTable("event_aliases", pa.Table.from_pylist(rows, schema=arrow.EVENT_ALIASES)))
        connection.execute(
            "UPDATE event_aliases SET event_id = m.event_id FROM mentions m"
            " WHERE m.mention_id = event_aliases.event_id AND m.event_id <> event_aliases.event_id"
        )
        kept = "SELECT DISTINCT alias, event_id FROM event_aliases WHERE alias <> event_id"
        connection.execute(f"CREATE OR REPLACE TEMP TABLE dateline_aliases AS {kept}")
        connection.execute("DELETE FROM event_aliases")
        connection.execute("INSERT INTO event_aliases BY NAME SELECT * FROM dateline_aliases ORDER BY alias, event_id")
        connection.execute("DROP TABLE dateline_aliases")

    def write_counts(self, independent: Mapping[str, int]) -> None:
        """Writes the number of independent sources of events."""
        connection = self._database._connection
        table = pa.table({"event_id": list(independent), "n": pa.array(list(independent.values()), pa.int64())})
        connection.register("dateline_counts", table)
        connection.execute("UPDATE events SET n_independent = n FROM dateline_counts c WHERE events.event_id = c.event_id")
        connection.unregister("dateline_counts")

    def _ids(self, sql: str, *parameters: object) -> tuple[str, ...]:
        return tuple(str(row["mention_id"]) for row in self._database._rows(sql, *parameters))


def _stored(row: MergedRow, part: int) -> dict[str, object]:
    return {
        "mention_id": row.mention_id,
        "doc_id": row.doc_id,
        "part": part,
        "parties": list(row.near.parties),
        "first_slice": row.near.first_slice,
        "last_slice": row.near.last_slice,
        "hints": [{"first": first, "last": last} for first, last in row.hints],
        "origins": list(row.origins),
    }
