"""Exports of Nexis Uni and LexisNexis: Word, RTF or text with many articles, each with "Length: 543 words" and a "Body" of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.read.exportlines import COPYRIGHT, Article, authors_in, day_in, pieces, publisher_in, text_of, written
from dateline.read.textmap import Mapped

_END: Final = re.compile(r"\s*end of document\s*$", re.IGNORECASE)
_START: Final = re.compile(r"\s*\d+ of \d+ DOCUMENTS?\s*$")
_LENGTH: Final = re.compile(r"\s*length\s*:\s*\d[\d,.]*\s+words?\s*$", re.IGNORECASE)
_BODY: Final = re.compile(r"\s*Body\s*$")
_LABEL: Final = re.compile(
    r"\s*(?P<label>section|length|byline|dateline|highlight|series|type|distribution|contact|url|edition|correction appended|headline|source)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
#: What only stands below the text.
_TAIL: Final = re.compile(r"\s*(?:classification\s*$|(?:load-date|publication-type|correction-date|journal-code|language|document-type)\s*:)", re.IGNORECASE)
#: What may stand between the text and these: headings of their own, and in older files labels.
_BEFORE_TAIL: Final = re.compile(r"\s*(?:(?:graphic|notes?|correction)\s*$|(?:graphic|correction|subject|url)\s*:)", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r"correction appended|(?:final|first|late|city|national|early|main|second|third).{0,20}edition\b.*|edition \d+|(?:print|online) edition", re.IGNORECASE
)
#: So many lines of pictures and corrections stand below a text at most.
_ASIDE_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines of an article; ``first`` stands behind what the service sets in front of all."""

    lines: Sequence[Mapped]
    first: bool


def nexis_articles(lines: Sequence[Mapped]) -> tuple[Article, ...]:
    """The articles of an export; nothing where the lines are none.

    Each sign may stand in any document; an article has its length, its day, its text's head or end, and its rights or day of loading.
    """
    ends = [number for number, line in enumerate(lines) if _END.match(line.text)]
    starts = [number for number, line in enumerate(lines) if _START.match(line.text)]
    cut = pieces(lines, ends) if ends else pieces(lines, [start - 1 for start in starts if start])
    found = [_Piece(one, index == 0) for index, one in enumerate(cut) if written(one)]
    articles = [(piece, _article(piece)) for piece in found]
    read = [article for _, article in articles if article is not None]
    if not read or not (ends or starts) or 2 * len(read) < len(found) - 1:
        return ()
    return tuple(article or _rest(piece.lines) for piece, article in articles if article is not None or _is_text(piece))


def _is_text(piece: _Piece) -> bool:
    """Whether lines that are no whole article are one all the same: not the service's own at the front and end."""
    return any(_END.match(line.text) or _START.match(line.text) for line in piece.lines)


def _rest(lines: Sequence[Mapped]) -> Article:
    told = written(lines)
    return Article(told[0], text_of([line for line in lines if not _END.match(line.text)], told[0].text))


def _article(piece: _Piece) -> Article | None:
    lines = [line for line in piece.lines if not _END.match(line.text)]
    length = next((number for number, line in enumerate(lines) if _LENGTH.match(line.text)), None)
    if length is None:
        return None
    body = next((number for number in range(length + 1, len(lines)) if _BODY.match(lines[number].text)), None)
    start = body + 1 if body is not None else _below_labels(lines, length)
    labels = {match["label"].lower(): match["value"].strip() for line in lines[:start] if (match := _LABEL.match(line.text))}
    end = _end(lines, start)
    first = next((number for number, line in enumerate(lines) if _LABEL.match(line.text) and number <= length), length)
    days = [number for number in range(first) if day_in(lines[number].text) is not None]
    sure = end < len(lines) or any(COPYRIGHT.match(line.text) for line in lines)
    if not days or not sure:
        return None
    above = [line for line in written(lines[: days[-1]]) if not _is_aside(line.text)]
    below = [line for line in written(lines[days[-1] + 1 : first]) if not _is_aside(line.text)]
    headline = labels.get("headline")
    title = _title(above, below, first=piece.first)
    publisher = above[-1].text if above else None
    if headline:
        title = Mapped.inserted(headline)
    return Article(
        title, text_of(lines[start:end], title.text if title else None), authors_in(labels.get("byline", "")), day_in(lines[days[-1]].text),
        publisher_in(publisher) if publisher else None,
    )  # fmt: skip


def _is_aside(text: str) -> bool:
    return COPYRIGHT.match(text) is not None or _ASIDE.fullmatch(text.strip()) is not None or text.strip().lower() == "all rights reserved"


def _title(above: Sequence[Mapped], below: Sequence[Mapped], *, first: bool) -> Mapped | None:
    """The title: above the paper's name, or, as older files have it, below the day."""
    if len(above) > 1:
        return above[-2] if first else above[0]
    return below[-1] if below else None


def _below_labels(lines: Sequence[Mapped], length: int) -> int:
    """Where the text starts below the labels of an older file: a value may go on over lines up to a blank one."""
    number = length + 1
    while number < len(lines):
        ahead = next((one for one in range(number, len(lines)) if lines[one].text.strip()), None)
        if ahead is None or _LABEL.match(lines[ahead].text) is None:
            break
        number = next((one for one in range(ahead, len(lines)) if not lines[one].text.strip()), len(lines))
    return number


def _end(lines: Sequence[Mapped], start: int) -> int:
    """Where the text ends."""
    tail = next((number for number in range(start, len(lines)) if _TAIL.match(lines[number].text)), len(lines))
    if tail == len(lines):
        return tail
    aside, seen = tail, 0
    for number in range(tail - 1, start - 1, -1):
        seen += bool(lines[number].text.strip())
        if seen > _ASIDE_LINES:
            break
        if _BEFORE_TAIL.match(lines[number].text):
            aside = number
    return aside
