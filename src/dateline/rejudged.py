"""What becomes of reviewers' decisions where an input is coded again with another text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.decisions.carried import standing
from dateline.decisions.values import Decision, Kind
from dateline.errors import problem
from dateline.store.duckdb import Database
from dateline.types import Document, Problem
from dateline.wording import plural

_CHANGING: Final = """
SELECT DISTINCT input_id FROM documents JOIN (SELECT DISTINCT input_id FROM decisions) USING (input_id)
WHERE input_id IN (SELECT unnest(?::VARCHAR[])) AND doc_id NOT IN (SELECT unnest(?::VARCHAR[])) ORDER BY input_id
"""


def judged_otherwise(database: Database, documents: Sequence[Document]) -> tuple[str, ...]:
    """The inputs on which reviewers decided and which are stored with another text than that of these documents, which are about to be stored."""
    rows = database.select(_CHANGING, [one.input_id for one in documents], [one.doc_id for one in documents])
    return tuple(str(row["input_id"]) for row in rows)


def told_of(database: Database, inputs: Sequence[str]) -> list[Problem]:
    """A warning for each of these inputs that says how many of its decisions were carried over to the text that is stored now (W136)."""
    if not inputs:
        return []
    found = standing(database)
    undone = {one.undoes for one in found.decisions if one.kind is Kind.UNDO}
    holding = tuple(one for one in found.decisions if one.kind is not Kind.UNDO and one.batch not in undone)
    told = []
    for input_id in inputs:
        held, lost = (_acts(some, input_id) for some in (holding, found.lost))
        if held or lost:
            detail = f"the decisions on {plural(held, 'act')} were carried over, as their sentence is the same; those on {lost} hold no longer"
            told.append(problem("W136", input_id, detail))
    return told


def _acts(decisions: Sequence[Decision], input_id: str) -> int:
    return len({(one.doc_id, one.mention_id) for one in decisions if one.input_id == input_id and one.mention_id is not None})
