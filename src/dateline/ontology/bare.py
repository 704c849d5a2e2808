"""Bare nouns by which a text comes back to a deed that it told before: "Baghdad condemned **the strike**"."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.inflect import forms_of_nouns
from dateline.ontology.wordlists import word_list

_DEEDS: Final = forms_of_nouns(str(word_list("bare_deeds")["deeds"]))
_DEFINITE: Final = re.compile(r"\b(?:the|that|this)\s+$", re.I)
#: What says of itself which deed it is: "the attack **on Gao**", "the raid **in which**".
_TOLD_BEHIND: Final = re.compile(r"\s*(?:of|on|against|by|in|at|near|from|that|which|where|when)\b", re.I)
#: Characters before a noun in which its article stands.
_ARTICLE_REACH: Final = 8


def is_deed(noun: str) -> bool:
    """Whether a noun in small letters names a deed that a text may come back to."""
    return noun in _DEEDS


def comes_back(text: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` of a text are such a noun.

    >>> comes_back("Baghdad condemned the strike.", 22, 28), comes_back("Baghdad condemned the strike on Sinjar.", 22, 28)
    (True, False)
    """
    if start < 0 or not is_deed(text[start:end].lower()):
        return False
    return _DEFINITE.search(text, max(0, start - _ARTICLE_REACH), start) is not None and _TOLD_BEHIND.match(text, end) is None
