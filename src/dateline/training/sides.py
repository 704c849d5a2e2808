"""Fits the weights of :mod:`dateline.resolve.sides` on what the trained coder finds in annotated passages.

An example is an open side of an act that the coder finds with the right type: the features of its options, and the countries that the
annotation gives it. The coder has seen the passages it was trained on and is surer there, so those that are held out of its training weigh more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluation import match_document
from dateline.evaluation.gold import GoldMention, gold_mention, plain_document, predicted
from dateline.evaluation.goldvalues import EMPTY
from dateline.extract.extractor import extract
from dateline.pipeline import Pipeline
from dateline.resolve.belonging import NONE, Known
from dateline.resolve.scene import DocumentScene
from dateline.resolve.settling import Settler
from dateline.resolve.sided import PARTNER
from dateline.resolve.sides import Side, likeliest, weights
from dateline.training.dataset import is_held_out
from dateline.training.logit import Choice, Table, fit_choices
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
#: Steps of the fit, which ends before it converges.
_STEPS = 200


@dataclass(frozen=True, slots=True)
class Example:
    """An open side: its passage, the features of its options, the annotated countries, and whether its passage is held out."""

    passage: str
    table: Table
    gold: frozenset[str]
    held_out: bool

    def shares(self) -> dict[str, float]:
        """How right each option is; nothing where none is."""
        right = [code for code in self.gold if code in self.table and (code != NONE or len(self.gold) == 1)]
        return {code: 1.0 / len(right) for code in right}


def examples(passages: Sequence[Passage], pipeline: Pipeline) -> list[Example]:
    """The open sides of the acts that a coder finds in passages; what is settled before them in a passage goes by the package's weights."""
    found: list[Example] = []
    for start in range(0, len(passages), _CHUNK):
        batch = passages[start : start + _CHUNK]
        documents = [plain_document(f"{start + i}", p.text, p.date) for i, p in enumerate(batch)]
        for passage, document, extraction in zip(batch, documents, extract(documents, pipeline.coder), strict=True):
            found += _of_passage(passage, document, extraction, pipeline)
    return found


def _of_passage(passage: Passage, document: Document, extraction: Extraction, pipeline: Pipeline) -> Iterator[Example]:
    scene = DocumentScene(document, extraction, pipeline.resolver)
    settler = Settler(scene)
    resolved: list[ResolvedMention] = []
    seen: list[list[tuple[Known, Table]]] = []

    def keep(side: Side, table: Mapping[str, list[str]]) -> str:
        seen[-1].append((side.case.known, {code: tuple(dict.fromkeys(names)) for code, names in table.items()}))
        return likeliest(table, weights())

    for raw in extraction.mentions:
        seen.append([])
        resolved.append(settler.settle(scene.act(raw), choose=keep))
    ours = [predicted(m) for m in pipeline.mentions(document, resolved)]
    gold = [gold_mention(m) for sentence in passage.sentences for m in sentence.mentions]
    held = is_held_out(passage.text)
    for wanted, got in match_document(gold, ours).pairs:
        if wanted.type != got.type:
            continue
        at = next(i for i, one in enumerate(ours) if one is got)
        for known, table in seen[at]:
            if known.role != PARTNER or known.same <= (wanted.actors or frozenset()):
                yield Example(document.doc_id, table, _codes(wanted, known), held)


def _codes(mention: GoldMention, known: Known) -> frozenset[str]:
    codes = (mention.recipients if known.role == "recipients" else mention.actors) or frozenset()
    if known.role == PARTNER:
        codes = frozenset() if mention.recipients else codes - known.same
    return frozenset(NONE if code == EMPTY else code for code in codes or {EMPTY})


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights that maximise the penalised likelihood of the right options; a side with none only shows how frequent its features are."""
    chosen = [(one, one.shares()) for one in found]
    choices = [Choice(one.table, shares, (HELD_WEIGHT if one.held_out else 1.0) if shares else 0.0) for one, shares in chosen]
    return {name: value for name, value in fit_choices(choices, rare=RARE, prior=PRIOR, steps=_STEPS).items() if abs(value) >= SMALL}


def cross_validated(found: Sequence[Example], folds: int) -> int:
    """How many of the held-out sides are right by weights that have not seen their passage."""
    passages = sorted({one.passage for one in found if one.held_out})
    fold = {passage: i % folds for i, passage in enumerate(passages)}
    right = 0
    for k in range(folds):
        table = fit([one for one in found if fold.get(one.passage) != k])
        right += sum(one.gold == {likeliest(one.table, table)} for one in found if fold.get(one.passage) == k)
    return right
