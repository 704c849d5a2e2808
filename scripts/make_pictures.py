"""Make the pictures of the documentation: ``python scripts/make_pictures.py [NAME…]``; without names all of them.

Terminals are commands run in a pseudo-terminal and drawn by rich as SVG; screens are taken by an installed Chromium; figures come from the
program and the notebook themselves. Needs the extras ``test`` and ``notebook`` and, for screens, Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
#: Columns of a terminal; the SVG is as wide as they need.
COLUMNS = 120
#: What a terminal picture shows: the picture's name, the command after ``dateline``, and how many lines.
TERMINALS = {
    "code.svg": (("code", "samples/seoul-response.pdf"), 23),
    "events.svg": (("events", "--actor", "KOR", "--since", "2024-11-16", "--until", "2024-11-27"), 26),
    "response.svg": (("response", "--actor", "KOR", "--to", "PRK MOBILIZE *"), 18),
}
#: Size of a screen, in pixels.
SCREEN: Any = {"width": 1280, "height": 800}


def environment() -> dict[str, str]:
    """The environment of a command: this tree's package, a terminal of a known size, no settings of the user's."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DATELINE_", "NO_COLOR", "FORCE_COLOR"))}
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH", ""))))
    return {**kept, "PYTHONPATH": path, "COLUMNS": str(COLUMNS), "LINES": "60", "TERM": "xterm-256color", "PYTHONUNBUFFERED": "1"}


def terminal(folder: Path, arguments: tuple[str, ...]) -> str:
    """What a command prints in a terminal, with its colours as escapes; progress on standard error is left out."""
    import pty

    main, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", *arguments], cwd=folder, env=environment(), stdout=other, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    os.close(other)
    parts: list[bytes] = []
    try:
        while part := os.read(main, 65536):
            parts.append(part)
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(main)
        process.wait(timeout=60)
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n")


def sample_folder(folder: Path) -> Path:
    """A folder with the samples, coded."""
    shutil.copytree(ROOT / "samples", folder / "samples")
    subprocess.run(
        [sys.executable, "-m", "dateline", "code", "samples/seoul-response.pdf", "--brief", "brief.html", "--out", "acts.txt"],
        cwd=folder, env=environment(), check=True, capture_output=True,
    )  # fmt: skip
    return folder


def shown(folder: Path, name: str) -> Any:
    """The text of a terminal picture: the command, and the first lines that it prints."""
    from rich.text import Text

    arguments, lines = TERMINALS[name]
    quoted = " ".join(f'"{one}"' if " " in one or "*" in one else one for one in arguments)
    printed = terminal(folder, arguments).splitlines()
    rest = ["..."] if len(printed) > lines else []
    return Text.from_ansi("\n".join([f"$ dateline {quoted}", *printed[:lines], *rest]))


def _terminal(folder: Path, name: str) -> None:
    from io import StringIO

    from rich.console import Console

    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(shown(folder, name), soft_wrap=False)
    console.save_svg(str(PICTURES / name), title="dateline", unique_id=name.partition(".")[0])


@contextmanager
def _page() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    from dateline.report.drawing import find_chromium

    with sync_playwright() as play:
        # the sandbox needs rights that containers do not give; the pages are our own
        browser = play.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        try:
            yield browser.new_page(viewport=SCREEN)
        finally:
            browser.close()


def _brief(folder: Path, name: str) -> None:
    with _page() as page:
        page.goto((folder / "brief.html").as_uri() + "#text")  # the text with its acts and notes, below the summary
        page.wait_for_timeout(3000)  # it scrolls there smoothly
        page.screenshot(path=str(PICTURES / name))


def _review(folder: Path, name: str) -> None:
    command = [sys.executable, "-m", "dateline", "review", "dateline.duckdb", "--port", "0"]
    process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[2]
        with _page() as page:
            page.goto(address)
            page.fill("#your-name", "Ada")
            page.press("#your-name", "Enter")
            page.goto(address.rstrip("/") + "/queue/uncertain")
            page.click("text=Start with the first open one")
            page.wait_for_timeout(800)
            page.screenshot(path=str(PICTURES / name))
    finally:
        process.terminate()
        process.wait(timeout=20)


def _series(folder: Path, name: str) -> None:
    command = ["series", "--unit", "actor", "--actor", "KOR", "--since", "2024-06", "--until", "2024-12", "--chart", str(PICTURES / name)]
    subprocess.run([sys.executable, "-m", "dateline", *command], cwd=folder, env=environment(), check=True, capture_output=True)


def _notebook(folder: Path, name: str) -> None:
    script = (
        "import sys, shutil; sys.path.insert(0, 'docs/notebook'); import error_figure; "
        f"shutil.copy(error_figure.app.run()[1]['figure'], {str(PICTURES / name)!r})"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment(), check=True, capture_output=True)


MAKERS: dict[str, Callable[[Path, str], None]] = {
    **dict.fromkeys(TERMINALS, _terminal),
    "brief.png": _brief,
    "review.png": _review,
    "series.svg": _series,
    "notebook.svg": _notebook,
}


def main() -> int:
    """Make the pictures that are named, or all."""
    wanted = sys.argv[1:] or list(MAKERS)
    unknown = [name for name in wanted if name not in MAKERS]
    if unknown:
        print(f"no such picture: {', '.join(unknown)}; there are {', '.join(MAKERS)}", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = sample_folder(Path(made))
        for name in wanted:
            MAKERS[name](folder, name)
            print(name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
