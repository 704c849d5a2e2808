"""Words by which names in citations are told: institutions, states' bodies, research bodies and their series, publishers.

So are the words before a day of access, or before the day of an archive's copy.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

#: The classes of ``data/citation_words.tsv``.
CLASSES = ("institution", "official", "press", "report", "abroad", "branch", "accessed", "archived")
#: Words of other languages for states' bodies are both.
_ABROAD = frozenset({"institution", "official"})


@cache
def words_by_class() -> dict[str, tuple[str, ...]]:
    """For each class its words, each a part of a regular expression ("Institut\\w+"), in the order of the file."""
    text = files("dateline.read").joinpath("data/citation_words.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    return {name: tuple(row["word"] for row in rows if row["class"] == name or (row["class"] == "abroad" and name in _ABROAD)) for name in CLASSES}


def pattern_of(name: str) -> re.Pattern[str]:
    """A pattern that finds any word of a class, as a whole word and in its case.

    Raises:
        KeyError: for a class that is none of :data:`CLASSES`.
    """
    return re.compile(rf"\b(?:{'|'.join(words_by_class()[name])})\b")
