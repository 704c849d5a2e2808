"""What a period hides in which nothing, or nothing of a kind, was coded: acts are missed there at the party's average rate over the series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dateline.analyse.errormodel import ErrorModel, missed_at_most
from dateline.analyse.sums import Array, Sums
from dateline.ontology.plover import plover


@dataclass(frozen=True, slots=True)
class Hidden:
    """By unit: ``counts``, the upper bound of each column of counts; ``low`` and ``high``, the bounds of the sum of scores of a period without acts."""

    counts: dict[str, Array]
    low: Array
    high: Array


def hidden(model: ErrorModel, sums: Sums, groups: Mapping[str, tuple[float, ...]], unit: Array, units: int, length: int) -> Hidden:
    """What the periods of each unit hide.

    The sum of scores lies between as many acts of conflict, and as many of cooperation, as are hidden with 97.5% probability, at the scores of the
    unit's own acts; where any act may be hidden, one of the more frequent side may.

    Args:
        model: the rates at which acts are missed.
        sums: of the cells that are not empty.
        groups: the columns of counts with the weight of each type; ``n`` is the one of all types.
        unit: the unit of each cell.
        units: how many there are.
        length: periods of each.
    """
    acts, scores = (np.zeros((units, part.shape[1])) for part in (sums.p, sums.ps))
    for table, part in zip((acts, scores), model.missed_by_type(sums), strict=True):
        np.add.at(table, unit, part / max(length, 1))
    counts = {name: missed_at_most(acts @ np.asarray(weights)) for name, weights in groups.items()}
    signs = np.sign([one.score for one in plover().types])
    rates = [acts[:, signs == side].sum(axis=1) for side in (-1, 1)]
    likelier = np.maximum(*rates)
    sides = []
    for side, rate in zip((-1, 1), rates, strict=True):
        score = scores[:, signs == side].sum(axis=1)
        number = np.maximum(missed_at_most(rate), (counts["n"] > 0) & (rate == likelier))
        sides.append(number * np.divide(score, rate, out=np.zeros(units), where=rate > 0))
    return Hidden(counts, *sides)
