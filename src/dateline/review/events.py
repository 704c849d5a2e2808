"""Merging and splitting events: which mentions report the same act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.decisions.values import Kind, Record
from dateline.review.changes import refuse
from dateline.review.desk import Desk, Row

#: Other events that are offered for merging; each has a digit.
MAX_OFFERED: Final = 9
#: Mentions of the same type elsewhere whose days lie within a week and that share an actor's or recipient's country.
_ALIKE: Final = """
SELECT DISTINCT m.mention_id, abs(date_diff('day', m.date_earliest, ?::DATE)) AS apart FROM mentions m
JOIN participants p USING (mention_id)
WHERE m.type = ? AND m.mention_id <> ? AND m.event_id <> ? AND p.country IN (SELECT unnest(?::VARCHAR[]))
  AND abs(date_diff('day', m.date_earliest, ?::DATE)) <= 7
ORDER BY apart, m.mention_id LIMIT 9
"""


def event_members(desk: Desk, reviewer: str, event_id: str) -> list[Record]:
    """Records that report an event, as the reviewer has them."""
    rows = desk.database.select("SELECT mention_id FROM mentions WHERE event_id = ?", event_id)
    ids = {str(row["mention_id"]): None for row in rows}
    ids |= dict.fromkeys(desk.ledger.moved(reviewer, event_id))
    machines = desk.machines(tuple(ids))
    states = (desk.ledger.state(one, reviewer, machines.get(one)) for one in ids)
    return [state for state in states if state is not None and state["event_id"] == event_id]


def offered(desk: Desk, reviewer: str, record: Record) -> list[Record]:
    """Other records that may report the same event: of the same type in the document, then alike ones elsewhere."""
    own = [
        one
        for one in desk.records(record["doc_id"], reviewer)
        if one["type"] == record["type"] and one["event_id"] != record["event_id"]
    ]
    here = record["trigger"]["span"][0]
    own.sort(key=lambda one: abs(one["trigger"]["span"][0] - here))
    found = own[:MAX_OFFERED]
    if record["date"] is not None and len(found) < MAX_OFFERED:
        countries = [one["country"] for role in ("actors", "recipients") for one in record[role] if one["country"]]
        day = record["date"]["earliest"]
        rows = desk.database.select(
            _ALIKE, day, record["type"], record["mention_id"], record["event_id"], countries, day
        )
        known = {one["mention_id"] for one in found}
        machines = desk.machines([row["mention_id"] for row in rows if row["mention_id"] not in known])
        found += [desk.ledger.state(key, reviewer, one) or one for key, one in machines.items()]
    return found[:MAX_OFFERED]


def merge(desk: Desk, reviewer: str, record: Record, other_id: str) -> None:
    """Says that two records report one event; it takes the smallest id of all its mentions.

    Raises:
        DatelineError: E613 where the other record does not exist or reports the event already.
    """
    doc_id = desk.doc_of(other_id)
    other = None if doc_id is None else desk.current(reviewer, doc_id, other_id)
    if other is None or other["event_id"] == record["event_id"]:
        raise refuse("the two report one event already, or one of them is no act")
    members = event_members(desk, reviewer, record["event_id"]) + event_members(desk, reviewer, other["event_id"])
    smallest = min(one["mention_id"] for one in members)
    desk.record(reviewer, _moves(Kind.MERGE, members, smallest))


def split(desk: Desk, reviewer: str, record: Record) -> None:
    """Says that a record reports an event of its own; the others of its event stay together.

    Raises:
        DatelineError: E613 where no other record reports the event.
    """
    members = event_members(desk, reviewer, record["event_id"])
    others = [one for one in members if one["mention_id"] != record["mention_id"]]
    if not others:
        raise refuse("no other record reports this event")
    smallest = min(one["mention_id"] for one in others)
    alone = [one for one in members if one["mention_id"] == record["mention_id"]]
    desk.record(
        reviewer, [*_moves(Kind.SPLIT, alone, record["mention_id"]), *_moves(Kind.SPLIT, others, smallest)]
    )


def _moves(kind: Kind, records: Iterable[Record], event_id: str) -> list[Row]:
    return [
        Row(kind, one["doc_id"], one["mention_id"], one, {**one, "event_id": event_id})
        for one in records
        if one["event_id"] != event_id
    ]


