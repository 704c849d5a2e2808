"""Datelines: "BEIRUT, Lebanon, Dec 6, 2023 (AP) — " at the head of a paragraph says where and when a report was written.

It is not where its acts took place. Reading takes the day from it, extraction the place.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.townnames import is_country, is_town
from dateline.types import Mention, Span

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?"
_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_NAMED_DAY: Final = rf"(?:{_MONTH} {_NUMBER}|{_NUMBER}(?: of)? {_MONTH})"
_FIGURES: Final = r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d\d-\d\d"
_DAY: Final = rf"{_WEEKDAY}(?:{_NAMED_DAY}(?:,? \d{{4}})?|{_FIGURES})"
_FULL_DAY: Final = rf"{_WEEKDAY}(?:{_NAMED_DAY},? \d{{4}}|{_FIGURES})"
#: British and Australian papers named the day of the week alone: "CANBERRA, Thursday - ".
_WEEKDAY_NAME: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_ALONE: Final = rf"[,.] (?P<weekday>{_WEEKDAY_NAME})"
_WHEN: Final = rf"(?:(?:[,.]|(?<!\.)) (?P<day>{_DAY})| \((?P<inner>{_DAY})\))"
_CITY: Final = r"(?:(?:LA|LE|EL|AL|AS|AD|ST\.?) )?[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,3}"
#: Banks and funds with their seat there set it in small letters and a colon: "Washington, DC: The Executive Board".
_CAPITAL: Final = r"Washington,? D\.?C\.?"
_WORDS: Final = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_AGENCY: Final = r"(?:\([A-Z][\w .&/'’-]{1,30}\)|/[A-Z][\w .-]{1,20}/\.?)"
#: Some set the agency first: "(AFP) PARIS, May 4 - ".
_AHEAD: Final = rf"(?:{_AGENCY}(?: [—–-]+)? )?"
#: Agencies of Spain and Latin America set a full stop before the dash: "(EFE).- ", "4 May 2031. - "; others set it right behind the bracket.
_DASH: Final = r"(?:\s*(?:—|–|---?)\s*|\s+-\s+|(?<=[\d)/])\s?\.?\s?-\s+|(?<=[)/]) -)"
_START: Final = r"(?=[\"“‘'(]?[A-Z0-9])"
#: The shapes: a city in capitals with whatever follows and a dash, the day before or behind it; the same with a colon, or with a day and
#: an agency; an agency between strokes; and a city in small letters where a country, an agency or a day says that it is a dateline.
_SHAPES: Final = tuple(
    re.compile(shape + _START)
    for shape in (
        rf"(?P<place>{_CITY}(?:, {_WORDS})??)(?:,? {_AGENCY})?{_DAY_ALONE}(?:\s*{_AGENCY})?(?:{_DASH}|\s*[:.]\s+)",
        rf"(?P<place>{_CITY}(?:, {_WORDS})?)\s*{_AGENCY}{_DASH}(?P<day>{_DAY})(?:\.?{_DASH}|[:.,]\s+|\s+)",
        rf"{_AHEAD}(?P<place>{_CITY}(?:, {_WORDS}?)??)(?:,? {_AGENCY})?{_WHEN}?(?:,?\s*{_AGENCY})?\.?{_DASH}",
        rf"{_AHEAD}(?P<place>{_CITY}(?:, {_WORDS})??){_WHEN}?(?:\s*{_AGENCY})?:\s+",
        rf"(?P<place>{_CITY}(?:, {_WORDS})??){_WHEN}\s*{_AGENCY}\s+",
        rf"(?P<place>{_CITY}(?:, {_WORDS})??)[,.] (?P<day>{_DAY})\.\s+",
        rf"(?P<place>{_CITY})(?:[,.] (?P<day>{_DAY}))?\.?\s*/[A-Z][\w .-]{{1,20}}/\.?\s+(?:[—–-]+\s+)?",
        rf"(?P<place>{_WORDS}(?:, {_WORDS})??){_WHEN}?\s+{_AGENCY}{_DASH}",
        rf"(?P<place>{_WORDS}(?:/{_WORDS})?(?:, {_WORDS})??){_WHEN}(?:\s*{_AGENCY}|, [A-Z]{{2,6}})?\.?{_DASH}",
        rf"(?P<place>{_WORDS}, (?!{_WEEKDAY_NAME}\b){_WORDS})(?:, (?P<day>{_DAY}))? [—–] (?!{_FULL_DAY})",
        rf"(?P<place>{_CAPITAL}){_WHEN}?(?:{_DASH}|:\s+(?:(?P<inside>{_FULL_DAY})(?:{_DASH}|[:.]\s+))?)",
    )
)
#: Those that say it only of a town: no dash ("Imphal, Sept 4 (PTI) Two people"), a colon, nothing at all where the dateline had a line of its own
#: ("Bonn, June 3", "Vienna, Friday"), the day between dashes or before the town.
_PLACED: Final = tuple(
    re.compile(shape + _START)
    for shape in (
        rf"{_AHEAD}(?P<place>{_WORDS}(?:, {_WORDS})??){_WHEN}(?:\s*{_AGENCY}:?|, [A-Z]{{2,6}}:)\s+",
        rf"(?P<place>{_WORDS}(?:, {_WORDS})??), (?:(?P<day>{_WEEKDAY}{_NAMED_DAY})|(?P<weekday>(?i:{_WEEKDAY_NAME})))\.?\s+(?![(/—–-])(?!\d{{4}}\b)",
        rf"{_AHEAD}(?P<place>{_WORDS}(?:, {_WORDS})??)(?:\s*{_AGENCY})?{_DASH}(?P<day>{_FULL_DAY})(?:\s*{_AGENCY})?(?:\.?{_DASH}|[:.]\s+)",
        rf"(?P<day>{_FULL_DAY}) \((?P<place>{_WORDS})\){_DASH}",
    )
)
#: "Abuja. July 2, 2024. Gunmen killed ... on Monday": a scene of history opens so too, but names no day of the week beside.
_FULL_STOP: Final = re.compile(rf"(?P<place>{_WORDS}(?:, {_WORDS})??)[,.] (?P<day>{_FULL_DAY})\.\s+{_START}")
_OF_THE_WEEK: Final = re.compile(rf"\b(?:{_WEEKDAY_NAME}|today|yesterday|last night)\b")
#: "Nairobi – Somalia expelled": a town's name in small letters, or two, and a dash say it alone where they open a clause.
_NAME: Final = r"[^\W\d_a-z][\w.'’-]+(?: (?:(?:da|de|do|di|es|al|el|la|le|am|of|and|sur|upon) )?[^\W\d_a-z][\w.'’-]*){0,3}"
_TOWN: Final = re.compile(
    rf"(?P<place>{_NAME}(?:/{_NAME})?)(?:, (?P<weekday>{_WEEKDAY_NAME}))?\.?(?:\s+(?:—|–|--|-)\s+|—)(?=[\"“‘'(]?[^\W\d_a-z])"
)
#: What follows the dash in a title or in a pair: "Kyiv – What we know", "Moscow – Kyiv **talks** collapsed".
_ASKED: Final = re.compile(r"(?:What|Why|How|Who|Where|When|Which)\b")
_PAIRED: Final = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]+ ){1,3}(?:talks|relations|ties|border|war|conflict|axis|pact|deal|agreement|summit|corridor|train|trains|flight|flights|route"
    r"|railway|rail|road|motorway|highway|line|pipeline|service|services|bus|ferry|rally|race)\b"
)
#: "Moscow – Russia's capital – has expelled": a remark between dashes is no clause, and the sentence goes on behind it with its verb.
_SENTENCE: Final = re.compile(r"[^\n]*?(?:[.!?](?=[\"”’')]*\s+[\"“‘'(]?[^\W\d_a-z])|\n|$)")
_BETWEEN: Final = re.compile(r"\s+(?:—|–|--|-)\s+|—")
_REMARK: Final = re.compile(r"(?:\S+ )?[^\W\d_a-z][\w-]*['’]s?(?: [\w,-]+){1,4}$")
_GOES_ON: Final = re.compile(r"(?!says\b|\w+ss\b|(?:this|its|his|as|perhaps)\b)(?:[a-z]+(?:ed|s)|have|had|will|would|could|may|might|must|can|did|were|are)\b")
#: What ends a dateline that stands on a line of its own.
_ENDED: Final = re.compile(rf"(?:—|–|--|\s-|(?<=\)).?-|{_AGENCY})$")
_BARE: Final = re.compile(rf"{_WORDS}(?:, {_WORDS})?,? (?:{_WEEKDAY}{_NAMED_DAY}|(?i:{_WEEKDAY_NAME}))\.?")
#: A line in capitals with a dash is a dateline where it names a day or an agency.
_NAMED: Final = re.compile(_AGENCY)
#: Longest dateline (code points) that is looked for.
_LONGEST: Final = 100


class Dateline(NamedTuple):
    """A dateline.

    Attributes:
        place: the words that name where the report was written.
        end: offset of what follows the dateline.
        day: the words that name when it was written, often without the year; ``None`` where none do.
        weekday: the day of the week, where it stands for the day.
    """

    place: Mention
    end: int
    day: str | None
    weekday: str | None = None


def dateline_of(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """The dateline at the head of a paragraph, or ``None``.

    Args:
        text: the text that holds the paragraph.
        start: where the paragraph begins in it.
        end: where it ends.

    Example:
        >>> found = dateline_of("BEIRUT, Lebanon, Dec 6 (AP) — Israel bombed a depot.")
        >>> found.place.text, found.end, found.day
        ('BEIRUT, Lebanon', 30, 'Dec 6')
    """
    whole = len(text) if end is None else end
    last = min(whole, start + _LONGEST)
    for shape in _PLACED:
        match = shape.match(text, start, last)
        if match is not None and _names_place(match["place"]):
            return _found(match)
    for shape in _SHAPES:
        match = shape.match(text, start, last)
        if match is not None:
            return _found(match)
    told = _FULL_STOP.match(text, start, last)
    if told is not None and _names_place(told["place"]) and _OF_THE_WEEK.search(text, told.end(), whole):
        return _found(told)
    return _of_town(text, start, last, whole)


def _found(match: re.Match[str]) -> Dateline:
    said = match.groupdict()
    return Dateline(Mention(match["place"], Span(*match.span("place"))), match.end(), said.get("day") or said.get("inner") or said.get("inside"), said.get("weekday"))


def _names_place(words: str) -> bool:
    """Whether a town is named, by its own name or by its country's behind it: "Imphal", "Gwoza, Nigeria"."""
    first, *rest = words.split(", ")
    return is_town(first) or any(is_country(one) or is_town(one) for one in rest)


