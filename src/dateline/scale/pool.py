"""Runs parts in this process or in worker processes of this machine.

Each worker loads the models once, takes one part at a time and writes its files itself; only the checkpoint comes back. A worker that
ends (killed, out of memory, a crash inside a library) is replaced and its part is taken up again, input by input, so that a document
which ends the process is found and left out.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final, Protocol

from dateline.errors import DatelineError
from dateline.process import ONE_THREAD, keep_for_good
from dateline.read.parts import Part
from dateline.scale.target import open_target
from dateline.scale.work import PartDone, PartFailed, Work, code_part

#: Times that a part is taken up again after a worker ended on it: one may be chance, a second names the document, the rest leave out others.
TRIES: Final = 5
#: Workers that end one after the other without a part done in between: the machine, not a document, is at fault.
MAX_IN_A_ROW: Final = 4 * TRIES
#: Seconds a worker is given to end by itself once its parts are done.
_GRACE: Final = 5.0


class Runner(Protocol):
    """Codes parts somewhere; results come as they are done, in any order."""

    def run(self, work: Work, parts: Sequence[Part]) -> Iterator[PartDone | PartFailed]:
        """Code the parts; each gives one result."""
        ...


class ProcessRunner:
    """Runs parts here, or in worker processes.

    Args:
        workers: 1 codes in this process, more start as many processes.
    """

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers

    def run(self, work: Work, parts: Sequence[Part]) -> Iterator[PartDone | PartFailed]:
        """Code the parts.

        Raises:
            DatelineError: as :class:`dateline.pipeline.Pipeline` and :func:`dateline.scale.work.code_part`, from a worker too.
        """
        if self.workers == 1 or len(parts) <= 1:
            from dateline.pipeline import Pipeline

            pipeline, target = Pipeline(work.options), open_target(work.target)
            keep_for_good()
            yield from (code_part(pipeline, work, part, target) for part in parts)
            return
        with one_thread():
            pool = _Pool(work, parts, min(self.workers, len(parts)))
            try:
                yield from pool.results()
            finally:
                pool.close()


@contextmanager
def one_thread() -> Iterator[None]:
    """Numerical libraries of processes that are started inside keep to one thread, unless the user has set a number."""
    added = [name for name in ONE_THREAD if name not in os.environ]
    os.environ.update(dict.fromkeys(added, "1"))
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)


@dataclass(slots=True)
class _Job:
    """A part with what is known from workers that ended on it."""

    part: Part
    ended: int = 0
    at: int | None = None
    skip: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Order:
    part: Part
    watched: bool
    skip: frozenset[int]


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    line: Connection
    job: _Job | None = None


class _Pool:
    """Worker processes, each with a line to it, and the parts that wait."""

    def __init__(self, work: Work, parts: Sequence[Part], workers: int) -> None:
        self.work = work
        self.in_a_row = 0
        self.waiting = [_Job(part) for part in reversed(parts)]
        # spawn, not fork: the models' libraries hold threads and locks that a fork would copy in any state
        self.context = multiprocessing.get_context("spawn")
        self.workers = [self._start() for _ in range(workers)]

    def results(self) -> Iterator[PartDone | PartFailed]:
        """What the workers report, until no part is left."""
        for worker in self.workers:
            self._give(worker)
        while busy := [worker for worker in self.workers if worker.job is not None]:
            for line in wait([worker.line for worker in busy]):
                worker = next(one for one in busy if one.line is line)
                found = self._hear(worker)
                if found is not None:
                    yield found

    def _start(self) -> _Worker:
        here, there = self.context.Pipe()
        process = self.context.Process(target=_serve, args=(there, self.work), daemon=True)
        process.start()
        there.close()
        return _Worker(process, here)

    def _give(self, worker: _Worker) -> None:
        worker.job = self.waiting.pop() if self.waiting else None
        if worker.job is None:
            return
        job = worker.job
        with suppress(OSError):  # it has ended: its line says so when it is read
            worker.line.send(_Order(job.part, job.ended > 0, frozenset(job.skip)))

    def _hear(self, worker: _Worker) -> PartDone | PartFailed | None:
        try:
            message = worker.line.recv()
        except (EOFError, OSError):
            return self._ended(worker)
        if isinstance(message, DatelineError):
            raise message
        if isinstance(message, int):
            assert worker.job is not None, "a worker without a part said where it is"
            worker.job.at = message
            return None
        self._give(worker)
        self.in_a_row = 0
        assert isinstance(message, PartDone), message
        return message

    def _ended(self, worker: _Worker) -> PartFailed | None:
        """Replace a worker that ended and put its part first in the queue; give the part up after :data:`TRIES`.

        Raises:
            DatelineError: ``E406`` where workers do nothing but end.
        """
        job, failed = worker.job, None
        worker.process.join()
        code = worker.process.exitcode
        self.in_a_row += 1
        if self.in_a_row > MAX_IN_A_ROW:
            raise DatelineError("E406", self.work.target, f"workers end with code {code} before they code anything")
        worker.line.close()
        fresh = self._start()
        worker.process, worker.line, worker.job = fresh.process, fresh.line, None
        assert job is not None, "a worker without a part is not listened to"
        if job.at is not None:
            job.skip.add(job.at)
        job.ended, job.at = job.ended + 1, None
        if job.ended > TRIES:
            failed = PartFailed(job.part.number, f"the process ended with code {code} {job.ended} times")
        else:
            self.waiting.append(job)
        self._give(worker)
        return failed

    def close(self) -> None:
        """End the workers: those that wait by closing their line, those that work at once."""
        for worker in self.workers:
            if worker.job is not None:
                worker.process.terminate()
            worker.line.close()
        for worker in self.workers:
            worker.process.join(_GRACE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


def _end_with_parent() -> None:
    """Ends this process at once when the one that started it has ended, in whatever way: nobody takes its part any more, and a rerun does it anew."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _serve(line: Connection, work: Work) -> None:
    """The loop of a worker process: a part in, a checkpoint out; ends when the line closes, and with the main process."""
    from dateline.pipeline import Pipeline

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all processes of a terminal: the one that started this one ends it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        pipeline, target = Pipeline(work.options), open_target(work.target)
        keep_for_good()
        while True:
            order = line.recv()
            watched = line.send if order.watched else None
            line.send(code_part(pipeline, work, order.part, target, watched=watched, skip=order.skip))
    except DatelineError as error:
        with suppress(OSError):
            line.send(error)
    except (EOFError, OSError):
        return
