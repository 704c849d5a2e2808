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

from dateline.adopters import adopter, opens_clause
from dateline.read.blocks import without_capitals
from dateline.read.boilerplate import COPYRIGHT_LETTER, heads_box
from dateline.read.closings import closing_lines
from dateline.read.dates import PartialDate, day_in_address, is_entry, parse_date, parse_date_line
from dateline.read.draft import DraftBlock, Metadata
from dateline.read.entrydays import days_of_entries, told_entries
from dateline.read.gazettes import subject_index
from dateline.read.letterhead import letterhead
from dateline.read.mastline import APART, BYLINE, INSTITUTION, KIND, SENTENCE_END, SERIES, Line, can_name_publisher, can_publish, read_line
from dateline.read.names import is_name, people, without_honorific
from dateline.read.outlets import find_outlet, is_newsletter
from dateline.read.reportheads import range_at_end
from dateline.read.wire import dateline_day
from dateline.townnames import is_country
from dateline.turns import opens_turn
from dateline.types import BlockKind

#: A paragraph this long, or this long and ended like a sentence, is running text; mastheads and headlines are shorter.
_BODY_WORDS: Final = 30
_BODY_SENTENCE_WORDS: Final = 12
_MASTHEAD_BLOCKS: Final = 15
_TITLE_WORDS: Final = 30
_KICKER_WORDS: Final = 8

