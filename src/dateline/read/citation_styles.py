"""Citation styles: each function reads one shape of citation and returns ``None`` for others.

Shapes: author-date (APA, Harvard, Chicago author-date), quoted titles (Chicago notes, MLA, OSCOLA, think tanks), books, and in
:mod:`dateline.read.citation_terse` those without marks around the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from dateline.read.citation_container import PAGES, Container, read_container
from dateline.read.citation_kinds import PRESS, is_body, is_official_name
from dateline.read.citation_parts import (
    Credits,
    Quoted,
    credits,
    find_quoted,
    split_sentence,
    take_date,
    take_day,
)
from dateline.read.dates import MONTH, PartialDate, parse_date
from dateline.read.names import is_name
from dateline.read.outlets import find_outlet, looks_like_news
from dateline.types import Source

_AUTHOR_DATE: Final = re.compile(
    rf"(?P<names>[^\"“‘(]{{2,250}}?(?:\((?:[A-Z]{{2,8}}|[Ee]ds?\.?|[Tt]rans\.)\)[.,]?)?)"
    rf"[\s,]*(?<![A-Z]{{2}})\((?P<date>(?:\d{{4}}[a-z]?|n\.\s?d\.(?:-?[a-z])?|forthcoming|in press)"
    rf"(?:,\s*(?:(?:{MONTH})(?:\s+\d{{1,2}})?(?:[-–]\d{{1,2}})?"
    rf"|(?:Spring|Summer|Autumn|Fall|Winter)|\d{{1,2}}\s+(?:{MONTH})))?|(?:\d{{1,2}}\s+)?(?:{MONTH})\s+\d{{4}})\)"
    r"[.,:]?\s+(?P<rest>\S.+)$",
    re.DOTALL,
)
_AUTHOR_YEAR: Final = re.compile(r"(?P<names>[^\"“\d(]{2,200}?)[.,]\s+(?P<date>(?:1[6-9]|20)\d\d)[a-z]?\.\s+(?P<rest>\S.+)$", re.DOTALL)
#: "Family, Given", alone or before others: "Okoro, Ngozi, and Paul Weiss". A second name in full ("Ngozi Okoro, Paul Weiss") is another author's.
_INVERTED_FIRST: Final = re.compile(r"[^,]+,\s+[A-Z][\w'’-]+(?:\s[A-Z]\.?)?(?:,|\s+and\b|\s+&|$)")
#: A place and a year in brackets, which are no part of a number ("CDL-AD(2019)024").
_IMPRINT: Final = re.compile(r"(?<!\w)\((?P<inside>[^()]*\b(?:1[6-9]|20)\d\d(?:[–-]\d\d)?(?:, \d+)?)\)(?!\w)(?P<after>.*)$", re.DOTALL)
_EDITION: Final = re.compile(r"^(?:\d+(?:st|nd|rd|th)|revised|second|third|rev)\.?\s+(?:edn?|edition)\.?,\s*", re.IGNORECASE)
_LATE_EDITION: Final = re.compile(r"[.,]?\s*\(?\b(?:\d+(?:st|nd|rd|th)|[Rr]evised|[Rr]ev|[Ss]econd|[Tt]hird)\.?\s+(?:edn?|edition)\b\.?\)?")
_AFTER_PAGES: Final = re.compile(
    rf"^[\s,.:;]*(?:(?:pp?\.?\s*|at\s+)?{PAGES}(?![\w:])|(?P<place>(?:paras?\.?|table|annex|ch\.|chap\.|fig\.|figure|art\.?|section)\s\d+(?:\.\d+)*(?:[-–]\d+)?))"
)
_MLA_BOOK: Final = re.compile(
    r"(?P<names>[^.\"“]+(?:\s[A-Z]\.)*)\.\s+(?P<title>[^\"“]+?)\.\s+(?:(?P<publisher>[^.\"]{2,60}?),\s+)?(?P<year>(?:1[6-9]|20)\d\d)"
    r"(?:,\s*pp?\.\s*(?P<pages>[\d–-]+))?(?:[,.\s]+(?P<what>[A-Z][a-z]+(?: [a-z]+)?))?$"
)
_EDITORS: Final = re.compile(r",?\s*\(?(?:eds?\.(?: by)?|edited by|eds?\)|trans\.(?: by)?|translated by)\s*", re.IGNORECASE)
_CHAPTER: Final = re.compile(r"[\s,.]*in:?\s+(?=[A-Z])(?P<rest>.+)$", re.DOTALL | re.IGNORECASE)
_LED: Final = re.compile(r"(?P<names>.+?)\s*[,(]\s*eds?\.?\)?[.,]?\s+(?P<book>\S.+)$", re.IGNORECASE)
_THESIS: Final = re.compile(r"\[[^\]]*(?:dissertation|thesis),\s*(?P<school>[^\]]+)\]", re.IGNORECASE)
_MLA_THESIS: Final = re.compile(
    r"(?P<names>[^.\"“]+)\.\s+(?P<title>[^\"“]+?)\.\s+(?P<year>(?:19|20)\d\d)\.\s+(?P<school>[^,.]+),\s*(?P<what>[^,]*(?:dissertation|thesis))\.?$", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"\s*\((?P<what>[^()]*\b(?:Version|Report|Briefing|Brief|Paper|Series|Commentary|No)\b[^()]*?)\)", re.IGNORECASE
)
_SERIES: Final = re.compile(r"(?:[\w’'-]+ ){1,5}?(?:Papers?|Reports?|Series|Briefs?|Monographs?|Studies),? (?:[Nn]o\.? ?)?(?P<issue>\d{1,4})$")
_LISTED_IMPRINT: Final = re.compile(r"(?P<title>[^\"“]+?), (?P<imprint>[^,]*(?:, [^,]*)?), (?P<year>(?:19|20)\d\d)$")
_NOT_TITLE: Final = re.compile(
    r"eds?\.?$|(?:eds?\.|trans\.|edited by|translated by) [A-Z]|[Vv]ol(?:ume)?\.?\s*[\dIVXLC]+$"
    r"|(?:\d+(?:st|nd|rd|th)|[Rr]evised|[Rr]ev|[Ss]econd|[Tt]hird|[Ff]ourth|[Nn]ew|[Ee]nlarged)\.?\s+(?:edn?|edition)\.?$"
)
#: Words that open a paper's name and no person's ("**El** Heraldo"), and of how many words such a name is at most.
_ARTICLES: Final = frozenset("The El La Il Die Der".split())
_PAPER_WORDS: Final = 4
_NUMBER: Final = re.compile(r"\b(?:[Nn]o|[Nn]r)\.?\s*(\d[\d/–-]*)")


@dataclass(frozen=True, slots=True)
class Read:
    """A source as a style reads it, and the citation without its title, where the words are that tell its kind."""

    source: Source
    around: str


def author_date(text: str, *, linked: bool) -> Read | None:
    """``Names (2021). Title. Journal, 58(4), 701–715`` and ``Names (2021) 'Title', Journal``.

    Args:
        text: the citation without links.
        linked: whether it had a link, so that a name without a place is rather a site's than a publisher's.
    """
    match = _dated_names(text)
    if match is None:
        return None
    published = _apa_date(match.group("date"))
    names, rest = match.group("names"), match.group("rest")
    if _is_title(names):
        return _titled_first(names, rest, published)
    named = credits(names, inverted=match.re is _AUTHOR_YEAR and _INVERTED_FIRST.match(names) is not None)
    quoted = find_quoted(rest)
    title, rest, around = _title_in(rest, quoted)
    if published is not None and published.day is None:
        day, rest = take_day(rest, published.year)
        published = day or published
    thesis = _THESIS.search(around)
    title, issue = _unnumbered(title)
    source = _placed(_LATE_EDITION.sub("", rest), published, linked=linked, agency=named.agency is not None, quoted=quoted is not None)
    source = replace(
        source,
        title=title,
        authors=named.authors,
        agency=named.agency or source.agency,
        outlet=source.outlet or named.outlet,
        issue=source.issue or issue,
        published=published.iso if published else source.published,
        publisher=thesis["school"].strip() if thesis else source.publisher,
    )
    return Read(_platform(source, around), around)


def _dated_names(text: str) -> re.Match[str] | None:
    """Names, a date and the rest; not what only looks so: a number or a quoted title for a name, a place in a paper for the rest."""
    match = _AUTHOR_DATE.match(text) or _AUTHOR_YEAR.match(text)
    if match is None or (match.re is _AUTHOR_YEAR and split_sentence(match["names"])[1]):
        return None
    numbered = re.search(r"\d|(?:^|\s)['’]|['’](?:,|$)", re.sub(r"\[[^\]]*\]", "", match.group("names")))
    return None if numbered or re.match(r"(?:at|para|p\.|pp\.|art|UN)\b", match.group("rest")) else match


def _title_in(rest: str, quoted: Quoted | None) -> tuple[str | None, str, str]:
    """The title behind the date (none of an interview), what follows it, and the words that tell its kind."""
    if quoted is not None and not quoted.before:
        return quoted.title, quoted.after, quoted.after
    if re.match(r"(?:(?:Personal|Telephone) )?[Ii]nterview(?: (?:by|with|conducted)\b|\.?$)|[Pp]ersonal communication", rest):
        return None, rest, rest
    title, after = split_sentence(_LATE_EDITION.sub(".", rest))
    return title, after, " ".join((*re.findall(r"[(\[][^)\]]*[)\]]", title or ""), after))


def _is_title(names: str) -> bool:
    """Whether what stands before "(2021)" is a title: no list of names, no body, no agency."""
    bare = names.strip(" .,")
    if find_outlet(bare) is not None or is_body(bare) or is_name(bare) or re.search(r",\s+[A-Z]\.", bare) or "[@" in bare:
        return False
    return len(re.findall(r"(?:^|\s)(?!and\b|et\b|al\b|van\b|der\b|de\b|von\b|bin\b|al-)[a-z]{2,}", bare)) >= 1 or ": " in bare


def _titled_first(title: str, rest: str, published: PartialDate | None) -> Read:
    container = read_container(rest, published=published)
    source = _of(container, title.strip(" ."), published)
    return Read(source, rest)


def _unnumbered(title: str | None) -> tuple[str | None, str | None]:
    """A title without "(Report No. 288)" and "[Data set]", and the number."""
    if title is None:
        return None, None
    match = _NUMBERED.search(title)
    number = _NUMBER.search(match["what"]) if match else None
    bare = _NUMBERED.sub("", re.sub(r"\s*\[[^\]]*\]", "", title)).strip(" .")
    return bare or None, number.group(1) if number else None


def _placed(rest: str, published: PartialDate | None, *, linked: bool, agency: bool, quoted: bool) -> Source:
    """What follows an author-date title: a chapter's book, a place and publisher, a journal, an outlet or a publisher alone."""
    chapter = read_chapter(rest)
    if chapter is not None:
        return chapter
    bare = re.sub(r"\[[^\]]*\]", " ", rest).strip(" .,")
    book = re.match(rf"(?P<place>[A-Z][^:.\d]{{1,40}}):\s*(?P<publisher>[^:.\d]+?)(?:[,.]\s*pp?\.\s*{PAGES})?$", bare)
    if book and find_outlet(bare) is None and (published is None or published.day is None):
        return Source(note=None, kind="book", publisher=book["publisher"].strip(), pages=book["pages"])
    source = _of(read_container(bare, agency=agency, published=published), None, published)
    alone = source.outlet is not None and not (source.volume or source.issue or source.pages or linked or quoted)
    dated = published is not None and published.month is None
    if alone and dated and find_outlet(source.outlet or "") is None and source.agency is None:
        return replace(source, kind="book", outlet=None, publisher=source.outlet)
    return source


