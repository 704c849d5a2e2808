"""Names of persons that are names of towns too: "spoke to Ali" names no town in India."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.given_names import genders
from dateline.types import Mention

_OF_PLACE: Final = words_of("resolve.somebody.of_place")
_OF_PARTNER: Final = frozenset("to with by against for from".split())
#: Longest word before a name, with its space (code points).
_REACH: Final = 16
_LAST_WORD: Final = re.compile(r"(\w+)\s+$")


def names_person(mention: Mention, text: str, fuller: Sequence[str], *, known: bool, unknown: bool) -> bool:
    """Whether a single word is the name of a person rather than of a place.

    Args:
        mention: the word.
        text: the document's text.
        fuller: the names to which the word refers.
        known: whether it is read as a known person.
        unknown: whether nothing is known by it.
    """
    before = _LAST_WORD.search(text, max(0, mention.span.start - _REACH), mention.span.start)
    word = before[1].lower() if before else ""
    if " " in mention.text or word in _OF_PLACE:
        return False
    named = any(len(words) > 1 and words[-1] == mention.text for words in (one.split() for one in fuller))
    return known or named or (unknown and word in _OF_PARTNER and mention.text.lower() in genders())
