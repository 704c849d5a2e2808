"""What exports of news databases have in common: an article's lines, labels, days, bylines, and the lines that are no text of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.read.dates import MONTH, parse_date, parse_date_line
from dateline.read.names import is_name, people
from dateline.read.outlets import find_outlet
from dateline.read.textmap import Mapped, join

#: "543 words", "Length: 1,204 words", "543 mots".
WORD_COUNT: Final = re.compile(r"(?:length\s*:\s*)?\d[\d,. ]*\s(?:words?|mots|palabras|Wörter|parole|palavras)$", re.IGNORECASE)
COPYRIGHT: Final = re.compile(r"\W*(?:©|\(c\)|copyright\b|.{0,80}\brights reserved\b|tous droits réservés)", re.IGNORECASE)
#: A day with what databases set behind it: day of the week, time, edition.
_DAY_FIRST: Final = re.compile(rf"(?:[^\W\d]+day,?\s+)?(?P<day>{MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})(?:[\s,].{{0,60}})?$", re.IGNORECASE)
_WEEKDAY_ABROAD: Final = re.compile(r"^(?:le\s+|el\s+)?[^\W\d]{3,12},?\s+(?:den\s+|le\s+)?(?=\d)", re.IGNORECASE)
_BY: Final = re.compile(r"^(?:by(?:line)?|from|par|por|von)\s*:?\s+", re.IGNORECASE)
_POST: Final = re.compile(r"\s+(?:in|at|for|reports?)\s+.*$|\s*[|(].*$")
_OF_STAFF: Final = re.compile(
    r"^(?:by|from)\s|\b(?:staff|correspondents?|reporters?|writers?|agenc(?:y|ies)|desk|bureau|editors?)\W*$", re.IGNORECASE
)
_STAFF_WORDS: Final = 8
#: "1 of 100 DOCUMENTS", "Page 3 of 12", "Page 3".
_FURNITURE: Final = re.compile(r"(?:page \d+(?: of \d+)?|(?:document )?\d+ of \d+(?: documents?)?)$", re.IGNORECASE)
#: What BBC Monitoring sets below a text: "Source: Daily Nation, Nairobi, in English 0742 gmt 3 May 19", "BBC Mon AF1 AFEau 030519 jd".
_MONITORED: Final = re.compile(r"(?:source: .{3,120}\b\d{4} gmt\b.*|(?:BBC Mon(?:itoring)?\s|[©(]c?\)?\s?BBC Monitoring).{0,60})$", re.IGNORECASE)
#: What it sets above one: "Text of report by Samoan newspaper Observer website on 4 May".
_HEARD: Final = re.compile(r"(?:text|excerpts?|transcript) (?:of|from) (?:\w+ ){0,4}(?:report|statement|commentary|article|interview)\b[^.]{0,200}$", re.IGNORECASE)
_ENDS: Final = 4


@dataclass(frozen=True, slots=True)
class Article:
    """An article of an export: its own head, and its text, which is empty where the database has none."""

    title: Mapped | None
    text: Mapped
    authors: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None
    url: str | None = None


def day_in(line: str) -> date | None:
    """The day of a line that holds one, and hardly anything else.

    >>> day_in("May 3, 2019 Friday 7:42 AM GMT"), day_in("jeudi 2 mai 2019"), day_in("He left on May 3, 2019")
    (datetime.date(2019, 5, 3), datetime.date(2019, 5, 2), None)
    """
    line = line.strip()
    first = _DAY_FIRST.match(line)
    found = parse_date_line(line) or (parse_date(first["day"]) if first else None) or parse_date_line(_WEEKDAY_ABROAD.sub("", line))
    return found.to_date() if found is not None else None


def authors_in(byline: str) -> tuple[str, ...]:
    """The people of a byline: "By Ana Prieto in Lima", "Prieto, Ana; Ruiz, Juan".

    >>> authors_in("By Ana Prieto in Lima"), authors_in("Prieto, Ana; Ruiz, Juan")
    (('Ana Prieto',), ('Ana Prieto', 'Juan Ruiz'))
    """
    bare = _BY.sub("", byline.strip()).rstrip(".;")
    parts = [one.strip() for one in bare.split(";")]
    turned = [re.fullmatch(r"([^,]+), ([^,]+)", one) for one in parts]
    if all(turned) and (len(parts) > 1 or not is_name(parts[0].split(",")[0])):
        return people("; ".join(f"{one[2]} {one[1]}" for one in turned if one))
    return people(_POST.sub("", bare))


def is_byline(line: str) -> bool:
    """Whether a line below a title names who wrote the text."""
    line = line.strip()
    return len(line.split()) <= _STAFF_WORDS and (
        _OF_STAFF.search(line) is not None or is_name(_POST.sub("", line)) or find_outlet(line) is not None
    )


def publisher_in(words: str) -> str | None:
    """A paper's name without town, language and article: "Daily Nation; Nairobi [Nairobi]", "The Agency -- English"."""
    bare = re.sub(r"\s*(?:;.*|\[.*|,\s+ISSN.*|\s--\s.*)$", "", words.strip())
    return re.sub(r"^the\s+", "", bare, flags=re.IGNORECASE).strip(" .,") or None


def text_of(lines: Iterable[Mapped], title: str | None = None) -> Mapped:
    """The text of an article: without numbers of pages, its title again at the top, its rights and where BBC Monitoring heard it at the end."""
    kept = [line for line in lines if not _FURNITURE.match(line.text.strip())]
    while kept and (not kept[0].text.strip() or (title and kept[0].text.strip() == title) or _HEARD.match(kept[0].text.strip())):
        del kept[0]
    for _ in range(2 * _ENDS):
        while kept and not kept[-1].text.strip():
            del kept[-1]
        if not kept or not (COPYRIGHT.match(kept[-1].text) or _MONITORED.match(kept[-1].text.strip())):
            break
        del kept[-1]
    return join(kept, "\n")


def written(lines: Sequence[Mapped]) -> list[Mapped]:
    """The lines that hold words."""
    return [line.strip() for line in lines if line.text.strip() and not _FURNITURE.match(line.text.strip())]


def pieces(lines: Sequence[Mapped], ends: Sequence[int]) -> list[Sequence[Mapped]]:
    """The lines cut behind each of some of them; what stands behind the last is a piece too."""
    starts = [0, *(end + 1 for end in ends)]
    return [lines[start:end] for start, end in zip(starts, [*(end + 1 for end in ends), len(lines)], strict=True)]
