"""Where a sentence ends at a full stop that might belong to an abbreviation: "posted on X. Moscow denied it", "George W. Bush"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_CLOSERS: Final = frozenset("\"'”’)]»")
_OPENING_QUOTES: Final = frozenset("\"“‘'")
#: Abbreviations that stand before the name they go with.
_TITLES: Final = frozenset(
    "mr. mrs. ms. dr. prof. gen. col. maj. capt. lt. sgt. sen. rep. gov. st. vs. rev. hon. pres. adm. brig. cmdr. min. amb.".split()
)
#: Abbreviations that stand before a number or a name, and may also end a sentence.
_OTHERS: Final = frozenset("no. u.s. u.k. u.n. jan. feb. aug. sept. oct. nov. dec.".split())
#: Further abbreviations after which only a word of :data:`_OPENERS` shows a new sentence.
_ENDING: Final = frozenset("e.u. d.c. a.m. p.m. inc. co. corp. ltd. jr. sr. etc.".split())
#: Words that are written with a capital letter only where a sentence begins ("U.S. **The**"); none is a part of names behind an abbreviation.
_OPENERS: Final = frozenset(
    "The This That These Those He She It They We But And In On At After Before Since When While If As There Then Its His Her Their However Although".split()
)
#: Nouns that take a letter for a number ("Plan **B**", "hepatitis **E**", "Annex **A**").
_LETTERED: Final = frozenset(
    "plan group vitamin hepatitis influenza area zone annex appendix schedule section article class category type grade company block sector hall terminal "
    "gate wing serie point option exhibit chapter tier list pool team unit".split()
)
#: Words before the platform X, which no initial of a name follows X's full stop.
_ON: Final = frozenset("on via".split())


def sentence_starts(words: Sequence[str]) -> list[int]:
    """Indices of words that begin a sentence though the full stop before them looks like one of an initial or an abbreviation.

    Args:
        words: the tokens of a block; an abbreviation's or an initial's full stop is part of its token.

    Example:
        >>> sentence_starts("She wrote on X. Moscow denied it .".split())
        [4]
    """
    found = []
    for index, word in enumerate(words[1:-1], start=1):
        if not word.endswith(".") or len(word) < 2:
            continue
        following = words[index + 1]
        at = index + 2 if following in _OPENING_QUOTES and index + 2 < len(words) else index + 1
        if words[at][:1].isupper() and _ends(words, index, words[at]):
            found.append(index + 1)
    return found


def _ends(words: Sequence[str], index: int, opener: str) -> bool:
    word, before = words[index], words[index - 1]
    if len(word) == 2 and word[0].isupper():
        return opener in _OPENERS or before.lower() in _LETTERED or (word == "X." and before in _ON)
    return opener in _OPENERS and word.lower() in _OTHERS | _ENDING


def is_boundary(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a sentence ends between two runs of words that the parser cut apart (not after "Gen." or inside a name).

    Args:
        before: the words up to the cut.
        after: the words behind it.
    """
    last = next((word for word in reversed(before) if word not in _CLOSERS), before[-1])
    if last in {".", "!", "?", "…", ";"} or last.endswith(("?", "!")):
        previous = before[-2].lower() + "." if len(before) > 1 else ""
        return last != "." or not _joins(previous, after[0]) or not after[0][:1].isupper()
    return last.endswith(".") and not _joins(last.lower(), after[0])


def _joins(abbreviation: str, following: str) -> bool:
    """Whether an abbreviation goes with the word behind it."""
    return abbreviation in _TITLES or (abbreviation in _OTHERS and following not in _OPENERS)
