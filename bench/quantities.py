"""Quantities on the open, the later and the sealed cases: ``python bench/quantities.py [--sealed] [--misses]``.

``fresh``, ``fresh2``, ``last`` and ``last2`` were written in this order, each before the output on it was seen, and then used to mend classes of errors:
what they score now is in-sample, what they scored at first sight is in ``bench/results/quantities.md``. ``news`` and ``written``
are learned from. What unseen sets score is told by ``bench/quantities_by_set.py``.

A found quantity answers the gold one that it overlaps most. ``figure`` asks for the same value and bounds, ``counts`` for the same
class of what is counted (or none), and the bar for both. Units, exact spans and approximation are reported over the matched pairs.
The sealed half is for measuring, not for looking at: it is scored only with ``--sealed`` and prints totals.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.extract.quantities import find_quantities, to_quantity
from dateline.types import Quantity, Span

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
#: What may be read while developing.
OPEN = ("open", "fresh", "fresh2", "last", "last2", "news", "written")
#: Fractions are written to one place in the cases (66.7), so figures this close are the same.
TOLERANCE = 0.051


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the quantities marked in it."""

    name: str
    text: str
    gold: tuple[Quantity, ...]


@dataclass(slots=True)
class Tally:
    """Counts over a half: gold, found, matched by overlap, and right by field among the matched."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    right: Counter[str] = field(default_factory=Counter)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def f1(self, name: str) -> float:
        """F1 where a pair is right if the field is (``matched`` for the span alone)."""
        right = self.matched if name == "matched" else self.right[name]
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 1.0


def cases(half: str) -> Iterator[Case]:
    """The cases of a half: one of :data:`OPEN`, or ``sealed``."""
    for line in (CASES / f"quantities.{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = tuple(Quantity(**{**one, "span": Span(*one["span"])}) for one in row["quantities"])
        yield Case(row["id"], row["text"], gold)


def pair(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Indices of gold and found spans that overlap, the greatest overlap first, each used once."""
    ranked = sorted(
        ((min(g.end, f.end) - max(g.start, f.start), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    taken: list[tuple[int, int]] = []
    for shared, i, j in ranked:
        if shared > 0 and all(-i != a and -j != b for a, b in taken):
            taken.append((-i, -j))
    return sorted(taken)


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Whether value and both bounds agree."""
    pairs = ((one.value, other.value), (one.low, other.low), (one.high, other.high))
    return all(a == b if a is None or b is None else abs(a - b) <= TOLERANCE for a, b in pairs)


def found_in(text: str) -> list[Quantity]:
    """The package's quantities of a text."""
    return [to_quantity(one, 0, text) for one in find_quantities(text)]


def score(half: str) -> Tally:
    """Tally of a half."""
    return score_cases(cases(half))


def score_cases(some: Iterable[Case], finder: Callable[[str], Sequence[Quantity]] = found_in) -> Tally:
    """Tally of cases."""
    tally = Tally()
    for case in some:
        found = finder(case.text)
        tally.gold, tally.found = tally.gold + len(case.gold), tally.found + len(found)
        pairs = pair([q.span for q in case.gold], [q.span for q in found])
        tally.matched += len(pairs)
        for i, j in pairs:
            _compare(tally, case, case.gold[i], found[j])
        left = [q for i, q in enumerate(case.gold) if i not in {a for a, _ in pairs}]
        extra = [q for j, q in enumerate(found) if j not in {b for _, b in pairs}]
        for one, side in [*((q, "gold") for q in left), *((q, "found") for q in extra)]:
            kind = one.counts or "(none)"
            tally.confusion[(kind, "(missed)") if side == "gold" else ("(no quantity)", kind)] += 1
            tally.misses.append(f"{case.name} only {side}: {one.text!r} {one.value} {one.unit} {one.counts} | {case.text}")
    return tally


def _compare(tally: Tally, case: Case, gold: Quantity, found: Quantity) -> None:
    figure, counts = same_figure(gold, found), gold.counts == found.counts
    tally.right["figure"] += figure
    tally.right["counts"] += counts
    tally.right["figure and counts"] += figure and counts
    tally.right["unit"] += gold.unit == found.unit
    tally.right["span"] += gold.span == found.span
    tally.right["approximate"] += gold.approximate == found.approximate
    tally.right["all"] += figure and counts and gold.unit == found.unit and gold.approximate == found.approximate
    tally.confusion[(gold.counts or "(none)", found.counts or "(none)")] += 1
    wrong = [name for name, ok in (
        ("figure", figure), ("counts", counts), ("unit", gold.unit == found.unit), ("span", gold.span == found.span),
        ("approximate", gold.approximate == found.approximate),
    ) if not ok]  # fmt: skip
    if wrong:
        ours = f"{found.text!r} {found.value} {found.low} {found.high} {found.unit} {found.counts}"
        theirs = f"{gold.text!r} {gold.value} {gold.low} {gold.high} {gold.unit} {gold.counts}"
        tally.misses.append(f"{case.name} {'+'.join(wrong)}: {ours}, expected {theirs} | {case.text}")


def report(half: str, tally: Tally, *, misses: bool) -> None:
    """Print the figures of a half; the confusion table and misses never of the sealed one."""
    print(f"{half}: gold {tally.gold}, found {tally.found}")
    for name in ("matched", "figure", "counts", "figure and counts", "unit", "span", "approximate", "all"):
        print(f"  F1 {name:18} {tally.f1(name):.3f}")
    if half == "sealed":
        return
    print("  what is counted, gold -> found (only disagreements):")
    for (gold, found), count in sorted(tally.confusion.items(), key=lambda kv: (-kv[1], kv[0])):
        if gold != found:
            print(f"    {gold:12} -> {found:12} {count}")
    if misses:
        print("\n".join(f"  {line}" for line in tally.misses))


def main() -> None:
    """Print the figures."""
    for half in OPEN:
        report(half, score(half), misses="--misses" in sys.argv)
    if "--sealed" in sys.argv:
        report("sealed", score("sealed"), misses=False)


if __name__ == "__main__":
    main()
