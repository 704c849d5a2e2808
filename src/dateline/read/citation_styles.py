"""Citation styles: each function reads one shape of citation and returns ``None`` for others.

Shapes: author-date (APA, Harvard, Chicago author-date), quoted titles (Chicago notes, MLA, OSCOLA, think tanks), books, documents and
unquoted titles before a known outlet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from dateline.read.citation_parts import (
    INSTITUTION,
    credits,
    find_quoted,
    segments,
    split_sentence,
    take_date,
    take_day,
    without_signal,
)
from dateline.read.dates import MONTH, PartialDate, parse_date
from dateline.read.names import is_name
from dateline.read.outlets import find_outlet, looks_like_news
from dateline.types import Source

_AUTHOR_DATE: Final = re.compile(
    rf"(?P<names>[^\"“‘(]{{2,250}}?)[\s,]*\((?P<date>(?:\d{{4}}[a-z]?|n\.\s?d\.)(?:,\s*(?:{MONTH})(?:\s+\d{{1,2}})?(?:[-–]\d{{1,2}})?)?)\)"
    r"[.,:]?\s+(?P<rest>\S.+)$",
    re.DOTALL,
)
_AUTHOR_YEAR: Final = re.compile(r"(?P<names>[^\"“\d(]{2,200}?)[.,]\s+(?P<date>\d{4})[a-z]?\.\s+(?P<rest>\S.+)$", re.DOTALL)
_PAGES: Final = r"(?P<pages>[A-Z]?\d+(?:\s?[-–]\s?[A-Z]?\d+)?(?:,\s?\d+(?:[-–]\d+)?)*)"
#: Journal references, each with a name and some of volume, issue, date and pages.
_JOURNALS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?:[Vv]ol\.?\s*)?(?P<volume>\d+),\s*(?:[Nn]os?\.?|[Ii]ssue)\s*(?P<issue>\d+(?:[-–/]\d+)?)\s*\((?P<date>[^)]*\d{{4}})\)(?:[:,]\s*(?:pp?\.\s*)?{_PAGES})?",
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?P<volume>\d+)\s*\((?P<issue>\d{{1,3}}(?:[-–/]\d+)?)\)(?:\s*\((?P<date>[^)]*\d{{4}})\))?(?:[,:]?\s*(?:pp?\.\s*)?{_PAGES})?",
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?P<volume>\d+):(?P<issue>\d+)\s*\((?P<date>[^)]*\d{{4}})\)(?:[,:]\s*(?:pp?\.\s*)?{_PAGES})?",
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?P<volume>\d+)\s*\((?P<date>[^)]*\d{{4}})\)(?:[,:]\s*(?:pp?\.\s*)?{_PAGES})?",
        rf"\((?P<date>\d{{4}})\)\s+(?P<volume>\d+)(?:\((?P<issue>\d+)\))?\s+(?P<name>[A-Z][^\d(]+?)(?:\s+{_PAGES})?(?:[,.]|$)",
    )
)
_IMPRINT: Final = re.compile(r"\((?P<inside>[^()]*\b(?:1[6-9]|20)\d\d)\)(?P<after>.*)$", re.DOTALL)
_EDITION: Final = re.compile(r"^(?:\d+(?:st|nd|rd|th)|revised|second|third|rev)\.?\s+(?:edn?|edition)\.?,\s*", re.IGNORECASE)
_AFTER_PAGES: Final = re.compile(rf"^[\s,.:;]*(?:pp?\.?\s*|at\s+)?{_PAGES}")
_MLA_BOOK: Final = re.compile(
    r"(?P<names>[^.]+(?:\s[A-Z]\.)*)\.\s+(?P<title>[^\"“]+)\.\s+(?P<publisher>[^.\"]{2,60}?),\s+(?P<year>(?:1[6-9]|20)\d\d)$"
)
_EDITORS: Final = re.compile(r",?\s*\(?(?:eds?\.|edited by|eds?\))\s*", re.IGNORECASE)
_REPORT: Final = re.compile(
    r"\b(?:Commentary|Brief(?:ing)?|Fact ?Sheet|Paper|Report|Backgrounder|Monograph|Insights?|Institut\w+|Endowment|Centre|Center"
    r"|Foundation|Council on Foreign Relations|Chatham House|SIPRI|RAND|Brookings|Crisis Group|CSIS|IISS|RUSI|Think Tank|Watch|Amnesty)\b"
)
_OFFICIAL: Final = re.compile(
    r"\b(?:Ministry|Department|Government|White House|Kremlin|United Nations|Security Council|General Assembly|European (?:Union|Commission"
    r"|Council|Parliament)|NATO|Embassy|Secretariat|Office of|Parliament|Congress|Senate|State Council|Foreign Office|Armed Forces|Cabinet"
    r"|Presidency|President of|Prime Minister|Treasury|Army|IAEA|International Atomic Energy Agency|ASEAN|Court)\b"
)
_SPEECH: Final = re.compile(r"^(?:remarks|speech|address|keynote|statement by|opening remarks|inaugural address)\b", re.IGNORECASE)
_PAPERS: Final = re.compile(
    r"\b(?:press release|joint statement|joint communiqu|treaty|white paper|resolution|S/RES|UN Doc|UNSC|memorandum)\b", re.IGNORECASE
)
_NAMED_PAPER: Final = re.compile(
    r"\b(?:press conference|briefing|statement|remarks|communiqu[eé]|declaration|transcript|readout|speech|address|fact sheet|report on)\b",
    re.IGNORECASE,
)
_DATASET: Final = re.compile(r"\b(?:data ?set|database)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Container:
    """What follows a title: where it was published, and when."""

    outlet: str | None = None
    agency: str | None = None
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    published: PartialDate | None = None
    release: bool = False


def author_date(text: str) -> Source | None:
    """``Names (2021). Title. Journal, 58(4), 701–715`` and ``Names (2021) 'Title', Journal``."""
    match = _AUTHOR_DATE.match(text) or _AUTHOR_YEAR.match(text)
    if (
        match is None
        or re.search(r"\d|(?:^|\s)['’]|['’](?:,|$)", match.group("names"))
        or re.match(r"(?:at|para|p\.|pp\.|art)\b", match.group("rest"))
    ):
        return None
    published = _apa_date(match.group("date"))
    named = credits(match.group("names"))
    quoted = find_quoted(match.group("rest"))
    if quoted is not None and not quoted.before:
        title, rest = quoted.title, quoted.after
    else:
        title, rest = split_sentence(match.group("rest"))
    if published is not None and published.day is None:
        day, rest = take_day(rest, published.year)
        published = day or published
    hints = " ".join(re.findall(r"[(\[][^)\]]*[)\]]", title + " " + rest))
    title = re.sub(r"\s*(?:\((?:[^)]*\b(?:No|Version|Report|Brief\w*|Paper|Ed|ed)\b[^)]*)\)|\[[^\]]*\])", "", title).strip(" .")
    book = re.match(r"(?P<place>[A-Z][^:.\d]{1,40}):\s*(?P<publisher>[^.:]+)$", rest.strip(" ."))
    container = (
        _Container(publisher=book.group("publisher").strip()) if book else _container(re.sub(r"\[[^\]]*\]\.?", "", rest).strip(" ."))
    )
    source = _source(title, container, published)
    agency, outlet = named.agency or source.agency, source.outlet or named.outlet
    source = replace(source, authors=named.authors, agency=agency, outlet=outlet)
    return _author_date_kind(source, hints)


def _author_date_kind(source: Source, hints: str) -> Source:
    if _DATASET.search(hints):
        return replace(source, kind="dataset")
    news = source.outlet is not None and (find_outlet(source.outlet) is not None or looks_like_news(source.outlet))
    if source.volume or news or source.agency:
        return replace(source, kind="article" if source.volume else "news")
    publisher = source.publisher or source.outlet
    official = _OFFICIAL.search(" ".join((*source.authors, publisher or "")))
    institutional = any(INSTITUTION.search(name) and not is_name(name) for name in source.authors)
    kind = "document" if official else "report" if institutional or _REPORT.search(hints) else "book" if publisher else source.kind
    if kind == "book" or source.publisher or publisher in source.authors:
        return replace(source, kind=kind, outlet=None, publisher=publisher)
    return replace(source, kind=kind)


def _apa_date(text: str) -> PartialDate | None:
    match = re.match(rf"(\d{{4}})[a-z]?(?:,\s*((?:{MONTH})(?:\s+\d{{1,2}})?))?", text)
    if match is None:
        return None
    return parse_date(f"{match.group(1)}, {match.group(2)}" if match.group(2) else match.group(1))


def quoted_title(text: str) -> Source | None:
    """``Names, "Title", Outlet, date`` in all its punctuation; chapters and journal articles too."""
    quoted = find_quoted(text)
    if quoted is None:
        return None
    named = credits(quoted.before, inverted=quoted.before.endswith(".") and "," in quoted.before)
    chapter = _chapter(quoted.after)
    if chapter is not None:
        return replace(chapter, title=quoted.title, authors=named.authors)
    source = _source(quoted.title, _container(quoted.after), None)
    authors = named.authors
    outlet, agency = source.outlet or named.outlet, named.agency or source.agency
    if outlet is None and agency is None and authors and any(INSTITUTION.search(name) and not is_name(name) for name in authors):
        outlet, authors = authors[0], authors[1:]
        kind = "document" if _OFFICIAL.search(outlet) else source.kind
        source = replace(source, kind=kind if kind != "web" else "report")
    return replace(source, authors=authors, agency=agency, outlet=outlet, kind=_settled(source.kind, source.title, agency, outlet))


def _settled(kind: str, title: str | None, agency: str | None, outlet: str | None) -> str:
    """An agency makes it news; a quoted title with nothing known stays what it was."""
    known = outlet is not None and find_outlet(outlet) is not None
    return "news" if kind in {"web", "report"} and (agency or known) and not _SPEECH.match(title or "") else kind


def _chapter(after: str) -> Source | None:
    match = re.match(r"[\s,.]*in:?\s+(?=[A-Z])(?P<rest>.+)$", after, re.DOTALL)
    imprint = _IMPRINT.search(match.group("rest")) if match else None
    if match is None or imprint is None:
        return None
    book = match.group("rest")[: imprint.start()].strip(" ,")
    led = re.match(r"(?P<names>.+?)\s*[,(]\s*eds?\.?\)?[.,]?\s+(?P<book>.+)$", book)
    parts = _EDITORS.split(book, maxsplit=1)
    name = led.group("book") if led and is_name(led.group("names").split(" and ")[0].split(",")[0]) else parts[0].strip(" ,")
    publisher, year = _imprint(imprint.group("inside"))
    pages = _AFTER_PAGES.match(imprint.group("after"))
    return Source(
        note=None,
        kind="chapter",
        outlet=name,
        publisher=publisher,
        published=year,
        pages=pages.group("pages") if pages else None,
    )


def _imprint(inside: str) -> tuple[str | None, str | None]:
    """``Place: Publisher, 2001``, ``8th edn, Publisher 2017``, ``Publisher, 2001`` -> publisher and year."""
    date, rest = take_date(_EDITION.sub("", inside.strip()))
    publisher = rest.rpartition(":")[2].strip(" ,")
    return publisher or None, date.iso if date else None


def book(text: str) -> Source | None:
    """``Names, Title (Place: Publisher, 2001), 33`` and MLA's ``Family, Given. Title. Publisher, 2017``."""
    text = without_signal(text)
    imprint = _IMPRINT.search(text)
    if imprint is not None and not re.search(r"[\"“]", text):
        return _imprinted(text, imprint)
    mla = _MLA_BOOK.match(text)
    if mla is None:
        return None
    named = credits(mla.group("names"), inverted="," in mla.group("names"))
    return Source(
        note=None, kind="book", title=mla.group("title").strip(), authors=named.authors, publisher=mla.group("publisher"),
        published=mla.group("year"),
    )  # fmt: skip


