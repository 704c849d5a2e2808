"""The coders on everything they are measured on, as one Markdown report.

    python bench/coder.py [--model FOLDER] [--dev FOLDER] [--coders trained lexicon] [--draws 1000]

``--dev`` is the folder with ``news_dev.jsonl`` and ``plv_dev.tsv`` (not part of the repository; left out with a note where absent). The
test split is read from ``corpus/test``. Intervals are bootstrap 95%.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.coders import load_coder
from dateline.evaluation import Report, evaluate_documents, load_gold
from dateline.evaluation.gold import plain_document, predicted
from dateline.evaluation.pairs import QUADS, load_pairs, predict_pairs, score
from dateline.pipeline import CodeOptions, Pipeline

ROOT = Path(__file__).resolve().parent.parent


def from_text(gold: Path, coder: str, model: Path | None, draws: int) -> Report:
    documents = load_gold(gold)
    coded = Pipeline(CodeOptions(coder=coder, model=model)).code([plain_document(d.id, d.text, d.published) for d in documents])
    return evaluate_documents(documents, [[predicted(m) for m in c.mentions] for c in coded], draws=draws)


def report_rows(title: str, reports: Sequence[tuple[str, Report]]) -> Iterator[str]:
    yield f"\n### {title}\n"
    yield "| measure | " + " | ".join(name for name, _ in reports) + " |"
    yield "|---|" + "---|" * len(reports)
    first = reports[0][1]
    for row in (*first.rows, *first.types):
        cells = []
        for _, report in reports:
            same = next((r for r in (*report.rows, *report.types) if r.name == row.name), None)
            cells.append(f"{same.f1.value:.3f} [{same.f1.low:.3f}-{same.f1.high:.3f}]" if same else "-")
        yield f"| F1 {row.name} (n={row.f1.support}) | " + " | ".join(cells) + " |"
    for name in first.figures:
        found = [report.figures[name] for _, report in reports]
        yield f"| {name} | " + " | ".join(f"{f.value:.3f} [{f.low:.3f}-{f.high:.3f}]" for f in found) + " |"


def pair_rows(table: Path, coders: Sequence[str], model: Path | None, draws: int) -> Iterator[str]:
    yield f"\n### Marked pairs: {table.name}\n"
    yield "| coder | root accuracy | root macro-F1 | quad macro-F1 | root F1 by class |"
    yield "|---|---|---|---|---|"
    pairs = load_pairs(table)
    gold = [p.root or "" for p in pairs]
    for name in coders:
        found = predict_pairs(pairs, load_coder(name, model))
        root = score(gold, found, draws=draws)
        quad = score([str(QUADS.get(g, "")) for g in gold], [str(QUADS.get(f, "")) for f in found], draws=draws)
        classes = ", ".join(f"{kind} {value:.2f}" for kind, value in root.classes.items())
        yield (
            f"| {name} | {root.accuracy:.3f} | {root.macro:.3f} [{root.low:.3f}-{root.high:.3f}] "
            f"| {quad.macro:.3f} [{quad.low:.3f}-{quad.high:.3f}] | {classes} |"
        )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", type=Path)
    arguments.add_argument("--dev", type=Path, default=ROOT.parent / "shared" / "dev")
    arguments.add_argument("--coders", nargs="+", default=["trained", "lexicon"])
    arguments.add_argument("--draws", type=int, default=1000)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for title, path in (("Development news, from raw text", given.dev / "news_dev.jsonl"), ("Corpus test split, from raw text", None)):
            if path is None:
                path = Path(scratch) / "test.jsonl"
                _write_gold(path)
            if not path.exists():
                print(f"\n{title}: {path.name} is not here, not measured")
                continue
            for line in report_rows(title, [(name, from_text(path, name, given.model, given.draws)) for name in given.coders]):
                print(line)
    table = given.dev / "plv_dev.tsv"
    if table.exists():
        for line in pair_rows(table, given.coders, given.model, given.draws):
            print(line)


def _write_gold(path: Path) -> None:
    import json

    from dateline.training.corpus import gold_rows, load_corpus

    rows = gold_rows(load_corpus(ROOT / "corpus" / "test"))
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
