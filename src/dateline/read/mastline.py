"""What one line of a masthead says: a byline, a day, a publisher, an address, the number of an issue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.read.articlehistory import history_days, nearest_day
from dateline.read.correspondents import is_nameless, signed
from dateline.read.dates import MONTH, PartialDate, parse_date, parse_date_line, without_hour
from dateline.read.draft import DraftBlock
from dateline.read.gazettes import gazette_line
from dateline.read.journalline import journal_line
from dateline.read.monitored import source_heard
from dateline.read.names import is_name, people
from dateline.read.outlets import find_outlet, looks_like_news
from dateline.read.reportheads import last_day, report_head
from dateline.townnames import is_country, is_town
from dateline.types import BlockKind

_LONGEST_LINE: Final = 140
_YEAR_IN: Final = re.compile(r"\b(?:19|20)\d\d\b")
#: Name, post, institute, place and day are the most that one line gives; each has so many words at most.
_PARTS: Final = 5
_PART_WORDS: Final = 8
#: A byline has so many words at most: two or three names, their paper and a town.
_BYLINE_WORDS: Final = 16
#: A sentence has so many words at least, and ends in a stop that is no part of an abbreviation.
_TOLD_WORDS: Final = 4
SENTENCE_END: Final = re.compile(r"\w{3}[.!?][\"”’')\]]*$")
#: The line of an issue: publisher, series, number, date ("Centre for X, Working Paper No. 12, March 2020"; "Briefing 3 (May 2021)").
_ISSUE: Final = re.compile(
    r"(?P<publisher>[A-Z][^.!?]{1,70}?(?:,\s+|\s+[–—|-]\s+))?(?:[A-Z][\w&'’-]*\s+){0,4}(?:commentary|briefs?|briefings?|papers?|reports?|notes?|memos?|monographs?|bulletins?|issues?|analysis|updates?|insights?|series|review)"
    r"\s*(?P<counted>(?:no\.?|n[°º]\.?|№|number|nr\.?|#|vol\.?)\s*)?(?P<number>\d[\d/.-]{0,6}(?:,?\s*(?:no\.?|issue)\s*\d+)?)(?P<gap>\s*[,|•·:(–—-]*\s*)(?P<date>[^()|]{6,30}?)\)?$",
    re.IGNORECASE,
)
#: What is always counted, so that a figure behind it is a number and no day.
_NUMBERED: Final = re.compile(r"\bissue\s*$", re.IGNORECASE)
BYLINE: Final = re.compile(
    r"(?:by|written by|byline\s*:|authors?\s*:|(?:prepared|compiled|drafted|researched) by|reported by|story by|text by|words by|author:\s*by)\s*:?\s+(?=\S)", re.IGNORECASE
)
_LABELLED: Final = re.compile(r"(?:source|publisher|published (?:by|in)|publication|outlet)\s*:?\s+(?:the\s+)?(?=[A-Z])(.{2,80})$", re.IGNORECASE)
_SOURCE_LABEL: Final = re.compile(r"(?:source|publisher|publication|outlet)\s*:|published (?:by|in)\s", re.IGNORECASE)
#: What authors write above a text that is not out yet: "Working draft", "Draft for comments", "Do not cite or circulate".
_KEPT_BACK: Final = r"(?:cite|cited|citation|quote|quoted|quotation|circulate|circulated|circulation|attribution|permission)"
_DRAFT: Final = (
    r"(?:(?:working|first|second|early|rough|final|discussion|consultation|internal|zero|review) )?draft(?: v(?:ersion)?\.? ?\d[\d.]*)?"
    r"(?: for (?:comments?|discussion|review|consultation|feedback))?(?=\W*$|\W+(?:\d|not\b|for\b|do\b|please\b)|\W{2,}|\s+\()"
    rf"|(?:please )?(?:do not|not (?:to be|for)) {_KEPT_BACK}(?:(?:,| or| and| without) {_KEPT_BACK})*|for (?:comments?|discussion|internal use)(?: only)?(?=\W*$)"
)
#: What presses and agencies stamp on what they give out, and authors on drafts; it is no title and no publisher.
_STAMP: Final = (
    rf"(?:{_DRAFT}|(?:not )?for (?:immediate |general |public )?(?:release|publication|distribution)|(?:press|media|news)[ -]?(?:releases?|advisory|statement"
    r"|communiqu[eé]|notice|note|alert)"
    r"|(?:un)?official (?:version|translation|summary)|unofficial|embargo(?:ed)?)"
)
_STAMPED: Final = re.compile(
    rf"\W*{_STAMP}(?:\W+{_STAMP})*(?:\W+(?:no|nr|number)\b\.?\s*[\w./-]+|\W+\d{{1,4}}(?:[/-]\d{{1,4}})?(?=\W*$))?(?:\W+(?:until|till|to|for|on|before"
    rf"|not before)\b)?\W*(?P<rest>.*)$", re.IGNORECASE
)
_EMBARGO: Final = re.compile(r"\bembargo", re.IGNORECASE)
#: Where a paper printed a report, and how long it is: "Page A4", "Vol. 4 No. 2", "International, p. 12", "SECTION: Foreign; Pg. 12", "LENGTH: 412 words".
_PAGE: Final = r"(?:page|pages|pg\.?|pgs\.?|pp?\.)\s*[A-Z]{0,2}-?\d{1,4}[A-Z]?(?:\s?[-–,]\s?[A-Z]?\d{1,4})*"
_VOLUME: Final = r"(?:(?:vol(?:ume)?|no|nr|issue|number)\.?\s*(?:\d[\d,]*|[IVXLC]+)\s*[,;:|·•–—-]?\s*){1,3}"
#: The number of a paper alone: "No.: ICC-02/09-01/18", "ECHR 214 (2021)", "No. 2022/41", "Case ref: 12/B/2021".
_FILED: Final = (
    r"(?:(?:case|file|document|doc|our|your)\.? )?(?:no|nr|number|ref(?:erence)?|file|doc(?:ument)?)\.?(?: no\.?)?\s?:\s*(?=\S*\d)[\w/.-]+"
    r"|no\.?\s*\d{2,4}/\d{1,4}|(?-i:[A-Z]{2,8})\s\d{1,4}\s\((?:19|20)\d\d\)"
)
_PAGE_LINE: Final = re.compile(
    rf"(?:{_VOLUME}|{_FILED}|section\s*:\s*.{{2,60}}|(?:[^\W\d_][\w &/'’-]{{1,40}}[,;:|]\s+)?{_PAGE}|(?:length|word count)\s*:\s*\d[\d,]*(?: words)?)$", re.IGNORECASE
)
_PAGE_AFTER: Final = re.compile(rf"\s*[,;|·•–—-]\s*{_PAGE}$", re.IGNORECASE)
#: Volume and number before the day of an issue: "Vol. 12, No. 118, Wednesday, 18 May 2016".
_VOLUME_FIRST: Final = re.compile(
    r"^(?:(?:vol(?:ume)?|no|nr|issue|number)\.?\s*(?:\d[\d,]*|[IVXLC]+)(?:\s*[,;:|·•–—-]\s*|\s+(?=\(.+\)$))){1,3}(?=\S)", re.IGNORECASE
)
#: What is said of a translation behind who published it: "Notimex (machine translation from Spanish)".
_TRANSLATED: Final = re.compile(r"\s*[(\[][^()\[\]]*\btranslat(?:ed|ion)\b[^()\[\]]*[)\]]$", re.IGNORECASE)
#: Where the day of publication and that of a later change are told apart in one line.
_DAY_SAID: Final = re.compile(
    r"[\s,;|•·/(–—-]*\b(?=(?:last |first |originally )?(?:updated|modified|revised|amended|published|posted|issued)\b)(?<!last )(?<!first )(?<!originally )", re.IGNORECASE
)
_CHANGED: Final = re.compile(r"(?:last )?(?:updated|modified|revised|amended|edited|reviewed)", re.IGNORECASE)
#: Days to come, those that something ends on, and those of a reader's visit are none of the document's.
_ANOTHER_DAY: Final = re.compile(
    r"(?:the )?(?:(?:date|day|place|venue)(?:,? (?:and )?(?:place|time|venue|date))* (?:of|for) (?:the )?)?(?:next|following|previous"
    r"|last) (?:\w+ ){0,2}(?:meeting|session|sitting|round)|(?:dead ?line|due|expir\w+|valid|effective|(?:last )?(?:accessed|retrieved|downloaded))\b",
    re.IGNORECASE,
)
_SEPARATOR: Final = re.compile(r"\s*[|•·]\s*|\s+[–—/-]{1,2}\s+")
_URL_LINE: Final = re.compile(r"(?:(?:url|link|source|available at|original(?: link)?)\s*:\s*)?(https?://\S+)$", re.IGNORECASE)
INSTITUTION: Final = re.compile(
    r"\b(?:Institut\w*|Centre|Center|Council|Foundation|University|Endowment|Society|Association|Programme|Program|Group|Forum|Ministry"
    r"|Department|Think Tank|Network|Observatory|Chatham House|Fund|School|College|Academy|Agency|Organi[sz]ation)\b"
)
#: A publishing house on a line of a title page, with its town or year or without: "Polity Press", "Hurst & Company, London", "Paris: Gallimard, 2004".
_HOUSE: Final = re.compile(
    r"(?:[A-Z][\w. ]{1,30}: )?(?P<house>"
    r"(?:(?!(?:New|Recent|Related|Selected|Our|Other|More|Latest|Review|Free|Foreign) )[A-Z][\w.'’-]* (?:(?:of|de|&|and|[A-Z][\w.'’-]*) ){0,4})"
    r"(?:Press|Presses|Publishers|Publishing(?: (?:House|Group))?|Books|Verlag|(?:& |and )(?:Co(?:mpany|\.)?|Sons))"
    r"|(?:Éditions|Editorial|Edizioni) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?"
    r"|(?:Routledge|Springer|Brill|Palgrave|Macmillan|HarperCollins|Penguin|Random House|Knopf|Bloomsbury|Doubleday"
    r"|Allen Lane|Simon (?:&|and) Schuster|Faber|Hachette|Gallimard|Suhrkamp|Ashgate)"
    r"(?: (?:[A-Z][\w'’-]*|&|and)){0,3})(?:,? (?:Ltd|Inc|LLC|GmbH)\.?)?(?:, [A-Z][\w. ]{1,30}(?: and [A-Z][\w ]{1,20})?)?(?:,? \d{4})?"
)
#: The name of a series or kind of texts, with who publishes it before it or not: "Policy Brief No. 4", "Interview", "MP-IDSA Commentary".
SERIES: Final = re.compile(
    r"(?P<publisher>.{0,60}?)\b(?:(?:policy|issue|strategic|special|research|working|occasional|background|discussion|expert|country"
    r"|situation|crisis|guest|news|defen[cs]e|asia|africa|europe|middle east|daily|morning|evening|weekly|monthly|quarterly|annual|press|media|security|flash"
    r"|economic|intelligence|legal|technical|position|white|field|staff|interim|final|progress|full|latest|live)\s){0,3}(?:commentar(?:y|ies)|briefs?|"
    r"briefings?|papers?|reports?|analys[ie]s|opinions?|op-?eds?|backgrounders?|insights?|notes?|perspectives?|explainers?|comments?"
    r"|viewpoints?|interviews?|features?|editorials?|memos?|alerts?|series|essays?|columns?|blogs?|spotlight|dispatch(?:es)?|q&a|update|monograph"
    r"|news|politics|world|articles?|statements?|press releases?)(?:\s*(?:no\.?|n[°º]\.?|№|nr\.?|number|#|vol\.?)?\s*\d+(?:[/-]\d+)?)?[\W_]*$",
    re.IGNORECASE,
)
#: "Posted on July 21, 2023 by Marta Oliveira", "By Marta Oliveira on 21 July 2023": date and byline in one line.
_DATED_BYLINE: Final = re.compile(
    r"(?:(?:posted|published|written|filed)\s+(?:on\s+|at\s+)?(?P<date>.{6,40}?)[\s,|•·]+by\s+(?P<names>[^\d]{3,120})"
    r"|(?:posted |published |written )?by\s+(?P<names2>[^\d|]{3,120}?)[\s,|•·–—-]+(?:(?:posted|published)?\s*on\s+)?(?P<date2>\S*\d.{4,40}|[A-Z][a-z]+\.? \d.{4,30}))$",
    re.IGNORECASE,
)
#: A day behind a name, with a comma, a colon or nothing between them, and before one.
_DAY_FORMS: Final = (
    rf"(?:\w+day,?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})"
)
_REFERENCE: Final = r"(?:(?:our |your )?(?:ref(?:erence)?|file)\b[ .:]*(?:no\b[ .:]*)?|(?:no|nr)\b[ .:]*(?=\S*[/-]))\S*\d[^\s,]*"
_DAY_LAST: Final = re.compile(rf"(?P<name>.{{2,60}}?)(?P<gap>,\s+(?:on\s+)?|:\s+|\s+for\s+|\s+)(?P<day>{_DAY_FORMS})$", re.IGNORECASE)
#: The number of a letter beside its day: "Ref: MD/12/45      3 March 2024", "3 March 2024   Our ref. 12-45".
_REFERENCED: Final = re.compile(
    rf"(?:{_REFERENCE}(?:,?\s+(?:dated?\s*:?\s*)?)(?P<last>{_DAY_FORMS})|(?P<first>{_DAY_FORMS})[\s,;]+{_REFERENCE})$", re.IGNORECASE
)
#: A desk that wrote a text, its house and its town, before the day: "Prepared by the Asia desk, Northern Research, Oslo, 4 May 2021".
_DESK: Final = re.compile(
    rf"(?:the\s+)?(?P<desk>[^,\d]{{2,60}}?\b(?:desk|unit|team|staff|section|division|office|secretariat|programme|program))(?P<where>(?:,\s+(?-i:[^\W\d_a-z])[^,\d]{{1,60}}){{0,3}}),\s+(?P<day>{_DAY_FORMS})$",
    re.IGNORECASE,
)
_DAY_FIRST: Final = re.compile(rf"(?P<day>{_DAY_FORMS})(?P<gap>,\s+|\s+)(?P<name>\D.{{1,60}})$", re.IGNORECASE)
#: Kinds of documents that stand beside their day; days of what comes or came are none of the document's.
KIND: Final = re.compile(
    r"\b(?:brief(?:ing)?s?|papers?|reports?|notes?|memos?|bulletins?|commentar(?:y|ies)|analys[ie]s|updates?|alerts?|insights?|monitor|review|dispatch|digest|newsletter"
    r"|summary|statements?|communiqu[eé]s?|readout|remarks|speech|transcript|sitrep|fact ?sheet|backgrounder|edition)$",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(r"\b(?:elections?|referendum|votes?|polls?|run-?off|agreement|treaty|accords?|attacks?|battle|massacre|coup|war)$", re.IGNORECASE)
#: "Adopted by the Security Council at its 6498th meeting": who speaks, and where.
_ADOPTED: Final = re.compile(
    r"^(?:unanimously )?(?:adopted|approved|issued|agreed|released) by (?:the )?(?P<body>\w.*?)(?:,? (?:at|during|in) (?:its|the|their)\b.*)?$", re.IGNORECASE
)
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "by", "at", "with", "from", "de", "du", "la", "le", "von", "der", "al", "&"})
#: The words of an office are written large, but for the small ones between them.
_DAY_AND_OFFICE: Final = re.compile(
    r"(?P<day>[^.;:]{6,40}?\d\d)[.,;:]?\s+(?:[–—-]\s+)?(?P<name>[^\W\d_][^\d,;:]{3,50}),\s+(?:(?:(?:of|the|for|to|on|in|at|and|&)\s+)*[^\W\d_a-z][\w'’-]*,?\s*){1,9}$"
)
#: "Regina, Saskatchewan", "St. John's, Newfoundland and Labrador", "Hamburg, Germany".
_TOWN_AND_REGION: Final = re.compile(r"(?:[A-Z][\w.'’-]++ ?){1,3}, (?:[A-Z][\w.'’-]++ ?){1,2}(?:and [A-Z]\w+)?")
#: A month or season, and on whose order a house prints, are no publishers.
_NO_PUBLISHER: Final = re.compile(
    rf"(?:{MONTH}|spring|summer|autumn|fall|winter)\b\.?(?:\W+(?:19|20)\d\d)?\W*$|(?:authority|order|permission|command|arrangement)\b", re.IGNORECASE
)
#: The number of a series, and what fills a line of the contents up to its page.
_SERIES_NUMBER: Final = re.compile(r"(?:\bno\b\.?|\bn[°º]\.?|№|\bnr\b\.?|#|\bvol\b\.?|\bnumber)\s*\d[\d/.–-]*$", re.IGNORECASE)
_LEADERS: Final = re.compile(r"(?:\.\s?){4,}|…\s?…|_{4,}")
#: Kinds of blocks that are no lines of a masthead.
APART: Final = frozenset({BlockKind.TABLE, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of a masthead says; ``until`` is the last day that a report covers."""

    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    updated: bool = False
    until: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None


