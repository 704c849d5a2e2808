"""How did X respond to Y: the trigger, the acts that answer it, each with its reason, and the ladder they stand on.

The public names load on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analyse.response.query import parse_trigger
    from dateline.analyse.response.report import Options, respond
    from dateline.analyse.response.values import ResponseReport, Told, TriggerQuery

__all__ = ["Options", "ResponseReport", "Told", "TriggerQuery", "parse_trigger", "respond"]

_HOMES = {
    "Options": "report",
    "ResponseReport": "values",
    "Told": "values",
    "TriggerQuery": "values",
    "parse_trigger": "query",
    "respond": "report",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"dateline.analyse.response.{_HOMES[name]}"), name)
    raise AttributeError(name)