def _platform(source: Source, around: str) -> Source:
    """A post's platform may stand in brackets only: "[Twitter]"."""
    match = re.search(r"\[([A-Z][^\]]*)\]", around)
    known = find_outlet(match[1]) if match else None
    return replace(source, outlet=match[1]) if match and known is not None and source.outlet is None else source


def _apa_date(text: str) -> PartialDate | None:
    match = re.match(rf"(\d{{4}})[a-z]?(?:,\s*((?:{MONTH})(?:\s+\d{{1,2}})?))?", text)
    if match is None:
        return parse_date(text)
    day = re.search(rf"(\d{{1,2}})\s+({MONTH})", text)
    if day:
        return parse_date(f"{day[1]} {day[2]} {match[1]}")
    return parse_date(f"{match.group(1)}, {match.group(2)}" if match.group(2) else match.group(1))


def quoted_title(text: str) -> Read | None:
    """``Names, "Title", Outlet, date`` in all its punctuation; chapters and journal articles too."""
    quoted = find_quoted(text)
    if quoted is None:
        return None
    before, dated = _dated_before(quoted.before)
    around = f"{before} | {quoted.after}"
    talk = re.match(r"(?:(?:the )?author['’]s |personal )?interview (?:with|of)\s+", before, re.IGNORECASE)
    named = credits(before[talk.end() :] if talk else before, inverted=before.endswith(".") and "," in before)
    if not talk and _is_paper(quoted.before, named, quoted.after):
        named = Credits(outlet=named.authors[0])
    chapter = read_chapter(quoted.after)
    if chapter is not None:
        return Read(replace(chapter, title=quoted.title, authors=named.authors), around)
    container = read_container(quoted.after, agency=named.agency is not None)
    if dated is None and container.published is not None and container.published.month is None and not container.volume:
        dated, _ = take_day(quoted.after, container.published.year)
    source = _of(container, quoted.title, dated)
    if container.edited and container.outlet and container.publisher:
        source = replace(source, kind="chapter")
    return Read(_credited(source, named, quoted.after), around)