def read_line(block: DraftBlock, after_title: bool) -> Line | None:
    """What a masthead block says, or ``None`` where it is text."""
    text = _TRANSLATED.sub("", block.text.text.strip().strip("|*_ "))
    if not text or len(text) > 200 or block.kind in APART or _LEADERS.search(text):
        return None
    url = _URL_LINE.match(text)
    if url:
        return Line(url=url.group(1))
    if _ANOTHER_DAY.match(text):
        return None
    gazette = gazette_line(text)
    if gazette is not None:
        return Line(published=gazette.day, publisher=gazette.name)
    report = report_head(text)
    if report is not None:
        return Line(published=report.published, until=report.until, publisher=report.publisher)
    heard = source_heard(text)
    if heard is not None:
        return Line(published=heard.day, publisher=heard.source)
    stamp = stamp_line(text) or (Line() if _PAGE_LINE.match(text) else None) or _days(text) or _history(text)
    if stamp is not None:
        return stamp
    journal = journal_line(text)
    if journal is not None:
        return Line(published=journal.published if journal.published.month is not None else None, publisher=journal.name)
    text = _REFERENCED.sub(lambda said: said["last"] or said["first"], _VOLUME_FIRST.sub("", _PAGE_AFTER.sub("", text)))
    issue = _issue(text)
    if issue is not None:
        return issue
    parts = [part for part in _SEPARATOR.split(_before_change(text)) if part.strip()]
    whole = _part(text, after_title and block.kind is BlockKind.PARAGRAPH)
    if len(parts) < 2:
        dated = None if whole is not None and whole.published else _day_beside(text, after_title)
        return dated or whole or (_leading_date(text) if after_title else None)
    filed = after_title or all(find_outlet(part) or looks_like_news(part) or INSTITUTION.search(part) for part in parts[1:])
    read = [None if _is_kind(part) else _part(part, True) or (_day_beside(part, True) if after_title else None) or (_placed_day(part) if filed else None) for part in parts]
    if not any(line is not None and (line.published or BYLINE.match(part)) for line, part in zip(read, parts, strict=True)):
        return whole
    day = next((place for place, line in enumerate(read) if line is not None and line.published), len(parts))
    unread = [(place, part.strip()) for place, (line, part) in enumerate(zip(read, parts, strict=True)) if line is None and not _is_kind(part)]
    named = [part for place, part in unread if can_publish(part) and not (place > day and _is_place(part)) and not _SERIES_NUMBER.search(part)]
    if any(line is None and _is_told(part) for line, part in zip(read, parts, strict=True)):
        return None
    found = [line for line in read if line is not None]
    return Line(
        authors=tuple(name for line in found for name in line.authors),
        published=next((line.published for line in found if line.published), None),
        updated=all(line.updated for line in found if line.published),
        publisher=next((line.publisher for line in found if line.publisher), next(iter(named), None)),
    )


