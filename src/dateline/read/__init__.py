"""Bytes -> :class:`dateline.types.Document`.

``read`` reads one document and raises; ``read_inputs`` reads whatever a command line names and never stops at a bad input. Readers and
the libraries behind them are loaded when they are needed: ``dateline --help`` reads nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dateline.read.draft import Metadata
    from dateline.read.inputs import read_inputs
    from dateline.read.options import ReadOptions
    from dateline.read.rawtext import raw_text
    from dateline.read.registry import Reader
    from dateline.read.single import read

__all__ = ["Metadata", "ReadOptions", "Reader", "raw_text", "read", "read_inputs"]

#: Where each name lives.
_HOMES: Final = {
    "Metadata": "draft", "ReadOptions": "options", "Reader": "registry", "raw_text": "rawtext", "read": "single", "read_inputs": "inputs",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
