"""How titles bear on acts: ``python bench/bearing.py [--sealed] [--misses]``.

Each case is coded from raw text: the act is the mention whose trigger overlaps the case's, the title is coded like a headline. An act
that the coder does not find is a miss and reported apart. The sealed half prints totals only.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from dateline.extract.bearing import bearing
from dateline.pipeline import CodeOptions, Pipeline
from dateline.titles import code_titles
from dateline.types import Block, BlockKind, Document, EventMention, Span

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
CLASSES = ("same", "detail", "background", "unrelated")


def document(text: str) -> Document:
    """A document of one paragraph."""
    return Document("0" * 16, "case", text, "0" * 64, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))


def find(mentions: tuple[EventMention, ...], text: str, trigger: str) -> EventMention | None:
    """The mention whose trigger overlaps the words of the case."""
    at = text.index(trigger)
    span = Span(at, at + len(trigger))
    return next((m for m in mentions if m.trigger.span.overlaps(span)), None)


def score(pipeline: Pipeline, half: str, *, misses: bool) -> Counter[tuple[str, str]]:
    """(gold, found) pairs of a half."""
    rows = [json.loads(line) for line in (CASES / f"bearing.{half}.jsonl").read_text(encoding="utf-8").splitlines()]
    coded = pipeline.code([document(row["text"]) for row in rows])
    titles = code_titles(pipeline, [(row["title"], None) for row in rows])
    table: Counter[tuple[str, str]] = Counter()
    for row, one, title in zip(rows, coded, titles, strict=True):
        act = find(one.mentions, row["text"], row["trigger"])
        got = bearing(act, title) if act is not None else None
        found = got.relation if got is not None else "(no act)"
        table[row["bearing"], found] += 1
        if misses and found != row["bearing"]:
            acts = [(m.type, m.trigger.text) for m in title.mentions]
            print(f"  {row['id']} {found}, expected {row['bearing']}: {row['text']} <- {row['title']} {acts} {got and got.reasons}")
    return table


def report(half: str, table: Counter[tuple[str, str]]) -> float:
    """Print accuracy, F1 by class and the confusion table; return the accuracy."""
    right = sum(count for (gold, found), count in table.items() if gold == found)
    print(f"{half}: {right}/{table.total()} = {right / table.total():.3f}")
    for name in CLASSES:
        gold = sum(c for (g, _), c in table.items() if g == name)
        found = sum(c for (_, f), c in table.items() if f == name)
        print(f"  {name:10} F1 {2 * table[name, name] / (gold + found) if gold + found else 1.0:.3f} (gold {gold})")
    for (gold, found), count in sorted(table.items()):
        if gold != found:
            print(f"    {gold:10} -> {found:10} {count}")
    return right / table.total()


def main() -> None:
    """Print the figures."""
    pipeline = Pipeline(CodeOptions())
    report("open", score(pipeline, "open", misses="--misses" in sys.argv))
    if "--sealed" in sys.argv:
        report("sealed", score(pipeline, "sealed", misses=False))


if __name__ == "__main__":
    main()