def _before_change(text: str) -> str:
    """A line with a bar before the day of its last change, where it ends in that: "Compiled by the Delta Monitor, last revised 2 May 2022"."""
    if BYLINE.match(text) is None:
        return text
    match = next((one for one in _DAY_SAID.finditer(text) if one.end() and parse_date_line(text[one.end() :].strip(" ().")) is not None), None)
    return f"{text[: match.start()]} | {text[match.end() :].strip(' ().')}" if match is not None and match.start() else text


def stamp_line(text: str) -> Line | None:
    """What is stamped on a press release: "FOR IMMEDIATE RELEASE", "PRESS RELEASE No. 114/2016", "Embargoed until 10:00 GMT, 18 May 2016", with its day if it has one.

    Example:
        >>> stamp_line("FOR IMMEDIATE RELEASE").published, stamp_line("Press release: Oslo recalls its envoy")
        (None, None)
    """
    match = _STAMPED.match(text.strip())
    if match is None:
        return None
    rest = match["rest"].strip(" .:,;()*_–—-")
    day = parse_date_line(rest) if rest else None
    if rest and day is None and not (_EMBARGO.search(text) and len(rest.split()) <= _PART_WORDS and not SENTENCE_END.search(text)):
        return None
    return Line(published=day)


def is_lone_line(text: str) -> bool:
    """Whether a line is a day, a place and a day, a stamp or a page, and nothing else.

    Example:
        >>> is_lone_line("Oslo, 18 May 2016"), is_lone_line("Page A4"), is_lone_line("Oslo recalls its envoy")
        (True, True, False)
    """
    bare = text.strip().strip("|*_ ")
    if not bare or len(bare) > _LONGEST_LINE or _ANOTHER_DAY.match(bare):
        return False
    if stamp_line(bare) is not None or is_nameless(bare) or source_heard(bare) is not None or _PAGE_LINE.match(bare) or _days(bare) is not None:
        return True
    bare = _VOLUME_FIRST.sub("", _PAGE_AFTER.sub("", bare))
    day = parse_date_line(bare)
    return (day is not None and day.month is not None) or is_masthead_line(bare) or _day_beside(bare, True) is not None


