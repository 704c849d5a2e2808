"""The head that an archive sets above a diplomatic cable, "Cable title:", "Canonical ID:", "Original Classification:", "From:": metadata and no text.

Archives of cables print one field a line, its value behind the label or on the next line. Some labels only such heads have; with two of these the others
("Date", "From", "To", "Type") are of the head too, which in other papers are a memo's or the text's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.read.dates import parse_date_line
from dateline.read.draft import DraftBlock, Headed, Metadata
from dateline.types import BlockKind

_TITLE: Final = r"(?:cable |message )?(?:title|subject)|subj"
_DATE: Final = r"(?:cable |draft |sent |message )?date|created"
_FROM: Final = r"from|origin|post|embassy"
#: What only the head of a catalogued cable has.
_OWN: Final = (
    r"cable (?:title|subject|id|number)|canonical id|(?:original|current|previous) (?:handling )?classification|(?:previous |current )?handling restrictions|locator"
    r"|archive status|office (?:origin|action)|film number|document (?:unique id|source)|executive order|tags|character count|decaption(?: date| note)?|concepts"
    r"|disposition (?:action|date|authority|approved on date)|message text|reference id"
)
_OTHER: Final = (
    r"to|info(?:rmation)?|type|enclosure|markings|errors|status|released|declassified|classification|drafter|line count|page count|attachments?|references?"
    r"|(?:in|out)bound references|linked documents(?: or other documents with this id)?|document number|message id|precedence|microfilm|review \w+|copy|control number"
)
_LINE: Final = re.compile(
    rf"\s*(?:[-*•]\s+)?(?:\*\*|__)?(?:(?P<own>(?:{_OWN}))|(?P<title>{_TITLE})|(?P<date>{_DATE})|(?P<from>{_FROM})|(?P<other>{_OTHER}))(?:\*\*|__)?\s*:(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
#: A line that says which cable a page shows: "Viewing cable 08LOME377, TITLE".
_SHOWN: Final = re.compile(r"\s*(?:viewing )?cable:? \d\d[A-Z]{3,}\d+(?:_\w)?\s*[,:–—-]\s*(?=\S)", re.IGNORECASE)
#: What stands above or between the fields.
_FURNITURE: Final = re.compile(r"\W*(?:message text|(?:raw )?(?:content|metadata|source)|(?:print|share|show headers)|cable)\W*", re.IGNORECASE)
_BLANK: Final = re.compile(r"\W*(?:N/A(?: or blank)?|blank|not available|none|null)?\W*", re.IGNORECASE)
_CLOCK: Final = re.compile(r"[,T ]*\b\d{1,2}:\d\d.*|\s*\(.*")
#: So many labels that only such heads have make one.
_LEAST: Final = 2
#: So many blocks at the top may hold it, and so many may stand between two of its labels (a value, and a line that goes on with it).
_TOP: Final = 90
_BETWEEN: Final = 2
_TITLE_CHARS: Final = 300
#: So many lines may stand above it; a head further down is one that a text quotes.
_ABOVE: Final = 3
#: What is behind a label is a sentence of the text where it has so many words and ends in a stop.
_SENTENCE_WORDS: Final = 8
_NUMBERS: Final = frozenset({"reference id", "cable id", "cable number", "canonical id"})
_STATIONS: Final = {"AMEMBASSY": "US Embassy", "AMCONSUL": "US Consulate", "USMISSION": "US Mission", "SECSTATE": "Secretary of State"}


def is_catalogue(lines: Iterable[str]) -> bool:
    """Whether lines without a blank line between them are fields of such a head, or its first ones."""
    return _signs(match for line in lines if (match := _LINE.match(line)) is not None) >= _LEAST


def _signs(found: Iterable[re.Match[str]]) -> int:
    """How many labels there are that only such a head has; where the cable came from is one beside its number."""
    said = [(_label(match), match["own"]) for match in found]
    labels = {label for label, _ in said}
    return len({label for label, own in said if own}) + ("origin" in labels and not labels.isdisjoint(_NUMBERS))


def read_catalogued(blocks: Sequence[DraftBlock]) -> Headed:
    """Find the head of a catalogued cable at the top; where there is none, the blocks stay as they are."""
    found = _run(blocks)
    first, last = min(found, default=0), max(found, default=0)
    above = [block.text.text for block in blocks[:first] if not _FURNITURE.fullmatch(block.text.text)]
    if len(above) > _ABOVE or _signs(found.values()) + any(map(_SHOWN.match, above)) < _LEAST:
        return Headed(tuple(blocks), Metadata())
    place, _ = _value(blocks, found, last)
    if len(blocks[place].text) <= _TITLE_CHARS and not _is_told(blocks[place]):
        last = place
    while last + 1 < len(blocks) and _FURNITURE.fullmatch(blocks[last + 1].text.text):
        last += 1
    title = _title(blocks, found, first)
    metadata = Metadata(published=_day(blocks, found), publisher=_station(blocks, found))
    gone = None
    if title is not None:
        gone, start = title
        words = blocks[gone].text.slice(start).strip()
        metadata = replace(metadata, title=words.text, title_text=words)
    kept = [replace(block, kind=BlockKind.BOILERPLATE) if _aside(block, index, first, last) else block for index, block in enumerate(blocks) if index != gone]
    return Headed(tuple(kept), metadata)


def _aside(block: DraftBlock, index: int, first: int, last: int) -> bool:
    return first <= index <= last or (index < first and _FURNITURE.fullmatch(block.text.text) is not None)


def _run(blocks: Sequence[DraftBlock]) -> dict[int, re.Match[str]]:
    """The labelled lines that follow each other at the top."""
    found: dict[int, re.Match[str]] = {}
    for index, block in enumerate(blocks[:_TOP]):
        if found and index > max(found) + 1 + _BETWEEN:
            break
        match = _LINE.match(block.text.text) if block.kind is not BlockKind.TABLE else None
        if match is not None and (match["own"] or not _is_sentence(block.text.text[match.end() :])):
            found[index] = match
    return found


def _label(match: re.Match[str]) -> str:
    return str(re.sub(r"\W+", " ", match.group()).strip().lower())


def _is_sentence(value: str) -> bool:
    return len(value.split()) >= _SENTENCE_WORDS and value.rstrip().endswith((".", "?", "!"))


def _is_told(block: DraftBlock) -> bool:
    """Whether a block is a numbered paragraph or a sentence, and so no value of a field."""
    return re.match(r"\s*\d{1,2}\. ", block.text.text) is not None or block.text.text.rstrip().endswith((".", "?", "!"))


def _value(blocks: Sequence[DraftBlock], found: dict[int, re.Match[str]], index: int) -> tuple[int, str]:
    """The block that a field's value stands in, and the value: behind the label, else in the block below."""
    text = blocks[index].text.text[found[index].end() :].strip().strip("*_ ")
    if text or index + 1 in found or index + 1 >= len(blocks):
        return index, text
    return index + 1, blocks[index + 1].text.text.strip().strip("*_ ")


