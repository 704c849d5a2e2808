"""What two mentions have in common and what speaks against one act, as numbers: ``[pairs, features]``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from dateline.merge.columns import HINTS, NO_DAY, NUMBERS, PARTIES, STEMS, Columns
from dateline.merge.types import number_of

if TYPE_CHECKING:
    import numpy as np

#: Days between a dated act and an undated report of it: the edges of the classes.
LAGS: Final = (0, 2, 5, 11, 31)
#: Days between two undated reports.
GAPS: Final = (2, 5, 11, 31)
#: Days between two dates that still may be one act told with a slip or by time zone.
SLIP: Final = 1
#: Two numbers of one thing differ little up to this ratio (a death toll that rises, a count corrected).
NEAR: Final = 2.0


def _shared(one: np.ndarray, other: np.ndarray, width: int) -> np.ndarray:
    """How many codes of ``one`` stand in ``other``, both ``[pairs, width]`` with 0 for nothing."""
    import numpy as np

    found = np.zeros(len(one), dtype=np.int64)
    for column in range(width):
        mine = one[:, column]
        found += ((mine[:, None] == other).any(axis=1) & (mine != 0)).astype(np.int64)
    return found


def _size(codes: np.ndarray) -> np.ndarray:
    size: np.ndarray = (codes != 0).sum(axis=1)
    return size


class _Pairs:
    """Two mentions side by side: column ``name`` of the first and of the second."""

    def __init__(self, columns: Columns, left: np.ndarray, right: np.ndarray) -> None:
        self.columns, self.left, self.right = columns, left, right

    def both(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        column = getattr(self.columns, name)
        return column[self.left], column[self.right]


Features = dict[str, "np.ndarray"]


def _types(pairs: _Pairs, out: Features) -> None:
    import numpy as np

    one, other = pairs.both("type")
    out["type same"] = one == other
    speech = np.isin(one, [number_of(name) for name in ("ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT")])
    out["type speech"] = speech
    out["type consult"] = (one == other) & (one == number_of("CONSULT"))
    out["type force"] = (one == other) & (one == number_of("ASSAULT"))


def _roles(pairs: _Pairs, out: Features) -> None:
    import numpy as np

    for role in ("actors", "recipients"):
        one, other = pairs.both(role)
        a, b, n = _size(one), _size(other), _shared(one, other, PARTIES)
        known = (a > 0) & (b > 0)
        out[f"{role} equal"] = known & (n == a) & (n == b)
        out[f"{role} overlap"] = known & (n > 0) & ((n != a) | (n != b))
        out[f"{role} differ"] = known & (n == 0)
    actors, recipients = pairs.both("actors"), pairs.both("recipients")
    parties = [np.concatenate([pairs.columns.actors[side], pairs.columns.recipients[side]], axis=1) for side in (pairs.left, pairs.right)]
    nobody = (_size(parties[0]) == 0) & (_size(parties[1]) == 0)
    out["share a party"] = nobody | (_shared(parties[0], parties[1], 2 * PARTIES) > 0)
    crossed = (_shared(actors[0], recipients[1], PARTIES) > 0) & (_shared(recipients[0], actors[1], PARTIES) > 0)
    out["parties crossed"] = crossed & out["actors differ"]
    out["only recipients differ"] = out["recipients differ"] & ~out["actors differ"]
    out["only actors differ"] = out["actors differ"] & ~out["recipients differ"]


def _gap(first: np.ndarray, last: np.ndarray, other_first: np.ndarray, other_last: np.ndarray) -> np.ndarray:
    """Days between two intervals, 0 where they overlap."""
    import numpy as np

    gap: np.ndarray = np.maximum(0, np.maximum(first - other_last, other_first - last))
    return gap


def _dates(pairs: _Pairs, out: Features) -> None:
    import numpy as np

    (a1, b1), (a2, b2), (ap, bp) = pairs.both("first"), pairs.both("last"), pairs.both("published")
    has_a, has_b = a1 != NO_DAY, b1 != NO_DAY
    gap = _gap(a1, a2, b1, b2)
    both = has_a & has_b
    out["dates same day"] = both & (gap == 0)
    out["dates one day apart"] = both & (gap > 0) & (gap <= SLIP)
    out["dates few days apart"] = both & (gap > SLIP) & (gap <= 3)
    out["dates apart"] = both & (gap > 3)
    one = (has_a ^ has_b) & (ap != NO_DAY) & (bp != NO_DAY)
    lag = np.where(has_a, bp - a1, ap - b1)
    out["report before act"] = one & (lag < LAGS[0])
    for low, high in zip(LAGS, (*LAGS[1:], 10**9), strict=True):
        out[f"report {low} days after act"] = one & (lag >= low) & (lag < high)
    none = ~has_a & ~has_b
    apart = abs(ap - bp)
    for low, high in zip((0, *GAPS), (*GAPS, 10**9), strict=True):
        out[f"undated reports {low} days apart"] = none & (apart >= low) & (apart < high)


def _hints(pairs: _Pairs, out: Features) -> None:
    """Days that one sentence names beside the date of the other mention."""
    import numpy as np

    match = np.zeros(len(pairs.left), dtype=bool)
    clash = np.zeros(len(pairs.left), dtype=bool)
    columns = pairs.columns
    undated = (columns.first[pairs.left] == NO_DAY) & (columns.first[pairs.right] == NO_DAY)
    meet = np.zeros(len(pairs.left), dtype=bool)
    named = np.ones(len(pairs.left), dtype=bool)
    for side in (pairs.left, pairs.right):
        named &= (columns.hint_first[side] != NO_DAY).any(axis=1)
    for i in range(HINTS):
        for j in range(HINTS):
            low, high = columns.hint_first[pairs.left, i], columns.hint_last[pairs.left, i]
            low2, high2 = columns.hint_first[pairs.right, j], columns.hint_last[pairs.right, j]
            meet |= (low != NO_DAY) & (low2 != NO_DAY) & (_gap(low, high, low2, high2) == 0)
    out["named days meet"] = undated & named & meet
    out["named days do not meet"] = undated & named & ~meet
    for mine, yours in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        first, last = pairs.columns.first[yours], pairs.columns.last[yours]
        undated = (pairs.columns.first[mine] == NO_DAY) & (first != NO_DAY)
        any_hint = np.zeros(len(mine), dtype=bool)
        fits = np.zeros(len(mine), dtype=bool)
        for index in range(HINTS):
            low, high = pairs.columns.hint_first[mine, index], pairs.columns.hint_last[mine, index]
            any_hint |= low != NO_DAY
            fits |= (low != NO_DAY) & (_gap(low, high, first, last) == 0)
        match |= undated & fits
        clash |= undated & any_hint & ~fits
    out["named day fits"] = match
    out["named day does not fit"] = clash


def _places(pairs: _Pairs, out: Features) -> None:
    (a, b), (ca, cb) = pairs.both("place"), pairs.both("place_country")
    known = (a != 0) & (b != 0)
    whole = (a == ca) | (b == cb)  # a country named as place fits every place in it
    out["place same"] = known & (a == b) & (a != ca)
    out["place country"] = known & (ca == cb) & (ca != 0) & whole
    out["place differs in country"] = known & (a != b) & (ca == cb) & ~whole
    out["place differs"] = known & (a != b) & (ca != cb)


def _numbers(pairs: _Pairs, out: Features) -> None:
    import numpy as np

    (ca, cb), (va, vb) = pairs.both("counts"), pairs.both("values")
    equal = np.zeros(len(ca), dtype=bool)
    near, far, other = equal.copy(), equal.copy(), equal.copy()
    for i in range(NUMBERS):
        for j in range(NUMBERS):
            known = (ca[:, i] != 0) & (cb[:, j] != 0)
            same = known & (ca[:, i] == cb[:, j])
            low, high = np.minimum(va[:, i], vb[:, j]), np.maximum(va[:, i], vb[:, j])
            equal |= known & (low == high) & (same | (low > 2))
            near |= same & (low != high) & (high <= NEAR * low)
            far |= same & (high > NEAR * low)
            other |= known & ~same
    out["number same"] = equal
    out["number near"] = near & ~equal
    out["number far"] = far & ~near & ~equal
    out["number of other things"] = other & ~equal & ~near & ~far


def _manner(pairs: _Pairs, out: Features) -> None:
    planned, negated = pairs.both("planned"), pairs.both("negated")
    out["one planned"] = planned[0] != planned[1]
    out["one negated"] = negated[0] != negated[1]
    a, b = pairs.both("ordinal")
    out["ordinal same"] = (a == b) & (a > 0)
    out["ordinal differs"] = (a != b) & (a > 0) & (b > 0)
    out["ordinal of a repetition"] = ((a > 1) & (b == 0)) | ((b > 1) & (a == 0))
    document, sentence = pairs.both("document"), pairs.both("sentence")
    same = document[0] == document[1]
    out["same sentence"] = same & (sentence[0] == sentence[1])
    out["same document"] = same & ~out["same sentence"]
    side = pairs.both("side")
    out["sides differ"] = (side[0] != side[1]) & (side[0] > 0) & (side[1] > 0)


def _wording(pairs: _Pairs, out: Features) -> None:
    import numpy as np

    (sa, sb), (wa, wb) = pairs.both("stems"), pairs.both("weights")
    common = np.zeros(len(sa), dtype=np.float32)
    for column in range(STEMS):
        mine = sa[:, column]
        hit = (mine[:, None] == sb).any(axis=1) & (mine != 0)
        common += np.where(hit, wa[:, column] ** 2, 0).astype(np.float32)
    norm = np.sqrt((wa**2).sum(axis=1) * (wb**2).sum(axis=1))
    alike = common / np.maximum(norm, 1e-6)
    out["wording"] = alike
    out["wording close"] = np.maximum(0, alike - 0.5)
    na, nb = pairs.both("names")
    shared = _shared(na, nb, na.shape[1])
    out["names shared"] = np.minimum(shared, 2)
    out["names differ"] = (shared == 0) & (_size(na) > 0) & (_size(nb) > 0)
    ta, tb = pairs.both("trigger")
    out["trigger same"] = ta == tb
    out["trigger in the other"] = ((ta[:, None] == sb).any(axis=1) | (tb[:, None] == sa).any(axis=1)) & (ta != tb)


_MAKERS: Final[tuple[Callable[[_Pairs, Features], None], ...]] = (
    _types, _roles, _dates, _hints, _places, _numbers, _manner, _wording,
)  # fmt: skip

#: Features that decide by themselves or hold for how the gold was drawn up; none of them is learned. The gold lists an act
#: once a document, so that "same document" would learn that a document never tells of an act twice.
UNLEARNED: Final = ("share a party", "same sentence", "same document", "sides differ", "one negated")


def excluded(features: Mapping[str, np.ndarray]) -> np.ndarray:
    """Pairs that cannot be one act ``[pairs]``.

    Told days more than a day apart; two types in one sentence (each act is coded once); one told to have happened and
    one told not to; actors of one country on different sides (a government and its rebels).
    """
    apart = features["dates apart"] | features["dates few days apart"]
    within = features["same sentence"] & ~features["type same"]
    found: np.ndarray = apart | within | features["one negated"] | (features["sides differ"] & ~features["actors differ"])
    return found


def pair_features(columns: Columns, left: np.ndarray, right: np.ndarray) -> Mapping[str, np.ndarray]:
    """Features of pairs by name, each ``[pairs]``.

    Args:
        columns: of all mentions.
        left: ``[pairs]``, index of one mention.
        right: ``[pairs]``, index of the other.
    """
    out: Features = {}
    pairs = _Pairs(columns, left, right)
    for make in _MAKERS:
        make(pairs, out)
    return out
