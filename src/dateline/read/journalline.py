"""The line of a journal above an article: "Journal of Gulf Law, vol. 12, no. 3 (March 2021), pp. 211–240"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.read.dates import MONTH, PartialDate, parse_date

_NUMBER: Final = r"(?:\d{1,4}|[IVXLC]{1,7})"
_STRETCH: Final = rf"(?:{MONTH}|Spring|Summer|Autumn|Fall|Winter)"
_DATE: Final = rf"(?:(?:{_STRETCH}(?:\s?[-–—/]\s?{_STRETCH})?(?:\s+\d{{1,2}})?,?\s+)|\d{{1,2}}\s+(?:{MONTH})\s+)?(?:19|20)\d\d"
_LINE: Final = re.compile(
    rf"(?:(?P<name>[A-Z][^\d,()|.]{{3,80}}?)[\s,*_|]+)?(?P<volume>vol(?:ume)?\.?\s*)?{_NUMBER}(?P<issue>:\d+|\s*[,:(|·]?\s*(?:\(|(?:no|nr|issue|number|iss)\.?)\s*\d+(?:[-–/]\d+)?\)?)?"
    rf"[\s,|·]*\(?(?P<date>{_DATE})\)?(?P<pages>[\s,:|·]*(?:pp?\.?\s*|pages\s+)?\d+\s?[-–]\s?\d+)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class JournalLine:
    """The name of the journal, where the line has it, and the date of the issue."""

    name: str | None
    published: PartialDate


def journal_line(text: str) -> JournalLine | None:
    """What the line of a journal says; two of the name with its volume, the issue and the pages must be there, so that no other line is taken for one.

    Example:
        >>> journal_line("Gulf Law Review, vol. 7, no. 2 (June 2021), pp. 3–9").published.iso, journal_line("Gulf states, June 2021")
        ('2021-06', None)
    """
    match = _LINE.fullmatch(text.strip().replace("*", ""))
    found = parse_date(match["date"]) if match is not None else None
    if match is None or found is None or (bool(match["volume"]) + bool(match["issue"]) + bool(match["pages"])) + bool(match["name"]) < 2 or not (match["volume"] or match["issue"]):
        return None
    return JournalLine(match["name"].strip(" _") if match["name"] else None, found)
