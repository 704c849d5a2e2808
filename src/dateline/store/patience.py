"""How long a query may take."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Timer
from types import TracebackType
from typing import Self


class Patience:
    """Ends a query that takes longer than it may. Enter it around each piece that is asked for: what a reader does between two pieces takes no time of it.

    Args:
        end: ends what runs, from another thread.
        seconds: how long all pieces together may take; ``None`` for as long as they like.
    """

    def __init__(self, end: Callable[[], None], seconds: float | None) -> None:
        self._end, self._left = end, seconds
        self._timer: Timer | None = None
        self._since = 0.0

    @property
    def spent(self) -> bool:
        """Whether nothing is left of the time."""
        return self._left is not None and self._left <= 0

    def __enter__(self) -> Self:
        if self._left is not None:
            self._since = time.monotonic()
            self._timer = Timer(max(self._left, 0.0), self._end)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._timer is not None and self._left is not None:
            self._timer.cancel()
            self._left -= time.monotonic() - self._since
