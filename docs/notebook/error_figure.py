"""From a corpus to a figure of a paper: how many acts of each type, and how far the count can be trusted. A marimo notebook."""

import marimo

app = marimo.App(width="medium")


@app.cell
def _():
    import json
    import subprocess
    import sys
    import tempfile
    from pathlib import Path

    import altair as alt
    import marimo as mo
    import numpy as np
    import polars as pl

    return Path, alt, json, mo, np, pl, subprocess, sys, tempfile


@app.cell
def _(mo):
    mo.md(
        """
        # How many acts of each type?

        A count of coded acts is not a count of acts: some are missed, some are none, some are of another type. This notebook codes a corpus
        that people also annotated, and puts three figures side by side for each type: what was annotated, what was coded, and what the
        error model makes of the coded acts, with its 95% interval.

        The corpus is the test split of Dateline's own corpus: 156 invented passages. The error model's confusion table was measured on the
        same passages, so the figure flatters it; with a corpus of your own, annotate a sample first (`dateline review`).
        """
    )
    return


@app.cell
def _():
    #: How many passages; None takes all.
    limit = None
    return (limit,)


@app.cell
def _(Path, json, limit, tempfile):
    # 1. The corpus: one JSON object a line with id, text and date.
    from dateline.training.corpus import gold_rows, load_corpus

    folder = Path(tempfile.mkdtemp())
    passages = list(gold_rows(load_corpus(Path("corpus/test"))))[:limit]
    lines = [json.dumps({"id": row["id"], "text": row["text"], "date": row["published"]}) for row in passages]
    corpus = folder / "corpus.jsonl"
    corpus.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return corpus, folder, passages


@app.cell
def _(corpus, folder, subprocess, sys):
    # 2. Code it. The database keeps every act with its sentence.
    database = folder / "corpus.duckdb"
    command = ["code", str(corpus), "--db", str(database), "--out", str(folder / "acts.txt")]
    subprocess.run([sys.executable, "-m", "dateline", *command], check=True, capture_output=True)
    return (database,)


@app.cell
def _(database, pl):
    # 3. The acts, as a frame.
    from dateline.store.duckdb import Database

    with Database(database, read_only=True) as opened:
        acts = pl.from_arrow(opened.query("SELECT type, confidence, sentence_text FROM mentions"))
    acts.group_by("type").len().sort("len", descending=True)
    return (acts,)


@app.cell
def _(acts, np):
    # 4. The error model: each act counts as its type with its confidence, else as what wrong codings of that type are; missed acts are added.
    from dateline.analyse.errormodel import Measure, Sums, count_interval, error_model, type_names

    types = type_names()
    confidences = [acts.filter(acts["type"] == name)["confidence"].to_numpy() for name in types]

    def over_types(function):
        return np.array([[float(function(values)) for values in confidences]])

    none = np.zeros((1, len(types)))
    sums = Sums(over_types(len), over_types(np.sum), over_types(lambda p: np.sum(p**2)), none, none, none, none)
    estimates = []
    for position, name in enumerate(types):
        only = tuple(float(position == other) for other in range(len(types)))
        estimate = error_model().estimate(sums, Measure(only))
        low, high = count_interval(estimate)
        estimates.append({"type": name, "expected": float(estimate.mean[0]), "low": float(low[0]), "high": float(high[0])})
    return (estimates,)


@app.cell
def _(acts, estimates, passages, pl):
    # 5. Side by side.
    annotated = pl.DataFrame({"type": [mention["type"] for row in passages for mention in row["mentions"]]}).group_by("type").len("annotated")
    coded = acts.group_by("type").len("coded")
    table = pl.DataFrame(estimates).join(annotated, on="type", how="left").join(coded, on="type", how="left").fill_null(0)
    table = table.sort("annotated", descending=True)
    table
    return (table,)


@app.cell
def _(alt, folder, table):
    # 6. The figure.
    order = table["type"].to_list()
    axis = alt.Y("type:N", sort=order, title=None)
    interval = alt.Chart(table).mark_rule(strokeWidth=5, color="#c9d4e3").encode(y=axis, x=alt.X("low:Q", title="acts"), x2="high:Q")
    points = (
        alt.Chart(table.unpivot(["annotated", "coded", "expected"], index="type", variable_name="count", value_name="acts"))
        .mark_point(filled=True, size=70)
        .encode(
            y=axis,
            x="acts:Q",
            shape=alt.Shape("count:N", title=None),
            color=alt.Color("count:N", title=None, scale=alt.Scale(range=["#1b1b1b", "#c2571a", "#2f5d8c"])),
        )
    )
    chart = (interval + points).properties(width=460, title="Acts by type: annotated, coded, and expected with 95% interval")
    figure = folder / "figure.svg"
    chart.save(figure)
    chart
    return chart, figure


@app.cell
def _(mo, table):
    inside = table.filter((table["annotated"] >= table["low"]) & (table["annotated"] <= table["high"])).height
    mo.md(f"The annotated count lies inside the interval for {inside} of {table.height} types.")
    return (inside,)


if __name__ == "__main__":
    app.run()