def _of_town(text: str, start: int, last: int, end: int) -> Dateline | None:
    """The dateline that is a town's name in small letters and a dash, before a clause."""
    match = _TOWN.match(text, start, last)
    if match is None or not opens_clause(text, match.end(), end) or not all(is_town(one) for one in match["place"].split("/")):
        return None
    return Dateline(Mention(match["place"], Span(*match.span("place"))), match.end(), None, match["weekday"])


def opens_clause(text: str, start: int, end: int) -> bool:
    """Whether a clause stands behind the dash, and no title, other half of a pair or remark."""
    if _ASKED.match(text, start, end) or _PAIRED.match(text, start, end):
        return False
    sentence = _SENTENCE.match(text, start, end)
    pieces = _BETWEEN.split(sentence[0] if sentence is not None else text[start:end])
    if len(pieces) % 2:
        return True
    return not _REMARK.match(pieces[0]) and not _GOES_ON.match(pieces[1])


def is_bare(line: str) -> bool:
    """Whether a line is a town and a day without its year, or a day of the week, and nothing else: "Bonn, June 3", "VIENNA, FRIDAY"."""
    return _BARE.fullmatch(line.strip()) is not None


def dateline_alone(line: str) -> Dateline | None:
    """The dateline that is all of a line, with the dash or the agency that says so ("DHAKA, Aug. 6, 2024 (AFP) -"): the report follows below."""
    bare = line.strip().strip("*_ ")
    found = dateline_of(f"{bare} A") if len(bare) <= _LONGEST else None
    if found is None or found.end != len(bare) + 1 or not (_ENDED.search(bare) or is_bare(bare)):
        return None
    return found if found.day or found.weekday or _NAMED.search(bare) else None
