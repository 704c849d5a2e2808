"""How a command leaves: what is to be done at the end is done, and then the process ends at once.

Taking the interpreter apart as well has two costs and no use here: it takes time, and a thread that a native library still has is then ended in the
middle, which aborts the process now and then (exit code 134) after all its work is done.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from contextlib import suppress
from typing import NoReturn


def leave(code: str | int | None) -> NoReturn:
    """End the process with what was given to ``sys.exit``: a number, ``None`` for 0, or words for standard error and 1."""
    if _is_watched():
        sys.exit(code)  # a profiler or a tracer reports when its program has come back
    if isinstance(code, str):
        print(code, file=sys.stderr)
        code = 1
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.main_thread():
            thread.join()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code or 0)


def _is_watched() -> bool:
    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on
    tools = () if monitoring is None else [monitoring.get_tool(tool) for tool in range(6)]
    return sys.getprofile() is not None or sys.gettrace() is not None or any(tools)
