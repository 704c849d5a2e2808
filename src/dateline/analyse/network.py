"""The network of actors: signed weights between them over the whole time that is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.analyse.errormodel import Measure, error_model, normal_interval, type_names
from dateline.analyse.options import SeriesOptions
from dateline.analyse.series import Keyed, keyed, summed
from dateline.analyse.sums import Array, Sums, doubted
from dateline.ontology.plover import plover


@dataclass(frozen=True, slots=True)
class Network:
    """``edges``: one row for each directed pair; ``nodes``: one row for each party."""

    edges: pa.Table
    nodes: pa.Table


def _column(values: Array, mask: Array | None = None) -> pa.Array:
    return pa.array(np.round(values, 4), mask=mask)


def _sums(found: Keyed, rows: int) -> tuple[Sums, Array, Array]:
    types = len(type_names())

    def by_type(name: str) -> Array:
        flat = np.bincount(found.unit * types + found.type, found.weights[name], minlength=rows * types).astype(float)
        table: Array = flat.reshape(rows, types)
        return table

    return summed(by_type, found.weights), by_type("score_sum"), by_type("n")


def network(cells: pa.Table, options: SeriesOptions) -> Network:
    """The network of the cells of :func:`dateline.store.acts.cells` for dyads; pairs of a party with itself are left out.

    Edges have ``dataset, actor, recipient, n``, ``cooperation`` and ``conflict`` (sums of the scores above and below zero), ``weight`` (their sum: the
    signed weight), ``mean`` (weight by act, -10 to 10) and, of own codings, ``weight_expected, weight_low, weight_high`` (95%, measurement error).
    Nodes have ``dataset, party, out_n, in_n, out_weight, in_weight, partners``.

    Args:
        cells: counts and sums by party, period and type.
        options: only ``top`` (pairs with the most acts), ``undirected`` and ``rates`` count here.
    """
    others = cells.filter(pa.compute.not_equal(cells["actor"], cells["recipient"]))
    found = keyed(others, replace(options, first=None, last=None))
    rows = found.units.num_rows
    sums, scores, counts = _sums(found, rows)
    estimate = error_model(options.rates).estimate(doubted(sums), Measure(tuple(one.score for one in plover().types), scored=True))
    low, high = normal_interval(estimate)
    n = counts.sum(axis=1)
    weight = scores.sum(axis=1)
    imported = np.asarray(found.units["dataset"]) != "dateline" if rows else np.zeros(0, bool)
    edges = found.units
    for name, column in {
        "n": pa.array(n.astype(np.int64)),
        "cooperation": _column(np.clip(scores, 0, None).sum(axis=1)),
        "conflict": _column(np.clip(scores, None, 0).sum(axis=1)),
        "weight": _column(weight),
        "mean": _column(weight / np.maximum(n, 1)),
        "weight_expected": _column(estimate.mean, imported),
        "weight_low": _column(low, imported),
        "weight_high": _column(high, imported),
    }.items():
        edges = edges.append_column(name, column)
    return Network(edges, _nodes(edges))


def _nodes(edges: pa.Table) -> pa.Table:
    sides = []
    for mine, other, sign in (("actor", "recipient", "out"), ("recipient", "actor", "in")):
        rest = "in" if sign == "out" else "out"
        zero = pa.array(np.zeros(edges.num_rows))
        sides.append(
            pa.table(
                {
                    "dataset": edges["dataset"],
                    "party": edges[mine],
                    "partner": edges[other],
                    f"{sign}_n": edges["n"],
                    f"{sign}_weight": edges["weight"],
                    f"{rest}_n": zero.cast(pa.int64()),
                    f"{rest}_weight": zero,
                }
            )
        )
    both = pa.concat_tables([sides[0], sides[1].select(sides[0].column_names)])
    names = ("out_n", "in_n", "out_weight", "in_weight")
    grouped = both.group_by(["dataset", "party"]).aggregate([*((name, "sum") for name in names), ("partner", "count_distinct")])
    ordered = grouped.sort_by([("dataset", "ascending"), ("party", "ascending")])
    return ordered.select(["dataset", "party", *(f"{name}_sum" for name in names), "partner_count_distinct"]).rename_columns(
        ["dataset", "party", *names, "partners"]
    )
