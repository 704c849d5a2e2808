"""The parts that all citation styles share: links, dates, quoted titles, people, volumes and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.read.citation_words import pattern_of, words_by_class
from dateline.read.dates import DAY_ABROAD, DAY_EASTERN, MONTH, PartialDate, parse_date
from dateline.read.names import is_name, split_names, without_honorific
from dateline.read.outlets import find_outlet

_URL: Final = re.compile(
    r"<?((?:https?://|www\.)[^\s<>\"“”]+|(?<![\w@/.-])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|info|news|media|io|tv|me|[a-z]{2})/[^\s<>\"“”]*)>?"
)
_DOI: Final = re.compile(r"\b(?:doi\s*:?\s*|dx\.doi\.org/)(10\.\d{4,}/[^\s;,]+)", re.IGNORECASE)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–/]\s?\d{1,2})?"
_YEAR: Final = r"(?:1[6-9]|20)\d\d"
#: A date inside a citation, from the most telling form to the least.
_DATES: Final = tuple(
    re.compile(form)
    for form in (
        rf"\b{_DAY}\s+(?:{MONTH}),?\s+{_YEAR}\b|\b(?:{MONTH})\s+{_DAY},?\s+{_YEAR}\b|\b{_YEAR}-\d\d-\d\d\b|\b{_YEAR},\s+(?:{MONTH})\s+{_DAY}(?!\d)"
        rf"|\b\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}\b",
        rf"\b{DAY_ABROAD}\b|(?<!\d){re.sub('[?]P<[a-z]+>', '?:', DAY_EASTERN)}",
        rf"\b(?:{MONTH})(?:\s?[-–/&]\s?(?:{MONTH}))?,?\s+{_YEAR}\b|\b{_YEAR},\s+(?:{MONTH})(?=\W|$)",
        rf"\b(?:Spring|Summer|Autumn|Fall|Winter)(?:[-–/](?:Spring|Summer|Autumn|Fall|Winter))?,?\s+{_YEAR}\b",
        rf"(?<![\w/.–-]){_YEAR}(?![\w/–-])",
    )
)
_ANY_DAY: Final = (
    rf"(?:{_DAY}\s+(?:{MONTH}),?\s+{_YEAR}|(?:{MONTH})\s+{_DAY},?\s+{_YEAR}|{_YEAR}-\d\d-\d\d"
    rf"|\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?{_YEAR}|(?:{MONTH})\s+{_YEAR}|{DAY_ABROAD})"
)
#: Words between the word for it and a day ("consultado **el** 2 de marzo", "zuletzt abgerufen **am**", "dostęp **z dnia**").
_ON: Final = r"(?:(?:\s+(?:on|at|el|em|a|le|am|il|op|den|z dnia|data))?\s*:?\s*)"
_ACCESSED: Final = re.compile(
    rf"[\s,.;(\[]*\b(?:(?:last|date|first|zuletzt|letzter|letzte|últim[oa]|ultim[oa]|dernière) +)?(?:{'|'.join(words_by_class()['accessed'])}){_ON}"
    rf"(?P<date>{_ANY_DAY})(?:,?\s*from\b:?)?\s*[)\]]?",
    re.IGNORECASE,
)
#: An archive's copy with its address or day, which is neither the source's own.
_ARCHIVED: Final = re.compile(
    rf"[\s,.;(\[]*\b(?:{'|'.join(words_by_class()['archived'])})\b(?: from the original)?"
    rf"(?:(?: (?:at|from|on|by|copy))?\b[^<]{{0,60}}?<?(?P<link>https?://[^\s<>)]+)>?|{_ON}{_ANY_DAY})[)\]]?",
    re.IGNORECASE,
)
_AVAILABLE: Final = re.compile(
    r"[\s,.;(\[]*\b(?:available (?:online )?(?:at|from|on)|retrieved from|url|online at|at|from|link)\s*:?\s*$", re.IGNORECASE
)
_SIGNAL: Final = re.compile(
    r"^(?:[^\"“‘«;:\d]{10,250}?[;:.]\s+(?=(?:but |and )?see\b)"
    r"|(?:on|about|for)\s[^\"“.;]{3,80}?\s(?:see(?:\s(?:also|generally|especially|in particular))?|compare)\b[\s,:]*"
    r"|(?:but |and )?(?:see|compare|contra(?=[,:]|\s[A-Z][\w.]+\s[A-Z][\w’'-]+,)|vgl\.?|siehe|voir|véase"
    r"|cf\.?|also|accord|for (?:example|instance|details?|more|further|an? \w+|a discussion)[^,.“\"]{0,60}?"
    r"|e\.g\.|(?:full )?(?:text|report)(?=:)|(?-i:and|with)|quoted in|as (?:quoted|cited|reported) (?:in|by)|cited in"
    r"|in particular|inter alia|according to|source)\b(?![-’'])[\s,:.]*"
    r"(?:(?:also|generally|for (?:example|instance|more)|e\.g\.|inter alia|in particular)\b[\s,:]*)*)+",
    re.IGNORECASE,
)
_INVERTED: Final = re.compile(r"([^\s,;&][^,;&]*?),\s+((?:[A-Z]\.?[\s-]?){1,4})(?=[,;&]|\s+and\b|$)")
#: Copy of an agency in a paper, both in the author's place: "Reuters via The Hindu".
_CARRIED: Final = re.compile(r"(?P<agency>.+?),?\s+\(?(?:(?:carried|published|printed) )?(?:via|in|by|through|for)\s+(?P<outlet>.+?)\)?")
#: What stands in a byline's place and names nobody.
_NOBODY: Final = frozenset(
    (
        "staff;agencies;agency;editors;editor;bureau;our bureau;anon;anonymous;no author;n.a;various;author;correspondent;special correspondent"
        ";our correspondent;our special correspondent;staff reporter;staff writer;web desk;news desk;express news service;tnn;pti bureau"
    ).split(";")
)
#: The handle of an account beside its name: "(@adgpi)", "[@tokwuosa]".
_HANDLE: Final = re.compile(r"\s*[(\[]@\w+[)\]]")
_ROLE: Final = re.compile(r",?\s*\(?\b(?:eds?|trans|transl|comps?|editors?|edited by|rapporteur)\.?\)?[\s.]*$", re.IGNORECASE)
_STAFF: Final = re.compile(
    r"\s+(?:staff|correspondents?|bureau|reporters?|news service)(?:\s+(?:writers?|reporters?|correspondents?))?$|^(?:by|from)\s+",
    re.IGNORECASE,
)
#: Words in the names of institutions.
INSTITUTION: Final = pattern_of("institution")


@dataclass(frozen=True, slots=True)
class Links:
    """A citation's text without links and access dates, and what they said."""

    text: str
    url: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted title with what stands before and after it."""

    before: str
    title: str
    after: str


@dataclass(frozen=True, slots=True)
class Credits:
    """Whom a citation names before the title: people and institutions, news agencies, and an outlet in the author's place."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None


