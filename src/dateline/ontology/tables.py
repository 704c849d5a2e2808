"""The small tables of the package: tab-separated rows below a line with the names of the columns."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from dateline.errors import DatelineError


def rows_of(path: str, columns: int) -> Iterator[list[str]]:
    """The rows of a table in order; lines that start with ``#`` are comments.

    Args:
        path: where the table lies in the package ("resolve/data/regions.tsv").
        columns: how many cells a row has at least.

    Raises:
        DatelineError: E311 where a row has fewer cells.
    """
    text = files("dateline").joinpath(*path.split("/")).read_text("utf-8")
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) < columns:
            raise DatelineError("E311", f"{path}, line {number}", f"a row of {len(cells)} cells: {line!r}")
        yield cells
