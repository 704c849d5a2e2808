"""Postal addresses as a line of their own: "12 Harbour Street, Valletta", "Avenue Louise 235 • 1050 Brussels, Belgium", "ul. Szucha 23, 00-580 Warszawa"."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = r"[^\W\d_a-z][\w.'’-]*"
_ENGLISH: Final = (
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Square|Drive|Place|Plaza|Terrace|Crescent|Way|Court|Parade|Highway|Quay|Embankment|Row|Mews|Gardens)"
)
_ABROAD: Final = (
    r"(?:Avenue|Av\.|Avenida|Rue|Boulevard|Place|Chaussée|Quai|Via|Viale|Piazza|Calle|Carrera|Paseo|Plaza|Rua|Praça|Jalan|Jl\.|[Uu]l\.|[Uu]litsa|Ulica|Prospekt|Aleje)"
)
_COMPOUND: Final = r"[^\W\d_a-z]\w*[- ]?(?:straße|strasse|str\.|gata|gatan|gaten|gade|vej|veien|straat|laan|plein|platz|allee|weg|katu|utca|tänav|iela|gatvė)"
#: House number and street, in either order.
_STREET: Final = re.compile(
    rf"(?:(?<![^,;•·|\n] )(?<!\w)\d{{1,5}}[A-Za-z]?(?:[-–/]\d{{1,5}})?,? (?:{_WORD} |\d{{1,3}}(?:st|nd|rd|th) ){{1,4}}?{_ENGLISH}"
    r"(?=\W*$|\s*[,;•·|\n]|\s(?:[–—-]|[NSEW]\.?[EW]?\.?(?:\W|$)))"
    rf"|{_ABROAD} (?:(?:{_WORD}|d[aeou]s?|del|della|la|le) ){{0,5}}(?:{_WORD}),? (?:[Nn]o\.? )?\d{{1,5}}(?!\d)"
    rf"|\d{{1,5}},? [Rr]ue (?:(?:{_WORD}|d[eu]s?|la|le|l['’]\w+) ?){{1,5}}|{_COMPOUND} \d{{1,5}}(?!\d)"
    rf"|{_WORD} (?:gate|gata|gade|vei|plass|allé|straat|utca) \d{{1,5}}(?!\d))"
)
#: A code of the post before or behind a town.
_CODE: Final = re.compile(
    r"(?<![\w/-])(?:[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|[A-Z]{2},? \d{5}(?:-\d{4})?|(?:[A-Z]{1,3}-)?\d{2,3}[- ]?\d{2,3} [^\W\d_a-z][^\W\d_]+|[^\W\d_a-z][^\W\d_]+ \d{5,6})(?![\w-])"
)
_APART: Final = re.compile(r"\s*(?:[,;•·|\n]|\s[–—-]\s)\s*")
_SMALL: Final = frozenset("of the and de du des la le da do dos del della von van der den e y ul. ulitsa rue no. gate gata gade vei plass allé straat utca".split())
_WORDS: Final = 18
_CHARS: Final = 200
_SENTENCE_END: Final = re.compile(r"[^\W\d_A-Z]{4,}[.!?]$")


def is_address_line(text: str) -> bool:
    """Whether a line is a postal address, with a town or a code behind the street, and no more.

    Example:
        >>> is_address_line("12 Harbour Street, Valletta"), is_address_line("Police shot 12 on Harbour Street, Valletta"), is_address_line("10 Downing Street")
        (True, False, False)
    """
    if len(text) > _CHARS:
        return False
    bare = re.sub(r"^address\s*:\s*", "", text.strip().strip("|*_ "), flags=re.IGNORECASE)
    words = re.findall(r"[^\s,;•·|]+", bare)
    if not 3 <= len(words) <= _WORDS or _SENTENCE_END.search(bare) or not all(_is_large(word) for word in words):
        return False
    street = _STREET.search(bare)
    if street is None:
        return False
    return _CODE.search(bare) is not None or len([part for part in _APART.split(bare) if part]) > 1


def _is_large(word: str) -> bool:
    return not word[0].isalpha() or word[0].isupper() or word.lower() in _SMALL or word.lower().startswith(("l'", "l’", "d'", "d’"))