def take_links(text: str) -> Links:
    """Take link, DOI and access date out of a citation; dates come back as ISO prefixes."""
    accessed = None
    match = _ACCESSED.search(text)
    if match:
        found = parse_date(match.group("date"))
        accessed = found.iso if found else None
        text = f"{text[: match.start()]} {text[match.end() :]}"
    url = None
    kept = _ARCHIVED.sub("", text)
    copy = _ARCHIVED.search(text)
    if copy is None or _URL.search(kept) or not copy["link"]:
        text = kept
    else:  # the copy's address is the only one
        text = f"{text[: copy.start()]} {copy['link']}"
    link = _URL.search(text)
    doi = _DOI.search(text)
    if link:
        url = _trimmed(link.group(1))
        text = _AVAILABLE.sub("", text[: link.start()]) + " " + _URL.sub(" ", text[link.end() :])
    elif doi:
        url = "https://doi.org/" + doi.group(1).rstrip(".")
        text = text[: doi.start()] + text[doi.end() :]
    else:
        text = _AVAILABLE.sub("", text)
    return Links(re.sub(r"\s*[(\[<]\s*[)\]>]", "", text).strip(" ,.;"), url, accessed)


def _trimmed(url: str) -> str:
    url = url.rstrip(".,;:'’")
    while url.endswith((")", "]")) and url.count("(") < url.count(")") + url.count("]"):
        url = url[:-1].rstrip(".,;:")
    return url


