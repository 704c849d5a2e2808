"""Two runs compared: which records came, went or changed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.errors import DatelineError
from dateline.scale.manifest import NAME, Manifest
from dateline.scale.run import finished_parts
from dateline.scale.target import Target, open_target
from dateline.scale.work import PartDone, part_name

#: Lines printed of each kind of difference; the counts are complete.
MAX_LINES: Final = 20


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it lies in a folder."""

    target: Target
    manifest: Manifest
    parts: dict[int, PartDone]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Records of both runs counted once, how many differ, and what differs in words."""

    records: int
    different: int
    lines: tuple[str, ...]


def load_run(url: str) -> Run:
    """The run in a folder.

    Raises:
        DatelineError: ``E405`` where there is none.
    """
    target = open_target(url)
    content = target.read(NAME)
    if content is None:
        raise DatelineError("E405", f"{url}/{NAME}", "there is none")
    return Run(target, Manifest.from_json(content, f"{url}/{NAME}"), finished_parts(target))


def compare(before: Run, after: Run) -> Comparison:
    """What differs between the records of two runs; parts whose hashes are equal are not opened."""
    names = {number: part_name(number) for number in (*before.parts, *after.parts)}
    lines: list[str] = []
    missing = [number for number in before.manifest.parts if number.number not in before.parts]
    if missing:
        lines.append(f"the earlier run is not complete: {len(missing)} of {len(before.manifest.parts)} parts are missing")
    if _same_cut(before, after):
        unequal = [n for n in names if _hash(before, n) != _hash(after, n)]
    else:
        unequal = list(names)
    old, new = _records(before, unequal), _records(after, unequal)
    changed = [key for key in old if key in new and old[key] != new[key]]
    gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
    lines += _listed("gone", gone) + _listed("new", come)
    lines += _listed("changed", [f"{key}: {', '.join(_fields(old[key], new[key]))}" for key in changed])
    equal = sum(done.mentions for number, done in after.parts.items() if number not in unequal)
    if unequal and not (gone or come or changed) and _same_cut(before, after):
        lines.append(f"claims or problems differ in {len(unequal)} parts")
    return Comparison(equal + len({*old, *new}), len(changed) + len(gone) + len(come), tuple(lines))


def _same_cut(before: Run, after: Run) -> bool:
    return before.manifest.parts == after.manifest.parts


def _hash(run: Run, number: int) -> str | None:
    done = run.parts.get(number)
    return None if done is None else done.records_sha256


def _records(run: Run, numbers: Sequence[int]) -> dict[str, dict[str, Any]]:
    import pyarrow.parquet as pq

    found = {}
    for number in numbers:
        content = run.target.read(f"{part_name(number)}.parquet") if number in run.parts else None
        if content is not None:
            for row in pq.read_table(io.BytesIO(content)).to_pylist():
                found[str(row["mention_id"])] = row
    return found


def _fields(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [name for name in old if old[name] != new.get(name)]


def _listed(kind: str, items: Sequence[str]) -> list[str]:
    more = [f"{kind}: {len(items) - MAX_LINES} more"] if len(items) > MAX_LINES else []
    return [f"{kind}: {item}" for item in items[:MAX_LINES]] + more
