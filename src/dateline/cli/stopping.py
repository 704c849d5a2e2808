"""Ends a long command that is told to stop (Ctrl+C, or SIGTERM from a scheduler) with a line that says what is done and how to go on."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import typer

#: What a shell adds to the number of the signal that ended a program.
_BY_SIGNAL = 128


class _Stopped(BaseException):
    """The process was told to end; no error, so that nothing that handles errors takes it for one."""


@contextmanager
def told(words: Callable[[], str]) -> Iterator[None]:
    """Says on standard error that the command was stopped, where it is; the exit code is the one that shells give for the signal.

    Args:
        words: what is done and how to go on; asked for when the command is stopped.
    """
    main = threading.current_thread() is threading.main_thread()  # signals are handled nowhere else
    earlier = signal.signal(signal.SIGTERM, _stop) if main else None
    try:
        yield
    except KeyboardInterrupt:
        _end(signal.SIGINT, words)
    except _Stopped:
        _end(signal.SIGTERM, words)
    finally:
        if main:
            signal.signal(signal.SIGTERM, earlier)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise _Stopped


def _end(number: signal.Signals, words: Callable[[], str]) -> NoReturn:
    start = "\n" if sys.stderr.isatty() else ""  # below a line of progress
    print(f"{start}dateline: stopped; {words()}", file=sys.stderr)
    raise typer.Exit(_BY_SIGNAL + number) from None
