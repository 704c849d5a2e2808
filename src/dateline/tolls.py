"""Statements that only count the dead or hurt of a deed told before: "The ministry put **the number of dead** at 11", "Amnesty confirmed seven **deaths**"."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.wordlists import words_of

_COUNTED: Final = words_of("tolls.counted")
_VERBS: Final = words_of("tolls.verbs")
_OTHER: Final = words_of("resolve.backrefs.other")
#: A deed of its own behind victims: "killed **in a** raid", "wounded **when** rebels".
OWN_DEED: Final = re.compile(
    r"\b(?:in|by|during|from|after|of)\s+(?:an?|two|three|several|many)\b|\b(?:when|as|after|while|because)\s", re.IGNORECASE
)
_WORD: Final = re.compile(r"[a-z]+")
#: Of a verb the clause ends right behind it, or comes back to what was told: "said twelve people were killed (in the violence)".
_ENDS: Final = re.compile(r"(?:\s+(?:in|during)\s+(?:the|that)\s+[\w-]+(?:\s[\w-]+)?)?\s*(?:[.,;\"”]|$)")
_WERE: Final = re.compile(r"\b(?:was|were|been)\s+$", re.IGNORECASE)


def is_toll(text: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` of a sentence only count victims on somebody's word, and it tells no other occasion.

    >>> is_toll("Amnesty confirmed seven deaths.", 24, 30), is_toll("Amnesty confirmed seven deaths in a raid.", 24, 30)
    (True, False)
    """
    if start < 0 or text[start:end].lower().rpartition(" ")[2] not in _COUNTED or OWN_DEED.search(text, end, _end_of_clause(text, end)):
        return False
    words = set(_WORD.findall(text.lower()))
    if _VERBS.isdisjoint(words) or not _OTHER.isdisjoint(words):
        return False
    return _WERE.search(text, 0, start) is None or _ENDS.match(text, end) is not None


def _end_of_clause(text: str, at: int) -> int:
    found = re.search(r"[,;]", text[at:])
    return len(text) if found is None else at + found.start()