#: Quotation marks of other languages, each pair as one of two English marks.
_FOREIGN_MARKS: Final = re.compile(r"„([^„“”\"]+)[“”\"]|《([^《》]+)》|「([^「」]+)」|『([^『』]+)』|‹([^‹›]+)›|(?:^|(?<=[\s(:,;]))»([^«»]+)«(?![\w])")
#: A title with its translation behind it, where nothing else stands in such brackets.
_TRANSLATED: Final = re.compile(
    r"\[(?P<told>(?!(?:[Ii]n|[Vv]ideo|[Aa]udio|[Oo]riginal|[Tt]ranslat\w*|[Ii]nterview|[Dd]octoral|[Mm]aster|[Uu]npublished|[Dd]ata|[Dd]ate|[Aa]ccess\w*)\b)"
    r"[A-Z][^\[\]]*\s[^\[\]]*\s[^\[\]]+)\](?=\s*(?:[,.]\s|$))"
)
_FULL_WIDTH: Final = {"，": ", ", "。": ". ", "：": ": ", "；": "; ", "（": " (", "）": ") ", "、": ", "}


def with_plain_marks(text: str) -> str:
    """A text of the same length with English quotation marks for „these“, 《these》, 「these」 and »these«, and with none around a known outlet.

    Example:
        >>> with_plain_marks("„Kein Gas“, 《今天》"), with_plain_marks("a » b")
        ('“Kein Gas”, “今天”', 'a » b')
    """

    def plain(match: re.Match[str]) -> str:
        inside = next(group for group in match.groups() if group)
        return f" {inside} " if find_outlet(inside) is not None else f"“{inside}”"

    return _FOREIGN_MARKS.sub(plain, text)


def with_plain_stops(text: str) -> str:
    """A text with the commas, stops and brackets of Latin letters for the wide ones of Chinese and Japanese; quoted titles keep theirs."""
    return re.sub(rf"“[^”]*”|[{''.join(_FULL_WIDTH)}]", lambda match: _FULL_WIDTH.get(match[0], match[0]), text)


def with_translation(text: str) -> str:
    """A citation whose title and its translation stand in quotation marks as one: "Кризис [The Crisis], ТАСС" -> "“Кризис [The Crisis]”, ТАСС".

    Before a title without quotation marks people's names may stand, and an outlet with its colon.
    """
    match = _TRANSLATED.search(text)
    if match is None:
        return text
    told, after = match.group(), text[match.end() :]
    before = text[: match.start()].rstrip()
    quoted = find_quoted(text)
    if quoted is not None:
        marks = re.search(r"[,.]?[\"”»’'],?$", before)
        return f"{before[: marks.start()]} {told}{marks.group().lstrip(',.').rstrip(',')}{after}" if marks else text
    lead = re.match(r"[^:,]{2,40}:\s+", before)
    start = lead.end() if lead is not None and find_outlet(before[: lead.end()].strip(" :")) else 0
    while (name := re.match(r"([^,]+),\s+", before[start:])) is not None and is_name(name[1]):
        start += name.end()
    return f"{before[:start]}“{before[start:]} {told}”{after}" if before[start:].strip() else text


