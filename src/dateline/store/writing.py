"""What a database writes: runs, coded documents, problems, and what is forgotten, each as a whole or not at all."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.store import arrow
from dateline.store.importing import forget_imports
from dateline.store.loading import Loading
from dateline.store.rows import NamedTable, coded_to_tables, problems_to_table
from dateline.store.session import Session
from dateline.store.statements import (
    COUNT_EVENTS,
    FINISH_RUN,
    FORGET_ALIASES,
    FORGET_DECISIONS,
    FORGET_INPUTS,
    INPUTS_OF,
    NOTE_CHANGES,
    OWNED,
    RENAMED,
    SET_INPUTS,
)
from dateline.store.values import RunCounts, RunInfo, utc
from dateline.types import Coded, Problem


def _distinct(table: pa.Table) -> pa.Table:
    """A table with each row once: a document that stands twice in a corpus has its rows twice."""
    rows = {repr(row): row for row in table.to_pylist()}
    return pa.Table.from_pylist(list(rows.values()), schema=table.schema)


class Writing(Loading):
    """Writing and removing; :class:`dateline.store.duckdb.Database` has the connection and its transactions."""

    path: Path

    @abstractmethod
    def writing(self) -> AbstractContextManager[Session]:
        """A transaction: done as a whole or not at all."""

    @abstractmethod
    def compact(self) -> None:
        """Rewrites the file without the room that removed rows still take."""

    @abstractmethod
    def _insert(self, part: NamedTable) -> None:
        """Adds rows to a table within a transaction."""

    def begin_run(self, run: RunInfo) -> None:
        """Records the start of a run; a run of the same id is replaced.

        Raises:
            DatelineError: E401 where the file cannot be written.
        """
        row = {
            "run_id": run.run_id,
            "started": utc(run.started),
            "program": run.program,
            "settings": run.settings,
            "models": [{"name": model.name, "version": model.version} for model in run.models],
            "inputs": [{"input_id": one.input_id, "sha256": one.sha256} for one in run.inputs],
            **dict.fromkeys(("documents", "sentences", "mentions", "claims", "problems"), 0),
        }
        with self.writing() as session:
            session.run("DELETE FROM runs WHERE run_id = ?", [run.run_id])
            self._insert(NamedTable("runs", pa.Table.from_pylist([row], schema=arrow.RUNS)))

    def finish_run(
        self, run: RunInfo, finished: datetime, counts: RunCounts, inputs: Iterable[tuple[str, str]] | None = None
    ) -> None:
        """Records the end of a run and what it wrote; ``inputs`` (input id, SHA-256) replace those known at its start.

        Raises:
            DatelineError: E401 where the file cannot be written.
        """
        numbers = (counts.documents, counts.sentences, counts.mentions, counts.claims, counts.problems)
        with self.writing() as session:
            session.run(FINISH_RUN, [utc(finished), *numbers, run.run_id])
            if inputs is not None:
                rows = [{"input_id": input_id, "sha256": sha256} for input_id, sha256 in dict.fromkeys(inputs)]
                session.run(SET_INPUTS, [rows, run.run_id])

    def write(self, coded: Coded, run: RunInfo) -> None:
        """Writes a coded document in one transaction, in place of an earlier coding of the document, and of what earlier runs made of its input.

        Raises:
            DatelineError: E401 where the file cannot be written; nothing of the document is stored then.
        """
        self.write_batch((coded,), run)

    def write_batch(self, batch: Sequence[Coded], run: RunInfo) -> None:
        """Writes several coded documents in one transaction, which is faster for short ones; two of one input, as lines of a corpus with
        one id are, stand side by side if they came in one run.

        Raises:
            DatelineError: E401 where the file cannot be written; nothing of the batch is stored then.
        """
        kept = tuple({coded.document.doc_id: coded for coded in batch}.values())
        documents = [coded.document for coded in kept]
        with self.writing() as session:
            self._delete(session, self._replaced([one.doc_id for one in documents], [one.input_id for one in documents], run.run_id))
            session.run(
                "DELETE FROM problems WHERE origin = 'run' AND input_id IN (SELECT unnest(?::VARCHAR[]))",
                [[one.input_id for one in documents]],
            )
            for part in coded_to_tables(kept, run.run_id):
                self._insert(part)

    def write_tables(self, parts: Sequence[NamedTable], run: RunInfo) -> None:
        """Writes rows of :func:`coded_to_tables` that were kept elsewhere, in one transaction and in place of what earlier runs made of their documents.

        Raises:
            DatelineError: E401 where the file cannot be written; no row is stored then.
        """
        documents = next((part.table for part in parts if part.name == "documents"), None)
        doc_ids, input_ids = ([], []) if documents is None else (documents[name].to_pylist() for name in ("doc_id", "input_id"))
        with self.writing() as session:
            self._delete(session, self._replaced(doc_ids, input_ids, run.run_id))
            session.run("DELETE FROM problems WHERE origin = 'run' AND input_id IN (SELECT unnest(?::VARCHAR[]))", [input_ids])
            for part in parts:
                self._insert(replace(part, table=_distinct(part.table)) if len(set(doc_ids)) < len(doc_ids) else part)

    def write_problems(self, problems: Iterable[Problem], run: RunInfo) -> None:
        """Writes the problems of inputs that gave no document, in place of what earlier runs said of these inputs.

        Raises:
            DatelineError: E401 where the file cannot be written.
        """
        listed = tuple(dict.fromkeys(problems))
        with self.writing() as session:
            session.run(
                "DELETE FROM problems"
                " WHERE origin = 'run' AND run_id <> ? AND input_id IN (SELECT unnest(?::VARCHAR[]))",
                [run.run_id, [problem.input_id for problem in listed]],
            )
            self._insert(problems_to_table(listed, run.run_id))

    def clear_problems(self, *input_ids: str) -> None:
        """Removes what earlier runs said of inputs that give no document: they were read again.

        Raises:
            DatelineError: E401 where the file cannot be written.
        """
        with self.writing() as session:
            session.run("DELETE FROM problems WHERE origin = 'run' AND input_id IN (SELECT unnest(?::VARCHAR[]))", [list(input_ids)])

    def clear_earlier(self, run: RunInfo, is_read_again: Callable[[str], bool]) -> None:
        """Removes what earlier runs said of inputs that a run has read again, and that it did not say itself.

        Args:
            run: the run that read them, to its end.
            is_read_again: whether an input, by its id, was among what the run read.

        Raises:
            DatelineError: E401 where the file cannot be written.
        """
        earlier = "origin = 'run' AND run_id <> ?"
        told = [str(row["input_id"]) for row in self._rows(f"SELECT DISTINCT input_id FROM problems WHERE {earlier}", run.run_id)]
        if mended := [one for one in told if is_read_again(one)]:
            with self.writing() as session:
                session.run(f"DELETE FROM problems WHERE {earlier} AND input_id IN (SELECT unnest(?::VARCHAR[]))", [run.run_id, mended])

    def append(self, part: NamedTable) -> None:
        """Adds rows to a table in one transaction; nothing that is stored is changed.

        Raises:
            DatelineError: E401 where the file cannot be written; no row is stored then.
        """
        with self.writing():
            self._insert(part)

    def forget(self, *keys: str, compact: bool = True) -> tuple[str, ...]:
        """Removes documents and all that came from them: text, mentions, claims, sources, problems, and their
        mention in runs.

        Args:
            keys: document ids or input ids, files or data sets that were imported; what is not known is passed over.
            compact: also rewrite the file, so that the removed text is nowhere in it. Takes the time of copying the
            database.

        Returns:
            The ids of the documents that were removed, and ``data set/file`` of imports.

        Raises:
            DatelineError: E401 where the file cannot be written.
        """
        wanted = list(keys)
        with self.writing() as session:
            gone = self._stored(wanted, wanted)
            lost = [row["mention_id"] for row in self._rows("SELECT mention_id FROM mentions WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))", gone)]
            inputs = [row["input_id"] for row in self._rows(INPUTS_OF, gone)] + wanted
            self._delete(session, gone)
            imported = forget_imports(session, wanted)
            session.run(FORGET_DECISIONS, [gone, inputs])
            session.run(FORGET_ALIASES, [lost, lost])
            session.run("DELETE FROM problems WHERE input_id IN (SELECT unnest(?::VARCHAR[]))", [inputs])
            session.run(FORGET_INPUTS, [inputs, inputs])
        if (gone or imported) and compact:
            self.compact()
        return (*gone, *imported)

    def _delete(self, session: Session, doc_ids: list[str]) -> None:
        """Deletes documents with all their rows; events that other documents report too are named and counted again."""
        if not doc_ids:
            return
        inside = "doc_id IN (SELECT unnest(?::VARCHAR[]))"
        events = [str(row["event_id"]) for row in self._rows(f"SELECT DISTINCT event_id FROM mentions WHERE {inside}", doc_ids)]
        session.run(NOTE_CHANGES, [doc_ids])
        for table in OWNED:
            session.run(f"DELETE FROM {table} WHERE {inside}", [doc_ids])
        session.run("DELETE FROM events WHERE event_id IN (SELECT unnest(?::VARCHAR[]))", [events])
        for row in self._rows(RENAMED, events):
            for table in ("mentions", "event_aliases"):
                session.run(f"UPDATE {table} SET event_id = ? WHERE event_id = ?", [row["new"], row["old"]])
            events.append(str(row["new"]))
        session.run(COUNT_EVENTS, [events, events])
