"""Punctuation that sentences have in another form, as typesetting, East Asian input and Markdown leave it in a text; all offsets stay.

Full-width marks and hyphens that do not break are read as the marks of a keyboard, a sentence that runs out in dots ends in a full stop, and the
signs of emphasis around words ("the *whole* council", "_The Sentinel_ reported") are blanks.
"""

from __future__ import annotations

import re
from typing import Final

#: From the full-width form of a mark, letter or figure to its own (one block of Unicode in the order of ASCII).
_WIDE: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_AS_TYPED: Final = _WIDE | {ord("。"): ".", ord("、"): ",", ord("\u2010"): "-", ord("\u2011"): "-"}
_TYPED: Final = re.compile("[\uff01-\uff5e。、\u2010\u2011]")
#: Dots right behind a word, before a sentence that begins; with blanks on both sides they stand for words left out.
_RUNS_OUT: Final = re.compile(r"(?<=[\w)\"”’%])(?:…|\.{3,4})(?=[\"”’)]?\s+[\"“‘(]?[A-ZÀ-ÖØ-Þ])")
#: Emphasis in one paragraph; stars behind a word are notes, signs inside a word belong to it, and lines to be filled in have no words.
_EMPHASIS: Final = re.compile(r"(?<![\w*\\])(?P<sign>\*{1,3}|_{1,3})(?P<words>[^\W_](?:[^*_\n]*[^\s*_])?)(?P=sign)(?![\w*])")


def with_plain_marks(text: str) -> str:
    """The text with its marks as sentences have them; itself where it has none other.

    Args:
        text: canonical text.

    >>> with_plain_marks("Peru left… _El Sol_ said so，on‑air.")
    'Peru left.  El Sol  said so,on-air.'
    """
    if _TYPED.search(text) is not None:
        text = text.translate(_AS_TYPED)
    text = _RUNS_OUT.sub(lambda match: ".".ljust(len(match.group())), text)
    return _EMPHASIS.sub(_unmarked, text) if "*" in text or "_" in text else text


def _unmarked(match: re.Match[str]) -> str:
    blank = " " * len(match["sign"])
    return f"{blank}{match['words']}{blank}"
