"""Lines of a head that only their neighbours tell: the name of a paper or ministry above the day, a reporter's place, a place alone.

"The Nordic Times" above "Wednesday, May 18, 2016" and a headline is the paper; "Kari Nordmann in Oslo" beside a day is the author.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.read.addresses import is_address_line
from dateline.read.draft import DraftBlock
from dateline.read.mastline import APART, BYLINE, INSTITUTION, KIND, SENTENCE_END, Line, can_publish, read_line, stamp_line
from dateline.read.names import is_name, people
from dateline.read.outlets import find_outlet, looks_like_news
from dateline.types import BlockKind

#: Offices that a person holds.
_HELD: Final = re.compile(
    r"\b(?:(?:vice[ -])?president|(?:\w+ )?minister|secretary(?:[ -]general)?|spokes(?:man|woman|person)|spokesperson|director(?:[ -]general)?|ambassador"
    r"|chair(?:man|woman|person)?|commissioner|envoy|representative|rapporteur|advis[eo]r|officer|head|chief|governor|general|fellow|analyst|editor|professor|correspondent)\b",
    re.IGNORECASE,
)
#: The name of a publisher stands among the first lines, so many words long, its day or stamp at most so many lines below or above.
_FIRST: Final = 3
_NAME_WORDS: Final = 10
_NEAR: Final = 2
#: A bold line is a heading of this level at least; what a format marks as a heading is the title, whatever its words.
_BOLD_LINE: Final = 4
#: The edition behind the name of a paper.
_EDITION: Final = re.compile(r"\s*(?:[,|–—-]|\()\s*(?:[\w.]+ ){0,2}edition\)?$", re.IGNORECASE)
#: Names of those who give out statements begin or go on so.
_OFFICE: Final = re.compile(
    r"\b(?:Ministry|Embassy|Government|Office|Permanent Mission|Permanent Representation|Secretariat|Presidency|Department|Cabinet|Delegation"
    r"|Consulate|Kremlin|Parliament|Assembly|Federation"
    r"|Commission|Committee|Authority|Headquarters|Command|Union|League|Bureau|Board|Watch|International|Press Service|Mission)\b"
)
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "la", "le", "von", "der", "al", "&"})
#: What the United Nations and others print beside their name: "S/RES/1973 (2011)", "Distr.: General", "Original: English".
_SYMBOL: Final = r"[A-Z]{1,6}(?:/[A-Z\d.()-]+){1,5}(?:\s?\(\d{4}\))?"
_STAMPED: Final = re.compile(rf"{_SYMBOL}|(?:distr(?:ibution)?|original|provisional)\b\.?\s*:?\s*\w*(?: only)?", re.IGNORECASE)
#: A state, or a union of states, that stands above the body of its own that speaks; its motto may stand in the same lines.
_NAME: Final = r"[^\W\d_a-z][\w'’.-]*"
_OF: Final = r"(?i:of(?: the)?|du|de(?: la)?|d[oa]s?|del)"
_STATE: Final = re.compile(
    rf"(?P<state>(?i:the )?(?:{_NAME} ){{0,4}}?(?i:(?:république|republic|república|kingdom|state|federation|commonwealth|emirate|sultanate|principality|government))"
    rf"(?: {_OF} {_NAME}(?: (?:{_NAME}|(?i:and|of|the))){{0,4}}?| {_NAME})?)(?P<motto>\s+{_NAME}(?:\s*[–—,;:.|*·-]+\s*{_NAME}(?: {_NAME})?){{1,4}})?\W*"
)
_UNION: Final = re.compile(r"(?P<state>(?i:united nations|european union|african union|organi[sz]ation of american states|council of europe))(?P<motto>\s+" + _SYMBOL + r")?\W*")
#: How the name of a body of a state begins that stands in one paragraph with the state's, and a name that is one plainly:
#: between "of", "and" and commas few words ("Ministry of Silence Opens Its Doors" is a headline).
_BODY_BEGINS: Final = re.compile(
    r"(?<=\s)(?:the )?(?:ministry|department|office|embassy|high commission|permanent (?:mission|representation)|consulate|directorate|presidency|cabinet office"
    r"|prime minister['’]s office|state house)\b",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    r"(?i:the )?(?:(?i:ministry|department|office|embassy|high commission|permanent (?:mission|representation)|consulate(?:[- ]general)?|directorate)"
    rf"(?:,? (?i:of|for|to|and|&)(?i: the)?(?: {_NAME}){{1,3}}(?:, {_NAME}(?: {_NAME})?)*)+|{_NAME} (?i:ministry|department)"
    r"|(?i:presidency|cabinet office|prime minister['’]s office|state house))\W*"
)
#: Lines of a state's letterhead up to its day: a motto has so many words; so many lines there are.
_MOTTO_WORDS: Final = 10
_LETTERHEAD: Final = 8
_OFFICE_WORDS: Final = 16
_KIND_WORDS: Final = 3
_ADDRESS_WORDS: Final = 6
#: The number of a letter ("Ref. No. MD/12/45"), and an address.
_REFERENCE: Final = re.compile(r"(?:our |your )?(?:ref(?:erence)?|file|no|nr)\b[ .:]*(?:no\b[ .:]*)?\S*\d\S*(?: \S+){0,3}$", re.IGNORECASE)
#: A department or office below the ministry in the same paragraph: in brackets, or in small letters below large ones.
_OWN_PART: Final = re.compile(r"\s+Distr\b.*$|\s*\([^()]*\)\W*$|(?<=[^\W\d_a-z]{3})\s+(?=[^\W\d_a-z][a-z]).*$")
_ADDRESS: Final = re.compile(r"[^.!?]*,[^.!?]*|.*\b(?:P\.? ?O\.? Box|Street|Avenue|Road)\b.*")
#: Box, telephone and site below the name of an office, in one line or several.
_CONTACT: Final = re.compile(
    r"\bP\.? ?O\.? ?Box\b|\bPrivate Bag\b|\be-?mail\s*:|^(?:[^\W\d_a-z][\w'’-]*,? ){0,3}www\.[\w.-]+$"
    r"|\b(?:tel(?:ephone)?|phone|fax|telefax|mobile|cell)s?\b[\s.:/]*(?:no\.?)?[\s:]*[+(]?\d",
    re.IGNORECASE,
)
_CONTACT_WORDS: Final = 30
#: Papers that no list has end in one of these; what is a surname too ("Wei Sun") needs the article. Their names are of so many words.
_PAPER: Final = re.compile(
    r"(?:The )?(?:[A-Z][\w.'’-]* ){1,3}(?:Times|Herald|Tribune|Gazette|Chronicle|Telegraph|Guardian|Observer|Standard|Courier|Mirror|Express|Globe|Dispatch|Sentinel|Examiner"
    r"|[EI]nquirer|Ledger|Advertiser|Argus|Gleaner|Newswire|Beacon)"
    r"|The (?:[A-Z][\w.'’-]* ){1,3}(?:Post|Mail|Sun|Star|Record|Echo|Reporter|Register|Vanguard|Mercury|Advocate|Messenger|Wire|Leader|Bee)"
)
_PAPER_WORDS: Final = 6
#: What an imprint calls the office of a body.
_SEAT: Final = re.compile(
    r"(?:(?:global |international |regional )?(?:head ?quarters?|head office|secretariat|main office|registered office)|publisher|published by|contact|imprint|address)\W*",
    re.IGNORECASE,
)
_PLACE: Final = r"[^\W\d_a-z][\w'’.-]+(?:[ -][^\W\d_a-z][\w'’.-]+){0,2}"
_IN_PLACE: Final = re.compile(rf"(?P<name>[^\d,;:]{{4,50}}?) in (?P<place>{_PLACE})")
_COMMA_PLACE: Final = re.compile(rf"(?P<name>[^\d,;:]{{4,50}}?), (?P<place>{_PLACE})(?:, {_PLACE})?")
_PLACE_ALONE: Final = re.compile(rf"{_PLACE}(?:, {_PLACE})?")


def letterhead(blocks: Sequence[DraftBlock], head: int) -> dict[int, Line]:
    """What the neighbours of lines tell of them.

    Args:
        blocks: the blocks of a draft, headings recognised.
        head: how many of them the masthead may hold.

    Returns:
        The publisher above its day, authors beside it, and lines that say only a place, by their number.
    """
    read = {index: line for index in range(min(head + 1, len(blocks))) if blocks[index].kind is not BlockKind.BOILERPLATE and (line := read_line(blocks[index], True)) is not None}
    found = _state_letterhead(blocks, head, read) or _publisher(blocks, head, read) or _imprint(blocks, head)
    for index in range(1, min(head, len(blocks) - 1)):
        if _is_paper_beside_day(blocks[index], index, read):
            found[index] = Line(publisher=blocks[index].text.text.strip().strip("*_ "))
            continue
        if index in read and read[index].authors and not _IN_PLACE.fullmatch(blocks[index].text.text.strip()):
            continue
        authors = _reporters(blocks[index]) if _dated_beside(index, read) else ()
        if authors:
            found[index] = Line(authors=authors)
        elif index not in read and _is_place_between(blocks, index, read):
            found[index] = Line()
    for index in range(min(head, len(blocks))):
        if index not in read and blocks[index].kind is BlockKind.PARAGRAPH and (_is_contact(blocks[index].text.text) or _is_stamped(_plain(blocks[index]))):
            found.setdefault(index, Line())
    return found


def _is_contact(text: str) -> bool:
    """Whether a line says how to reach an office, and no more."""
    return is_address_line(text) or (_CONTACT.search(text) is not None and len(text.split()) <= _CONTACT_WORDS and SENTENCE_END.search(text) is None)


def _is_stamped(text: str) -> bool:
    """Whether a line is a document's symbol ("A/79/14") or says for whom or in which language it is, with a colon: "Original: English"."""
    return _STAMPED.fullmatch(text) is not None and (":" in text or ("/" in text and any(one.isdigit() for one in text)))


