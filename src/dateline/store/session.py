"""An open transaction of the database, for modules of the store that write tables of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]


class Session:
    """SQL with parameters, and Arrow tables or readers under a name for the time of one statement.

    Args:
        connection: an open connection of :mod:`dateline.store.duckdb`, which begins and ends the transaction.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def run(self, sql: str, parameters: Sequence[object] = (), **tables: pa.Table) -> list[tuple[Any, ...]]:
        """Runs a statement that may read the tables by their names, and gives its rows."""
        for name, table in tables.items():
            self._connection.register(name, table)
        try:
            rows: list[tuple[Any, ...]] = self._connection.execute(sql, list(parameters)).fetchall()
            return rows
        finally:
            for name in tables:
                self._connection.unregister(name)

    def table(self, sql: str, parameters: Sequence[object] = (), **tables: pa.Table) -> pa.Table:
        """The same with the result as an Arrow table."""
        for name, table in tables.items():
            self._connection.register(name, table)
        try:
            return self._connection.sql(sql, params=list(parameters)).to_arrow_table()
        finally:
            for name in tables:
                self._connection.unregister(name)
