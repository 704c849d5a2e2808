"""The genders of given names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from dateline.errors import DatelineError


@lru_cache(maxsize=1)
def genders() -> Mapping[str, str]:
    """Lower-case given names that are nearly always of one gender, with it (``m`` or ``f``).

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    table: dict[str, str] = {}
    text = (files("dateline.resolve") / "data" / "given_names.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines()[1:], 2):
        name, _, value = line.partition("\t")
        if value not in {"m", "f"}:
            raise DatelineError("E311", f"given_names.tsv, line {number}", f"{value!r} is neither m nor f")
        table[name] = value
    return table