def _state_letterhead(blocks: Sequence[DraftBlock], head: int, read: Mapping[int, Line]) -> dict[int, Line]:
    """The lines of a head that a state's name opens: its motto, the ministry, which is the publisher, its offices, number and address, and the town of its day.

    A ministry or another body stands below the state, or in the same paragraph, and a day, a stamp or the kind of the document among the lines with a title
    below them. Where the body's name is one plainly ("Ministry of Trade") neither is needed: the text may begin right below.
    """
    if not blocks or blocks[0].kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return {}
    end = min(head, _LETTERHEAD, len(blocks) - 1)
    named = _state_and_body(blocks, end)
    if named is None:
        return {}
    body, name, state = named
    publisher = f"{state['state']} {name}" if state.re is _UNION else f"{name}, {state['state']}"
    found = {**{index: Line() for index in range(body)}, body: Line(publisher=publisher)}
    last = max((index for index in range(body + 1, end) if index in read and not read[index].authors), default=body)
    said = False
    for index in range(body + 1, end):
        text = _plain(blocks[index])
        if index in read and (read[index].published or not read[index].authors):
            said = True
            found[index] = Line(published=read[index].published) if BYLINE.match(text) is None else read[index]
        elif _says_little(text) or (index < last and _is_part_of_letterhead(text)):
            found[index] = Line()
        else:
            break
    titled = any(_could_be_title(blocks, below) for below in range(body + 1, min(head, body + _LETTERHEAD)) if below not in found and below not in read)
    return found if (titled and (said or last > body)) or _BODY.fullmatch(name) else {}


