"""Lines in the heads of situation reports: the period they cover, the day of issue, who issues them.

"Reporting period: 15-21 July 2031", "As of 2 June 2031 | Next report: 9 June 2031", "Issued by: Delta Crisis Cell".
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.read.dates import MONTH, PartialDate, parse_date, parse_date_line
from dateline.townnames import is_country, is_town

_YEAR: Final = r"(?:19|20)\d\d"
_FIGURES: Final = rf"\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}|{_YEAR}-\d\d-\d\d"
_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_END: Final = rf"(?:\w+day,?\s+)?(?:{_FIGURES}|{_NUMBER}\s+{MONTH}(?:,?\s+{_YEAR})?|{MONTH}\s+{_NUMBER}(?:,?\s+{_YEAR})?|{_NUMBER}(?:,?\s+{_YEAR})?)"
#: "15-21 July 2031", "28 May to 3 June 2031", "June 28 - July 4, 2031".
_RANGE: Final = re.compile(rf"(?:from\s+)?(?P<first>{_END})\s*(?:[-–—]|\bto\b|\buntil\b|\bthrough\b)\s*(?P<last>{_END})", re.IGNORECASE)
_RANGE_LAST: Final = re.compile(rf"(?P<name>.*?\w.*?)(?:[\s:,|–—-]+)?(?:(?:\bfor|\bcovering|\bfrom)\s+)?[\s(\[]+(?P<range>{_RANGE.pattern})[)\]]?$", re.IGNORECASE)
_IN_MONTH: Final = re.compile(rf"({MONTH})", re.IGNORECASE)
_PERIOD: Final = re.compile(
    r"(?:(?:reporting|review|coverage|assessment|monitoring) period(?: covered)?|period(?: (?:covered|of (?:report(?:ing)?|coverage)|under review|in review))?"
    r"|(?:this report |report )?(?:covering|covers|coverage)(?: (?:the )?period)?|dates? covered|time ?frame|(?:epi(?:demiological)? )?week(?: no\.?| number)? ?\d{1,2})"
    r"\s*[:,(–—-]?\s*(?:of\s+|from\s+)?(?P<rest>\S.*?)\)?",
    re.IGNORECASE,
)
_AS_OF: Final = re.compile(
    r"(?:(?:all )?(?:data|information|figures|status|situation|valid|correct|current|updated)\s*)?"
    r"(?:as (?:of|at|on)|(?:data |information |reporting )?cut-?off(?: (?:date|day|time))?)"
    r"\s*:?\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r"(?:the )?(?:next|following) (?:\w+ ){0,2}(?:report|update|issue|bulletin|sit-?rep|edition|brief(?:ing)?|release)\b(?! (?:said|says|told|found)).{0,40}",
    re.IGNORECASE,
)
_ISSUED: Final = re.compile(
    r"(?:date of (?:this )?(?:issue|issuance|publication|release|report(?:ing)?|submission|preparation)"
    r"|(?:issue|issuance|release|publication|report(?:ing)?|sit-?rep|submission) date"
    r"|(?:date )?(?:issued|published|released|circulated)(?: on)?|date)\s*[:–—-]?\s*(?P<rest>\d.*|\w+day.*|[A-Z][a-z]+\.? \d.*)",
    re.IGNORECASE,
)
_ISSUER: Final = re.compile(
    r"(?:(?P<sure>issued|produced|released|circulated|submitted) by|(?P<other>prepared|compiled|published) by|"
    r"(?P<office>(?:reporting|issuing) (?:organi[sz]ation|agency|office|body|unit)))"
    rf"\s*:?\s+(?:the\s+)?(?P<name>(?-i:[A-Z])[^.;|]*?)(?:,?\s+(?:on\s+)?(?P<day>{_END}))?",
    re.IGNORECASE,
)
#: Who is no person among those that prepare a report.
_CELL: Final = re.compile(
    r"\b(?:desk|unit|team|cell|cluster|section|division|office|secretariat|programme|program|task ?force|working group|monitor|mission|centre|center|hub|command|forum|council)\b",
    re.IGNORECASE,
)
#: What a report is called, with its number, beside its days.
_KIND: Final = re.compile(
    r"(?:[^\W_][\w'’&/,-]* ){0,6}(?:reports?|updates?|bulletins?|summary|overview|sit-?reps?|snapshot|brief(?:ing)?s?|digest|monitor|review|round-?up|tracker|dashboard)"
    r"(?:\s*(?:no\.?|n[°º]\.?|number|#|issue|vol\.?)?\s*\d[\d/-]*)?|(?:no\.?|n[°º]\.?|number|#|issue|vol\.?)\s*\d[\d/-]*",
    re.IGNORECASE,
)
_LABEL: Final = (
    r"(?:(?:reporting|review|coverage) period|period covered|next (?:report|update|issue)|date of (?:issue|publication|release|report)"
    r"|(?:issue|release|publication|report) date|(?:issued|prepared|produced|released|submitted|compiled) by|issued|published)\b"
)
_PARTS: Final = re.compile(rf"\s*[|•·;]\s*|(?<=\w)\.\s+(?={_LABEL})|\s+(?={_LABEL}\s*:)|\s+[–—/-]\s+(?={_LABEL})", re.IGNORECASE)
_NAME_WORDS: Final = 10


class ReportHead(NamedTuple):
    """What a line in the head of a situation report says.

    Attributes:
        published: its day of issue.
        until: the last day that it covers, or up to which it knows.
        publisher: who issues it.
    """

    published: PartialDate | None = None
    until: PartialDate | None = None
    publisher: str | None = None


def report_head(text: str) -> ReportHead | None:
    """What a line says of period, issue and issuer of a report; ``None`` for lines that say anything else beside.

    Example:
        >>> head = report_head("Reporting period: 15-21 July 2031")
        >>> head.until.iso, head.published, report_head("Reporting period closes on Friday")
        ('2031-07-21', None, None)
    """
    parts = [part.strip(" ()*_:,") for part in _PARTS.split(text.strip().rstrip(".")) if part and part.strip(" ()*_:,")]
    read = [_part(part) for part in parts]
    labelled = [one for one in read if one is not None]
    if not labelled or any(one is None and not _says_little(part) for one, part in zip(read, parts, strict=True)):
        return None
    days = [day for part, one in zip(parts, read, strict=True) if one is None and (day := parse_date_line(part)) is not None]
    published = next((one.published for one in labelled if one.published), next(iter(days), None))
    until = max((one.until for one in labelled if one.until), key=lambda day: day.iso, default=None)
    return ReportHead(published, until, next((one.publisher for one in labelled if one.publisher), None))


def last_day(text: str) -> PartialDate | None:
    """The last day of a range of days, where it has its year.

    Example:
        >>> last_day("June 28 - July 4, 2031").iso, last_day("15-21 July"), last_day("4 July 2031")
        ('2031-07-04', None, None)
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        return None
    first, last = match["first"], match["last"]
    month = _IN_MONTH.search(first)
    if month is not None and not _IN_MONTH.search(last) and not re.search(r"[/.-]", last):
        last = f"{month[1]} {last}"
    found = parse_date(last)
    return found if found is not None and found.day else None


