"""The database as the reviewers left it: corrected, rejected, added and moved acts in place of the machine's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dateline.decisions.carried import standing
from dateline.decisions.ledger import Ledger
from dateline.record import record_to_mention
from dateline.store.checked import note_checked
from dateline.store.duckdb import Database
from dateline.store.overlay import lay_over
from dateline.types import EventMention

#: What a person has judged is as sure as it gets, like an act that a person added.
_JUDGED: Final = 1.0
_SENTENCES: Final = "SELECT doc_id, sentence, span_start FROM sentences WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))"
_BEFORE: Final = """
SELECT doc_id, position, trigger_start FROM mentions WHERE doc_id IN (SELECT unnest(?::VARCHAR[])) AND sentence_kind <> 'citation'
"""


@contextmanager
def reviewed(path: str | Path) -> Iterator[Database]:
    """The database for reading, with the decisions of its reviewers laid over the machine's records.

    Where reviewers have a record differently and nobody adjudicated, the machine's stands. What a judged record says has confidence 1.

    Raises:
        DatelineError: E201-E203 where the database cannot be read.
    """
    with Database(path, read_only=True) as database:
        _apply(database)
        yield database


@dataclass(frozen=True, slots=True)
class Judged:
    """What reviewers judged alike or somebody adjudicated: ids of the mentions that stand, and the document of each that was struck out."""

    kept: frozenset[str] = frozenset()
    struck: tuple[str, ...] = ()


def judged(path: str | Path) -> Judged:
    """What a person has checked in a database.

    Raises:
        DatelineError: E201-E203 where the database cannot be read.
    """
    with Database(path, read_only=True) as database:
        ledger = Ledger(standing(database).decisions)
    kept, struck = set(), []
    for mention_id in ledger.mentions():
        final = ledger.final(mention_id)
        if final is None or not final.settled:
            continue
        if final.record is None:
            struck.append(ledger.history(mention_id)[0].doc_id)
        else:
            kept.add(mention_id)
    return Judged(frozenset(kept), tuple(struck))


def _apply(database: Database) -> None:
    ledger = Ledger(standing(database).decisions)
    decided = ledger.mentions()
    whole = ledger.read_whole()
    machines = {one.mention_id: one for one in database.mentions(decided)} if decided else {}
    gone, kept, checked = [], [], []
    for mention_id in decided:
        machine = machines.get(mention_id)
        final = ledger.final(mention_id)
        settled = final is not None and final.settled
        if final is not None and settled:
            found = None if final.record is None else _judged(record_to_mention(final.record), machine)
        else:
            found = machine
        if found is None:
            gone.append(mention_id)
            continue
        if settled:
            checked.append(mention_id)
        event_id = ledger.event(mention_id)
        kept.append(found if event_id is None else replace(found, event_id=event_id))
    if decided:
        lay_over(database, gone, list(_placed(database, [one for one in kept if one != machines.get(one.mention_id)], machines)))
    if checked or whole:
        note_checked(database, checked, [one for one in checked if one not in machines], whole)


def _judged(told: EventMention, machine: EventMention | None) -> EventMention:
    """The record as decided, with what a record does not carry and what has been merged since from the machine's."""
    if machine is None:
        return told
    return replace(told, event_id=machine.event_id, sources=machine.sources, confidence=_JUDGED)


def _placed(
    database: Database, mentions: Iterable[EventMention], machines: Mapping[str, EventMention]
) -> Iterator[tuple[EventMention, int]]:
    """The mentions of documents that are stored, with their sentence's number and their position, which an added one shares with the act before it."""
    listed = list(mentions)
    doc_ids = sorted({one.doc_id for one in listed})
    numbers = {(row["doc_id"], row["span_start"]): int(row["sentence"]) for row in database.select(_SENTENCES, doc_ids)}
    starts: dict[str, list[tuple[int, int]]] = {}
    for row in database.select(_BEFORE, doc_ids):
        starts.setdefault(row["doc_id"], []).append((row["trigger_start"], row["position"]))
    for one in listed:
        number = numbers.get((one.doc_id, one.sentence.span.start))
        if number is None:  # the document is gone, or reads otherwise now
            continue
        before = [position for start, position in starts.get(one.doc_id, ()) if start <= one.trigger.span.start]
        yield replace(one, sentence=replace(one.sentence, index=number)), max(before, default=0)
