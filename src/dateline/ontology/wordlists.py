"""The word lists of ``data``, as written; the one place from which lexicons are read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

_REPLACED: dict[str, Mapping[str, Any]] = {}


def word_list(name: str) -> Mapping[str, Any]:
    """The table ``data/<name>.toml``.

    Raises:
        FileNotFoundError: where the package has no such table.
    """
    if name in _REPLACED:
        return _REPLACED[name]
    return tomllib.loads((files("dateline.ontology") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@contextmanager
def replaced(name: str, table: Mapping[str, Any]) -> Iterator[None]:
    """Inside the block the table ``name`` is another one, to try or measure a change; loaders' caches are the caller's to clear."""
    _REPLACED[name] = table
    try:
        yield
    finally:
        del _REPLACED[name]
