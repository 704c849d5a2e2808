"""The head of a diplomatic cable: station, day and subject give publisher, day and title; routing, tags and references are no text.

Form of telegrams of the State Department (DTG, FM, TO, E.O., TAGS, SUBJECT, REF), with or without colons, one line each or run together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.read.cablelabels import without_labels
from dateline.read.catalogued import read_catalogued
from dateline.read.dates import parse_date
from dateline.read.draft import DraftBlock, Headed, Metadata
from dateline.types import BlockKind

_STATIONS: Final = {
    "EMBASSY": "Embassy", "AMEMBASSY": "US Embassy", "AMCONSUL": "US Consulate", "USMISSION": "US Mission", "USINT": "US Interests Section",
    "USDEL": "US Delegation",
}  # fmt: skip
_FROM: Final = re.compile(rf"\bFM:? (?P<kind>{'|'.join(_STATIONS)}) (?P<place>[A-Z][A-Z' ]{{2,30}}?)(?=\s+TO\b|\s*$|\s*\n)", re.MULTILINE)
#: Precedence, day and hour, month and year: "R 031423Z MAR 09".
_TIME: Final = re.compile(r"\b[OPRZ]P? (?P<day>\d\d)\d{4}Z (?P<month>[A-Z]{3}) (?P<year>\d{2,4})\b")
_SUBJECT: Final = re.compile(r"\bSUBJ(?:ECT)?:\s*(?P<title>\S.{5,250}?)\s*(?=$|\bREFS?:|\b(?:Classified|CLASSIFIED) (?:By|BY):)", re.DOTALL)
_LEVEL: Final = r"(?:U N C L A S(?: S I F I E D)?|C O N F I D E N T I A L|S E C R E T|L I M I T E D  ?O F F I C I A L  ?U S E|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)"
#: What only the head of a cable says.
_SIGNS: Final = (
    _FROM, _TIME, _SUBJECT, re.compile(r"\bTAGS:? ?[A-Z]{2,4}(?:[, ]+[A-Z]{2,4})+\b|\bSIPDIS\b"), re.compile(r"\bE\.? ?O\.? ?(?:11652|12065|12356|12958|13526)\b"),
    re.compile(rf"^\W*{_LEVEL}(?: SECTION \d\d OF \d\d)?(?: [A-Z ]{{3,30}} \d{{4,6}})?\W*$", re.MULTILINE),
)  # fmt: skip
_LEAST: Final = 3
#: Lines of a head that stand between the others.
_ASIDE: Final = re.compile(
    rf"\W*(?:REFS?:|[A-Z]\. (?:\d\d |\(\w\) )?[A-Z]{{3,}}|(?:DE)?C(?:LASSIFIED|lassified) B[Yy]\b|STATE (?:FOR|PASS)|PASS TO|DEPT (?:FOR|PASS)"
    rf"|(?:TO|INFO|FM|DE|ZNY|PP|RR|OO)\b|SIPDIS|NOFORN|{_LEVEL}|E\.O\.|TAGS|SUBJ|DECL)"
)
#: So many blocks at the top may hold the head.
_TOP: Final = 25
_SIGNED: Final = re.compile(r"[A-Z][A-Z'-]{2,20}\W*")
#: Two figures of a year from here on are of the last century.
_CENTURY: Final = 60


def read_cable(blocks: Sequence[DraftBlock]) -> Headed:
    """Find the head of a cable at the top of a document, its own or an archive's above it; where there is none, the blocks stay as they are."""
    archive = read_catalogued(blocks)
    own = _telegram(archive.blocks)
    if own.blocks == tuple(blocks):
        return own
    said = archive.metadata
    if own.metadata.title is not None:
        said = replace(said, title=own.metadata.title, title_text=own.metadata.title_text)
    said = replace(said, publisher=own.metadata.publisher or said.publisher, published=own.metadata.published or said.published)
    return Headed(tuple(without_labels(own.blocks)), said)


def _telegram(blocks: Sequence[DraftBlock]) -> Headed:
    """Find the head that a cable has itself."""
    start = next((index for index, block in enumerate(blocks) if block.kind is not BlockKind.BOILERPLATE), 0)
    top = [block.text.text for block in blocks[start : start + _TOP]]
    places = [[index for index, text in enumerate(top) if sign.search(text)] for sign in _SIGNS]
    subject = places[_SIGNS.index(_SUBJECT)]
    if not subject or sum(map(bool, places)) < _LEAST:
        return Headed(tuple(blocks), Metadata())
    last = max(found[0] for found in places if found)
    while last + 1 < len(top) and _ASIDE.match(top[last + 1]):
        last += 1
    match = _SUBJECT.search(top[subject[0]])
    title = blocks[start + subject[0]].text.slice(match.start("title"), match.end("title")) if match is not None else None
    signed = len(blocks) - 1 if _SIGNED.fullmatch(blocks[-1].text.text.strip()) else -1
    kept = [replace(block, kind=BlockKind.BOILERPLATE) if index <= start + last or index == signed else block for index, block in enumerate(blocks)]
    return Headed(tuple(kept), Metadata(title=title.text if title else None, title_text=title, publisher=_station(top), published=_day(top)))


def _station(top: Sequence[str]) -> str | None:
    match = next((found for text in top if (found := _FROM.search(text)) is not None), None)
    return f"{_STATIONS[match['kind']]} {match['place'].title()}" if match is not None else None


def _day(top: Sequence[str]) -> date | None:
    match = next((one for text in top if (one := _TIME.search(text)) is not None), None)
    if match is None:
        return None
    year = int(match["year"]) + (0 if len(match["year"]) > 2 else 1900 if int(match["year"]) >= _CENTURY else 2000)
    day = parse_date(f"{int(match['day'])} {match['month'].title()} {year}")
    return day.to_date() if day is not None else None
