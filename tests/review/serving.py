"""The workbench as a process of its own, and a browser to open it in."""

from __future__ import annotations

import importlib.util
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


#: Where screenshots are kept; ``build/`` is not part of the repository.
SHOTS = Path(os.environ.get("DATELINE_SCREENSHOTS", Path(__file__).parents[2] / "build" / "screenshots" / "review"))


def why_no_browser() -> str | None:
    """Why tests cannot open a browser here; ``None`` where they can.

    With ``DATELINE_BROWSER=required`` (as the gate sets it where Chromium can be installed) a missing one is a failure.
    """
    missing = [name for name in ("playwright", "axe_playwright_python", "uvicorn") if importlib.util.find_spec(name) is None]
    reason = f"Skipped: {', '.join(missing)} is not installed" if missing else None
    if chromium() is None:
        reason = "Skipped: no Chromium is installed (Debian: apt-get install chromium; or name one in DATELINE_CHROMIUM)"
    if reason is not None and os.environ.get("DATELINE_BROWSER") == "required":
        raise AssertionError(reason)
    return reason


def serious_faults(page: Any) -> list[str]:
    """What axe finds serious or critical on a page: rule, and the elements it concerns."""
    import axe_playwright_python

    source = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
    page.evaluate(source)
    found = page.evaluate("async () => (await axe.run()).violations.map(v => [v.impact, v.id, v.nodes.map(n => n.html)])")
    return [f"{rule}: {nodes[:3]}" for impact, rule, nodes in found if impact in {"serious", "critical"}]


def screenshots(page: Any, name: str) -> None:
    """The page at three widths, kept as artefacts."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width, height in ((390, 844), (1280, 800), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(80)
        page.screenshot(path=str(SHOTS / f"{name}-{width}.png"))
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{name} is {overflow} pixels wider than {width}"
