"""One input of a target under a time limit, and the loop of the long form."""

from __future__ import annotations

import hashlib
import signal
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType
from typing import Final

from edits import drawn
from targets import Target

#: Seconds of processor time that one input may take (a loaded machine does not count); samples take under 0.2 s. A regular expression
#: that runs away is told when it ends.
LIMIT: Final = 4.0


class TooSlowError(Exception):
    """An input took longer than :data:`LIMIT`."""


@contextmanager
def limited(seconds: float = LIMIT) -> Iterator[None]:
    """Raises :class:`TooSlowError` where the block takes longer (on the main thread, where the system has such timers)."""
    if not hasattr(signal, "SIGVTALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"over {seconds} s")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def tried(target: Target, data: bytes) -> None:
    """Runs the check of a target under the time limit.

    Raises:
        Exception: what the check raised: the input is a finding.
    """
    with limited():
        target.check(data)


@dataclass(slots=True)
class Report:
    """What a run of the long form did: inputs by target, and the findings by where they were raised."""

    runs: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    findings: dict[str, Path] = field(default_factory=dict)


def _place(target: Target, error: BaseException) -> str:
    """A finding is told from another by its exception and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next((one for one in reversed(frames) if "dateline" in one.filename), frames[-1])
    return f"{target.name}: {type(error).__name__} at {Path(last.filename).name}:{last.lineno}"


def kept(target: Target, data: bytes, error: BaseException, folder: Path, report: Report) -> None:
    """Keeps the smallest input of each finding."""
    place = _place(target, error)
    known = report.findings.get(place)
    if known is not None and known.stat().st_size <= len(data):
        return
    path = folder / target.name / (place.rpartition("at ")[2].replace(":", "-") + "-" + hashlib.sha256(data).hexdigest()[:8])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if known is not None:
        known.unlink()
    report.findings[place] = path
    if known is None:
        print(f"{place}: {error!s:.200} -> {path}", flush=True)


def mutated(target: Target, seconds: float, seed: int, folder: Path, report: Report) -> None:
    """Mutates the samples of a target for so many seconds; inputs that passed are mutated further now and then."""
    random, samples = Random(f"{seed}/{target.name}"), target.samples()
    assert samples, target.name
    target.check(samples[0])  # loads what the reader needs
    pool, start = list(samples), time.monotonic()
    while time.monotonic() < start + seconds:
        sample = random.choice(pool)
        try:
            data = target.changed(sample, drawn(random))
        except Exception:  # a damaged archive of the pool has no members to edit
            continue
        report.runs[target.name] = report.runs.get(target.name, 0) + 1
        try:
            tried(target, data)
        except Exception as error:
            kept(target, data, error, folder, report)
            continue
        if random.random() < 0.05 and len(data) < 100_000:
            pool[len(samples) :] = [*pool[len(samples) :], data][-200:]
    report.seconds[target.name] = report.seconds.get(target.name, 0.0) + time.monotonic() - start
