"""Days of acts told without their year: ``python bench/told_dates.py [--cases told_dates|act_days] [--half open|sealed|aside] [--misses]``.

Codes the passages of a folder of ``tests/cases`` with the shipped coder; an act that is not found counts as wrong. ``--misses`` lists those of
the open half; of the sealed one only totals are printed.
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

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
HALVES = {"told_dates": ("open", "sealed"), "act_days": ("open", "aside")}


@dataclass(frozen=True, slots=True)
class Expected:
    """An act of a passage: a word of its trigger, its days, and the sector of its actor where it is stated."""

    trigger: str
    days: str
    sector: str | None

    def is_dated(self, act: EventMention) -> bool:
        """Whether an act has the expected days."""
        told = act.date is not None and act.date.is_told
        if self.days == "-":
            return not told
        low, _, high = self.days.lstrip("~?").partition("..")
        first, last = date.fromisoformat(low), date.fromisoformat(high or low)
        if self.days.startswith("~"):
            return act.date is None or first <= act.date.earliest <= act.date.latest <= last
        if self.days.startswith("?") and not told:
            return True
        if self.days.startswith("?"):
            return act.date is not None and first <= act.date.earliest <= act.date.latest <= last
        return act.date is not None and (act.date.earliest, act.date.latest) == (first, last)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its acts."""

    name: str
    published: date | None
    suffix: str
    text: str
    acts: tuple[Expected, ...]


def passages(cases: str, half: str) -> Iterator[Passage]:
    """The passages of a half."""
    for block in (CASES / cases / f"{half}.txt").read_text("utf-8").split("=== ")[1:]:
        head, _, body = block.partition("\n")
        name, day, *suffix = head.split()
        lines = body.splitlines()
        text = "\n".join(line for line in lines if not line.startswith("> ")).strip() + "\n"
        told = [line[2:].split() for line in lines if line.startswith("> ")]
        acts = tuple(Expected(one[0], one[1], one[2] if len(one) > 2 else None) for one in told)
        yield Passage(name, None if day == "-" else date.fromisoformat(day), suffix[0] if suffix else "txt", text, acts)


def coded(passage: Passage, pipeline: Pipeline) -> list[EventMention]:
    """The acts that the pipeline finds in a passage."""
    options = ReadOptions(date=passage.published)
    document = read(passage.text.encode(), options=options, input_id=f"{passage.name}.{passage.suffix}")
    return list(pipeline.code([document])[0].mentions)


def score(cases: str, half: str, pipeline: Pipeline, *, misses: bool) -> Counter[str]:
    """Right and all days and sectors of a half."""
    counts: Counter[str] = Counter()
    for passage in passages(cases, half):
        found = coded(passage, pipeline)
        for expected in passage.acts:
            acts = [act for act in found if expected.trigger in act.trigger.text.split()]
            counts["days"] += 1
            counts["found"] += bool(acts)
            right = any(expected.is_dated(act) for act in acts)
            counts["right"] += right
            if not right and misses:
                print(passage.name, expected.trigger, expected.days, [(act.date and (str(act.date.earliest), str(act.date.latest), act.date.basis)) for act in acts])
            if expected.sector:
                counts["sectors"] += 1
                good = any(party.sector == expected.sector for act in acts for party in act.actors)
                counts["sectors right"] += good
                if not good and misses:
                    print(passage.name, expected.trigger, expected.sector, [(party.text, party.sector) for act in acts for party in act.actors])
    return counts


def main() -> None:
    """Print the totals of both halves or one."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--cases", choices=tuple(HALVES), default="told_dates")
    arguments.add_argument("--half", choices=("open", "sealed", "aside"))
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    pipeline = Pipeline()
    for half in (given.half,) if given.half else HALVES[given.cases]:
        counts = score(given.cases, half, pipeline, misses=given.misses and half == "open")
        print(f"{half}: days {counts['right']}/{counts['days']} (acts found: {counts['found']}), sectors {counts['sectors right']}/{counts['sectors']}")


if __name__ == "__main__":
    main()
