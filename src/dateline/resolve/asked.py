"""Of whom something is asked: "it accused Canberra of meddling and demanded that **it** lift the ban" asks nothing of whoever demands."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import Phrase, PhraseForm

_ASKS: Final = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|request(?:s|ed|ing)?|order(?:s|ed|ing)?|ask(?:s|ed|ing)?|requir(?:es?|ed|ing)|urg(?:es?|ed|ing)|direct(?:s|ed|ing)?) (?:\w+ly )?that $"
)
#: Longest words before the pronoun (code points).
_BEFORE: Final = 40


def is_asked(phrase: Phrase, text: str) -> bool:
    """Whether a pronoun is of whom somebody else asks or demands something."""
    if phrase.form is not PhraseForm.PRONOUN:
        return False
    start = phrase.mention.span.start
    return _ASKS.search(text[max(0, start - _BEFORE) : start]) is not None
