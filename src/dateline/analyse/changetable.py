"""Change points of every series of a table."""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.analyse.changes import change_points

#: Columns of a series in which changes are looked for, and whether they are counts.
MEASURES: Final = (("n", True), ("score_sum", False))
_SCHEMA: Final = pa.schema(
    [("dataset", pa.string()), ("actor", pa.string()), ("recipient", pa.string()), ("measure", pa.string()), ("start", pa.date32()),
     ("low", pa.date32()), ("high", pa.date32()), ("probability", pa.float64()), ("before", pa.float64()), ("after", pa.float64())]
)  # fmt: skip


def change_table(series: pa.Table, length: int) -> pa.Table:
    """The change points of a zero-filled series.

    Args:
        series: a table of :func:`dateline.analyse.series.series`.
        length: periods of each party.

    Returns:
        ``dataset, actor, recipient, measure`` (``n`` or ``score_sum``), ``start`` (first day of the first period after the change), ``low`` and ``high`` (95%
        interval of it), ``probability``, and the mean by period ``before`` and ``after``.
    """
    rows = []
    start = np.asarray(series["start"])
    for name, counts in MEASURES:
        values = np.asarray(series[name], float)
        for first in range(0, series.num_rows, max(length, 1)):
            keys = {key: series[key][first].as_py() for key in ("dataset", "actor", "recipient")}
            for change in change_points(values[first : first + length], counts=counts):
                days = {key: start[first + at].astype("datetime64[D]").item() for key, at in (("start", change.at), ("low", change.low), ("high", change.high))}
                rows.append({**keys, "measure": name, **days, "probability": change.probability, "before": change.before, "after": change.after})
    rows.sort(key=lambda row: (row["dataset"], row["actor"], row["recipient"], row["measure"], row["start"]))
    return pa.Table.from_pylist(rows, schema=_SCHEMA)
