"""Pictures of a PDF's pages, drawn by the worker in a process of its own, bounded in time and bytes."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.errors import DatelineError

#: Dots an inch, tried in turn until the pictures fit: at 144 small print is sharp, at 72 it can be made out.
RESOLUTIONS: Final = (144, 100, 72)
#: Bytes of all pictures together: in base64 they take a third more, and a brief is to stay under 3 MB.
MAX_BYTES: Final = 1_500_000
#: A page takes 20 to 200 ms; one of 10^5 objects a second.
SECONDS: Final = 60.0
#: Pages that are drawn at most; more fit no page that people open.
MAX_PAGES: Final = 24
_WORKER: Final = Path(__file__).with_name("worker.py")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: its number from 1, its size and lower left corner in points, whether it is shown turned, and its picture as PNG bytes."""

    number: int
    width: float
    height: float
    left: float
    bottom: float
    turned: bool
    png: bytes


def page_pictures(data: bytes, pages: Sequence[int], *, max_bytes: int = MAX_BYTES) -> tuple[Picture, ...]:
    """Pictures of pages, as sharp as fits.

    Args:
        data: the file.
        pages: page numbers from 1; at most :data:`MAX_PAGES` of them are drawn.
        max_bytes: limit of all pictures together; where even the coarsest are larger, the last pages are left out.

    Raises:
        DatelineError: E023 where the file cannot be drawn, or not in time.
    """
    wanted = sorted(set(pages))[:MAX_PAGES]
    if not wanted:
        return ()
    found: tuple[Picture, ...] = ()
    for dpi in RESOLUTIONS:
        found = tuple(_draw(data, dpi, wanted))
        if sum(len(one.png) for one in found) <= max_bytes:
            return found
    kept: list[Picture] = []
    for one in found:
        if sum(len(other.png) for other in kept) + len(one.png) > max_bytes:
            break
        kept.append(one)
    return tuple(kept)


def _draw(data: bytes, dpi: int, pages: Sequence[int]) -> Iterator[Picture]:
    command = [sys.executable, "-P", str(_WORKER), "render", str(dpi), ",".join(str(page) for page in pages)]
    try:
        done = subprocess.run(command, input=struct.pack("<Q", len(data)) + data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise DatelineError("E023", "-", "its pages take too long to draw") from error
    ended = False
    for head, body in _messages(done.stdout):
        if "error" in head:
            raise DatelineError("E023", "-", head["detail"])
        if "end" in head:
            ended = True
            break
        yield Picture(head["page"], head["width"], head["height"], head["left"], head["bottom"], head["turned"], body)
    if not ended:
        raise DatelineError("E023", "-", "the parser gave up while drawing")


def _messages(answer: bytes) -> Iterator[tuple[dict[str, Any], bytes]]:
    place = 0
    while place + 8 <= len(answer):
        length = struct.unpack_from("<Q", answer, place)[0]
        message = answer[place + 8 : place + 8 + length]
        if len(message) < length:
            return
        line, _, body = message.partition(b"\n")
        yield json.loads(line), body
        place += 8 + length
