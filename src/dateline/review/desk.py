"""The desk: an open database with its decisions, and everything a reviewer can do to them.

One thread, one process: the database file is locked while the workbench runs, so what is read here cannot change underneath.
"""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final, TypeVar

from dateline.decisions.carried import standing
from dateline.decisions.fields import FIELDS, differing
from dateline.decisions.journal import append_decisions
from dateline.decisions.ledger import Ledger
from dateline.decisions.values import ADDED_BY, Decision, Kind, Record
from dateline.errors import DatelineError
from dateline.identities import added_id
from dateline.record import mention_to_record
from dateline.review.agreement import Agreement, agreement
from dateline.review.changes import check, phrase, refuse
from dateline.review.complete import Completer
from dateline.review.queues import Queues
from dateline.store.duckdb import Database
from dateline.types import Coded, Sentence, Span

T = TypeVar("T")
#: Documents kept in memory; two reviewers go back and forth between a few.
KEPT_DOCUMENTS: Final = 24
_BRIEF: Final = """
SELECT mention_id, doc_id, event_id, type, trigger, trigger_start, trigger_end, sentence_text, sentence_start, sentence_end, sentence_kind
FROM mentions WHERE mention_id IN (SELECT unnest(?::VARCHAR[]))
"""
_BRIEF_PARTIES: Final = """
SELECT mention_id, role, position, country, sectors FROM participants WHERE mention_id IN (SELECT unnest(?::VARCHAR[]))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A decision still to be made of: what is common to an action is filled in by :meth:`Desk.record`."""

    kind: Kind
    doc_id: str
    mention_id: str | None
    before: Record | None = None
    after: Record | None = None
    undoes: str | None = None


def _now() -> datetime:
    return datetime.now(UTC)


