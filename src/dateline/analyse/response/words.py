"""Words of a sentence with their places, and their stems: enough to compare what two sentences are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.ontology.inflect import irregular_verbs, singular

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its form as it stands, its stem, its topic (the stem, but "fishing" is not "fish"), and its offsets in the sentence."""

    form: str
    stem: str
    topic: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.form[:1].isupper()


@lru_cache(maxsize=65536)
def topic(word: str) -> str:
    """What a word is about: its stem, but words in -ing stay, since "fishing" is another matter than "fish"."""
    low = _POSSESSIVE.sub("", word.lower())
    return low if low.endswith("ing") else stem(word)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without plural and verb endings, lower-case: "deployed" and "deploys" are "deploy"; it need not be a word.

    >>> stem("bananas"), stem("detained"), stem("detaining")
    ('banana', 'detain', 'detain')
    """
    low = _POSSESSIVE.sub("", word.lower())
    low = irregular_verbs().get(low) or singular(low)
    for ending, least in (("ing", 6), ("ed", 5)):
        if low.endswith(ending) and len(low) >= least:
            low = low[: -len(ending)]
            if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "ls":
                low = low[:-1]
            return low
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; digits and signs are passed over."""
    return tuple(Word(match[0], stem(match[0]), topic(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))
