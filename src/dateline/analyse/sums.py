"""What is summed over the acts of each cell: codings that nobody checked, and what people know of the others."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]

#: What a coding at confidence 1 counts as. The calibration's highest step is 1 as all of its 225 codings were right; Jeffreys' estimate of the share that is
#: wrong is 0.5 / 226. Without it a party's acts at confidence 1 have a mean score and a share without any error.
SUREST: Final = 0.998


@dataclass(frozen=True, slots=True)
class Sums:
    """Per cell and coded type, shape (cells, types): number of codings ``n`` and the sums of :class:`dateline.store.acts.Cells`.

    Those of the codings that nobody checked, in documents that nobody read whole; ``checked`` are the others.
    """

    n: Array
    p: Array
    pp: Array
    ps: Array
    pss: Array
    pps: Array
    ppss: Array
    checked: Checked | None = field(default=None, kw_only=True)

    @property
    def counted(self) -> Array:
        """How many acts are counted, checked ones with the others."""
        one = self.checked
        return self.n if one is None else self.n + one.whole.n + one.found.n + one.known.n

    def plus(self, other: Sums) -> Sums:
        """Both together."""
        return replace(self, **{name: getattr(self, name) + getattr(other, name) for name in NAMES})


@dataclass(frozen=True, slots=True)
class Checked:
    """What people know of the acts of each cell.

    Attributes:
        whole: codings that nobody checked, in documents that a person read whole: none may be right, but no act beside them was missed.
        found: acts that the coder found and a person confirmed or corrected, in documents that nobody read whole: others were missed beside them.
        known: such acts in documents read whole, and those that a person added: they stand for themselves alone.
    """

    whole: Sums
    found: Sums
    known: Sums


#: The sums of codings.
NAMES: Final = tuple(one.name for one in fields(Sums) if one.name != "checked")


def certain(n: Array, s: Array, ss: Array) -> Sums:
    """The sums of so many acts that are known, with the sums of their scores and of the squares of these."""
    return Sums(n, n, n, s, ss, s, ss)


def doubted(sums: Sums) -> Sums:
    """The sums with the confidence of each coding that nobody checked lowered by a share, so that none is certain: see :data:`SUREST`."""
    first = {name: getattr(sums, name) * SUREST for name in ("p", "ps", "pss")}
    second = {name: getattr(sums, name) * SUREST**2 for name in ("pp", "pps", "ppss")}
    checked = None if sums.checked is None else replace(sums.checked, whole=doubted(sums.checked.whole))
    return Sums(sums.n, **first, **second, checked=checked)


def no_sums(like: Array) -> Sums:
    """The sums of no coding."""
    return Sums(*(np.zeros_like(like, float) for _ in NAMES))
