"""Markdown from docstrings and values."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence

#: Heads of the sections of a docstring, as the house style has them.
_SECTIONS = ("Args", "Returns", "Yields", "Raises", "Example", "Examples")
_ROLE = re.compile(r":\w+:`~?([^`]+)`")

MADE = "<!-- Made by scripts/make_docs.py from the code. Change the code, not this page. -->\n"


def cell(value: str) -> str:
    """Text that can stand in a cell of a table."""
    return " ".join(value.replace("|", "\\|").split())


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """A docstring's marks as Markdown."""
    return re.sub(r"::$", ":", _ROLE.sub(r"`\1`", text).replace("``", "`"), flags=re.MULTILINE)


def _sections(doc: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in doc.splitlines():
        name = re.fullmatch(r"(\w+)::?", line)
        if name and name[1] in _SECTIONS:
            found.append((name[1], []))
        else:
            found[-1][1].append(line)
    return found


def _items(lines: Sequence[str]) -> list[str]:
    """The entries of a section: a line at the least indent begins one, deeper lines carry it on."""
    body = inspect.cleandoc("\n".join(["", *lines])).splitlines()
    items: list[str] = []
    for line in body:
        if not line.strip():
            continue
        if line.startswith(" ") and items:
            items[-1] += " " + line.strip()
        else:
            items.append(line.strip())
    return items


def docstring(value: object) -> str:
    """The docstring of a value as Markdown: text, then arguments, return, raises and example."""
    doc = inspect.getdoc(value) or ""
    parts: list[str] = []
    for name, lines in _sections(doc):
        if not name:
            parts.append(plain("\n".join(lines)).strip())
        elif name.startswith("Example"):
            parts.append("```python\n" + inspect.cleandoc("\n".join(["", *lines])) + "\n```")
        elif name == "Args":
            pairs = [item.partition(": ") for item in _items(lines)]
            parts.append("\n".join(f"- `{key}`: {plain(text)}" for key, _, text in pairs))
        else:
            parts.append(f"{name}: " + plain(" ".join(_items(lines))))
    return "\n\n".join(part for part in parts if part) + "\n"
