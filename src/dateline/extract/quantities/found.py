"""The values that the search for quantities passes on."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.types.value import value


@value(frozen=True, slots=True)
class FoundQuantity:
    """A number with what it counts.

    ``start``, ``end``: code points of the text searched, from the approximating word to the counted noun. ``value`` is ``None`` where
    only bounds are given: "at least nine" and "dozens" have ``low``, "up to 500" has ``high``, a range both. ``unit``: persons, items,
    percent, tons, km, days ..., an ISO 4217 code, or ``None``. ``head``: the counted noun in lower case. ``counts``: the class of what
    is counted (``ontology/data/quantities.toml``), ``None`` for all else.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    head: str | None
    approximate: bool
    counts: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What follows a number: where the phrase ends, its unit and head noun, and for a measure the noun measured."""

    end: int
    unit: str | None = None
    head: str | None = None
    measured: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A value, or bounds; ``vague`` for "dozens" and "several hundred"."""

    value: float | None
    low: float | None = None
    high: float | None = None
    vague: bool = False
