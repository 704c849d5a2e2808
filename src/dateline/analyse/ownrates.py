"""Error rates that a user has measured on an own corpus: the confusion table of ``dateline evaluate GOLD --rates FILE``.

A small gold file says little of a type that it has five times, and nothing of one that it does not have: a rate of misses without an act behind it has no
finite expectation of ``1 / (1 - m)``. So the own counts are added to those of the package's table, which stand for :data:`ACTS_OF_OURS` acts of each type
(a conjugate prior; A. Gelman and others, *Bayesian Data Analysis*, 3rd ed. 2013, ch. 2.4 and 5): own rates where there are many own acts, the package's where
there are none. How many codings are right is another matter, which needs no gold act: :mod:`dateline.analyse.ownprecision`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from dateline.analyse.errormodel import NONE, parse_confusion, type_names
from dateline.analyse.ownprecision import Precision
from dateline.analyse.sums import Array
from dateline.errors import DatelineError

_HEAD: Final = "gold\tcoded\tcount"
#: Tables of earlier versions lack the fourth column.
_CONFIDENCE: Final = "confidence"
#: As so many acts of each type of an own gold file does the package's table count. A third of what it has itself of a type (62 in the median), as rates differ
#: between corpora; and enough that the number missed beside each act has a finite variance for every type (the share found times it must be above 2).
ACTS_OF_OURS: Final = 20


@dataclass(frozen=True, slots=True)
class OwnRates:
    """What a user measured: ``counts`` by (gold, coded), ``NONE`` last, and the mean confidence of the codings of each type, NaN where none is known."""

    counts: Array
    claimed: Array


def rates_table(confusion: Mapping[tuple[str, str], int], confidence: Mapping[tuple[str, str], float]) -> str:
    """The confusion of types as a table by tabs.

    Args:
        confusion: counts by (gold type, coded type), ``NONE`` for what was missed or is spurious.
        confidence: the sum of the confidences of these codings; none of what was missed, nor of a coder that gives none.
    """
    rows = (
        f"{gold}\t{coded}\t{count}\t{confidence[gold, coded]:.3f}" if (gold, coded) in confidence else f"{gold}\t{coded}\t{count}\t"
        for (gold, coded), count in sorted(confusion.items())
        if (gold, coded) != (NONE, NONE)
    )
    return "\n".join((f"{_HEAD}\t{_CONFIDENCE}", *rows)) + "\n"


def read_rates(path: str) -> Array:
    """The counts of a confusion table in a file.

    Raises:
        DatelineError: as :func:`read_own`.
    """
    return read_own(path).counts


def read_own(path: str) -> OwnRates:
    """The confusion table in a file, with the confidences of its codings where it has them.

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
    head = lines[0].rstrip().split("\t") if lines else []
    if head not in (_HEAD.split("\t"), [*_HEAD.split("\t"), _CONFIDENCE]):
        raise DatelineError("E437", path, f"its first line is not {_HEAD!r}")
    rows = [_HEAD, *lines[1:]]
    sums: dict[str, list[tuple[float, float]]] = {}
    try:
        if len(head) == 4:
            rows, sums = _apart(lines)
        counts = parse_confusion("\n".join(rows), type_names())
    except DatelineError as error:
        raise DatelineError("E437", path, error.found) from error
    if counts.min() < 0 or not counts.diagonal()[:-1].sum():
        raise DatelineError("E437", path, "no act in it was coded right" if counts.min() >= 0 else "a count below 0")
    return OwnRates(counts, np.array([_mean(sums.get(name, [])) for name in type_names()]))


def _apart(lines: list[str]) -> tuple[list[str], dict[str, list[tuple[float, float]]]]:
    """The table without its fourth column, and by coded type the counts with their sums of confidences.

    Raises:
        DatelineError: E311 where a row is malformed.
    """
    rows, sums = [_HEAD], dict[str, list[tuple[float, float]]]()
    for line in lines[1:]:
        row, _, total = line.rpartition("\t")
        rows.append(row)
        if not total.strip():
            continue
        try:
            _, coded, count = row.split("\t")
            number, confidence = int(count), float(total)
        except ValueError as error:
            raise DatelineError("E311", "rates", f"a malformed row: {line!r}") from error
        if not 0 <= confidence <= number:
            raise DatelineError("E311", "rates", f"confidences of {number} codings cannot add up to {total}: {line!r}")
        sums.setdefault(coded, []).append((number, confidence))
    return rows, sums


def _mean(sums: list[tuple[float, float]]) -> float:
    number = sum(count for count, _ in sums)
    return sum(confidence for _, confidence in sums) / number if number else float("nan")


def precision_of(own: OwnRates, ours: Array) -> Precision:
    """How right the own codings are.

    Where the confidences of the judged codings are not known, the share that was right of the package's own, on which they were calibrated, stands for them.

    Args:
        own: what the user measured.
        ours: counts of the package.
    """
    right, coded = (own.counts.diagonal()[:-1], own.counts[:, :-1].sum(axis=0))
    usual = ours.diagonal()[:-1] / np.maximum(ours[:, :-1].sum(axis=0), 1)
    return Precision.of(right, coded, np.where(np.isnan(own.claimed), usual, own.claimed))


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

    Example: ``few gold acts: CONCEDE 0, REQUEST 0, AID 5; below 20 of a type the package's own rates of missed acts weigh more than these``.
    """
    acts = sorted(((int(n), name) for name, n in zip(type_names(), counts[:-1].sum(axis=1), strict=True) if n < ACTS_OF_OURS))
    if not acts:
        return ""
    named = ", ".join(f"{name} {n}" for n, name in acts)
    return f"few gold acts: {named}; below {ACTS_OF_OURS} of a type the package's own rates of missed acts weigh more than these"
