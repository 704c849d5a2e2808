"""The figures that a medium takes back: "(Corrects death toll to six from eight in paragraph 1)", "CORRECTED: Seven killed, not three"; and which statements gave them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dateline.extract.dates.numerals import WORDS, parse_number
from dateline.extract.quantities.numbers import NUMERAL
from dateline.merge import Event, Report

#: What opens a note of correction, and the note up to its end.
_NOTE: Final = re.compile(
    r"(?:\((?:[A-Z][\w ]{0,20}: )?Correct(?:s|ed|ing)\b[^()]{5,400}\)"
    r"|\b(?:This|The) (?:story|article|report|version|item)(?: (?:has been|was|is))? (?:correct(?:s|ed)|amended|(?:updated|changed) to correct)\b[^\n]{5,400}"
    r"|\b(?:Correct(?:ion|ed|s)|CORRECT(?:ION|ED|S))\b(?:[^\n]{0,40}:|\s?[-–—])[^\n]{5,400}|\b(?:An )?earlier version of this (?:story|article|report)[^\n]{5,400})",
)
#: A label tied to its first word: "CORRECTED-Seven killed".
_LABEL: Final = re.compile(r"^(correct\w+)\s?[-–—]", re.IGNORECASE)
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


def figures_corrected(text: str) -> dict[float, float]:
    """The figures that notes of correction in a text take back, each with the one that stands.

    >>> figures_corrected("(Corrects death toll to six from eight in headline)")
    {8.0: 6.0}
    """
    return dict(pair for note in _NOTE.finditer(text) if (pair := _corrected(_LABEL.sub(r"\1: ", note[0]))) is not None)


def _corrected(note: str) -> tuple[float, float] | None:
    for form in _FORMS:
        for found in form.finditer(note):
            new, old = parse_number(found["new"]), parse_number(found["old"])
            if new is not None and old is not None and new != old:
                return float(old), float(new)
    return None


def taken_back(event: Event, reports: Sequence[Report], documents: Mapping[str, tuple[date | None, str]]) -> dict[str, dict[float, float]]:
    """By mention the figures that its source took back in a document of the same event that is no older, each with the one that stands.

    A source takes back what goes under its name: reports of one event often sound alike, and their likeness alone makes them no reprints of the corrected one.

    Args:
        event: the event.
        reports: its statements and where each comes from.
        documents: by id the day of publication and the text of its documents.
    """
    sources = {one.mention_id: frozenset(one.origins) for one in reports}
    corrected = {doc: figures_corrected(text) for doc, (_, text) in documents.items()}
    found: dict[str, dict[float, float]] = {}
    for one in event.mentions:
        for other in event.mentions if corrected[one.doc_id] else ():
            first, last = documents[other.doc_id][0], documents[one.doc_id][0]
            if sources[one.mention_id] & sources[other.mention_id] and (first is None or last is None or first <= last):
                found.setdefault(other.mention_id, {}).update(corrected[one.doc_id])
    return found
