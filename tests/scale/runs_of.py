"""A corpus for runs, and how to start one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from dateline.read.parts import MIN_BYTES
from dateline.scale.target import LocalTarget
from dateline.scale.work import DONE

ROOT = Path(__file__).parents[2] / "src"
FILLER = "x" * 1000
PEOPLES = "Kenyan Russian Chinese Egyptian Peruvian Iranian Serbian Cuban".split()
STATES = "Uganda Norway Vietnam Greece Jordan Latvia Oman Ghana Tunisia".split()


def corpus(folder: Path, parts: int = 4) -> Path:
    """A JSONL corpus of so many parts; every tenth document cannot be read. A field that is not read fills the parts, to keep them quick."""
    path, size, number = folder / "corpus.jsonl", 0, 0
    with path.open("w", encoding="utf-8") as stream:
        while size < parts * MIN_BYTES:
            people, state = PEOPLES[number % len(PEOPLES)], STATES[number % len(STATES)]
            text = " ".join(f"The {people} army attacked a village in {state} on {1 + (number + i) % 28} May and killed {i + 2} people."
                            for i in range(6))  # fmt: skip
            line = json.dumps({"id": f"d{number}", "text": text if number % 10 else "", "date": "2024-06-01", "publisher": "Wire", "filler": FILLER}) + "\n"
            stream.write(line)
            size += len(line)
            number += 1
    return path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "dateline", *arguments]


def environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), cwd=folder, env=environment(), capture_output=True, text=True, timeout=240)


def code(folder: Path, out: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "code", "corpus.jsonl", "--coder", "lexicon", "--out", out, *arguments)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a run with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def done(folder: Path) -> int:
    """Parts with a checkpoint."""
    return len([name for name in LocalTarget(str(folder)).sizes(DONE) if name.endswith(".json") and not name.startswith(".")])
