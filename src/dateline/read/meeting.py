"""The head of a record of speech: the kind of meeting and its agenda give the title, the line of its day the date; none of it is said.

Verbatim records, hearings, briefings and interviews open with a symbol, an organ, a number, a day, who presides and who is present. Lines about
the course of the meeting ("The meeting was called to order at 10.05 a.m.") are the record's own, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.read.dates import DAY_NAMED, parse_date
from dateline.read.draft import DraftBlock, Headed, Metadata
from dateline.read.textmap import Mapped
from dateline.turns import turn_paragraphs
from dateline.types import BlockKind

#: The turns of a record begin among so many blocks.
_TOP: Final = 20
#: A line of the head is no longer than this (code points).
_LINE: Final = 300
_AGENDA: Final = re.compile(r"(?:Agenda(?: item \d+)?|Subject|Topic)\s*[:.–—-]?\s+(?P<title>\S.{8,200})$", re.DOTALL)
_ADOPTION: Final = re.compile(r"\b(?:adoption|approval) of the (?:provisional )?agenda\b", re.IGNORECASE)
#: The number of an item ("3.", "Item 3:"); it may have none.
_ITEM: Final = re.compile(r"\s*(?:(?:item )?\d{1,2}(?:\s?[.)]|\s?:)\s*)?", re.IGNORECASE)
_KIND: Final = re.compile(
    r"\b(?:briefing|press conference|news conference|press availability"
    r"|interview|hearing|debate|meeting|sitting|session|question(?:s| time)|remarks|transcript|q&a|hansard|doorstep|roundtable)\b",
    re.IGNORECASE,
)
#: The organ and number of a meeting, among other things in one block.
_NUMBERED: Final = re.compile(r"(?:\b[A-Z]\w+ ){0,3}\b\d[\d,]*(?:st|nd|rd|th) (?:plenary |open |closed |formal )?(?:meeting|session|sitting)\b")
#: The heading of the agenda.
_AGENDA_HEAD: Final = re.compile(r"agenda", re.IGNORECASE)
#: What the head lists beside title and day.
_LISTED: Final = re.compile(
    r"(?:President|Chair\w*|Members|Present|Participants|Presiding|Secretary|Rapporteur|Witness(?:es)?"
    r"|Moderator|In the chair|Provisional)\s*:|\W*S/PV\b|.*\.{4,}",
    re.IGNORECASE,
)
_COURSE: Final = re.compile(
    r"[(\[]?The (?:meeting|sitting|session|hearing|committee|house|briefing|press conference|council) (?:was|rose|resumed|adjourned|met|convened|is|concluded|ended|stands) ?"
    r"(?:called to order|suspended|adjourned|resumed|concluded|opened|closed|at|sat)?\b[^.]{0,80}(?:\.[^.]{0,20}){0,4}[)\]]?$",
    re.IGNORECASE,
)


def read_meeting(blocks: Sequence[DraftBlock]) -> Headed:
    """Find the head of a record of speech; where a document is none, the blocks stay as they are."""
    opened = turn_paragraphs([block.text.text if block.kind is BlockKind.PARAGRAPH else "" for block in blocks])
    if not opened or opened[0] > _TOP:
        return Headed(tuple(blocks), Metadata())
    head = [index for index in range(opened[0]) if len(blocks[index].text) <= _LINE and blocks[index].kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}]
    dated = next((index for index in head if _day(blocks[index].text.text) is not None), None)
    day = _day(blocks[dated].text.text) if dated is not None else None
    titled, title = _title(blocks, head)
    kept = [
        replace(block, kind=BlockKind.BOILERPLATE) if _is_aside(block, index in head, titled is not None) else block
        for index, block in enumerate(blocks)
        if index != titled
    ]
    return Headed(tuple(kept), Metadata(title=title.text if title else None, title_text=title, published=day))


def _day(text: str) -> date | None:
    match = DAY_NAMED.search(text)
    found = parse_date(match[0]) if match is not None else None
    return found.to_date() if found is not None else None


def _title(blocks: Sequence[DraftBlock], head: Sequence[int]) -> tuple[int | None, Mapped | None]:
    """The block of the title and the words of it: the agenda of a meeting that only has a number; else the heading of a marked-up text, which is left
    to the masthead; else the agenda, else what names the kind of meeting."""
    headed = any(blocks[index].kind is BlockKind.HEADING for index in head)
    numbered_alone = any(_NUMBERED.fullmatch(blocks[index].text.text.strip()) for index in head)
    agenda = _agenda(blocks, head) if numbered_alone or not headed else None
    if agenda is not None or headed:
        return agenda or (None, None)
    texts = {index: blocks[index].text.text for index in head}
    named = [index for index, text in texts.items() if _KIND.search(text) and not _LISTED.match(text) and not _COURSE.match(text)]
    if not named:
        return None, None
    words = blocks[named[0]].text
    numbered = _NUMBERED.search(words.text)
    return named[0], words if numbered is None else words.slice(*numbered.span())


def _agenda(blocks: Sequence[DraftBlock], head: Sequence[int]) -> tuple[int, Mapped] | None:
    """The block and the words of what is on the agenda, on its line or on the next ones, without its number; that an agenda is adopted is no matter."""
    for number, index in enumerate(head):
        words = blocks[index].text
        match = _AGENDA.match(words.text)
        if match is not None:
            return index, words.slice(match.start("title"))
        if words.text.strip(" :").lower() == "agenda":
            items = (one for one in head[number + 1 :] if not _ADOPTION.search(blocks[one].text.text))
            item = next(items, None)
            return (item, blocks[item].text.slice(_after_number(blocks[item].text.text))) if item is not None else None
    return None


def _after_number(item: str) -> int:
    match = _ITEM.match(item)
    return match.end() if match is not None else 0


def _is_aside(block: DraftBlock, in_head: bool, titled: bool) -> bool:
    """Whether a block is a line of the record about itself."""
    text = block.text.text.strip()
    if block.kind is BlockKind.HEADING and in_head and titled:
        return _NUMBERED.fullmatch(text) is not None or _AGENDA_HEAD.fullmatch(text) is not None
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if _COURSE.match(text):
        return True
    sentence = re.search(r"[a-z]{2}[.!?][\"”’)]*$", text) is not None
    return in_head and (_LISTED.match(text) is not None or (_day(text) is not None and not sentence) or (titled and not sentence))
