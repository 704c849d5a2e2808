"""Citations without marks around the title: papers of states and courts, interviews, an outlet with a date, a body and its paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.read.citation_container import read_container
from dateline.read.citation_kinds import PRESS, is_body, is_hint, is_official_name
from dateline.read.citation_officials import TELLS
from dateline.read.citation_parts import INSTITUTION, credits, segments, take_date
from dateline.read.citation_styles import Read
from dateline.read.dates import PartialDate, parse_date
from dateline.read.names import is_name, without_honorific
from dateline.read.outlets import find_outlet, looks_like_news
from dateline.types import Source

_PAPERS: Final = re.compile(
    r"\b(?:press release|joint statement|joint communiqu|treaty|white paper|resolution|S/RES|UN Doc|UNSC|memorandum|agreement|convention|protocol"
    r"|regulation \(|directive \(|council decision|accord|armistice|executive order|public law|decree|proclamation)\b",
    re.IGNORECASE,
)
_NAMED_PAPER: Final = re.compile(
    r"\b(?:press conference|briefing|statement|remarks|communiqu[eé]|declaration|transcript|readout|speech|address|fact sheet|report"
    r"|strategy|survey|census|budget|review|estimates)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"(?P<series>(?:[A-Z][\w&.’'-]*\s+)*(?:Comment|Commentary|Brief|Briefing|Paper|Report|Note|Backgrounder|Memo|Monitor|Insight|Study|Analysis)s?),?"
    r"\s+(?:[Nn]o\.?\s*|[Nn]r\.?\s*)?(?P<issue>(?:(?P<year>20\d\d)/)?[A-Z]{0,2}\s?\d[\d/–-]*)$"
)
#: Services and editions of an agency; with any other word behind it a name is another's ("Interfax Ukraine" is no part of Interfax).
_SERVICE: Final = re.compile(
    r"\s(?:videos?|audio|photos?|pictures|graphics|TV|[Tt]elevision|[Rr]adio|[Nn]ews|[Nn]ewswire|[Ww]ire|[Oo]nline|[Ll]ive|[Ww]ebsite|[Cc]hannel|[Tt]elegram|[Ss]ervice|[Bb]ureau|[Aa]gency"
    r"|reports?|dispatch|correspondent|post|World|International|Investigates|Fact ?[Cc]heck|Arabic|Bengali|Chinese|English|French|German|Hindi|Japanese|Korean|Persian"
    r"|Portuguese|Russian|Spanish|Turkish|Ukrainian|Urdu)$"
)
#: Orders and acts by their number: "Exec. Order No. 13,818, 82 Fed. Reg. 60839 (Dec. 20, 2017)", "Pub. L. No. 112-208, 126 Stat. 1496 (2012)".
_BY_NUMBER: Final = re.compile(
    r"(?P<title>(?:[A-Z][\w’' ]{3,90}, )?"
    r"(?:Exec(?:utive|\.) Order|Presidential Proclamation|Proclamation|Pub(?:lic|\.) L(?:aw|\.))(?: No\.)? [\d,-]*\d)\b.*\((?P<date>[^()]*\d{4})\)"
)
#: As lawyers cite it: "Press Release, U.S. Dep't of State, Title of the Release (May 3, 2019)".
_RELEASE: Final = re.compile(
    r"(?:Press|News|Media) (?:Release|Statement|Briefing), (?P<body>[^,()]{3,80}(?:, Gov['’]t of [^,()]+)?), (?P<title>[^()]{5,200}?),? \((?P<date>[^()]*\d{4})\)"
)
_TREATY: Final = re.compile(r"(?P<title>[A-Z][^()\"“]{5,200}?)\s*\((?P<signed>(?:adopted|signed|opened for signature|concluded|done)\b[^()]*)\)")
#: By its place in a collection of treaties: "Treaty of Amity, U.S.-Iran, Aug. 15, 1955, 8 U.S.T. 899".
_COLLECTED: Final = re.compile(
    r"(?P<title>(?=[^\"“]*\b(?:Treaty|Convention|Agreement|Protocol|Charter|Covenant|Statute|Pact|Accord|Memorandum)\b)[A-Z][^\"“()]{5,200}?)"
    r"(?:, (?:art(?:s?\.|icles?) [\d(),–-]+|[A-Z][\w. ]{0,20}[-–][A-Z][\w. ]{0,20}))*,\s+(?P<date>[^,]{3,20}(?:, \d{4})?), \d+ "
    r"(?:U\.?\s?S\.?\s?T|U\.?\s?N\.?\s?T\.?\s?S|L\.?N\.?T\.?S|I\.?L\.?M|T\.?I\.?A\.?S|Stat|C\.?T\.?S|E\.?T\.?S)\b\.? \d"
)
_DEBATE: Final = re.compile(r"(?P<title>H[CL] Deb),? \(?(?P<date>\d{1,2} \w+ \d{4})\)?")
_POST: Final = re.compile(
    r"(?:(?P<platform>Tweet|Facebook|Instagram|Telegram|X|YouTube)(?: post| video| channel)? (?:by|from|of) (?P<who>[^,]{2,60})"
    r"|(?P<handle>@\w+), (?P<where>[A-Z]\w*)|(?P<name>[A-Z][^,\"“]{2,50}), (?P<on>Twitter|Facebook|Instagram|Telegram|YouTube|X) (?:post|video)),"
)
_SPEECH: Final = re.compile(
    r"(?:(?:Televised |Inaugural )?(?:Speech|Address|Remarks|Lecture) (?:by|of) (?P<by>[A-Z][^,]{2,50}?)(?= (?:to|at|before|in|on)\b|,)"
    r"|(?P<who>[A-Z][^,\"“]{3,50}), (?:televised )?(?:speech|address|remarks|lecture)\b)"
)
_REVIEW: Final = re.compile(
    r"(?P<names>[^\"“.]{3,80}?)(?P<mark>[,.]) (?P<title>[Rr]eview of (?:the book )?[^\"“]+?)(?:, by [^,.]+(?:\.? ?[A-Z][a-z]+)?)?[,.] (?P<rest>[A-Z][^\"“]*\d{4}.*)$"
)
_UN: Final = re.compile(r"(?P<body>UN(?:SC|GA|HRC)) (?P<title>Res(?:olution)? [\w/]+(?: \([A-Z-]+\))?)\s*\((?P<date>[^()]+)\)")
_INTERVIEW: Final = re.compile(
    r"(?:(?:the )?author['’]?s? |personal |telephone |phone |online |e?-?mail |anonymous |confidential |(?:[A-Z][\w.]* ){1,3})?"
    r"interviews?(?: (?:by|of) (?:the )?author,?)?(?: (?:with|of)| conducted (?:by the author )?with|,)\s+",
    re.IGNORECASE,
)
_INTERVIEWED: Final = re.compile(
    r"(?P<who>[^\"“]{3,60}?)[,.]\s+(?:(?:personal |telephone |phone |online )?interview\b|personal communication\b"
    r"|in (?:discussion|conversation) with (?:the )?author\b)", re.IGNORECASE
)
_STATEMENT: Final = re.compile(r"(?:Joint )?Statement (?:of|by) (?:the )?(?P<body>[A-Z].+)$")

#: Whose papers bear their name in their title, besides bodies: "G7 Foreign Ministers' Statement on Gabon".
_ISSUERS: Final = re.compile(
    r"\b(?:Ministers|Leaders|Presidents|Heads of (?:State|Government|Mission)|Chair(?:man|person)?|Presidency|Summit)(?:['’]s?)?(?=\s|$)"
    r"|^(?:[A-Z]+\d*[A-Z]*|G\d+|Quad)\b"
)
#: Words with a small letter that titles have.
_IN_TITLES: Final = re.compile(r"(?:a|an|and|as|at|between|by|concerning|for|from|in|of|on|regarding|the|to|with)$")
#: What such a paper is called.
_ISSUED: Final = re.compile(r"\b(?:Statement|Communiqué|Communique|Declaration|Conclusions|Readout|Fact Sheet|Press Release|Remarks|Resolution)s?\b")


def interview(text: str) -> Read | None:
    """Interviews without a title: whom, where and when; an anonymous partner is no author."""
    with_whom = _INTERVIEW.match(text)
    of_whom = _INTERVIEWED.match(text) if with_whom is None else None
    if with_whom is None and of_whom is None:
        return None
    date, rest = take_date(text)
    who = next(segments(_before_bracket(text[with_whom.end() :]))) if with_whom else of_whom["who"] if of_whom else ""
    if of_whom and (inverted := re.fullmatch(r"([^,]+), ([^,]+)", who)):
        who = f"{inverted[2]} {inverted[1]}"
    name = without_honorific(re.sub(r"\s*\([^()]*\)$", "", who))
    name = without_honorific(re.sub(r"^(?:President|Minister|Prime Minister|Foreign Minister)\s+(?=\S+ \S)", "", name))
    person = is_name(name) or re.fullmatch(r"[A-Z]\. [A-Z][\w'’-]+", name) is not None
    if of_whom and not person and date is None:
        return None
    source = Source(note=None, kind="interview", authors=(name,) if person else (), published=date.iso if date else None)
    return Read(source, rest)


def _before_bracket(text: str) -> str:
    return text.partition(" (")[0]


def law(text: str) -> Read | None:
    """Resolutions, treaties and acts of law; judgments are read by :mod:`dateline.read.citation_courts`."""
    numbered = _BY_NUMBER.match(text) or _RELEASE.match(text)
    if numbered:
        date = parse_date(numbered["date"])
        return Read(_dated(date, title=numbered["title"], publisher=numbered.groupdict().get("body"), kind="official"), "")
    resolution = _UN.match(text)
    if resolution:
        date = parse_date(resolution["date"])
        source = Source(note=None, kind="official", title=resolution["title"], publisher=resolution["body"], published=date.iso if date else None)
        return Read(source, "")
    collected = _COLLECTED.match(text)
    if collected and (date := parse_date(collected["date"])) is not None:
        return Read(_dated(date, title=collected["title"], kind="official"), "")
    treaty = _TREATY.match(text)
    if treaty:
        date, _ = take_date(treaty["signed"])
        return Read(Source(note=None, kind="official", title=treaty["title"].strip(" ,"), published=date.iso if date else None), "")
    debate = _DEBATE.match(text)
    if debate:
        date = parse_date(debate["date"])
        column = re.search(r"cols?\.? [\d–-]+", text)
        source = Source(note=None, kind="official", title=debate["title"], published=date.iso if date else None, pages=column[0] if column else None)
        return Read(source, "")
    law = re.match(r"(?P<title>(?:[\w ()]{0,40}(?:Regulation|Directive|Decision|Act|Order)\b)[^\[\]]*?)\s*\[(?P<year>\d{4})\] OJ", text)
    if law:
        date, _ = take_date(law["title"])
        return Read(Source(note=None, kind="official", title=law["title"].strip(" ,"), published=date.iso if date else law["year"]), "")
    return None


def listed(text: str) -> Read | None:
    """Parts between commas: a title before a known outlet, a body and its paper, a paper and its body, an outlet with a date."""
    text = _joined(text)
    date, rest = take_date(text)
    parts = [part for part in segments(rest) if part and not re.match(r"\(?via\b", part)]
    if not parts:
        return None
    told = _post(text, date) or _speech(text, parts, date)
    if told is not None:
        return told
    led = re.match(r"(?P<outlet>[^:]{2,40}):\s+(?P<title>\S.*)$", parts[0])
    if led and date is not None and find_outlet(led["outlet"]) is not None:
        return Read(_dated(date, title=", ".join((led["title"], *parts[1:])), outlet=led["outlet"]), "")
    outlet = next((i for i, part in enumerate(parts) if _is_outlet(part)), None)
    if outlet is not None and date is not None:
        return Read(_before_outlet(text, parts, outlet, date), text)
    begun = _begins_with_outlet(parts[0])
    if date is not None and begun and len(parts) == 1:
        served = _is_agency(begun) and _SERVICE.search(parts[0]) is not None
        return Read(_dated(date, title=None, agency=begun if served else None, outlet=None if served else parts[0]), text)
    if date is not None and date.day and looks_like_news(parts[0]) and all(re.match(r"pp?\.|sec|col|[\d\s–-]+$", part) for part in parts[1:]):
        return Read(_dated(date, title=None, outlet=parts[0], pages=read_container(text).pages), "")
    return _numbered(parts, date) or _loose_book(text, parts, date) or _paper(text, parts, date)


def _joined(text: str) -> str:
    """Commas for the bars and dashes between a title and its outlet ("BBC News - Truce holds - 3 May 2014"), where a part is known."""
    parts = re.split(r"\s+[|–—-]\s+", text)
    return ", ".join(part.strip(" ,|") for part in parts) if len(parts) > 1 and any(find_outlet(part) for part in parts) else text


def _is_agency(name: str) -> bool:
    known = find_outlet(name)
    return known is not None and known.kind == "agency"


def _begins_with_outlet(part: str) -> str | None:
    """The known outlet that a name of up to four words begins with: "Al Jazeera Arabic", "Reuters video"."""
    words = part.split()
    starts = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)) if len(words) <= 4 else ()
    return next((start for start in starts if len(start) > 3 and find_outlet(start) is not None), None)


def _post(text: str, date: PartialDate | None) -> Read | None:
    """"Tweet by @kestrel, 3 May 2020", "@kestrel, Twitter, 3 May 2020"."""
    match = _POST.match(text)
    if match is None or date is None:
        return None
    platform = match["platform"] or match["where"] or match["on"]
    named = "Twitter" if platform and platform.lower() == "tweet" else platform if platform and find_outlet(platform) else None
    return Read(_dated(date, title=None, authors=(match["who"] or match["handle"] or re.sub(r"\s*\(@\w+\)$", "", match["name"]),), outlet=named), "[post]")


def _speech(text: str, parts: Sequence[str], date: PartialDate | None) -> Read | None:
    """"Speech by Federica Lund, Munich Security Conference, 17 February 2017" and "Federica Lund, speech at ...", without a title."""
    match = _SPEECH.match(text)
    if match is None or date is None:
        return None
    who = without_honorific(re.sub(r"^(?:(?:the )?(?:Prime |Foreign |Defen[cs]e )?(?:President|Minister|Secretary|Chancellor)(?: of \w+)?)\s+", "", match["by"] or match["who"]))
    named = is_name(who) or (match["by"] is not None and re.fullmatch(r"[A-Z][\w'’-]+", who) is not None)
    return Read(_dated(date, title=None, authors=(who,), kind="speech"), "speech, ") if named else None


def review(text: str) -> Read | None:
    """A review without a title of its own: "Jane Doe, review of The Long War, by John Smith, Foreign Affairs 89, no. 3 (2010): 150"."""
    match = _REVIEW.match(text)
    if match is None:
        return None
    container = read_container(match["rest"])
    if container.outlet is None:
        return None
    named = credits(match["names"], inverted=match["mark"] == ".")
    source = _dated(container.published, title=match["title"], outlet=container.outlet, authors=named.authors, pages=container.pages)
    return Read(replace(source, volume=container.volume, issue=container.issue), "")


def _loose_book(text: str, parts: Sequence[str], date: PartialDate | None) -> Read | None:
    """A book without brackets: "Names, Title, Press, Place, 1998, p. 3" and "Names, Title, Place: Press, 1998"."""
    if date is None or date.month is not None:
        return None
    place = next((i for i, part in enumerate(parts) if i > 1 and (PRESS.search(part) or re.match(r"[A-Z][\w. ]{1,30}: ?[A-Z]", part))), None)
    if place is None:
        return None
    count = next((i for i, part in enumerate(parts[: place - 1]) if not _are_names(part)), place - 1)
    if count == 0:
        return None
    publisher = parts[place].rpartition(":")[2].strip()
    authors = credits(", ".join(parts[:count])).authors
    source = _dated(date, title=", ".join(parts[count:place]), authors=authors, publisher=publisher, pages=read_container(text).pages, kind="book")
    return Read(source, publisher)


def _numbered(parts: Sequence[str], date: PartialDate | None) -> Read | None:
    """A paper of a series: "Isabel Wern, Rivalries in the Maghreb, SWP Comment 2020/C 54"; its number may hold the year."""
    at = next((i for i, part in enumerate(parts) if i > 1 and _NUMBERED.fullmatch(part)), None)
    match = _NUMBERED.fullmatch(parts[at]) if at is not None else None
    if match is None or at is None:
        return None
    count = next((i for i, part in enumerate(parts[: at - 1]) if not _are_names(part)), at - 1)
    if count == 0:
        return None
    source = _dated(date, title=", ".join(parts[count:at]), authors=credits(", ".join(parts[:count])).authors, outlet=match["series"], kind="report")
    return Read(replace(source, issue=match["issue"], published=source.published or match["year"]), "working paper")


def _are_names(part: str) -> bool:
    return all(is_name(name) for name in re.split(r" and | & ", re.sub(r"\s*\(eds?\.?\)$|\s+(?:et al\.?|and others)$", "", part)))


def _is_outlet(part: str) -> bool:
    return find_outlet(re.sub(r"\s*\([^()]*\)$", "", part)) is not None or any(find_outlet(one) for one in re.split(r" via |\s*/\s*", part))


def _before_outlet(text: str, parts: Sequence[str], outlet: int, date: PartialDate) -> Source:
    container = read_container(text[text.index(parts[outlet]) :])
    count = next((i for i, part in enumerate(parts[:outlet]) if not _are_names(part)), outlet)
    if count == outlet > 1 and parts[outlet].isupper():  # lawyers print outlets in capitals; what stands before one is its title, like a name or not
        count -= 1
    title = ", ".join(parts[count:outlet]) or None
    if outlet == 0 and len(parts) > 1 and len(parts[1].split()) > 1 and not re.match(r"pp?\.|sec\.|col\.|in |at [A-Z]?-?\d", parts[1]) and not _is_outlet(parts[1]):
        title, container = parts[1].strip("\"“”"), read_container(f"{parts[0]}, {date.iso}")
    named = container.outlet if outlet == 0 or container.outlet is None or find_outlet(container.outlet) else None
    if container.agency and " via " in parts[outlet]:
        named = None
    return _dated(date, title=title, authors=credits(", ".join(parts[:count])).authors if title else (), agency=container.agency, outlet=named, pages=container.pages)


def _dated(
    date: PartialDate | None, *, title: str | None, outlet: str | None = None, authors: tuple[str, ...] = (), agency: str | None = None,
    pages: str | None = None, publisher: str | None = None, kind: str = "web",
) -> Source:  # fmt: skip
    return Source(
        note=None, kind=kind, title=title, authors=authors, agency=agency, outlet=outlet, pages=pages, publisher=publisher,
        published=date.iso if date else None,
    )  # fmt: skip


def _paper(text: str, parts: Sequence[str], date: PartialDate | None) -> Read | None:
    """A body's paper in either order; a treaty or resolution by its name."""
    pages = read_container(text).pages
    said = _STATEMENT.fullmatch(parts[0])
    if said and date is not None:
        return Read(_dated(date, title=None, publisher=said["body"], kind="official"), "")
    bodies = [i for i, part in enumerate(parts[:3]) if INSTITUTION.search(part) and is_body(part) and len(part.split()) <= 10]
    if len(parts) > 1 and 0 not in bodies and 1 in bodies and (date is not None or _NAMED_PAPER.search(parts[0])) and len(parts[0].split()) >= 2:
        body = read_container(", ".join(parts[1:])).outlet or parts[1]
        return Read(_dated(date, title=None if is_hint(parts[0]) else parts[0], publisher=body, pages=pages), text)
    prose = TELLS.search(parts[0]) or re.match(r"(?:In|By|With|Under|After|Before)\s", parts[0])
    if date is not None and _PAPERS.search(parts[0]) and not prose and len(parts[0].split()) >= 3:
        return Read(_dated(date, title=re.sub(r",? (?:signed|adopted|concluded|done)(?: at| on| in)?.*$| of$", "", parts[0]), kind="official"), "")
    if date is not None and 0 in bodies and len(parts) > 1:
        lead = next((i for i, part in enumerate(parts) if i > 0 and (not is_body(part) or _NAMED_PAPER.search(part))), 1)
        if lead > 1:
            return Read(_dated(date, title=parts[lead], publisher=", ".join(parts[:lead]), pages=pages), text)
        if _NAMED_PAPER.search(parts[0]) and 1 in bodies:
            return Read(_dated(date, title=parts[0], publisher=parts[1], pages=pages), text)
        if len(parts[1].split()) >= 2 and not is_name(parts[0]):
            return Read(_dated(date, title=parts[1], publisher=parts[0], pages=pages), text)
    if date is not None and date.day and len(parts) == 1 and _is_named_paper(parts[0]):
        return Read(_dated(date, title=parts[0], kind="official"), "")
    if date is not None and date.day and len(parts) == 1 and _is_issuer(parts[0]):
        return Read(_dated(date, title=None, publisher=re.sub(r"^[Tt]he ", "", parts[0]), kind="official"), "")
    return None


def _is_issuer(part: str) -> bool:
    """Whether a part is the name of a state's body and no paper: with its day it tells a statement ("Foreign Ministry of Chad, 4 June 2011")."""
    paper = _PAPERS.search(part) or _NAMED_PAPER.search(part) or TELLS.search(part)
    return paper is None and len(part.split()) <= 8 and is_body(part) and is_official_name(part)


def _is_named_paper(part: str) -> bool:
    """Whether a part is a paper's title that names its issuer: "NATO Foreign Ministers' Statement on Georgia", in capitals and no sentence."""
    words = part.split()
    titled = all(not word[0].islower() or _IN_TITLES.match(word) for word in words)
    issued = _ISSUERS.search(part) is not None or (INSTITUTION.search(part) is not None and not part.startswith("Statement"))
    return titled and issued and len(words) >= 3 and _ISSUED.search(part) is not None and TELLS.search(part) is None
