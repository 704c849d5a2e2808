"""Where a sentence ends at a full stop that might belong to an abbreviation: "posted on X. Moscow denied it", "George W. Bush"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.calendarnames import MONTHS
from dateline.extract.shortforms import WEEKDAYS
from dateline.ontology.wordlists import words_of

_CLOSERS: Final = frozenset("\"'”’)]»")
_OPENING_QUOTES: Final = frozenset("\"“‘'")
_TITLES: Final = words_of("extract.boundaries.titles")
_NEVER_NAMES: Final = words_of("extract.boundaries.never_names")
_SURNAMES: Final = words_of("extract.boundaries.surnames")
_BEFORE_SURNAMES: Final = words_of("extract.boundaries.before_surnames")
_OTHERS: Final = words_of("extract.boundaries.others")
_ENDING: Final = words_of("extract.boundaries.ending")
_OPENERS: Final = _NEVER_NAMES | words_of("extract.boundaries.openers")
_LETTERED: Final = words_of("extract.boundaries.lettered")
#: Words before the platform X, which no initial of a name follows X's full stop.
_ON: Final = frozenset("on via".split())
#: Months as they follow a day of the week ("on Mon. Nov. 5"), long and short.
_MONTHS: Final = MONTHS | {month[:3] for month in MONTHS} | {"sept"}


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
    if word in WEEKDAYS:
        return (before == "The" or not before[:1].isupper()) and opener.lower().rstrip(".") not in _MONTHS
    if word.lower() in _TITLES:
        return _ends_title(before, word.lower(), opener)
    return opener in _OPENERS and word.lower() in _OTHERS | _ENDING


def _ends_title(before: str, title: str, opener: str) -> bool:
    """Whether a sentence ends with what looks like a title: "close to Hun **Sen**. The row", not "Gen. He Weidong"."""
    if opener in _NEVER_NAMES or (title in _SURNAMES and opener in _OPENERS):
        return True
    return title in _SURNAMES and before.lower() in _BEFORE_SURNAMES


def is_boundary(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a sentence ends between two runs of words that the parser cut apart (not after "Gen." or inside a name).

    Args:
        before: the words up to the cut.
        after: the words behind it.
    """
    last = next((word for word in reversed(before) if word not in _CLOSERS), before[-1])
    if last in {".", "!", "?", "…", ";"} or last.endswith(("?", "!")):
        previous = before[-2].lower() + "." if len(before) > 1 else ""
        earlier = before[-3] if len(before) > 2 else ""
        return last != "." or not _joins(earlier, previous, after[0]) or not after[0][:1].isupper()
    return last.endswith(".") and not _joins(before[-2] if len(before) > 1 else "", last.lower(), after[0])


def _joins(before: str, abbreviation: str, following: str) -> bool:
    """Whether an abbreviation goes with the word behind it."""
    return (abbreviation in _TITLES and not _ends_title(before, abbreviation, following)) or (abbreviation in _OTHERS and following not in _OPENERS)
