"""Whether a text is in English, from the function words in it.

Method: the share of tokens that are function words, per language (Grefenstette 1995, "Comparing two language identification
schemes"). Dateline asks only "English or not", which function words answer in microseconds without a model: see
``tests/read/test_language.py`` for the texts it is measured on.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

#: Shorter texts are not judged: a headline of names has too few function words.
MIN_WORDS: Final = 20
#: Only the beginning is looked at; 400 words settle it.
_SAMPLE_CHARS: Final = 12_000
#: Of 714 English news sentences of 20 words or more, three have a smaller share of words in the list (the least 0.05), and of 23
#: texts in other languages none has more than 0.06; no text of either kind was misjudged.
_ENGLISH_SHARE: Final = 0.10
#: Text of which more than half of the letters are not Latin is not English, whatever its function words.
_LATIN_SHARE: Final = 0.5

#: So many function words of another language, and more than of English, tell a title in it.
_FOREIGN: Final = 2
#: So many words with accents count as one of them; an English title may name a person or two, but without function words of the language.
_ACCENTED: Final = 2
#: Such words inside a name ("Rio de la Plata", "Luis da Silva") tell nothing.
_PARTICLES: Final = re.compile(r"\b([A-Z]\w+)(?: (?:de|la|las|los|el|al|del|le|les|du|des|di|da|do|dos|van|von|der|den)){1,2} (?=[A-Z])")

#: A title and its translation.
_TRANSLATED: Final = re.compile(r".*\w.*?\s\[(?P<told>[A-Z][^\[\]]*\s[^\[\]]+)\]")
#: What a text is in that is not in Latin letters.
ANOTHER_SCRIPT: Final = "another script"
_ENGLISH: Final = "English"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _profiles() -> dict[str, frozenset[str]]:
    """Function words by language, from ``data/function_words.tsv``; those of other languages are not English words ("die", "an")."""
    rows = files("dateline.read").joinpath("data/function_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {name: frozenset(words.split()) for name, _, words in (row.partition("\t") for row in rows)}


def told_title(title: str) -> str:
    """What a title tells: the translation in brackets that stands behind a title in another language, else the title.

    >>> told_title("Узбекистан закрыл границу [Uzbekistan Closes Its Border]"), told_title("Tashkent [and] Bishkek")
    ('Uzbekistan Closes Its Border', 'Tashkent [and] Bishkek')
    """
    match = _TRANSLATED.fullmatch(title)
    return match["told"] if match else title


def is_foreign_title(title: str) -> bool:
    """Whether a title is in another language: in another script, or with function words of one and fewer of English.

    A title with fewer than two function words is taken for English.

    >>> is_foreign_title("L'Algérie retire son ambassadeur en France avec effet immédiat"), is_foreign_title("Algeria recalls its ambassador")
    (True, False)
    """
    title = told_title(title)
    if not _is_latin(title):
        return True
    words = [word.lower() for word in _WORD.findall(_PARTICLES.sub(r"\1 ", title))]
    own = _profiles()[_ENGLISH]
    english = sum(word in own for word in words)
    other = max(sum(word in profile - own for word in words) for name, profile in _profiles().items() if name != _ENGLISH)
    accented = sum(not word.isascii() for word in words) >= _ACCENTED
    return other > english and other + accented >= _FOREIGN


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(ord(character) < 0x250 for character in letters) >= _LATIN_SHARE * len(letters)


def foreign_language(text: str) -> str | None:
    """What a text is in, where that is not English.

    Args:
        text: running text; tables and notes may be in it.

    Returns:
        ``None`` for English and for texts too short to tell (under 20 words); else a language's name, or "another language".

    Example:
        >>> foreign_language("Der Minister ist nach Kiew gereist, und das Parlament hat " * 4)
        'German'
    """
    sample = text[:_SAMPLE_CHARS]
    if sum(map(str.isalpha, sample)) >= MIN_WORDS and not _is_latin(sample):
        return ANOTHER_SCRIPT
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < MIN_WORDS:
        return None
    shares = {name: sum(word in profile for word in words) for name, profile in _profiles().items()}
    english = shares.pop(_ENGLISH)
    other, name = max((count, name) for name, count in shares.items())
    least = _ENGLISH_SHARE * len(words)
    if english >= least and english >= 0.8 * other:
        return None
    if other > english and other >= least:
        return name
    # Lists of names have few function words of any language; running text of a language without a profile has no English ones.
    return "another language" if english == 0 else None
