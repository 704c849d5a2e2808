"""Sentences of the text that are printed again, larger or set apart: which words of a pull quote are the text's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.pdf.lines import Line
from dateline.read.pdf.sidebars import is_said_again, letters

#: What is quoted, and who is named behind it with a dash or without: "“We stay” — the mayor of Arica".
_QUOTED: Final = re.compile(r"\s*[\"“”‘«„](?P<words>.+)[\"”’“»](?P<by>[^\"“”«»]*)$", re.DOTALL)
_NAMED: Final = re.compile(r"(?P<words>.+?)\s[—–]\s?(?P<by>[^\W\d_a-z][^—–]*)$", re.DOTALL)
_BY_WORDS: Final = 14
#: What is left out of a sentence.
_ELLIPSIS: Final = re.compile(r"\s*[\[(]?(?:…|\.\s?\.\s?\.)[\])]?\s*")
_PART_WORDS: Final = 3
#: The line below a pull quote that says whose words they are.
_CREDIT: Final = re.compile(r"\s*[—–-]\s?[^\W\d_a-z]")


def is_pull_quote(lines: Sequence[Line], text: str) -> bool:
    """Whether lines say what ``text`` (see :func:`~dateline.read.pdf.sidebars.plain`) says, as a whole or in quotation marks, with words left out or not."""
    if is_said_again(lines, text):
        return True
    words = " ".join(line.text.text for line in lines)
    match = _QUOTED.match(words) or _NAMED.match(words)
    if match is not None and len(match["by"].split()) > _BY_WORDS:
        return False
    parts = [part for part in _ELLIPSIS.split(match["words"] if match is not None else words) if letters(part)]
    if match is None and len(parts) < 2:
        return False
    counts = [len(part.split()) for part in parts]
    return min(counts) >= _PART_WORDS and sum(counts) > _PART_WORDS and all(letters(part) in text for part in parts)


def is_credit(lines: Sequence[Line]) -> bool:
    """Whether a line below a pull quote says whose words they are."""
    words = " ".join(line.text.text for line in lines)
    return _CREDIT.match(words) is not None and len(words.split()) <= _BY_WORDS