def _imprinted(text: str, imprint: re.Match[str]) -> Source | None:
    head = text[: imprint.start()].strip(" ,")
    day = parse_date(imprint.group("inside"))
    if day is not None and (day.month or _PAPERS.search(text)):
        kind = "document" if _PAPERS.search(text) or _OFFICIAL.search(text) else "report"
        return Source(note=None, kind=kind, title=head, published=day.iso)
    publisher, year = _imprint(imprint.group("inside"))
    parts = head.split(", ")
    count = next((i for i, part in enumerate(parts) if not _is_credit(part)), len(parts)) if len(parts) > 1 else 0
    count = min(count, len(parts) - 1)  # the last part is the title, whatever it looks like
    named = credits(", ".join(parts[:count])) if count else None
    title = ", ".join(parts[count:] if count else parts)
    pages = _AFTER_PAGES.match(imprint.group("after"))
    if not title or not year:
        return None
    kind = "book" if publisher else "report"
    return Source(
        note=None,
        kind=kind,
        title=title,
        authors=named.authors if named else (),
        publisher=publisher,
        pages=pages.group("pages") if pages else None,
        published=year,
    )


def _is_credit(part: str) -> bool:
    """People, "et al." and institutions may stand before a title."""
    names = [name for name in re.split(r"\s+and\s+|\s*&\s*", re.sub(r"\s+(?:\(?eds?\.?\)?|et al\.?)$", "", part)) if name]
    people = all(is_name(re.sub(r"\s[A-Z]$", "", re.sub(r"(?<=\s)[A-Z]\.?(?=\s)", "X.", name))) for name in names)
    return people or (INSTITUTION.search(part) is not None and len(part.split()) <= 7 and find_outlet(part) is None)


