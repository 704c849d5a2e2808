"""Portion marks: the "(C)" or "(S//NF)" at the head of each paragraph of a classified paper, such as a cable or an estimate, and no part of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_MARK: Final = re.compile(r"\s*\((?:TS|S|C|U|R|SBU|LOU|FOUO|CUI|OUO)(?:(?://?|-)(?:NF|NOFORN|FOUO|SI|TK|OC|FRD|RD|REL(?: TO)?[ A-Z,]*))*\)\s+(?=[\"“‘'(\[]*[^\W_])")
#: "(A)", "(B)": where paragraphs begin so, "(C)" is the third item of a list.
_ITEM: Final = re.compile(r"\s*\([ABDE]\)\s")
#: So many paragraphs have marks.
_LEAST: Final = 2


def portion_marks(paragraphs: Mapping[int, str], numbers: Mapping[int, int]) -> dict[int, int]:
    """How long the marks at the head of paragraphs are, their numbers included; none where a single one has any or where letters count a list.

    Args:
        paragraphs: by their place.
        numbers: how long the numbers are that count paragraphs.
    """
    if any(_ITEM.match(text, numbers.get(index, 0)) for index, text in paragraphs.items()):
        return {}
    found = {index: match.end() for index, text in paragraphs.items() if (match := _MARK.match(text, numbers.get(index, 0))) is not None}
    return found if len(found) >= _LEAST else {}