def without_signal(text: str) -> str:
    """Without "See also", "Cf.", "Quoted in" and the like at the beginning."""
    return _SIGNAL.sub("", text.strip()).strip()


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, and where it stands."""

    date: PartialDate
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """The most precise date of a text."""
    for pattern in _DATES:
        match = pattern.search(text)
        found = parse_date(match.group()) if match else None
        if match and found:
            return FoundDate(found, match.start(), match.end())
    return None


def take_date(text: str) -> tuple[PartialDate | None, str]:
    """The most precise date of a text, and the text with the date (and brackets left empty by it) taken out."""
    found = find_date(text)
    if found is None:
        return None, text
    rest = f"{text[: found.start].rstrip()} {text[found.end :].lstrip()}"
    return found.date, re.sub(r"\s*[(\[][\s,]*[)\]]", "", rest).strip(" ,;")


def take_day(text: str, year: int) -> tuple[PartialDate | None, str]:
    """A day without a year ("7 September"), with the year given elsewhere."""
    match = re.search(rf"\b(?:\d{{1,2}}\s+(?:{MONTH})|(?:{MONTH})\s+\d{{1,2}})(?![\d\w])", text)
    if match is None:
        return None, text
    words = match.group()
    found = parse_date(f"{words} {year}" if words[0].isdecimal() else f"{words}, {year}")
    return found, f"{text[: match.start()]} {text[match.end() :]}".strip(" ,;.")


def find_quoted(text: str) -> Quoted | None:
    """The first quoted title, nested quotes kept; a comma or full stop before the closing mark is not the title's."""
    opening = re.search(r"[\"“«]|(?:^|(?<=[\s(]))['‘](?=[\w\"“¿])", text)
    if opening is None:
        return None
    mark = opening.group()
    close = _closing(text, opening.start(), mark)
    if close is None:
        return None
    title = text[opening.end() : close].strip()
    if not title:
        return None
    return Quoted(text[: opening.start()].strip(), title.rstrip(",").removesuffix(".").strip(), text[close + 1 :].strip())


def _closing(text: str, start: int, mark: str) -> int | None:
    if mark in "“«":
        pair = "”" if mark == "“" else "»"
        depth = 0
        for index in range(start, len(text)):
            depth += (text[index] == mark) - (text[index] == pair)
            if depth == 0:
                return index
        straight = text.rfind('"', start + 1)
        return straight if straight > 0 else None
    return _closing_straight(text, start) if mark == '"' else _closing_single(text, start)


def _closing_straight(text: str, start: int) -> int | None:
    places = [match.start() for match in re.finditer(r"[\"”]", text[start + 1 :])]
    places = [place + start + 1 for place in places]
    for order, place in enumerate(places):
        even = order % 2 == 0
        if even and re.match(r"[,.;:]?(?:$|\s*[(\[<]|\s+\S|\s*$)|,", text[place + 1 :]) and not re.match(r"\s+[a-z]", text[place + 1 :]):
            return place
    return places[-1] if places else None


def _closing_single(text: str, start: int) -> int | None:
    places = [start + 1 + match.start() for match in re.finditer(r"(?<=\S)['’](?!\w)", text[start + 1 :])]
    for place in places:
        rest = text[place + 1 :]
        if re.match(r"[,.;]|\s*$|\s*[(<\[]|\s+in\s", rest):
            return place
        container = re.match(r"\s+([A-Z][^,(<]{2,60}?)\s*[,(<]", rest)
        if container and find_outlet(container.group(1)) is not None:
            return place
    return places[-1] if places else None


def credits(text: str, *, inverted: bool = False) -> Credits:
    """Read the names before a title.

    Args:
        text: what stands before the title.
        inverted: whether the first name is "Family, Given" (MLA, Chicago's bibliography).
    """
    text = _HANDLE.sub("", without_signal(text.strip(" ,:;"))).replace("..", ".")
    text = _ROLE.sub("", text).strip(" ,")
    text = text if re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", text) else text.rstrip(".")
    text = re.sub(r",?\s+(?:et al\.?|and others)$", "", text)
    if not text:
        return Credits()
    if text.startswith("@") and " " not in text:
        return Credits(authors=(text,))
    agency = _agency(text)
    if agency:
        return Credits(agency=agency)
    carried = _CARRIED.fullmatch(text)
    if carried and _agency(carried["agency"]) and find_outlet(carried["outlet"]) is not None:
        return Credits(agency=carried["agency"], outlet=carried["outlet"])
    known = find_outlet(text)
    if known is not None:
        return Credits(outlet=text)
    initials = list(_INVERTED.finditer(text))
    if initials:
        return _with_initials(text, initials)
    if inverted and not INSTITUTION.search(text):
        first = re.match(r"([^,]+),\s+([^,]+?)(?:,\s*(?:and|&)\s+(.+)|\s+and\s+(.+)|,\s+(.+))?$", text)
        if first:
            others = next((group for group in first.groups()[2:] if group), "")
            rest = _listed(others) if others else Credits()
            return replace(rest, authors=(f"{first.group(2)} {first.group(1)}", *rest.authors))
    return _listed(text)


