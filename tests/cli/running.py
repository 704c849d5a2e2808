"""Runs the command line as a user does: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import dateline

#: Where the package lies, so that the process finds it from any folder, installed or not.
ROOT = Path(dateline.__file__).parents[1]

GOOD = """# Kenya expels envoys

Kenya expelled two Russian diplomats on Monday, the foreign ministry said. Ethiopia condemned the decision.

Kenyan troops attacked a camp in Somalia. Uganda urged the two countries to hold talks, and Tanzania may send mediators.
"""
FRENCH = (
    "Le ministre des affaires étrangères a déclaré lundi que le gouvernement avait expulsé deux diplomates. "
    "La décision a été condamnée par plusieurs pays voisins, qui ont demandé une réunion du conseil. "
) * 3


def environment(**extra: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DATELINE_")}
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return {**kept, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **extra}


def dateline_(folder: Path, *arguments: str, stdin: bytes = b"", timeout: float = 180) -> subprocess.CompletedProcess[str]:
    """Run ``python -m dateline`` in a folder; output decoded as UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *arguments], cwd=folder, env=environment(), input=stdin, capture_output=True, timeout=timeout
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def records(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def lines_of(errors: str, code: str) -> list[str]:
    """Lines of standard error that name a code."""
    return [line for line in errors.splitlines() if line.endswith(f"[{code}]")]
