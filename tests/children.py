"""Runs Dateline's commands as processes of their own, many a minute, that can be killed at any moment.

A warm process loads what the commands need and forks for each command, so that a kill hits the work and not the loading; some commands are
started from nothing all the same. Where the system has no fork, all are.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import dateline

#: Where the package lies, so that the process finds it from any folder, installed or not.
ROOT: Final = Path(dateline.__file__).parents[1]
#: Seconds after which a command that should have ended counts as hanging.
PATIENCE: Final = 120.0

_WARM: Final = r"""
import os, sys
from dateline.process import keep_to_one_thread
keep_to_one_thread()
from dateline.cli import main
from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import read
import dateline.store.duckdb, dateline.store.importing, dateline.store.export, dateline.record
import importlib, pyarrow.compute, pyarrow.parquet
for optional in ("uvicorn", "dateline.review.server", "dateline.watch"):
    try:
        importlib.import_module(optional)
    except ImportError:
        pass
for coder in sys.argv[1:]:
    list(Pipeline(CodeOptions(coder=coder)).code_stream([read(b"Kenya expelled two Russian diplomats on Monday.")]))
print("warm", flush=True)
for line in sys.stdin:
    folder, given, out, err, *arguments = (field.replace("\x00", "\n") for field in line.rstrip("\n").split("\t"))
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        os.dup2(os.open(given, os.O_RDONLY), 0)
        for number, name in ((1, out), (2, err)):
            opened = os.open(name, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o644)
            os.dup2(opened, number)
        sys.stdin = open(0, encoding="utf-8", closefd=False)
        sys.stdout.reconfigure(line_buffering=True)
        sys.argv = ["dateline", *arguments]
        try:
            main()
            code = 0
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else int(error.code is not None)
        except BaseException:
            import traceback
            traceback.print_exc()
            code = 70
        sys.stdout.flush()
        os._exit(code)
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""


def environment(**extra: str) -> dict[str, str]:
    """The environment of a child, without settings of the user's."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DATELINE_")}
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return {**kept, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1", **extra}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: exit code (negative: the signal), what it printed, and after how many seconds."""

    code: int
    out: str
    err: str
    seconds: float


class Warm:
    """A process that forks for each command.

    Args:
        coders: what it has loaded before.
    """

    def __init__(self, *coders: str) -> None:
        self.printed = tempfile.TemporaryDirectory()  # a command's own folder may have no room
        self.process = subprocess.Popen([sys.executable, "-c", _WARM, *coders], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment())
        assert self.process.stdout is not None and self.process.stdout.readline() == "warm\n"

    def start(self, folder: Path, *arguments: str, stdin: bytes = b"") -> Running:
        """Starts a command in a folder."""
        assert self.process.stdin is not None and self.process.stdout is not None
        given, out, err = (Path(self.printed.name) / name for name in ("in", "out", "err"))
        for path in (out, err):
            path.unlink(missing_ok=True)
        given.write_bytes(stdin)
        fields = (str(folder), str(given), str(out), str(err), *arguments)
        print("\t".join(field.replace("\n", "\0") for field in fields), file=self.process.stdin, flush=True)
        return Running(self, int(self.process.stdout.readline()), out, err, time.monotonic())

    def close(self) -> None:
        """Ends the process."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()
        self.printed.cleanup()


@dataclass(frozen=True, slots=True)
class Running:
    """A command that runs; it is one process that can be killed."""

    warm: Warm
    pid: int
    out: Path
    err: Path
    started: float

    def end(self, after: float | None = None) -> Ended:
        """Waits for the end; kills the process after so many seconds unless it has ended before."""
        stdout = self.warm.process.stdout
        assert stdout is not None
        with selectors.DefaultSelector() as waiting:
            waiting.register(stdout, selectors.EVENT_READ)
            if not waiting.select(PATIENCE if after is None else max(0.0, self.started + after - time.monotonic())):
                with contextlib.suppress(ProcessLookupError):  # it has just ended by itself
                    os.kill(self.pid, signal.SIGKILL)
                assert after is not None, "it hangs"
        code = int(stdout.readline())
        texts = [path.read_text("utf-8", "replace") if path.exists() else "" for path in (self.out, self.err)]
        assert "Traceback" not in texts[1], texts[1]
        return Ended(code, *texts, time.monotonic() - self.started)


@contextlib.contextmanager
def warm() -> Iterator[Warm]:
    """A warm process with the lexicon coder."""
    process = Warm("lexicon")
    try:
        yield process
    finally:
        process.close()


def cold(folder: Path, *arguments: str, after: float | None = None, stdin: bytes = b"", **extra: str) -> Ended:
    """A command from nothing, as a user starts it; killed after so many seconds unless it has ended before."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", *arguments], cwd=folder, env=environment(**extra),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        out, err = process.communicate(stdin, timeout=PATIENCE if after is None else after)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        assert after is not None, "it hangs"
    texts = [text.decode("utf-8", "replace") for text in (out, err)]
    assert "Traceback" not in texts[1], texts[1]
    return Ended(process.returncode, *texts, time.monotonic() - started)
