"""Pairs of an act and a statement that comes back to it (:mod:`dateline.merge.retold`): a looser way to be one act, for what gives no time of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.merge.blocking import LOOK_BACK
from dateline.merge.columns import NO_DAY
from dateline.merge.pairs import Features, Known, Pairs, day_or, first_of, is_planned, of_one_cast, stands_in

if TYPE_CHECKING:
    import numpy as np

#: Share of what is said of an act that is come back to, by squared weights, that must stand in the other statement; and the least of it: "diplomats",
#: and not "soldiers". Of blows, which fall on villages and markets every week, it is "ferry", unless both give one place.
MOST_OF_IT: Final = 0.5
LEAST_TOLD: Final = 10.0
LEAST_TOLD_OF_BLOWS: Final = 24.0
BLOWS: Final = ("ASSAULT", "PROTEST")


def told_before(pairs: Pairs, out: Features, earlier: Known) -> np.ndarray:
    """Pairs of an act and a statement that comes back to it, not on an earlier day, with its parties and no other one."""
    (ra, rb), (fa, fb), (pa, pb) = pairs.both("retold"), pairs.both("first"), pairs.both("published")
    start_a, start_b = day_or(fa, pa), day_or(fb, pb)
    later = ((rb > 0) & (start_a <= pb) & (start_a != NO_DAY)) | ((ra > 0) & (start_b <= pa) & (start_b != NO_DAY))
    one_role = out["actors equal"] | out["recipients equal"]
    found: np.ndarray = later & one_role & (earlier["type same"] | _crowd_or_blow(pairs)) & ~is_planned(pairs) & ~earlier["same sentence"] & of_one_cast(out)
    return found


def _crowd_or_blow(pairs: Pairs) -> np.ndarray:
    """Pairs of which one tells as a crowd's protest what the other tells as a blow: "protesters **stormed** the embassy", "since the **attack** on the embassy"."""
    (a, b), crowd = pairs.of(pairs.facts.of_types("ASSAULT")), pairs.of(pairs.facts.of_types("PROTEST"))
    found: np.ndarray = (a & crowd[1]) | (b & crowd[0])
    return found


def told_otherwise(pairs: Pairs, out: Features, earlier: Known) -> None:
    """Of what may be told before: another place or number; a crowd's blow that is told by two types must be of one place."""
    apart = (_crowd_or_blow(pairs) & ~out["place same"]) | out["place differs"] | out["place differs in country"] | out["number far"] | out["number of other things"]
    toll_grows = first_of(pairs, ("ASSAULT",))
    out["told otherwise"] = earlier["told before"] & (apart | (out["number near"] & ~toll_grows))


def told_of_another(pairs: Pairs, out: Features, earlier: Known) -> None:
    """Of what may be told before: the words of the act that is come back to do not stand in the other statement, or say nothing."""
    import numpy as np

    asked = earlier["told before"] & ~earlier["told otherwise"]
    few = pairs.some(np.flatnonzero(asked))
    (sa, sb), (ta, tb), (wa, wb), (ra, rb) = few.wide("stems"), few.wide("told_stems"), few.wide("told_weights", like="told_stems"), few.both("retold")
    least = np.where(first_of(few, BLOWS) & ~earlier["place same"][asked], LEAST_TOLD_OF_BLOWS, LEAST_TOLD)
    fits = ((rb > 0) & _is_about(tb, wb, sa, least)) | ((ra > 0) & _is_about(ta, wa, sb, least))
    out["told of another"] = asked.copy()
    out["told of another"][asked] = ~fits
    out["long ago"] = _is_long_ago(pairs)
    out["long ago"][asked] &= ~fits


def _is_long_ago(pairs: Pairs) -> np.ndarray:
    """Pairs of which one comes back to an act and that lie further apart than others are compared: only the looser way makes them one act."""
    import numpy as np

    ra, rb = pairs.both("retold")
    found: np.ndarray = (ra > 0) | (rb > 0)
    few = pairs.some(np.flatnonzero(found))
    start_a, start_b = (day_or(first, published) for first, published in zip(few.both("first"), few.both("published"), strict=True))
    found[found] = abs(start_a - start_b) > LOOK_BACK
    return found


def _is_about(mine: np.ndarray, weights: np.ndarray, theirs: np.ndarray, least: np.ndarray) -> np.ndarray:
    """Whether most of what is said of an act stands in another statement, and is no common word."""
    import numpy as np

    shared, whole = np.zeros(mine.shape[1], dtype=np.float32), np.zeros(mine.shape[1], dtype=np.float32)
    for stem, weight in zip(mine, weights, strict=True):
        whole += weight * weight
        shared += stands_in(stem, theirs) * weight * weight
    found: np.ndarray = (shared >= least) & (shared >= MOST_OF_IT * whole)
    return found
