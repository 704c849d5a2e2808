"""Several reports in one text: wire copy pasted or saved one below the other, each with a dateline or a slug of its own.

A report is dated by its own head, and its agency is its own; so each is a document, as each message of a mailbox is. One article with reports from
several places ("PARIS — ...", "GENEVA — ...") stays one: its datelines name neither day nor agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from dateline.datelines import dateline_alone, dateline_of
from dateline.read.dates import MONTH, parse_date, parse_date_line
from dateline.read.outlets import find_outlet

#: A line that parts texts.
_RULE: Final = re.compile(r"\s*(?:([-_=*#~])(?:\s*\1){2,}|\f|(?i:end of document|-?\s*(?:document|article|story)\s+\d+\s+of\s+\d+\s*-?))\s*$")
#: What ends a sentence, or the line of a story's number.
_ENDED: Final = re.compile(r"[.!?…:)\]][\"”’')\]]*\s*$")
_AGENCY: Final = re.compile(r"[(/]\s*([A-Z][\w .&’'-]{1,30}?)\s*[)/]")
#: "Aug 2 (Reuters) - ": a dateline without its place.
_PLACELESS: Final = re.compile(rf"(?P<day>{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?) \((?P<agency>[A-Z][\w .&/'’-]{{1,30}})\)\s*[—–-]{{1,2}}\s")
#: The last lines of a report.
_TAIL: Final = re.compile(
    r"\W*(?:©|\(c\)|copyright\b|all rights reserved|(?:additional )?(?:reporting|writing|editing|compiled|edited) by\b|ends?$|more to follow|source:|\d+ words$)", re.IGNORECASE
)
_PIECES: Final = re.compile(r"\s*[|•·/]\s*|\s+[–—-]{1,2}\s+|\s+by\s+|^by\s+", re.IGNORECASE)
#: A headline or a line of a story's head is no longer (code points), and a head has so many lines.
_HEAD_CHARS: Final = 160
_HEAD_LINES: Final = 5
#: Days without a year are compared in a year that has all of them.
_LEAP_DAY: Final = date(2000, 2, 29)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a report: where its text begins, the words of its day, and its agency."""

    start: int
    day: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """A report's place in the text, and the words of its day, perhaps without the year."""

    start: int
    end: int
    words: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def stories(text: str) -> tuple[Story, ...]:
    """The reports of a text, in order, which together are the whole of it; nothing where it is one document.

    Args:
        text: normalised text, its lines as they stand in the file.

    Example:
        >>> [one.words for one in stories("LIMA, May 2, 2019 (AFP) - Peru left.\\n\\nQUITO, May 9 (AFP) - Ecuador stayed.")]
        ['May 2, 2019', 'May 9']
    """
    lines = list(_lines(text))
    heads = list(_heads(lines))
    if not _differ(heads):
        return ()
    starts = [0, *(one.start for one in heads[1:]), len(text)]
    return tuple(Story(start, end, head.day) for (start, end), head in zip(pairwise(starts), heads, strict=True))


def day_of(words: str, before: date | None) -> date | None:
    """The day that the head of a report names; one without its year is the next after the report before it, or close before that.

    Args:
        words: the words of the day.
        before: the day of the report before, or another in the year.

    Example:
        >>> day_of("Jan 3", date(2018, 12, 30))
        datetime.date(2019, 1, 3)
    """
    found = parse_date(words)
    if found is not None or before is None:
        return found.to_date() if found is not None else None
    years = (parse_date(f"{words}, {year}") for year in (before.year - 1, before.year, before.year + 1))
    days = [day for one in years if one is not None and (day := one.to_date()) is not None]
    return min(days, key=lambda day: abs((day - before).days), default=None)


def same_report(paragraphs: Sequence[str]) -> bool:
    """Whether the datelines of paragraphs are those of one report: they do not differ in day or agency.

    Args:
        paragraphs: paragraphs of running text.
    """
    return not _differ([found for one in paragraphs if (found := _of_dateline(one, 0)) is not None])


