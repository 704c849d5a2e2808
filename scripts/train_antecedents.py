"""Fits the weights of ``dateline.resolve.anaphora.choice`` and writes ``data/antecedents.tsv``.

    python scripts/train_antecedents.py [--cross] [--out FILE]

A conditional logit over the candidates of each reference and "none", from two sources. Written cases (``tests/cases/references.*.jsonl``,
the open half and those written to train with) say which phrase is meant, or that none is. Annotated passages of the corpus's development half say
less: the antecedent of a party shares its country, so the candidates of that country are right together and "none" has no part. ``--cross``
prints precision and recall over ten folds of the written cases and of the corpus's held-out half instead. Plain numpy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve import Resolver, resolve_references
from dateline.resolve.anaphora import references
from dateline.resolve.anaphora.choice import Choice
from dateline.resolve.scene import DocumentScene
from dateline.training.corpus import load_corpus
from dateline.training.parties import GoldExtraction, gold_extractions, half_of
from dateline.types import Block, BlockKind, Document, Phrase, Resolution, Span

ROOT = Path(__file__).resolve().parent.parent
CASES = ("open", "seen", "written")
#: Features seen in fewer references than this are left out.
RARE = 3
#: Strength of the Gaussian prior and weight of a corpus reference beside a written one, chosen by --cross.
PRIOR, CORPUS_WEIGHT = 0.008, 0.3
STEPS, RATE = 500, 0.05
SMALL = 0.02
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A reference: its candidates, which are right (none stands last), what the rules link and whether an antecedent is wanted."""

    choice: Choice
    right: tuple[bool, ...]
    by_rule: tuple[Phrase, ...]
    rule_right: bool
    wanted: bool
    weight: float
    fold: int
    source: str
    text: str = ""

    @property
    def judged(self) -> bool:
        """Whether "none" is one of the alternatives."""
        return self.source != "corpus"


def fold_of(text: str) -> int:
    """One of ten folds by a hash of the text, so that the cases of a text stay together."""
    return hashlib.sha256(text.encode()).digest()[0] % FOLDS


# --- written cases -----------------------------------------------------------------------------------------------------------


def _bare(text: str) -> str:
    for article in ("the ", "a ", "an "):
        text = text[len(article) :] if text.lower().startswith(article) else text
    return text


def same(have: Sequence[Phrase], gold: Sequence[str]) -> bool:
    """Whether phrases are those that a case names, give or take titles and modifiers (as ``bench/resolve_cases.py`` has it)."""
    words = [_bare(one.mention.text) for one in have]
    return len(words) == len(gold) and all(any(w in _bare(g) or _bare(g) in w for g in gold) for w in words)


def from_cases(name: str, resolver: Resolver) -> Iterator[Example]:
    """The references of a file of cases that the model judges."""
    path = ROOT / "tests" / "cases" / f"references.{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    documents = [Document("d", "d", r["text"], "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(r["text"]))),)) for r in rows]
    for row, parsed in zip(rows, parse_documents(documents), strict=True):
        day, found = date.fromisoformat(row["published"]), []

        def lookup(phrase: Phrase, day: date = day) -> Resolution:
            return resolver.actor(phrase.mention.text, on=day)

        def decide(choice: Choice, by_rule: tuple[Phrase, ...], found: list[object] = found) -> tuple[Phrase, ...]:
            found.append((choice, by_rule))
            return by_rule

        resolve_references([p for sentence in parsed for p in all_phrases(sentence)], row["text"], lookup, decide)
        start, end = row["span"]
        for choice, by_rule in found:
            if start <= choice.phrase.mention.span.end - 1 < end <= choice.phrase.mention.span.end + 2:
                gold = row["antecedents"]
                right = [bool(gold) and bool(o.parties) and same(o.parties, gold) for o in choice.options]
                wanted = bool(gold)
                yield Example(choice, (*right, not any(right)), by_rule, wanted and same(by_rule, gold), wanted, 1.0, fold_of(row["text"]), name,
                              f"{row['mention']!r} {gold} in {row['text']}")  # fmt: skip
                break


# --- corpus ------------------------------------------------------------------------------------------------------------------


