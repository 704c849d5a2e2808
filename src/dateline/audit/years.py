"""A day without its year, beside a source of the same day of another year: "on 23 April" in a text of 2023, and a report of 23 April 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline, full_day
from dateline.audit.statement import Statement
from dateline.extract.dates import FoundDate
from dateline.read.dates import YEAR_NAMED
from dateline.types import Document, Span

#: News of a day appears within so many days.
_NEWS_DAYS: Final = 3
#: An older source is that of a history, which tells its years.
_MOST_YEARS: Final = 2


def other_year(document: Document, mine: Statement, theirs: Headline, beside: Sequence[date]) -> Iterator[Disagreement]:
    """The year that the text gives a day is that of the source's date but for a slip.

    Silent where the paragraph names the source's year before, or names none and the text does, or where a source beside is of that year: then the passage is about it.

    Args:
        document: the document; a day without a year is of the year before its publication.
        mine: the statement.
        theirs: its headline.
        beside: the dates of the sources of the notes near by.
    """
    published, today = full_day(theirs.published), document.published
    if published is None or today is None or any(one.year == published.year for one in beside):
        return
    one = next((one for one in mine.days if _is_yearless(mine.text[one.start : one.end], one) and _fits(one.earliest, published, today)), None)
    if one is None or _names_year(document, mine.sentence.sentence.span, published.year):
        return
    mention = mine.mention(one.start, one.end)
    years = YEAR_NAMED.findall(document.text, _paragraph(document, mine.sentence.sentence.span).start, mine.sentence.sentence.span.end)
    told = f"in a passage on {years[-1]}" if years else f"and names no year before {one.earliest.year}"
    yield FindingKind.DATE, mention, None, f"the text says “{mention.text}” {told}, but the source appeared on {published.isoformat()}"


def _names_year(document: Document, sentence: Span, year: int) -> bool:
    """Whether the year is named up to the sentence's end: in its paragraph, where that names any, else anywhere."""
    named = YEAR_NAMED.findall(document.text, _paragraph(document, sentence).start, sentence.end) or YEAR_NAMED.findall(document.text, 0, sentence.end)
    return str(year) in named


def _paragraph(document: Document, sentence: Span) -> Span:
    block = document.block_of(sentence)
    return block.span if block is not None else sentence


def _is_yearless(said: str, one: FoundDate) -> bool:
    return one.precision == "day" and re.search(r"\d", said) is not None and YEAR_NAMED.search(said) is None


def _fits(told: date, published: date, today: date) -> bool:
    """Whether a day is, but for its year, one of which a source reports at once."""
    years = told.year - published.year
    return told <= today and 0 < years <= _MOST_YEARS and 0 <= (published - _in_year(told, published.year)).days <= _NEWS_DAYS


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)
