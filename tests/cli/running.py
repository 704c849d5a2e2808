"""Runs the command line in a process of its own: from nothing as a user does, or forked from a process that has loaded everything."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from children import Ended, Warm, cold
from dateline.config import DEFAULT_CODER

GOOD = """# Kenya expels envoys

Kenya expelled two Russian diplomats on Monday, the foreign ministry said. Ethiopia condemned the decision.

Kenyan troops attacked a camp in Somalia. Uganda urged the two countries to hold talks, and Tanzania may send mediators.
"""
FRENCH = (
    "Le ministre des affaires étrangères a déclaré lundi que le gouvernement avait expulsé deux diplomates. "
    "La décision a été condamnée par plusieurs pays voisins, qui ont demandé une réunion du conseil. "
) * 3


def dateline_(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run ``dateline`` in a folder, with everything loaded before where the system can fork; output decoded as UTF-8."""
    return _done(_warm().start(folder, *arguments, stdin=stdin).end(), arguments) if hasattr(os, "fork") else cold_(folder, *arguments, stdin=stdin)


def cold_(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run ``python -m dateline`` in a folder, from nothing; output decoded as UTF-8."""
    return _done(cold(folder, *arguments, stdin=stdin), arguments)


def _done(ended: Ended, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess(arguments, ended.code, ended.out, ended.err)


@cache
def _warm() -> Warm:
    process = Warm("lexicon", DEFAULT_CODER)
    atexit.register(process.close)
    return process


def records(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def lines_of(errors: str, code: str) -> list[str]:
    """Lines of standard error that name a code."""
    return [line for line in errors.splitlines() if line.endswith(f"[{code}]")]
