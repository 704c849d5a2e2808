"""Series of dyads and monads, zero-filled, with measurement error: a table with one row for each party and period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.analyse import periods
from dateline.analyse.errormodel import (
    ErrorModel,
    Estimate,
    Measure,
    count_interval,
    error_model,
    normal_interval,
    ratio,
    type_names,
)
from dateline.analyse.hidden import Hidden, hidden
from dateline.analyse.options import By, SeriesOptions
from dateline.analyse.sums import NAMES, Array, Checked, Sums, certain, doubted
from dateline.errors import DatelineError
from dateline.ontology.plover import plover

#: Rows of a series: a million rows of 40 columns are about 300 MB, a third of what a worker may take.
MAX_ROWS: Final = 1_000_000
SUMS: Final = tuple(name for name in NAMES if name != "n")
#: Columns that cells have where people checked some of the acts, or read documents whole.
_WHOLE: Final = tuple(f"whole_{name}" for name in NAMES)
_FOUND: Final = ("found_n", "found_s", "found_ss")
_KNOWN: Final = ("known_n", "known_s", "known_ss")


def quads() -> dict[str, tuple[float, ...]]:
    """Weight of each type in each quad class, by the name of its column."""
    return {f"quad{quad.number}": tuple(float(one.quad == quad) for one in plover().types) for quad in plover().quads}


def groups(by: By) -> dict[str, tuple[float, ...]]:
    """The columns of counts with the weight of each type in them."""
    if by is By.QUAD:
        return quads()
    names = type_names()
    return {name.lower(): tuple(float(name == other) for other in names) for name in names}


@dataclass(frozen=True, slots=True)
class Keyed:
    """Cells with their unit (number in ``units``), period (number) and type (position); ``weights`` are the columns of numbers."""

    units: pa.Table
    unit: Array
    period: Array
    type: Array
    weights: dict[str, Array]

    def of(self, kept: Array, units: pa.Table) -> Keyed:
        """The same with these units only, numbered anew in their order."""
        place = np.full(self.units.num_rows, -1)
        place[kept] = np.arange(len(kept))
        rows = place[self.unit] >= 0
        weights = {name: values[rows] for name, values in self.weights.items()}
        return Keyed(units, place[self.unit][rows], self.period[rows], self.type[rows], weights)


_PLAIN: Final = ("n", "score_sum", "goldstein_sum", "goldstein_n")
_NUMBERS: Final = (*_PLAIN, "n_confident", *SUMS, *_WHOLE, *_FOUND, *_KNOWN)


def _undirected(table: pa.Table) -> pa.Table:
    swap = pa.compute.greater(table["actor"], table["recipient"])
    first = pa.compute.if_else(swap, table["recipient"], table["actor"])
    second = pa.compute.if_else(swap, table["actor"], table["recipient"])
    return table.set_column(1, "actor", first).set_column(2, "recipient", second)


def keyed(table: pa.Table, options: SeriesOptions) -> Keyed:
    """Cells as arrays; units in the order of their names, the largest ``top`` of each data set."""
    if options.undirected:
        table = _undirected(table)
    names = ["dataset", "actor", "recipient"]
    totals = table.group_by(names).aggregate([("n", "sum")]).sort_by([(name, "ascending") for name in names])
    units = totals.select(names)
    codes = [table[name].combine_chunks().dictionary_encode() for name in names]
    joint = np.zeros(table.num_rows, np.int64)
    own = np.zeros(units.num_rows, np.int64)
    for name, code in zip(names, codes, strict=True):
        size = max(len(code.dictionary), 1)
        joint = joint * size + np.asarray(code.indices)
        own = own * size + np.asarray(pa.compute.index_in(units[name], value_set=code.dictionary))
    order = np.argsort(own)
    unit = order[np.searchsorted(own, joint, sorter=order)] if len(own) else joint
    place = {name: position for position, name in enumerate(type_names())}
    types = table["type"].combine_chunks().dictionary_encode()
    kinds = np.array([place[str(name)] for name in types.dictionary.to_pylist()], np.int64)
    found = Keyed(
        units,
        unit,
        periods.numbers(np.asarray(table["start"]).astype("datetime64[D]"), options.period),
        kinds[np.asarray(types.indices)] if table.num_rows else np.zeros(0, np.int64),
        {name: np.nan_to_num(np.asarray(table[name].cast(pa.float64()).fill_null(0.0))) for name in _NUMBERS if name in table.column_names},
    )
    if options.top is None:
        return found
    sizes = np.asarray(totals["n_sum"])
    datasets = np.asarray(units["dataset"].combine_chunks().dictionary_encode().indices)
    rank = np.lexsort((np.arange(len(sizes)), -sizes, datasets))
    kept = [rank[datasets[rank] == one][: options.top] for one in np.unique(datasets)]
    chosen = np.sort(np.concatenate(kept)) if kept else np.zeros(0, np.int64)
    return found.of(chosen, units.take(pa.array(chosen)))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells that are not empty lie among all: ``cell`` per row of ``Keyed``, ``place`` of each in the zero-filled table."""

    first: int
    length: int
    cell: Array
    place: Array

    def summed(self, values: Array) -> Array:
        return np.bincount(self.cell, values, minlength=len(self.place))

    def by_type(self, values: Array, kinds: Array, types: int) -> Array:
        return np.bincount(self.cell * types + kinds, values, minlength=len(self.place) * types).reshape(-1, types)


