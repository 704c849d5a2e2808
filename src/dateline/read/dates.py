"""Publication dates as mastheads and citations write them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = (
    ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may", "may"), ("jun", "june"),
    ("jul", "july"), ("aug", "august"), ("sep", "september"), ("oct", "october"), ("nov", "november"), ("dec", "december"),
)  # fmt: skip
_MONTH_NUMBER: Final = {name: index for index, names in enumerate(_MONTHS, 1) for name in (*names, names[0] + "t")}
MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
#: January to December in German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Polish, Turkish, Russian and Ukrainian, as days have
#: them: citations keep the date of a foreign paper as it printed it.
_ABROAD: Final = (
    "januar janvier enero janeiro gennaio januari stycznia ocak января січня",
    "februar février fevrier febrero fevereiro febbraio februari lutego şubat февраля лютого",
    "märz mars marzo março maart mart marts marca марта березня", "april avril abril aprile kwietnia nisan апреля квітня",
    "mai mayo maio maggio mei maj maja mayıs мая травня", "juni juin junio junho giugno czerwca haziran июня червня",
    "juli juillet julio julho luglio lipca temmuz июля липня", "august août aout agosto augustus augusti sierpnia ağustos августа серпня",
    "september septembre septiembre setiembre setembro settembre września eylül сентября вересня",
    "oktober octobre octubre outubro ottobre października ekim октября жовтня",
    "november novembre noviembre novembro listopada kasım ноября листопада",
    "dezember décembre decembre diciembre dezembro dicembre december grudnia aralık декабря грудня",
)  # fmt: skip
#: The same in short, with their full stop.
_SHORT_ABROAD: Final = (
    "jän. janv. ene. gen. янв.", "févr. fév. fev. февр. фев.", "mrt. мар.", "avr. abr. апр.", "mag.", "giu.", "juil. lug. июл.", "ago. авг.",
    "set. сент. сен.", "okt. oct. out. ott. окт.", "нояб.", "dez. déc. dic. дек.",
)  # fmt: skip
_NUMBER_ABROAD: Final = {
    name: index for months in (_ABROAD, _SHORT_ABROAD) for index, names in enumerate(months, 1) for name in names.split()
}
#: Day, month and year as foreign papers print them: "3. Mai 2019", "1er mars 2014", "3 de mayo de 2019", "9 июля 2023 г.".
DAY_ABROAD: Final = (
    rf"(?P<day>\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?(?P<abroad>(?i:{'|'.join(map(re.escape, sorted(_NUMBER_ABROAD, key=len, reverse=True)))}))"
    r"\s+(?:de\s+)?(?P<year>(?:1[6-9]|20)\d\d)(?:\s?(?:г|р)\.?(?!\w)|\s(?:года|року))?"
)
#: "2023年7月31日", "2023년 7월 31일".
DAY_EASTERN: Final = r"(?P<year>(?:1[6-9]|20)\d\d)\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)"
#: A whole day anywhere in a line of a head.
DAY_NAMED: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? (?:19|20)\d\d|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b", re.IGNORECASE
)
#: A year anywhere in a text or note.
YEAR_NAMED: Final = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_RANGE: Final = rf"(?:\s?[-–—/&]\s?(?:\d{{1,2}}|{MONTH}))?"
_SEASON: Final = r"(?:Spring|Summer|Autumn|Fall|Winter|Q[1-4])"

_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>(?:1[6-9]|20)\d\d)-(?P<number>\d{2})-(?P<day>\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        r"(?P<year>(?:1[6-9]|20)\d\d)[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})",
        rf"{_WEEKDAY}{_DAY}{_RANGE}(?:\s+of)?[\s-]+(?P<month>{MONTH}),?[\s-]+{_YEAR}",
        rf"{_WEEKDAY}(?P<month>{MONTH})\s+{_DAY}{_RANGE},?\s+{_YEAR}",
        rf"{_YEAR},?\s+(?P<month>{MONTH})\s+{_DAY}",
        DAY_ABROAD,
        DAY_EASTERN,
        rf"(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}",
        rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/{_YEAR}",
        rf"(?P<month>{MONTH}){_RANGE},?\s+{_YEAR}",
        rf"{_YEAR},?\s+(?P<month>{MONTH})",
        r"(?P<year>(?:1[6-9]|20)\d\d)-(?P<number>0[1-9]|1[0-2])",
        rf"{_SEASON}(?:[-/–]{_SEASON})?,?\s+{_YEAR}",
        rf"{_YEAR}",
    )
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of it, or a day: ``iso`` is the prefix of an ISO date that is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """``2024``, ``2024-11`` or ``2024-11-01``."""
        parts = (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    def to_date(self) -> date | None:
        """The day, where one is given."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def month_end(self) -> date | None:
        """The last day of the month, where a month is given."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1]) if self.month else None


def parse_date(text: str) -> PartialDate | None:
    """A text that is a date as a whole: ``5 December 2024``, ``Dec. 5, 2024``, ``2024-12-05``, ``Summer 1995``, ``2001``.

    Ranges give their first part of the month ("May–June 2023" is ``2023-05``). ``3/4/2024`` has no known order of day and month and
    gives only the year, unless one number is above 12.
    """
    text = text.strip().strip(".,;")
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            found = _from_match(match)
            if found is not None:
                return found
    return None


def _from_match(match: re.Match[str]) -> PartialDate | None:
    group = match.groupdict()
    year = int(group["year"])
    if group.get("a"):
        first, second = int(group["a"]), int(group["b"])
        if max(first, second) <= 12 and first != second:
            return PartialDate(year)
        month, day = (second, first) if first > 12 else (first, second)
        return _checked(year, month, day)
    if group.get("abroad"):
        return _checked(year, _NUMBER_ABROAD[group["abroad"].lower()], int(group["day"]))
    month_text, day_text = group.get("month"), group.get("day")
    number = group.get("number")
    if month_text is None and number is None:
        return PartialDate(year)
    month = int(number) if number else _MONTH_NUMBER[(month_text or "").lower().rstrip(".")]
    return _checked(year, month, int(day_text) if day_text else None)


def _checked(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)


#: Words before and after the date on a line of its own.
_MADE: Final = r"(?:(?:re-?)?recorded|(?:re)?broadcast|aired|streamed|uploaded|transcribed|taped|delivered|given|presented|submitted|conducted|written|completed|finali[sz]ed)"
_SPOKEN: Final = (
    r"(?:(?:written|oral|opening|prepared|full|edited|keynote|plenary|verbatim) )?"
    r"(?:testimony|speech|remarks|address|statement|lecture|keynote|evidence|sermon|interview|conversation|podcast"
    r"|episode|programme|program|webinar|discussion|debate|transcript|paper|submission|report|briefing)"
)
#: Where something was said: "at Chatham House", "to the Senate Committee on Defense", "in Nairobi".
_WHERE: Final = (
    r"(?:\s+(?:at|in|to|before)\s+(?:the\s+)?(?-i:[A-Z])[^.;:\d]{2,70}?(?=,?\s+(?:on\s+)?(?:\w+day,?\s+)?(?:\d|" + MONTH + r"))[,\s]*)?"
)
_LABEL: Final = re.compile(
    r"^(?:(?:(?:first |originally )?(?:published|posted|released|issued|date of (?:publication|issue|release|recording|broadcast|delivery)|date and time|date[d]?"
    r"|(?:publication|release|recording|broadcast|air|airing|episode|delivery|hearing|version) date|pub\.? date|(?:last )?(?:updated|modified|revised|edited|reviewed)|filed)"
    rf"|(?:{_SPOKEN}(?:,? as)? )?(?:first |originally )?{_MADE}{_WHERE}|(?:as )?prepared for delivery{_WHERE}"
    r"|(?:(?:this|present|current|final|revised|second|third|latest) )?(?:version|draft)(?: (?:of|from|as of|dated))?)"
    r"(?:\s+(?:on|at|date))?\s*[:\-–—]?\s*|on\s+)+",
    re.IGNORECASE,
)
#: Where it was made, behind the day: "Recorded 3 June 2024 in Nairobi".
_MADE_AT: Final = re.compile(r",?\s+(?:in|at)\s+(?:the\s+)?(?:[A-Z][\w.'’&-]*,?\s?(?:(?:of|and|for)\s)?){1,6}$")
_TIME: Final = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_ZONE: Final = r"\(?(?:(?:GMT|UTC|BST|IST|[ECPM][SD]?T|Z|(?-i:[A-Z]{3,5}))?(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|(?:\w+ ){1,2}time)\)?"
_CLOCK: Final = re.compile(rf"[\s,|·•@–—-]*(?:at\s+)?{_TIME}\s*{_ZONE}\s*$", re.IGNORECASE)
#: The time of day before the day: "8:42 a.m. EDT October 3, 2014".
_CLOCK_FIRST: Final = re.compile(rf"{_TIME}\s*{_ZONE}[\s,|·•–-]*(?:on\s+)?(?=\S)", re.IGNORECASE)
#: How long a text takes to read, behind its day: "3 May 2016 · 4 min read", "3 May 2016 | Reading time: 7 minutes".
_READING: Final = re.compile(
    r"[\s,;|•·(/–—-]+(?:reading time\W+)?(?:\d{1,2}|an?|one|two|three|five|ten)[\s-]?min(?:ute)?s?\.?(?:[\s-](?:read|to read|reading time))?\)?$", re.IGNORECASE
)
#: Data bases of papers set the day of the week last: "May 18, 2016 Wednesday".
_WEEKDAY_LAST: Final = re.compile(r",?\s+\(?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\)?$", re.IGNORECASE)
#: Month, day and year in figures before a time of day: "10/9/10 7:15 AM EDT". The hours of North America write the month first.
_FIGURES: Final = re.compile(
    rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>(?:20)?\d\d)[\s,|·•@-]+(?:at\s+)?{_TIME}\s*(?P<american>\(?(?:[ECPM][SD]?T)\)?)?$",
    re.IGNORECASE,
)


#: The hour behind the day of a letter or a minute: ", 4 p.m.", "—7 p.m.", ", 4–5:15 p.m.", ", noon.", ", 0823Z.".
_HOUR: Final = re.compile(rf"(?:\s?[—–]\s?|,\s+)(?:(?:\d{{1,2}}(?:[:.]\d\d)?\s?[–-]\s?)?{_TIME}|noon|midnight|\d{{4}}Z)\.?$", re.IGNORECASE)


def without_hour(line: str) -> str:
    """A line without the hour behind its day and without a closing full stop.

    Example:
        >>> without_hour("Washington, June 18, 1963, 4 p.m."), without_hour("Bonn, June 18, 1963.")
        ('Washington, June 18, 1963', 'Bonn, June 18, 1963')
    """
    return _HOUR.sub("", line).removesuffix(".")


def parse_date_line(line: str) -> PartialDate | None:
    """A line that holds nothing but a date: label, weekday and time of day may stand with it.

    Example:
        >>> parse_date_line("Updated 8:42 a.m. EDT May 3, 2014").iso, parse_date_line("5/9/14 7:15 PM EDT").iso
        ('2014-05-03', '2014-05-09')
        >>> parse_date_line("Speech delivered to the Diet in Tokyo on 9 May 2014").iso, parse_date_line("He spoke in Tokyo on 9 May 2014")
        ('2014-05-09', None)
    """
    bare = line.strip().strip("()[]|*_ ")
    label = _LABEL.match(bare)
    bare = _READING.sub("", bare if label is None else _MADE_AT.sub("", bare[label.end() :]))
    found = parse_date(bare) or parse_date(_WEEKDAY_LAST.sub("", bare))
    if found is not None:
        return found
    return parse_date(_CLOCK.sub("", bare)) or parse_date(_CLOCK_FIRST.sub("", bare, count=1)) or _in_figures(bare)


def _in_figures(text: str) -> PartialDate | None:
    """A day in figures with its time of day; ``None`` where day and month could change places."""
    match = _FIGURES.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first <= 12 < second or first == second or (match["american"] and first <= 12):
        return _checked(year % 100 + 2000, first, second)
    return _checked(year % 100 + 2000, second, first) if second <= 12 < first else None


#: The day in an address, with a section's name between year and month at most: "/2019/05/30/", "/2010/WORLD/08/13/", "/2014/7/4/", "/2014-10-02/".
_DAY_IN_ADDRESS: Final = re.compile(r"/(?P<year>(?:19|20)\d\d)(?:/(?:[A-Za-z]\w*/)?|-)(?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?=[/-]|$)")


def day_in_address(url: str | None) -> date | None:
    """The day that sites of news put into the address of a page, which is that of its publication.

    >>> day_in_address("https://news.example/2019/05/30/port.html").isoformat(), day_in_address("https://news.example/2019/port.html")
    ('2019-05-30', None)
    """
    match = _DAY_IN_ADDRESS.search(url) if url else None
    found = _checked(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    return found.to_date() if found is not None else None


_ENTRY_YEAR: Final = r"(?:1[89]|20)\d\d"
_ENTRY_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—/]\s?\d{1,2})?"
#: A date and a colon or a dash: what an entry of a chronicle begins with.
_ENTRY: Final = re.compile(
    rf"\s*(?:\*\*|__)?(?:\w+day,?\s+)?(?:{_ENTRY_DAY}\.?\s+{MONTH}(?:,?\s+{_ENTRY_YEAR})?|{MONTH}\s+{_ENTRY_DAY}(?:,?\s+{_ENTRY_YEAR})?|{MONTH}\s+{_ENTRY_YEAR}|{_ENTRY_YEAR}-\d\d-\d\d|{_ENTRY_YEAR})"
    r"(?:\*\*|__)?\s*(?:[:–—]|\s-\s)(?:\*\*|__)?\s*(?=\S)",
    re.IGNORECASE,
)


def is_entry(line: str) -> bool:
    """Whether a line begins like an entry of a chronicle: "3 June 2019: ...", "April 2021 - ..."."""
    return _ENTRY.match(line) is not None
