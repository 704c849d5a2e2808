"""Which pairs of mentions are compared at all, found by sorting and not by trying all pairs.

Two mentions are compared where their types may name one act, and they share a party, four weeks and one more thing: the type
(alone or with another party), the day, the place, a name, the trigger or one of the rarest words. The time of a statement is
the day it gives, or the weeks before it was published (months, where it comes back to an act). Only where such a block is crowded do the other statements in it count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.merge.columns import NO_DAY, Columns, code
from dateline.merge.types import compatible

if TYPE_CHECKING:
    import numpy as np

#: Days of a time slice.
SLICE: Final = 28
#: How far an undated statement may look back or, where the act is planned, ahead. Ten weeks hold every open gold mention.
LOOK_BACK: Final = 70
#: Days by which two dates of one act may differ by a slip or by time zone.
SLIP: Final = 1
#: How far back one that comes back to an act looks for it ("the embassy that was attacked in the spring").
LOOK_FAR_BACK: Final = 196
#: Slices of one statement; a date that spans more (a year) counts at its end.
MOST_SLICES: Final = 4
#: Slices of a statement that comes back to an act.
FAR_SLICES: Final = LOOK_FAR_BACK // SLICE + 1
#: The slice of statements without any date.
TIMELESS: Final = -1
#: Rarest stems of a statement that find others.
KEY_STEMS: Final = 4
#: Names of a statement that find others.
KEY_NAMES: Final = 4
#: Members of a block up to which all its pairs are compared. A larger one (hundreds of statements on one party with one word in
#: four weeks) is compared by type, day and trigger only, else cost would grow with the square of the news.
MOST_MEMBERS: Final = 250
#: Blocks up to this size are paired together by shifting, larger ones by themselves; and how many neighbours count in a block
#: that is too large.
_SHIFTED: Final = 24
#: Stands for the party of statements whose parties are all unknown.
NOBODY: Final = code("\0nobody")


def windows(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """First and last day ``[n]`` on which each act may have taken place; ``NO_DAY`` where nothing is known."""
    import numpy as np

    dated, told = columns.first != NO_DAY, columns.published != NO_DAY
    planned = columns.planned > 0
    low = np.where(dated, columns.first - SLIP, columns.published - np.where(columns.retold > 0, LOOK_FAR_BACK, LOOK_BACK))
    high = np.where(dated, columns.last + SLIP, columns.published + np.where(planned, LOOK_BACK, 0))
    known = dated | told
    return np.where(known, low, NO_DAY), np.where(known, high, NO_DAY)


def slices(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """First and last time slice ``[n]`` of each mention."""
    import numpy as np

    low, high = windows(columns)
    known = high != NO_DAY
    most = np.where(columns.retold > 0, FAR_SLICES, MOST_SLICES)
    last = np.where(known, high // SLICE, TIMELESS)
    return np.where(known, np.maximum(low // SLICE, last - most + 1), TIMELESS), last


def parties(columns: Columns) -> np.ndarray:
    """The parties of each mention ``[n, k]`` in either role, each once; those without any have ``NOBODY``."""
    import numpy as np

    both = np.sort(np.concatenate([columns.actors, columns.recipients], axis=1), axis=1)
    both[:, 1:][both[:, 1:] == both[:, :-1]] = 0
    both[(both == 0).all(axis=1), 0] = NOBODY
    both = -np.sort(-both, axis=1)
    width = max(1, int((both != 0).sum(axis=1).max(initial=1)))
    return both[:, :width]


def _mixed(one: np.ndarray, other: np.ndarray | int) -> np.ndarray:
    """A 64-bit number for two codes (the multiplier is that of Fibonacci hashing)."""
    import numpy as np

    factor = np.uint64(0x9E3779B97F4A7C15)
    found: np.ndarray = (np.asarray(one).astype(np.uint64) * factor) ^ (np.asarray(other).astype(np.uint64) + factor)
    return found * factor


def subkeys(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """What finds others beside party and time: keys ``[n, k]`` of uint64 and which of them exist."""
    import numpy as np

    others = parties(columns)
    parts = [
        (np.where(columns.first != NO_DAY, columns.first, 0), 1),
        (columns.place, 2),
        (columns.trigger, 3),
        (columns.type + 1, 5),
        *((columns.names[:, index], 4) for index in range(KEY_NAMES)),
        *((columns.stems[:, index], 3) for index in range(KEY_STEMS)),
    ]
    keys = [_mixed(values, kind) for values, kind in parts]
    exists = [values != 0 for values, _ in parts]
    for index in range(others.shape[1]):
        keys.append(_mixed(others[:, index], _mixed(columns.type, 6)))
        exists.append(others[:, index] != 0)
    return np.stack(keys, axis=1), np.stack(exists, axis=1)


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Memberships sorted by key: ``rows[edges[i]:edges[i + 1]]`` are the members of block ``i``."""

    keys: np.ndarray
    rows: np.ndarray
    edges: np.ndarray

    @classmethod
    def of(cls, keys: np.ndarray, rows: np.ndarray) -> _Blocks:
        import numpy as np

        order = np.lexsort((rows, keys))
        keys, rows = keys[order], rows[order]
        fresh = np.concatenate([[True], (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])])  # a stem that is a trigger too
        keys, rows = keys[fresh], rows[fresh]
        return cls(keys, rows, np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1], [True]])))

    @property
    def sizes(self) -> np.ndarray:
        import numpy as np

        return np.diff(self.edges)

    def members(self, block: int) -> np.ndarray:
        return self.rows[self.edges[block] : self.edges[block + 1]]