def _differ(heads: Sequence[Head]) -> bool:
    """Whether heads are those of several reports: they name different days or different agencies, in whatever words."""
    words = {one.day for one in heads if one.day}
    known = next((day for one in sorted(words) if (day := day_of(one, None)) is not None), _LEAP_DAY)
    return len({day_of(one, known) or one for one in words}) > 1 or len({_agency_name(one.agency) for one in heads if one.agency}) > 1


def _agency_name(words: str) -> str:
    known = find_outlet(words)
    return known.name if known is not None else words


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line)
        start += len(line) + 1


def _heads(lines: Sequence[_Line]) -> Iterator[Head]:
    """The heads of reports; each starts behind what ends the one before. A dateline right below a slug, or its headline there, is of the slug's report."""
    free, skip, below = 0, -1, -1
    for number, line in enumerate(lines):
        if number < skip or not line.text.strip():
            continue
        found = _of_dateline(line.text, line.start) if _may_open(lines, number) else None
        if found is not None:
            first = _head_start(lines, number, free)
            if first != below:
                yield Head(lines[first].start, found.day, found.agency)
            free = number + 1
        elif _parted(lines, number) and (slug := _of_slug(lines, number)) is not None:
            head, skip = slug
            yield head
            free = skip
            below = next((place for place in range(skip, len(lines)) if lines[place].text.strip()), -1)


def _of_dateline(text: str, start: int) -> Head | None:
    found = dateline_of(text) or dateline_alone(text)
    bare = _PLACELESS.match(text) if found is None else None
    if bare is not None and find_outlet(bare["agency"]) is not None:
        return Head(start, bare["day"], bare["agency"])
    if found is None:
        return None
    agency = _AGENCY.search(text[: found.end])
    if found.day is None and (agency is None or find_outlet(agency[1]) is None):
        return None
    return Head(start, found.day, agency[1] if agency else None)


def _may_open(lines: Sequence[_Line], number: int) -> bool:
    """Whether a line may be the first of a paragraph: below a blank line, a rule, a sentence's end or a headline."""
    before = lines[number - 1].text if number else ""
    return not before.strip() or _RULE.match(before) is not None or _ENDED.search(before) is not None or _blank(lines, number - 2)


def _blank(lines: Sequence[_Line], number: int) -> bool:
    return number < 0 or not lines[number].text.strip() or _RULE.match(lines[number].text) is not None


def _parted(lines: Sequence[_Line], number: int) -> bool:
    """Whether a rule, or nothing, stands above a line."""
    above = number - 1
    while above >= 0 and not lines[above].text.strip():
        above -= 1
    return above < 0 or _RULE.match(lines[above].text) is not None


def _head_start(lines: Sequence[_Line], number: int, free: int) -> int:
    """The first line of a report whose dateline stands on a line: its headline and what stands right above that, up to a rule or running text."""
    first = number
    for above in range(number - 1, max(free, number - 2 * _HEAD_LINES) - 1, -1):
        text = lines[above].text.strip()
        if _RULE.match(lines[above].text):
            break
        if text and (len(text) > _HEAD_CHARS or _ENDED.search(text) is not None or _TAIL.match(text) is not None):
            break
        first = above if text else first
    return first


def _of_slug(lines: Sequence[_Line], number: int) -> tuple[Head, int] | None:
    """The head of a report whose first lines name a day and an agency or outlet ("Reuters, 29 July 2023"), and the line behind it."""
    day: str | None = None
    outlet: str | None = None
    last = number
    for place in range(number, min(len(lines), number + _HEAD_LINES)):
        text = lines[place].text.strip()
        if len(text) > _HEAD_CHARS or _of_dateline(text, 0) is not None:
            break
        for piece in (text, *_PIECES.split(text), *text.split(", ", 1), *text.rsplit(", ", 1)):
            found = parse_date_line(piece) if piece else None
            if found is not None and found.to_date() is not None and day is None:
                day, last = found.iso, place
            elif piece and outlet is None and find_outlet(piece.strip(" ()")) is not None:
                outlet, last = piece.strip(" ()"), place
    if day is None or outlet is None:
        return None
    return Head(lines[number].start, day, outlet), last + 1
