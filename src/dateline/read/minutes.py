"""The head of minutes: what met gives the title, the line of where and when the day; who was present and when the next meeting is, is no text.

Minutes and summary records of committees, commissions and working groups are told, not spoken; records of turns are read by
:mod:`dateline.read.meeting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.read.dates import DAY_NAMED, parse_date
from dateline.read.draft import DraftBlock, Headed, Metadata
from dateline.read.mastline import is_lone_line, names_meeting_day
from dateline.read.numbered import ANNOUNCED, is_numbered_heading
from dateline.read.textmap import Mapped
from dateline.turns import turn_paragraphs
from dateline.types import BlockKind

#: The head stands among so many blocks; its lines are no longer than this (code points).
_TOP: Final = 20
_LINE: Final = 200
_SIGN: Final = re.compile(
    r"\W*(?:(?:draft|final|approved|confirmed|unconfirmed|agreed) )?(?:minutes\b|(?:summary|agreed) (?:record|minutes)\b|(?:record|notes|report"
    r"|proceedings) of (?:the |a )?(?:[\w-]+ ){0,4}"
    r"(?:meeting|session|sitting|talks|consultations?)\b|meeting (?:minutes|notes|record|report)\b)|.{3,80}\b(?:meeting )?minutes\W*$",
    re.IGNORECASE,
)
#: A title that says no more than what kind of document it is.
_BARE: Final = re.compile(r"\W*(?:(?:draft|final|meeting|summary|agreed) )*(?:minutes|record|notes)(?: of (?:the )?meeting)?\W*", re.IGNORECASE)
#: What minutes list beside what was said.
_LISTED: Final = re.compile(
    r"\W*(?:(?:members |also |those )?(?:present|absent)|(?:in )?attendance|in attendance|attendees|attended by|participants|observers"
    r"|apologies(?: for absence)?(?: (?:were )?received)?(?: from)?|regrets|quorum"
    r"|(?:co-)?chair(?:man|woman|person|ed by)?s?|presiding|president|secretary|secretariat|rapporteur|note[- ]taker|recorder|scribe"
    r"|minutes (?:taken |prepared |recorded )?by|taken by|recorded by|moderator"
    r"|date(?:,? (?:and|&) time)?|day|time|place|venue|location|room|duration|distribution|cc|circulated to|agenda|reference|ref|document|status)(?:\s*\([^()]{1,30}\))?\W*[:–—]",
    re.IGNORECASE,
)
#: A person of a list: "Mr A. Karimov (Uzbekistan, chair)".
_PERSON: Final = re.compile(r"\W*(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.? ?E|Amb|Ambassador|Gen|General|Col|Colonel"
    r"|Minister)\.? )?[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,4}\s*(?:[(,–—-].{2,80})?$")
_SENTENCE: Final = re.compile(r"[a-z]{2}[.!?][\"”’)]*$")


def read_minutes(blocks: Sequence[DraftBlock]) -> Headed | None:
    """Find the head of minutes; ``None`` where a document is none."""
    head = list(_head(blocks))
    signs = [index for index in head if _SIGN.match(blocks[index].text.text)]
    if not signs or _is_spoken(blocks):
        return None
    titled = None if any(blocks[index].kind is BlockKind.HEADING for index in head[:2]) else _title(blocks, head, signs[0])
    title = _without_day(blocks[titled].text) if titled is not None else None
    aside = _aside(blocks, head, signs[0])
    kept = [
        replace(block, kind=BlockKind.BOILERPLATE) if index in aside else replace(block, kind=BlockKind.HEADING, level=4) if titled is not None and _is_section(block) else block
        for index, block in enumerate(blocks)
        if index != titled
    ]
    return Headed(tuple(kept), Metadata(title=title.text if title else None, title_text=title, published=_day(blocks, head)))


def _is_spoken(blocks: Sequence[DraftBlock]) -> bool:
    """Whether turns open near the top; a list of persons ("Mr A. Karimov (Uzbekistan)") is none."""
    told = [block.text.text if block.kind is BlockKind.PARAGRAPH and not _PERSON.fullmatch(block.text.text.strip()) else "" for block in blocks]
    opened = turn_paragraphs(told)
    return bool(opened) and opened[0] <= _TOP


def is_bare_minutes(text: str) -> bool:
    """Whether a line says only that these are minutes, not whose: "Draft minutes"."""
    return _BARE.fullmatch(text.strip()) is not None


def _head(blocks: Sequence[DraftBlock]) -> Iterator[int]:
    """The lines before the first section or sentence."""
    for index, block in enumerate(blocks[:_TOP]):
        text = block.text.text.strip()
        if block.kind is BlockKind.TABLE or block.kind is BlockKind.CAPTION:
            continue
        if index and (is_numbered_heading(text) or (_SENTENCE.search(text) and not _LISTED.match(text) and not _SIGN.match(text))):
            return
        if len(text) <= _LINE or _LISTED.match(text):
            yield index


def _title(blocks: Sequence[DraftBlock], head: Sequence[int], sign: int) -> int:
    """The line that names the meeting; where it says only "Minutes", the line beside it that names who met."""
    if not _BARE.fullmatch(blocks[sign].text.text.strip()):
        return sign
    beside = [index for index in (sign - 1, sign + 1) if index in head and blocks[index].kind is BlockKind.PARAGRAPH and _names_body(blocks[index].text.text)]
    return beside[0] if beside else sign


def _names_body(text: str) -> bool:
    return len(text.split()) > 1 and not _LISTED.match(text) and not is_lone_line(text) and not names_meeting_day(text)


def _without_day(words: Mapped) -> Mapped:
    """A title without the line of where and when that stands in the same paragraph."""
    lines = words.text.split("\n")
    kept = next((index for index, line in enumerate(lines) if index and (is_lone_line(line) or names_meeting_day(line))), len(lines))
    return words.slice(0, len("\n".join(lines[:kept])))


def _day(blocks: Sequence[DraftBlock], head: Sequence[int]) -> date | None:
    """The first day of the head that is not the next meeting's."""
    for index in head:
        text = blocks[index].text.text
        if ANNOUNCED.match(text) or re.search(r"\b(?:last|previous|next) meeting\b", text, re.IGNORECASE):
            continue
        for match in DAY_NAMED.finditer(text):
            found = parse_date(match[0])
            if found is not None and (day := found.to_date()) is not None:
                return day
    return None


def _aside(blocks: Sequence[DraftBlock], head: Sequence[int], sign: int) -> frozenset[int]:
    """The lines that say who, when and where; the persons below "Present:"; the next meeting, wherever it stands."""
    found: set[int] = set()
    listing = False
    for index, block in enumerate(blocks):
        text = block.text.text.strip()
        if block.kind is not BlockKind.PARAGRAPH:
            listing = False
        elif ANNOUNCED.match(text) and not _SENTENCE.search(text):
            found.add(index)
        elif index in head and _LISTED.match(text):
            listing = True
            found.add(index)
        elif index in head:
            dated = is_lone_line(text) or names_meeting_day(text)
            bare = _BARE.fullmatch(text) is not None and index != sign
            if dated or bare or (listing and _PERSON.fullmatch(text)) or (index == sign and _BARE.fullmatch(text)):
                found.add(index)
            listing = listing and not dated
    return frozenset(found)


def _is_section(block: DraftBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and is_numbered_heading(block.text.text)
