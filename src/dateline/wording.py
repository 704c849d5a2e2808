"""Numbers in sentences, for every part that tells people what was done."""

from __future__ import annotations

import re
from typing import Final

#: Signs of currencies that readers know; other money has its code behind it.
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
#: From where a number is told in words, and the word.
_LARGE: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_FIGURE: Final = re.compile(r"(?P<low>\d+(?:\.\d+)?)(?:-(?P<high>\d+(?:\.\d+)?))?(?: (?P<of>.+))?")


def plural(number: int, one: str, many: str | None = None) -> str:
    """``1 act``, ``2 acts``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def of_which(part: int, whole: int, what: str) -> str:
    """How many of those counted before are of a kind, in brackets behind them: `` (2 alleged)``, `` (all alleged)``, nothing where none is."""
    return f" ({'all' if part == whole else f'{part:,}'} {what})" if part else ""


def figure_words(figure: str) -> str:
    """A number with what it counts, as people write it.

    >>> [figure_words(one) for one in ("12000000000 USD", "10-15 percent", "1200 troops", "3500000 CHF", "40 items")]
    ['$12 billion', '10-15%', '1,200 troops', 'CHF 3.5 million', '40']
    """
    found = _FIGURE.fullmatch(figure)
    if found is None:
        return figure
    size, of = "-".join(_number(float(one)) for one in (found["low"], found["high"]) if one), found["of"] or ""
    if of == "percent":
        return f"{size}%"
    if re.fullmatch(r"[A-Z]{3}", of):
        return f"{_SIGNS.get(of, of + ' ')}{size}"
    return size if of in ("", "items") else f"{size} {of}"


def _number(value: float) -> str:
    large = next(((size, word) for size, word in _LARGE if value >= size), None)
    if large is not None and round(value / large[0], 3) * large[0] == value:
        return f"{value / large[0]:.10g} {large[1]}"
    return f"{value:,.10g}"