class Desk:
    """Decisions over an open database.

    Args:
        database: open, for writing unless ``read_only``.
        read_only: refuse every decision.
        seed: of the random sample; the same seed draws the same mentions.
        clock: gives the time of a decision, UTC.
    """

    def __init__(
        self, database: Database, *, read_only: bool = False, seed: str = "1", clock: Callable[[], datetime] = _now
    ) -> None:
        self.database, self.read_only, self._clock = database, read_only, clock
        found = standing(database)
        self.ledger, self.lost = Ledger(found.decisions), found.lost
        self.queues = Queues(database, self.ledger, seed, self.machines)
        self._coded: OrderedDict[str, Coded | None] = OrderedDict()
        self._records: dict[str, dict[str, Record]] = {}
        self._remembered: dict[str, tuple[int, Any]] = {}

    def remembered(self, name: str, work: Callable[[], T]) -> T:
        """What ``work`` gives, kept under its name until something is decided."""
        version = len(self.ledger)
        if name not in self._remembered or self._remembered[name][0] != version:
            self._remembered[name] = (version, work())
        found: T = self._remembered[name][1]
        return found

    @cached_property
    def completer(self) -> Completer:
        """The knowledge base, loaded at first use."""
        return Completer()

    # reading

    def coded(self, doc_id: str) -> Coded:
        """A coded document.

        Raises:
            DatelineError: E614 where none of this id is stored.
        """
        if doc_id not in self._coded:
            self._coded[doc_id] = self.database.load_coded(doc_id)
            while len(self._coded) > KEPT_DOCUMENTS:
                self._coded.popitem(last=False)
        self._coded.move_to_end(doc_id)
        found = self._coded[doc_id]
        if found is None:
            raise DatelineError("E614", f"/doc/{doc_id}", "the database holds no document of this id: it was removed, or coded again under another id")
        return found

    def machines(self, mention_ids: Sequence[str]) -> dict[str, Record]:
        """The machine's records of these mentions, by id; what it does not have is left out."""
        return {one.mention_id: mention_to_record(one) for one in self.database.mentions(mention_ids)}

    def machine(self, doc_id: str, mention_id: str) -> Record | None:
        """The machine's record of a mention of the document."""
        return self._of_document(doc_id).get(mention_id)

    def _of_document(self, doc_id: str) -> Mapping[str, Record]:
        """The machine's records of a document, by id."""
        if doc_id not in self._records or doc_id not in self._coded:
            self._records[doc_id] = {one.mention_id: mention_to_record(one) for one in self.coded(doc_id).mentions}
            for gone in [one for one in self._records if one not in self._coded]:
                del self._records[gone]
        return self._records[doc_id]

    def doc_of(self, mention_id: str) -> str | None:
        """The document in which a mention stands (a mention's id hashes its document's, so that it never moves)."""
        history = self.ledger.history(mention_id)
        if history:
            return history[0].doc_id
        rows = self.database.select("SELECT doc_id FROM mentions WHERE mention_id = ?", mention_id)
        return str(rows[0]["doc_id"]) if rows else None

    def briefs(self, mention_ids: Sequence[str]) -> dict[str, Record]:
        """What lists show of the machine's records, by id: sentence, trigger, type and the codes of the parties."""
        found: dict[str, dict[str, Any]] = {
            row["mention_id"]: brief_of(row) for row in self.database.select(_BRIEF, list(mention_ids))
        }
        for row in self.database.select(_BRIEF_PARTIES, list(mention_ids)):
            found[row["mention_id"]][f"{row['role']}s"].append({"country": row["country"], "sectors": row["sectors"]})
        return dict(found)

    def records(self, doc_id: str, reviewer: str) -> list[Record]:
        """The document's records as the reviewer has them, in the order of the text; acts they call wrong are included as the machine
        has them, others' additions only where the reviewer may see them."""
        found: list[Record] = []
        machines = self._of_document(doc_id)
        for mention_id, machine in machines.items():
            found.append(self.ledger.state(mention_id, reviewer, machine) or machine)
        for mention_id in self.ledger.mentions_of(doc_id):
            if mention_id not in machines:
                verdict = self.ledger.verdict(mention_id, reviewer)
                state = self.ledger.state(mention_id, reviewer, None)
                if verdict is not None and (state or verdict.before) is not None:
                    found.append(state or verdict.before or {})
        return sorted(found, key=lambda record: (record["trigger"]["span"], record["mention_id"]))

    def agreement(self) -> Agreement:
        """The agreement of the reviewers, worked out again only where something was decided since.

        Raises:
            DatelineError: E402 where the package krippendorff is missing.
        """
        return self.remembered("agreement", lambda: agreement(self.ledger))

    def warm(self) -> None:
        """Loads and orders what the first pages need, so that nobody waits for it: old decisions against the present coding, the
        agreement, the two queues that everybody takes, the knowledge base."""
        self.queues.drifts()
        self.agreement()
        for key in ("uncertain", "random"):
            self.queues.get(key, "")
        self.completer.entities("a")
        self.completer.resolver.place("a")

    # deciding

    def record(self, reviewer: str, rows: Iterable[Row]) -> tuple[Decision, ...]:
        """Appends the rows of one action, then takes them into the ledger.

        Raises:
            DatelineError: E613 where the workbench is read-only or there is nothing to record, E401 where the disk refuses.
        """
        listed = tuple(rows)
        if self.read_only:
            raise refuse("the workbench is read-only")
        if not listed:
            raise refuse("nothing changes")
        batch, made = uuid.uuid4().hex, self._clock()
        first = max(self.ledger.next_position, *(one.position + 1 for one in self.lost), 0)
        decisions = tuple(
            Decision(
                uuid.uuid4().hex,
                first + number,
                batch,
                reviewer,
                made,
                row.kind,
                row.doc_id,
                self.coded(row.doc_id).document.input_id,
                row.mention_id,
                row.before,
                row.after,
                None if row.mention_id is None else self.machine(row.doc_id, row.mention_id),
                row.undoes,
            )
            for number, row in enumerate(listed)
        )
        append_decisions(self.database, decisions)
        self.ledger.add(decisions)
        return decisions

    def current(self, reviewer: str, doc_id: str, mention_id: str) -> Record | None:
        """The record as the reviewer has it; ``None`` where they call it no act.

        Raises:
            DatelineError: E613 where there is no such record.
        """
        machine = self.machine(doc_id, mention_id)
        state = self.ledger.state(mention_id, reviewer, machine)
        if state is None and machine is None and self.ledger.verdict(mention_id, reviewer) is None:
            raise refuse(f"there is no record {mention_id} in this document")
        return state

    def accept(self, reviewer: str, doc_id: str, mention_id: str) -> None:
        """Says that the record is right as it stands; a record called wrong comes back as the machine had it."""
        before = self.current(reviewer, doc_id, mention_id)
        verdict = self.ledger.verdict(mention_id, reviewer)
        if before is not None and verdict is not None:
            return  # a corrected record is right as corrected
        after = before or self.machine(doc_id, mention_id) or (verdict.before if verdict else None)
        self.record(reviewer, [Row(Kind.ACCEPT, doc_id, mention_id, before, after)])

    def wrong(self, reviewer: str, doc_id: str, mention_id: str) -> None:
        """Says that the sentence reports no such act."""
        before = self.current(reviewer, doc_id, mention_id)
        if before is None:
            return
        self.record(reviewer, [Row(Kind.WRONG, doc_id, mention_id, before, None)])

    def correct(self, reviewer: str, doc_id: str, mention_id: str, change: Callable[[Record], Record]) -> tuple[str, ...]:
        """Changes the record; gives the names of the fields that changed (none: nothing is stored).

        Raises:
            DatelineError: E613 where the result is no valid record.
        """
        before = self.current(reviewer, doc_id, mention_id)
        verdict = self.ledger.verdict(mention_id, reviewer)
        basis = before or self.machine(doc_id, mention_id) or (verdict.before if verdict else None)
        if basis is None:
            raise refuse(f"there is no record {mention_id} in this document")
        after = check(change(basis), self.coded(doc_id).document)
        fields = differing(before, after)
        if not fields and before is not None and before == after:
            return ()
        self.record(reviewer, [Row(Kind.CORRECT, doc_id, mention_id, before, after)])
        return fields or tuple(field.name for field in FIELDS if basis[field.name] != after[field.name]) or ("words",)

    def add(self, reviewer: str, doc_id: str, span: Span, type_name: str) -> str:
        """Adds a missed act with its trigger and type; gives its id, which two reviewers who add the same words share.

        Raises:
            DatelineError: E613 where the words stand in no sentence, or an act of the reviewer's stands there already.
        """
        document = self.coded(doc_id).document
        sentence = self.sentence_at(doc_id, span)
        mention_id = added_id(document, span.start)
        if self.ledger.state(mention_id, reviewer, None) is not None:
            raise refuse("an act stands at these words already; change its type instead")
        record: dict[str, Any] = {
            "schema_version": 1,
            "mention_id": mention_id,
            "event_id": mention_id,
            "doc_id": doc_id,
            "input_id": document.input_id,
            "sentence": {"text": sentence.text, "span": [sentence.span.start, sentence.span.end], "kind": sentence.kind.value},
            "trigger": phrase(document, span),
            "type": type_name,
            **{name: [] for name in ("modes", "contexts", "actors", "recipients", "quantities", "sources")},
            **dict.fromkeys(("date", "place", "attribution")),
            "status": "occurred",
            "negated": False,
            "certainty": "certain",
            "cues": dict.fromkeys(("negated", "status", "certainty", "attribution")),
            "confidence": 1.0,
            "coder": ADDED_BY,
        }
        self.record(reviewer, [Row(Kind.ADD, doc_id, mention_id, None, check(record, document))])
        return mention_id

    def sentence_at(self, doc_id: str, span: Span) -> Sentence:
        """The sentence in which a span stands.

        Raises:
            DatelineError: E613 where it stands in none, or runs over its end.
        """
        for one in self.coded(doc_id).sentences:
            if one.span.contains(span):
                return one
        raise refuse("the words must stand in one sentence of the coded text")

    def done(self, reviewer: str, doc_id: str) -> None:
        """Says that no act is missing in the document."""
        self.record(reviewer, [Row(Kind.DONE, doc_id, None)])

    def undo(self, reviewer: str) -> Decision:
        """Takes back the reviewer's last action; gives its first row.

        Raises:
            DatelineError: E613 where there is nothing to take back.
        """
        rows = self.ledger.last_batch(reviewer)
        if not rows:
            raise refuse("there is nothing to take back")
        self.record(
            reviewer, [Row(Kind.UNDO, one.doc_id, one.mention_id, one.after, one.before, one.batch) for one in rows]
        )
        return rows[0]

    def adjudicate(self, reviewer: str, mention_id: str, choice: str) -> Decision:
        """Rules on a mention: what a reviewer has (their name), ``machine``'s record, or ``none`` for no act; gives the ruling.

        Raises:
            DatelineError: E613 where the choice names nobody who judged it.
        """
        doc_id = self.doc_of(mention_id)
        if doc_id is None:
            raise refuse(f"there is no record {mention_id}")
        layers = self.ledger.layers(mention_id)
        machine = self.machine(doc_id, mention_id)
        if choice.startswith("by:") and choice[3:] in layers:
            after = layers[choice[3:]]
        elif choice == "machine" and machine is not None:
            after = machine
        elif choice == "none":
            after = None
        else:
            raise refuse(f"nobody called {choice!r} judged this record")
        final = self.ledger.final(mention_id)
        layer = next((one for one in layers.values() if one is not None), None)
        before = final.record if final is not None and final.settled else machine or layer
        return self.record(reviewer, [Row(Kind.ADJUDICATE, doc_id, mention_id, before, after)])[0]


def brief_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a record that lists show, its parties still empty."""
    return {
        "mention_id": row["mention_id"],
        "doc_id": row["doc_id"],
        "event_id": row["event_id"],
        "type": row["type"],
        "trigger": {"text": row["trigger"], "span": [row["trigger_start"], row["trigger_end"]]},
        "sentence": {
            "text": row["sentence_text"],
            "span": [row["sentence_start"], row["sentence_end"]],
            "kind": row["sentence_kind"],
        },
        "actors": [],
        "recipients": [],
    }
