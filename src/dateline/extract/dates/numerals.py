"""Cardinal numbers in digits and words: ``1,200``, ``1.5 million``, ``twenty-one``, ``half a dozen``."""

from __future__ import annotations

import re
from math import isfinite
from typing import Final

_SMALL: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen "
        "nineteen".split()
    )
}
_TENS: Final = {
    word: 10 * i for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
#: Words that multiply what stands before them, and the letters that newspapers put after a figure.
SCALES: Final = {
    "dozen": 12.0, "score": 20.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mln": 1e6, "bln": 1e9, "mn": 1e6, "bn": 1e9, "tn": 1e12, "trn": 1e12, "trln": 1e12, "m": 1e6, "b": 1e9, "k": 1e3, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_FRACTIONS: Final = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}

#: A figure: groups of three after commas or thin spaces, a decimal part, or plain digits.
FIGURE: Final = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u202f\u2009\u00a0]\d{3})+|\d+(?:\.\d+)?)"
_ONE: Final = "|".join(sorted((*_SMALL, *_TENS), key=len, reverse=True))
_BIG: Final = r"dozen|score|hundred|thousand|million|billion|trillion|lakh|crore"
#: "and" joins words of one number only after a hundred or more ("two hundred and six"), not in "four and five
#: soldiers".
_AND: Final = r"(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+"
#: A number in words: "nine", "twenty-one", "three hundred and twelve", "two thousand", "half a million", "a dozen",
#: "two and a half".
WORDS: Final = (
    rf"(?:(?:half\s+an?|an?\s+quarter\s+of\s+a)\s+(?:{_BIG})"
    rf"|an?\s+(?:{_BIG})(?:\s+and\s+a\s+half)?"
    rf"|(?:{_ONE})(?:(?:[-\s]|{_AND})(?:{_ONE}|{_BIG})\b)*(?:\s+and\s+a\s+(?:half|quarter)(?:\s+(?:{_BIG}))?)?)\b"
)
_TOKEN: Final = re.compile(rf"{FIGURE}|[a-z]+", re.IGNORECASE)


def parse_number(text: str) -> float | None:
    """The value of a cardinal number.

    Args:
        text: one number, in figures or words or a figure with a scale ("3.5 million", "1.5bn").

    Returns:
        Its value, ``None`` where the words are no number, or one too large for any count.

    Example:
        >>> parse_number("two and a half million")
        2500000.0
    """
    tokens = [t.lower() for t in _TOKEN.findall(text)]
    total, current, seen = 0.0, 0.0, False
    for index, token in enumerate(tokens):
        if token in ("and", "of"):
            continue
        if token in ("a", "an"):
            if not seen and tokens[index + 1 : index + 2] and tokens[index + 1] in SCALES:
                current, seen = 1.0, True
            continue
        if token in SCALES:
            factor = SCALES[token]
            current = (current if seen else 1.0) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
        else:
            value = _single(token)
            if value is None:
                return None
            current += value
        seen = True
    value = round(total + current, 6)  # 4.1 million is not 4099999.9999999995
    return value if seen and isfinite(value) else None


def _single(token: str) -> float | None:
    if token[0].isdecimal():
        return float(re.sub(r"[^\d.]", "", token))
    for table in (_SMALL, _TENS):
        if token in table:
            return float(table[token])
    return _FRACTIONS.get(token)