def _is_paper(before: str, named: Credits, after: str) -> bool:
    """Whether the unknown name before a title is a paper's: it is nobody's name and no body's, and behind the title stands a day and no outlet
    (`The Monitor (Kampala), "Bishops speak out", 5 November 2024`)."""
    if len(named.authors) != 1 or named.agency or named.outlet or not before.rstrip().endswith(","):
        return False
    name = re.sub(r"\s*\([^()]*\)$", "", named.authors[0])
    day, rest = take_date(after)
    if day is None or not day.day or re.search(r"[A-Za-z]{3}", rest) or is_body(name) or is_official_name(name):
        return False
    words = name.split()
    return (words[0] in _ARTICLES and 1 < len(words) <= _PAPER_WORDS) or looks_like_news(name)


def _dated_before(text: str) -> tuple[str, PartialDate | None]:
    """A day before the title ("2019-05-14, Al-Monitor, ...", "AP, 3 May 2014: ...") and the rest."""
    date, rest = take_date(text) if re.search(r"\d{4}", text) else (None, text)
    return (rest.strip(" ,:("), date) if date is not None and date.day else (text, None)


def _credited(source: Source, named: Credits, after: str) -> Source:
    """The names before a title joined with what follows it. Where both name an outlet, the one after it is the outlet."""
    if source.outlet and named.outlet and find_outlet(source.outlet) is None and not is_body(source.outlet):
        source = replace(source, outlet=named.outlet)
    return replace(
        source, authors=named.authors, agency=named.agency or source.agency, outlet=source.outlet or named.outlet
    )


