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


class ReportFormat(StrEnum):
    """Formats of ``--format``."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[Path | None, typer.Argument(help="Gold file: documents with text, published, mentions, one JSON object a line.")] = None,
    coder: Annotated[str, typer.Option(help="Which coder to score.")] = DEFAULT_CODER,
    model: Annotated[Path | None, typer.Option(help="Model folder for the trained coder; the package's own where not given.")] = None,
    pairs: Annotated[Path | None, typer.Option(help="Score a table of marked pairs (marked_sentence, root) instead.")] = None,
    out: Annotated[Path | None, typer.Option(help="With --pairs: write the table with pred_root and pred_quad.")] = None,
    form: Annotated[ReportFormat, typer.Option("--format", help="A table or JSON.")] = ReportFormat.TABLE,
    draws: Annotated[int, typer.Option(help="Bootstrap draws for the 95% intervals.")] = 1000,
    confusion: Annotated[bool, typer.Option("--confusion", help="Print the confusion of types too.")] = False,
    rates: Annotated[Path | None, typer.Option(help="Write the error rates of types here, for 'dateline series --rates'.")] = None,
) -> None:
    """Score a coder against a gold file: precision, recall and F1 with bootstrap 95% intervals."""
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
    from dateline.analyse.ownrates import few_acts, rates_table, read_rates
    from dateline.cli import problems
    from dateline.errors import DatelineError
    from dateline.store.output import opened

    try:
        with opened(path, binary=False) as stream:
            stream.write(rates_table(report.confusion))
    except DatelineError as error:
        problems.tell(error, "evaluate")
        raise typer.Exit(1) from error
    words = few_acts(read_rates(str(path))) if any(gold == coded for gold, coded in report.confusion) else "no act was coded right: these rates cannot be used"
    if words:
        typer.echo(f"dateline: {path}: {words}", err=True)


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
        f1 = row.f1
        lines.append(
            f"{row.name:<26}{row.precision:>7.3f}{row.recall:>7.3f}{f1.value:>7.3f}   [{f1.low:.3f}, {f1.high:.3f}]  {f1.support:>5}"
        )
    lines.append("")
    for name, figure in report.figures.items():
        lines.append(f"{name:<26}{'':>14}{figure.value:>7.3f}   [{figure.low:.3f}, {figure.high:.3f}]")
    if confusion:
        lines += ["", "gold type -> coded type (count)"]
        for (right, ours), count in sorted(report.confusion.items(), key=lambda item: (-item[1], item[0])):
            if right != ours:
                lines.append(f"{right:>10} -> {ours:<10}{count:>5}")
    return lines


def _as_json(report: Report) -> dict[str, object]:
    rows = {
        row.name: {"precision": row.precision, "recall": row.recall, "f1": row.f1.value, "low": row.f1.low, "high": row.f1.high}
        for row in (*report.rows, *report.types)
    }
    figures = {name: {"value": f.value, "low": f.low, "high": f.high} for name, f in report.figures.items()}
    confusion = [{"gold": g, "coded": c, "count": n} for (g, c), n in sorted(report.confusion.items())]
    return {"documents": report.documents, "measures": rows, "figures": figures, "confusion": confusion}
