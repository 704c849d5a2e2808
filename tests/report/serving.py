"""A browser to open a brief in (the same names as those of the workbench's tests)."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Where screenshots are kept; ``build/`` is not part of the repository.
SHOTS = Path(os.environ.get("DATELINE_SCREENSHOTS", Path(__file__).parents[2] / "build" / "screenshots" / "brief"))
WIDTHS = ((390, 844), (1280, 800), (1920, 1080))


def chromium() -> str | None:
    """An installed Chromium, or ``None``."""
    named = os.environ.get("DATELINE_CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    return next((one for one in found if one), None)


def why_no_browser() -> str | None:
    """Why tests cannot open a browser here; ``None`` where they can.

    With ``DATELINE_BROWSER=required`` (as the gate sets it where Chromium can be installed) a missing one is a failure.
    """
    missing = [name for name in ("playwright", "axe_playwright_python") if importlib.util.find_spec(name) is None]
    reason = f"Skipped: {', '.join(missing)} is not installed" if missing else None
    if chromium() is None:
        reason = "Skipped: no Chromium is installed (Debian: apt-get install chromium; or name one in DATELINE_CHROMIUM)"
    if reason is not None and os.environ.get("DATELINE_BROWSER") == "required":
        raise AssertionError(reason)
    return reason


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


def serious_faults(page: Any) -> list[str]:
    """What axe finds serious or critical on a page: rule, and the elements it concerns."""
    import axe_playwright_python

    source = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
    page.evaluate(source)
    found = page.evaluate("async () => (await axe.run()).violations.map(v => [v.impact, v.id, v.nodes.map(n => n.html)])")
    return [f"{rule}: {nodes[:3]}" for impact, rule, nodes in found if impact in {"serious", "critical"}]


def screenshots(page: Any, name: str) -> None:
    """The page at three widths, whole at the middle one, kept as artefacts; nothing may reach over its right edge."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(80)
        page.screenshot(path=str(SHOTS / f"{name}-{width}.png"), full_page=width == 1280)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{name} is {overflow} pixels wider than {width}"
