"""The page of the Python interface, from docstrings."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from enum import Enum

import dateline
from dateline import types
from docpages.text import MADE, docstring, plain, table


def public() -> tuple[str, ...]:
    """The names that ``import dateline`` offers, without the version."""
    return tuple(name for name in dateline.__all__ if not name.startswith("_"))


def values() -> tuple[str, ...]:
    """The public types of ``dateline.types`` in the order of its files and within them."""
    order = [f"{types.__name__}.{part}" for part in ("text", "document", "phrases", "record", "extraction")]
    own = [v for v in vars(types).values() if inspect.isclass(v)]
    return tuple(one.__name__ for one in sorted(own, key=lambda one: (order.index(one.__module__), inspect.getsourcelines(one)[1])))


def _signature(value: object) -> str:
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(value)))  # type: ignore[arg-type]


def members(value: type) -> Iterator[str]:
    """The methods and properties of a class, a line each."""
    for name, member in vars(value).items():
        if name.startswith("_") or not (inspect.isfunction(member) or isinstance(member, property)):
            continue
        shown = f"{name}{_signature(member)}" if inspect.isfunction(member) else name
        yield f"- `{shown}`: {plain((inspect.getdoc(member) or '').splitlines()[0])}"


def _public(name: str) -> str:
    value = getattr(dateline, name)
    head = f"## dateline.{name}\n\n    dateline.{name}{_signature(value)}\n" if not inspect.isclass(value) else f"## dateline.{name}\n"
    parts = "\n".join(members(value)) + "\n" if inspect.isclass(value) and not issubclass(value, Exception) else ""
    return "\n".join([head, docstring(value), parts])


def _value(name: str) -> str:
    value = getattr(types, name)
    parts = [f"### {name}\n", docstring(value)]
    if issubclass(value, Enum):
        parts.append("Values: " + ", ".join(f"`{one.value}`" for one in value) + "\n")
    elif dataclasses.is_dataclass(value):
        parts.append(table(("field", "type"), ((f"`{one.name}`", f"`{one.type}`") for one in dataclasses.fields(value))))
    return "\n".join(parts)


def page() -> str:
    """The page ``reference/python.md``."""
    intro = (
        "# Python interface\n\n`import dateline` loads no heavy library; the first call does. Errors are `dateline.DatelineError` with a code of the\n"
        "[list](errors.md). Remedies name options of the commands: arguments have these names (`db` for `--db`), and `published` is `--date`.\n\n"
        "```python\nimport dateline\n```\n"
    )
    head = "## Values\n\nWhat stages pass to one another and what a coded document is made of (`dateline.types`). They are frozen: nothing changes them.\n"
    return "\n".join([MADE, intro, *map(_public, public()), head, *map(_value, values())])
