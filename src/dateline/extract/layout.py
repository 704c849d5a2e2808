"""How a document is set: what opens its entries, its turns of speech, the clauses of its lists, what of it is imagined and what only wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.datelines import Dateline, dateline_of
from dateline.extract.clausemarks import Clause, clauses
from dateline.extract.entries import Entry, entries
from dateline.extract.scenarios import Imagined, imagined
from dateline.extract.wanted import wanted
from dateline.turns import Turn, turns
from dateline.types import BlockKind, Document, Span


@dataclass(frozen=True, slots=True)
class Layout:
    """Found once for each document.

    Attributes:
        entries: the entries of a chronicle, by the number of their block.
        turns: the turns of speech in text order.
        clauses: the clauses of lists in text order.
        datelines: the datelines of paragraphs, by the number of their block.
        imagined: the stretches that call themselves a scenario or fiction.
        wanted: the stretches that list what is to be done.
    """

    entries: Mapping[int, Entry]
    turns: tuple[Turn, ...]
    clauses: tuple[Clause, ...]
    datelines: Mapping[int, Dateline]
    imagined: tuple[Imagined, ...]
    wanted: tuple[Span, ...] = ()

    def is_wanted(self, offset: int) -> bool:
        """Whether a place lies where the document lists what is to be done."""
        return any(span.start <= offset < span.end for span in self.wanted)

    @classmethod
    def of(cls, document: Document) -> Layout:
        """The layout of a document."""
        opened = entries(document)
        return cls(opened, turns(document), clauses(document), dict(_datelines(document, opened)), imagined(document), wanted(document))


def _datelines(document: Document, opened: Mapping[int, Entry]) -> Iterator[tuple[int, Dateline]]:
    """The datelines of a document's paragraphs, in an entry behind its date."""
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            start = opened[number].start if number in opened else block.span.start
            found = dateline_of(document.text, start, block.span.end)
            if found is not None:
                yield number, found
