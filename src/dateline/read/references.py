"""Whether a line is a reference to a publication by its form alone, with no marker and no heading to say so."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.dates import parse_date
from dateline.read.outlets import find_outlet

_LINK: Final = re.compile(r"https?://|www\.")
_YEAR: Final = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]?\b")
_QUOTED: Final = re.compile(r"[\"“][^\"”]{8,}[\"”]|(?<!\w)[‘'][^‘’']{8,}(?:['’]\w[^‘’']*)*[’'](?!\w)|\*[^*]{3,}\*|\b_[^_]{3,}_\b")
#: Words in lower case that stand between the parts of a reference.
_BETWEEN: Final = frozenset(
    "a about accessed also and as at available by cited chap ch college compare consulted de del der di du e ed edited edition editor eds en et al etc for from ibid"
    " in interview issue la last le no note of on online op cit p para pp press quoted retrieved reviewed revised s see seen the to transl trans translated updated van"
    " version viewed vol volume von with y".split()
)
_WORD: Final = re.compile(r"(?<![\w’'])[a-z]+\b")
#: The date that ends a reference.
_LAST_DATE: Final = re.compile(r"[,.;(]\s*(?P<date>[^,.;()]*?(?:,\s)?[^,.;()]*\b(?:1[6-9]|20)\d\d)\)?\.?\s*$")


def is_reference(text: str) -> bool:
    """Whether a line is a reference: a link or a quoted title and no words of a sentence around it, or an outlet first and a date last.

    Example:
        >>> is_reference('Reuters, "Iran attacks US bases", January 8, 2020.')
        True
        >>> is_reference('On 8 January 2020 Rouhani said that "the slap was a first step".')
        False
    """
    around = _QUOTED.sub(" ", re.sub(r"(?:https?://|www\.)\S+", " ", text))
    words = [word for word in _WORD.findall(around) if word not in _BETWEEN]
    if not words and (_LINK.search(text) or (_YEAR.search(around) and around != text)):
        return True
    return _of_outlet(text)


def _of_outlet(text: str) -> bool:
    """"BBC News. Soleimani killed in strike. 3 January 2020": an outlet, a title without quotation marks, a date."""
    first = re.match(r"\s*([^,.:;(]{2,60})[,.:;(]", text)
    last = _LAST_DATE.search(text)
    return first is not None and last is not None and find_outlet(first.group(1).strip()) is not None and parse_date(last["date"]) is not None