def _block_pairs(blocks: _Blocks, finer: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of rows in a block; ``finer`` ``[n]`` are further keys for blocks that are crowded."""
    import numpy as np

    keys, rows, sizes = blocks.keys, blocks.rows, blocks.sizes
    size_of = np.repeat(sizes, sizes)
    left, right = [], []
    for shift in range(1, _SHIFTED):
        hit = np.flatnonzero((keys[shift:] == keys[:-shift]) & (size_of[shift:] <= _SHIFTED))
        left.append(rows[hit])
        right.append(rows[hit + shift])
    for block in np.flatnonzero(sizes > _SHIFTED).tolist():
        for one, other in _large_block(blocks.members(block), finer):
            left.append(one)
            right.append(other)
    return np.concatenate(left), np.concatenate(right)


def _large_block(members: np.ndarray, finer: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    import numpy as np

    if len(members) <= MOST_MEMBERS:
        one, other = np.triu_indices(len(members), 1)
        yield members[one], members[other]
        return
    order = np.lexsort((members, finer[members]))
    members = members[order]
    same = finer[members]
    for shift in range(1, _SHIFTED):
        hit = np.flatnonzero(same[shift:] == same[:-shift])
        yield members[hit], members[hit + shift]


def time_slices(columns: Columns) -> Iterator[tuple[int, np.ndarray]]:
    """Each time slice of two mentions and more, and the rows of its mentions in order."""
    import numpy as np

    low, high = slices(columns)
    for number in np.unique(np.concatenate([np.unique(np.minimum(low + step, high)) for step in range(FAR_SLICES)])):
        inside = np.flatnonzero((low <= number) & (number <= high)).astype(np.int32)
        if len(inside) > 1:
            yield int(number), inside


def _blocks(columns: Columns) -> _Blocks:
    """The blocks of mentions of one time slice."""
    return _Blocks.of(*_memberships(parties(columns), *subkeys(columns)))


def pairs_in_slice(
    columns: Columns, number: int, among: np.ndarray | None = None, both: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs to compare of the mentions of a time slice, save those that are in a later slice together, too.

    Args:
        columns: the mentions of the slice, in the order of their ids.
        number: of the slice.
        among: ``[n]`` of bool; only pairs with at least one of these, where given.
        both: only pairs of two of these.
    """
    import numpy as np

    finer = _mixed(_mixed(columns.type, columns.trigger), columns.first + 1)
    high = slices(columns)[1]
    left, right = _block_pairs(_blocks(columns), finer)
    left, right = np.minimum(left, right), np.maximum(left, right)
    kept = np.minimum(high[left], high[right]) == number
    kept &= compatible()[columns.type[left], columns.type[right]]
    if among is not None:
        kept &= (among[left] & among[right]) if both else (among[left] | among[right])
    size = len(columns)
    number_type = np.uint32 if size < 2**16 else np.uint64  # the narrower one sorts in half the time
    pairs = np.sort(left[kept].astype(number_type) * number_type(size) + right[kept].astype(number_type))
    pairs = pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])] if len(pairs) else pairs
    return (pairs // number_type(size)).astype(np.int32), (pairs % number_type(size)).astype(np.int32)


def candidate_pairs(
    columns: Columns, among: np.ndarray | None = None, both: bool = False
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs of mentions to compare, slice by slice, each pair once, ``left < right``; arguments as of :func:`pairs_in_slice`."""
    for number, rows in time_slices(columns):
        left, right = pairs_in_slice(columns.take(rows), number, None if among is None else among[rows], both)
        yield rows[left], rows[right]


def crowded(columns: Columns, among: np.ndarray) -> np.ndarray:
    """Mentions ``[n]`` of bool in a crowded block with one of ``among``: what is compared with what may change for them."""
    import numpy as np

    found = np.zeros(len(columns), dtype=bool)
    for _, rows in time_slices(columns):
        blocks = _blocks(columns.take(rows))
        for block in np.flatnonzero(blocks.sizes >= MOST_MEMBERS).tolist():  # one that lost its last member too many counts
            members = rows[blocks.members(block)]
            if among[members].any():
                found[members] = True
    return found


def _memberships(who: np.ndarray, what: np.ndarray, exists: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A key for each party of a mention with each of its subkeys, and the mention's row."""
    import numpy as np

    keys, rows = [], []
    for party in range(who.shape[1]):
        for part in range(what.shape[1]):
            have = np.flatnonzero((who[:, party] != 0) & exists[:, part])
            keys.append(_mixed(what[have, part], who[have, party]))
            rows.append(have.astype(np.int32))
    return np.concatenate(keys), np.concatenate(rows)
