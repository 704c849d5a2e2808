"""The republics of federations in their last years: where a text tells Russia from the Soviet Union, "Russia" is no name of the whole."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

#: What is said of a republic alone, with the days on which it had a government that the federation's was told from and after which no federation was:
#: Russia's from its sovereignty (12 June 1990), the Czechs' and Slovaks' from the hyphened name (29 March 1990).
_APART: Final = (
    (
        date(1990, 6, 12),
        date(1991, 12, 25),
        re.compile(r"\bYeltsin\b|\bR\.?S\.?F\.?S\.?R\b|\bRussian (?:Soviet )?(?:Federat|[Rr]epublic|[Pp]arliament|[Pp]resident|[Gg]overnment|[Ss]overeignty)"),
    ),
    (
        date(1990, 3, 29),
        date(1992, 12, 31),
        re.compile(r"\bMe[cč]iar\b|\bCzech [Rr]epublic\b|\bSlovak (?:[Rr]epublic|[Pp]arliament|[Gg]overnment|[Pp]remier|[Pp]rime [Mm]inister|[Ll]eaders?|[Ss]overeignty)\b"),
    ),
)


def spoken_on(text: str, written: date | None) -> date | None:
    """The day by whose names of states a text speaks: the one on which it was written, or where it tells a republic from the federation the day after that.

    Args:
        text: text of the document.
        written: the day on which it was written.
    """
    if written is None:
        return None
    for start, end, apart in _APART:
        if start <= written <= end and apart.search(text):
            return date(end.year + 1, 1, 1)
    return written
