"""Exports whose articles are records of labelled lines: ProQuest ("Full text:"), EBSCO ("Accession Number:"); and NewsBank's, whose head is "day | paper"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.read.exportlines import COPYRIGHT, Article, authors_in, day_in, pieces, publisher_in, text_of, written
from dateline.read.textmap import Mapped, join

_RULE: Final = re.compile(r"\s*_{10,}\s*$")
_PROQUEST: Final = re.compile(
    r"\s*(?P<label>full text|abstract|title|author|publication title|publication info|publication date|publication year|subject|location|people|links|section"
    r"|first page|company / organi[sz]ation|business indexing term|classification|identifier / keyword|publisher|place of publication|country of publication|publication subject"
    r"|issn|e-issn|source type|language of publication|document type|proquest document id|document url|copyright|last updated|database|dateline|column|alternate title|edition"
    r"|pages?|credit|volume|issue|correction|source attribution|document feature|proquest document link)\s*(?::\s*|$)",
    re.IGNORECASE,
)
#: What no other record has; so many of them make one of ProQuest's.
_PROQUEST_SIGNS: Final = frozenset({"publication title", "publication info", "publication date", "proquest document id", "document url", "language of publication"})
_SIGNS: Final = 3
_RECORD: Final = re.compile(r"\s*record\s*:\s*\d+\s*$", re.IGNORECASE)
_EBSCO: Final = re.compile(
    r"\s*(?P<label>title|authors?|by|source|document type|subject terms|geographic terms|abstract|full text word count|issn|isbn|accession number|database|section|lexile"
    r"|company/entity|people|author-supplied keywords|naics/industry codes|persistent link to this record[^:]*|publisher logo|language|alternate title|language note)\s*:\s*",
    re.IGNORECASE,
)
_EBSCO_SIGNS: Final = frozenset({"title", "source", "accession number", "database"})
_AMERICAN: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")
_NAMED_DAY: Final = re.compile(r"[,.]\s+((?:[A-Z][a-z]{2,8} \d{1,2}, \d{4})|(?:\d{1,2} [A-Z][a-z]{2,8} \d{4})|(?:\d{1,2}/\d{1,2}/\d{4}))")
_HEAD: Final = re.compile(r"\s*(?P<day>[^|]{8,40}?)\s+\|\s+(?P<paper>[^|]{3,100}?)\s*$")
_FACTS: Final = re.compile(r"\s*(?:.*\|\s*)?(?:author/?\s?byline|author|section|page|\d[\d,]* words|readability)\b.*", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(?:^|\|)\s*\d[\d,]* words\b", re.IGNORECASE)
_NEWSBANK_END: Final = re.compile(r"\s*(?:citation\s*\(|openurl link|record(?: number)?\s*:|(?:©\s*)?copyright\b|©)", re.IGNORECASE)
_FACT_LINES: Final = 6


def proquest_articles(lines: Sequence[Mapped]) -> tuple[Article, ...]:
    """The articles of a text file of ProQuest, which long lines of underscores part; nothing where the lines are none."""
    ends = [number for number, line in enumerate(lines) if _RULE.match(line.text)]
    found = (_proquest(piece) for piece in pieces(lines, ends)) if ends else ()
    return tuple(one for one in found if one is not None)


def _fields(lines: Sequence[Mapped], pattern: re.Pattern[str], text: str) -> dict[str, list[Mapped]]:
    """The values of a record's labels; a line goes on with that above, and a text of paragraphs up to the next label behind a blank line."""
    fields: dict[str, list[Mapped]] = {}
    label, blank = "", True
    for line in lines:
        match = pattern.match(line.text)
        if match is not None and (label != text or blank):
            label = match["label"].lower()
            fields.setdefault(label, []).append(line.slice(match.end()))
        elif label and (line.text.strip() or label == text):
            fields[label].append(line)
        blank = not line.text.strip()
        label = "" if blank and label != text else label
    return fields


def _said(fields: dict[str, list[Mapped]], label: str) -> str:
    return " ".join(line.text.strip() for line in fields.get(label, ()) if line.text.strip())