def _grid(found: Keyed, options: SeriesOptions) -> _Grid:
    seen = found.period
    first = int(seen.min()) if len(seen) else 0
    last = int(seen.max()) if len(seen) else -1
    if options.first is not None:
        first = periods.number(options.first, options.period)
    if options.last is not None:
        last = periods.number(options.last, options.period)
    length = max(last - first + 1, 0)
    units = found.units.num_rows
    if units * length > MAX_ROWS:
        raise DatelineError("E434", f"{units:,} parties by {length:,} periods", f"{units * length:,} rows; at most {MAX_ROWS:,}")
    place, cell = np.unique(found.unit * length + (seen - first), return_inverse=True)
    return _Grid(first, length, cell, place)


def _inside(found: Keyed, options: SeriesOptions) -> Keyed:
    """Without acts that begin before the first or end after the last period, as their dates only overlap the days asked for."""
    rows = np.ones(len(found.period), bool)
    if options.first is not None:
        rows &= found.period >= periods.number(options.first, options.period)
    if options.last is not None:
        rows &= found.period <= periods.number(options.last, options.period)
    weights = {name: values[rows] for name, values in found.weights.items()}
    return replace(found, unit=found.unit[rows], period=found.period[rows], type=found.type[rows], weights=weights)


class _Columns:
    """Columns of the zero-filled table, made from values of the cells that are not empty."""

    def __init__(self, rows: int, place: Array) -> None:
        self.rows, self.place = rows, place
        self.made: dict[str, pa.Array] = {}

    def put(self, name: str, values: Array, empty: float | Array | None, known: Array | None = None) -> None:
        """``empty`` is the value of empty cells, or one for each row; where ``known`` is false the value is null, and null too of NaN."""
        full: npt.NDArray[Any] = np.full(self.rows, np.nan if empty is None else empty, values.dtype if empty is not None else float)
        full[self.place] = values
        mask = np.isnan(full) if full.dtype.kind == "f" else None
        if known is not None:
            mask = ~known if mask is None else mask | ~known
        self.made[name] = pa.array(np.round(full, 4) if full.dtype.kind == "f" else full, mask=mask)


def series(cells: pa.Table, options: SeriesOptions) -> pa.Table:
    """A series from the cells of :func:`dateline.store.acts.cells`.

    Columns: ``dataset, actor, recipient, start, n``, counts by quad class or type, ``score_sum, score_mean, goldstein_sum, goldstein_mean,
    material_conflict_share``; then, of own codings, ``X_expected, X_low, X_high`` for ``n``, the counts, ``score_sum``, ``score_mean`` and
    ``material_conflict_share`` (:mod:`dateline.analyse.errormodel`). A side that a monad leaves open is an empty text. Counts and sums of a period
    without acts are 0, means and shares null.

    Args:
        cells: counts and sums by party, period and type.
        options: period, division, days and parties.

    Raises:
        DatelineError: E434 where it would have more rows than :data:`MAX_ROWS`.
    """
    found = _inside(keyed(cells, options), options)
    grid = _grid(found, options)
    rows = found.units.num_rows * grid.length
    columns = _Columns(rows, grid.place)
    counts = grid.by_type(found.weights["n"], found.type, len(type_names()))
    _plain(columns, counts, {name: grid.summed(found.weights[name]) for name in _PLAIN}, options.by)
    own = np.repeat(np.asarray(found.units["dataset"] if rows else []) == "dateline", grid.length)
    _expected(columns, found, grid, options, own)
    repeated = found.units.take(pa.array(np.repeat(np.arange(found.units.num_rows), grid.length), pa.int64()))
    start = periods.starts(np.arange(grid.first, grid.first + grid.length, dtype=np.int64), options.period)
    table = repeated.append_column("start", pa.array(np.tile(start, found.units.num_rows)).cast(pa.date32()))
    for name, column in columns.made.items():
        table = table.append_column(name, column)
    return table.combine_chunks()


