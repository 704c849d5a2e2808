"""Two-column tables of the package."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files


def rows_of(name: str) -> Iterable[tuple[int, str, str]]:
    """The rows of a table in ``resolve/data`` behind its header: line number, key, value."""
    text = (files("dateline.resolve") / "data" / name).read_text("utf-8")
    for number, line in enumerate(text.splitlines()[1:], 2):
        key, _, value = line.partition("\t")
        yield number, key, value
