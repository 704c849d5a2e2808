"""Whom a subject pronoun cannot be: those with whom it does something, "together with **Oman** it recalled its envoy" (Chomsky's principle B)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.types import Phrase

#: The words behind which those stand with whom somebody does something (a pattern).
BESIDE: Final = r"\b(?:alongside|(?:together|along|jointly)\s+with)\s"
_BESIDE: Final = re.compile(rf"{BESIDE}[^.;:!?]*$", re.I)
#: Longest words between such a link and the pronoun (code points).
_REACH: Final = 80


def outside_companions(phrase: Phrase, text: str, sentence: Sequence[Phrase]) -> list[Phrase]:
    """The phrases of a subject pronoun's own sentence without those named behind "together with" right before it.

    Args:
        phrase: the pronoun.
        text: the canonical text.
        sentence: the phrases of its sentence.
    """
    start = phrase.mention.span.start
    beside = _BESIDE.search(text, max(0, start - _REACH), start) if phrase.subject and sentence else None
    if beside is None or any(p.subject and beside.start() <= p.mention.span.start < start for p in sentence):
        return list(sentence)
    return [p for p in sentence if not beside.start() <= p.mention.span.start < start]
