"""Whether a line is a reference to a publication by its form alone, with no marker and no heading to say so."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.read.dates import parse_date
from dateline.read.outlets import find_outlet
from dateline.read.predicates import has_verb

_NOTES_HEADING: Final = re.compile(
    r"[\W\d_]*(?:end\s?notes?|foot\s?notes?|notes?|references?|sources|citations|works cited|bibliography|notes and references"
    r"|references and notes|sources and notes|references? list|list of references|literature cited|select(?:ed)? bibliography"
    r"|(?:primary|secondary|archival|published|unpublished) sources)[\W_]*$",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"https?://|www\.")
_YEAR: Final = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]?\b")
_QUOTED: Final = re.compile(r"[\"“][^\"”]{8,}[\"”]|(?<!\w)[‘'][^‘’']{8,}(?:['’]\w[^‘’']*)*[’'](?!\w)|\*[^*]{3,}\*|\b_[^_]{3,}_\b")
#: Longer lines are no single reference.
_LONGEST: Final = 1_000
_BETWEEN: Final = words_of("read.references.between")
_WORD: Final = re.compile(r"(?<![\w’'])[a-z]+\b")
#: A sentence has so many words, and so large a share of them in small letters.
_SENTENCE_WORDS: Final = 7
_LOWER: Final = 0.5
#: The date that ends a reference.
_LAST_DATE: Final = re.compile(r"[,.;(]\s*+(?P<date>(?:[^,.;()]*,\s)?+[^,.;()]*\b(?:1[6-9]|20)\d\d)\)?\.?\s*$")


def is_notes_heading(text: str) -> bool:
    """Whether a line such as "Notes" or "References" heads a list of notes."""
    return _NOTES_HEADING.match(text) is not None


def is_reference(text: str) -> bool:
    """Whether a line is a reference: a link or a quoted title and no words of a sentence around it, or an outlet first and a date last.

    Example:
        >>> is_reference('Reuters, "Iran attacks US bases", January 8, 2020.')
        True
        >>> is_reference('On 8 January 2020 Rouhani said that "the slap was a first step".')
        False
    """
    if len(text) > _LONGEST:
        return False
    around = _QUOTED.sub(" ", re.sub(r"(?:https?://|www\.)\S+", " ", text))
    words = [word for word in _WORD.findall(around) if word not in _BETWEEN]
    if not words and (_LINK.search(text) or (_YEAR.search(around) and around != text)):
        return True
    return _of_outlet(text)


def is_prose(text: str) -> bool:
    """Whether a line tells something in a sentence of its own and has no form of a reference: no link, no quoted title, mostly words in small letters.

    Example:
        >>> is_prose("On 3 June 2019 security forces killed more than a hundred demonstrators in Khartoum.")
        True
        >>> is_prose("Clausewitz, Carl von. On War. Princeton: Princeton University Press, 1976.")
        False
    """
    words = text.split()
    if len(words) < _SENTENCE_WORDS or _LINK.search(text) or not re.search(r"[.!?][\"”’')\]]*$", text.strip()) or is_reference(text):
        return False
    lower = sum(word[:1].islower() for word in words)
    return lower >= _LOWER * len(words) and has_verb(words)


def _of_outlet(text: str) -> bool:
    """ "BBC News. Soleimani killed in strike. 3 January 2020": an outlet, a title without quotation marks, a date."""
    first = re.match(r"\s*([^,.:;(]{2,60})[,.:;(]", text)
    last = _LAST_DATE.search(text)
    return first is not None and last is not None and find_outlet(first.group(1).strip()) is not None and parse_date(last["date"]) is not None
