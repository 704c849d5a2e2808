"""A chart as PNG, drawn by an installed Chromium or Chrome."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.report.chart import HEIGHT, WIDTH

#: The environment variable that names the program.
VARIABLE: Final = "DATELINE_CHROMIUM"
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
#: A start of the browser takes 1 to 5 s; a machine that needs longer than this is stuck.
TIMEOUT: Final = 60
#: Pixels to a unit of the chart, so that text is sharp in print.
SCALE: Final = 2


def find_chromium() -> str | None:
    """The program that the environment names, else the first known one on the path."""
    named = os.environ.get(VARIABLE)
    if named:
        return shutil.which(named)
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def to_png(svg: str) -> bytes:
    """The SVG as PNG, twice its size. The browser is given one local file and no network.

    Raises:
        DatelineError: E435 where there is no browser, or it draws nothing.
    """
    program = find_chromium()
    if program is None:
        raise DatelineError("E435", os.environ.get(VARIABLE) or "chart")
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder) / "chart.html", Path(folder) / "chart.png"
        page.write_text(f'<!doctype html><meta charset="utf-8"><style>body{{margin:0}}svg{{display:block}}</style>{svg}', "utf-8")
        options = [
            "--headless=new", "--disable-gpu", "--hide-scrollbars", f"--force-device-scale-factor={SCALE}", f"--window-size={WIDTH},{HEIGHT}",
            f"--screenshot={picture}", f"--user-data-dir={folder}/profile", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--no-sandbox")  # Chromium has no sandbox for root; the page is our own and has no script
        try:
            subprocess.run([program, *options, page.as_uri()], capture_output=True, timeout=TIMEOUT, check=False)
            return picture.read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise DatelineError("E435", program, "it drew nothing") from error
