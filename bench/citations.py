"""Share of citation fields read right on the cases under ``tests/cases``, the open and the sealed half apart.

    python bench/citations.py [--show] [--set citations|officials] [--half open|sealed|fresh]

``--show`` prints what failed of the open half; of the sealed half only totals are printed, so that nobody tunes on it. The set ``officials``
(halves ``open`` and ``fresh``) holds papers and words of officials that have no title: issuer, kind and day; and notes that cite nothing.

A note's sources are held against the gold's in their order. A field counts as right where both say the same or both leave it open; the
share over filled fields leaves out those that gold and prediction leave open. A source that is missing or too many has every field of
its own wrong that is filled. ``authors`` are right as written or in natural order (``authors_natural``). A bare link's outlet and agency,
which the gold leaves open, may be read from its domain.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.read.citations import parse_note
from dateline.types import Source

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
FIELDS = (
    "kind", "authors", "agency", "outlet", "title", "publisher", "volume", "issue", "pages", "published", "accessed", "url",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Counts per field: all, right, filled in gold or prediction, right of those; notes and how many have the right number of sources."""

    total: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    right_filled: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    split: int = 0
    failed: list[str] = field(default_factory=list)

    def share(self, name: str | None = None, *, filled: bool = False) -> float:
        """Share of right fields, of one field or of all; of those that are filled where asked for."""
        right, total = (self.right_filled, self.filled) if filled else (self.right, self.total)
        names = FIELDS if name is None else (name,)
        return sum(right[n] for n in names) / max(1, sum(total[n] for n in names))


def _plain(value: object) -> object:
    """Quotation marks and dashes alike in any typeface; no lists that are empty."""
    if isinstance(value, str):
        return value.translate(str.maketrans("’‘“”–—", "''\"\"--"))
    if isinstance(value, (list, tuple)):
        return tuple(_plain(one) for one in value) or None
    return value


def right_field(name: str, found: Source | None, gold: dict[str, Any] | None, *, bare: bool) -> bool:
    """Whether one field is right."""
    said = _plain(getattr(found, name)) if found is not None else None
    if gold is None:
        return said is None
    wanted = _plain(gold.get(name))
    if name == "authors":
        return said in (wanted, _plain(gold.get("authors_natural", ())))
    return said == wanted or (bare and wanted is None and name in {"outlet", "agency"})


def score(cases: Iterable[dict[str, Any]]) -> Tally:
    """Tally the cases."""
    tally = Tally()
    for case in cases:
        found, gold = parse_note(case["text"]), case["sources"]
        tally.notes += 1
        tally.split += len(found) == len(gold)
        for index in range(max(len(found), len(gold))):
            one = found[index] if index < len(found) else None
            want = gold[index] if index < len(gold) else None
            _count(tally, case, one, want)
    return tally


def _count(tally: Tally, case: dict[str, Any], one: Source | None, want: dict[str, Any] | None) -> None:
    bare = want is not None and want.get("title") is None and want.get("url") is not None
    for name in FIELDS:
        right = right_field(name, one, want, bare=bare)
        said, wanted = (_plain(getattr(one, name)) if one else None), (_plain(want.get(name)) if want else None)
        tally.total[name] += 1
        tally.right[name] += right
        if said is not None or wanted is not None:
            tally.filled[name] += 1
            tally.right_filled[name] += right
        if not right:
            tally.failed.append(f"{case['id']} {case['style']} {name}: {said!r} for {wanted!r}\n    {case['text']}")


def load(half: str, *, name: str = "citations") -> list[dict[str, Any]]:
    """The cases of a half of a set."""
    return [json.loads(line) for line in (CASES / f"{name}.{half}.jsonl").read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "sealed", "fresh"), default="open")
    parser.add_argument("--set", choices=("citations", "officials"), default="citations")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    tally = score(load(options.half, name=options.set))
    if options.show and options.half == "open":
        print("\n".join(tally.failed))
    print(f"{options.half}: {tally.notes} notes, {tally.split} with the right number of sources ({tally.split / tally.notes:.3f})")
    print(f"{'field':10} {'right':>6} {'filled':>6} {'of':>4}")
    for name in FIELDS:
        print(f"{name:10} {tally.share(name):6.3f} {tally.share(name, filled=True):6.3f} {tally.filled[name]:4}")
    print(f"{'all':10} {tally.share():6.3f} {tally.share(filled=True):6.3f} {sum(tally.filled.values()):4}")


if __name__ == "__main__":
    main()
