"""Accuracy of the date grammar on the open and the sealed cases: ``python bench/date_cases.py [--misses]``.

Prints totals only; ``--misses`` lists the misses of the open cases. The sealed cases are for measuring, not for
looking at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.extract.dates import Context, FoundDate, find_dates, resolve_date

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase, what it is read against, and what it means."""

    phrase: str
    published: date | None
    tense: str | None
    previous: date | None
    expected: tuple[str, str, str]


def cases(half: str) -> Iterator[Case]:
    """The cases of a half, ``open`` or ``sealed``."""
    for line in (CASES / f"dates.{half}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Case(
            row["phrase"],
            date.fromisoformat(row["published"]) if row["published"] else None,
            row["tense"],
            date.fromisoformat(row["previous"]) if row["previous"] else None,
            (row["earliest"], row["latest"], row["precision"]),
        )


def triple(found: FoundDate | None) -> tuple[str, str, str] | None:
    """What is compared: both days and the precision."""
    return (found.earliest.isoformat(), found.latest.isoformat(), found.precision) if found else None


def score(half: str, *, misses: bool = False) -> tuple[int, int]:
    """Right ones and all of a half."""
    right = total = 0
    for case in cases(half):
        got = triple(resolve_date(case.phrase, published=case.published, tense=case.tense, previous=case.previous))
        right, total = right + (got == case.expected), total + 1
        if misses and got != case.expected:
            print(
                f"  {case.phrase!r} ({case.published}, {case.tense}, {case.previous}): {got}, expected {case.expected}"
            )
    return right, total


def found_in_running_text(half: str) -> tuple[int, int]:
    """Right ones where the phrase stands in a sentence and must first be found there."""
    right = total = 0
    for case in cases(half):
        lead = "Leaders " + ("will meet again " if case.tense == "future" else "met again ")
        found = find_dates(f"{lead}{case.phrase}, a spokesman added.", Context(case.published, tense=case.tense, previous=case.previous))
        right, total = right + (len(found) == 1 and triple(found[0]) == case.expected), total + 1
    return right, total


def main() -> None:
    """Print accuracy of both halves."""
    for half in ("open", "sealed"):
        right, total = score(half, misses=half == "open" and "--misses" in sys.argv)
        print(f"{half}: {right}/{total} = {right / total:.3f}")
        right, total = found_in_running_text(half)
        print(f"{half}, in a sentence: {right}/{total} = {right / total:.3f}")


if __name__ == "__main__":
    main()
