"""How a document is set: what opens its entries, its turns of speech and the clauses of its lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.extract.clausemarks import Clause, clauses
from dateline.extract.entries import Entry, entries
from dateline.turns import Turn, turns
from dateline.types import Document


@dataclass(frozen=True, slots=True)
class Layout:
    """Found once for each document.

    Attributes:
        entries: the entries of a chronicle, by the number of their block.
        turns: the turns of speech in text order.
        clauses: the clauses of lists in text order.
    """

    entries: Mapping[int, Entry]
    turns: tuple[Turn, ...]
    clauses: tuple[Clause, ...]

    @classmethod
    def of(cls, document: Document) -> Layout:
        """The layout of a document."""
        return cls(entries(document), turns(document), clauses(document))
