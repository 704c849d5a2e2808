"""Judgments, orders and records of courts as lawyers cite them: by the name of the case, its number, the court's reports and the day.

A day inside the name ("Arrest Warrant of 11 April 2000 (Congo v. Belgium)") is the name's; the paper's own stands behind it.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.read.citation_parts import find_date, segments
from dateline.read.citation_short import REPORTER
from dateline.read.citation_styles import Read
from dateline.read.dates import PartialDate, parse_date
from dateline.read.outlets import find_outlet
from dateline.types import Source

_VERSUS: Final = r"\s(?:v|vs|c)\.?\s(?=(?:the |l[ae] |l['’])?[^\W\d_a-z])"
#: "Nuclear Tests (Australia v. France)", "The "Arctic Sunrise" Case (Netherlands v. Russia)", "Land Dispute (El Salvador/Honduras)".
_BRACKETED: Final = re.compile(rf"(?P<name>[A-Z\"“][^()]{{2,250}}?\s\((?:[^()]+?{_VERSUS}[^()]+|[A-Z][^()/\d]{{2,40}}/\s?[A-Z][^()/\d]{{2,40}})\))")
#: "Medellín v. Texas", up to what tells the paper.
_PARTIES: Final = re.compile(
    rf"(?P<name>[A-Z][^\[\]\"“;]{{0,100}}?{_VERSUS}[^\[\]\"“;:]{{1,120}}?)(?=,?\s*\[|,\s|\s\(|,?\s(?:[Aa]pp(?:l(?:ication)?)?|[Cc]ase)\.?\s[Nn]os?\b|,?\s[Nn]os?\.?\s?\d|\s\d+\s[A-Z]|\.?$)"
)
#: "Case C-364/10, Hungary v. Slovakia", "Joined Cases C-293/12 and C-594/12, Digital Rights Ireland".
_NUMBERED: Final = re.compile(
    r"(?:Joined )?Cases? [CTF]-\d+/\d\d(?: P)?(?:(?:,| and| to)+ [CTF]-\d+/\d\d(?: P)?)*,? (?P<name>[A-Z][^\[\]()\"“]{2,150}?)(?=,?\s\[|,\s|\s\(|\sE[CU]|\.?$)"
)
#: "Judgment of 16 July 2020, Facebook Ireland, C-311/18".
_DAY_FIRST: Final = re.compile(
    r"(?:Judgment|Order|Opinion)(?: of the [A-Z][^,\d]{3,40}?)? of (?P<day>\d{1,2} \w+ \d{4}), "
    r"(?P<name>[A-Z][^\"“]{2,150}?)(?=, (?:joined )?(?:[Cc]ases? )?[CTF]-\d)"
)
_RECORD: Final = re.compile(
    r"(?:(?P<paper>Verbatim [Rr]ecord|Public [Ss]itting|Oral (?:[Pp]roceedings|[Pp]leadings?)|[Tt]ranscript)[^,\d]{0,60}, )?(?:ICJ,? )?(?P<number>CR \d{4}/\d{1,3})\b"
)
#: A paper of the United Nations by its symbol.
_SYMBOL: Final = re.compile(r"(?:UN|U\.N\.) Doc\.? (?P<named>[A-Z]+(?:/[\w.-]+)+(?:\([IVX]+\))?)|(?P<symbol>(?:A|S|E|CCPR|CAT|CERD)/(?:[A-Z]+|\d+)[\w./-]*\d(?:\([IVX]+\))?)")
_COURT_NAME: Final = re.compile(
    r"(?:(?=.*\b(?:Court|Tribunal|Chambers?|Commission|Cour|Tribunal|Panel)\b)[A-Z][^,\d\"“]{3,80}|ICJ|PCIJ|ICC|ICTY|ICTR|SCSL|STL|ECtHR|ECHR|CJEU|ECJ|IACtHR|IACHR|ITLOS|PCA|ACtHPR|[A-Z]{2,4}SC)"
)
#: The number of a case or its place in a court's reports, of which no other text has the form.
_REPORTS: Final = re.compile(
    r"\b(?:[Cc]ase|[Aa]pp(?:l(?:ication)?)?\.?)\s[Nn]os?\.?\s?[\w/-]*\d|,\s[Nn]os?\.?\s\d+(?:/|-)\d+|\b(?:IT|ICTR|ICC|SCSL|MICT|STL|KSC-BC)-\d[\w/.-]*"
    r"|\b(?:[A-Z]{2}:)[A-Z]{1,7}:(?:19|20)\d\d:\d+|\b[CT]-\d+/\d\d\b"
    r"|\b\d+ (?:U\.?\s?S\.?|S\. ?Ct\.|F\.(?: ?\d[dt]h?)?|F\. ?Supp\.(?: \dd)?|Eur\. Ct\. H\.R\.|EHRR|E\.H\.R\.R\.|I\.?L\.?M\.?|I\.?L\.?R\.?|R\.I\.A\.A\.|UNRIAA) \(?\d"
    r"|\b\d{4} WL \d+"
    r"|\[(?:19|20)\d\d\] (?:\d+ )?[A-Z][A-Za-z. ]{0,24}\d|\b(?:Inter-Am|Eur)\. (?:Ct|Comm['’]n)\. H\.R\.|\b(?:I\.?C\.?J\.?|ITLOS|ECHR|PCIJ|ECR)(?: Rep(?:orts|\.)?)? (?:19|20)\d\d"
    r"|\((?:19|20)\d\d\) \d+ [A-Z]{2,6} \d"
)
#: What courts and those before them write; with its day it is cited.
_PAPER: Final = re.compile(
    r"(?:^|[,(]\s*|\]\s*)(?:[A-Z][\w-]*,? (?:and |on |of |for )?){0,4}(?:Judge?ments?|Orders?|Awards?|Rulings?|Decisions?|Opinions?|Merits|Jurisdiction|Objections|Reparations?"
    r"|Measures|Requests?|Applications?|(?:Counter-)?Memorials?|Indictments?|Declarations?|judge?ment|decision|order|arrêt)\b"
)
_OPINION: Final = re.compile(r", (?:Advisory Opinion|Judge?ment|Order|Award|Provisional Measures|Merits)$")
#: The court and the day in brackets: "(ICTY Trial Chamber, 7 May 1997)", "(2d Cir. 2010)", "(HL)".
_IN_BRACKETS: Final = re.compile(r"\((?P<inside>[A-Z\d][^()]{1,80})\)")
#: The court that reports or numbers name.
_BY_REPORTS: Final = (
    (re.compile(r"\b(?:I\.?C\.?J\.?|ITLOS|P\.?C\.?I\.?J\.?|Eur\. Ct\. H\.R\.|ECtHR|ECHR|Inter-Am\. Ct\. H\.R\.|ICSID|PCA|ICTR|ICC|SCSL|MICT|STL|KSC)(?![a-z])"), None),
    (re.compile(r"\b(?:UKHL|UKSC|UKPC|EWCA(?: Civ| Crim)?|EWHC|HCA|SCC|NZSC|ZACC)(?![a-z])"), None),
    (re.compile(r"\bIT-\d"), "ICTY"),
    (re.compile(r"\bEHRR|E\.H\.R\.R\."), "ECHR"),
    (re.compile(r"\bEU:C:|\bC-\d+/\d\d"), "CJEU"),
    (re.compile(r"\bEU:T:|\bT-\d+/\d\d"), "General Court of the EU"),
    (re.compile(r"\b\d+ U\.\s?S\. \d"), "U.S. Supreme Court"),
)  # fmt: skip
_ECLI_YEAR: Final = re.compile(r"\b[A-Z]{2}:[A-Z]{1,7}:(?P<year>(?:19|20)\d\d):")
#: The page or paragraph that is cited: of reports the second of two numbers.
_PINPOINT: Final = re.compile(r"\b(?:pp?\.|at)\s*(?P<pages>\d+(?:[-–]\d+)?)")
#: Days that are no part of what the words before them are called.
_OF_DAY: Final = re.compile(r",?\s*(?:\b(?:of|dated|du)\s*)?$")
#: A judgment in a court's reports: "Oil Platforms (Iran v. United States), Judgment, I.C.J. Reports 2003, p. 161".
_REPORTED: Final = re.compile(
    r"(?P<title>[A-Z][^\"“]{5,250}?),\s+(?P<court>I\.?C\.?J\.?|P\.?C\.?I\.?J\.?|ITLOS|ECHR(?= Rep)|E\.C\.R\.)\s+(?:Rep(?:orts|\.)?\s+)?\[?\(?(?P<year>(?:19|20)\d\d)\b"
    r"[^,]*(?:,\s*(?:pp?\.|at)\s*(?P<pages>\d+(?:[-–]\d+)?))?"
)
#: The same as American lawyers cite it: "Corfu Channel (U.K. v. Alb.), Judgment, 1949 I.C.J. Rep. 4, 22 (Apr. 9)".
_REPORTED_YEAR: Final = re.compile(
    rf"(?P<title>[A-Z][^\"“]{{5,250}}?),\s+(?P<year>(?:19|20)\d\d)\s+(?P<court>{REPORTER})\s+(?:\(ser\. A(?:/B)?\) )?(?:No\. )?(?P<first>\d+)"
    r"(?:,\s+(?:at\s+)?(?:¶+\s?|paras?\.\s?)?(?P<pages>\d+(?:[-–]\d+)?))?[^()]*(?:\((?P<day>[A-Z][a-z]{2,8}\.? \d{1,2})\))?"
)


def judgment(text: str) -> Read | None:
    """What a court decided or had before it, or a paper of the United Nations by its symbol; ``None`` for all else.

    Example:
        >>> judgment("Prosecutor v. Krstić, Case No. IT-98-33-A, Judgment, 19 April 2004.").source.published
        '2004-04-19'
    """
    return _of_year(text) or _reported(text) or _record(text) or _case(text) or _symbol(text)


def parties_of(title: str) -> str | None:
    """The parties of a case, of whose name no other word tells an act ("" for an opinion without any); ``None`` where a title is no such name.

    Example:
        >>> parties_of("Nuclear Tests (Australia v. France), Order"), parties_of("Council Condemns Tests")
        ('Australia, France', None)
    """
    bracketed = re.search(rf"\((?P<parties>[^()]+{_VERSUS}[^()]+|[A-Z][^()/]+/[^()/]+)\)", title)
    if bracketed is None and re.search(_VERSUS, title) is None:
        return "" if _OPINION.search(title) is not None else None
    return re.sub(rf"{_VERSUS}|/", ", ", bracketed["parties"] if bracketed is not None else title)


def _of_year(text: str) -> Read | None:
    match = _REPORTED_YEAR.match(text)
    if match is None:
        return None
    day = parse_date(f"{match['day']}, {match['year']}") if match["day"] else None
    return _source(day or parse_date(match["year"]), match["title"], _court(match["court"]), pages=match["pages"] or match["first"])


def _reported(text: str) -> Read | None:
    match = _REPORTED.match(text)
    if match is None:
        return None
    name = _BRACKETED.match(match["title"]) or _PARTIES.match(match["title"]) or re.match(r"[^,]+", match["title"])
    cut = name.end() if name is not None else 0
    title, behind = match["title"][:cut], match["title"][cut:]
    found = find_date(behind)
    own = found if found is not None and found.date.month is not None else None
    if own is not None:
        behind = _OF_DAY.sub("", behind[: own.start]) + behind[own.end :]
    return _source(own.date if own is not None else parse_date(match["year"]), title + behind, _court(match["court"]), pages=match["pages"])


def _record(text: str) -> Read | None:
    """A sitting of the court in The Hague: "Verbatim Record, CR 2019/18, 10 December 2019, p. 12"."""
    match = _RECORD.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    title = f"{match['paper']}, {match['number']}" if match["paper"] else match["number"]
    return _source(_last_day(rest) or parse_date(match["number"][3:7]), title, "ICJ", pages=_pages(rest))


def _case(text: str) -> Read | None:
    lead, _, after = text.partition(", ")
    by = lead if _COURT_NAME.fullmatch(lead) else None
    text = after if by is not None else text
    name = _DAY_FIRST.match(text) or _NUMBERED.match(text) or _BRACKETED.match(text) or _PARTIES.match(text)
    if name is None or any(find_outlet(part.strip()) is not None for part in segments(text[name.end() :])):
        return None
    rest = text[name.end() :]
    if re.search(r"[\"“]", rest):
        return None
    numbered = name.re in {_NUMBERED, _DAY_FIRST} or _REPORTS.search(rest) is not None
    day = parse_date(name["day"]) if name.re is _DAY_FIRST else _last_day(rest)
    if not numbered and not (day is not None and (by is not None or _PAPER.search(rest) or _court_in_brackets(rest))):
        return None
    ecli = _ECLI_YEAR.search(rest)
    found = None if day is not None else find_date(_REPORTS.sub(lambda match: match[0] if match[0][0] in "[(" else re.sub(r"[\w/]*-[\w/-]*", " ", match[0]), rest))
    when = day or (found.date if found is not None else parse_date(ecli["year"]) if ecli is not None else None)
    title = re.sub(r"[\"“”]", "", name["name"]) if name.re is _BRACKETED else name["name"]
    return _source(when, title, by or _court_in_brackets(rest) or _court(text), pages=_pages(rest))


def _symbol(text: str) -> Read | None:
    match = _SYMBOL.match(text)
    if match is None or re.match(r"\s*[A-Za-z]", text[match.end() :]):
        return None
    found = find_date(text[match.end() :])
    return _source(found.date if found is not None else None, match["named"] or match["symbol"], "United Nations", pages=_pages(text[match.end() :]))


def _last_day(text: str) -> PartialDate | None:
    """The last date with a day or month: those before it are of applications and stages."""
    last: PartialDate | None = None
    while (found := find_date(text)) is not None and found.date.month is not None:
        last = found.date
        text = text[found.end :]
    return last


def _court_in_brackets(text: str) -> str | None:
    """The court before the day, or alone, in brackets."""
    for match in _IN_BRACKETS.finditer(text):
        found = find_date(match["inside"])
        court = match["inside"][: found.start if found is not None else None].strip(" ,")
        if court and (found is not None or _COURT_NAME.fullmatch(court) or re.fullmatch(r"[A-Z]{2,4}", court)) and not court.startswith("ser."):
            return court
    return None


def _court(text: str) -> str | None:
    """The court that a case's number or the reports name: by its short name, or as it is written, less the stops between initials."""
    found = next((name or match[0] for form, name in _BY_REPORTS if (match := form.search(text)) is not None), None)
    return found.replace(".", "") if found is not None and re.fullmatch(r"(?:[A-Z]\.)+", found) else found


def _pages(rest: str) -> str | None:
    match = _PINPOINT.search(rest)
    return match["pages"] if match is not None else None


def _source(day: PartialDate | None, title: str, court: str | None, *, pages: str | None = None) -> Read:
    return Read(Source(note=None, kind="official", title=title.strip(" ,"), publisher=court, published=day.iso if day is not None else None, pages=pages), "")
