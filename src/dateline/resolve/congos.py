"""The two Congos: in a text that speaks of Brazzaville and never of the larger one, "Congo" and "Congolese" are of the smaller."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.types import Resolution

#: The name that both share.
_SHARED: Final = re.compile(r"\bCongo(?:lese)?\b")
#: What only the smaller is called, and its capital.
_SMALLER: Final = re.compile(r"\bBrazzaville\b|\bPointe-Noire\b|(?<!Democratic )\bRepublic of (?:the )?Congo\b")
#: What only the larger is called, its capital, and the provinces that the news is of.
_LARGER: Final = re.compile(
    r"\bDemocratic Republic of (?:the )?Congo\b|\bD\.?\s?R\.? Congo\b|\bD\.?R\.?C\b"
    r"|\bKinshasa\b|\bKivus?\b|\bIturi\b|\bGoma\b|\bKatanga\b|\bZaire\b|\bMONUSCO\b"
)
_LARGE, _SMALL = "COD", "COG"
_NAMES: Final = {"Democratic Republic of the Congo": "Republic of the Congo"}


def of_brazzaville(text: str, document: str, found: Resolution) -> Resolution:
    """What a phrase refers to, with the smaller Congo for the larger where the text is on that one.

    Args:
        text: the phrase.
        document: text of the document.
        found: what the phrase refers to by its own words.
    """
    chosen = found.chosen
    if chosen is None or chosen.country != _LARGE or found.method == "person" or not _SHARED.search(text) or not _is_on_the_smaller(document):
        return found
    smaller = replace(chosen, country=_SMALL, entity=_NAMES.get(chosen.entity, chosen.entity))
    return Resolution(smaller, (smaller, *found.candidates), found.method)


@lru_cache(maxsize=1)
def _is_on_the_smaller(document: str) -> bool:
    """Whether a text names the smaller Congo by a name of its own and the larger by none; looked up once for all the phrases of a document."""
    return _SMALLER.search(document) is not None and _LARGER.search(document) is None
