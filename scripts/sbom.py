#!/usr/bin/env python
"""Writes the bill of materials (CycloneDX JSON) of the locked environment. Needs cyclonedx-bom (a tool, no dependency).

    python scripts/sbom.py build/sbom.json
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Makes the file; the tool's exit code."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "sbom.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    command = ["cyclonedx-py", "requirements", "--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "-o", str(out.resolve()), "requirements-test.lock"]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    raise SystemExit(main())
