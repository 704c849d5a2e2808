"""Fits the weights of ``dateline.resolve.sides`` on what the trained coder finds in annotated passages and writes ``data/sides.tsv``.

    python scripts/train_sides.py [--folder corpus/train] [--model FOLDER] [--cross FOLDS] [--out FILE]

To be run again for each new coder. With ``--cross`` nothing is written: the held-out sides that are right are counted, each by weights fitted
without its passage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dateline.pipeline import CodeOptions, Pipeline
from dateline.training.corpus import load_corpus
from dateline.training.sides import cross_validated, examples, fit

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Fits and writes the table, or cross-validates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--model", type=Path, help="model folder of the trained coder; the package's own where not given")
    parser.add_argument("--cross", type=int, default=0)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dateline" / "resolve" / "data" / "sides.tsv")
    options = parser.parse_args()
    passages = [p for file in load_corpus(options.folder) for p in file.passages]
    found = examples(passages, Pipeline(CodeOptions(model=options.model)))
    held = sum(one.held_out for one in found)
    if options.cross:
        print(f"held-out sides right: {cross_validated(found, options.cross)} of {held}")
        return 0
    table = fit(found)
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(table.items())]
    options.out.write_text("feature\tweight\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(passages)} passages, {len(found)} sides, {held} of them held out, {len(table)} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
