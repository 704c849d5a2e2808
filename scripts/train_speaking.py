"""Fits the weights of ``dateline.resolve.speaking`` on annotated passages and writes ``data/speaking.tsv``.

    python scripts/train_speaking.py [--folds K] [--folder corpus/train] [--out FILE]

A conditional logit over the countries in sight and none, on the training passages without the held-out ones. Speakers are few, so the
parties without a country of their own are fitted along, at :data:`PARTY_WEIGHT`, on the features that both share. ``--folds`` prints the
share of speakers placed rightly in cross-validation and on the held-out passages. Needs the ``train`` extra (scipy). Fit again after
``scripts/train_belonging.py`` or a change of its features.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.resolve import Resolver, belonging, speaking
from dateline.resolve.scene import DocumentScene
from dateline.resolve.settling import Settler
from dateline.resolve.speakers import with_speakers
from dateline.training import logit
from dateline.training.corpus import load_corpus
from dateline.training.dataset import is_held_out
from dateline.training.notation import Passage
from dateline.training.parties import GoldExtraction, gold_extractions
from dateline.types import Participant, Span

ROOT = Path(__file__).resolve().parent.parent
#: Features seen in fewer choices than this are left out.
RARE = 4
#: Strength of the Gaussian prior and weight of a party beside a speaker; chosen by cross-validation (2 to 12, 0.3 to 1: within a point).
PRIOR, PARTY_WEIGHT = 8.0, 0.5
STEPS = 300
#: Weights smaller than this move no probability by more than half a point and are not written.
SMALL = 0.02


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates with their features, the right one, and how many annotated acts hang on it (0: a party, fitted along)."""

    table: logit.Table
    right: str
    acts: int = 0


def choices(found: GoldExtraction, resolver: Resolver) -> Iterator[Choice]:
    """The choices of a passage: its parties without a country of their own, then its speakers without a sure one."""
    scene = DocumentScene(found.document, found.extraction, resolver)
    settler = Settler(scene)
    yield from _parties(found, settler)
    gold: dict[Span, Counter[str]] = {}
    for party in found.parties:
        if party.role == "speaker" and len(party.countries) < 2:
            gold.setdefault(party.phrase.mention.span, Counter())[next(iter(party.countries), belonging.NONE)] += 1
    rows: list[Choice] = []

    def collect(span: Span, sights: belonging.Scene, one: speaking.Speaker) -> tuple[str, float]:
        if span in gold:
            code, acts = gold[span].most_common(1)[0]
            table = speaking.features(sights, one)
            rows.append(Choice(table, code if code in table else belonging.NONE, acts))
        return belonging.NONE, 0.0

    with_speakers(settler, [settler.settle(scene.act(raw)) for raw in found.extraction.mentions], collect)
    yield from rows


def _parties(found: GoldExtraction, settler: Settler) -> list[Choice]:
    gold = {(p.act, p.role, p.phrase.mention.span): p.countries for p in found.parties}
    rows: list[Choice] = []
    current = 0

    def collect(case: belonging.Case, one: Participant) -> Participant:
        countries = gold.get((current, case.known.role, one.span))
        if case.known.role != "speaker" and countries is not None and len(countries) < 2:
            table = belonging.features(settler.scene.belonging, case)
            right = next(iter(countries), belonging.NONE)
            rows.append(Choice(table, right if right in table else belonging.NONE))
        return one

    for current, raw in enumerate(found.extraction.mentions):  # noqa: B007 - read by collect
        settler.settle(settler.scene.act(raw), collect)
    return rows


def fit(examples: Sequence[Choice]) -> dict[str, float]:
    """Weights of the penalised likelihood's maximum."""
    choices = [logit.Choice(one.table, {one.right: 1.0}, 1.0 if one.acts else PARTY_WEIGHT) for one in examples]
    return logit.fit_choices(choices, rare=RARE, prior=PRIOR, steps=STEPS)


def placed(examples: Iterable[Choice], by: Mapping[str, float]) -> tuple[int, int]:
    """Acts whose speaker has a country, and those where it is the one decided on."""
    spoken = [one for one in examples if one.acts and one.right != belonging.NONE]
    right = sum(one.acts for one in spoken if speaking.decide(one.table, by)[0] == one.right)
    return sum(one.acts for one in spoken), right


def cross(groups: Sequence[Sequence[Choice]], folds: int) -> float:
    """Share of right countries where each fold is decided by weights from the others."""
    total = right = 0
    for fold in range(folds):
        by = fit([one for n, group in enumerate(groups) if n % folds != fold for one in group])
        counts = placed((one for n, group in enumerate(groups) if n % folds == fold for one in group), by)
        total, right = total + counts[0], right + counts[1]
    return right / max(1, total)


def main() -> int:
    """Fits and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dateline" / "resolve" / "data" / "speaking.tsv")
    options = parser.parse_args()
    resolver = Resolver.load()
    passages: list[Passage] = [p for file in load_corpus(options.folder) for p in file.passages]
    groups = [(is_held_out(p.text), list(choices(g, resolver))) for p, g in zip(passages, gold_extractions(passages), strict=True)]
    train = [group for held, group in groups if not held]
    table = {name: weight for name, weight in fit([one for group in train for one in group]).items() if abs(weight) >= SMALL}
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(table.items())]
    options.out.write_text("feature\tweight\n" + "\n".join(lines) + "\n", encoding="utf-8")
    total, right = placed((one for held, group in groups if held for one in group), table)
    print(f"{len(table)} weights; held-out: {right} of {total} speakers without a sure country placed rightly")
    if options.folds:
        print(f"cross-validation: {cross(train, options.folds):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