def _title(blocks: Sequence[DraftBlock], found: dict[int, re.Match[str]], first: int) -> tuple[int, int] | None:
    """The block with the title and where it begins there: a field's value, else the line that says which cable is shown, else a lone line above."""
    for index, match in found.items():
        if match["title"] or (match["own"] and _label(match) in {"cable title", "cable subject"}):
            place, value = _value(blocks, found, index)
            if value and not _BLANK.fullmatch(value) and len(value) <= _TITLE_CHARS:
                return place, match.end() if place == index else 0
    above = [index for index in range(first) if not _FURNITURE.fullmatch(blocks[index].text.text)]
    if len(above) != 1 or len(blocks[above[0]].text) > _TITLE_CHARS:
        return None
    shown = _SHOWN.match(blocks[above[0]].text.text)
    return above[0], shown.end() if shown is not None else 0


def _day(blocks: Sequence[DraftBlock], found: dict[int, re.Match[str]]) -> date | None:
    """The day of the cable."""
    for index, match in found.items():
        if match["date"] and (day := parse_date_line(_CLOCK.sub("", _value(blocks, found, index)[1]))) is not None:
            return day.to_date()
    return None


def _station(blocks: Sequence[DraftBlock], found: dict[int, re.Match[str]]) -> str | None:
    """Who sent the cable, in the head's own words."""
    for index, match in found.items():
        value = _value(blocks, found, index)[1] if match["from"] else ""
        if value and not _BLANK.fullmatch(value):
            sender = value.partition("|")[0].strip()
            kind, _, place = sender.partition(" ")
            if kind in _STATIONS and place:
                return f"{_STATIONS[kind]} {place.title()}"
            return sender.title() if sender.isupper() and len(sender) > 3 else sender
    return None
