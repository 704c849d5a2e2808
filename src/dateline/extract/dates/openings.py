"""The characters with which a pattern can begin, so that it is tried only where one of them stands."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from re import _constants as ops  # type: ignore[attr-defined]  # what a pattern is made of stands nowhere else
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final, TypeVar

#: What stands for itself, and does not move on.
_STILL: Final = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})
_REPEATS: Final = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT})
#: Characters that are told apart; others begin nothing that is looked for ("ſunday").
TOLD_APART: Final = string.digits + string.ascii_letters + "'’"
_T = TypeVar("_T")


class _AnyCharacterError(Exception):
    """A pattern of which it is not known with what it begins."""


def openings(pattern: re.Pattern[str]) -> frozenset[str]:
    """Those of :data:`TOLD_APART` with which a match of a pattern without regard to case can begin; all where that is not known."""
    try:
        found, empty = _first(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    except _AnyCharacterError:
        return frozenset(TOLD_APART)
    return frozenset(TOLD_APART if empty else (one for one in TOLD_APART if one.lower() in found))


def by_opening(rules: Sequence[_T], patterns: Iterable[re.Pattern[str]]) -> Mapping[str, tuple[_T, ...]]:
    """The rules that may begin with a character, in their order."""
    opened = list(zip(rules, map(openings, patterns), strict=True))
    return {one: tuple(rule for rule, first in opened if one in first) for one in TOLD_APART}


def _first(parts: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """Lower-case characters with which a sequence can begin, and whether it can match nothing."""
    found: set[str] = set()
    for kind, given in parts:
        if kind in _STILL:
            continue
        characters, empty = _of_part(kind, given)
        found |= characters
        if not empty:
            return found, False
    return found, True


def _of_part(kind: Any, given: Any) -> tuple[set[str], bool]:
    if kind is ops.LITERAL:
        return {chr(given).lower()}, False
    if kind is ops.IN:
        return set().union(*(_of_class(*one) for one in given)), False
    if kind is ops.SUBPATTERN:
        return _first(given[-1])
    if kind is ops.BRANCH:
        branches = [_first(branch) for branch in given[1]]
        return set().union(*(characters for characters, _ in branches)), any(empty for _, empty in branches)
    if kind in _REPEATS:
        characters, empty = _first(given[2])
        return characters, empty or given[0] == 0
    raise _AnyCharacterError


def _of_class(kind: Any, given: Any) -> set[str]:
    if kind is ops.LITERAL:
        return {chr(given).lower()}
    if kind is ops.RANGE:
        return {chr(code).lower() for code in range(given[0], given[1] + 1)}
    if kind is ops.CATEGORY and given is ops.CATEGORY_DIGIT:
        return set(string.digits)
    if kind is ops.CATEGORY and given is ops.CATEGORY_SPACE:
        return set(string.whitespace)
    raise _AnyCharacterError
