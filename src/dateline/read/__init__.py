"""Bytes -> :class:`dateline.types.Document`.

``read`` reads one document and raises; ``read_inputs`` reads whatever a command line names and never stops at a bad input. Libraries
are loaded by the readers that need them, when they need them.
"""

from __future__ import annotations

from dateline.read.draft import Metadata
from dateline.read.inputs import read_inputs
from dateline.read.options import ReadOptions
from dateline.read.rawtext import raw_text
from dateline.read.registry import Reader
from dateline.read.single import read

__all__ = ["Metadata", "ReadOptions", "Reader", "raw_text", "read", "read_inputs"]