#: "Held in Tashkent on 6 October 2009, 10:00-12:30": where and when a meeting was.
_HELD: Final = re.compile(
    rf"\W*(?:\w.{{0,80}}\b)?(?:held|convened|taking place)\b.{{0,80}}?\b(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? (?:19|20)\d\d|{MONTH} \d{{1,2}},? (?:19|20)\d\d)", re.IGNORECASE
)
_HELD_WORDS: Final = 16


def names_meeting_day(text: str) -> bool:
    """Whether a line says where and when a meeting was held, and no more."""
    return _HELD.match(text) is not None and len(text.split()) <= _HELD_WORDS and SENTENCE_END.search(text) is None


def day_told(text: str) -> PartialDate | None:
    """The day of publication where a line tells it apart from that of a later change; ``None`` for any other line."""
    line = _days(text)
    return line.published if line is not None else None


def _days(text: str) -> Line | None:
    """The day of publication where that of a later change stands in the same line: "Posted: 3 May 2016; last updated: 5 May 2016"."""
    parts = [part.strip(" ()") for part in _DAY_SAID.split(text) if part.strip(" ()")]
    days = [(day, _CHANGED.match(part) is not None) for part in parts if (day := parse_date_line(part)) is not None]
    if len(parts) < 2 or len(days) < len(parts):
        return None
    day, changed = min(days, key=lambda one: one[1])
    return Line(published=day, updated=changed)