def _plain(block: DraftBlock) -> str:
    return block.text.text.strip().strip("*_ ")


def _state_and_body(blocks: Sequence[DraftBlock], end: int) -> tuple[int, str, re.Match[str]] | None:
    """The number of the paragraph that names the body of a state or union, the body's name, and the match of the state's in the first one."""
    top = _plain(blocks[0])
    for start in (match.start() for match in _BODY_BEGINS.finditer(top) if blocks[0].lines > 1):
        state = _STATE.fullmatch(top[:start].rstrip()) or _UNION.fullmatch(top[:start].rstrip())
        if state is not None:
            return 0, _OWN_PART.sub("", top[start:]), state
    state = _STATE.fullmatch(top) or _UNION.fullmatch(top)
    body = next((index for index in range(1, min(end, 4)) if _is_body(_plain(blocks[index]))), None)
    if state is None or body is None or any(len(blocks[index].text.text.split()) > _MOTTO_WORDS for index in range(1, body)):
        return None
    return body, _OWN_PART.sub("", _plain(blocks[body])), state


def _says_little(text: str) -> bool:
    """Whether a line is the number of a letter, a symbol, or the kind of the document in a word or two."""
    kind = len(text.split()) <= _KIND_WORDS and KIND.search(text) is not None
    return kind or _REFERENCE.match(text) is not None or _STAMPED.fullmatch(text) is not None


