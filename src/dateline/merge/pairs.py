"""Two mentions side by side, and what many features ask of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateline.merge.columns import NO_DAY
from dateline.merge.facts import Facts

if TYPE_CHECKING:
    import numpy as np

Features = dict[str, "np.ndarray"]
Known = Mapping[str, "np.ndarray"]


def shared_of(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """How many codes of ``one`` stand in ``other``, both ``[width, pairs]`` with 0 for nothing."""
    import numpy as np

    found = np.zeros(one.shape[1], dtype=np.int8)
    for mine in one:
        found += stands_in(mine, other)
    return found


def stands_in(mine: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether each code ``[pairs]`` is something and stands in ``other`` ``[width, pairs]``."""
    import numpy as np

    hit: np.ndarray = np.logical_or.reduce(other == mine, axis=0)
    hit &= mine != 0
    return hit


class Pairs:
    """Two mentions side by side."""

    def __init__(self, facts: Facts, left: np.ndarray, right: np.ndarray) -> None:
        self.facts, self.left, self.right = facts, left, right

    def __len__(self) -> int:
        return len(self.left)

    def of(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What the first and the second have of ``[n]`` or ``[width, n]`` values of all mentions."""
        return values.take(self.left, axis=-1), values.take(self.right, axis=-1)

    def both(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Column ``name`` of the first and of the second, ``[pairs]``."""
        return self.of(self.facts.one(name))

    def wide(self, name: str, nothing: int = 0, like: str | None = None) -> tuple[np.ndarray, np.ndarray]:
        """A column of several values, ``[width, pairs]``; what is empty in all mentions is left out."""
        return self.of(self.facts.wide(name, nothing, like))

    def sizes(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """How many values the two have in a column of several, ``[pairs]``."""
        return self.of(self.facts.size(name))

    def some(self, rows: np.ndarray) -> Pairs:
        """The pairs at some places."""
        return Pairs(self.facts, self.left[rows], self.right[rows])


def first_of(pairs: Pairs, names: tuple[str, ...]) -> np.ndarray:
    """Whether the first mention is of one of the types."""
    found: np.ndarray = pairs.facts.of_types(*names).take(pairs.left)
    return found


def is_planned(pairs: Pairs) -> np.ndarray:
    """Whether one of the two tells of what is to come, ``[pairs]``."""
    a, b = pairs.both("planned")
    found: np.ndarray = (a > 0) | (b > 0)
    return found


def of_one_cast(out: Features) -> np.ndarray:
    """Whether the two share a party and name no other one in a role in which both name somebody."""
    apart = out["actors overlap"] | out["actors differ"] | out["recipients overlap"] | out["recipients differ"]
    found: np.ndarray = ~apart & out["share a party"]
    return found


def day_or(days: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Days, or others where there is none."""
    import numpy as np

    found: np.ndarray = np.where(days != NO_DAY, days, others)
    return found
