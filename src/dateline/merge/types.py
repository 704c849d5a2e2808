"""Which types may name the same act: the table ``data/type_pairs.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.ontology.plover import plover

if TYPE_CHECKING:
    import numpy as np


@cache
def type_names() -> tuple[str, ...]:
    """The types in the manual's order; a type's number is its place here."""
    return tuple(one.name for one in plover().types)


@cache
def _numbers() -> dict[str, int]:
    return {name: index for index, name in enumerate(type_names())}


def number_of(name: str) -> int:
    """The number of a type.

    Raises:
        DatelineError: E411 where there is no such type.
    """
    try:
        return _numbers()[name]
    except KeyError as error:
        raise DatelineError("E411", name) from error


@cache
def pair_rows() -> tuple[tuple[str, str, str], ...]:
    """The pairs of different types that may name one act, with an example.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    text = (files("dateline.merge") / "data" / "type_pairs.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            parts = line.split("\t")
            if len(parts) != 3 or parts[0] not in _numbers() or parts[1] not in _numbers():
                raise DatelineError("E311", "merge/data/type_pairs.tsv", line)
            rows.append((parts[0], parts[1], parts[2]))
    return tuple(rows)


@cache
def compatible() -> np.ndarray:
    """``[types, types]`` of bool: the same type, or a pair of the table; symmetric."""
    import numpy as np

    table = np.eye(len(type_names()), dtype=bool)
    for first, second, _ in pair_rows():
        one, other = number_of(first), number_of(second)
        table[one, other] = table[other, one] = True
    return table
