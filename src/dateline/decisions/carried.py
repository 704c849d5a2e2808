"""Decisions on an earlier text of an input, carried over to its text as it is stored now.

A corrected file is another document, and its acts have other ids. What a reviewer said of an act still holds where its sentence reads the
same. The table keeps the decisions as they were made; they are carried over whenever it is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.decisions.journal import load_decisions
from dateline.decisions.values import Decision, Kind, Record
from dateline.identities import added_id, mention_id
from dateline.store.duckdb import Database
from dateline.types import Coded, Sentence, Span

_HOMES: Final = "SELECT doc_id, input_id FROM documents WHERE input_id IN (SELECT unnest(?::VARCHAR[]))"


@dataclass(frozen=True, slots=True)
class Standing:
    """The decisions as they stand on the stored documents, oldest first, and those that hold no longer: their sentence reads otherwise now."""

    decisions: tuple[Decision, ...]
    lost: tuple[Decision, ...] = ()


def standing(database: Database) -> Standing:
    """Every decision, those on an earlier text of a stored input carried over where the sentence is the same.

    Not carried over: what stood in a sentence that reads otherwise now or that the new text has twice, a note that no act is missing, and
    decisions on an input that gives several documents.
    """
    decisions = load_decisions(database)
    homes = _homes(database, decisions)
    if not homes:
        return Standing(decisions)
    groups: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for one in decisions:
        if one.doc_id in homes and one.mention_id is not None:
            groups[one.doc_id, one.mention_id].append(one)
    texts: dict[str, _Text] = {}
    carried: dict[str, Decision] = {}
    for doc_id, home in homes.items():
        coded = database.load_coded(home) if home is not None else None
        if coded is not None:
            texts[doc_id] = _Text(coded)
    ids = {key: found for key, group in groups.items() if key[0] in texts and (found := texts[key[0]].id_of(group)) is not None}
    events = {old: new for (_, old), new in ids.items()}
    for key, new in ids.items():
        moved = texts[key[0]].moved(groups[key], new, events)
        carried |= {one.decision_id: one for one in moved}
    undone = {one.undoes for one in decisions if one.kind is Kind.UNDO}
    gone = [one for one in decisions if one.doc_id in homes and one.decision_id not in carried and one.kind is not Kind.UNDO]
    dropped = {one.decision_id for one in gone}
    return Standing(
        tuple(carried.get(one.decision_id, one) for one in decisions if one.decision_id not in dropped),
        tuple(one for one in gone if one.batch not in undone),
    )


def _homes(database: Database, decisions: Sequence[Decision]) -> dict[str, str | None]:
    """The documents decided on that are stored no longer, each with the one document that its input gives now (``None``: none or several)."""
    inputs = {one.doc_id: one.input_id for one in decisions}
    if not inputs:
        return {}
    now: dict[str, list[str]] = defaultdict(list)
    for row in database.select(_HOMES, sorted(set(inputs.values()))):
        now[str(row["input_id"])].append(str(row["doc_id"]))
    stored = {doc_id for found in now.values() for doc_id in found}
    gone = {doc_id: now[input_id] for doc_id, input_id in inputs.items() if doc_id not in stored}
    return {doc_id: found[0] if len(found) == 1 else None for doc_id, found in gone.items()}


class _Text:
    """The text of an input as it is stored now, for the decisions on one earlier text."""

    def __init__(self, coded: Coded) -> None:
        self._coded = coded
        self._sentences: dict[str, list[Sentence]] = defaultdict(list)
        for one in coded.sentences:
            self._sentences[one.text].append(one)
        self._free = list(coded.mentions)
        self._ordinals: dict[int, int] = {}

    def id_of(self, group: Sequence[Decision]) -> str | None:
        """The id of the act here: the coder's own where it finds the act, preferably of the same type, else a new one.

        Args:
            group: the decisions on one act of the earlier text.
        """
        base = next((one.base for one in group if one.base is not None), None)
        record = base or next((one.after or one.before for one in group), None)
        sentence = self._sentence(record)
        if record is None or sentence is None:
            return None
        start, end = (at - record["sentence"]["span"][0] + sentence.span.start for at in record["trigger"]["span"])
        if base is None:
            return added_id(self._coded.document, start)
        here = [one for one in self._free if one.trigger.span == Span(start, end)]
        here.sort(key=lambda one: one.type != base["type"])
        if here:
            self._free.remove(here[0])
            return here[0].mention_id
        taken = {one.mention_id for one in self._coded.mentions}
        found = mention_id(self._coded.document, start, self._ordinals)
        while found in taken:
            found = mention_id(self._coded.document, start, self._ordinals)
        return found

    def moved(self, group: Iterable[Decision], new: str, events: Mapping[str, str]) -> list[Decision]:
        """The decisions on an act, all of them or none: the last one alone would stand for others that were meant with it.

        Args:
            group: the decisions on one act of the earlier text.
            new: the id of the act here.
            events: ids of the acts of earlier texts, with theirs here.
        """
        doc_id = self._coded.document.doc_id
        try:
            return [
                replace(
                    one,
                    doc_id=doc_id,
                    mention_id=new,
                    before=self._record(one.before, new, events),
                    after=self._record(one.after, new, events),
                    base=self._record(one.base, new, events),
                )
                for one in group
            ]
        except LookupError:
            return []

    def _sentence(self, record: Record | None) -> Sentence | None:
        found = self._sentences.get(record["sentence"]["text"], []) if record is not None else []
        return found[0] if len(found) == 1 else None

    def _record(self, record: Record | None, new: str, events: Mapping[str, str]) -> Record | None:
        if record is None:
            return None
        sentence = self._sentence(record)
        if sentence is None:
            raise LookupError(record["sentence"]["text"])
        moved: dict[str, Any] = self._shifted(dict(record), sentence.span.start - record["sentence"]["span"][0], sentence.span)
        event_id = record["event_id"]
        return {**moved, "mention_id": new, "event_id": events.get(event_id, event_id), "doc_id": self._coded.document.doc_id}

    def _shifted(self, value: Any, by: int, sentence: Span) -> Any:
        if isinstance(value, list):
            return [self._shifted(one, by, sentence) for one in value]
        if not isinstance(value, dict):
            return value
        moved = {name: part if name == "span" else self._shifted(part, by, sentence) for name, part in value.items()}
        if isinstance(value.get("span"), list):
            start = self._start(value["text"], value["span"][0], by, sentence)
            moved["span"] = [start, start + len(value["text"])]
        return moved

    def _start(self, words: str, old: int, by: int, sentence: Span) -> int:
        """Where words stand here: moved with the sentence, else where they stood, else nearest before the sentence, else first after it.

        Raises:
            LookupError: where the text has them no more.
        """
        found = [one.start() for one in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self._coded.document.text)]
        if sentence.start <= old + by < sentence.end:
            return old + by
        for at in (old + by, old):
            if at in found:
                return at
        if not found:
            raise LookupError(words)
        before = [at for at in found if at < sentence.start]
        return before[-1] if before else found[0]
