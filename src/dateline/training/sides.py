"""Fits the weights of :mod:`dateline.resolve.sides` on what the trained coder finds in annotated passages.

An example is a side of an act that the coder finds with the right type: the features of its options, and the countries that the annotation gives
it. The coder has seen the passages it was trained on and is surer there, so those that are held out of its training weigh more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dateline.evaluation import match_document
from dateline.evaluation.gold import EMPTY, GoldMention, gold_mention, plain_document, predicted
from dateline.extract.extractor import extract
from dateline.pipeline import Pipeline
from dateline.resolve.belonging import NONE
from dateline.resolve.document import DocumentScene
from dateline.resolve.sides import AS_FOUND, Side, likeliest
from dateline.training.dataset import is_held_out
from dateline.training.notation import Passage
from dateline.types import Document, Extraction, ResolvedMention

#: Features of fewer sides are left out: their weights would say what one passage happens to be about.
RARE = 15
#: Strength of the Gaussian prior, and weight of a held-out side; chosen by cross-validation (bench/results/parties.md).
PRIOR, HELD_WEIGHT = 5.0, 2.0
#: Weights smaller than this move no probability by more than a point and are not written.
SMALL = 0.03
#: Passages coded together; only memory depends on it.
_CHUNK = 100
_ITERATIONS = 200

Table = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Example:
    """A side: its passage and role, the features of its options, the annotated countries, and those that the side has as it was found."""

    passage: str
    role: str
    table: Table
    gold: frozenset[str]
    found: frozenset[str]
    held_out: bool

    def shares(self) -> dict[str, float]:
        """How right each option is; nothing where none is."""
        if self.gold == self.found and AS_FOUND in self.table:
            return {AS_FOUND: 1.0}
        if AS_FOUND in self.table and len(self.gold & self.found) > 1:
            return {AS_FOUND: 1.0}
        right = [code for code in self.gold if code in self.table and (code != NONE or len(self.gold) == 1)]
        return {code: 1.0 / len(right) for code in right}

    def chosen(self, option: str) -> frozenset[str]:
        """The countries of the side under an option."""
        return self.found if option == AS_FOUND else frozenset({option})


def examples(passages: Sequence[Passage], pipeline: Pipeline) -> list[Example]:
    """The sides of the acts that a coder finds in passages; those of an act follow one another, actors first."""
    found: list[Example] = []
    for start in range(0, len(passages), _CHUNK):
        batch = passages[start : start + _CHUNK]
        documents = [plain_document(f"{start + i}", p.text, p.date) for i, p in enumerate(batch)]
        for passage, document, extraction in zip(batch, documents, extract(documents, pipeline.coder), strict=True):
            found += _of_passage(passage, document, extraction, pipeline)
    return found


def _of_passage(passage: Passage, document: Document, extraction: Extraction, pipeline: Pipeline) -> Iterator[Example]:
    scene = DocumentScene(document, extraction, pipeline.resolver)
    resolved: list[ResolvedMention] = []
    seen: list[list[tuple[str, Table]]] = []

    def keep(side: Side, table: Mapping[str, list[str]]) -> str:
        seen[-1].append((side.case.known.role, {code: tuple(dict.fromkeys(names)) for code, names in table.items()}))
        return AS_FOUND

    for raw in extraction.mentions:
        seen.append([])
        resolved.append(scene.settle(scene.act(raw), choose=keep))
    ours = [predicted(m) for m in pipeline.mentions(document, resolved)]
    gold = [gold_mention(m) for sentence in passage.sentences for m in sentence.mentions]
    held = is_held_out(passage.text)
    for wanted, got in match_document(gold, ours).pairs:
        if wanted.type != got.type:
            continue
        at = next(i for i, one in enumerate(ours) if one is got)
        for role, table in seen[at]:
            yield Example(document.doc_id, role, table, _codes(wanted, role), _codes(got, role), held)


def _codes(mention: GoldMention, role: str) -> frozenset[str]:
    codes = mention.actors if role == "actors" else mention.recipients
    return frozenset(NONE if code == EMPTY else code for code in codes or {EMPTY})


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights that maximise the penalised likelihood of the right options."""
    counts = Counter(name for one in found for name in {name for names in one.table.values() for name in names})
    index = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}
    columns: list[int] = []
    ends: list[int] = [0]
    groups: list[int] = []
    right: list[float] = []
    weight: list[float] = []
    for one in found:
        shares = one.shares()
        if not shares:
            continue
        for code, names in one.table.items():
            columns += [index[name] for name in names if name in index]
            ends.append(len(columns))
            groups.append(len(weight))
            right.append(shares.get(code, 0.0))
        weight.append(HELD_WEIGHT if one.held_out else 1.0)
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(groups), len(index)))
    g, y = np.array(groups), np.array(right)
    starts = np.flatnonzero(np.r_[True, np.diff(g) > 0])
    w, turned = np.array(weight)[g], matrix.T.tocsr()

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ b
        score -= np.maximum.reduceat(score, starts)[g]
        raised = np.exp(score)
        total = np.add.reduceat(raised, starts)[g]
        gain = float((w * y * (score - np.log(total))).sum())
        return PRIOR / 2 * float(b @ b) - gain, PRIOR * b - turned @ (w * (y - raised / total))

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS}).x
    return {name: float(best[i]) for name, i in index.items() if abs(best[i]) >= SMALL}


def cross_validated(found: Sequence[Example], folds: int) -> tuple[int, int, int, int]:
    """Of the held-out sides, and of the acts they belong to: how many are right as they were found and by weights that have not seen their passage.

    Returns:
        Sides right before and after, acts with both sides right before and after.
    """
    passages = sorted({one.passage for one in found if one.held_out})
    fold = {passage: i % folds for i, passage in enumerate(passages)}
    before: list[bool] = []
    after: list[bool] = []
    for k in range(folds):
        table = fit([one for one in found if fold.get(one.passage) != k])
        for one in (one for one in found if fold.get(one.passage) == k):
            before.append(one.found == one.gold)
            after.append(one.chosen(likeliest(one.table, table)) == one.gold)
    both = [sum(group[i] and group[i + 1] for i in range(0, len(group), 2)) for group in (before, after)]
    return sum(before), sum(after), both[0], both[1]
