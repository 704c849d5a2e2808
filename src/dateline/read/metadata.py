"""Title, authors, date and publisher from front matter, masthead and imprint.

The masthead is what stands before the first paragraph of running text. Its lines are recognised by form (a byline, a date, "NAME |
date") and do not count as text of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.read.boilerplate import heads_box
from dateline.read.dates import PartialDate, is_entry, parse_date, parse_date_line
from dateline.read.draft import DraftBlock, Metadata
from dateline.read.entrydays import days_of_entries, told_entries
from dateline.read.names import is_name, people, without_honorific
from dateline.read.outlets import find_outlet, looks_like_news
from dateline.read.wire import dateline_day
from dateline.turns import opens_turn
from dateline.types import BlockKind

#: A paragraph this long, or this long and ended like a sentence, is running text; mastheads and headlines are shorter.
_BODY_WORDS: Final = 30
_BODY_SENTENCE_WORDS: Final = 12
_MASTHEAD_BLOCKS: Final = 15
_LONGEST_LINE: Final = 140
_YEAR_IN: Final = re.compile(r"\b(?:19|20)\d\d\b")
#: Name, post, institute, place and day are the most that one line gives; each has so many words at most.
_PARTS: Final = 5
_PART_WORDS: Final = 8
_TITLE_WORDS: Final = 30
#: A sentence has so many words at least, and ends in a stop that is no part of an abbreviation.
_TOLD_WORDS: Final = 4
_SENTENCE_END: Final = re.compile(r"\w{3}[.!?][\"”’')\]]*$")
_KICKER_WORDS: Final = 8

_SERIES: Final = re.compile(
    r"(?P<publisher>.{0,60}?)\b(?:(?:policy|issue|strategic|special|research|working|occasional|background|discussion|expert|country"
    r"|situation|crisis|guest|news|defen[cs]e|asia|africa|europe|middle east|monthly|weekly|annual)\s)?(?:commentar(?:y|ies)|briefs?|"
    r"briefings?|papers?|reports?|analys[ie]s|opinions?|op-?eds?|backgrounders?|insights?|notes?|perspectives?|explainers?|comments?"
    r"|viewpoints?|features?|editorials?|memos?|alerts?|series|essays?|columns?|blogs?|spotlight|dispatch(?:es)?|q&a|update|monograph"
    r"|news|politics|world|articles?|statements?|press releases?)(?:\s*(?:no\.?|number|#|vol\.?)?\s*\d+(?:[/-]\d+)?)?[\W_]*$",
    re.IGNORECASE,
)
#: The line of an issue: publisher, series, number, date ("Centre for X, Working Paper No. 12, March 2020"; "Briefing 3 (May 2021)").
_ISSUE: Final = re.compile(
    r"(?P<publisher>[A-Z][^.!?]{1,70}?(?:,\s+|\s+[–—|-]\s+))?(?:[A-Z][\w&'’-]*\s+){0,4}(?:commentary|briefs?|briefings?|papers?|reports?|notes?|memos?|monographs?|bulletins?|issues?|analysis|updates?|insights?|series|review)"
    r"\s*(?:(?:no\.?|number|nr\.?|#|vol\.?)\s*)?\d[\d/.-]{0,6}(?:,?\s*(?:no\.?|issue)\s*\d+)?\s*[,|•·:(–—-]*\s*(?P<date>[^()|]{6,30}?)\)?$",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"(?:by|written by|authors?\s*:|reported by|story by|text by|words by|author:\s*by)\s*:?\s+(?=\S)", re.IGNORECASE
)
_LABELLED: Final = re.compile(r"(?:source|publisher|published (?:by|in)|publication|outlet)\s*:?\s+(?:the\s+)?(?=[A-Z])(.{2,80})$", re.IGNORECASE)
_SOURCE_LABEL: Final = re.compile(r"(?:source|publisher|publication|outlet)\s*:|published (?:by|in)\s", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"\s*[|•·]\s*|\s+[–—/-]{1,2}\s+")
_URL_LINE: Final = re.compile(r"(?:(?:url|link|source|available at|original(?: link)?)\s*:\s*)?(https?://\S+)$", re.IGNORECASE)
_INSTITUTION: Final = re.compile(
    r"\b(?:Institut\w*|Centre|Center|Council|Foundation|University|Endowment|Society|Association|Programme|Program|Group|Forum|Ministry"
    r"|Department|Think Tank|Network|Observatory|Chatham House|Fund|School|College|Academy|Agency|Organi[sz]ation)\b"
)
_COPYRIGHT: Final = re.compile(
    r"(?:(?:©|\(c\)|copyright)\s*){1,2}(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?,?\s*(?:by\s+)?(?P<name>[A-Z][^©.|\n]{2,100}?)\s*"
    r"(?:\((?P<short>[A-Z][\w-]{1,14})\))?,?\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?\s*(?:[.|]|,?\s+all rights|$)",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:first |originally )?(?:published|posted|released|issued)(?: online)?(?: on)?\s*:?\s+(?:on\s+)?"
    r"((?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\.?,?\s+\d{4}|[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d))",
    re.IGNORECASE,
)
#: "Posted on July 21, 2023 by Marta Oliveira", "By Marta Oliveira on 21 July 2023": date and byline in one line.
_DATED_BYLINE: Final = re.compile(
    r"(?:(?:posted|published|written|filed)\s+(?:on\s+|at\s+)?(?P<date>.{6,40}?)[\s,|•·]+by\s+(?P<names>[^\d]{3,120})"
    r"|(?:posted |published |written )?by\s+(?P<names2>[^\d|]{3,120}?)[\s,|•·–—-]+(?:(?:posted|published)?\s*on\s+)?(?P<date2>\S*\d.{4,40}|[A-Z][a-z]+\.? \d.{4,30}))$",
    re.IGNORECASE,
)
_SECTION: Final = re.compile(
    r"(?:introduction|background|(?:executive )?summary|abstract|overview|contents|highlights|key (?:takeaways|findings|points|messages|events))",
    re.IGNORECASE,
)
#: A line that names the document and its day.
_ENDS_IN_DAY: Final = re.compile(
    r"(?P<name>[^\W_].{4,140}?)(?:,|:|\s+[–—-]{1,2}|\s+\|)\s+(?:on\s+)?(?P<day>(?:[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4})|(?:\d{1,2}\s+[A-Z][a-z]+\.?,?\s+\d{4})|\d{4}-\d\d-\d\d)$"
)
_NAMED_WORDS: Final = 3
#: The words of an office are written large, but for the small ones between them.
_DAY_AND_OFFICE: Final = re.compile(
    r"(?P<day>[^.;:]{6,40}?\d\d)[.,;:]?\s+(?:[–—-]\s+)?(?P<name>[^\W\d_][^\d,;:]{3,50}),\s+(?:(?:(?:of|the|for|to|on|in|at|and|&)\s+)*[^\W\d_a-z][\w'’-]*,?\s*){1,9}$"
)
#: Kinds of documents that come out again and again, so that their names end in a day.
_DOCUMENT: Final = re.compile(
    r"\b(?:assessment|report|summary|update|brief(?:ing)?|bulletin|statement|minutes|communiqu[eé]|review|chronology|timeline|digest|overview"
    r"|declaration|remarks|speech|transcript|readout|round-?up|monitor|tracker|conference)\b",
    re.IGNORECASE,
)
#: Kinds of blocks that are no lines of a masthead.
_APART: Final = frozenset({BlockKind.TABLE, BlockKind.CAPTION})
_BIO_NAME: Final = re.compile(r"((?:[A-Z][\w.'’-]+ ){1,5}?)(?:\([^)]*\) )?(?:is|was|works|serves|has been)\b")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The metadata of a document and its blocks, with the title first and masthead lines marked as boilerplate."""

    metadata: Metadata
    blocks: tuple[DraftBlock, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """What one line of a masthead says."""

    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    updated: bool = False
    publisher: str | None = None
    url: str | None = None


def read_masthead(blocks: Sequence[DraftBlock], front: Metadata) -> Masthead:
    """Find title, authors, date and publisher.

    Args:
        blocks: the blocks of a draft, headings recognised.
        front: what front matter says; it wins.
    """
    head = _masthead_length(blocks)
    title = _title_index(blocks, head, front)
    entries = days_of_entries(blocks) | told_entries(blocks)
    said: list[_Line] = []
    kept: list[DraftBlock] = []
    titled: DraftBlock | None = None
    for index, block in enumerate(blocks):
        if index == title:
            titled = replace(block, kind=BlockKind.TITLE, level=0)
            said += _date_of_title(block)
            continue
        told = index in entries and is_entry(block.text.text)
        line = _read_line(block, title is not None and index > title) if index < head and not told else None
        if line is not None:
            said += [line] if index not in entries else []
            block = replace(block, kind=BlockKind.BOILERPLATE)
        elif title is not None and index < title and (_is_label(blocks, index) or _is_kicker(block)):
            block = replace(block, kind=BlockKind.BOILERPLATE)
        kept.append(block)
    if titled is None and front.title_text is not None:
        titled = DraftBlock(BlockKind.TITLE, front.title_text)
    metadata = _merged(front, titled, said, [block for index, block in enumerate(blocks) if index not in entries])
    return Masthead(metadata, (*((titled,) if titled else ()), *kept))


def _is_kicker(block: DraftBlock) -> bool:
    """Whether a line above the title is a running head, a menu or the name of a series: few words, no sentence."""
    text = block.text.text
    return block.kind is BlockKind.PARAGRAPH and len(text.split()) <= _KICKER_WORDS and re.search(r"[.!?][\"”’')\]]*$", text) is None


def _masthead_length(blocks: Sequence[DraftBlock]) -> int:
    for index, block in enumerate(blocks[:_MASTHEAD_BLOCKS]):
        if block.kind is BlockKind.PARAGRAPH and opens_turn(block.text.text):
            return index
        words = len(block.text.text.split())
        ended = re.search(r"[.!?][\"”’')\]]*$", block.text.text) is not None
        running = block.kind is BlockKind.PARAGRAPH and not block.bold and (words >= _BODY_WORDS or (ended and words >= _BODY_SENTENCE_WORDS))
        if running and not _is_standfirst(blocks, index):
            return index
    return min(len(blocks), _MASTHEAD_BLOCKS)


def _is_standfirst(blocks: Sequence[DraftBlock], index: int) -> bool:
    """Whether a short paragraph below the title sums up the text: the line of its author or its day stands right behind it.

    A bare day that is one of several heads an entry of a chronology; what opens with its day is one.
    """
    if not 0 < index < _STANDFIRST_BLOCKS or is_entry(blocks[index].text.text) or len(blocks[index].text.text.split()) > _STANDFIRST_WORDS:
        return False
    behind = [one for one in blocks[index + 1 : index + 3] if one.kind is BlockKind.PARAGRAPH]
    said = [(one, line) for one in behind if (line := _read_line(one, True)) is not None]
    bare = sum(parse_date_line(one.text.text) is not None for one in blocks if one.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and len(one.text) < _SHORT)
    return any(_BYLINE.match(one.text.text) or (line.published is not None and (bare < 2 or parse_date_line(one.text.text) is None)) for one, line in said)


#: A standfirst has so many words at most, and stands among the first blocks.
_STANDFIRST_WORDS: Final = 60
_STANDFIRST_BLOCKS: Final = 5
#: Longest line (code points) that is no more than a day.
_SHORT: Final = 60


def _title_index(blocks: Sequence[DraftBlock], head: int, front: Metadata) -> int | None:
    if front.title is not None:
        wanted = _plain(front.title)
        return next((i for i, block in enumerate(blocks[: head + 1]) if _plain(block.text.text) == wanted), None)
    headings = [i for i in range(head) if blocks[i].kind is BlockKind.HEADING and not _is_label(blocks, i)]
    lines = [i for i in range(head) if blocks[i].kind is BlockKind.PARAGRAPH and _can_be_title(blocks, i)]
    plain = [i for i in lines if _read_line(blocks[i], False) is None and not _is_label(blocks, i)]
    if headings:
        best = min(headings, key=lambda i: (blocks[i].level, i))
        later = any(block.kind is BlockKind.HEADING and block.level == blocks[best].level for block in blocks[best + 1 :])
        if later and headings[0] == 0 < best:
            return headings[0]
        if blocks[best].level > 1 and later and lines and lines[0] < best and lines[0] == 0:
            return lines[0]
        return best
    sections = any(block.kind is BlockKind.HEADING for block in blocks[head:])
    best = next(iter(lines if sections else plain or lines), len(blocks))
    return best if best + 1 < len(blocks) else None


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _is_label(blocks: Sequence[DraftBlock], index: int) -> bool:
    """A heading that names the series, the publisher or a date, where another heading or line can be the title."""
    text = blocks[index].text.text
    if _is_line(blocks[index]) or _SECTION.fullmatch(text) or heads_box(text):
        return True
    if len(text.split()) > 7:
        return False
    named = (_SERIES.match(text) is not None and len(text.split()) <= 6) or find_outlet(text) is not None
    titles = {BlockKind.HEADING} if blocks[index].kind is BlockKind.HEADING else {BlockKind.HEADING, BlockKind.PARAGRAPH}
    return named and any(block.kind in titles for block in blocks[index + 1 : index + 6])


def _can_be_title(blocks: Sequence[DraftBlock], index: int) -> bool:
    block = blocks[index]
    text = block.text.text
    words = len(text.split())
    if block.item or block.lines > 2 or not 1 < words <= _TITLE_WORDS or re.search(r"(?<!\b[A-Z])[.;:,][\"”’')\]]*$", text):
        return False
    if _is_line(block) or not re.match(r"[\"“‘'(¿]?[^\W_]", text) or text[0].islower():
        return False
    return not (_SERIES.match(text) and words <= 4) and not re.match(r"[A-Z][A-Z .,'-]+(?:\([A-Za-z/ ]+\))?\s*[—–-]{1,2}\s", text)


def _is_line(block: DraftBlock) -> bool:
    """Whether a block says only what a masthead says; a title that ends in the day of the document says more."""
    return _read_line(block, False) is not None and _dated_title(block) is None


def _dated_title(block: DraftBlock) -> PartialDate | None:
    """The day at the end of what names the document ("Russian Offensive Campaign Assessment, October 24, 2024"); ``None`` where the words before
    it are people, a place or a publisher."""
    match = _ENDS_IN_DAY.match(block.text.text.strip())
    found = parse_date(match["day"]) if match else None
    if match is None or found is None or block.kind in _APART:
        return None
    name = match["name"]
    if len(name.split()) < _NAMED_WORDS or "/" in name or find_outlet(name) is not None or _BYLINE.match(name) or people(name):
        return None
    if _DOCUMENT.search(name):
        return found
    return None if "," in name or _INSTITUTION.search(name) or not re.search(r"\s[a-z]", name) else found


def _date_of_title(block: DraftBlock) -> list[_Line]:
    found = _dated_title(block)
    return [_Line(published=found)] if found is not None else []


def _read_line(block: DraftBlock, after_title: bool) -> _Line | None:
    """What a masthead block says, or ``None`` where it is text."""
    text = block.text.text.strip().strip("|*_ ")
    if not text or len(text) > 200 or block.kind in _APART:
        return None
    url = _URL_LINE.match(text)
    if url:
        return _Line(url=url.group(1))
    issue = _issue(text)
    if issue is not None:
        return issue
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    whole = _part(text, after_title and block.kind is BlockKind.PARAGRAPH)
    if len(parts) < 2:
        return whole or _trailing_date(text) or (_leading_date(text) if after_title else None)
    read = [_part(part, True) for part in parts]
    if not any(line is not None and (line.published or _BYLINE.match(part)) for line, part in zip(read, parts, strict=True)):
        return whole
    day = next((place for place, line in enumerate(read) if line is not None and line.published), len(parts))
    named = [part.strip() for place, (line, part) in enumerate(zip(read, parts, strict=True)) if line is None and _can_publish(part) and not (place > day and _is_place(part))]
    if any(line is None and _is_told(part) for line, part in zip(read, parts, strict=True)):
        return None
    found = [line for line in read if line is not None]
    return _Line(
        authors=tuple(name for line in found for name in line.authors),
        published=next((line.published for line in found if line.published), None),
        updated=all(line.updated for line in found if line.published),
        publisher=next((line.publisher for line in found if line.publisher), next(iter(named), None)),
    )


def _is_told(part: str) -> bool:
    """Whether a part of a line is a sentence: "5 June 2017 - **Bahrain cut its ties with Qatar.**"."""
    return len(part.split()) >= _TOLD_WORDS and _SENTENCE_END.search(part) is not None


def _part(text: str, bare_names: bool) -> _Line | None:
    found = parse_date_line(text)
    if found is not None:
        return _Line(published=found, updated=re.match(r"(?:last )?updated", text, re.IGNORECASE) is not None)
    dated = _dated_byline(text)
    if dated is not None:
        return dated
    byline = _BYLINE.match(text)
    if byline:
        rest, _, employer = re.sub(r"\s+(?:in|for)\s+(?=[A-Zt])", "\n", text[byline.end() :], count=1).partition("\n")
        names = people(rest)
        outlet = next((part.strip() for part in re.split(r",\s*", f"{rest}, {employer}") if find_outlet(part.strip())), None)
        outlet = outlet or (_capital(employer) if looks_like_news(employer) else None)
        return _Line(authors=names, publisher=outlet) if names or outlet else None
    labelled = _LABELLED.match(text)
    if labelled and _SOURCE_LABEL.match(text) and _can_publish(labelled.group(1)):
        return _Line(publisher=labelled.group(1).strip())
    if find_outlet(text) is not None and len(text.split()) <= 6:
        return _Line(publisher=text)
    if bare_names:
        names = people(text)
        affiliated = "," in text and not all(is_name(part) for part in re.split(r",\s*|\s+and\s+", text))
        if names and (not affiliated or _INSTITUTION.search(text) or re.search(r"\b(?:Fellow|Professor|Analyst|Director|Editor)\b", text)):
            return _Line(authors=names)
    return None


def _dated_byline(text: str) -> _Line | None:
    match = _DATED_BYLINE.match(text)
    if match is None:
        return None
    published = parse_date_line(match.group("date") or match.group("date2"))
    names = people(match.group("names") or match.group("names2"))
    return _Line(authors=names, published=published) if published is not None and names else None


def _capital(name: str) -> str | None:
    return re.sub(r"^the\s+", "", name.strip()) or None


def _trailing_date(text: str) -> _Line | None:
    """A place or publisher and a date, comma apart: "Brookings Institution, March 4, 2024"."""
    match = re.match(r"(.{2,60}?),\s+((?:\w+\.?\s+\d{1,2},\s+\d{4})|(?:\d{1,2}\s+\w+\s+\d{4}))$", text)
    found = parse_date(match.group(2)) if match else None
    if match is None or found is None or not _can_publish(match.group(1)):
        return None
    names = people(re.sub(_BYLINE, "", match.group(1)))
    known = find_outlet(match.group(1)) is not None or _INSTITUTION.search(match.group(1)) or looks_like_news(match.group(1))
    return _Line(authors=names, published=found, publisher=match.group(1) if known and not names else None)


def _leading_date(text: str) -> _Line | None:
    """A day, and who speaks in what office: "Tuesday, May 14, 2024. Ann Lee, Department Spokesperson"."""
    match = _DAY_AND_OFFICE.match(text)
    found = parse_date_line(match["day"]) if match else None
    if match is None or found is None or found.day is None or not is_name(match["name"].title() if match["name"].isupper() else match["name"]):
        return None
    return _Line(published=found)


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
        return all(people(part) or (_can_publish(part) and len(part.split()) <= _PART_WORDS) for part in rest) and len(parts) <= _PARTS
    found = _trailing_date(bare)
    return found is not None and bool(found.authors)


def is_issue_line(text: str) -> bool:
    """Whether a line names the number of an issue and its date, and no more: "Policy Brief No. 7, May 2021"."""
    return _issue(text.strip()) is not None


def _issue(text: str) -> _Line | None:
    """What the line of an issue says: who publishes it, and when."""
    match = _ISSUE.match(text)
    found = parse_date(match["date"]) if match else None
    if match is None or found is None or found.month is None:
        return None
    publisher = (match["publisher"] or "").strip(" ,–—-|") or None
    return _Line(published=found, publisher=publisher if publisher and _can_publish(publisher) else None)


def _is_place(text: str) -> bool:
    """Whether words behind a day are where a report was written: "Feb 8th 2024 | **ISTANBUL AND ANKARA**"."""
    return text.isupper() and re.fullmatch(r"[^\W\d_][^\d()&]+", text.strip()) is not None and find_outlet(text) is None and not _INSTITUTION.search(text.title())


def _can_publish(text: str) -> bool:
    text = text.strip()
    return len(text.split()) <= 10 and text[:1].isupper() and not text.endswith((".", "?", "!")) and parse_date(text) is None


def _merged(front: Metadata, title: DraftBlock | None, said: Sequence[_Line], blocks: Sequence[DraftBlock]) -> Metadata:
    authors = front.authors or next((line.authors for line in said if line.authors), ()) or _bio_authors(blocks)
    return replace(
        front,
        title=title.text.text if title else front.title,
        authors=tuple(without_honorific(name) for name in authors),
        published=front.published or _publication_day(said, blocks),
        month=front.month or next((line.published.month_end() for line in said if line.published and line.published.month_end()), None),
        publisher=front.publisher or _publisher(said, blocks),
        url=front.url or next((line.url for line in said if line.url), None),
    )


def _publication_day(said: Sequence[_Line], blocks: Sequence[DraftBlock]) -> date | None:
    dated = sorted((line for line in said if line.published and line.published.to_date()), key=lambda line: line.updated)
    if dated and dated[0].published:
        return dated[0].published.to_date()
    filed = (dateline_day(block.text.text) for block in blocks[: _masthead_length(blocks) + 1] if block.kind is BlockKind.PARAGRAPH)
    day = next((one for one in filed if one is not None), None)
    if day is not None:
        return day
    told = [block for block in blocks if block.kind not in _APART]
    for block in (*told[:6], *told[-6:]):
        match = _PUBLISHED.search(block.text.text)
        found = parse_date_line(match.group(1)) if match else None
        if found is None and len(block.text) < 60:
            found = parse_date_line(block.text.text)
        if found is not None and found.to_date():
            return found.to_date()
    return None


def _publisher(said: Sequence[_Line], blocks: Sequence[DraftBlock]) -> str | None:
    named = next((line.publisher for line in said if line.publisher), None) or _series_publisher(blocks)
    for block in reversed(blocks[-12:]):
        match = _COPYRIGHT.match(block.text.text)
        if match:
            name, short = match.group("name").strip(" ,"), match.group("short")
            if named is None or short == named or named.lower() in name.lower():
                return name
    return named


def copyright_holder(text: str) -> str | None:
    """Whom a copyright line names."""
    match = _COPYRIGHT.match(text)
    return match.group("name").strip(" ,") if match else None


def _series_publisher(blocks: Sequence[DraftBlock]) -> str | None:
    """ "MP-IDSA Commentary" above the title names the publisher."""
    for block in blocks[:3]:
        match = _SERIES.match(block.text.text) if len(block.text.text.split()) <= 7 else None
        name = match.group("publisher").strip(" -–|:") if match else ""
        if name and (name.isupper() or _INSTITUTION.search(name) or find_outlet(name) or re.search(r"[A-Z]{2}", name)):
            return name
    return None


def _bio_authors(blocks: Sequence[DraftBlock]) -> tuple[str, ...]:
    return tuple(_bios(blocks))[:1]


def _bios(blocks: Sequence[DraftBlock]) -> Iterator[str]:
    in_box = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            in_box = re.match(r"about (?:the )?authors?\b|authors?$", block.text.text, re.IGNORECASE) is not None
        elif in_box:
            bare = without_honorific(block.text.text)
            match = _BIO_NAME.match(bare)
            if match and is_name(match.group(1).strip()):
                yield match.group(1).strip()
