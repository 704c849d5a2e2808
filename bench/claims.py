"""Claims on the open and the sealed cases: ``python bench/claims.py [--sealed] [--misses] [--corpus]``.

Lenient: a found claim answers a gold one of its kind whose text it overlaps (each used once, the greatest overlap first). Strict: the
spans are the same. Holder (the same words but for a leading article, or rightly none) and certainty are accuracies over the lenient
pairs. The confusion table pairs by overlap alone. The sealed half is for measuring: it is scored only with ``--sealed``, totals only.
``--corpus`` adds the claims of ``corpus/train``, which other writers marked by other conventions, as an outside figure.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.extract.claims import find_claims
from dateline.extract.parse import parse_documents
from dateline.training.notation import parse_notation
from dateline.types import Block, BlockKind, Document, RawClaim, Span

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked claim."""

    kind: str
    span: Span
    holder: str | None
    certainty: str


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its claims."""

    name: str
    text: str
    gold: tuple[Gold, ...]


@dataclass(slots=True)
class Tally:
    """Counts over a set of cases, by kind of claim where it matters."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    lenient: Counter[str] = field(default_factory=Counter)
    strict: Counter[str] = field(default_factory=Counter)
    holder: int = 0
    certainty: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def f1(self, right: Counter[str], kind: str | None = None) -> float:
        """F1 over all kinds, or of one."""
        hits, gold, found = (c[kind] if kind else c.total() for c in (right, self.gold, self.found))
        return 2 * hits / (gold + found) if gold + found else 1.0


def cases(half: str) -> Iterator[Case]:
    """The cases of a half, ``open`` or ``sealed``."""
    for line in (CASES / f"claims.{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = tuple(Gold(c["kind"], Span(*c["span"]), c["holder"], c["certainty"]) for c in row["claims"])
        yield Case(row["id"], row["text"], gold)


def corpus() -> Iterator[Case]:
    """The passages of the training corpus with their claims."""
    for path in sorted((ROOT / "corpus" / "train").glob("*.txt")):
        for number, passage in enumerate(parse_notation(path.read_text(encoding="utf-8"))[0]):
            gold = []
            for claim in (c for s in passage.sentences for c in s.claims):
                holder, span = claim["holder"], claim["span"]
                assert isinstance(span, list)
                words = holder["text"] if isinstance(holder, dict) else None
                gold.append(Gold(str(claim["kind"]), Span(*span), words, str(claim["certainty"])))
            yield Case(f"{path.stem}:{number}", passage.text, tuple(gold))


def document(text: str) -> Document:
    """A document of paragraphs."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(part))))
        at += len(part) + 2
    return Document("0" * 16, "case", text, "0" * 64, tuple(blocks))


def pairs(gold: Sequence[Gold], found: Sequence[RawClaim], *, kinds: bool) -> list[tuple[int, int]]:
    """Indices of overlapping gold and found claims, the greatest overlap first, each used once; ``kinds`` asks for the same kind."""
    ranked = sorted(
        (
            (min(g.span.end, f.span.end) - max(g.span.start, f.span.start), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if not kinds or g.kind == f.kind
        ),
        reverse=True,
    )
    taken: list[tuple[int, int]] = []
    for shared, i, j in ranked:
        if shared > 0 and all(-i != a and -j != b for a, b in taken):
            taken.append((-i, -j))
    return taken


def _bare(words: str | None) -> str | None:
    if words is None:
        return None
    low = words.lower()
    return next((low.removeprefix(a) for a in _ARTICLES if low.startswith(a)), low)


def same_holder(gold: Gold, found: RawClaim) -> bool:
    """The same words without article; what is reported may leave off a number or "most" before its noun."""
    mine, theirs = _bare(found.holder.mention.text if found.holder else None), _bare(gold.holder)
    if mine is None or theirs is None:
        return mine == theirs
    return mine == theirs or theirs.endswith(" " + mine) or theirs.startswith(mine + " ")


def score(some: Iterable[Case]) -> Tally:
    """Tally of cases."""
    listed = list(some)
    tally = Tally()
    parsed = parse_documents([document(case.text) for case in listed])
    for case, sentences in zip(listed, parsed, strict=True):
        found = [claim for sentence in sentences for claim in find_claims(sentence)]
        _add(tally, case, found)
    return tally


def _add(tally: Tally, case: Case, found: Sequence[RawClaim]) -> None:
    tally.gold.update(g.kind for g in case.gold)
    tally.found.update(f.kind for f in found)
    right = pairs(case.gold, found, kinds=True)
    for i, j in right:
        gold, mine = case.gold[i], found[j]
        tally.lenient[gold.kind] += 1
        tally.strict[gold.kind] += gold.span == mine.span
        tally.holder += same_holder(gold, mine)
        tally.certainty += gold.certainty == mine.certainty.value
        wrong = [name for name, ok in (
            ("span", gold.span == mine.span), ("holder", same_holder(gold, mine)), ("certainty", gold.certainty == mine.certainty.value),
        ) if not ok]  # fmt: skip
        if wrong:
            held = mine.holder.mention.text if mine.holder else None
            tally.misses.append(f"{case.name} {'+'.join(wrong)}: {mine.text!r} {held!r} {mine.certainty.value} | {case.text}")
    loose = pairs(case.gold, found, kinds=False)
    tally.confusion.update((case.gold[i].kind, found[j].kind) for i, j in loose)
    tally.confusion.update((g.kind, "(missed)") for i, g in enumerate(case.gold) if i not in {a for a, _ in loose})
    tally.confusion.update(("(no claim)", f.kind) for j, f in enumerate(found) if j not in {b for _, b in loose})
    for i, g in enumerate(case.gold):
        if i not in {a for a, _ in right}:
            tally.misses.append(f"{case.name} missed {g.kind} {case.text[g.span.start : g.span.end]!r} | {case.text}")
    for j, f in enumerate(found):
        if j not in {b for _, b in right}:
            tally.misses.append(f"{case.name} wrong {f.kind} {f.text!r} | {case.text}")


def report(name: str, tally: Tally, *, misses: bool = False) -> None:
    """Print the figures of a set."""
    pairs_ = tally.lenient.total() or 1
    print(f"{name}: gold {tally.gold.total()}, found {tally.found.total()}")
    print(f"  F1 lenient {tally.f1(tally.lenient):.3f}, strict {tally.f1(tally.strict):.3f}")
    print(f"  on matched claims: holder {tally.holder / pairs_:.3f}, certainty {tally.certainty / pairs_:.3f}")
    for kind in sorted(tally.gold):
        print(f"    {kind:11} gold {tally.gold[kind]:3}  F1 lenient {tally.f1(tally.lenient, kind):.3f}")
    print("  kinds, gold -> found (only disagreements):")
    for (gold, found), count in sorted(tally.confusion.items(), key=lambda kv: (-kv[1], kv[0])):
        if gold != found:
            print(f"    {gold:11} -> {found:11} {count}")
    if misses:
        print("\n".join(f"  {line}" for line in tally.misses))


def main() -> None:
    """Print the figures."""
    report("open", score(cases("open")), misses="--misses" in sys.argv)
    if "--sealed" in sys.argv:
        report("sealed", score(cases("sealed")))
    if "--corpus" in sys.argv:
        report("corpus/train", score(corpus()))


if __name__ == "__main__":
    main()
