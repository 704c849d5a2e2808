"""What holds after all decisions: per reviewer, and between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.decisions.fields import differing
from dateline.decisions.values import JUDGING, Decision, Kind, Record


@dataclass(frozen=True, slots=True)
class Final:
    """What counts for a mention: ``settled`` unless reviewers differ and nobody adjudicated.

    ``record`` is what was settled on, ``None`` where that is no act and where nothing is settled; ``held`` are the records of those who
    have it as an act, one of each place of the trigger, whoever answered last.
    """

    record: Record | None
    settled: bool
    reviewers: tuple[str, ...]
    held: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """A decision that a newer coding runs into.

    ``machine`` is the record now (``None``: the coder no longer finds it), ``fields`` those that the machine changed since to something
    other than what was decided.
    """

    decision: Decision
    machine: Record | None
    fields: tuple[str, ...]


class Ledger:
    """An index over decisions. Each reviewer has a layer of their own over the machine's records; adjudication lies over all.

    Args:
        decisions: oldest first.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._all: list[Decision] = []
        self._undone: set[str] = set()
        self._by_mention: dict[str, dict[str, list[Decision]]] = defaultdict(lambda: defaultdict(list))
        self._by_reviewer: dict[str, list[Decision]] = defaultdict(list)
        self._done: dict[str, dict[str, list[Decision]]] = defaultdict(lambda: defaultdict(list))
        self._docs: dict[str, set[str]] = defaultdict(set)
        self._batches: dict[str, list[Decision]] = defaultdict(list)
        self._judged: dict[str, dict[str, Decision]] = defaultdict(dict)
        self._disputed: set[str] = set()
        self.add(decisions)

    def __len__(self) -> int:
        return len(self._all)

    def add(self, decisions: Iterable[Decision]) -> None:
        """Takes in further decisions, newer than all before."""
        changed: dict[tuple[str, str], None] = {}
        for one in decisions:
            self._all.append(one)
            self._by_reviewer[one.reviewer].append(one)
            self._batches[one.batch].append(one)
            if one.kind is Kind.UNDO:
                self._undone.add(str(one.undoes))
                taken_back = self._batches[str(one.undoes)]
                changed |= {(row.mention_id, row.reviewer): None for row in taken_back if row.mention_id is not None}
            elif one.kind is Kind.DONE:
                self._done[one.doc_id][one.reviewer].append(one)
            elif one.mention_id is not None:
                self._by_mention[one.mention_id][one.reviewer].append(one)
                self._docs[one.doc_id].add(one.mention_id)
                changed[one.mention_id, one.reviewer] = None
        self._settle(changed)

    def _settle(self, changed: Iterable[tuple[str, str]]) -> None:
        """Brings what is kept per mention up to date where decisions changed it."""
        for mention_id, reviewer in changed:
            judged = [one for one in self._active(mention_id, reviewer) if one.kind in JUDGING]
            if judged:
                self._judged[reviewer][mention_id] = judged[-1]
            else:
                self._judged[reviewer].pop(mention_id, None)
        for mention_id in {mention_id: None for mention_id, _ in changed}:
            if self.differ(mention_id) and self.adjudication(mention_id) is None:
                self._disputed.add(mention_id)
            else:
                self._disputed.discard(mention_id)

    @property
    def next_position(self) -> int:
        """The position of the next decision."""
        return self._all[-1].position + 1 if self._all else 0

    @property
    def decisions(self) -> Sequence[Decision]:
        """All rows, undone ones and undos included."""
        return self._all

    def reviewers(self) -> tuple[str, ...]:
        """Everybody who decided something, by name."""
        return tuple(sorted(self._by_reviewer))

    def mentions(self) -> tuple[str, ...]:
        """Ids of the mentions that anybody decided on, in the order of the first decision."""
        return tuple(self._by_mention)

    def mentions_of(self, doc_id: str) -> tuple[str, ...]:
        """Ids of the document's mentions that anybody decided on."""
        return tuple(sorted(self._docs.get(doc_id, ())))

    def _active(self, mention_id: str, reviewer: str) -> list[Decision]:
        found = self._by_mention.get(mention_id, {}).get(reviewer, [])
        return [one for one in found if one.batch not in self._undone]

    def history(self, mention_id: str) -> tuple[Decision, ...]:
        """The mention's decisions by everybody, oldest first, undone ones included."""
        rows = (one for found in self._by_mention.get(mention_id, {}).values() for one in found)
        return tuple(sorted(rows, key=lambda one: one.position))

    def is_undone(self, decision: Decision) -> bool:
        """Whether the decision was taken back."""
        return decision.batch in self._undone

    def verdict(self, mention_id: str, reviewer: str) -> Decision | None:
        """The reviewer's last judging decision on the mention, or ``None`` where there is none that holds."""
        return self._judged.get(reviewer, {}).get(mention_id)

    def state(self, mention_id: str, reviewer: str, machine: Record | None) -> Record | None:
        """The record as the reviewer has it: their last decision, else the machine's record."""
        active = [one for one in self._active(mention_id, reviewer) if one.kind is not Kind.ADJUDICATE]
        return active[-1].after if active else machine

    def moved(self, reviewer: str, event_id: str) -> tuple[str, ...]:
        """Ids of the mentions that the reviewer put into an event, added acts that are events of their own included."""
        kinds = (Kind.MERGE, Kind.SPLIT, Kind.ADD)
        rows = (one for one in self._by_reviewer.get(reviewer, ()) if one.kind in kinds and one.batch not in self._undone)
        return tuple({str(one.mention_id): None for one in rows if one.after is not None and one.after["event_id"] == event_id})

    def verdicts(self, mention_id: str) -> dict[str, Decision]:
        """The judging decision of each reviewer that holds, by name."""
        found = {name: self.verdict(mention_id, name) for name in sorted(self._by_mention.get(mention_id, {}))}
        return {name: one for name, one in found.items() if one is not None}

    def layers(self, mention_id: str) -> dict[str, Record | None]:
        """The record of each reviewer who judged it, by name."""
        return {name: self.state(mention_id, name, None) for name in self.verdicts(mention_id)}

    def adjudication(self, mention_id: str) -> Decision | None:
        """The last adjudication that holds."""
        found = [
            one
            for rows in self._by_mention.get(mention_id, {}).values()
            for one in rows
            if one.kind is Kind.ADJUDICATE and one.batch not in self._undone
        ]
        return max(found, key=lambda one: one.position, default=None)

    def said(self, mention_id: str, reviewer: str) -> Decision | None:
        """What the reviewer said of the mention: their last judging decision, else the ruling that they made."""
        ruled = self.adjudication(mention_id)
        return self.verdict(mention_id, reviewer) or (ruled if ruled is not None and ruled.reviewer == reviewer else None)

    def final(self, mention_id: str) -> Final | None:
        """What counts for the mention; ``None`` where nobody judged it."""
        ruled = self.adjudication(mention_id)
        if ruled is not None:
            return Final(ruled.after, True, (ruled.reviewer,), () if ruled.after is None else (ruled.after,))
        verdicts = self.verdicts(mention_id)
        if not verdicts:
            return None
        held = {tuple(one["trigger"]["span"]): one for one in self.layers(mention_id).values() if one is not None}
        if self.differ(mention_id):
            return Final(None, False, tuple(verdicts), tuple(held.values()))
        last = max(verdicts.values(), key=lambda one: one.position)
        return Final(self.state(mention_id, last.reviewer, None), True, tuple(verdicts), tuple(held.values()))

    def event(self, mention_id: str) -> str | None:
        """The event into which the mention was last put by merging or splitting; ``None`` where nobody did."""
        kinds = (Kind.MERGE, Kind.SPLIT)
        moves = [one for one in self.history(mention_id) if one.kind in kinds and not self.is_undone(one) and one.after is not None]
        return str(moves[-1].after["event_id"]) if moves and moves[-1].after else None

    def differ(self, mention_id: str) -> bool:
        """Whether reviewers who judged the mention have it differently."""
        layers = list(self.layers(mention_id).values())
        return any(differing(layers[0], one) for one in layers[1:])

    def disputed(self) -> tuple[str, ...]:
        """Ids of the mentions that reviewers have differently and nobody adjudicated, in the order of the first decision on each: one whose
        ruling is taken back stands where it stood."""
        return tuple(one for one in self._by_mention if one in self._disputed)

    def done(self, doc_id: str) -> tuple[str, ...]:
        """Names of those who said that no act is missing in the document."""
        rows = self._done.get(doc_id, {})
        return tuple(sorted(name for name, found in rows.items() if any(one.batch not in self._undone for one in found)))

    def read_whole(self) -> tuple[str, ...]:
        """Ids of the documents in which, somebody said, no act is missing."""
        return tuple(doc_id for doc_id in self._done if self.done(doc_id))

    def last_batch(self, reviewer: str) -> tuple[Decision, ...]:
        """The rows of the reviewer's last action that holds; empty where there is none."""
        rows = self._by_reviewer.get(reviewer, [])
        for one in reversed(rows):
            if one.kind is not Kind.UNDO and one.batch not in self._undone:
                return tuple(row for row in rows if row.batch == one.batch)
        return ()

    def counts(self, reviewer: str) -> dict[str, int]:
        """How many mentions the reviewer judged, by what they said of it."""
        return dict(Counter(one.verdict.value for one in self._judged.get(reviewer, {}).values()))

    def judged(self, reviewer: str) -> Mapping[str, Decision]:
        """The reviewer's judging decisions that hold, by mention."""
        return self._judged.get(reviewer, {})


def drift(decision: Decision, machine: Record | None) -> Drift | None:
    """Where a newer coding runs into a decision; ``None`` where it does not.

    A field is in conflict where the machine changed it since the decision, and what it says now is not what was decided.
    """
    if decision.base is None:
        return None
    if machine is None:
        return None if decision.after is None else Drift(decision, None, ("act",))
    changed = differing(decision.base, machine)
    if decision.after is None:
        return Drift(decision, machine, changed) if changed else None
    open_fields = set(differing(decision.after, machine))
    fields = tuple(name for name in changed if name in open_fields)
    return Drift(decision, machine, fields) if fields else None
