"""Optimiser, learning-rate schedule and running average of the weights, for both networks."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import torch
from torch import Tensor, nn

_T = TypeVar("_T")

#: The rate never falls below this share of its peak.
_LEAST_RATE = 0.02
#: Gradients are cut to this norm.
_GRADIENT_NORM = 1.0


class Optimiser:
    """AdamW with linear warm-up and decay, and the running average that is kept in the end.

    Args:
        network: its weights are changed by every step.
        groups: parameter groups with their rates.
        steps: of the whole training.
        warmup: share of the steps in which the rate rises; averaging begins after it.
        averaged: decay of the running average.
        seconds: the training ends after so long, if it has not made its steps by then; without limit where ``None``.
    """

    def __init__(
        self,
        network: nn.Module,
        groups: list[dict[str, object]],
        *,
        steps: int,
        warmup: float,
        averaged: float,
        seconds: float | None = None,
    ) -> None:
        self._network, self._seconds, self._began = network, seconds, time.monotonic()
        self._rise, self._steps, self._done = max(1.0, steps * warmup), steps, 0
        self._adam = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(self._adam, self._rate)
        mean = torch.optim.swa_utils.get_ema_multi_avg_fn(averaged)
        self._average = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=mean)

    def _rate(self, step: int) -> float:
        if step < self._rise:
            return step / self._rise
        left = (self._steps - step) / max(1.0, self._steps - self._rise)
        if self._seconds is not None:
            left = min(left, 1.0 - (time.monotonic() - self._began) / self._seconds)
        return max(_LEAST_RATE, left)

    def in_time(self, batches: Iterable[_T]) -> Iterator[_T]:
        """Batches until the time is up."""
        for batch in batches:
            yield batch
            if self._seconds is not None and time.monotonic() - self._began >= self._seconds:
                return

    def step(self, loss: Tensor) -> int:
        """Go one step down a loss; returns how many steps were made."""
        self._adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), _GRADIENT_NORM)
        self._adam.step()
        self._schedule.step()
        if self._done > self._rise:
            self._average.update_parameters(self._network)
        self._done += 1
        return self._done

    def finish(self) -> None:
        """Put the running average into the network and end its training mode."""
        self._network.load_state_dict(self._average.module.state_dict())
        self._network.eval()
