"""What a process that codes settles once: numerical libraries on one thread, coding threads in turn, what is loaded for good out of the collector's way."""

from __future__ import annotations

import gc
import os
import threading
from typing import Final

#: Environment that keeps numerical libraries to one thread: parallelism is over documents.
ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
#: What numpy's matrix library looks at when it is loaded, the first that is set first.
_OF_NUMPY: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")

#: Held by the thread that codes: the parser and what is kept of words grow as they read and are shared by all pipelines of a process. Nothing is
#: lost by it, since coding is bound to one processor by Python's own lock; processes code side by side.
CODING: Final = threading.RLock()
if hasattr(os, "register_at_fork"):  # a process forked while another thread codes would have a parser in the middle of a word, and a lock nobody opens
    os.register_at_fork(before=CODING.acquire, after_in_parent=CODING.release, after_in_child=CODING.release)


def keep_to_one_thread() -> None:
    """Keep numerical libraries that are loaded later to one thread, unless the user has set a number."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")


def numpy_has_one_thread() -> bool:
    """Whether numpy's matrix products are known to run on one thread."""
    return next((os.environ[name] for name in _OF_NUMPY if name in os.environ), None) == "1"


#: Objects made before the collector looks at them, and rounds before it looks farther: coding makes trees of values without cycles, which go
#: without it (two objects a sentence need it), and its usual rounds (700, 10, 10) take a twentieth of the time. A batch of news makes some 160,000.
_ROUNDS: Final = (500_000, 10, 20)


def keep_for_good() -> None:
    """Take everything loaded so far out of the garbage collector's rounds, which would walk through it again and again, and make them rarer."""
    gc.freeze()
    gc.set_threshold(*_ROUNDS)