def _is_part_of_letterhead(text: str) -> bool:
    """Whether a line above the day is an office of the ministry or its address."""
    words = len(text.split())
    return _is_contact(text) or (_is_office(text) and words <= _OFFICE_WORDS) or (words <= _ADDRESS_WORDS and _ADDRESS.fullmatch(text) is not None)


def _is_body(text: str) -> bool:
    """Whether a line names a ministry or another body, its department below it in the same paragraph or not."""
    words = [word for word in re.findall(r"[\w'’&-]+", text) if word.lower() not in _SMALL]
    large = bool(words) and all(word[:1].isupper() for word in words)
    named = INSTITUTION.search(text.title()) or _OFFICE.search(text.title())
    return large and len(text.split()) <= _OFFICE_WORDS and named is not None


def _is_paper_beside_day(block: DraftBlock, index: int, read: Mapping[int, Line]) -> bool:
    """Whether a line below the title, with the day of publication right below or above it, names the paper: "The Fjord Sentinel", "Lima Courier"."""
    text = block.text.text.strip().strip("*_ ")
    known = index in read and not (read[index].authors and BYLINE.match(text) is None)
    if known or block.kind is not BlockKind.PARAGRAPH or not _dated_beside(index, read) or not 1 < len(text.split()) <= _PAPER_WORDS:
        return False
    large = all(word[:1].isupper() or word in _SMALL for word in text.split())
    return large and can_publish(text) and not _is_officeholder(text) and (INSTITUTION.search(text) is not None or _PAPER.fullmatch(text) is not None)


def _dated_beside(index: int, read: Mapping[int, Line]) -> bool:
    """Whether the line above or below gives a day."""
    return any(beside in read and read[beside].published is not None for beside in (index - 1, index + 1))


def _publisher(blocks: Sequence[DraftBlock], head: int, read: Mapping[int, Line]) -> dict[int, Line]:
    """The line that names the paper or the body that speaks, and the offices below it: its day or a stamp stands beside it, and a title below."""
    for index in range(min(_FIRST, head, len(blocks))):
        text = blocks[index].text.text.strip().strip("*_ ")
        if blocks[index].kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or read_line(blocks[index], False) is not None:
            continue
        stamped = any(beside in read and stamp_line(blocks[beside].text.text) is not None for beside in (index - 1, index + 1))
        below = [place for place in range(index + 1, len(blocks)) if not _is_contact(blocks[place].text.text)]
        near = [beside for beside in below[:_NEAR] if beside in read and (read[beside].published or read[beside].until or _says_nothing(read[beside]))]
        signed = any(read[beside].authors for beside in range(index + 1, max([index, *near])) if beside in read)
        marked = blocks[index].kind is BlockKind.HEADING and blocks[index].level < _BOLD_LINE
        if not (stamped or near) or signed or marked or not _can_name(text):
            return {}
        offices = {below for below in range(index + 1, max([index, *near])) if below not in read and _is_office(blocks[below].text.text.strip())}
        titled = any(_could_be_title(blocks, below) for below in range(index + 1, min(head, index + 7)) if below not in read and below not in offices)
        return {index: Line(publisher=text)} | dict.fromkeys(offices, Line()) if titled else {}
    return {}


