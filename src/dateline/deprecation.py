"""How something goes: it says so for one minor version, then it is gone.

What is deprecated in 0.3 works with a warning in every 0.3.x and is removed in 0.4.0. A test fails where something outlives its version.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

from dateline.version import __version__

P = ParamSpec("P")
T = TypeVar("T")

#: Everything that is marked, as ``(name, since)``; filled as modules are loaded, read by the test.
MARKED: Final[list[tuple[str, str]]] = []


class DatelineDeprecationWarning(FutureWarning):
    """Shown to users too, not only to those who run tests: who codes a corpus once a year must hear of it."""


def minor(version: str) -> tuple[int, int]:
    """The major and the minor number of a version.

    >>> minor("0.3.1.dev0")
    (0, 3)
    """
    major, small = version.split(".")[:2]
    return int(major), int(small)


def removed_in(since: str) -> str:
    """The version in which something is gone that is deprecated since another.

    >>> removed_in("0.3.1")
    '0.4.0'
    """
    major, small = minor(since)
    return f"{major}.{small + 1}.0"


def is_overdue(since: str, version: str = __version__) -> bool:
    """Whether what is deprecated since a version should be gone in this one."""
    return minor(version) > minor(since)


def warn_deprecated(name: str, *, since: str, instead: str, stacklevel: int = 2) -> None:
    """Says that something goes, where it goes, and what to use: for parameters, options, keys and names.

    Args:
        name: what is used, as the user wrote it.
        since: the version from which on it is deprecated.
        instead: what to use.
        stacklevel: as for :func:`warnings.warn`, counted from the caller.
    """
    text = f"{name} is deprecated since Dateline {since} and goes in {removed_in(since)}; use {instead}"
    warnings.warn(text, DatelineDeprecationWarning, stacklevel=stacklevel + 1)


def deprecated(*, since: str, instead: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Marks a function or class as going; each call warns.

    Example::

        @deprecated(since="0.3.0", instead="dateline.code")
        def code_document(document): ...
    """

    def mark(function: Callable[P, T]) -> Callable[P, T]:
        name = f"{function.__module__}.{getattr(function, '__qualname__', type(function).__name__)}"
        MARKED.append((name, since))

        @wraps(function)
        def warning(*args: P.args, **kwargs: P.kwargs) -> T:
            warn_deprecated(name, since=since, instead=instead)
            return function(*args, **kwargs)

        made: Any = warning
        made.__deprecated__ = f"since {since}: use {instead}"  # what editors and type checkers look for (PEP 702)
        return warning

    return mark
