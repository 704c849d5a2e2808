"""The word lists of ``data``, as written; the one place from which lexicons are read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, reduce
from importlib.resources import files
from operator import getitem
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


@lru_cache
def _words(stage: str) -> Mapping[str, Any]:
    return word_list(f"words/{stage}")


def _entry(place: str) -> Any:
    stage, *path = place.split(".")
    return reduce(getitem, path, _words(stage))


def words_of(place: str) -> frozenset[str]:
    """A list of ``data/words``.

    Args:
        place: the stage, the tables and the name, parted by points: ``extract.phrases.partitives``.

    Raises:
        KeyError: where there is no such list.
    """
    return frozenset(text_of(place).split())


def pattern_of(place: str) -> str:
    """The same as alternatives of a regular expression, the longest first; a star stands for any ending ("abid*")."""
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest_first(text_of(place).split()))


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order of alternatives of a regular expression, so that none hides a longer one; always the same for the same words."""
    return sorted(words, key=lambda word: (-len(word), word))


def table_of(place: str) -> Mapping[str, str]:
    """A table of ``data/words`` with a value for each word."""
    found: Mapping[str, str] = _entry(place)
    return found


def text_of(place: str) -> str:
    """The same as one text, words parted by spaces."""
    return str(_entry(place))


@contextmanager
def replaced(name: str, table: Mapping[str, Any]) -> Iterator[None]:
    """Inside the block the table ``name`` is another one, to try or measure a change; loaders' caches are the caller's to clear."""
    _REPLACED[name] = table
    try:
        yield
    finally:
        del _REPLACED[name]
