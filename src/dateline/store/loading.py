"""Documents, mentions and events out of the tables: what a database reads, apart from how it is connected and written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.store import load
from dateline.store.filters import to_query
from dateline.store.statements import INFO, REPLACED, SOURCES, STORED, UNREAD
from dateline.store.values import DocumentInfo, EventFilter, EventRow
from dateline.types import Claim, Coded, Document, EventMention, Problem, SentenceKind, Source

#: Mentions that are held in memory at a time while events are read.
LOAD_BATCH: Final = 5_000


class Loading(ABC):
    """Reading by ids and filters; :class:`dateline.store.duckdb.Database` has the connection."""

    @abstractmethod
    def _rows(self, sql: str, *parameters: object) -> list[load.Row]:
        """The rows of a query of the package itself."""

    def _stored(self, doc_ids: Sequence[str], input_ids: Sequence[str]) -> list[str]:
        """The ids of the stored documents that have one of these ids or come from one of these inputs."""
        rows = self._rows(
            STORED,
            list(doc_ids),
            list(input_ids),
        )
        return [str(row["doc_id"]) for row in rows]

    def _replaced(self, doc_ids: Sequence[str], input_ids: Sequence[str], run_id: str) -> list[str]:
        """The ids of the stored documents that are coded again: the same, or made of the same input by another run."""
        return [str(row["doc_id"]) for row in self._rows(REPLACED, list(doc_ids), list(input_ids), run_id)]

    def find(self, key: str) -> tuple[str, ...]:
        """The ids of the documents that have this id or come from the input of this id."""
        return tuple(self._stored([key], [key]))

    def has(self, doc_id: str) -> bool:
        """Whether a document of this id is stored."""
        return bool(self._rows("SELECT doc_id FROM documents WHERE doc_id = ?", doc_id))

    def documents(self, doc_ids: Sequence[str] | None = None) -> tuple[DocumentInfo, ...]:
        """The stored documents (of these ids, where ids are given), by date and id."""
        known = "" if doc_ids is None else " WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))"
        parameters = () if doc_ids is None else (list(doc_ids),)
        rows = self._rows(f"SELECT {INFO} FROM documents{known} ORDER BY published NULLS LAST, doc_id", *parameters)
        return tuple(load.to_info(row) for row in rows)

    def sources(self, doc_ids: Sequence[str] | None = None) -> Iterator[tuple[str, Source]]:
        """The sources of documents (of all where none are named) with the input each stands in, in the text's order."""
        wanted = None if doc_ids is None else list(doc_ids)
        return ((str(row["input_id"]), load.to_source(row)) for row in self._rows(SOURCES, wanted, wanted))

    def unread(self) -> tuple[Problem, ...]:
        """The errors of inputs that gave no document when they were last read, by their ids."""
        return tuple(load.to_problem(row) for row in self._rows(UNREAD))

    def load_document(self, doc_id: str) -> Document | None:
        """The document as it was written, or ``None`` where none of this id is stored."""
        rows = self._rows("SELECT * FROM documents WHERE doc_id = ?", doc_id)
        if not rows:
            return None
        parts = (
            self._rows(f"SELECT * FROM {table} WHERE doc_id = ?", doc_id) for table in ("notes", "sources", "problems")
        )
        return load.to_document(rows[0], *parts)

    def load_coded(self, doc_id: str) -> Coded | None:
        """The coded document as it was written, or ``None`` where none of this id is stored; reports that its notes cite stand apart."""
        document = self.load_document(doc_id)
        if document is None:
            return None
        sentences = self._rows("SELECT * FROM sentences WHERE doc_id = ? ORDER BY sentence", doc_id)
        ids = self._rows("SELECT mention_id, position FROM mentions WHERE doc_id = ?", doc_id)
        problems = [
            row for row in self._rows("SELECT * FROM problems WHERE doc_id = ?", doc_id) if row["origin"] == "code"
        ]
        mentions = self.mentions([str(row["mention_id"]) for row in ids])
        told = (load.to_sentence(row) for row in sentences)
        return Coded(
            document,
            tuple(one for one in told if one.kind is not SentenceKind.CITATION),
            tuple(one for one in mentions if one.sentence.kind is not SentenceKind.CITATION),
            self._claims(doc_id),
            tuple(load.to_problem(row) for row in problems),
            tuple(one for one in mentions if one.sentence.kind is SentenceKind.CITATION),
        )

    def _claims(self, doc_id: str) -> tuple[Claim, ...]:
        claims = self._rows("SELECT * FROM claims WHERE doc_id = ?", doc_id)
        parts = (
            self._rows(f"SELECT * FROM {table} WHERE doc_id = ?", doc_id)
            for table in ("claim_sources", "sources", "resolutions")
        )
        return load.to_claims(claims, *parts)

    def mentions(self, mention_ids: Sequence[str]) -> tuple[EventMention, ...]:
        """The stored mentions of these ids, in the order of the ids; an id that is not stored is passed over."""
        ids = list(mention_ids)
        inside = "mention_id IN (SELECT unnest(?::VARCHAR[]))"
        rows = self._rows(f"SELECT m.*, d.input_id FROM mentions m JOIN documents d USING (doc_id) WHERE {inside}", ids)
        tables = ("participants", "quantities", "mention_sources", "resolutions")
        parts = [self._rows(f"SELECT * FROM {name} WHERE {inside}", ids) for name in tables]
        of_sources = f"SELECT * FROM sources WHERE source_id IN (SELECT source_id FROM mention_sources WHERE {inside})"
        found_parts = load.MentionParts(*[*parts, self._rows(of_sources, ids)])
        found = {mention.mention_id: mention for mention in load.to_mentions(rows, found_parts)}
        return tuple(found[one] for one in ids if one in found)

    def events(self, wanted: EventFilter) -> tuple[EventRow, ...]:
        """All that :meth:`iter_events` gives."""
        return tuple(self.iter_events(wanted))

    def iter_events(self, wanted: EventFilter) -> Iterator[EventRow]:
        """The mentions that match, with their documents: by date (else publication date), then in the document's order.

        Until mentions are merged each is an event of its own. They are loaded in batches.
        """
        query = to_query(wanted)
        ids = [str(row["mention_id"]) for row in self._rows(query.sql, *query.parameters)]
        for start in range(0, len(ids), LOAD_BATCH):
            mentions = self.mentions(ids[start : start + LOAD_BATCH])
            doc_ids = sorted({mention.doc_id for mention in mentions})
            infos = {info.doc_id: info for info in self.documents(doc_ids)}
            yield from (EventRow(mention, infos[mention.doc_id]) for mention in mentions)