def read_chapter(after: str) -> Source | None:
    """``in Names (ed.), Book (Place: Publisher, 2001), 108–145`` and its APA and Harvard forms; ``None`` for what is no book."""
    match = _CHAPTER.match(after)
    if match is None:
        return None
    rest = match["rest"]
    imprint = _IMPRINT.search(rest)
    if imprint is None or PRESS.search(rest[: imprint.start()].rpartition(". ")[2]):
        return _late_chapter(rest)
    publisher, year = _imprint(imprint["inside"])
    pages = _AFTER_PAGES.match(imprint["after"])
    return Source(
        note=None,
        kind="chapter",
        outlet=_book_name(rest[: imprint.start()].strip(" ,")),
        publisher=publisher,
        published=year,
        pages=pages["pages"] if pages else None,
    )


def _late_chapter(rest: str) -> Source | None:
    """``In T. Moorcroft (Ed.), Borders in Africa (pp. 75–98). James Currey`` and ``in Ellery, R. (ed.) Book. Place: Press, pp. 1–9``."""
    if not _EDITORS.search(rest):
        return None
    pages = re.search(rf"\b(?:pp?\.\s*){PAGES}", rest)
    bare = _LATE_EDITION.sub("", re.sub(rf"\s*[(,.]?\s*\b(?:pp?\.\s*){PAGES}\)?", "", rest)).strip(" .,")
    led = _LED.match(bare)
    title, publisher = split_sentence(led["book"] if led else bare)
    year = None
    listed = _LISTED_IMPRINT.match(title) if not publisher else None
    if listed:
        names = listed["imprint"].split(", ")
        title, year = listed["title"], listed["year"]
        publisher = next((name for name in names if PRESS.search(name)), names[0])
    publisher = publisher.rpartition(":")[2].strip(" .,")
    if not publisher:
        return None
    page = pages["pages"] if pages else None
    return Source(note=None, kind="chapter", outlet=title.strip(" .,("), publisher=publisher, pages=page, published=year)


