"""Bytes -> :class:`dateline.types.Document`.

``read`` reads one document and raises; ``read_inputs`` reads whatever a command line names and never stops at a bad input. Heavy
libraries are loaded by the readers that need them, when they need them.
"""

from __future__ import annotations

from dateline.read.inputs import read, read_inputs
from dateline.read.options import ReadOptions

__all__ = ["ReadOptions", "read", "read_inputs"]
