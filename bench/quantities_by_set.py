"""What quantities of unseen sets count: each set of cases scored by weights fitted without it.

    python bench/quantities_by_set.py [--misses FILE]

No weight has seen the set that is scored, but rules and cue words were mended on errors of all of them, those of ``news``, ``written`` and ``taught`` last; on the
older sets the class by the rules is therefore left out of the evidence. ``taught`` is scored by
three folds of its sentences. F1 is that of ``bench/quantities.py`` (figure and counts).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "bench")]

import quantities as bench  # noqa: E402
import train_quantities as train  # noqa: E402

from dateline.extract.quantities.choice import Table, choose  # noqa: E402
from dateline.extract.quantities.finder import to_quantity  # noqa: E402

#: Folds of the taught sentences.
FOLDS = 3


def held(texts: Sequence[train.Known], name: str) -> Iterator[list[train.Known]]:
    """The parts of a set that are left out together."""
    own = [one for one in texts if one.of_set == name]
    if name != train.TAUGHT:
        yield own
        return
    yield from ([one for one in own if train.fold_of(one.text, FOLDS) == fold] for fold in range(FOLDS))


def tally(half: str, table: Table, parts: Sequence[train.Known]) -> bench.Tally:
    """The score of a set's cases with the classes by a table."""
    by_text = {one.text: one for one in parts}

    def finder(text: str) -> list[bench.Quantity]:
        one = by_text[text]
        return [to_quantity(each, 0, text) for each in choose(text, one.found, table, rules=one.source != "mended")]

    return bench.score_cases(bench.cases(half), finder)


def main() -> int:
    """Prints class right and F1 by set, and which classes are taken for which."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=Path, help="write the wrong ones here")
    given = parser.parse_args()
    texts = list(train.all_texts(ROOT / "corpus" / "train"))
    rest = [one for one in texts if not one.held_out]
    confused: Counter[tuple[str, str]] = Counter()
    lines: list[str] = []
    total = [0, 0]
    for name in (*train.MENDED, *train.WRITTEN, train.TAUGHT):
        right = count = 0
        shown = ""
        for part in held(rest, name):
            out = {id(one) for one in part}
            table = Table.of(train.fit([one for one in rest if id(one) not in out]))
            for one in part:
                best = choose(one.text, one.found, table, rules=one.source != "mended")
                for i, gold in one.counts.items():
                    right, count = right + (best[i].counts == gold), count + 1
                    if best[i].counts != gold:
                        confused[str(gold), str(best[i].counts)] += 1
                        phrase = one.text[best[i].start : best[i].end]
                        lines.append(f"{name}\t{gold}\t{best[i].counts}\t{best[i].unit}\t{phrase}\t{one.text}")
            if name != train.TAUGHT:
                scored = tally(name, table, part)
                shown = f", F1 {scored.f1('figure and counts'):.3f}"
                lines += [f"{name} F\t{one}" for one in scored.misses if " counts" not in one.split(":")[0]]
        total = [total[0] + right, total[1] + count]
        print(f"{name:8} {right / count:.3f} of {count} right{shown}", flush=True)
    print(f"all      {total[0] / total[1]:.3f} of {total[1]}")
    train.show("held-out passages", *train.right([one for one in texts if one.held_out], train.fit(rest)))
    print(", ".join(f"{gold}->{found} {n}" for (gold, found), n in confused.most_common(40)))
    if given.misses:
        given.misses.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
