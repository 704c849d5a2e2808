"""Error rates that a user has measured on an own corpus: the confusion table of ``dateline evaluate GOLD --rates FILE``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dateline.analyse.errormodel import Array, parse_confusion, type_names
from dateline.errors import DatelineError

_HEAD = "gold\tcoded\tcount"


def rates_table(confusion: Mapping[tuple[str, str], int]) -> str:
    """The confusion of types as a table by tabs.

    Args:
        confusion: counts by (gold type, coded type), ``NONE`` for what was missed or is spurious.
    """
    rows = (f"{gold}\t{coded}\t{count}" for (gold, coded), count in sorted(confusion.items()) if (gold, coded) != ("NONE", "NONE"))
    return "\n".join((_HEAD, *rows)) + "\n"


def read_rates(path: str) -> Array:
    """The counts of a confusion table in a file.

    Raises:
        DatelineError: E001 or E002 where the file cannot be read, E437 where it is no text, no such table or has no act that was coded right.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except UnicodeError as error:
        raise DatelineError("E437", path, "it is no text") from error
    except (FileNotFoundError, ValueError) as error:
        raise DatelineError("E001", path) from error
    except OSError as error:
        raise DatelineError("E002", path, error.strerror) from error
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or lines[0].split("\t") != _HEAD.split("\t"):
        raise DatelineError("E437", path, f"its first line is not {_HEAD!r}")
    try:
        counts = parse_confusion("\n".join(lines), type_names())
    except DatelineError as error:
        raise DatelineError("E437", path, error.found) from error
    if counts.min() < 0 or not counts.diagonal()[:-1].sum():
        raise DatelineError("E437", path, "no act in it was coded right" if counts.min() >= 0 else "a count below 0")
    return counts
