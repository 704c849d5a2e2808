"""Entries of a chronicle that open with a day without its year ("- **7 August** – ..."): the year is that of the label above ("**2023**"), of the entry
before, of a title such as "Chronology: Chad, 2023", or, in a list that names no year at all, of the year before the publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from dateline.extract.dates import resolve_date
from dateline.types import Block, BlockKind, Document, Span, TimeRef

_MONTH: Final = (
    r"(?P<month>(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?\b(?:\s?[-–/]\s?\d{1,2}(?:st|nd|rd|th)?\b)?"
_OPENING: Final = re.compile(
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?P<day>(?:(?:early|mid|late)[\s-])?(?:{_NUMBER}\s+)?{_MONTH}(?:\s+{_NUMBER})?)"
    r"(?!,?\s*\d)(?=\s*(?:[–—:|•.]|--?\s|\n|$)|\s+[\"“‘]?[A-Z])",
    re.IGNORECASE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR: Final = re.compile(r"(?<![\d/.-])(?:1[89]|20)\d\d(?![\d/])")
_CHRONICLE: Final = re.compile(r"\b(?:chronology|chronicle|timeline|time line|calendar|diary|log|key (?:dates|events)|events)\b", re.IGNORECASE)
#: A label has so many words; an entry's day so many code points.
_LABEL_WORDS: Final = 6
_ROOM: Final = 40
#: A list in which no year is named has so many entries.
_LIST: Final = 3
#: Kinds of blocks that may open with their day.
TIMED: Final = frozenset({BlockKind.HEADING, BlockKind.BOILERPLATE, BlockKind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class _Reached:
    """The year that a list has reached, its last month, and whether a label says so for all that stands below it."""

    year: int
    month: int = 0
    labelled: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Opening:
    """A day without its year, at the beginning of a block."""

    words: str
    start: int
    end: int
    month: int


def with_years(document: Document, times: Sequence[TimeRef | None]) -> list[TimeRef | None]:
    """The times that open the blocks of a document, with those added that lack their year.

    Args:
        document: a document with blocks.
        times: the time with its year that opens each block, or ``None``.
    """
    openings = [_opening(document, block) if time is None else None for block, time in zip(document.blocks, times, strict=True)]
    if not any(openings):
        return list(times)
    told = [None if time is not None and time.earliest == time.latest == document.published else time for time in times]
    years = list(_years(document, told, openings))
    found = [time or (_dated(one, year, document.published) if one and year else None) for time, one, year in zip(times, openings, years, strict=True)]
    return found if any(years) or any(told) else _before_publication(document, found, openings)


def _opening(document: Document, block: Block) -> _Opening | None:
    if block.kind not in TIMED:
        return None
    match = _OPENING.match(document.text, block.span.start, min(block.span.end, block.span.start + _ROOM))
    if match is None or not any(one.isdigit() for one in match["day"]):
        return None
    return _Opening(match["day"], block.span.start, match.end("day"), _MONTHS.index(match["month"].lower()[:3]) + 1)


def _years(document: Document, times: Sequence[TimeRef | None], openings: Sequence[_Opening | None]) -> Iterator[int | None]:
    """The year of each opening, where the text names one before it."""
    reached, newest_first = _titled(document), _is_newest_first(times, openings)
    for block, time, opening in zip(document.blocks, times, openings, strict=True):
        label = _label(document, block)
        if label is not None:
            reached = label
        elif block.kind is BlockKind.HEADING and reached is not None and reached.labelled and opening is None and time is None and block.level <= reached.level:
            reached = None
        if time is not None and label is None:
            reached = _Reached(time.earliest.year, time.earliest.month, labelled=False)
        if opening is not None and reached is not None:
            reached = replace(reached, year=reached.year + _turn(reached, opening.month, newest_first), month=opening.month)
            yield reached.year
        else:
            yield None


def _is_newest_first(times: Sequence[TimeRef | None], openings: Sequence[_Opening | None]) -> bool:
    """Whether a list goes back from month to month more often than on."""
    named = [time.earliest.month if time is not None else one.month if one is not None else None for time, one in zip(times, openings, strict=True)]
    months = [one for one in named if one is not None]
    back = sum(after < before for before, after in pairwise(months))
    return len(months) >= _LIST and back > sum(after > before for before, after in pairwise(months))


def _turn(reached: _Reached, month: int, newest_first: bool) -> int:
    """By how many years the year turns at a month that no label of a year stands over."""
    if reached.labelled or not reached.month:
        return 0
    return -(month > reached.month) if newest_first else int(month < reached.month)


def _titled(document: Document) -> _Reached | None:
    """What the title of a chronicle says of its year."""
    title = document.title or ""
    years = sorted({int(one) for one in _YEAR.findall(title)})
    return _Reached(years[0]) if years and _CHRONICLE.search(title) else None


def _label(document: Document, block: Block) -> _Reached | None:
    """The year that a heading or a line of its own names for the entries below: "2023", "July–December 2023", "The coup year, 2023"."""
    if block.kind not in TIMED:
        return None
    text = document.slice(block.span)
    if len(text) > 2 * _ROOM or len(text.split()) > _LABEL_WORDS or (block.kind is BlockKind.PARAGRAPH and not _YEAR.fullmatch(text.strip(" .:–—-"))):
        return None
    years = sorted({int(one) for one in _YEAR.findall(text)})
    if not years or re.search(r"\b\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2},", text):
        return None
    return _Reached(years[0], labelled=len(years) == 1, level=block.level)


def _dated(opening: _Opening, year: int, published: date | None) -> TimeRef | None:
    """A day with the year that the text names for it; none after the publication."""
    day = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", opening.words)
    found = resolve_date(f"{day}, {year}" if day[-1:].isdigit() else f"{day} {year}", published=None)
    if found is None or (published is not None and found.earliest > published):
        return None
    return _ref(opening, found.earliest, found.latest, found.precision)


def _ref(opening: _Opening, earliest: date, latest: date, precision: str) -> TimeRef:
    return TimeRef(earliest, latest, precision, "relative", opening.words, Span(opening.start, opening.end))


def _before_publication(document: Document, times: list[TimeRef | None], openings: Sequence[_Opening | None]) -> list[TimeRef | None]:
    """The days of a list that names no year at all and goes one way, as those of the twelve months before the publication."""
    published, listed = document.published, [one for one in openings if one is not None]
    if published is None or len(listed) < _LIST:
        return times
    found = [resolve_date(one.words, published=published, tense="past") for one in listed]
    days = [one.earliest for one in found if one is not None]
    if len(days) < len(listed) or days not in (sorted(days), sorted(days, reverse=True)):
        return times
    dated = iter([_ref(one, day.earliest, day.latest, day.precision) for one, day in zip(listed, found, strict=True) if day is not None])
    return [next(dated) if one is not None else time for one, time in zip(openings, times, strict=True)]