#: Names of series have so many words at most, in plain text, where no heading is marked, fewer.
_LABEL_WORDS: Final = 6
_LABEL_WORDS_PLAIN: Final = 4
#: What stands before the name of a series and says nothing.
_ARTICLE: Final = re.compile(r"^(?:the|an?|our|this)\b\s*", re.IGNORECASE)
#: So many blocks below a line may be bylines and days before the title.
_NEAR: Final = 5
_COPYRIGHT: Final = re.compile(
    r"(?:(?:©|" + COPYRIGHT_LETTER + r"|copyright)\s*){1,2}(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?,?\s*(?:by\s+)?(?P<name>[A-Z][^©.|\n]{2,100}?)\s*"
    r"(?:\((?P<short>[A-Z][\w-]{1,14})\))?,?\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?\s*(?:[.|]|,?\s+all rights|$)",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:first |originally )?(?:published|posted|released|issued)(?: online)?(?: on)?\s*:?\s+(?:on\s+)?"
    r"((?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\.?,?\s+\d{4}|[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d))",
    re.IGNORECASE,
)
#: A paper that says when it was given out: "**Bern, 4 November 2031** – This Statement of Preliminary Findings is the result of ...".
_GIVEN_OUT: Final = re.compile(
    r"(?:[^\W\d_][^,;:\d–—]{1,30},\s+){0,2}(?:\w+day,?\s+)?(?P<day>\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\.?,?\s+\d{4}|[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
    r"\s*[–—-]{1,2}\s*(?:This|The present)\s+(?:[\w-]+\s+){0,3}?(?:statement|report|declaration|communiqu[eé]|conclusions|findings|assessment|bulletin|paper|document|release)\b",
    re.IGNORECASE,
)
_SECTION: Final = re.compile(
    r"(?:introduction|background|(?:executive )?summary|abstract|overview|contents|highlights|outlook|prospects?|perspectives?|key (?:takeaways|findings|points|messages|events))",
    re.IGNORECASE,
)
#: A line that names the document and its day.
_ENDS_IN_DAY: Final = re.compile(
    r"(?P<name>[^\W_].{4,140}?)(?P<gap>,|:|\s+[–—-]{1,2}|\s+\||)\s+(?:on\s+)?(?P<day>(?:[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4})|(?:\d{1,2}\s+[A-Z][a-z]+\.?,?\s+\d{4})|\d{4}-\d\d-\d\d)$"
)
_NAMED_WORDS: Final = 3
#: Kinds of documents that come out again and again, so that their names end in a day.
_DOCUMENT: Final = re.compile(
    r"\b(?:assessment|report|summary|update|brief(?:ing)?|bulletin|statement|minutes|communiqu[eé]|review|chronology|timeline|digest|overview"
    r"|declaration|remarks|speech|transcript|readout|round-?up|monitor|tracker|conference)\b",
    re.IGNORECASE,
)
#: What stands behind the name of a series in capitals, which is no town: "THE LONG TABLE - Episode 9: Grain", "SAHEL DESK — Part 2".
_COUNTED: Final = re.compile(r"(?:(?:episode|ep|issue|no|nr|number|vol|volume|part|chapter|season|edition)\b\.?|#)\s*(?:\d+|[IVXLC]+)\b", re.IGNORECASE)
_BIO_NAME: Final = re.compile(r"((?:[A-Z][\w.'’-]+ ){1,5}?)(?:\([^)]*\) )?(?:is|was|works|serves|has been)\b")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The metadata of a document and its blocks, with the title first and masthead lines marked as boilerplate."""

    metadata: Metadata
    blocks: tuple[DraftBlock, ...]


def read_masthead(blocks: Sequence[DraftBlock], front: Metadata) -> Masthead:
    """Find title, authors, date and publisher.

    Args:
        blocks: the blocks of a draft, headings recognised.
        front: what front matter says; it wins.
    """
    head = _masthead_length(blocks)
    beside = letterhead(blocks, head)
    title = _title_index(blocks, head, front, frozenset(beside))
    entries = days_of_entries(blocks) | told_entries(blocks)
    closing = closing_lines(blocks)
    said: list[Line] = []
    kept: list[DraftBlock] = []
    titled: DraftBlock | None = None
    for index, block in enumerate(blocks):
        if index == title:
            titled = replace(block, kind=BlockKind.TITLE, level=0)
            said += _date_of_title(block)
            continue
        if index in closing:
            end, whole = closing[index]
            said.append(end)
            kept.append(replace(block, kind=BlockKind.BOILERPLATE) if whole else block)
            continue
        told = index in entries and is_entry(block.text.text)
        line = (beside.get(index) or read_line(block, title is not None and index > title)) if index < head and not told else None
        if line is not None and title is not None and _heads_section(blocks, title, index):
            line = None
        if line is not None:
            said += [line] if index not in entries else []
            block = replace(block, kind=BlockKind.BOILERPLATE)
        elif title is not None and index < title and (_is_label(blocks, index) or _is_kicker(block)):
            block = replace(block, kind=BlockKind.BOILERPLATE)
        kept.append(block)
    if titled is None and front.title_text is not None:
        titled = DraftBlock(BlockKind.TITLE, front.title_text)
    said += _line_of_adopter(blocks, head)
    metadata = _merged(front, titled, said, [block for index, block in enumerate(blocks) if index not in entries])
    return Masthead(metadata, (*((titled,) if titled else ()), *kept))


def _heads_section(blocks: Sequence[DraftBlock], title: int, index: int) -> bool:
    """Whether an outlet's bare name ("Outlook", "Time") below the title heads a section or stands in the text, so that it names no publisher.

    A sentence or the heading of a section stands above it and no line of a head beside it; a credit may end a text. Straight below the title, or a
    line of its own there, a heading is one where another of its level follows, or where it is what sections are called.
    """
    block = blocks[index]
    text = block.text.text.strip("*_ ")
    if index < title or find_outlet(text) is None or index + 1 >= len(blocks):
        return False
    headed = block.kind is BlockKind.HEADING
    beside = any(read_line(blocks[near], True) is not None and blocks[near].kind is not BlockKind.HEADING for near in range(index + 1, min(index + 3, len(blocks))))
    above = blocks[title + 1 : index]
    if not beside and any(one.kind is BlockKind.HEADING or (one.kind is BlockKind.PARAGRAPH and SENTENCE_END.search(one.text.text)) for one in above):
        return True
    again = any(one.kind is BlockKind.HEADING and one.level == block.level for one in blocks[index + 1 :])
    return headed and not beside and (again or _SECTION.fullmatch(text) is not None)


def _is_kicker(block: DraftBlock) -> bool:
    """Whether a line above the title is a running head, a menu or the name of a series: few words, no sentence."""
    text = block.text.text
    return block.kind is BlockKind.PARAGRAPH and len(text.split()) <= _KICKER_WORDS and re.search(r"[.!?][\"”’')\]]*$", text) is None


def opens_resolution(blocks: Sequence[DraftBlock], index: int) -> bool:
    """Whether a line names the body that adopts the clauses below it ("The Security Council," above "Recalling ..."), so that it is text."""
    below = next((one for one in blocks[index + 1 :] if one.kind is BlockKind.PARAGRAPH), None)
    return below is not None and opens_clause(below.text.text) and adopter(blocks[index].text.text) is not None


def _line_of_adopter(blocks: Sequence[DraftBlock], index: int) -> list[Line]:
    """The body that adopts a resolution, where its name says more than "the Council", as its publisher."""
    text = blocks[index].text.text if index < len(blocks) and opens_resolution(blocks, index) else ""
    span = adopter(text)
    name = text[span.start : span.end] if span is not None else ""
    return [Line(publisher=name)] if len(name.split()) > 1 and INSTITUTION.search(name) and can_publish(name) else []


def _masthead_length(blocks: Sequence[DraftBlock]) -> int:
    for index, block in enumerate(blocks[:_MASTHEAD_BLOCKS]):
        if block.kind is BlockKind.PARAGRAPH and (opens_turn(block.text.text) or opens_resolution(blocks, index)):
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
    said = [(one, line) for one in behind if (line := read_line(one, True)) is not None]
    bare = sum(parse_date_line(one.text.text) is not None for one in blocks if one.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and len(one.text) < _SHORT)
    return any(BYLINE.match(one.text.text) or (line.published is not None and (bare < 2 or parse_date_line(one.text.text) is None)) for one, line in said)


#: A standfirst has so many words at most, and stands among the first blocks.
_STANDFIRST_WORDS: Final = 60
_STANDFIRST_BLOCKS: Final = 5
#: What shows that a block is the subject of a notice stands in so many blocks behind the head.
_SUBJECT_ROOM: Final = 3
#: Longest line (code points) that is no more than a day.
_SHORT: Final = 60


def _title_index(blocks: Sequence[DraftBlock], head: int, front: Metadata, taken: frozenset[int]) -> int | None:
    if front.title is not None:
        wanted = _plain(front.title)
        return next((i for i, block in enumerate(blocks[: head + 1]) if _plain(block.text.text) == wanted), None)
    if (subject := subject_index([block.text.text for block in blocks[: head + _SUBJECT_ROOM]])) is not None:
        return subject
    headings = [i for i in range(head) if i not in taken and blocks[i].kind is BlockKind.HEADING and not _is_label(blocks, i)]
    lines = [i for i in range(head) if i not in taken and blocks[i].kind is BlockKind.PARAGRAPH and _can_be_title(blocks, i)]
    plain = [i for i in lines if read_line(blocks[i], False) is None and not _is_label(blocks, i)]
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
    named = (len(text.split()) <= _LABEL_WORDS and _names_series(blocks, index)) or find_outlet(text) is not None
    titles = {BlockKind.HEADING} if blocks[index].kind is BlockKind.HEADING else {BlockKind.HEADING, BlockKind.PARAGRAPH}
    return named and any(block.kind in titles for block in blocks[index + 1 : index + 6])


def _names_series(blocks: Sequence[DraftBlock], index: int) -> bool:
    """Whether a line names a series ("Policy Brief", "MP-IDSA Commentary"), not a document whose own name ends so ("The Caucasus Report").

    What stands before the word decides where it is a publisher or nothing; else a title must follow, behind bylines and days at most.
    """
    text = blocks[index].text.text
    match = SERIES.match(text)
    if match is None:
        return False
    subject = _ARTICLE.sub("", match["publisher"].strip(" -–|:"))
    if not subject or can_name_publisher(subject, capitals=not text.isupper()):
        return True
    following = blocks[index + 1 : index + _NEAR + 1]
    lines = [read_line(one, True) for one in following]
    at = next((place for place, line in enumerate(lines) if line is None), None)
    if at is None:
        return False
    signed = any(line.authors for line in lines[:at] if line is not None)
    return _follows_as_title(blocks, index, index + 1 + at, signed=signed)


def _follows_as_title(blocks: Sequence[DraftBlock], index: int, below: int, *, signed: bool) -> bool:
    """Whether a block below a line can be the title in its stead: no section of the text, no running text."""
    one = blocks[below]
    if one.kind is not BlockKind.HEADING:
        return one.kind is BlockKind.PARAGRAPH and _has_form_of_title(one)
    if _SECTION.fullmatch(one.text.text) or (blocks[index].kind is BlockKind.HEADING and one.level > blocks[index].level and signed):
        return False
    return not any(other.kind is BlockKind.HEADING and other.level == one.level for other in blocks[below + 1 :])


def _can_be_title(blocks: Sequence[DraftBlock], index: int) -> bool:
    small = blocks[index].text.text[:1].islower() and without_capitals(blocks)
    return _has_form_of_title(blocks[index], small=small) and not (len(blocks[index].text.text.split()) <= _LABEL_WORDS_PLAIN and _names_series(blocks, index))


def _has_form_of_title(block: DraftBlock, *, small: bool = False) -> bool:
    """Whether a block is written as a title is; ``small``: in a text without capitals."""
    text = block.text.text
    if block.item or block.lines > 2 or not 1 < len(text.split()) <= _TITLE_WORDS or re.search(r"(?<!\b[A-Z])[.;:,][\"”’')\]]*$", text):
        return False
    if _is_line(block) or not re.match(r"[\"“‘'(¿]?[^\W_]", text) or (text[0].islower() and not small):
        return False
    filed = re.match(r"(?P<place>[A-Z][A-Z .,'-]+?)(?:\([A-Za-z/ ]+\))?\s*[—–-]{1,2}\s", text)
    return filed is None or _COUNTED.match(text, filed.end()) is not None or (is_country(filed["place"]) and KIND.search(text) is not None)


def _is_line(block: DraftBlock) -> bool:
    """Whether a block says only what a masthead says; a title that ends in the day of the document says more."""
    return read_line(block, False) is not None and _dated_title(block) is None


def _dated_title(block: DraftBlock) -> PartialDate | None:
    """The day at the end of what names the document ("Russian Offensive Campaign Assessment, October 24, 2024"), or the last of those it covers;
    ``None`` where the words before it are people, a place or a publisher."""
    covered = range_at_end(block.text.text) if block.kind not in APART else None
    if covered is not None and _DOCUMENT.search(covered[0]):
        return covered[1]
    match = _ENDS_IN_DAY.match(block.text.text.strip())
    found = parse_date(match["day"]) if match else None
    if match is None or found is None or block.kind in APART:
        return None
    name = match["name"]
    if len(name.split()) < _NAMED_WORDS or "/" in name or find_outlet(name) is not None or BYLINE.match(name) or people(name):
        return None
    if _DOCUMENT.search(name):
        return found
    return None if "," in name or not match["gap"] or INSTITUTION.search(name) or not re.search(r"\s[a-z]", name) else found


def _date_of_title(block: DraftBlock) -> list[Line]:
    found = _dated_title(block)
    if found is None:
        return []
    return [Line(until=found) if range_at_end(block.text.text) is not None else Line(published=found)]


def _merged(front: Metadata, title: DraftBlock | None, said: Sequence[Line], blocks: Sequence[DraftBlock]) -> Metadata:
    authors = front.authors or next((line.authors for line in said if line.authors), ()) or _bio_authors(blocks)
    url = front.url or next((line.url for line in said if line.url), None)
    return replace(
        front,
        title=title.text.text if title else front.title,
        authors=tuple(without_honorific(name) for name in authors),
        published=front.published or _publication_day(said, blocks) or day_in_address(url),
        month=front.month or next((line.published.month_end() for line in said if line.published and line.published.month_end()), None),
        publisher=front.publisher or _publisher(said, blocks),
        url=url,
    )


def _publication_day(said: Sequence[Line], blocks: Sequence[DraftBlock]) -> date | None:
    told = [block for block in blocks if block.kind not in APART]
    ends = [*told[:6], *told[-6:]]
    given = (parse_date_line(match["day"]) for block in ends if (match := _GIVEN_OUT.match(block.text.text)))
    own = next((found.to_date() for found in given if found is not None), None)
    if own is not None:
        return own
    dated = sorted((line for line in said if line.published and line.published.to_date()), key=lambda line: line.updated)
    if dated and dated[0].published:
        return dated[0].published.to_date()
    filed = (dateline_day(block.text.text) for block in blocks[: _masthead_length(blocks) + 1] if block.kind is BlockKind.PARAGRAPH)
    day = next((one for one in filed if one is not None), None)
    if day is not None:
        return day
    for block in ends:
        match = _PUBLISHED.search(block.text.text)
        found = parse_date_line(match.group(1)) if match else None
        if found is None and len(block.text) < 60:
            found = parse_date_line(block.text.text)
        if found is not None and found.to_date():
            return found.to_date()
    return max((day for line in said if line.until and (day := line.until.to_date())), default=None)


def _publisher(said: Sequence[Line], blocks: Sequence[DraftBlock]) -> str | None:
    named = next((line.publisher for line in said if line.publisher), None) or _series_publisher(blocks) or _house_on_top(blocks)
    for block in reversed(blocks[-12:]):
        match = _COPYRIGHT.match(block.text.text)
        if match:
            name, short = match.group("name").strip(" ,"), match.group("short")
            if named is None or short == named or named.lower() in name.lower():
                return name
    return named


#: Houses of parliament, whose papers open with their names.
_HOUSE: Final = re.compile(
    r"(?:(?:the )?[^\W\d_a-z][\w'’-]+ )?(?:House of (?:Lords|Commons|Representatives|Assembly|Keys|Councillors)|Houses of (?:Parliament|the Oireachtas)|Parliament|Senate"
    r"|(?:National|Federal|Legislative|Parliamentary) (?:Assembly|Council))(?: of (?:the )?[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?)?",
)


def _house_on_top(blocks: Sequence[DraftBlock]) -> str | None:
    """The house of parliament that the first line of a paper names and nothing else."""
    first = blocks[0].text.text.strip("*_ ") if blocks else ""
    name = first.title().replace(" Of ", " of ").replace(" The ", " the ") if first.isupper() else first
    return name if _HOUSE.fullmatch(name) else None


def copyright_holder(text: str) -> str | None:
    """Whom a copyright line names."""
    match = _COPYRIGHT.match(text)
    return match.group("name").strip(" ,") if match else None


def _series_publisher(blocks: Sequence[DraftBlock]) -> str | None:
    """ "MP-IDSA Commentary" above the title names the publisher, and so does "Reuters Analysis"; "The Monitor Briefing" is a name of its own."""
    for block in blocks[:3]:
        match = SERIES.match(block.text.text) if len(block.text.text.split()) <= 7 else None
        name = match.group("publisher").strip(" -–|:") if match else ""
        if find_outlet(name) is not None and is_newsletter(block.text.text.strip(" -–|:")):
            return block.text.text.strip(" -–|:")
        if name and can_name_publisher(name):
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
