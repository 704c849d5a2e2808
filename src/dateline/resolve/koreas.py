"""The two Koreas by their short names: "the South's president", "the North", in a text that speaks of Korea."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.types import Candidate, Resolution

#: A half with a possessive or alone; before another name it is part of that name ("South Africa", "North Atlantic").
_HALF: Final = re.compile(r"(?:[Tt]he )?(?P<half>North|South)(?:['’]s\b.*)?", re.DOTALL)
_CODES: Final = {"North": "PRK", "South": "KOR"}
#: Names of which one makes a text speak of Korea.
_KOREA: Final = re.compile(r"\b(?:Koreas?|Koreans?|Seoul|Pyongyang)\b")
#: As sure as a country's adjective.
_SCORE: Final = 0.9


def half(text: str, document: str, found: Resolution) -> Resolution | None:
    """What a phrase refers to that names a half of Korea by its side; ``None`` where it names none.

    Args:
        text: the phrase.
        document: text of the document.
        found: what the phrase refers to by its other words, whose sectors are kept.
    """
    named = _HALF.fullmatch(text)
    if named is None or not _is_on_korea(document):
        return None
    sectors = found.chosen.sectors if found.chosen and found.chosen.sectors else ("GOV",)
    chosen = Candidate("", _CODES[named["half"]], sectors, _SCORE)
    return Resolution(chosen, (chosen, *found.candidates), "country")


@lru_cache(maxsize=1)
def _is_on_korea(document: str) -> bool:
    """Whether a text speaks of Korea; looked up once for all the phrases of a document."""
    return _KOREA.search(document) is not None
