"""Runs parts on a Ray cluster. The only importer of Ray.

Each actor holds the models and takes one part at a time, so nothing piles up: a part is a few numbers, its result a checkpoint, and the
texts and records go from the shared storage to the target without passing through Ray. A node that is lost takes its actors with it; their
parts go to others, and new actors are asked for, which start when the cluster has room for them again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, Final

from dateline.errors import DatelineError, install
from dateline.process import ONE_THREAD
from dateline.read.parts import Part
from dateline.scale.pool import TRIES
from dateline.scale.target import open_target
from dateline.scale.work import PartDone, PartFailed, Work, code_part

#: Seconds to wait for a result before looking again for actors that have become ready.
_LOOK: Final = 1.0


class _Coder:
    """What an actor is: the models, loaded once, and the parts it is given."""

    def __init__(self, work: Work) -> None:
        from dateline.pipeline import Pipeline

        self.work = work
        self.pipeline = Pipeline(work.options)
        self.target = open_target(work.target)

    def ready(self) -> bool:
        """Comes back when the models are loaded."""
        return True

    def code(self, part: Part) -> PartDone:
        """Code a part and write its files."""
        return code_part(self.pipeline, self.work, part, self.target)


class RayRunner:
    """Runs parts in actors on a Ray cluster.

    Args:
        address: of the cluster (``auto``, ``host:6379``, ``ray://host:10001``); a cluster on this machine where ``None``.
        actors: how many; as many as the cluster has CPUs where ``None``.

    Raises:
        DatelineError: ``E402`` without Ray, ``E407`` where the cluster cannot be reached (on :meth:`run`).
    """

    def __init__(self, address: str | None = None, actors: int | None = None) -> None:
        self.address, self.actors = address, actors

    def run(self, work: Work, parts: Sequence[Part]) -> Iterator[PartDone | PartFailed]:
        """Code the parts; one that is lost with its node is coded again elsewhere.

        Raises:
            DatelineError: as above, and what an actor raises.
        """
        ray = _ray(self.address, self.actors)
        try:
            count = self.actors or max(1, int(ray.cluster_resources().get("CPU", 1)))
            crew = _Crew(ray, work, parts, min(count, len(parts)))
            yield from crew.results()
        finally:
            ray.shutdown()


def _ray(address: str | None, cpus: int | None) -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # Ray reports its use over the network otherwise
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError as error:
        raise DatelineError("E402", "ray", fix=install("ray")) from error
    runtime = {"env_vars": {name: os.environ.get(name, "1") for name in ONE_THREAD}}
    shared: dict[str, Any] = {"runtime_env": runtime, "log_to_driver": False, "logging_level": "error"}
    try:
        if address is None:
            ray.init(num_cpus=cpus, include_dashboard=False, **shared)
        else:
            ray.init(address=address, **shared)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise DatelineError("E407", address or "local", str(error).splitlines()[0] if str(error) else None) from error
    return ray


class _Crew:
    """The actors, the parts that wait, and the calls under way."""

    def __init__(self, ray: Any, work: Work, parts: Sequence[Part], count: int) -> None:
        self.ray = ray
        self.waiting = list(reversed(parts))
        self.tries = dict.fromkeys((part.number for part in parts), 0)
        #: call -> actor and the part it codes, ``None`` while it loads its models
        self.calls: dict[Any, tuple[Any, Part | None]] = {}
        self.kind = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(_Coder)
        self.reference = ray.put(work)
        self.lost_at_start = 0
        for _ in range(count):
            self._hire()

    def _hire(self) -> None:
        actor = self.kind.remote(self.reference)
        self.calls[actor.ready.remote()] = (actor, None)

    def results(self) -> Iterator[PartDone | PartFailed]:
        """What the actors report, until no part is left; actors that are still waiting for room are not waited for."""
        while self.waiting or any(part is not None for _, part in self.calls.values()):
            done, _ = self.ray.wait(list(self.calls), num_returns=1, timeout=_LOOK)
            for call in done:
                found = self._hear(call)
                if found is not None:
                    yield found

    def _hear(self, call: Any) -> PartDone | PartFailed | None:
        actor, part = self.calls.pop(call)
        try:
            result = self.ray.get(call)
        except self.ray.exceptions.RayTaskError as error:
            cause = error.cause
            if isinstance(cause, DatelineError):
                raise cause from error
            self._next(actor)
            return PartFailed(part.number if part else -1, str(cause or error).splitlines()[-1])
        except self.ray.exceptions.RayError as error:  # the actor, its worker process or its node is gone
            return self._lost(part, error)
        self._next(actor)
        if part is None:
            return None
        assert isinstance(result, PartDone), result
        return result

    def _next(self, actor: Any) -> None:
        """Give an actor its next part; with none left it is let go when its handle is."""
        if self.waiting:
            part = self.waiting.pop()
            self.calls[actor.code.remote(part)] = (actor, part)

    def _lost(self, part: Part | None, error: Exception) -> PartFailed | None:
        if part is None:
            self.lost_at_start += 1
            if self.lost_at_start > 4 * TRIES:
                raise DatelineError("E407", "ray", f"actors cannot start: {str(error).splitlines()[0]}") from error
        self._hire()
        if part is None:
            return None
        self.tries[part.number] += 1
        if self.tries[part.number] > TRIES:
            return PartFailed(part.number, f"its process or node was lost {TRIES + 1} times")
        self.waiting.append(part)
        return None