def _history(text: str) -> Line | None:
    """The days on which a journal received, accepted and published an article."""
    days = history_days(text)
    if days is None:
        return None
    day, published = nearest_day(days)
    return Line(published=day, updated=not published)


def _is_told(part: str) -> bool:
    """Whether a part of a line is a sentence: "5 June 2017 - **Bahrain cut its ties with Qatar.**"."""
    return len(part.split()) >= _TOLD_WORDS and SENTENCE_END.search(part) is not None


def _part(text: str, bare_names: bool) -> Line | None:
    found = parse_date_line(text)
    if found is not None:
        return Line(published=found, updated=_CHANGED.match(text) is not None)
    stamp = stamp_line(text) or (Line() if is_nameless(text) else None)
    if stamp is not None:
        return stamp
    dated = _dated_byline(text)
    if dated is not None:
        return dated
    byline = BYLINE.match(text)
    if byline:
        rest, _, employer = re.sub(r"\s+(?:in|for)\s+(?=[A-Zt])", "\n", signed(text[byline.end() :]), count=1).partition("\n")
        names = people(rest)
        outlet = next((part.strip() for part in re.split(r",\s*", f"{rest}, {employer}") if find_outlet(part.strip())), None)
        nobodys = not names and (looks_like_news(rest) or _is_bodys_name(rest))
        outlet = outlet or (_capital(employer) if looks_like_news(employer) else None) or (_capital(rest) if nobodys else None)
        return Line(authors=names, publisher=outlet) if names or outlet else None
    labelled = _LABELLED.match(text)
    if labelled and _SOURCE_LABEL.match(text) and can_publish(labelled.group(1)):
        return Line(publisher=_told_publisher(labelled.group(1), placed=re.match(r"published in\s", text, re.IGNORECASE) is not None))
    if find_outlet(text) is not None and len(text.split()) <= 6:
        return Line(publisher=text)
    house = _HOUSE.fullmatch(text) if bare_names else None
    if house is not None:
        return Line(publisher=house["house"])
    if bare_names:
        names = people(text)
        affiliated = "," in text and not all(is_name(part) for part in re.split(r",\s*|\s+and\s+", text))
        if names and (not affiliated or INSTITUTION.search(text) or re.search(r"\b(?:Fellow|Professor|Analyst|Director|Editor)\b", text)):
            return Line(authors=names)
    return None


