"""Texts in small letters throughout (chat, transcripts, corpora that were lower-cased): names get the capitals that they have elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dateline.ontology.namekeys import key_of
from dateline.plainform.words import WORD, names, opens, plain, small_words
from dateline.resolve.knowledge import packaged

#: A text of so many words with fewer than one capital in so many characters is in small letters.
_LEAST: Final = 5
_CHARACTERS: Final = 500
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽĆČĐİŞĞ]")
#: Words inside names that are small.
_LINKS: Final = frozenset("of the and for in on at to de la le du des del al el bin ibn von van der".split())
#: Family names of fewer letters are other words too often.
_SURNAME: Final = 4
#: The longest name that is looked for (words).
_LONGEST: Final = 7
#: How a name in the knowledge base is written: capitals throughout.
_ALL: Final = 2
#: "us" is the country behind one of these or where a sentence begins, "may" the month beside a figure or behind one of the others.
_BEFORE_US: Final = frozenset("the a an former between by".split())
#: "u.s.", "u.n."; hours of the day and "i.e." have small letters.
_DOTTED: Final = re.compile(r"(?<![\w.])(?!a\.m|p\.m|i\.e|e\.g)(?:[a-z]\.){2,}")
_BEFORE_MAY: Final = frozenset("in on of since until till early mid late last next this".split())


def is_small(text: str) -> bool:
    """Whether a text has (nearly) no capitals."""
    return len(_CAPITAL.findall(text)) * _CHARACTERS < len(text) and len(text.split()) >= _LEAST


def with_capitals(text: str) -> str:
    """The text with capitals where sentences begin and in names, and the same offsets.

    >>> with_capitals("kenya expelled two south african envoys on monday.")
    'Kenya expelled two South African envoys on Monday.'
    """
    made = list(text)
    words = list(WORD.finditer(text))
    index = 0
    while index < len(words):
        found = _name_at(text, words, index)
        for match, form in zip(words[index:], found, strict=False):
            if len(form) == len(match.group()):
                made[match.start() : match.end()] = form
        index += max(len(found), 1)
    for match in words:
        if opens(match) or match.group() == "i":
            made[match.start()] = text[match.start()].upper()[:1]
    for match in _DOTTED.finditer(text):
        made[match.start() : match.end()] = match.group().upper()
    return "".join(made)


def _name_at(text: str, words: list[re.Match[str]], index: int) -> list[str]:
    """The words of the longest name that begins at a word, as they are written; none where no name does."""
    for count in range(min(_longest(words[index].group()), len(words) - index), 1, -1):
        run = words[index : index + count]
        between = [text[first.end() : second.start()] for first, second in pairwise(run)]
        if all(gap in (" ", "-", "’s ", "'s ", ". ") for gap in between) and (form := _phrase(text[run[0].start() : run[-1].end()])) is not None:
            return [word if word in _LINKS and number else (word.upper() if form else word.capitalize()) for number, word in enumerate(one.group() for one in run)]
    return _single(text, words, index)


def _phrase(words: str) -> bool | None:
    """Whether a name of several words is written in capitals throughout; ``None`` where the words are no name."""
    if plain(words) in names():
        return False
    filed = packaged().names.get(key_of(words))
    if filed is None:
        return False if key_of(words) in packaged().pairs else None
    return all(one.case == _ALL for one in filed)


def _single(text: str, words: list[re.Match[str]], index: int) -> list[str]:
    word = words[index].group()
    before = words[index - 1].group() if index else ""
    if word == "us":
        return ["US"] if before in _BEFORE_US or opens(words[index]) else []
    if word == "may":
        figure = text[words[index].end() : words[index].end() + 2].strip()[:1].isdigit() or text[: words[index].start()].rstrip()[-1:].isdigit()
        return ["May"] if figure or before in _BEFORE_MAY else []
    bare = re.sub(r"['’]s?$", "", word)
    form = _written(bare)
    return [form + word[len(bare) :]] if form is not None else []


@lru_cache(maxsize=4096)
def _written(word: str) -> str | None:
    """A word as a name is written; ``None`` where it is none, or is another word too."""
    if (form := names().get(plain(word))) is not None:
        return form if form != plain(word) else None
    if plain(word) in small_words():
        return None
    filed = packaged().names.get(key_of(word))
    if filed is not None:
        return word.upper() if all(one.case == _ALL for one in filed) else word.capitalize()
    return word.capitalize() if len(word) >= _SURNAME and key_of(word) in packaged().surnames else None


def _longest(word: str) -> int:
    return min(_LONGEST, max(packaged().longest.get(key_of(word), 1), 2))