def _book_name(text: str) -> str:
    """The book among its editors."""
    led = _LED.match(text)
    if led and is_name(re.sub(r"(?<=\s)[A-Z]\.?(?=\s)", "X.", led["names"].split(" and ")[0].split(",")[0])):
        return led["book"]
    return _EDITORS.split(text, maxsplit=1)[0].strip(" ,")


def _imprint(inside: str) -> tuple[str | None, str | None]:
    """``Place: Publisher, 2001``, ``8th edn, Publisher 2017``, ``Publisher, 2001`` -> publisher and date."""
    date, rest = take_date(_EDITION.sub("", inside.strip()))
    publisher = rest.rpartition(":")[2].strip(" ,")
    return publisher or None, date.iso if date else None


def book(text: str) -> Read | None:
    """``Names, Title (Place: Publisher, 2001), 33`` and MLA's ``Family, Given. Title. Publisher, 2017``."""
    imprint = _IMPRINT.search(text)
    if imprint is not None and not re.search(r"[\"“]", text):
        date, rest = take_date(imprint["inside"])
        if date is not None and date.day is not None and not rest and find_outlet(text[: imprint.start()].rpartition(", ")[2].strip()) is not None:
            return None  # "Title, REUTERS (Feb. 18, 2021)"
        return _imprinted(text, imprint)
    thesis = _MLA_THESIS.match(text)
    if thesis:
        named = credits(thesis["names"], inverted=True)
        source = Source(None, "report", thesis["title"], named.authors, publisher=thesis["school"], published=thesis["year"])
        return Read(source, thesis["what"])
    mla = _MLA_BOOK.match(text)
    if mla is None:
        return None
    named = credits(mla["names"], inverted="," in mla["names"] and not is_body(mla["names"]))
    if not named.authors:
        return None
    title, number = _unnumbered(mla["title"])
    publisher = mla["publisher"].rpartition(": ")[2] if mla["publisher"] else None
    if publisher and is_body(named.authors[0]) and " " not in publisher and not is_body(publisher) and not PRESS.search(publisher):
        publisher = None  # the place alone
    source = Source(
        note=None, kind="book" if publisher else "web", title=title, authors=named.authors, publisher=publisher,
        published=mla["year"], pages=mla["pages"], issue=number,
    )  # fmt: skip
    return Read(source, f"{mla['publisher'] or ''} | {mla['what'] or ''}")


