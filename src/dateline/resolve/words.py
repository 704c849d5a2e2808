"""Words of a phrase in the form the knowledge base is keyed by: ASCII, lower case, one spelling."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from dateline.ontology.wordlists import words_of
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

#: How alike the words of two spellings of one name are: "Volodymyr" and "Vladimir" are 0.59, "Perez" and "Parts" 0.4.
ALIKE: Final = 0.55


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


@lru_cache(maxsize=65536)
def singular(norm: str) -> str:
    """A plausible singular of a plural noun ("policemen", "ministries", "gangs"); the word itself where it is none."""
    for ending, to in (("women", "woman"), ("men", "man"), ("people", "person"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh")):
        if norm.endswith(ending) and len(norm) > len(ending):
            return norm[: -len(ending)] + to
    if norm.endswith("s") and not norm.endswith(("ss", "us", "is")) and len(norm) > 3:
        return norm[:-1]
    return norm


_FOLDS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("ie", "i"), ("dj", "j"), ("q", "k"), ("y", "i"))
_ARTICLES = words_of("resolve.words.articles")


def fold(key: str) -> str:
    """A place's key without what transliterations differ in: leading article, blanks, long vowels, doubled letters, a final h.

    "Hodeidah" and "Hodeida", "Deir Ezzor" and "Deir ez-Zor", "Al-Hasakah" and "Hasaka" fold to the same.
    """
    parts = key.split()
    if len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    joined = "".join(parts)
    for old, new in _FOLDS:
        joined = joined.replace(old, new)
    joined = re.sub(r"(.)\1+", r"\1", joined)
    return joined[:-1] if joined.endswith("h") and joined[-2:-1] in set("aeiou") else joined


_SOUNDS = (("kh", "k"), ("gh", "k"), ("qu", "k"), ("ph", "f"), ("dh", "d"), ("zh", "j"), ("ck", "k"), ("tz", "z"), ("ts", "z"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "g": "k", "w": "v", "x": "k", "j": "j", "z": "z"})
_PARTICLES = words_of("resolve.words.particles")


@lru_cache(maxsize=65536)
def skeleton(key: str) -> str:
    """Consonants of a full name, for transliterations that differ in vowels ("Muammar Qaddafi", "Moammar Gadhafi").

    Only names of two words and more with five consonants have one; the others give ``""``.
    """
    parts = [part for part in key.split() if part not in _PARTICLES and len(part) > 1]
    if len(parts) < 2:
        return ""
    bones = []
    for part in parts:
        for old, new in _SOUNDS:
            part = part.replace(old, new)
        part = part.translate(_LETTERS)
        kept = part[0] + "".join(ch for ch in part[1:] if ch not in "aeiouyhjv'")
        bones.append(re.sub(r"(.)\1+", r"\1", kept))
    return " ".join(bones) if sum(len(bone) for bone in bones) >= 5 else ""


@lru_cache(maxsize=8192)
def sounds_alike(one: str, two: str) -> bool:
    """Whether two keys with one skeleton may be spellings of one name: their words end alike ("Juan Perez" is not "Juhan Parts")."""
    mine, theirs = one.split(), two.split()
    return len(mine) != len(theirs) or all(SequenceMatcher(None, a, b).ratio() >= ALIKE for a, b in zip(mine, theirs, strict=True))
