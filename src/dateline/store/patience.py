"""How long a query may take, and how it is broken off."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Final, TypeVar

_T = TypeVar("_T")

#: Seconds between two calls that end a query: one that comes before the query has begun is not heard.
_AGAIN: Final = 0.05
#: Seconds of one wait: there are systems on which a signal is seen between two waits alone.
_STEP: Final = 0.5


class Patience:
    """Lets pieces of a query be worked out in a thread of their own, and ends one that takes longer than it may, or that the user breaks off.

    The thread that asks waits where a signal reaches it. Were it to work itself, only the library would see the signal, and DuckDB then waits for its
    other threads, which have not been told: a join that finds no row goes on to its end. What a reader does between two pieces takes no time of them.

    Args:
        end: ends what runs, from another thread.
        seconds: how long all pieces together may take; ``None`` for as long as they like.
    """

    def __init__(self, end: Callable[[], None], seconds: float | None) -> None:
        self._end, self._left = end, seconds

    @property
    def spent(self) -> bool:
        """Whether nothing is left of the time."""
        return self._left is not None and self._left <= 0

    def wait_for(self, work: Callable[[], _T]) -> _T:
        """What the work gives.

        Raises:
            KeyboardInterrupt: the user broke it off; the work has ended.
            Exception: what the work raises, also because its time is spent.
        """
        found: Future[_T] = Future()
        Thread(target=_fulfil, args=(found, work), daemon=True).start()
        try:
            while not found.done() and not self.spent:
                self._wait(found)
        finally:
            while not found.done():
                self._end()
                wait([found], _AGAIN)
        return found.result()

    def _wait(self, found: Future[_T]) -> None:
        since = time.monotonic()
        wait([found], _STEP if self._left is None else min(self._left, _STEP))
        if self._left is not None:
            self._left -= time.monotonic() - since


def _fulfil(found: Future[_T], work: Callable[[], _T]) -> None:
    try:
        found.set_result(work())
    except BaseException as error:  # noqa: BLE001 - the thread that waits raises it again
        found.set_exception(error)