def _imprinted(text: str, imprint: re.Match[str]) -> Read | None:
    head, around = text[: imprint.start()].strip(" ,"), imprint.group()
    pages = _AFTER_PAGES.match(imprint["after"])
    page = (pages["pages"] or pages["place"]) if pages else None
    parts = head.split(", ")
    count = next((i for i, part in enumerate(parts) if not _is_credit(part)), len(parts)) if len(parts) > 1 else 0
    count = min(count, len(parts) - 1)  # the last part is the title, whatever it looks like
    named = credits(", ".join(parts[:count])) if count else Credits()
    rest = parts[count:]
    series = _SERIES.match(rest[-1]) if len(parts) > 2 else None
    if series:
        count = min(count, len(parts) - 2)
        named, rest = credits(", ".join(parts[:count])), parts[count:-1]
    volume = next((match for part in rest[1:] if (match := re.match(r"[Vv]ol(?:ume)?\.?\s*([\dIVXLC]+)$", part))), None)
    title, number = _unnumbered(", ".join(part for part in rest if not _NOT_TITLE.match(part)))
    publisher, year = _imprint(imprint["inside"])
    if re.match(r"H[CL] (?:Paper )?\d", imprint["inside"]):  # papers of Westminster: a session and a number, no date
        publisher = year = None
    elif not year:
        return None
    body = next((name for name in named.authors if is_body(name)), None)
    if body and publisher and not is_body(publisher) and not PRESS.search(publisher) and ":" not in imprint["inside"]:
        publisher = body  # "(Brussels, July 2010)": the place alone
    if publisher and named.authors and not body and _is_place(publisher, year):
        publisher = None
    if not title:
        return None
    kind = "book" if publisher and not (body and year and len(year) > len("2010")) else "report"
    source = Source(
        note=None, kind=kind, title=title, authors=named.authors, publisher=publisher, pages=page, published=year,
        volume=volume[1] if volume else None, issue=number or (series["issue"] if series else None),
    )  # fmt: skip
    if not named.authors and not publisher:
        kind = "official" if is_official_name(head) or re.search(r"\b(?:Res|Resolution|Treaty|Agreement|Decision)\b", head) else "report"
        source = replace(source, kind=kind)
    return Read(source, around)


def _is_place(publisher: str, published: str | None) -> bool:
    """A lone word with a day is a place: "(Tokyo, December 17, 2013)"."""
    return published is not None and published.count("-") == 2 and " " not in publisher and not is_body(publisher) and not PRESS.search(publisher)


def _is_credit(part: str) -> bool:
    """People, "et al.", "ed." and institutions may stand before a title."""
    if re.fullmatch(r"\(?eds?\.?\)?", part):
        return True
    names = [name for name in re.split(r"\s+and\s+|\s*&\s*", re.sub(r"\s+(?:\(?eds?\.?\)?|et al\.?)$", "", part)) if name]
    people = all(is_name(re.sub(r"\s[A-Z]$", "", re.sub(r"(?<=\s)[A-Z]\.?(?=\s)", "X.", name))) for name in names)
    return people or (is_body(part) and len(part.split()) <= 8)


def _of(container: Container, title: str | None, published: PartialDate | None) -> Source:
    date = published if published is not None and (published.day or not container.published) else container.published
    return Source(
        note=None,
        kind="web",
        title=title,
        agency=container.agency,
        outlet=container.outlet,
        publisher=container.publisher,
        volume=container.volume,
        issue=container.issue,
        pages=container.pages,
        published=date.iso if date else None,
    )
