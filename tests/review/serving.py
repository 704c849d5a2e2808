"""The workbench as a process of its own, and a browser to open it in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dateline

#: Where the package lies, so that the process finds it from any folder, installed or not.
ROOT = Path(dateline.__file__).parents[1]


def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DATELINE_")}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", "")))), "PYTHONUNBUFFERED": "1"}


@contextmanager
def workbench(db: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``dateline review`` on a free port: its address and process; ended on leaving."""
    command = [sys.executable, "-m", "dateline", "review", str(db), "--port", "0", *arguments]
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        if not line.startswith("Review at "):
            process.wait(timeout=20)
            raise AssertionError(f"it did not start: {process.stderr.read()}")
        yield line.split()[2], process
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=20)


def chromium() -> str | None:
    """An installed Chromium, or ``None``."""
    named = os.environ.get("DATELINE_CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    return next((one for one in found if one), None)


@contextmanager
def browser() -> Iterator[Any]:
    """A headless Chromium driven by playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        # the sandbox needs rights that containers do not give; the pages are our own
        opened = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()


def wait_until(condition: Any, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
