"""Whose the parties of short made-up texts are: ``python bench/party_cases.py [--half open|fresh] [--misses]``.

Codes the texts of ``tests/cases/parties.*.jsonl`` with the shipped coder and compares the countries of each side that a case states. An act that is
not found has its sides wrong. ``--misses`` lists those of the open half; of the other one only totals are printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.types import EventMention

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
SIDES = ("actors", "recipients", "speaker")


def cases(half: str) -> list[dict[str, Any]]:
    """The cases of a half."""
    return [json.loads(line) for line in (CASES / f"parties.{half}.jsonl").read_text("utf-8").splitlines()]


def act_of(case: Mapping[str, Any], acts: Sequence[EventMention]) -> EventMention | None:
    """The act at the case's trigger."""
    start = case["text"].index(case["trigger"])
    end = start + len(case["trigger"])
    return next((act for act in acts if act.trigger.span.start < end and start < act.trigger.span.end), None)


def countries(act: EventMention | None, side: str) -> list[str] | str | None:
    """The countries of a side as a case states them; ``None`` where there is no act."""
    if act is None:
        return None
    if side == "speaker":
        return act.attribution.country if act.attribution else None
    return sorted({party.country for party in getattr(act, side) if party.country})


def compared(rows: Sequence[Mapping[str, Any]], coded: Sequence[Sequence[EventMention]]) -> Iterator[tuple[str, bool, str]]:
    """For each stated side: the kind of its case, whether it is right, and what was found."""
    for case, acts in zip(rows, coded, strict=True):
        act = act_of(case, acts)
        for side in SIDES:
            if case.get(side) is not None:
                found = countries(act, side)
                told = f"{case['id']} {side}: {case[side]}, found {found if act else 'no act'}: {case['text']}"
                yield case["kind"], found == case[side], told


def main() -> None:
    """Prints totals by kind and, on request, what is wrong."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", choices=("open", "fresh"), default="open")
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    rows = cases(given.half)
    coded = Pipeline().code([plain_document(case["id"], case["text"], None) for case in rows])
    found = list(compared(rows, [one.mentions for one in coded]))
    right, wanted = Counter(kind for kind, ok, _ in found if ok), Counter(kind for kind, _, _ in found)
    print(f"sides right: {sum(right.values())}/{len(found)}; " + ", ".join(f"{kind} {right[kind]}/{count}" for kind, count in wanted.items()))
    if given.misses and given.half == "open":
        print("\n".join(told for _, ok, told in found if not ok))


if __name__ == "__main__":
    main()
