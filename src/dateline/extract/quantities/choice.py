"""What each quantity of a text counts, by weighed evidence: a conditional logit over the classes that its unit allows.

The weights of ``extract/data/quantities.tsv`` are written by ``scripts/train_quantities.py``; the class by the rules of :mod:`kinds` is one of
the features.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Final

from dateline.extract.quantities.evidence import NONE, Before, evidence
from dateline.extract.quantities.found import FoundQuantity

#: Units of what classes count, for a number that has neither unit nor noun.
_THINGS: Final = frozenset({"weapons", "support", "oppose", "undecided"})
_GIVEN: Final = "aid"


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The package's weights of features."""
    rows = (files("dateline.extract") / "data" / "quantities.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {feature: float(weight) for feature, weight in (row.split("\t") for row in rows)}


def choose(text: str, found: Sequence[FoundQuantity], table: Mapping[str, float] | None = None) -> list[FoundQuantity]:
    """The quantities with the likeliest class each, in text order; one that follows another is judged by what that counts.

    Args:
        text: the text searched.
        found: its quantities with their classes by the rules.
        table: weights of features, the package's own where ``None``.
    """
    table = weights() if table is None else table
    out: list[FoundQuantity] = []
    for index, quantity in enumerate(found):
        before = Before(found[index - 1], out[-1].counts) if out else None
        scores = {name: score(features, table) for name, features in evidence(text, quantity, before).items()}
        best = max(scores, key=lambda name: (scores[name], name))
        out.append(_classed(quantity, None if best == NONE else best, out))
    return out


def score(features: Iterable[str], table: Mapping[str, float]) -> float:
    """Sum of the weights of features, each counted once."""
    return sum(table.get(name, 0.0) for name in dict.fromkeys(features))


def _classed(quantity: FoundQuantity, counts: str | None, earlier: Sequence[FoundQuantity]) -> FoundQuantity:
    """The quantity with its class, and a bare number with the unit that goes with it."""
    unit = quantity.unit
    if unit is None and counts == _GIVEN:
        unit = next((one.unit for one in reversed(earlier) if one.counts == counts), None)
    elif unit is None and counts is not None:
        unit = "items" if counts in _THINGS else "persons"
    return replace(quantity, counts=counts, unit=unit)
