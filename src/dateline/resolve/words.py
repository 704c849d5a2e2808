"""Names in the form that they are filed by (:mod:`dateline.ontology.namekeys`), as others write or say them: singular, folded, sounded."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from dateline.ontology.wordlists import words_of

#: How alike the words of two spellings of one name are: "Volodymyr" and "Vladimir" are 0.59, "Perez" and "Parts" 0.4.
ALIKE: Final = 0.55


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
