"""What follows a title: the outlet, journal or publisher, and volume, issue, pages and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.read.citation_kinds import PRESS, is_body, is_hint
from dateline.read.citation_parts import segments, take_date
from dateline.read.dates import MONTH, PartialDate
from dateline.read.outlets import find_outlet, find_outlet_in_brackets, looks_like_news

PAGES: Final = r"(?P<pages>(?:[A-Z]?\d+(?:\s?[-–]\s?[A-Z]?\d+)?(?:,\s?\d+(?:[-–]\d+)?)*|\b[ivxlc]+[-–][ivxlc]+\b))"
#: Journal references, each with a name and some of volume, issue, date and pages.
_JOURNALS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?:[Vv]ol\.?\s*)?(?P<volume>\d+),\s*(?:[Nn]os?\.?|[Ii]ssue)\s*(?P<issue>\d+(?:[-–/]\d+)?)\s*\((?P<date>[^)]*\d{{4}})\)(?:[:,]\s*(?:pp?\.\s*)?{PAGES})?",
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?P<volume>\d+),\s*(?:[Nn]os?\.?|[Ii]ssue)\s*(?P<issue>\d+(?:[-–/]\d+)?):\s*{PAGES}",
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?P<volume>\d+)\s*\((?P<issue>\d{{1,3}}(?:[-–/]\d+)?)\)(?:\s*\((?P<date>[^)]*\d{{4}})\))?(?:[,:]?\s*(?:pp?\.\s*)?{PAGES})?",
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?P<volume>\d+):(?P<issue>\d+)\s*\((?P<date>[^)]*\d{{4}})\)(?:[,:]\s*(?:pp?\.\s*)?{PAGES})?",
        rf"(?P<name>[A-Z][^\d\"“(]+?),?\s+(?P<volume>\d+)\s*\((?P<date>[^)]*\d{{4}})\)(?:[,:]\s*(?:pp?\.\s*)?{PAGES})?",
        rf"\((?P<date>\d{{4}})\)\s+(?P<volume>\d+)(?:\((?P<issue>\d+)\))?\s+(?P<name>[A-Z][^\d(]+?)(?:\s+{PAGES})?(?:[,.]|$)",
    )
)
#: A volume with a page or an article's number alone, as papers have them whose year stands first: "Ocean Science, 12, 5222".
_NUMBERED_ARTICLE: Final = re.compile(rf"(?P<name>[A-Z][^\d\"“(,]+?),\s+(?P<volume>\d{{1,3}}),\s*(?:[Aa]rticle\s+|[Aa]rt\.\s*(?:no\.\s*)?)?{PAGES}$")
_DETAIL: Final = re.compile(
    r"(?:[Vv]ol(?:ume)?\b\.?|[Nn]os?\.|[Ii]ssue\b(?! Brief)|pp?\.|pages?\b|sec\.|section\b|col\.|para|table\b|art\.|chap|op-ed|editorial|uploaded by|posted by"
    r"|narrated by|directed by|as (?:reported|quoted|cited)|blog$|video$|online|web\b"
    r"|print$|transcript|updated?\b|last |reprinted|translated|trans\.|eds?\.|edited|\d+(?:st|nd|rd|th) edn?|revised ed|accessed|signed\b|dated\b"
    r"|JSTOR\b|ProQuest\b|EBSCO|LexisNexis\b|Factiva\b|COM\b|\d+ final$|HC \d|Cmnd?\.? ?\d|IP/"
    r"|[\d\s–:-]+$|\d+:\d+|S/|A/|\[)",
    re.IGNORECASE,
)
_PINPOINT: Final = re.compile(
    rf"\b(?:pp?\.|pages?)\s*{PAGES}|(?P<place>\b(?:paras?\.?|table|annex|art\.?|article|section|sec\.|col\.?|ch\.|chap\.|fig\.|figure)\s\d+(?:\.\d+)*(?:[-–]\d+)?)",
)
_AFTER_BRACKET: Final = re.compile(r"\b\d{4}\)?[\s,:]+(?:at\s+)?(?P<pages>[A-Z]?\d{1,4}(?:\s?[-–]\s?\d+)?)\s*\.?$")
_SERIES: Final = re.compile(
    r"^(?P<name>.*\b(?:Brief(?:ing)?|Paper|Report|Commentary|Backgrounder|Insights?|Series|Memo|Analysis|Monograph|Note|Fact ?Sheet)s?)\s+"
    r"(?:(?:[Nn]o|[Nn]r|[Ii]ssue)\.?\s*)?(?P<issue>\d{1,4}(?:/\d{2,4})?)$"
)
#: What the author adds after a citation: "..., 3 May 2019. The ministry denied it."
_AFTERWORD: Final = re.compile(
    r"(?<=\d[.)])\.?\s+(?:The|This|That|These|Those|It|He|She|They|But|However|For|In|A|An|On|As|Some|Both|No|Emphasis|Translation|Author)\b[^\"“]*[a-z]{3}[^\"“]*$"
)
_LEAD: Final = re.compile(r"^(?:(?:as )?(?:reported|quoted|cited) (?:in|by)|in|for|from|on)\s+(?=[A-Z])")
_ROLES: Final = re.compile(r"\b(?:edited by|eds?\.(?: by)?|translated by|trans\.(?: by)?)\s+[A-Z]", re.IGNORECASE)
_IMPRINT_PLACE: Final = re.compile(r"(?P<place>[A-Z][^:\d\"“]{1,40}):\s*(?P<publisher>[^:\d]{2,80})$")


@dataclass(frozen=True, slots=True)
class Container:
    """Where something was published, and when. ``edited`` says that an editor is named."""

    outlet: str | None = None
    agency: str | None = None
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    published: PartialDate | None = None
    edited: bool = False


def read_container(text: str, *, agency: bool = False, published: PartialDate | None = None) -> Container:
    """Read what follows a title.

    Args:
        text: the citation from the title's end on, without links.
        agency: whether an agency is credited already, so that a second one is the outlet ("RIA Novosti, "...", Sputnik").
        published: the date, where it stands before the title.
    """
    text = _AFTERWORD.sub("", re.sub(r"^[\s,.;–—|]+", "", text)).rstrip(" ,.;")
    for form in (*_JOURNALS, *((_NUMBERED_ARTICLE,) if published is not None else ())):
        match = form.match(text)
        if match and not PRESS.search(match["name"]) and not re.search(r"\b(?:No|Nos|no|Vol|vol)\.?$", match["name"]):
            return _journal(match, text[match.end() :])
    after = _AFTER_BRACKET.search(text)
    text = _opened(text)
    volume = re.search(r"\b[Vv]ol(?:ume)?\.?\s*([\dIVXLC]+)", text)
    issue = re.search(r"\b(?:[Nn]os?\.|[Ii]ssue)\s*(\d+(?:[-–/&]\d+)?)", text)
    pages = _PINPOINT.search(text)
    date, rest = take_date(text)
    parts = [part for part in segments(rest) if part]
    found = _outlet_of(parts, credited=agency)
    if found.issue is None and volume:
        found = replace(found, issue=issue.group(1) if issue else None)
    return replace(
        _as_publisher(found, published or date),
        volume=volume.group(1) if volume else None,
        pages=(pages.group("pages") or pages.group("place")) if pages else after.group("pages") if after else None,
        published=date,
        edited=_ROLES.search(text) is not None,
    )


def _opened(text: str) -> str:
    """Brackets around dates, agencies and descriptions are opened; those of a name ("The Daily Star (Beirut)") stay."""

    def opened(match: re.Match[str]) -> str:
        inside = match.group(1)
        known = find_outlet(inside)
        dated = re.search(rf"{MONTH}|\b(?:1[6-9]|20)\d\d\b", inside)
        return f", {inside}, " if dated or (known and known.kind == "agency") or is_hint(inside) else match.group()

    return re.sub(r"\(([^()]*)\)", opened, re.sub(r"\[[^\]]*\]", " ", text))


def _journal(match: re.Match[str], after: str) -> Container:
    found = match.groupdict()
    date, _ = take_date(found.get("date") or "") if found.get("date") else take_date(after)
    late = _PINPOINT.search(after) if not found.get("pages") else None
    return Container(
        outlet=found["name"].strip(" ,."),
        volume=found["volume"],
        issue=found.get("issue"),
        pages=found.get("pages") or (late["pages"] or late["place"] if late else None),
        published=date,
    )


def _outlet_of(parts: Sequence[str], *, credited: bool) -> Container:
    """The outlet among the parts after a title; a news agency is kept apart from it, and so is a body or press."""
    agency = outlet = publisher = issue = None
    for index, part in enumerate(parts):
        if outlet is not None and outlet.endswith(f", {part}"):
            continue  # the parent that the outlet has taken along
        part = _LEAD.sub("", part)
        if is_hint(part) or (_DETAIL.match(part) and find_outlet(part) is None):
            continue
        series = _SERIES.match(part)
        if series and issue is None:
            issue = series["issue"]
            outlet = outlet or (None if any(is_body(later) for later in parts[index + 1 :]) else series["name"])
            continue
        for piece in _pieces(part):
            entry = find_outlet_in_brackets(piece)
            if entry is not None and entry.kind == "agency" and (agency is None and not credited):
                agency = piece
            elif outlet is not None and publisher is None and (PRESS.search(piece) or is_body(piece)) and find_outlet(piece) is None:
                publisher = _with_parent(piece, parts[index + 1 : index + 2])
            elif outlet is None and re.search(r"[^\W\d_]", piece):
                outlet = _with_parent(piece, parts[index + 1 : index + 2])
            elif entry is not None and outlet is not None and find_outlet_in_brackets(outlet) is None:
                outlet = piece
    return Container(outlet=outlet, agency=agency, publisher=publisher, issue=issue)


def _pieces(part: str) -> list[str]:
    """"Outlet (Agency)", "Agency via Outlet" and "Agency/Outlet" hold two names, where one of them is known."""
    if find_outlet(part) is not None:
        return [part]
    match = re.match(r"(.+?)\s*\(([^()]+)\)$|(.+?)\s+(?:via|in)\s+(.+)$|([^/]+)\s*/\s*([^/]+)$", part)
    pieces = [piece for piece in match.groups() if piece] if match else [part]
    agencies = [piece for piece in pieces if (known := find_outlet(piece)) is not None and known.kind == "agency"]
    pieces = pieces if agencies else [re.sub(r" (?:video|post|channel|page)$", "", part)] if find_outlet(part.rpartition(" ")[0]) else [part]
    return [_LEAD.sub("", piece) for piece in pieces]


def _as_publisher(found: Container, date: PartialDate | None) -> Container:
    """A press is a publisher, and so is what follows a place and a colon, unless it came out on a day, as papers do."""
    name = found.outlet
    if name is None or found.publisher or (date is not None and date.day is not None and not PRESS.search(name)):
        return found
    place = _IMPRINT_PLACE.match(name)
    if place and find_outlet(name) is None:
        return replace(found, outlet=None, publisher=place["publisher"].strip())
    daily = find_outlet(name) is not None or (date is not None and date.month is not None and looks_like_news(name))
    return replace(found, outlet=None, publisher=name) if PRESS.search(name) and not daily else found


def _with_parent(name: str, following: Sequence[str]) -> str:
    """A ministry keeps its government: "Ministry of External Affairs, Government of India"."""
    parent = following and re.match(r"(?:Government|Republic|Kingdom|State|People['’]s Republic|Parliament) of\b", following[0])
    return f"{name}, {following[0]}" if parent and is_body(name) else name