def unquoted(text: str) -> Source | None:
    """Titles without quotation marks: before a known outlet, or after an institution; interviews."""
    text = without_signal(text)
    if re.match(r"(?:[\w'’]+ ){0,4}interviews?(?: (?:with|by|of|conducted)\b|,)", text, re.IGNORECASE):
        date, rest = take_date(text)
        return Source(note=None, kind="interview", title=next(segments(rest)), published=date.iso if date else None)
    date, rest = take_date(text)
    parts = [part for part in segments(rest) if part]
    outlet = next((i for i, part in enumerate(parts) if find_outlet(part) is not None and (i > 0 or len(parts) == 1)), None)
    if outlet is not None and (date is not None or outlet > 0):
        return _before_outlet(parts, outlet, date)
    if len(parts) > 1 and date is not None and (_NAMED_PAPER.search(parts[0]) and INSTITUTION.search(parts[1])):
        parts = [parts[1], parts[0], *parts[2:]]
    elif parts and date is not None and _PAPERS.search(parts[0]) and len(parts[0].split()) >= 3 and outlet is None:
        return Source(note=None, kind="document", title=parts[0], published=date.iso)
    institutional = len(parts) > 1 and INSTITUTION.search(parts[0]) and len(parts[0].split()) <= 10 and not is_name(parts[0])
    if date is not None and institutional and len(parts[1].split()) >= 2:
        kind = "document" if _OFFICIAL.search(parts[0]) or _PAPERS.search(text) else "report"
        return Source(note=None, kind=kind, title=parts[1], outlet=parts[0], published=date.iso)
    return None


