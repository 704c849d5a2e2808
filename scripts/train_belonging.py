"""Fits the weights of ``dateline.resolve.belonging`` on annotated passages and writes ``data/belonging.tsv``.

    python scripts/train_belonging.py [--half development|all] [--folder corpus/train] [--out FILE]

A conditional logit: each party without a country of its own is one choice among the countries in sight and none. Plain numpy.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dateline.resolve import Resolver, belonging
from dateline.resolve.scene import DocumentScene
from dateline.resolve.settling import Settler
from dateline.training.corpus import load_corpus
from dateline.training.parties import GoldExtraction, gold_extractions, half_of
from dateline.types import Participant

ROOT = Path(__file__).resolve().parent.parent
#: Features seen in fewer parties than this are left out: their weights would say what one passage happens to be about.
RARE = 5
#: Strength of the Gaussian prior, chosen by cross-validation in the development half (bench/RESULTS.md).
PRIOR = 0.002
STEPS, RATE = 400, 0.05
#: Weights smaller than this move no probability by more than half a point and are not written.
SMALL = 0.02


Choice = tuple[dict[str, list[str]], str]


def choices(found: GoldExtraction, resolver: Resolver) -> list[Choice]:
    """The candidates' features and the right candidate of each party without a country of its own."""
    scene = DocumentScene(found.document, found.extraction, resolver)
    gold = {(p.act, p.role, p.phrase.mention.span): p.countries for p in found.parties}
    rows: list[Choice] = []
    current = 0

    def decide(case: belonging.Case, one: Participant) -> Participant:
        countries = gold.get((current, case.known.role, one.span))
        if countries is None or len(countries) > 1:
            return one
        table = belonging.features(scene.belonging, case)
        right = next(iter(countries), belonging.NONE)
        rows.append((table, right if right in table else belonging.NONE))
        return one

    settler = Settler(scene)
    for current, raw in enumerate(found.extraction.mentions):  # noqa: B007 - read by decide
        settler.settle(scene.act(raw), decide)
    return rows


def fit(examples: Sequence[Choice]) -> dict[str, float]:
    """Weights by gradient ascent (Adam) on the penalised likelihood."""
    seen = Counter(name for table, _ in examples for name in {n for names in table.values() for n in names})
    index = {name: i for i, name in enumerate(sorted(n for n, count in seen.items() if count >= RARE))}
    rows, columns, groups, gold = [], [], [], []
    for number, (table, right) in enumerate(examples):
        for code, names in table.items():
            row = len(groups)
            groups.append(number)
            gold.append(code == right)
            kept = [index[n] for n in names if n in index]
            columns += kept
            rows += [row] * len(kept)
    r, c, g, y = np.array(rows), np.array(columns), np.array(groups), np.array(gold, dtype=float)
    w, m, v = (np.zeros(len(index)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = np.bincount(r, weights=w[c], minlength=len(g))
        score -= score.max()
        raised = np.exp(score)
        chance = raised / np.bincount(g, weights=raised)[g]
        gradient = np.bincount(c, weights=(y - chance)[r], minlength=len(index)) / len(examples) - PRIOR * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w += RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {name: float(w[i]) for name, i in index.items()}


def main() -> int:
    """Fits and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["development", "all"], default="development")
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dateline" / "resolve" / "data" / "belonging.tsv")
    options = parser.parse_args()
    resolver = Resolver.load()
    passages = [p for file in load_corpus(options.folder) for p in file.passages if options.half in {"all", half_of(p)}]
    examples = [choice for found in gold_extractions(passages) for choice in choices(found, resolver)]
    table = {name: weight for name, weight in fit(examples).items() if abs(weight) >= SMALL}
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(table.items())]
    options.out.write_text("feature\tweight\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(passages)} passages, {len(examples)} parties, {len(table)} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
