"""Which acts people have checked, and which documents they have read whole, told to the queries of an open database."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

#: The table with a row for each act that a person checked (``judged``), or beside which no act was missed (``alone``): one of a document that was read
#: whole, or one that was missed itself.
CHECKED: Final = "checked_acts"
#: What notes cite is not read with a document's text.
_SQL: Final = f"""
CREATE TEMP TABLE {CHECKED} AS
WITH whole AS (SELECT unnest(?::VARCHAR[]) AS doc_id), judged AS (SELECT unnest(?::VARCHAR[]) AS mention_id), added AS (SELECT unnest(?::VARCHAR[]) AS mention_id)
SELECT * FROM (
    SELECT mention_id, mention_id IN (SELECT mention_id FROM judged) AS judged,
        mention_id IN (SELECT mention_id FROM added) OR (doc_id IN (SELECT doc_id FROM whole) AND sentence_kind <> 'citation') AS alone
    FROM mentions
) WHERE judged OR alone
"""


def note_checked(database: Database, judged: Collection[str], added: Collection[str], whole: Collection[str]) -> None:
    """Tells what people have checked, until the database is closed.

    Args:
        database: open, with what reviewers changed laid over it.
        judged: ids of acts that they confirmed, corrected or added.
        added: ids of those among them that the coder does not find.
        whole: ids of documents in which, somebody said, no act is missing.
    """
    with database.writing() as session:
        session.run(_SQL, [list(whole), list(judged), list(added)])


def has_checked(database: Database) -> bool:
    """Whether anything was told of what people have checked."""
    return bool(database.read(f"SELECT 1 FROM duckdb_tables() WHERE temporary AND table_name = '{CHECKED}'").num_rows)
