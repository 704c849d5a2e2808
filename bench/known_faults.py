"""Times told by words back, second figures, denials: ``python bench/known_faults.py [--half open|aside] [--misses]``.

Codes the texts of ``tests/cases/known_faults`` with the shipped coder; an act that is not found counts as wrong. ``--misses`` lists those of
the open half; of the one set aside only totals are printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.pipeline import Pipeline
from dateline.read import ReadOptions, read
from dateline.types import EventMention

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "known_faults"


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what is told of its acts, each by a word of its trigger and demands such as ``date=1990`` or ``n=26:killed``."""

    name: str
    published: date | None
    text: str
    acts: tuple[tuple[str, tuple[str, ...]], ...]


def cases(half: str) -> Iterator[Case]:
    """The cases of a half."""
    for block in (CASES / f"{half}.txt").read_text("utf-8").split("=== ")[1:]:
        head, text, *acts = block.strip().splitlines()
        name, day = head.split()
        told = [line.removeprefix("> ").split() for line in acts]
        yield Case(name, None if day == "-" else date.fromisoformat(day), text, tuple((one[0], tuple(one[1:])) for one in told))


def is_met(act: EventMention, demand: str) -> bool:
    """Whether an act is told as demanded."""
    field, _, wanted = demand.partition("=")
    if field == "date":
        low, _, high = wanted.partition("..")
        when = act.date
        if when is None or not when.is_told:
            return False
        same = when.earliest.isoformat() >= low and when.latest.isoformat() <= high if high else when.earliest.isoformat().startswith(low)
        return same if high else same and when.latest.isoformat().startswith(low)
    figures = [(one.value if one.value is not None else one.low, one.counts) for one in act.quantities]
    if field == "n":
        value, _, counts = wanted.partition(":")
        return (float(value), counts or None) in figures
    if field == "not":
        return float(wanted) not in (value for value, _ in figures)
    told = {"negated": "yes" if act.negated else "no", "status": str(act.status), "type": act.type}
    return told[field] in wanted.split("|")


def told(act: EventMention) -> str:
    """What an act is told as, in short."""
    when = f"{act.date.earliest}..{act.date.latest} {act.date.basis}" if act.date else "-"
    figures = [(one.value, one.low, one.counts) for one in act.quantities]
    return f"{act.type} {when} {figures} {'negated ' if act.negated else ''}{act.status}"


def score(half: str, pipeline: Pipeline, *, misses: bool) -> Counter[str]:
    """Right and all demands of a half by kind of case."""
    counts: Counter[str] = Counter()
    for case in cases(half):
        document = read(case.text.encode(), options=ReadOptions(date=case.published), input_id=f"{case.name}.txt")
        found = list(pipeline.code([document])[0].mentions)
        for trigger, demands in case.acts:
            acts = [act for act in found if not set(trigger.split("|")).isdisjoint(act.trigger.text.split())]
            counts[case.name[0] + " found"] += bool(acts)
            for demand in demands:
                counts[case.name[0] + " all"] += 1
                right = any(is_met(act, demand) for act in acts)
                counts[case.name[0] + " right"] += right
                if not right and misses:
                    print(case.name, trigger, demand, [told(act) for act in acts])
    return counts


def main() -> None:
    """Print the totals of both halves or one."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--half", choices=("open", "aside"))
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    pipeline = Pipeline()
    for half in (given.half,) if given.half else ("open", "aside"):
        counts = score(half, pipeline, misses=given.misses and half == "open")
        kinds = {"d": "times", "q": "figures", "n": "denials"}
        print(half, ", ".join(f"{name} {counts[k + ' right']}/{counts[k + ' all']}" for k, name in kinds.items()))


if __name__ == "__main__":
    main()
