"""What is known of each mention alone, laid out for comparing pairs: worked out once a mention and not once a pair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from dateline.merge.columns import NO_DAY, Columns
from dateline.merge.types import number_of, type_names

if TYPE_CHECKING:
    import numpy as np


@cache
def type_table(names: tuple[str, ...]) -> np.ndarray:
    """``[types]`` of bool: which types are among the names."""
    import numpy as np

    table = np.zeros(len(type_names()), dtype=bool)
    table[[number_of(name) for name in names]] = True
    return table


class Facts:
    """Columns of several values as rows ``[width, n]`` without what is empty in all mentions, and what follows from them.

    Args:
        columns: the mentions.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._rows: dict[str, np.ndarray] = {}
        self._sizes: dict[str, np.ndarray] = {}

    def __len__(self) -> int:
        return len(self.columns)

    def one(self, name: str) -> np.ndarray:
        """A column of one value, ``[n]``."""
        column: np.ndarray = getattr(self.columns, name)
        return column

    def wide(self, name: str, nothing: int = 0, like: str | None = None) -> np.ndarray:
        """A column of several values, ``[width, n]``.

        Args:
            name: of the column.
            nothing: what stands where there is no value.
            like: the column whose width it has, where not its own.
        """
        import numpy as np

        if name not in self._rows:
            column = getattr(self.columns, name)
            width = len(self.wide(like, nothing)) if like else int(((column != nothing).any(axis=0)).sum())
            self._rows[name] = np.ascontiguousarray(column[:, :width].T)
        return self._rows[name]

    def size(self, name: str) -> np.ndarray:
        """How many values each mention has in a column of several, ``[n]``."""
        import numpy as np

        if name not in self._sizes:
            self._sizes[name] = (self.wide(name) != 0).sum(axis=0, dtype=np.int8)
        return self._sizes[name]

    def of_types(self, *names: str) -> np.ndarray:
        """Which mentions are of one of the types, ``[n]``."""
        found: np.ndarray = type_table(names)[self.columns.type]
        return found

    @cached_property
    def squares(self) -> np.ndarray:
        """The squared weights of the stems, ``[width, n]``."""
        weights = self.wide("weights", like="stems")
        found: np.ndarray = weights * weights
        return found

    @cached_property
    def norm(self) -> np.ndarray:
        """The sum of the squared weights, ``[n]``."""
        return _added(self.squares, len(self))

    @cached_property
    def verb(self) -> np.ndarray:
        """The squared weight of the trigger's own stem, 0 where it is not among the stems, ``[n]``."""
        import numpy as np

        return _added([np.where(stem == self.columns.trigger, square, 0) for stem, square in zip(self.wide("stems"), self.squares, strict=True)], len(self))

    @cached_property
    def rest(self) -> np.ndarray:
        """The sum of the squared weights beside the trigger's own stem, ``[n]``."""
        found: np.ndarray = self.norm - self.verb
        return found

    @cached_property
    def hinted(self) -> np.ndarray:
        """Which mentions have a further day named in their sentence, ``[n]``."""
        found: np.ndarray = (self.columns.hint_first != NO_DAY).any(axis=1)
        return found


def _added(rows: Sequence[np.ndarray] | np.ndarray, size: int) -> np.ndarray:
    """The sum of rows, one after the other, so that the order of additions is the same everywhere."""
    import numpy as np

    total = np.zeros(size, dtype=np.float32)
    for row in rows:
        total += row
    return total
