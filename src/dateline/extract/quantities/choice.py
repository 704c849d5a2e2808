"""What each quantity of a text counts, by weighed evidence: a conditional logit over the classes that its unit allows.

The weights of ``extract/data/quantities.tsv`` are written by ``scripts/train_quantities.py``; the class by the rules of :mod:`kinds` is one of
the features.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from typing import Final

from dateline.extract.quantities.evidence import NONE, OF_ONE, Before, Evidence, gathered
from dateline.extract.quantities.fates import untold
from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.settled import settled
from dateline.weights import read_weights

#: Units of what classes count, for a number that has neither unit nor noun.
_THINGS: Final = frozenset({"weapons", "support", "oppose", "undecided"})
_GIVEN: Final = "aid"


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of features: those of an option alone by option and feature, and all by name."""

    alone: Mapping[str, Mapping[str, float]]
    named: Mapping[str, float]

    @classmethod
    def of(cls, named: Mapping[str, float]) -> Table:
        """From weights by the names that features have in the package's table."""
        alone: dict[str, dict[str, float]] = {}
        for feature, weight in named.items():
            option, mark, rest = feature.partition(OF_ONE)
            if mark:
                alone.setdefault(option, {})[rest] = weight
        return cls(alone, named)

    def score(self, option: str, found: Evidence) -> float:
        """The weight of the evidence for an option."""
        alone = self.alone.get(option, {})
        return sum(map(alone.get, found.plain, repeat(0.0))) + sum(map(self.named.get, found.own[option], repeat(0.0)))


@lru_cache(maxsize=1)
def weights() -> Table:
    """The package's weights of features.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    return Table.of(read_weights("dateline.extract", "quantities.tsv"))


def choose(text: str, found: Sequence[FoundQuantity], table: Table | None = None, *, rules: bool = True) -> list[FoundQuantity]:
    """The quantities with the likeliest class each, in text order; one that follows another is judged by what that counts.

    Args:
        text: the text searched.
        found: its quantities with their classes by the rules.
        table: weights of features, the package's own where ``None``.
        rules: whether the class by the rules is evidence.
    """
    table = weights() if table is None else table
    out: list[FoundQuantity] = []
    barred = untold(text) if found else frozenset()
    for index, quantity in enumerate(found):
        given = gathered(text, quantity, Before(found[index - 1], out[-1].counts) if out else None, rules=rules)
        scores = {name: table.score(name, given) for name in given.own if name not in barred}
        best = max(scores, key=lambda name: (scores[name], name))
        counts = settled(text, quantity, out[-1] if out else None, None if best == NONE else best)
        out.append(_classed(quantity, counts, out))
    return out


def _classed(quantity: FoundQuantity, counts: str | None, earlier: Sequence[FoundQuantity]) -> FoundQuantity:
    """The quantity with its class, and a bare number with the unit that goes with it."""
    unit = quantity.unit
    if unit is None and counts == _GIVEN:
        unit = next((one.unit for one in reversed(earlier) if one.counts == counts), None)
    elif unit is None and counts is not None:
        unit = "items" if counts in _THINGS else "persons"
    return replace(quantity, counts=counts, unit=unit)
