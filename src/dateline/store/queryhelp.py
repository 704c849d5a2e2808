"""What to do about a query that failed because it took the number of a sentence for its words, which stand in another column."""

from __future__ import annotations

import re
from typing import Final

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.store.arrow import TABLES, VIEWS

#: What the database says where a number is searched or compared as if it were text.
_NOT_WORDS: Final = re.compile(r"No function matches the given name and argument types '[^\n]*INTEGER|Could not convert string .* to INT|Cannot (?:compare|mix) values of type")
#: The number by which rows name a sentence: ``events --format csv`` has the words under this name.
_NUMBER: Final = "sentence"
_LITERAL: Final = re.compile(r"'(?:[^']|'')*'")


def words_elsewhere(sql: str, said: str) -> tuple[str, str] | None:
    """Of a query that takes a number for words: what is wrong, and which column has the words; ``None`` for any other failure.

    Args:
        sql: the query.
        said: what the database said about it.

    Example:
        >>> words_elsewhere("FROM mentions WHERE sentence = 'raid'", "Could not convert string 'raid' to INT32")
        ('`sentence` of mentions is a number', 'search its words in the column `sentence_text`; docs/reference/tables.md lists the columns')
    """
    named = {word.lower() for word in re.findall(r"[A-Za-z_]\w*", _LITERAL.sub("", sql))}
    if _NUMBER not in named or not _NOT_WORDS.search(said):
        return None
    for table, schema in (*TABLES, *VIEWS):
        words = _words_of(schema) if table in named and _NUMBER in schema.names else None
        if words is not None:
            return f"`{_NUMBER}` of {table} is a number", f"search its words in the column `{words}`; docs/reference/tables.md lists the columns"
    return None


def _words_of(schema: pa.Schema) -> str | None:
    """The column of a table that has the words of the sentence."""
    return next((name for name in (f"{_NUMBER}_text", "text") if name in schema.names), None)
