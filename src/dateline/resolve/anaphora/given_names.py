"""The genders of given names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.tables import rows_of

_TABLE: Final = "resolve/data/given_names.tsv"


@lru_cache(maxsize=1)
def genders() -> Mapping[str, str]:
    """Lower-case given names that are nearly always of one gender, with it (``m`` or ``f``).

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    table: dict[str, str] = {}
    for name, value, *_ in rows_of(_TABLE, 2):
        if value not in {"m", "f"}:
            raise DatelineError("E311", _TABLE, f"{value!r} of {name!r} is neither m nor f")
        table[name] = value
    return table