def _imprint(blocks: Sequence[DraftBlock], head: int) -> dict[int, Line]:
    """The name of a body above its postal address, with what its office is called: "Headquarters", "International Crisis Council", "Avenue Louise 235, Brussels"."""
    for index in range(1, min(head, len(blocks))):
        name = blocks[index - 1].text.text.strip().strip("*_ ")
        if blocks[index].kind is BlockKind.PARAGRAPH is blocks[index - 1].kind and is_address_line(blocks[index].text.text) and _is_body(name) and _can_name(name):
            above = {index - 2} if index > 1 and _SEAT.fullmatch(blocks[index - 2].text.text.strip()) else set[int]()
            return {index - 1: Line(publisher=name)} | dict.fromkeys(above, Line())
    return {}


def _says_nothing(line: Line) -> bool:
    return line == Line()


def _can_name(text: str) -> bool:
    """Whether words can be the name of a paper or of a body; a person with an office ("Ana Prado, Ministry Spokesperson") is none."""
    bare = _EDITION.sub("", text)
    words = [word for word in re.findall(r"[\w'’&-]+", bare) if word.lower() not in _SMALL]
    capital = words[:1] if find_outlet(bare) else words
    if _is_officeholder(bare) or not words or len(bare.split()) > _NAME_WORDS or not can_publish(text) or not all(word[:1].isupper() or word[:1].isdigit() for word in capital):
        return False
    named = bare.title() if bare.isupper() else bare
    return bool(find_outlet(bare) or looks_like_news(named) or INSTITUTION.search(named) or _OFFICE.search(named)) or bare != text


def _is_officeholder(text: str) -> bool:
    """Whether a line names a person and behind a comma the office: "Ana Prado, Ministry Spokesperson"."""
    person, _, office = text.partition(",")
    return _HELD.search(office) is not None and is_name(person)


def _is_office(text: str) -> bool:
    """Whether a line names a part of the body above it: "Spokesperson's Office"."""
    return _OFFICE.search(text.title() if text.isupper() else text) is not None and _can_name(text)


def _could_be_title(blocks: Sequence[DraftBlock], index: int) -> bool:
    """Whether a line below can be the title: two words at least, no sentence, text below it."""
    text = blocks[index].text.text.strip()
    if index + 1 >= len(blocks) or blocks[index].kind in APART or blocks[index].kind is BlockKind.BOILERPLATE:
        return False
    return blocks[index].kind is BlockKind.HEADING or (len(text.split()) > 1 and re.search(r"\w{2}[.;:,]$", text) is None and text[:1].isupper() and BYLINE.match(text) is None)


def _reporters(block: DraftBlock) -> tuple[str, ...]:
    """The people of "Kari Nordmann in Oslo and Ola Berg in Minsk" or of "Kari Nordmann, Oslo"; empty for anything else."""
    text = block.text.text.strip().strip("*_ ")
    if block.kind is not BlockKind.PARAGRAPH or len(text) > 140:
        return ()
    alone = _COMMA_PLACE.fullmatch(text)
    if alone is not None and is_name(alone["name"]) and not is_name(text.partition(", ")[2]):
        return people(alone["name"])
    found: list[str] = []
    placed = False
    for part in re.split(r"\s*(?:,|;|\band\b|&)\s+", BYLINE.sub("", text)):
        match = _IN_PLACE.fullmatch(part.strip())
        names = people(match["name"] if match is not None else part)
        if not names:
            return ()
        placed = placed or match is not None
        found += names
    return tuple(found) if placed else ()


def _is_place_between(blocks: Sequence[DraftBlock], index: int, read: Mapping[int, Line]) -> bool:
    """Whether a line of one to three names stands between a byline and a day."""
    above, below = read.get(index - 1), read.get(index + 1)
    if above is None or below is None or not above.authors or below.published is None or blocks[index].kind is not BlockKind.PARAGRAPH:
        return False
    return _PLACE_ALONE.fullmatch(blocks[index].text.text.strip()) is not None
