"""Queues: which mentions come next, in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dateline.decisions.ledger import Drift, Ledger, drift
from dateline.decisions.values import JUDGING, Decision, Record
from dateline.errors import DatelineError
from dateline.ontology.plover import event_type
from dateline.review.sample import draw
from dateline.store.duckdb import Database

#: No reviewer gets further, and so many ids take a tenth of a second to order.
QUEUE_LIMIT: Final = 100_000
#: Queues that are kept ordered; searches come and go.
KEPT: Final = 16
_UNCERTAIN: Final = f"""
SELECT mention_id FROM mentions ORDER BY abs(confidence - 0.5), doc_id, position LIMIT {QUEUE_LIMIT}
"""
_OF_TYPE: Final = f"""
SELECT mention_id FROM mentions WHERE type = ? ORDER BY confidence, doc_id, position LIMIT {QUEUE_LIMIT}
"""
_OF_DOC: Final = "SELECT mention_id, position FROM mentions WHERE doc_id = ?"
#: Words of the sentence, and entities and phrases of the parties, any case.
_SEARCH: Final = f"""
SELECT m.mention_id FROM mentions m
WHERE contains(lower(m.sentence_text), ?) OR m.mention_id IN (
    SELECT p.mention_id FROM participants p
    WHERE contains(lower(p.text), ?) OR contains(lower(coalesce(p.entity, '')), ?) OR lower(coalesce(p.country, '')) = ?)
ORDER BY m.doc_id, m.position LIMIT {QUEUE_LIMIT}
"""


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue as addresses name it (``type:ASSAULT``), with its ids in order."""

    key: str
    title: str
    about: str
    ids: tuple[str, ...]


#: Key, title and description of the queues that take no argument, in the order of the front page.
LISTED: Final = (
    ("uncertain", "Uncertain", "Where the coder was least sure, first."),
    ("random", "Random sample", "The same number of every type by lot: gives the precision per type for this corpus."),
    ("disagreement", "Disagreement", "Where reviewers differ and nobody has ruled."),
    ("double", "Second opinion", "What others have judged and you have not; their answers stay hidden until you have."),
    ("recoded", "Recoded", "Decisions that a newer coding runs into."),
)


class Queues:
    """The queues over a database. The coding cannot change while the workbench holds the file, so their order is kept.

    Args:
        database: open.
        ledger: of its decisions; it grows.
        seed: of the random sample.
        load: gives the machine's records of mentions, by id.
    """

    def __init__(
        self, database: Database, ledger: Ledger, seed: str, load: Callable[[tuple[str, ...]], dict[str, Record]]
    ) -> None:
        self._database, self._ledger, self._seed, self._load = database, ledger, seed, load
        self._kept: dict[str, tuple[str, ...]] = {}
        self._drifts: tuple[Drift, ...] | None = None

    def get(self, key: str, reviewer: str) -> Queue:
        """The queue of a key, as the reviewer has it.

        Raises:
            DatelineError: E205 for a key that names none, E411 for an unknown type.
        """
        name, _, argument = key.partition(":")
        listed = {one[0]: one for one in LISTED}
        if name in listed and not argument:
            return Queue(key, listed[name][1], listed[name][2], self._listed(name, reviewer))
        if name == "type":
            known = event_type(argument)
            return Queue(key, known.name, known.definition, self._fixed(key, _OF_TYPE, known.name))
        if name == "search" and argument.strip():
            words = " ".join(argument.lower().split())
            return Queue(key, f"Search: {argument}", "By document.", self._fixed(f"search:{words}", _SEARCH, *[words] * 4))
        if name == "doc" and argument:
            return Queue(key, "This document", "In the order of the text.", self._fixed(key, _OF_DOC, argument))
        raise DatelineError("E205", key, "there is no such queue", "choose one on the front page")

    def _listed(self, name: str, reviewer: str) -> tuple[str, ...]:
        match name:
            case "uncertain":
                return self._fixed(name, _UNCERTAIN)
            case "random":
                return self.sample()
            case "disagreement":
                return self._ledger.disputed()
            case "double":
                return self._second(reviewer)
        return tuple(str(one.decision.mention_id) for one in self.drifts() if one.decision.reviewer == reviewer)

    def _fixed(self, key: str, sql: str, *parameters: object) -> tuple[str, ...]:
        if key not in self._kept:
            while len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = tuple(str(row["mention_id"]) for row in self._database.select(sql, *parameters))
        return self._kept[key]

    def sample(self) -> tuple[str, ...]:
        """Ids of the stratified sample."""
        if "random" not in self._kept:
            self._kept["random"] = draw(self._database, self._seed)
        return self._kept["random"]

    def _second(self, reviewer: str) -> tuple[str, ...]:
        mine = self._ledger.judged(reviewer)
        return tuple(one for one in self._ledger.mentions() if one not in mine and self._ledger.verdicts(one))

    def drifts(self) -> tuple[Drift, ...]:
        """Every decision that holds and that the present coding runs into, oldest first.

        Decisions made since the workbench started saw the present coding, so only older ones are looked at, once.
        """
        if self._drifts is None:
            based = [one for one in self._ledger.decisions if one.base is not None and one.kind in JUDGING]
            records = self._load(tuple({str(one.mention_id): None for one in based}))
            found = (drift(one, records.get(str(one.mention_id))) for one in based)
            self._drifts = tuple(one for one in found if one is not None)
        return tuple(one for one in self._drifts if self._holds(one.decision))

    def _holds(self, decision: Decision) -> bool:
        return self._ledger.verdict(str(decision.mention_id), decision.reviewer) is decision

    def following(self, queue: Queue, after: str | None, reviewer: str) -> str | None:
        """The next mention of the queue, after the given one, that the reviewer has not judged; from the start at its end."""
        mine = self._ledger.judged(reviewer)
        ids = queue.ids
        at = ids.index(after) + 1 if after in ids else 0
        for one in (*ids[at:], *ids[:at]):
            if one not in mine and one != after:
                return one
        return None
