"""Fits what a quantity counts (``src/dateline/extract/data/quantities.tsv``).

    python scripts/train_quantities.py [--cross FOLDS] [--folder corpus/train] [--out FILE]

Learned from the ``q=`` fields of the corpus' training passages (not those held out of every training) and from the quantities of
``tests/cases``: the sentences written to be learned from (``written``, ``news``, ``taught``), and the older sets, on which the rules were mended, so that
there the class by the rules is no evidence. ``--cross`` writes nothing; it scores the written sentences by weights fitted without them, and the
held-out passages. No coder is needed; the ``train`` extra (scipy) is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.extract.quantities.choice import Table, choose
from dateline.extract.quantities.evidence import NONE, Before, evidence
from dateline.extract.quantities.finder import find_by_rules
from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.kinds import group_of
from dateline.training.corpus import load_corpus
from dateline.training.dataset import is_held_out
from dateline.training.logit import Choice, fit_choices
from dateline.training.notation import Sentence

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
#: Sets on which the rules were mended, and those written to be learned from.
MENDED, WRITTEN, TAUGHT = ("open", "fresh", "fresh2", "last", "last2"), ("written", "news"), "taught"
#: Features of fewer quantities are left out; strength of the Gaussian prior; weight of a written sentence; chosen by ``--cross``.
RARE, PRIOR, WRITTEN_WEIGHT, STEPS = 2, 2.0, 3.0, 60
#: Weight of a quantity's second copy, in which no cue word is known.
WITHOUT_CUES = 0.1
#: Weights smaller than this are not written.
SMALL = 0.05
#: What annotators of the corpus, whose classes are open-ended, call the classes; what they say else counts nothing of any class ...
CORPUS_CLASSES = {
    "killed": "killed", "wounded": "wounded", "missing": "missing", "casualties": "casualties", "troops": "troops", "protesters": "protesters",
    "detained": "detained", "abducted": "detained", "captured": "detained", "hostages": "detained", "sentenced": "detained",
    "released": "released", "pardoned": "released", "freed": "released", "evacuated": "evacuated", "rescued": "evacuated",
    "refugees": "refugees", "displaced": "refugees", "aid": "aid", "loan": "aid", "fine": "fine", "sentence": "sentence",
    "weapons": "weapons", "missiles": "weapons", "tanks": "weapons", "drones": "weapons",
    "support": "support", "oppose": "oppose", "undecided": "undecided",
}  # fmt: skip
#: ... except for these, which one annotator or another would class: nothing is learned from them.
UNSETTLED = frozenset(
    "aircraft prisoners victims planes vehicles workers detention compensation rounds divisions canisters surrendered disarmed pay reparations "
    "trapped sheltered convicted captivity lorries boats barrels".split()
)
#: Signs of the classes in the taught sentences: "Gunmen killed {26 guests:k}".
SIGNS = {
    "k": "killed", "w": "wounded", "m": "missing", "ca": "casualties", "d": "detained", "r": "released", "e": "evacuated", "t": "troops",
    "p": "protesters", "f": "refugees", "W": "weapons", "a": "aid", "fi": "fine", "s": "sentence", "+": "support", "!": "oppose",
    "?": "undecided", "-": None,
}  # fmt: skip
_SIGNED = re.compile(r"\{(?P<words>[^{}]*):(?P<sign>[^:{}]+)\}")
#: Start, end and class of an annotated quantity.
Mark = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class Known:
    """A text whose quantities are found by the rules; the annotated class of some by their place among the found."""

    text: str
    found: tuple[FoundQuantity, ...]
    counts: Mapping[int, str | None]
    source: str
    of_set: str
    held_out: bool = False


def known(text: str, marks: Sequence[Mark], source: str, of_set: str, *, held_out: bool = False) -> Known:
    """A text with the annotated classes laid on what is found, each mark on the quantity that it overlaps most."""
    found = tuple(find_by_rules(text))
    counts: dict[int, str | None] = {}
    for start, end, name in marks:
        shared, place = max(((min(end, one.end) - max(start, one.start), -i) for i, one in enumerate(found)), default=(0, 0))
        if shared > 0:
            counts.setdefault(-place, name)
    return Known(text, found, counts, source, of_set, held_out)


def of_corpus(folder: Path) -> Iterator[Known]:
    """The sentences of corpus passages that have annotated quantities."""
    for file in load_corpus(folder):
        for passage in file.passages:
            for sentence in passage.sentences:
                marks = list(_marks(sentence))
                if marks:
                    yield known(sentence.text, marks, "corpus", "corpus", held_out=is_held_out(passage.text))


def _marks(sentence: Sentence) -> Iterator[Mark]:
    for mention in sentence.mentions:
        for one in mention.get("quantities", ()):  # type: ignore[attr-defined]
            start, end = (at - sentence.start for at in one["span"])
            if start >= 0 and one["counts"] not in UNSETTLED:
                yield start, end, _corpus_class(one["counts"], one["unit"])


def _corpus_class(name: str | None, unit: str | None) -> str | None:
    """Annotators count by the act: people who get aid are no aid, and a term is a sentence or nothing."""
    counts = CORPUS_CLASSES.get(name or "")
    if counts == "aid" and unit in ("persons", "percent"):
        return None
    return None if counts != "sentence" and group_of(unit) in ("terms", "time") else counts


def of_cases(name: str, source: str) -> Iterator[Known]:
    """The texts of a set of cases."""
    for line in (CASES / f"quantities.{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield known(row["text"], [(*one["span"], one["counts"]) for one in row["quantities"]], source, name)


def of_taught() -> Iterator[Known]:
    """The sentences in which quantities are marked with the sign of their class."""
    for line in (CASES / f"quantities.{TAUGHT}.txt").read_text(encoding="utf-8").splitlines():
        text, marks, at = "", [], 0
        for match in _SIGNED.finditer(line):
            text += line[at : match.start()]
            marks.append((len(text), len(text) + len(match["words"]), SIGNS[match["sign"]]))
            text, at = text + match["words"], match.end()
        yield known(text + line[at:], marks, "written", TAUGHT)


def all_texts(folder: Path) -> Iterator[Known]:
    """All texts to learn from, and the passages held out."""
    yield from of_corpus(folder)
    for source, names in (("mended", MENDED), ("written", WRITTEN)):
        for name in names:
            yield from of_cases(name, source)
    yield from of_taught()


def fold_of(text: str, folds: int) -> int:
    """The fold of a text, by its hash."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:6], 16) % folds