def _plain(columns: _Columns, counts: Array, sums: dict[str, Array], by: By) -> None:
    total = sums["n"]
    columns.put("n", total.astype(np.int64), 0)
    for name, weights in groups(by).items():
        columns.put(name, (counts @ np.asarray(weights)).astype(np.int64), 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        columns.put("score_sum", sums["score_sum"], 0.0)
        columns.put("score_mean", sums["score_sum"] / total, None)
        columns.put("goldstein_sum", sums["goldstein_sum"], 0.0)
        columns.put("goldstein_mean", sums["goldstein_sum"] / sums["goldstein_n"], None)
        columns.put("material_conflict_share", counts @ np.asarray(quads()["quad4"]) / total, None)


def summed(of: Callable[[str], Array], names: Mapping[str, Array]) -> Sums:
    """The sums for the error model, from those of each column of numbers.

    Args:
        of: gives the sums of a column.
        names: the columns that there are.
    """
    n, sums = of("n_confident"), {name: of(name) for name in SUMS}
    if not set(_WHOLE) <= set(names):
        return Sums(n, **sums, checked=None)
    checked = Checked(Sums(*map(of, _WHOLE)), certain(*map(of, _FOUND)), certain(*map(of, _KNOWN)))
    return Sums(n - checked.whole.n - checked.found.n - checked.known.n, **sums, checked=checked)


def _expected(columns: _Columns, found: Keyed, grid: _Grid, options: SeriesOptions, own: Array) -> None:
    """The columns of measurement error; null for data sets without confidences."""
    types = len(type_names())
    confident = grid.summed(found.weights["n_confident"]) > 0
    sums = doubted(summed(lambda name: grid.by_type(found.weights[name], found.type, types)[confident], found.weights))
    unit = grid.place[confident] // max(grid.length, 1)
    model, by = error_model(options.rates), options.by
    unseen = hidden(model, sums, _counts(by), unit, found.units.num_rows, grid.length)
    for name, (value, low, high) in _within(_estimates(model, sums, by), sums, by, unseen, unit).items():
        blank = name in ("score_mean", "material_conflict_share")
        for suffix, part in (("expected", value), ("low", low), ("high", high)):
            cell = np.full(len(grid.place), np.nan if blank else 0.0)
            cell[confident] = part
            empty = np.repeat(_empty(name, suffix, unseen, found.units.num_rows), grid.length)
            columns.put(f"{name}_{suffix}", cell, None if blank else empty, own)


def _empty(name: str, suffix: str, unseen: Hidden, units: int) -> Array:
    """The value of a column where a period has no act, by unit."""
    if name == "score_sum" and suffix != "expected":
        return unseen.low if suffix == "low" else unseen.high
    return unseen.counts[name] if suffix == "high" and name in unseen.counts else np.zeros(units)


def _within(
    estimates: dict[str, tuple[Array, Array, Array]], sums: Sums, by: By, unseen: Hidden, unit: Array
) -> dict[str, tuple[Array, Array, Array]]:
    """The estimates with what may be hidden of kinds of which none was coded; all acts have the highest bounds of any kind at least."""
    made = dict(estimates)
    for name, weights in _counts(by).items():
        value, low, high = estimates[name]
        none = sums.counted @ np.asarray(weights) == 0
        made[name] = (value, low, np.where(none, np.maximum(high, unseen.counts[name][unit]), high))
    kinds = [made[name] for name in groups(by)]
    value, low, high = made["n"]
    made["n"] = (value, np.maximum.reduce([low, *(one[1] for one in kinds)]), np.maximum.reduce([high, *(one[2] for one in kinds)]))
    return made


def _counts(by: By) -> dict[str, tuple[float, ...]]:
    """The columns that count acts, with the weight of each type."""
    return {"n": (1.0,) * len(type_names()), **groups(by)}


def _estimates(model: ErrorModel, sums: Sums, by: By) -> dict[str, tuple[Array, Array, Array]]:
    scores = tuple(one.score for one in plover().types)
    ones = (1.0,) * len(scores)
    material = quads()["quad4"]
    total = model.estimate(sums, Measure(ones))
    score = model.estimate(sums, Measure(scores, scored=True))
    conflict = model.estimate(sums, Measure(material))
    made: dict[str, tuple[Array, Array, Array]] = {"n": (total.mean, *count_interval(total))}
    for name, weights in groups(by).items():
        one = model.estimate(sums, Measure(weights))
        made[name] = (one.mean, *count_interval(one))
    made["score_sum"] = (score.mean, *normal_interval(score))
    mean = ratio(score, total, model.estimate(sums, Measure(scores, scored=True, add=1.0)))
    made["score_mean"] = (mean.mean, *_clipped(mean, -10.0, 10.0))
    share = ratio(conflict, total, model.estimate(sums, Measure(tuple(1.0 + one for one in material))))
    made["material_conflict_share"] = (share.mean, *_clipped(share, 0.0, 1.0))
    return made


def _clipped(estimate: Estimate, lowest: float, highest: float) -> tuple[Array, Array]:
    low, high = normal_interval(estimate)
    return np.clip(low, lowest, highest), np.clip(high, lowest, highest)