def from_corpus(found: GoldExtraction, resolver: Resolver) -> Iterator[Example]:
    """The references among a passage's annotated parties whose country is known and shared by a candidate."""
    gold = {p.phrase.mention.span: p.countries for p in found.parties if p.countries}
    seen: dict[Span, tuple[Choice, tuple[Phrase, ...]]] = {}

    def decide(choice: Choice, by_rule: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        seen[choice.phrase.mention.span] = (choice, by_rule)
        return by_rule

    scene = DocumentScene(found.document, found.extraction, resolver, decide)

    def countries(parties: Iterable[Phrase]) -> frozenset[str | None]:
        chosen = [scene.lookup(p).chosen for p in parties]
        return frozenset(one.country if one else None for one in chosen)

    for span, (choice, by_rule) in seen.items():
        if span not in gold:
            continue
        known = replace(choice, options=tuple(o for o in choice.options if o.parties and None not in countries(o.parties)))
        if not known.options or (by_rule and None in countries(by_rule)):
            continue  # an antecedent without a country cannot be judged by it
        right = [countries(o.parties) == gold[span] for o in known.options]
        rule_right = bool(by_rule) and countries(by_rule) == gold[span]
        yield Example(known, (*right, False), by_rule, rule_right, True, CORPUS_WEIGHT, fold_of(found.document.text), "corpus",
                      f"{choice.phrase.mention.text!r} {sorted(gold[span])} in {found.document.text}")  # fmt: skip


# --- fitting -----------------------------------------------------------------------------------------------------------------


def fit(examples: Sequence[Example], prior: float = PRIOR) -> dict[str, float]:
    """Weights by gradient ascent (Adam) on the penalised likelihood that a right candidate is chosen."""
    kept = [e for e in examples if e.judged or (any(e.right) and not all(e.right[:-1]))]
    tables = [[*(o.names for o in e.choice.options), *([e.choice.none] if e.judged else [])] for e in kept]
    seen = Counter(name for table in tables for name in {n for names in table for n in names})
    index = {name: i for i, name in enumerate(sorted(n for n, count in seen.items() if count >= RARE))}
    rows, columns, groups, gold = [], [], [], []
    for number, (example, table) in enumerate(zip(kept, tables, strict=True)):
        for names, right in zip(table, example.right, strict=False):
            known = [index[n] for n in names if n in index]
            columns += known
            rows += [len(groups)] * len(known)
            groups.append(number)
            gold.append(right)
    r, c, g, y = np.array(rows), np.array(columns), np.array(groups), np.array(gold, dtype=float)
    each = np.array([e.weight for e in kept])
    w, m, v = (np.zeros(len(index)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = np.bincount(r, weights=w[c], minlength=len(g))
        raised = np.exp(score - score.max())
        chance = raised / np.bincount(g, weights=raised)[g]
        among = raised * y / np.maximum(np.bincount(g, weights=raised * y), 1e-300)[g]
        gradient = np.bincount(c, weights=((among - chance) * each[g])[r], minlength=len(index)) / each.sum() - prior * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w += RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {name: float(w[i]) for name, i in index.items()}


# --- measuring ---------------------------------------------------------------------------------------------------------------


def verdict(example: Example, table: Mapping[str, float], agreed: float, alone: float) -> bool | None:
    """Whether what rules and model give together is right; ``None`` where they give nothing."""
    with thresholds(agreed, alone):
        found = references.settle(example.choice, example.by_rule, table)
    if not found:
        return None
    spans = {p.mention.span for p in found}
    if spans == {p.mention.span for p in example.by_rule}:
        return example.rule_right
    options = zip(example.choice.options, example.right, strict=False)
    return any(right for option, right in options if {p.mention.span for p in option.parties} == spans)


@contextmanager
def thresholds(agreed: float, alone: float) -> Iterator[None]:
    """Other thresholds for the time of a measurement."""
    kept = references.AGREED, references.ALONE
    references.AGREED, references.ALONE = agreed, alone
    try:
        yield
    finally:
        references.AGREED, references.ALONE = kept


def line(name: str, verdicts: Sequence[tuple[Example, bool | None]]) -> str:
    """Precision and recall of links as text."""
    given = [v for _, v in verdicts if v is not None]
    wanted = sum(e.wanted for e, _ in verdicts)
    return f"{name:<28} P {sum(given)}/{len(given)} = {sum(given) / max(1, len(given)):.3f}   R {sum(given) / max(1, wanted):.3f}"


def cross(cases: Sequence[Example], development: Sequence[Example], held_out: Sequence[Example]) -> None:
    """Prints what each pair of thresholds gives on folds of the written cases and on the corpus's held-out half."""
    tables = [fit([e for e in cases if e.fold != fold] + list(development)) for fold in range(FOLDS)]
    whole = fit([*cases, *development])
    print(line("rules, cases", [(e, e.rule_right if e.by_rule else None) for e in cases]))
    print(line("rules, held-out passages", [(e, e.rule_right if e.by_rule else None) for e in held_out]))
    for agreed in (0.3, 0.4, 0.5, 2.0):
        for alone in (0.5, 0.6, 0.7, 0.8, 0.9):
            name = f"{agreed} {alone}"
            for source in (*CASES, "all"):
                chosen = [e for e in cases if source in {e.source, "all"}]
                print(line(f"{name} {source}", [(e, verdict(e, tables[e.fold], agreed, alone)) for e in chosen]))
            print(line(f"{name} held-out", [(e, verdict(e, whole, agreed, alone)) for e in held_out]))


def main() -> int:
    """Fits and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dateline" / "resolve" / "data" / "antecedents.tsv")
    parser.add_argument("--cross", action="store_true", help="measure instead of writing")
    options = parser.parse_args()
    resolver = Resolver.load()
    cases = [example for name in CASES for example in from_cases(name, resolver)]
    passages = [p for file in load_corpus(options.folder) for p in file.passages]
    halves: dict[str, list[Example]] = {"development": [], "held-out": []}
    for half, group in halves.items():
        wanted = [p for p in passages if half_of(p) == half] if options.cross or half == "development" else []
        group += [example for found in gold_extractions(wanted) for example in from_corpus(found, resolver)]
    if options.cross:
        cross(cases, halves["development"], halves["held-out"])
        return 0
    table = {name: weight for name, weight in fit([*cases, *halves["development"]]).items() if abs(weight) >= SMALL}
    options.out.write_text("feature\tweight\n" + "".join(f"{n}\t{w:.3f}\n" for n, w in sorted(table.items())), encoding="utf-8")
    print(f"{len(cases)} written references, {len(halves['development'])} of the corpus, {len(table)} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
