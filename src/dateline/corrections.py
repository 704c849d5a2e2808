"""The figures that a medium takes back: "(Corrects death toll to six from eight in paragraph 1)", "This story has been corrected to say that two were killed, not three."."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.dates.numerals import WORDS, parse_number
from dateline.extract.quantities.numbers import NUMERAL

#: What opens a note of correction, and the note up to its end.
_NOTE: Final = re.compile(
    r"(?:\((?:[A-Z][\w ]{0,20}: )?Correct(?:s|ed|ing)\b[^()]{5,400}\)"
    r"|\b(?:This|The) (?:story|article|report|version|item)(?: (?:has been|was|is))? correct(?:s|ed)\b[^\n]{5,400}"
    r"|\bCorrection\b[^\n]{0,40}:[^\n]{5,400}|\b(?:An )?earlier version of this (?:story|article|report)[^\n]{5,400})",
)
_NEW, _OLD = (rf"(?<![\w-])(?P<{name}>{NUMERAL})(?![\w-])" for name in ("new", "old"))
#: Words without another figure.
_BETWEEN: Final = rf"(?:(?!\bpara|(?<![\w-]){WORDS}\b)[^.;()\d]){{0,90}}?"
#: The figure that stands, and the one taken back, in either order.
_FORMS: Final = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"{_NEW}{_BETWEEN},? (?:not|instead of|rather than) {_OLD}",
        rf"\bto {_NEW}{_BETWEEN}\bfrom {_OLD}",
        rf"\bfrom {_OLD}{_BETWEEN}\bto {_NEW}",
        rf"\b(?:said|stated|reported|gave|put|misstated)\b{_BETWEEN}{_OLD}{_BETWEEN}[.;,] (?:It|The|In fact|There|Police|Officials)\b{_BETWEEN}{_NEW}",
    )
)


def figures_withdrawn(text: str) -> frozenset[float]:
    """The figures that notes of correction in a text take back, where they give those that stand.

    >>> figures_withdrawn("(Corrects death toll to six from eight in headline)")
    frozenset({8.0})
    """
    return frozenset(old for note in _NOTE.finditer(text) if (old := _withdrawn(note[0])) is not None)


def _withdrawn(note: str) -> float | None:
    for form in _FORMS:
        for found in form.finditer(note):
            new, old = parse_number(found["new"]), parse_number(found["old"])
            if new is not None and old is not None and new != old:
                return float(old)
    return None