def _with_initials(text: str, found: Sequence[re.Match[str]]) -> Credits:
    """"Family, G." names, and what else stands among them: an agency, an outlet, a name in natural order."""
    authors = tuple(f"{match[2].strip()} {re.sub(r'^(?:and|&) ', '', match[1].strip())}" for match in found)
    rest = _INVERTED.sub("", text).strip(" ,;&")
    rest = re.sub(r"^(?:and|&)\s+", "", rest)
    others = _listed(rest) if rest else Credits()
    return replace(others, authors=(*authors, *others.authors))


def _agency(text: str) -> str | None:
    """The text itself where it names agencies only: "Yonhap", "Reuters and AFP", "AP/AFP"."""
    parts = [_STAFF.sub("", part).strip() for part in _agency_parts(text)]
    outlets = [find_outlet(part) for part in parts]
    if outlets and all(outlet is not None and outlet.kind == "agency" for outlet in outlets):
        return _STAFF.sub("", text).strip()
    return None


def _agency_parts(text: str) -> list[str]:
    """Agencies are joined by "and", a slash or a dash; a dash may also be part of a name ("Interfax-Ukraine")."""
    return [text] if find_outlet(text) is not None else re.split(r"\s+and\s+|\s*&\s*|\s*[/–]\s*|,\s+|-(?=[A-Z])", text)


def _listed(text: str) -> Credits:
    if INSTITUTION.search(text) and not is_name(re.split(r",|\sand\s", text)[0]):
        return Credits(authors=(text,))
    authors: list[str] = []
    agency = outlet = None
    for part in _names_and_makers(text):
        bare = without_honorific(_STAFF.sub("", part))
        known = find_outlet(bare)
        if known is not None and known.kind == "agency":
            agency = bare
        elif known is not None:
            outlet = bare
        elif bare and len(bare.split()) <= 6 and not bare.islower() and bare.lower().rstrip(".") not in _NOBODY:
            authors.append(bare)
    return Credits(tuple(authors), agency, outlet)


def _names_and_makers(text: str) -> Iterator[str]:
    """The names of a list; those joined by a slash ("Reuters/Al Jazeera") apart where one of them is known."""
    for part in split_names(text):
        pieces = [piece.strip() for piece in re.split(r"[/–]", part)]
        yield from pieces if len(pieces) > 1 and any(find_outlet(piece) for piece in pieces) else [part]


def segments(text: str) -> Iterator[str]:
    """The parts of a text between commas, semicolons and full stops that stand outside brackets."""
    depth, start = 0, 0
    for index, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        ends = character in ",;" or (character == "." and text[index + 1 : index + 2] == " " and not _abbreviates(text, index))
        if ends and depth <= 0 and (index + 1 >= len(text) or text[index + 1].isspace()):
            yield text[start:index].strip(" ,.;")
            start = index + 1
    yield text[start:].strip(" ,.;")


_ABBREVIATION: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Vol|vol|No|no|pp?|ed|eds|St|Dr|Mr|Ms|Mrs|Gen|Res|Doc|Inc|Ltd|Co|Dept|Gov|Univ|Int|J|vs|al|Art|para|sec|Wash|WASH|Fin|FIN|Bos|BOS|Chi|CHI|Exec|Fed|Reg|Pub|Stat))$"
)


def _abbreviates(text: str, index: int) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    return _ABBREVIATION.search(text[max(0, index - 8) : index]) is not None


def split_sentence(text: str) -> tuple[str, str]:
    """A title and what follows its full stop, question or exclamation mark; abbreviations do not end it."""
    for match in re.finditer(r"([.?!])[\"”’']?\s+(?=[A-Z\[(<])", text):
        if match.group(1) != "." or not _abbreviates(text, match.start()):
            keep = match.start() + (match.group(1) != ".")
            return text[:keep].strip(), text[match.end() :].strip()
    return text.strip(" ."), ""
