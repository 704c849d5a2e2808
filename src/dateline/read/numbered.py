"""Numbered headings and paragraphs whose lines no blank line parts: "2. Incidents" above "2.1 Oslo protested ..." in minutes, reports and agendas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.textmap import Mapped

#: A number of two or more parts before a sentence.
DECIMAL: Final = re.compile(r"\s{0,3}(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?[ \t]+(?=[\"“‘'(\[]*[^\W\d_a-z])")
_HEADING: Final = re.compile(r"\s{0,3}(?:(?i:(?:agenda )?item) \d{1,2}\s?[:.)–—-]|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?"
    r"|[IVX]{1,5}[.)])[ \t]+(?P<words>[^\W\d_a-z][^.!?;:\"“”\d]{2,80})$")
_HEADING_WORDS: Final = 10
#: When the next meeting is, or something is due.
ANNOUNCED: Final = re.compile(
    r"\W*(?:(?:date|time|place|venue)(?:,? (?:and )?(?:place|time|venue|date))* (?:of|for) (?:the )?)?next (?:\w+ ){0,2}(?:meeting|session|sitting"
    r"|round)\s*[:–—-]|\W*(?:dead ?line|due(?: date| by)?)\s*[:–—]", re.IGNORECASE
)
#: A line that goes on in the next ends in one of these.
_GOES_ON: Final = re.compile(r"(?:,|\b(?:of|the|a|an|from|to|in|on|at|and|or|for|with|by|as|that|which|after|over|against|between|its|their|his|her))$", re.IGNORECASE)
_ENDED: Final = re.compile(r"[.!?:;][\"”’')\]]*\s*$")
#: Nobody breaks lines before this width: where the next word had room below it, the line was ended on purpose.
_NARROW: Final = 58


def is_numbered_heading(text: str) -> bool:
    """Whether a line is the heading of a numbered section: few words, no stop, a number before it.

    Example:
        >>> is_numbered_heading("2. Incidents since the last meeting"), is_numbered_heading("2. Oslo protested.")
        (True, False)
    """
    match = _HEADING.match(text.rstrip())
    return match is not None and len(match["words"].split()) <= _HEADING_WORDS and _GOES_ON.search(match["words"]) is None and not match["words"][:1].islower()


def numbered_parts(lines: Sequence[Mapped]) -> list[Sequence[Mapped]]:
    """Cut lines below each heading of a numbered section, before each paragraph with a number of two parts, and before "Next meeting: ...".

    A wrapped line that happens to begin with such a number stays: the line before must have ended a sentence or be a heading.
    """
    starts = [0]
    for index in range(1, len(lines)):
        line, before = lines[index].text, lines[index - 1].text
        headed = index - 1 == starts[-1] and _heads(before, line)
        ended = _ENDED.search(before) is not None
        heads = index + 1 < len(lines) and _heads(line, lines[index + 1].text)
        if headed or (ended and (heads or ANNOUNCED.match(line) is not None or DECIMAL.match(line) is not None)):
            starts.append(index)
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _heads(line: str, below: str) -> bool:
    """Whether a line is a heading above another: numbered, ended where the next word had room, above what begins anew."""
    if not is_numbered_heading(line):
        return False
    if DECIMAL.match(below):
        return True
    first = below.split()[0] if below.split() else ""
    return first[:1].isupper() and len(line.rstrip()) + 1 + len(first) <= _NARROW and _ENDED.search(below) is not None
