"""Entries of a chronicle: paragraphs that open with their day, or stand under a heading that does ("5 June 2017. Ghana expels six diplomats")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.extract.dates import Context, FoundDate, find_dates
from dateline.extract.dates.values import is_beyond_season
from dateline.extract.yearless import TIMED, with_years
from dateline.types import Block, BlockKind, Document, Span, TimeRef

#: Behind the day, on the same line: "1 March 2025 **–** A vessel enters", "May 2015**:** Georgetown protests".
_MARKED: Final = re.compile(r"\s*(?:[–—:|•]|--?(?=\s))\s*(?=\S)")
#: "5 June 2017**.** Ghana expels": the day is a sentence of its own.
_STOPPED: Final = re.compile(r"\s*\.\s+(?=\S)")
#: The day is a line of its own.
_BROKEN: Final = re.compile(r"[ \t]*\n\s*(?=\S)")
#: "**5 June 2017** Ghana expels", its print gone.
_BARE: Final = re.compile(r"\s+(?=[\"“‘]?[A-Z])")
#: "**In** May 2015 – two years after the vote – the court ruled": a date of the sentence, with a remark behind it.
_OF_SENTENCE: Final = re.compile(r"(?:on|in|at|by|since|from|until|till|during|after|before|as|between|for)\b", re.IGNORECASE)
_OPENS: Final = re.compile(r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|early|mid|late", re.IGNORECASE)
_ALONE: Final = re.compile(r"\s*[.:–—-]?\s*")
_BEHIND_LABEL: Final = re.compile(r"\s*[:,.–—|]|\s+-\s")
_IN_BRACKETS: Final = re.compile(r"\(([^()]{6,40})\)\s*$")
_RUN_IN: Final = re.compile(r"\b(?:1[89]|20)\d\d(?=\s+[A-Z])")
_NUMBERED: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
#: Room for the longest date (code points).
_ROOM: Final = 60
#: What might be an imprint or the first words of a sentence is the form of a chronicle where so many paragraphs have it.
_FORM: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """The time of an entry, with its words where they stand, and where the text of the entry begins that is parsed."""

    time: TimeRef
    start: int

    @property
    def day(self) -> date | None:
        """The day of the entry, where it is one."""
        return self.time.earliest if self.time.earliest == self.time.latest else None

    @property
    def found(self) -> FoundDate:
        """The time as a date expression named before the text."""
        return FoundDate(0, 0, self.time.earliest, self.time.latest, self.time.precision, "explicit")


def entries(document: Document) -> dict[int, Entry]:
    """The entries of a document by the number of their block.

    Args:
        document: a document with blocks; a day after its publication opens no entry.
    """
    times = with_years(document, [_time_at(document, block.span) if block.kind in TIMED else None for block in document.blocks])
    own = {number: one for number, block in enumerate(document.blocks) if (one := _opening(document, block, times[number])) is not None}
    bare = sum(one[1] is _BARE for one in own.values())
    found = {number: entry for number, (entry, form) in own.items() if form is not _BARE or bare >= _FORM}
    for number, time in _below_labels(document, times):
        found.setdefault(number, Entry(time, document.blocks[number].span.start))
    return found


def _opening(document: Document, block: Block, time: TimeRef | None) -> tuple[Entry, re.Pattern[str]] | None:
    """The entry that a paragraph is whose first words are a time, and the form of what parts it from the text."""
    if block.kind is not BlockKind.PARAGRAPH or time is None or time.span is None:
        return None
    forms = (_MARKED, _STOPPED, _BROKEN, _BARE) if _is_of_days(time) else (_MARKED, _STOPPED, _BROKEN)
    for form in forms:
        match = form.match(document.text, time.span.end, block.span.end)
        if match is not None:
            return Entry(time, match.end() if form in {_BROKEN, _BARE} else block.span.start), form
    return None


def _is_of_days(time: TimeRef) -> bool:
    """Whether a time is a day, or days of which the first and the last are named: "3–5 May 2020"."""
    return time.precision == "day" or (time.precision == "interval" and time.text is not None and _NUMBERED.search(time.text) is not None)


def _time_at(document: Document, span: Span) -> TimeRef | None:
    """The date with its year that opens a span, no longer than a season and no later than the publication."""
    text = document.text[span.start : min(span.end, span.start + _ROOM)]
    if _OPENS.match(text) is None or _OF_SENTENCE.match(text) is not None:
        return None
    first = next((one for words in _readings(text) for one in find_dates(words, Context(None))), None)
    if first is None or first.start or first.basis != "explicit" or is_beyond_season(first.earliest, first.latest):
        return None
    if document.published is not None and first.earliest > document.published:
        return None
    return TimeRef(first.earliest, first.latest, first.precision, first.basis, text[: first.end], Span(span.start, span.start + first.end))


def _readings(text: str) -> Iterator[str]:
    """The words that open a span, and those of them up to a year before a capital: "5 June 2017 **Hours** after the vote" counts no hours."""
    yield text
    run_in = _RUN_IN.search(text)
    if run_in is not None:
        yield text[: run_in.end()]


def _below_labels(document: Document, times: Sequence[TimeRef | None]) -> Iterator[tuple[int, TimeRef]]:
    """The paragraphs below a heading, or a line of its own, that is a date or opens with one; up to the next of its rank.

    Those below the day of publication have the document's own day.
    """
    labels = [_label(document, block, time) for block, time in zip(document.blocks, times, strict=True)]
    plain = Counter(one is not None and not block.level for one, block in zip(labels, document.blocks, strict=True))[True]
    current: tuple[TimeRef, int] | None = None
    for number, (block, label) in enumerate(zip(document.blocks, labels, strict=True)):
        if label is not None and (block.level or plain >= _FORM):
            current = None if label.earliest == label.latest == document.published else (label, block.level)
        elif block.kind is BlockKind.HEADING and current is not None and (not current[1] or block.level <= current[1]):
            current = None
        elif block.kind is BlockKind.PARAGRAPH and current is not None:
            yield number, current[0]


def _label(document: Document, block: Block, time: TimeRef | None) -> TimeRef | None:
    """The time that a heading, or a line that the reader set aside as a mere date, names; ``time`` is what its first words tell."""
    if time is None and block.kind is BlockKind.HEADING:
        brackets = _IN_BRACKETS.search(document.slice(block.span))
        time = _time_at(document, Span(block.span.start + brackets.start(1), block.span.end)) if brackets is not None else None
    elif time is not None and time.span is not None:
        rest = document.text[time.span.end : block.span.end]
        opens = block.kind is BlockKind.HEADING and _BEHIND_LABEL.match(rest) is not None
        time = time if opens or _ALONE.fullmatch(rest) is not None else None
    return time
