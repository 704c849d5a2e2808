"""Fits what a paragraph is about (``src/dateline/extract/data/contexts.tsv``).

    python scripts/train_contexts.py [--model FOLDER] [--folder corpus/train] [--out FILE]

The weights of words come from the training passages (no coder needed), how they are joined with the coder's scores from those held out of every
training; the held-out figures printed are by two-fold cross-validation of the joint. Fit again after a new coder. Needs the ``train`` extra.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from dateline.evaluation.gold import plain_document
from dateline.extract import contexts
from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.classifier.layout import CONTEXTS
from dateline.extract.parse import parse_documents
from dateline.ontology.wordlists import word_list
from dateline.training.corpus import load_corpus
from dateline.training.dataset import is_held_out
from dateline.training.notation import Passage

ROOT = Path(__file__).resolve().parent.parent
#: Strength of the Gaussian prior on weights of words: of a context's own entries it is weaker, and centred on a hit that speaks for it.
PRIOR, OWN_PRIOR, OWN_MEAN = 3.0, 1.0, 0.7
#: Entries of fewer passages keep the centre of the prior.
RARE = 4
#: Weights smaller than this are not written.
SMALL = 0.1


def gold(passages: Sequence[Passage]) -> np.ndarray:
    """Which contexts each passage has, ``[passages, contexts]``."""
    return np.array([[name in p.contexts for name in CONTEXTS] for p in passages], dtype=float)


def fit_words(passages: Sequence[Passage]) -> dict[str, dict[str, float]]:
    """Weights of entries by context."""
    found = [contexts.hits(p.text) for p in passages]
    counts = Counter(entry for one in found for entry in one)
    names = sorted(entry for entry, count in counts.items() if count >= RARE)
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(passages), len(names) + 1))
    x[:, -1] = 1.0
    for row, one in enumerate(found):
        for entry in one:
            if entry in index:
                x[row, index[entry]] = 1.0
    answers, lists = gold(passages), word_list("contexts")
    return {name: _fit(x, answers[:, place], names, frozenset(lists[name])) for place, name in enumerate(CONTEXTS)}


def _fit(x: np.ndarray, y: np.ndarray, names: Sequence[str], own: frozenset[str]) -> dict[str, float]:
    mean = np.array([OWN_MEAN if name in own else 0.0 for name in names] + [0.0])
    prior = np.array([OWN_PRIOR if name in own else PRIOR for name in names] + [0.0])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        value = np.logaddexp(0.0, z).sum() - (y * z).sum() + (prior * (w - mean) ** 2).sum() / 2
        return float(value), x.T @ (1.0 / (1.0 + np.exp(-z)) - y) + prior * (w - mean)

    start = np.append(mean[:-1], np.log((y.sum() + 1.0) / (len(y) - y.sum() + 1.0)))
    w = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    rare = {entry: OWN_MEAN for entry in own if entry not in set(names)}
    return {contexts.BIAS: float(w[-1]), **{n: float(v) for n, v in zip(names, w, strict=False) if abs(v) >= SMALL}, **rare}


def coder_odds(passages: Sequence[Passage], coder: TrainedCoder) -> np.ndarray:
    """The greatest log odds over the sentences with acts, ``[passages, contexts]``."""
    parsed = parse_documents([plain_document(str(p.line), p.text, p.date) for p in passages])
    rows = []
    for sentences in parsed:
        scores = [s for sentence, found in zip(sentences, coder.acts(sentences), strict=True) if found for s in [found[0].context_odds]]
        rows.append(np.array(scores).max(0) if scores else np.full(len(CONTEXTS), np.nan))
    return np.array(rows)


def joint(words: np.ndarray, coder: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of coder, words and a bias: likelihood first, then the bias at the best micro F1 (averaged over its neighbours)."""
    x = np.stack([coder.ravel(), words.ravel(), np.ones(y.size)], 1)
    flat = y.ravel()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        return float(np.logaddexp(0.0, z).sum() - (flat * z).sum()), x.T @ (1.0 / (1.0 + np.exp(-z)) - flat)

    w = minimize(loss, np.array([0.5, 0.5, 0.0]), jac=True, method="L-BFGS-B").x
    shifts = np.round(np.arange(-0.5, 2.01, 0.1), 1)
    f1 = [micro((x @ w + s > 0.0).astype(float), flat) for s in shifts]
    smooth = [np.mean(f1[max(0, i - 2) : i + 3]) for i in range(len(f1))]
    w[2] += shifts[int(np.argmax(smooth))]
    return np.array(w)


def micro(found: np.ndarray, y: np.ndarray) -> float:
    """Micro F1."""
    return float(2 * (found * y).sum() / max(1.0, found.sum() + y.sum()))


def macro(found: np.ndarray, y: np.ndarray) -> float:
    """Macro F1 over the contexts that occur."""
    used = y.sum(0) > 0
    return float(np.mean((2 * (found * y).sum(0) / np.maximum(1.0, found.sum(0) + y.sum(0)))[used]))


def main() -> int:
    """Fits and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dateline" / "extract" / "data" / "contexts.tsv")
    given = parser.parse_args()
    passages = [p for file in load_corpus(given.folder) for p in file.passages]
    held = [p for p in passages if is_held_out(p.text)]
    table = fit_words([p for p in passages if not is_held_out(p.text)])
    coder = coder_odds(held, TrainedCoder(given.model))
    kept = ~np.isnan(coder[:, 0])
    coder, y = coder[kept], gold(held)[kept]
    found = [contexts.hits(p.text) for p, k in zip(held, kept, strict=True) if k]
    words = np.array([[contexts.word_odds(one, table[name]) for name in CONTEXTS] for one in found])
    folds, out = np.arange(len(y)) % 2, np.zeros_like(y)
    for fold in (0, 1):
        w = joint(words[folds != fold], coder[folds != fold], y[folds != fold])
        out[folds == fold] = w[0] * coder[folds == fold] + w[1] * words[folds == fold] + w[2] > 0.0
    before = (1.0 / (1.0 + np.exp(-coder)) >= 0.4).astype(float)
    print(f"held-out passages with acts: {len(y)}; coder alone micro {micro(before, y):.3f} macro {macro(before, y):.3f}")
    print(f"words alone (at even odds) micro {micro((words > 0.0).astype(float), y):.3f}; both, two-fold: micro {micro(out, y):.3f} macro {macro(out, y):.3f}")
    w = joint(words, coder, y)
    table["*"] = {contexts.CODER: w[0], contexts.WORDS: w[1], contexts.BIAS: w[2]}
    lines = [f"{name}\t{entry}\t{weight:.2f}" for name, weights in sorted(table.items()) for entry, weight in sorted(weights.items())]
    given.out.write_text("\n".join(["context\tentry\tweight", *lines]) + "\n", encoding="utf-8")
    print(f"{given.out}: {len(lines)} weights; joint {w.round(2)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