def _told_publisher(said: str, *, placed: bool) -> str | None:
    """Who publishes, by what stands behind "Publisher:" or "Published by": no month, no order of a house, nothing behind a comma that is no part of a name.

    Args:
        said: the words behind the label.
        placed: they stand behind "in", where a town may stand alone or before "by".
    """
    name = re.sub(r",\s+(?!(?:of|and)\b)[a-z].*$", "", said.strip())
    name = re.sub(r"^[^\W\d_a-z]\w+ by (?:the )?(?=[^\W\d_a-z])", "", name) if placed else name
    town = placed and " " not in name and find_outlet(name) is None
    return None if town or _NO_PUBLISHER.match(name) else name


def _is_bodys_name(text: str) -> bool:
    """Whether what stands behind "compiled by" is an institution, with its words written large: "the Institute of River Law"."""
    return INSTITUTION.search(text) is not None and can_publish(_capital(text) or "") and _is_name_like(re.sub(r"^the\s+", "", text))


def _dated_byline(text: str) -> Line | None:
    match = _DATED_BYLINE.match(text)
    if match is None:
        return None
    published = parse_date_line(match.group("date") or match.group("date2"))
    names = people(match.group("names") or match.group("names2"))
    return Line(authors=names, published=published) if published is not None and names else None


