"""Weights as they travel between the machines: matrices in eight bits with a scale a row, which costs no measurable accuracy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from dateline.training.eightbits import eight_bits

_SCALE = "/scale"


def pack(arrays: Mapping[str, np.ndarray], path: Path, *, eight: Callable[[str], bool] = lambda name: True, rest: type = np.float32) -> None:
    """Write weights to an ``.npz`` file.

    Args:
        arrays: by name.
        path: of the file.
        eight: whether a matrix of this name is kept in eight bits.
        rest: type of all other arrays.
    """
    packed: dict[str, np.ndarray] = {}
    for name, value in arrays.items():
        if value.ndim == 2 and eight(name):
            packed[name], scales = eight_bits(value)
            packed[name + _SCALE] = scales[:, None]
        else:
            packed[name] = value.astype(rest)
    np.savez_compressed(path, **packed)


def unpack(path: Path) -> dict[str, np.ndarray]:
    """The weights of a file that :func:`pack` wrote, in 32 bits."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    names = [name for name in arrays if not name.endswith(_SCALE)]
    return {name: arrays[name].astype(np.float32) * arrays.get(name + _SCALE, np.float32(1.0)) for name in names}