def _before_outlet(parts: list[str], outlet: int, date: PartialDate | None) -> Source:
    known = find_outlet(parts[outlet])
    agency = parts[outlet] if known is not None and known.kind == "agency" else None
    count = next((i for i, part in enumerate(parts[:outlet]) if not is_name(part)), outlet)
    title = ", ".join(parts[count:outlet]) or None
    return Source(
        note=None,
        kind="news",
        title=title,
        authors=tuple(parts[:count]) if title else (),
        agency=agency,
        outlet=None if agency else parts[outlet],
        published=date.iso if date else None,
    )


def _source(title: str | None, container: _Container, published: PartialDate | None) -> Source:
    date = published or container.published
    return Source(
        note=None,
        kind=_kind(title or "", container, date),
        title=title,
        agency=container.agency,
        outlet=container.outlet,
        publisher=container.publisher,
        volume=container.volume,
        issue=container.issue,
        pages=container.pages,
        published=date.iso if date else None,
    )


def _kind(title: str, container: _Container, date: PartialDate | None) -> str:
    outlet = container.outlet or ""
    if container.volume or container.issue:
        return "article"
    if container.publisher:
        return "book"
    if _SPEECH.match(title):
        return "speech"
    if _OFFICIAL.search(outlet) or container.release:
        return "document"
    if container.agency or find_outlet(outlet) is not None:
        return "news"
    if _REPORT.search(outlet):
        return "report"
    if looks_like_news(outlet) and date is not None and date.day is not None:
        return "news"
    return "web"


