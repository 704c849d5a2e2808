"""Fenced blocks of the documentation, and how the examples among them are run.

A block ``console`` holds commands after ``$`` with what they print below; ``...`` stands for any text. ``# exit 3`` after a command is
its exit code where that is not 0. A block ``python`` is run as it stands; blocks of one page share their names. All of a page run in
one folder with the samples and a small corpus in it. A block is left out where the line above it is ``<!-- not run: WHY -->``.
A page that says in which folder its examples run has a new folder beside the copy of the repository, ``dateline``, and makes what it needs there itself.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from dateline.cli import app, problems
from dateline.errors import DatelineError

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NOT_RUN = re.compile(r"<!-- not run: (.+?) -->\n$")
_EXIT = re.compile(r"\s+# exit (\d)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: page, line of its fence, language, text, and why it is not run (``None``: it is)."""

    page: Path
    line: int
    language: str
    text: str
    skipped: str | None

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """The README and every page of docs/."""
    return [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        reason = _NOT_RUN.search(text, 0, found.start())
        yield Block(page, text.count("\n", 0, found.start()) + 1, found[1], found[2], reason[1] if reason else None)


def examples(page: Path) -> list[Block]:
    """The blocks of a page that are to be run."""
    return [block for block in blocks(page) if block.language in ("console", "python") and block.skipped is None]


def says_where(page: Path) -> bool:
    """Whether the page says in which folder its examples run."""
    return "**Where the examples run**: in a new folder beside the copy of this repository" in page.read_text("utf-8")


#: The corpus that examples call ``news.jsonl``.
_NEWS = '{"id": "n1", "date": "2024-05-03", "text": "Kenya expelled two Ugandan diplomats on Monday. Rwanda condemned the decision."}\n'


def prepare(folder: Path, page: Path) -> None:
    """What the examples of a page find: the copy of the repository where the page says where they run, else the files that they name."""
    if says_where(page):
        (folder / "dateline").symlink_to(ROOT, target_is_directory=True)
        return
    shutil.copytree(ROOT / "samples", folder / "samples")
    (folder / "news.jsonl").write_text(_NEWS, encoding="utf-8")


def commands(text: str) -> Iterator[tuple[str, int, str]]:
    """Commands of a console block with their exit code and the output that is shown."""
    current: tuple[str, int] | None = None
    shown: list[str] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            if current:
                yield *current, "\n".join(shown)
            code = _EXIT.search(line)
            current, shown = (_EXIT.sub("", line[2:]), int(code[1]) if code else 0), []
        else:
            shown.append(line)
    if current:
        yield *current, "\n".join(shown)


def matches(shown: str, printed: str) -> bool:
    """Whether the output is what the page shows, ``...`` standing for any text; white space at ends of lines does not count."""
    want, got = (re.sub(r"[ \t]+$", "", part, flags=re.MULTILINE).strip() for part in (shown, printed))
    pattern = ".*?".join(re.escape(part) for part in re.split(r"\.\.\.", want))
    return not want or re.fullmatch(pattern, got, re.DOTALL) is not None


def _copy(source: str, target: str) -> None:
    if Path(source).is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


#: Commands of the shell that pages show, where they set up their folder; ``cp -r`` as in PowerShell and elsewhere.
_SHELL: dict[str, Callable[..., object]] = {"mkdir": os.mkdir, "cd": os.chdir, "cp": _copy}


def run_console(block: Block) -> None:
    for command, code, shown in commands(block.text):
        program, *arguments = shlex.split(command)
        if program in _SHELL:
            _SHELL[program](*(one for one in arguments if one != "-r"))
            continue
        assert program == "dateline", f"{block}: only dateline is run here: {command}"
        result = CliRunner().invoke(app, arguments, env={"COLUMNS": "140"})
        failed = isinstance(result.exception, DatelineError)
        printed = result.output + (f"dateline: {problems.line(result.exception.to_problem())}\n" if isinstance(result.exception, DatelineError) else "")
        if result.exception is not None and not failed and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert (1 if failed else result.exit_code) == code, f"{block}: {command}\n{printed}"
        assert matches(shown, printed), f"{block}: {command}\nprinted:\n{printed}\nthe page has:\n{shown}"


def run_python(block: Block, names: dict[str, object]) -> None:
    exec(compile("\n" * block.line + block.text, str(block.page), "exec"), names)


def run_page(page: Path, names: dict[str, object]) -> int:
    """Run a page's examples in the current folder; how many there are."""
    found = examples(page)
    for block in found:
        if block.language == "console":
            run_console(block)
        else:
            run_python(block, names)
    return len(found)
