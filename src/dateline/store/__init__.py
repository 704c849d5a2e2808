"""The store: Arrow schemas, one DuckDB file, exports.

Importing this package loads neither pyarrow nor duckdb; :mod:`dateline.store.duckdb` holds the database.
"""

from dateline.store.values import (
    DEFAULT_DB,
    DocumentInfo,
    EventFilter,
    EventRow,
    InputFile,
    Model,
    RunCounts,
    RunInfo,
    new_run,
    rows_of,
)

__all__ = [
    "DEFAULT_DB",
    "DocumentInfo",
    "EventFilter",
    "EventRow",
    "InputFile",
    "Model",
    "RunCounts",
    "RunInfo",
    "new_run",
    "rows_of",
]
