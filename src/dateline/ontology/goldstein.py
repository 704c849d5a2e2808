"""The Goldstein scale of CAMEO codes, from ``data/goldstein.tsv``."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from dateline.errors import DatelineError
from dateline.ontology.cameo import cameo_for
from dateline.ontology.tables import rows_of


@cache
def _table() -> dict[str, float]:
    try:
        rows = [(code, float(value)) for code, value in rows_of("ontology/data/goldstein.tsv", 2)]
    except ValueError as error:
        raise DatelineError("E311", "ontology/data/goldstein.tsv", str(error)) from error
    if any(not -10.0 <= value <= 10.0 for _, value in rows) or len(dict(rows)) != len(rows):
        raise DatelineError("E311", "ontology/data/goldstein.tsv", "a value out of range, or a code that stands twice")
    return dict(rows)


@cache
def goldstein(code: str) -> float:
    """The Goldstein value of a CAMEO code of two to four digits, in [-10, 10].

    A code that the table lacks has the value of the longest listed code it begins with; a cue category that of its
    general code. The source is named in the data file.

    >>> goldstein("1823"), goldstein("0312"), goldstein("19")
    (-10.0, 5.2, -10.0)

    Raises:
        DatelineError: E412 where no CAMEO code begins like this.
    """
    table = _table()
    for length in range(len(code), 1, -1):
        for key in (code[:length], code[:length] + "0"):
            if key in table:
                return table[key]
    raise DatelineError("E412", code)


def goldstein_of(type: str, modes: Collection[str] = (), contexts: Collection[str] = ()) -> float:
    """The Goldstein value of a PLOVER type with its modes and contexts, through its CAMEO code.

    Raises:
        DatelineError: E411 where there is no such type.
    """
    return goldstein(cameo_for(type, modes, contexts))
