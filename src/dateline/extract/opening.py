"""Patterns of many words and phrases that are looked for only where one of their first words stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final


@dataclass(frozen=True)
class Cue:
    """Words or phrases: what writes their pattern (one group), the words that one of them may begin with, and words of which each of them holds one, where known.

    The pattern is compiled when it is first looked for: a text of a few pages needs few of them, and all take longer than it does.
    """

    written: Callable[[], str]
    opens: frozenset[str]
    signs: frozenset[str] | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern, which does not look at case; it begins and ends where words do, hyphenated ones whole."""
        return re.compile(rf"(?<![\w-]){self.written()}(?![\w-])", re.IGNORECASE)

    def matches(self, text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
        """Where the cue stands in a text; ``words`` are those of the text (:func:`words_in`), one of which must open it and one be a sign."""
        if self.opens.isdisjoint(words) or (self.signs is not None and self.signs.isdisjoint(words)):
            return iter(())
        return self.pattern.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Where the cue stands first in a text."""
        return self.pattern.search(text)


_WORD: Final = re.compile(r"[\w-]+")


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, hyphenated ones whole, as cues begin and end."""
    return frozenset(_WORD.findall(text.lower()))


def opening_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of phrases, as :func:`words_in` cuts them."""
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase.lower())[:1])
