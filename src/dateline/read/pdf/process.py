"""Asks the PDF worker for a file's pages, and bounds the time it may take."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import struct
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.errors import DatelineError

#: Seconds: a page takes 5-20 ms, one of 10^5 objects a second. A file gets the longer time in all.
PAGE_SECONDS: Final = 20.0
FILE_SECONDS: Final = 180.0
_ERRORS: Final = {"encrypted": "E025", "damaged": "E023", "large": "E005"}
_DETAILED: Final = frozenset({"damaged", "large"})
#: Left, bottom, right, top.
Box = tuple[float, float, float, float]
_WORKER: Final = Path(__file__).with_name("worker.py")


@dataclass(frozen=True, slots=True)
class Page:
    """The characters of a page in the order of the file, with their boxes in points from the lower left corner.

    ``first`` is the offset of the first character in the raw text, which is the pages' characters one after another; ``rules`` are thin
    horizontal lines as (left, bottom, right, top), ``dots`` small drawings as wide as they are high, and ``links`` the addresses on the web that
    boxes lead to.
    """

    number: int
    first: int
    width: float
    height: float
    codes: array[int]
    left: array[float]
    right: array[float]
    bottom: array[float]
    top: array[float]
    baseline: array[float]
    size: array[float]
    flags: array[int]
    rules: tuple[Box, ...]
    images: int
    damaged: bool = False
    dots: tuple[Box, ...] = ()
    links: tuple[tuple[str, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file's pages and its document information (``Title``, ``Author``, ``CreationDate``, ``Creator``, ``Producer``)."""

    pages: tuple[Page, ...]
    info: dict[str, str]


class _Worker:
    """A worker process; ``deadline`` is the time at which the watch ends it."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-P", str(_WORKER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.deadline = 0.0
        self.late = False

    def ask(self, data: bytes) -> Iterator[bytes]:
        """The worker's messages for a file; they end early where it died or was late."""
        done = threading.Event()
        end = time.monotonic() + FILE_SECONDS
        self.deadline = min(end, time.monotonic() + PAGE_SECONDS)
        threading.Thread(target=self._watch, args=(done,), daemon=True).start()
        try:
            writer = threading.Thread(target=self._send, args=(data,), daemon=True)
            writer.start()
            while (message := self._receive()) is not None:
                yield message
                self.deadline = min(end, time.monotonic() + PAGE_SECONDS)
        finally:
            done.set()

    def _watch(self, done: threading.Event) -> None:
        while not done.wait(max(0.01, self.deadline - time.monotonic())):
            if time.monotonic() >= self.deadline:
                self.late = True
                self.process.kill()
                return

    def _send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(struct.pack("<Q", len(data)) + data)
            self.process.stdin.flush()
        except OSError:
            pass  # the worker died; reading its answer says so

    def _receive(self) -> bytes | None:
        assert self.process.stdout is not None
        head = self.process.stdout.read(8)
        if len(head) < 8:
            return None
        length = struct.unpack("<Q", head)[0]
        message = self.process.stdout.read(length)
        return message if len(message) == length else None

    def stop(self) -> None:
        """End the process, if this process started it."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):  # bytes that could not be sent any more
                        stream.close()


_lock: Final = threading.Lock()
_current: list[_Worker] = []


def _worker() -> _Worker:
    if not _current or _current[0].owner != os.getpid() or _current[0].process.poll() is not None:
        _drop()
        _current.append(_Worker())
    return _current[0]


@atexit.register
def _drop() -> None:
    while _current:
        _current.pop().stop()


def extract(data: bytes) -> Extracted:
    """The pages of a PDF file.

    Raises:
        DatelineError: ``E005`` too many pages or characters, ``E025`` encrypted, ``E023`` damaged, or too slow or too large to parse. The
            caller names the file.
    """
    with _lock:
        worker = _worker()
        try:
            return _read(worker.ask(data))
        except _LostError as error:
            _drop()
            detail = "it took too long" if worker.late else "the parser gave up"
            raise DatelineError("E023", "-", detail) from error
        except BaseException:
            _drop()  # the rest of the answer must not be taken for the next file's
            raise


class _LostError(Exception):
    """The worker ended without a complete answer."""


def _read(messages: Iterator[bytes]) -> Extracted:
    info: dict[str, str] = {}
    pages: list[Page] = []
    first = 0
    for message in messages:
        line, _, body = message.partition(b"\n")
        head = json.loads(line)
        if "error" in head:
            raise DatelineError(_ERRORS[head["error"]], "-", head["detail"] if head["error"] in _DETAILED else None)
        if "end" in head:
            return Extracted(tuple(pages), info)
        if "info" in head:
            info = head["info"]
            continue
        pages.append(_page(len(pages) + 1, first, head, body))
        first += head["chars"]
    raise _LostError


def _page(number: int, first: int, head: dict[str, Any], body: bytes) -> Page:
    count, position = head["chars"], 0

    def take(code: str, length: int) -> array[Any]:
        nonlocal position
        column: array[Any] = array(code)
        column.frombytes(body[position : position + length * column.itemsize])
        position += length * column.itemsize
        return column

    codes, left, right, bottom, top, baseline, size, flags = (take(code, count) for code in "IffffffB")
    rules, dots, linked = (_boxes(take("f", 4 * number)) for number in (head["rules"], head["dots"], len(head["links"])))
    return Page(
        number, first, head["width"], head["height"], codes, left, right, bottom, top, baseline, size, flags,
        rules, head["images"], bool(head.get("damaged")), dots, tuple(zip(head["links"], linked, strict=True)),
    )  # fmt: skip


def _boxes(numbers: Sequence[float]) -> tuple[Box, ...]:
    return tuple((numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]) for i in range(0, len(numbers), 4))
