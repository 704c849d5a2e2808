"""Cells made by hand."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from dateline.ontology.plover import event_type

NUMBERS = ("score_sum", "goldstein_sum", "p", "pp", "ps", "pss", "pps", "ppss")


def cells(*rows: tuple[str, str, str, date, str, list[float]]) -> pa.Table:
    """Cells from ``(dataset, actor, recipient, start, type, confidences)``; a negative confidence stands for none."""
    made = []
    for dataset, actor, recipient, start, kind, confidences in rows:
        score = event_type(kind).score
        known = [p for p in confidences if p >= 0]
        sums = {"p": sum(known), "pp": sum(p * p for p in known)}
        made.append(
            {
                "dataset": dataset, "actor": actor, "recipient": recipient, "start": start, "type": kind, "n": len(confidences),
                "n_confident": len(known), "score_sum": score * len(confidences), "goldstein_sum": float(len(confidences)), "goldstein_n": len(confidences),
                **sums, "ps": score * sums["p"], "pss": score**2 * sums["p"], "pps": score * sums["pp"], "ppss": score**2 * sums["pp"],
            }
        )  # fmt: skip
    schema = pa.schema(
        [("dataset", pa.string()), ("actor", pa.string()), ("recipient", pa.string()), ("start", pa.date32()), ("type", pa.string()),
         ("n", pa.int64()), ("n_confident", pa.int64()), ("goldstein_n", pa.int64()), *((name, pa.float64()) for name in NUMBERS)]
    )  # fmt: skip
    return pa.Table.from_pylist(made, schema=schema)