def _container(text: str) -> _Container:
    text = text.strip(" ,.;")
    for form in _JOURNALS:
        match = form.match(text)
        if match:
            return _journal(match, text[match.end() :])
    text = re.sub(r"\(([^()]*)\)", r", \1, ", text) if re.search(rf"\([^()]*(?:{MONTH}|\d{{4}})[^()]*\)", text) else text
    volume = re.search(r"\b[Vv]ol(?:ume)?\.?\s*([\dIVXLC]+)", text)
    issue = re.search(r"\b(?:[Nn]os?\.|[Ii]ssue)\s*(\d+(?:[-–/&]\d+)?)", text)
    pages = re.search(rf"\b(?:pp?\.|pages?)\s*{_PAGES}", text)
    date, rest = take_date(text)
    container = _outlet_of([part for part in segments(rest) if part])
    place = re.match(r"[A-Z][A-Za-z. ]{1,30}: ?(?=[A-Z])", container.outlet or "")
    if place and container.outlet and (date is None or date.month is None):
        container = replace(container, outlet=None, publisher=container.outlet[place.end() :])
    if container.outlet and re.search(r"\b(?:University Press|Press|Publishers?|Publishing|Routledge|Springer|Brill)$", container.outlet):
        publishes = date is None or date.month is None
        container = (
            replace(container, outlet=None, publisher=container.outlet) if publishes and not find_outlet(container.outlet) else container
        )
    return replace(
        container,
        volume=volume.group(1) if volume else None,
        issue=issue.group(1) if issue and volume else None,
        pages=pages.group("pages") if pages else None,
        published=date,
        release=re.search(r"\bpress release|news release|statement\b", text, re.IGNORECASE) is not None,
    )


def _journal(match: re.Match[str], after: str) -> _Container:
    found = match.groupdict()
    date, _ = take_date(found.get("date") or "") if found.get("date") else take_date(after)
    return _Container(
        outlet=found["name"].strip(" ,."),
        volume=found["volume"],
        issue=found.get("issue"),
        pages=found.get("pages"),
        published=date,
    )


_DETAIL: Final = re.compile(
    r"(?:[Vv]ol(?:ume)?\b|[Nn]os?\.|[Ii]ssue\b|pp?\.|pages?\b|sec\.|section\b|col\.|para|op-ed|editorial|blog|video|online|web|print"
    r"|press release|news release|transcript|updated?\b|last |reprinted|translated|trans\.|ed\.|eds\.|edited|[\d\s–:-]+$|S/|A/)",
    re.IGNORECASE,
)


def _outlet_of(parts: list[str]) -> _Container:
    """The outlet among the parts after a title; a news agency is kept apart from it."""
    agency = outlet = None
    for index, part in enumerate(parts):
        bracketed = re.match(r"(.+?)\s*\(([^()]+)\)$|(.+?)\s+(?:via|in|/)\s+(.+)$", part)
        pieces = [piece for piece in bracketed.groups() if piece] if bracketed and find_outlet(part) is None else [part]
        known = [find_outlet(piece) for piece in pieces]
        pieces = pieces if len(pieces) == 1 or any(known) else [part]
        for piece in pieces:
            piece = re.sub(r"^(?:in|for|from|on)\s+(?=[A-Z])", "", piece)
            entry = find_outlet(piece)
            if entry is not None and entry.kind == "agency":
                agency = agency or piece
            elif outlet is None and not _DETAIL.match(piece) and re.search(r"[A-Za-z]{2}", piece):
                outlet = _with_parent(piece, parts[index + 1 : index + 2])
            elif entry is not None and outlet is not None and find_outlet(outlet) is None:
                outlet = piece
    return _Container(outlet=outlet, agency=agency)


def _with_parent(name: str, following: list[str]) -> str:
    """A ministry keeps its government: "Ministry of External Affairs, Government of India"."""
    parent = following and re.match(r"(?:Government|Republic|Kingdom|State|People['’]s Republic) of\b", following[0])
    return f"{name}, {following[0]}" if parent and INSTITUTION.search(name) else name
