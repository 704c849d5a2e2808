"""How the corpus writes words inside sentences (``data/lowercase.txt``, ``data/names.txt``; made by ``scripts/make_wordcases.py``)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: What stands before a word that opens a sentence.
_OPENS: Final = re.compile(r"(?:^|(?:(?<![.\s][A-Za-z])\.|[!?:])[\"”’)]*\s+|\n\s*)[\"“‘'(]*$")
#: So much before a word is looked at for that (characters).
_BEFORE: Final = 6
#: Endings of the forms of a verb or noun, and what stands in their place in others: "snubs" beside "snub", "readies" beside "ready".
_ENDINGS: Final = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_FORMS: Final = ("", "s", "es", "ed", "ing")
#: Forms that count as those of another word have more letters than this.
_STEM: Final = 3


def opens(match: re.Match[str]) -> bool:
    """Whether a word opens a sentence."""
    return _OPENS.search(match.string[max(0, match.start() - _BEFORE) : match.start()]) is not None


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """The words that the corpus mostly has in small letters."""
    return frozenset(_lines("lowercase.txt"))


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """Words, and pairs of words, in small letters: as the corpus writes them where that is with a capital; in small letters too where either is
    common or a word that looks like a form of a small one is a name ("House": "houses")."""
    return {line.lower(): line for line in _lines("names.txt")}


def plain(words: str) -> str:
    """Words as the lists have them: in small letters, with straight apostrophes."""
    return words.lower().replace("’", "'")


def forms(word: str) -> set[str]:
    """The word in small letters and what may be other forms of it, some of which are no words: "readies", "ready", "readied" ...

    Args:
        word: letters, in any case.
    """
    small = plain(word)
    stems = {small, *(small.removesuffix(ending) + other for ending, other in _ENDINGS if small.endswith(ending))}
    stems |= {stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]}
    made = (stem.removesuffix("e") + ending if ending[:1] == "e" else stem + ending for stem in stems for ending in _FORMS)
    return {small, *(form for form in made if len(form) > _STEM)}


@lru_cache(maxsize=4096)
def is_known(word: str) -> bool:
    """Whether a word, or another form of it, is one that sentences have in small letters."""
    return plain(word) not in names() and not small_words().isdisjoint(forms(word))


def _lines(name: str) -> list[str]:
    return files("dateline.plainform").joinpath("data", name).read_text(encoding="utf-8").splitlines()
