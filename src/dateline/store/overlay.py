"""Other records laid over those of the database while it is open: every reading query sees them, the file keeps what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline.store.rows import mentions_to_tables
from dateline.store.statements import quoted
from dateline.types import EventMention

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

#: Tables with rows of mentions that stay as they are: a reviewer changes neither sources nor what merging found.
_KEPT: Final = ("mention_sources", "merged")
_VIEWS: Final = """
SELECT view_name, sql FROM duckdb_views()
WHERE NOT internal AND schema_name = 'main' AND database_name = current_database() ORDER BY view_name
"""


def lay_over(database: Database, gone: Sequence[str], placed: Sequence[tuple[EventMention, int]]) -> None:
    """Shows these mentions in place of the stored ones of their ids, until the database is closed.

    Args:
        database: open; for reading is enough.
        gone: ids of stored mentions that are not to be seen.
        placed: mentions, each with its position in its document.
    """
    ids = [*gone, *(mention.mention_id for mention, _ in placed)]
    with database.writing() as session:
        stored = quoted(str(session.run("SELECT current_database()")[0][0]), '"')
        views = session.run(_VIEWS)
        session.run("CREATE TEMP TABLE laid_over AS SELECT unnest(?::VARCHAR[]) AS mention_id, ? AS gone", [ids, False])
        session.run("UPDATE laid_over SET gone = true WHERE mention_id IN (SELECT unnest(?::VARCHAR[]))", [list(gone)])
        for part in mentions_to_tables(placed):
            session.run(f"CREATE TEMP TABLE laid_{part.name} AS SELECT * FROM incoming", incoming=part.table)
            session.run(
                f"CREATE TEMP VIEW {part.name} AS SELECT * FROM {stored}.main.{part.name} t"
                " WHERE NOT EXISTS (SELECT 1 FROM laid_over o WHERE o.mention_id = t.mention_id)"
                f" UNION ALL BY NAME SELECT * FROM laid_{part.name}"
            )
        for name in _KEPT:
            session.run(
                f"CREATE TEMP VIEW {name} AS SELECT * FROM {stored}.main.{name} t"
                " WHERE NOT EXISTS (SELECT 1 FROM laid_over o WHERE o.mention_id = t.mention_id AND o.gone)"
            )
        for name, sql in views:  # a stored view knows only stored tables
            body = str(sql).partition(" AS ")[2]
            session.run(f"CREATE TEMP VIEW {name} AS {body}")
