"""Decisions: what a reviewer said about a record, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, TypeAlias

#: A record of the contract as a JSON object (:func:`dateline.record.mention_to_record`); never changed in place.
Record: TypeAlias = Mapping[str, Any]


class Kind(StrEnum):
    """What a decision does. ``done`` says of a document that no act is missing in it; ``undo`` takes back a batch."""

    ACCEPT = "accept"
    CORRECT = "correct"
    WRONG = "wrong"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    ADJUDICATE = "adjudicate"
    DONE = "done"
    UNDO = "undo"


#: The coder of acts that a reviewer added.
ADDED_BY: Final = "reviewer"
#: Decisions that say whether and how a record is right; merging and splitting events says nothing about the record itself.
JUDGING = frozenset({Kind.ACCEPT, Kind.CORRECT, Kind.WRONG, Kind.ADD})


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of the table ``decisions``.

    ``position`` orders them from 0, ``batch`` joins the rows of one action. ``before`` and ``after`` are the record as the reviewer
    had it and as it is now (``None``: there was none, it is no act), ``base`` the machine's at that time. ``made`` is in UTC.
    """

    decision_id: str
    position: int
    batch: str
    reviewer: str
    made: datetime
    kind: Kind
    doc_id: str
    input_id: str
    mention_id: str | None
    before: Record | None
    after: Record | None
    base: Record | None
    undoes: str | None = None

    @property
    def verdict(self) -> Kind:
        """What it says of the act: an act that a reviewer added stays an added one when its parties are filled in."""
        added = self.kind in {Kind.ACCEPT, Kind.CORRECT} and self.after is not None and self.after["coder"] == ADDED_BY
        return Kind.ADD if added else self.kind
