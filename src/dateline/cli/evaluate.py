"""``dateline evaluate``: score a coder against a gold file."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.config import DEFAULT_CODER
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.evaluation import Report
    from dateline.evaluation.score import Figure


class ReportFormat(StrEnum):
    """Formats of ``--format``."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[Path | None, typer.Argument(help="Gold file: documents with text, published, mentions, one JSON object a line (docs/formats.md).")] = None,
    coder: Annotated[str, typer.Option(help="Which coder to score.")] = DEFAULT_CODER,
    model: Annotated[Path | None, typer.Option(help="Model folder for the trained coder; the package's own where not given.")] = None,
    pairs: Annotated[Path | None, typer.Option(help="Score a table of marked pairs (marked_sentence, root) instead.")] = None,
    out: Annotated[Path | None, typer.Option(help="With --pairs: write the table with pred_root and pred_quad.")] = None,
    form: Annotated[ReportFormat, typer.Option("--format", help="A table or JSON.")] = ReportFormat.TABLE,
    draws: Annotated[int, typer.Option(help="Bootstrap draws for the 95% intervals.")] = 1000,
    confusion: Annotated[bool, typer.Option("--confusion", help="Print the confusion of types too.")] = False,
    rates: Annotated[Path | None, typer.Option(help="Write the error rates of types here, for 'dateline series --rates'.")] = None,
) -> None:
    """Score a coder against a gold file: precision, recall and F1 with bootstrap 95% intervals.

    Exit codes: 0 done, however well it scores, 1 a file failed, 2 wrong usage.
    """
    if pairs is not None:
        _evaluate_pairs(pairs, out, coder, model, confusion=confusion)
        return
    if gold is None:
        raise typer.BadParameter("give a gold file, or --pairs with a table")
    from dateline.evaluation import evaluate_documents, load_gold
    from dateline.evaluation.gold import plain_document, predicted
    from dateline.pipeline import CodeOptions, Pipeline

    documents = load_gold(gold)
    pipeline = Pipeline(CodeOptions(coder=coder, model=model))
    coded = pipeline.code([plain_document(d.id, d.text, d.published) for d in documents])
    report = evaluate_documents(documents, [[predicted(m) for m in c.mentions] for c in coded], draws=draws)
    if rates is not None:
        _write_rates(report, rates)
    if form is ReportFormat.JSON:
        typer.echo(json.dumps(_as_json(report), indent=2))
    else:
        for line in report_lines(report, confusion=confusion):
            typer.echo(line)


def _write_rates(report: Report, path: Path) -> None:
    from dateline.analyse.ownrates import rates_table
    from dateline.cli import problems
    from dateline.errors import DatelineError
    from dateline.store.output import opened

    try:
        with opened(path, binary=False) as stream:
            stream.write(rates_table(report.confusion, report.confidence))
    except DatelineError as error:
        problems.tell(error, "evaluate")
        raise typer.Exit(1) from error
    if any(gold == coded for gold, coded in report.confusion):
        problems.tell_few_acts(path)
    else:
        typer.echo(f"dateline: {path}: no act was coded right: these rates cannot be used", err=True)


def _evaluate_pairs(table: Path, out: Path | None, coder: str, model: Path | None, *, confusion: bool) -> None:
    from dateline.coders import load_coder
    from dateline.evaluation.pairs import QUADS, load_pairs, predict_pairs, score, write_predictions

    rows = load_pairs(table)
    found = predict_pairs(rows, load_coder(coder, model))
    if out is not None:
        write_predictions(out, rows, found)
    gold = [r.root for r in rows if r.root]
    if len(gold) < len(rows):
        typer.echo(f"{len(rows)} pairs, {len(rows) - len(gold)} of them without a gold root: not scored")
        return
    quads = [[str(QUADS.get(root, "")) for root in roots] for roots in (gold, found)]
    for name, (right, ours) in (("root", (gold, found)), ("quad", quads)):
        figures = score(right, ours)
        typer.echo(
            f"{name}: accuracy {figures.accuracy:.3f}, macro-F1 {figures.macro:.3f} [{figures.low:.3f}, {figures.high:.3f}] "
            f"over {len(figures.classes)} classes, {len(gold)} pairs"
        )
        typer.echo("  " + ", ".join(f"{kind} {value:.2f}" for kind, value in figures.classes.items()))
        if confusion or name == "root":
            wrong = [(pair, n) for pair, n in sorted(figures.confusion.items(), key=lambda i: (-i[1], i[0])) if pair[0] != pair[1]]
            typer.echo("  confusion: " + ", ".join(f"{g} as {f or 'nothing'} {n}" for (g, f), n in (wrong if confusion else wrong[:12])))


def report_lines(report: Report, *, confusion: bool = False) -> list[str]:
    """The report as lines of fixed-width text."""
    lines = [plural(report.documents, "document"), "", f"{'measure':<26}{'P':>7}{'R':>7}{'F1':>7}   95% interval    n"]
    for row in (*report.rows, *report.types):
        precision = f"{row.precision:.3f}" if row.found else "-"
        recall = f"{row.recall:.3f}" if row.f1.support else "-"
        value, interval = _shown(row.f1)
        lines.append(f"{row.name:<26}{precision:>7}{recall:>7}{value:>7}   {interval}  {row.f1.support:>5}")
    flagged = ", ".join(f"{count} {name}" for name, count in report.flagged.items())
    lines += [f"n of {', '.join(report.flagged)} and of the figures below: acts found with their type. The gold file has {flagged}.", ""]
    for name, figure in report.figures.items():
        value, interval = _shown(figure)
        lines.append(f"{name:<26}{'':>14}{value:>7}   {interval}  {figure.support:>5}")
    if confusion:
        lines += ["", "gold type -> coded type (count)"]
        for (right, ours), count in sorted(report.confusion.items(), key=lambda item: (-item[1], item[0])):
            if right != ours:
                lines.append(f"{right:>10} -> {ours:<10}{count:>5}")
    return lines


def _shown(figure: Figure) -> tuple[str, str]:
    """A score and its interval; "-" where nothing in the gold file was there to score."""
    return (f"{figure.value:.3f}", f"[{figure.low:.3f}, {figure.high:.3f}]") if figure.support else ("-", f"{'-':<14}")


def _as_json(report: Report) -> dict[str, object]:
    rows = {
        row.name: {"precision": row.precision if row.found else None, "recall": row.recall if row.f1.support else None, **_figure("f1", row.f1)}
        for row in (*report.rows, *report.types)
    }
    figures = {name: _figure("value", figure) for name, figure in report.figures.items()}
    confusion = [{"gold": g, "coded": c, "count": n} for (g, c), n in sorted(report.confusion.items())]
    return {"documents": report.documents, "measures": rows, "flagged": dict(report.flagged), "figures": figures, "confusion": confusion}


def _figure(name: str, figure: Figure) -> dict[str, float | None]:
    """A score with its interval and on how many gold items it rests; null where there is none."""
    there = figure.support > 0
    return {name: figure.value if there else None, "low": figure.low if there else None, "high": figure.high if there else None, "n": figure.support}
