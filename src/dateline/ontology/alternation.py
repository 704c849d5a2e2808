"""Alternatives of a pattern by their first letters: the same language and the same preference, with far fewer tries at each place."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(alternatives: Iterable[str], depth: int = 2) -> str:
    """A pattern for one of several alternatives, of which the first that fits is taken.

    Python's ``re`` tries alternatives one after the other. Those that begin with different letters exclude one another, so that they can be
    tried letter by letter, each letter's in their order.

    Args:
        alternatives: patterns without flags of their own; what does not begin with a letter keeps its place among its like.
        depth: how many letters are looked at.

    Returns:
        A group; case may be ignored.

    Example:
        >>> any_of(["arrest", "attack", "kill"], depth=1)
        '(?:a(?:rrest|ttack)|kill)'
    """
    wanted = list(alternatives)
    return f"(?:{'|'.join(_grouped(wanted, depth) if all(map(_lettered, wanted)) else wanted)})"


def _lettered(pattern: str) -> bool:
    """Whether a pattern begins with a plain letter that nothing repeats, and has no alternatives outside of groups."""
    return pattern[:1].isascii() and pattern[:1].isalpha() and pattern[1:2] not in {"?", "*", "+", "{"} and not _split(pattern)


def _split(pattern: str) -> bool:
    depth = 0
    for at, sign in enumerate(pattern):
        if at and pattern[at - 1] == "\\":
            continue
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return True
    return False


def _grouped(patterns: list[str], depth: int) -> list[str]:
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        groups.setdefault(pattern[0].lower(), []).append(pattern)
    return [_group(first, own, depth) for first, own in groups.items()]


def _group(first: str, own: list[str], depth: int) -> str:
    if len(own) == 1:
        return own[0]
    rest = [pattern[1:] for pattern in own]
    deeper = _grouped(rest, depth - 1) if depth > 1 and all(map(_lettered, rest)) else rest
    return f"{first}(?:{'|'.join(deeper)})"
