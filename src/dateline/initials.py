"""Names and the acronyms behind them: "the National Resistance Army (**NRA**)"."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*$")
#: Words of a name for which its acronym may have no letter.
SMALL: Final = frozenset("of for the and in on to de la del du des".split())
#: What a body is, behind its name and without a letter in its acronym ("Security Support **mission** (MSS)").
_KIND: Final = re.compile(r" (?:mission|force|party|group|movement|alliance|coalition|agency|militia)$")
#: Longest name before a bracket, in words.
_MOST: Final = 10


def written_out(before: str, acronym: str) -> str | None:
    """The words right before a bracket whose initials are the acronym's letters.

    Args:
        before: what stands before the bracket.
        acronym: what it holds.

    Example:
        >>> written_out("Fighters of the Karen National Union", "KNU"), written_out("He said in Oslo", "KNU")
        ('Karen National Union', None)
    """
    if before and (kind := _KIND.search(before)) and kind.group()[1] != acronym[-1].lower():
        before = before[: kind.start()]
    rest, letters, used = before, list(acronym), 0
    while letters and used < _MOST and (word := _WORD.search(rest)) is not None:
        used += 1
        if word.group()[0] == letters[-1]:
            letters.pop()
        elif word.group() not in SMALL:
            return None
        if not letters:
            return before[word.start() :]
        rest = rest[: word.start()].rstrip(" -")
    return None
