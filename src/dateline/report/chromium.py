"""An installed Chromium or Chrome, run without a window on one local page and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError

#: The environment variable that names the program.
VARIABLE: Final = "DATELINE_CHROMIUM"
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
#: A start of the browser takes 1 to 5 s; a machine that needs longer than this is stuck.
TIMEOUT: Final = 60


def find_chromium() -> str | None:
    """The program that the environment names, else the first known one on the path."""
    named = os.environ.get(VARIABLE)
    if named:
        return shutil.which(named)
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def run(html: str, output: str, suffix: str, options: Sequence[str], code: str, what: str) -> bytes:
    """What the browser makes of a page of our own.

    Args:
        html: the page.
        output: the option that names the output file, such as ``--print-to-pdf``.
        suffix: the ending that the file needs.
        options: further options.
        code: the error where there is no browser, or it makes nothing.
        what: what is drawn, for the error.

    Raises:
        DatelineError: of the code given.
    """
    program = find_chromium()
    if program is None:
        raise DatelineError(code, os.environ.get(VARIABLE) or what)
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder) / "page.html", Path(folder) / f"made{suffix}"
        page.write_text(html, "utf-8")
        command = [
            program, "--headless=new", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", f"{output}={made}", *options,
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium has no sandbox for root; the page is our own and runs only its own script
        try:
            subprocess.run([*command, page.as_uri()], capture_output=True, timeout=TIMEOUT, check=False)
            return made.read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise DatelineError(code, program, "it made nothing") from error


def to_pdf(html: str) -> bytes:
    """The page as a PDF on A4.

    Raises:
        DatelineError: E452 where there is no browser, or it makes nothing.
    """
    return run(html, "--print-to-pdf", ".pdf", ("--no-pdf-header-footer",), "E452", "brief")
