"""Error rates that a user has measured on an own corpus: the confusion table of ``dateline evaluate GOLD --rates FILE``.

A small gold file says little of a type that it has five times, and nothing of one that it does not have: a rate of misses without an act behind it has no
finite expectation of ``1 / (1 - m)``. So the own counts are added to those of the package's table, which stand for :data:`ACTS_OF_OURS` acts of each type
(a conjugate prior; A. Gelman and others, *Bayesian Data Analysis*, 3rd ed. 2013, ch. 2.4 and 5): own rates where there are many own acts, the package's where
there are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from dateline.analyse.errormodel import Array, parse_confusion, type_names
from dateline.errors import DatelineError

_HEAD = "gold\tcoded\tcount"
#: As so many acts of each type of an own gold file does the package's table count. A third of what it has itself of a type (62 in the median), as rates differ
#: between corpora; and enough that the number missed beside each act has a finite variance for every type (the share found times it must be above 2).
ACTS_OF_OURS: Final = 20


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


def shrunk(own: Array, ours: Array) -> Array:
    """The own counts with the package's, of which each type weighs :data:`ACTS_OF_OURS` acts, and what is no act in the same proportion.

    Args:
        own: counts by (gold, coded), ``NONE`` last.
        ours: those of the package.
    """
    acts = ours[:-1].sum(axis=1)
    scale = ACTS_OF_OURS / np.maximum(acts, 1)
    return np.asarray(own + ours * np.append(scale, ACTS_OF_OURS * len(acts) / acts.sum())[:, None])


def few_acts(counts: Array) -> str:
    """Which types have fewer gold acts than the package's table counts for, for a person; empty where each has enough.

    Example: ``few gold acts: CONCEDE 0, REQUEST 0, AID 5; below 20 of a type the package's own rates weigh more than these``.
    """
    acts = sorted(((int(n), name) for name, n in zip(type_names(), counts[:-1].sum(axis=1), strict=True) if n < ACTS_OF_OURS))
    if not acts:
        return ""
    named = ", ".join(f"{name} {n}" for n, name in acts)
    return f"few gold acts: {named}; below {ACTS_OF_OURS} of a type the package's own rates weigh more than these"