def _capital(name: str) -> str | None:
    return re.sub(r"^the\s+", "", name.strip()) or None


def _desk_line(text: str) -> Line | None:
    """The desk that prepared a text, with its day; of what stands between desk and town the first is the house."""
    byline = BYLINE.match(text)
    match = _DESK.fullmatch(text[byline.end() :]) if byline is not None else None
    found = parse_date(match["day"]) if match is not None else None
    if match is None or found is None:
        return None
    where = [part.strip() for part in match["where"].split(",") if part.strip()]
    named = len(where) > 1 or any(find_outlet(part) or INSTITUTION.search(part) for part in where)
    return Line(published=found, publisher=where[0] if named and can_publish(where[0]) else None)


def _day_beside(text: str, after_title: bool) -> Line | None:
    """A place, people, a publisher or a kind of document beside a day: "Brookings Institution, March 4, 2024", "Weekly Briefing 4 March 2024".

    Without a comma it takes a byline, a known name or a kind before the title, and below it all that is written like a name.
    """
    desk = _desk_line(text)
    if desk is not None:
        return desk
    plain = without_hour(text)
    match = _DAY_LAST.match(plain) or (_DAY_FIRST.match(plain) if after_title else None)
    found = parse_date(match["day"]) if match else None
    if match is None or found is None or not can_publish(match["name"]):
        return None
    name = _ADOPTED.sub(lambda said: said["body"], match["name"].strip())
    paper = BYLINE.match(name) is None and _is_paper(name)
    name = name.partition(",")[0] if paper and "," in name and _is_paper(name.partition(",")[0]) else name
    kind = KIND.search(name) is not None
    if plain != text and not (_is_name_like(match["name"]) and (after_title or paper)):
        return None
    town = BYLINE.match(name) is None and is_country(name.rpartition(",")[2].strip())
    names = () if paper or town else people(re.sub(BYLINE, "", name))
    known = name != match["name"].strip() or find_outlet(name) is not None or INSTITUTION.search(name) is not None or paper
    if match.re is _DAY_FIRST or not match["gap"].startswith(","):
        apart = not match["gap"].strip(", ")
        if not kind and not (apart and _is_name_like(name) and (after_title or known or (names and BYLINE.match(name)))):
            return None
    return Line(authors=names, published=found, publisher=name if known and not names and not kind else None)


def _placed_day(text: str) -> Line | None:
    """A known town or state before a day, with its hour or without: "Quito, Ecuador, 3 May 2016, 09:14 GMT"."""
    for comma in re.finditer(",", text):
        day = parse_date_line(text[comma.end() :])
        place = text[: comma.start()].partition(",")[0].strip()
        if day is not None and day.day is not None and (is_town(place.title() if place.isupper() else place) or is_country(place)):
            return Line(published=day)
    return None


def _is_paper(name: str) -> bool:
    """Whether a name is that of a paper, in capitals or not, with its town or edition behind a comma or without."""
    plain = name.title() if name.isupper() else name
    return looks_like_news(plain) or find_outlet(plain.partition(",")[0]) is not None


def _is_name_like(text: str) -> bool:
    """Whether words are those of a name: written large but for the small ones between them, and no event."""
    words = re.findall(r"[^\s,;/()]+", text)
    large = all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    return large and len(words) <= _PART_WORDS and words[-1].lower() not in _SMALL and _EVENT.search(text) is None


def _leading_date(text: str) -> Line | None:
    """A day, and who speaks in what office: "Tuesday, May 14, 2024. Ann Lee, Department Spokesperson"."""
    match = _DAY_AND_OFFICE.match(text)
    found = parse_date_line(match["day"]) if match else None
    if match is None or found is None or found.day is None or not is_name(match["name"].title() if match["name"].isupper() else match["name"]):
        return None
    return Line(published=found)