def _proquest(piece: Sequence[Mapped]) -> Article | None:
    fields = _fields(piece, _PROQUEST, "full text")
    told = [line for line in written(piece) if not _RULE.match(line.text)]
    if len(fields.keys() & _PROQUEST_SIGNS) < _SIGNS or not (fields.keys() & {"full text", "abstract", "title"}):
        return None
    title = join(fields["title"], " ").strip() if "title" in fields else told[0]
    info = _said(fields, "publication info")
    days = (_said(fields, "publication date"), *(one.strip(" .") for one in reversed(re.split(r"[.:;\]]\s", info))))
    return Article(
        title, text_of(fields.get("full text", ()), title.text), authors_in(_said(fields, "author")), next((day for one in days if (day := day_in(one))), None),
        publisher_in(_said(fields, "publication title") or info), _said(fields, "document url") or None,
    )  # fmt: skip


def ebsco_articles(lines: Sequence[Mapped]) -> tuple[Article, ...]:
    """The articles of a text file of EBSCO, each under "Record: 1"; nothing where the lines are none."""
    starts = [number for number, line in enumerate(lines) if _RECORD.match(line.text)]
    found = (_ebsco(piece) for piece in pieces(lines, [one - 1 for one in starts if one])) if starts else ()
    return tuple(one for one in found if one is not None)


def _ebsco(piece: Sequence[Mapped]) -> Article | None:
    fields = _fields(piece, _EBSCO, "")
    if not fields.keys() >= _EBSCO_SIGNS:
        return None
    source, title = _said(fields, "source"), join(fields["title"], " ").strip()
    start = _below_labels(piece)
    named = _NAMED_DAY.search(source)
    paper = source[: named.start()] if named else source.split(",")[0]
    authors = authors_in(_said(fields, "authors") or _said(fields, "author") or _said(fields, "by"))
    return Article(title, text_of(piece[start:], title.text), authors, _american_day(named[1]) if named else None, publisher_in(paper))


def _below_labels(piece: Sequence[Mapped]) -> int:
    """Where a record's text starts: behind the first blank line below which no label stands."""
    first = next(number for number, line in enumerate(piece) if _EBSCO.match(line.text))
    for number in range(first, len(piece)):
        ahead = next((line for line in piece[number:] if line.text.strip()), None)
        if not piece[number].text.strip() and (ahead is None or _EBSCO.match(ahead.text) is None):
            return number
    return len(piece)


def _american_day(words: str) -> date | None:
    """A day as EBSCO writes it: month first in figures."""
    match = _AMERICAN.match(words)
    try:
        return date(int(match[3]), int(match[1]), int(match[2])) if match else day_in(words)
    except ValueError:
        return None


def newsbank_articles(lines: Sequence[Mapped]) -> tuple[Article, ...]:
    """The articles of a file of NewsBank: a title, "May 3, 2019 | Daily Nation (Nairobi, Kenya)", and "Author: ... | Section: ... | 543 Words"."""
    heads: list[tuple[int, int, int]] = []
    for number, line in enumerate(lines):
        match = _HEAD.match(line.text)
        title = next((above for above in range(number - 1, -1, -1) if lines[above].text.strip()), None)
        if match is None or title is None or day_in(match["day"]) is None:
            continue
        start = _below_facts(lines, number + 1)
        if start is not None:
            heads.append((title, number, start))
    ends = [*(title for title, _, _ in heads[1:]), len(lines)]
    found = tuple(_newsbank(lines, head, end) for head, end in zip(heads, ends, strict=False))
    return found if any(COPYRIGHT.match(line.text) or _NEWSBANK_END.match(line.text) for line in lines) else ()


def _below_facts(lines: Sequence[Mapped], number: int) -> int | None:
    """Where the text starts below the facts of a head, of which one counts the words."""
    start, counted = number, False
    told = [place for place in range(number, min(len(lines), number + 3 * _FACT_LINES)) if lines[place].text.strip()][:_FACT_LINES]
    for place in told:
        text = lines[place].text
        if not (_FACTS.match(text) or text.strip().lower() == "openurl link"):
            break
        counted = counted or _COUNTED.search(text) is not None
        start = place + 1
    return start if counted else None


def _newsbank(lines: Sequence[Mapped], head: tuple[int, int, int], end: int) -> Article:
    title, day, start = head
    match = _HEAD.match(lines[day].text)
    assert match is not None
    stop = next((number for number in range(start, end) if _NEWSBANK_END.match(lines[number].text)), end)
    facts = " | ".join(line.text for line in lines[day + 1 : start])
    by = re.search(r"author(?:/?\s?byline)?\s*:\s*([^|]+)", facts, re.IGNORECASE)
    return Article(lines[title].strip(), text_of(lines[start:stop]), authors_in(by[1]) if by else (), day_in(match["day"]), publisher_in(match["paper"]))
