"""Whether words hold a verb, or open with the verb of a subject that stands elsewhere, as cells of tables do; by form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.ontology.inflect import irregular_forms
from dateline.ontology.lexicon import load_lexicon
from dateline.ontology.wordlists import words_of

_AUXILIARIES: Final = words_of("read.predicates.auxiliaries")
_NO_VERB: Final = words_of("read.predicates.no_verb")
#: What follows a verb in "-s" and no plural noun.
_OBJECT: Final = re.compile(
    r"(?:the|an?|its|his|her|their|all|both|two|three|four|five|six|ten|some|no|more|new|that|to|from|with|into|as|not|\d[\d,.]*|[\"“'‘]?[A-Z].*)$"
)


def has_verb(words: Sequence[str]) -> bool:
    """Whether one of the words, but the first, can be a finite verb."""
    return any(_can_be_verb(_bare(word)) for word in words[1:])


def opens_predicate(text: str, *, sure: bool = True) -> bool:
    """Whether a text begins with a finite verb: "removed Seoul from its list", "Recalls its ambassador", "has frozen".

    Args:
        text: the words.
        sure: whether a word in "-s" counts only before what follows a verb and no plural noun.

    Example:
        >>> opens_predicate("Removed Seoul from its list"), opens_predicate("United States bombed Fordow")
        (True, False)
    """
    words = text.split()
    if not words:
        return False
    first, following = _bare(words[0]), words[1] if len(words) > 1 else ""
    if first in _AUXILIARIES or first in _pasts():
        return True
    if first.endswith("ed"):
        return first not in _NO_VERB
    if not sure:
        return first.endswith("s") and not first.endswith("ss")
    return first.endswith("s") and _can_be_verb(first) and _OBJECT.match(following) is not None


def _bare(word: str) -> str:
    return word.strip("\"“”'‘’()[]*_,.;:!?").lower()


def _can_be_verb(word: str) -> bool:
    if word in _AUXILIARIES or word in _pasts() or (word.endswith("ed") and len(word) > 3 and word not in _NO_VERB):
        return True
    return bool(load_lexicon().lookup("VERB", word))


@lru_cache(maxsize=1)
def _pasts() -> frozenset[str]:
    """Irregular pasts; those that are adjectives or nouns as well ("left", "shot") among them."""
    return frozenset(form for (_, pos), forms in irregular_forms().items() if pos == "VERB" for form in forms if not form.endswith(("ing", "en"))) - {
        "be",
        "been",
        "being",
    }
