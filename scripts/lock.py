#!/usr/bin/env python
"""Locks the tests' environment with hashes, pinned to constraints.txt: writes requirements-test.lock. Needs uv (a tool, no dependency)."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = (
    "# Every package of the tests' environment (python -m pip install --require-hashes -r requirements-test.lock), pinned to constraints.txt with hashes.\n"
    "# Made by scripts/lock.py.\n"
)


def main() -> None:
    """Resolves and writes."""
    extras = [part for name in ("test", "review", "xlsx") for part in ("--extra", name)]
    command = ["uv", "pip", "compile", "-q", *extras, "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
    command += ["-c", "constraints.txt", "--python-version", "3.11", "pyproject.toml"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    (ROOT / "requirements-test.lock").write_text(HEAD + done.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
