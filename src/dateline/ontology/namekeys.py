"""Words of a phrase in the form that names are filed by, of parties and of places: ASCII, lower case, one spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.types.value import value

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])|[^\W_]+(?:['’‘`´ʼ][^\W_]+)*['’]?\+?")
_POSSESSIVE = re.compile(r"(?:['’](?:s|S)|(?<=s)['’])$")
_BREAK = re.compile(r"[,;:()\[\]–—]|--")
#: A share's code behind a company's name, whose letters are nobody's acronym ("Norsk Tungt <NTG.**PA**>" is of no Palestinian Authority).
_TICKER = re.compile(r"<[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?(?:>|$)")
#: What joins a word to the next.
_JOINERS = frozenset("-‑–/")
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ.+")
#: One spelling for words that differ between British and American English, and for "Saint".
_SPELLINGS = {
    "defence": "defense", "labour": "labor", "organisation": "organization", "organisations": "organizations", "programme": "program",
    "centre": "center", "neighbour": "neighbor", "neighbours": "neighbors", "harbour": "harbor", "theatre": "theater",
    "organised": "organized", "saint": "st", "ste": "st", "sainte": "st", "armoured": "armored", "counterintelligence":
    "counterintelligence", "stabilisation": "stabilization", "councillor": "councilor", "labourer": "laborer", "labourers": "laborers",
    "sympathiser": "sympathizer", "sympathisers": "sympathizers", "nationalisation": "nationalization", "co": "co",
}  # fmt: skip

@value(frozen=True, slots=True)
class Word:
    """A word with its normal form.

    ``start`` and ``end`` are offsets in the phrase; ``possessive`` says that it ended in 's; ``glued`` that a hyphen joins it to the
    next word; ``broken`` that a comma, bracket or dash stands before it.
    """

    text: str
    norm: str
    start: int
    end: int
    possessive: bool = False
    glued: bool = False
    broken: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital (or digit)."""
        return self.text[0].isupper() or self.text[0].isdigit()

    @property
    def upper(self) -> bool:
        """Whether it is written in capitals throughout (dots and plural s apart)."""
        letters = self.text.replace(".", "").removesuffix("s")
        return bool(letters) and letters == letters.upper()


def normalise(word: str) -> str:
    """A word in ASCII, lower case, without apostrophes and dots, British spellings made American."""
    plain = word if word.isascii() and word.isalnum() else word.translate(_APOSTROPHES)
    if not plain.isascii():
        from anyascii import anyascii

        plain = anyascii(plain).translate(_APOSTROPHES)
    plain = plain.lower()
    return _SPELLINGS.get(plain, plain)


@lru_cache(maxsize=65536)
def _form(raw: str) -> tuple[str, str, bool]:
    """A word as it stands between blanks: without its possessive ending, in its normal form, and whether it had one."""
    if raw.isalnum():
        return raw, normalise(raw), False
    stripped = _POSSESSIVE.sub("", raw)
    possessive = stripped != raw and bool(stripped)
    text = stripped if possessive else raw
    text = text.rstrip("'’") or text
    return text, normalise(text), possessive


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Word, ...]:
    """The words of a phrase; hyphenated words come apart, possessive endings come off."""
    found: list[Word] = []
    last = 0
    if "<" in text:  # of the same length, for the offsets
        text = _TICKER.sub(lambda ticker: " " * len(ticker.group()), text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        own, norm, possessive = _form(match.group())
        if not norm:
            continue
        glued = text[end : end + 1] in _JOINERS and end + 1 < len(text) and not text[end + 1].isspace()
        broken = start - last > 1 and bool(found) and " " in (between := text[last:start]) and _BREAK.search(between) is not None
        found.append(Word(own, norm, start, end, possessive, glued, broken))
        last = end
    return tuple(found)


#: Text whose words :func:`words` cuts at blanks and hyphens alone: most names, and a third of the time of the general way.
_PLAIN = re.compile(r"[A-Za-z0-9 -]+")


def key_of(text: str) -> str:
    """The key under which a name is filed: its words' normal forms, joined by blanks."""
    if _PLAIN.fullmatch(text):
        return " ".join([_SPELLINGS.get(word, word) for word in text.lower().replace("-", " ").split()])
    return " ".join(word.norm for word in words(text))
