"""Independent pieces of work on several threads: numpy gives the interpreter's lock back while it works on long arrays."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

#: Threads from which more gain nothing: what is left of the interpreter's own work fills a third of a processor's time.
MOST: Final = 2
_Piece = TypeVar("_Piece")
_Result = TypeVar("_Result")


def usable() -> int:
    """The threads that merging may use: as many as this process may have processors, :data:`MOST` at most."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, here)


def each(work: Callable[[_Piece], _Result], pieces: Iterable[_Piece], workers: int) -> Iterator[_Result]:
    """What the work makes of each piece, in the order of the pieces, whichever thread was done first.

    Args:
        work: that touches nothing but its piece.
        pieces: taken from the iterator by the calling thread, a few ahead.
        workers: threads; 1 works in the calling thread.
    """
    if workers == 1:
        yield from map(work, pieces)
        return
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[_Result]] = deque()
        try:
            for piece in pieces:
                waiting.append(pool.submit(work, piece))
                if len(waiting) > 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for one in waiting:
                one.cancel()
