"""Tables of fitted weights among the package's data, for the stages that weigh features."""

from __future__ import annotations

from importlib.resources import files

from dateline.errors import DatelineError


def read_weights(package: str, name: str) -> dict[str, float]:
    """A table of weights: a header, then lines of a feature, a tab and its weight.

    Args:
        package: the package whose ``data`` folder holds the table.
        name: its file name.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    table: dict[str, float] = {}
    text = (files(package) / "data" / name).read_text("utf-8")
    for number, line in enumerate(text.splitlines()[1:], 2):
        feature, tab, value = line.partition("\t")
        if not tab:
            raise DatelineError("E311", f"{name}, line {number}", "a name, a tab and a weight are expected")
        try:
            table[feature] = float(value)
        except ValueError as error:
            raise DatelineError("E311", f"{name}, line {number}", f"{value!r} is no weight") from error
    return table