def is_masthead_line(text: str) -> bool:
    """Whether a line is what stands under a title, with its day: "Ann Lee · Institute · 1 May 2022", "By Ann Lee, 1 May 2022".

    Example:
        >>> is_masthead_line("Ann Lee | Baltic Office | 1 May 2022"), is_masthead_line("Serbia, 1 May 2022")
        (True, False)
    """
    bare = text.strip().strip("|*_ ")
    if len(bare) > _LONGEST_LINE or not _YEAR_IN.search(bare):
        return False
    if _dated_byline(bare) is not None:
        return True
    parts = [part.strip() for part in _SEPARATOR.split(bare) if part.strip()]
    days = [part for part in parts if (day := parse_date_line(part)) is not None and day.month is not None]
    rest = [part for part in parts if part not in days]
    if len(parts) > 1 and days and rest:
        return all(people(part) or (can_publish(part) and len(part.split()) <= _PART_WORDS) for part in rest) and len(parts) <= _PARTS
    found = _day_beside(bare, True)
    return found is not None and bool(found.authors)


def is_byline(text: str) -> bool:
    """Whether a line names who wrote a text, behind the word that says so, and no more.

    Example:
        >>> is_byline("By Ann Lee in Oslo"), is_byline("By Tuesday the army had left Oslo"), is_byline("by Ann Lee.")
        (True, False, False)
    """
    bare = text.strip().strip("|*_ ")
    if not bare[:1].isupper() or BYLINE.match(bare) is None or len(bare.split()) > _BYLINE_WORDS or SENTENCE_END.search(bare):
        return False
    line = _part(bare, False)
    return line is not None and bool(line.authors or line.publisher)


def is_issue_line(text: str) -> bool:
    """Whether a line names the number of an issue and its date, and no more: "Policy Brief No. 7, May 2021"."""
    return _issue(text.strip()) is not None


def _issue(text: str) -> Line | None:
    """What the line of an issue says: who publishes it, and when. "Briefing 4 May 2022" has a day, "Issue 4 May 2022" and "Briefing 4, May 2022" a number."""
    match = _ISSUE.match(text)
    if match is None:
        return None
    whole = None if match["counted"] or match["gap"].strip() or _NUMBERED.search(text[: match.start("number")]) else parse_date(f"{match['number']} {match['date']}")
    found = whole or parse_date(match["date"])
    if found is None or found.month is None:
        return None
    last = last_day(match["date"])
    publisher = (match["publisher"] or "").strip(" ,–—-|") or (_before_series(text[: match.start("number")]) if match["counted"] else None)
    publisher = publisher if publisher and can_publish(publisher) else None
    return Line(published=found, publisher=publisher) if last is None else Line(until=last, publisher=publisher)


def _before_series(name: str) -> str | None:
    """Who publishes a series, by what stands before its name: "RUSI" of "RUSI Policy Paper No. "; a region or a subject publishes nothing."""
    match = SERIES.match(re.sub(r"\s*(?:no\.?|n[°º]\.?|№|nr\.?|number|#|vol\.?)?\s*$", "", name, flags=re.IGNORECASE))
    before = match["publisher"].strip(" -–|:,") if match is not None else ""
    return before if before and can_name_publisher(before, capitals=not name.isupper()) else None


def can_name_publisher(name: str, *, capitals: bool = True) -> bool:
    """Whether words before the name of a series can be who publishes it; ``capitals`` where they mean something. A country is what it is about, and a bare
    "Department" or "Council" could be anybody's."""
    if INSTITUTION.fullmatch(name.strip()) and " " not in name.strip() and not name.isupper():
        return False
    if is_country(re.split(r"\s*[:|–—-]\s+|\s+[:|–—-]", name, maxsplit=1)[0]):
        return False
    lettered = capitals and (name.isupper() or re.search(r"[A-Z]{2}", name) is not None)
    return lettered or INSTITUTION.search(name) is not None or find_outlet(name) is not None


def _is_kind(part: str) -> bool:
    """Whether a part of a line is the bare kind of the text ("Interview", "Flash Note"), which is nobody's name."""
    match = SERIES.match(part.strip())
    return match is not None and not match["publisher"].strip()


def _is_place(text: str) -> bool:
    """Whether words behind a day are where a report was written: "Feb 8th 2024 | **ISTANBUL AND ANKARA**", "May 4, 2031 – **Regina, Saskatchewan**"."""
    named = find_outlet(text) is not None or looks_like_news(text) or INSTITUTION.search(text) is not None
    if _TOWN_AND_REGION.fullmatch(text.strip()) is not None and not named:
        return True
    return text.isupper() and re.fullmatch(r"[^\W\d_][^\d()&]+", text.strip()) is not None and find_outlet(text) is None and not INSTITUTION.search(text.title())


def can_publish(text: str) -> bool:
    """Whether words can name a publisher: ten at most, capitalised, no sentence and no day."""
    text = text.strip()
    return len(text.split()) <= 10 and text[:1].isupper() and not text.endswith((".", "?", "!")) and parse_date(text) is None