def choices(one: Known) -> Iterator[Choice]:
    """What can be learned from a text: its annotated quantities, each after what the one before it counts."""
    for index, quantity in enumerate(one.found):
        if index not in one.counts:
            continue
        earlier = one.found[index - 1] if index else None
        before = None if earlier is None else Before(earlier, one.counts.get(index - 1, earlier.counts))
        table = evidence(one.text, quantity, before, rules=one.source != "mended")
        name = one.counts[index] or NONE
        if name in table:
            weight = WRITTEN_WEIGHT if one.source == "written" else 1.0
            yield Choice(table, {name: 1.0}, weight)
            yield Choice(_without_cues(one, quantity, before), {name: 1.0}, weight * WITHOUT_CUES)


def _without_cues(one: Known, quantity: FoundQuantity, before: Before | None) -> dict[str, list[str]]:
    """The evidence left if no list had the cue, so that the words themselves and the acts learn to carry what a cue carries."""
    unknown = replace(quantity, counts=None)
    return evidence(one.text, unknown, before, rules=one.source != "mended", cues=False)


def fit(texts: Sequence[Known]) -> dict[str, float]:
    """Weights of features, small ones left out."""
    fitted = fit_choices([choice for one in texts for choice in choices(one)], rare=RARE, prior=PRIOR, steps=STEPS)
    return {name: weight for name, weight in fitted.items() if abs(weight) >= SMALL}


def right(texts: Sequence[Known], table: Mapping[str, float]) -> tuple[int, int, int]:
    """How many annotated quantities have the right class by the weights, by the rules, and how many there are."""
    chosen = [(one, choose(one.text, one.found, Table.of(table))) for one in texts]
    by_choice = sum(best[i].counts == name for one, best in chosen for i, name in one.counts.items())
    return by_choice, sum(one.found[i].counts == name for one in texts for i, name in one.counts.items()), sum(len(one.counts) for one in texts)


def cross(texts: Sequence[Known], folds: int) -> None:
    """Prints how many of the written and of the held-out quantities are right."""
    parts: list[list[Known]] = [[] for _ in range(folds)]
    for one in texts:
        if one.source == "written":
            parts[fold_of(one.text, folds)].append(one)
    rest = [one for one in texts if not one.held_out]
    scored = [right(part, fit([one for one in rest if one not in part])) for part in parts]
    show("written, cross-validated", *(sum(column) for column in zip(*scored, strict=True)))
    show("held-out passages", *right([one for one in texts if one.held_out], fit(rest)))


def show(name: str, by_choice: int, by_rules: int, count: int) -> None:
    """Prints a share of quantities of the right class."""
    print(f"{name}: {by_choice / count:.3f} of {count} right, {by_rules / count:.3f} by the rules")


def main() -> int:
    """Fits and writes the table, or cross-validates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross", type=int, default=0, help="score by so many folds and write nothing")
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dateline" / "extract" / "data" / "quantities.tsv")
    given = parser.parse_args()
    texts = list(all_texts(given.folder))
    if given.cross:
        cross(texts, given.cross)
        return 0
    table = fit([one for one in texts if not one.held_out])
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(table.items())]
    given.out.write_text("\n".join(["feature\tweight", *lines]) + "\n", encoding="utf-8")
    print(f"{given.out}: {len(lines)} weights")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