def range_at_end(text: str) -> tuple[str, PartialDate] | None:
    """The name of a report and the last day it covers, where its title ends in a range of days: "Security Report: Week 29 (15-21 July 2031)"."""
    match = _RANGE_LAST.fullmatch(text.strip().rstrip("."))
    day = last_day(match["range"]) if match is not None else None
    return (match["name"], day) if match is not None and day is not None else None


def _part(text: str) -> ReportHead | None:
    """What one labelled part says, or a bare range of days."""
    if _NEXT.fullmatch(text):
        return ReportHead()
    if _is_range(text):
        return ReportHead(until=last_day(text))
    if (match := _PERIOD.fullmatch(text)) and (_is_range(match["rest"]) or _day(match["rest"])):
        return ReportHead(until=last_day(match["rest"]) or _day(match["rest"]))
    if (match := _AS_OF.fullmatch(text)) and (day := _day(match["rest"])):
        return ReportHead(until=day)
    if (match := _ISSUED.fullmatch(text)) and (day := _day(match["rest"])) and day.day:
        return ReportHead(published=day)
    return _issuer(text)


def _issuer(text: str) -> ReportHead | None:
    """Who issues a report. Who prepared it is a publisher where that is no person; desks with their house and day are read as bylines are."""
    match = _ISSUER.fullmatch(text)
    if match is None or len(match["name"].split()) > _NAME_WORDS:
        return None
    if match["other"] and (match["day"] or "," in match["name"] or not _CELL.search(match["name"])):
        return None
    return ReportHead(publisher=match["name"].strip(" ,:"), published=_day(match["day"] or ""))


def _is_range(text: str) -> bool:
    return last_day(text) is not None or (_RANGE.fullmatch(text) is not None and _IN_MONTH.search(text) is not None)


def _day(text: str) -> PartialDate | None:
    found = parse_date_line(text) if text else None
    return found if found is not None and found.month else None


def _says_little(part: str) -> bool:
    """Whether a part beside those is the kind of the report, its country or a day."""
    return _KIND.fullmatch(part) is not None or is_country(part) or is_town(part) or _day(part) is not None
