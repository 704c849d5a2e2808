"""Reports of services that read and hear the world's press: FBIS, BBC Monitoring and their like.

A line above names the source, its language, hour and day ("LD011812 Moscow TASS in English 1800 GMT 1 Sep 83"); the text opens with what was kept of
it ("[Excerpts]"); other lines in brackets tell of the source. None of them is text.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.read.dates import MONTH, PartialDate, parse_date
from dateline.townnames import is_country, is_town

_KINDS: Final = (
    r"(?:(?:full |partial |complete )?text|excerpts?|extracts?|summary|editorial report|(?:[\w-]+ ){0,3}?(?:articles?|reports?|dispatch(?:es)?|commentary|commentaries"
    r"|editorials?|speech|talk|statement|interview|address|announcement|communique|review|roundup))"
)
#: What was kept of a source, at the head of its text; in round brackets the older volumes have it.
_KEPT: Final = re.compile(
    rf"\s*(?:\[{_KINDS}(?:,? (?:by|with|from|on|over|of|in|carried|attributed)\b[^\[\]]{{1,120}})?\]"
    r"|\[(?:presenter|announcer|newsreader|correspondent)\]|\((?:Full )?(?:Text|Excerpts?|Summary)\))\s+(?=[\"“‘'(\[]*\w)",
    re.IGNORECASE,
)
#: A line about a source that stands in brackets for itself (editors of archives' papers set "[Source: ...]" below them), and the line of a report's origin.
_TOLD: Final = re.compile(
    rf"\[sources?: [^\[\]]+\]|\[[^\[\]]*\b(?:{_KINDS}|description of source|words? indistinct|passage omitted|no date(?:line)? (?:as received|given))\b[^\[\]]*\]", re.IGNORECASE
)
_TOLD_CHARS: Final = 600
_ORIGIN: Final = re.compile(
    r"(?:full |unedited )?(?:text|excerpts?)(?: of| from)+ (?:an? |the )?(?:[\w-]+ ){0,3}?(?:report|article|commentary|interview|statement|speech|dispatch)\b"
    r"(?:,? in [A-Z]\w+)?.{0,40}? (?:by|in|on|from|published|carried|broadcast)\b[^.!?]{3,140}?(?:(?:,| on)? (?P<day>\d{1,2} [A-Z][a-z]+(?:,? \d{4})?))?",
    re.IGNORECASE,
)
_CODE: Final = r"(?:\(?[A-Z]{2}\d{6}[A-Z]?\)?[\s–-]+)"
_HOUR: Final = r"(?:\d{4}|\d{1,2}[:.]\d\d)\s*(?:GMT|UTC)"
_PRINTED: Final = r"(?:[\s,]+(?:pp?\.?\s?\d[\d,\s–-]*|[A-Z]{1,3}\d*|(?:[A-Z]\w+ )?edition|no\.? ?\d+|\[[^\]]*\]|\([^)]*\)))*"
#: Source, language, hour and day.
_HEAD: Final = re.compile(
    rf"(?:Source: )?(?P<code>{_CODE})?(?P<source>[A-Z(][^!?;:\[\]]{{1,80}}?),?\s+in\s+(?P<language>[A-Z][\w-]+)(?:\s+(?:to|for|and)\s+[^\d]{{3,40}}?)?"
    rf",?\s+(?P<hour>{_HOUR}\s+)?(?P<day>\d{{1,2}}\s+{MONTH}\s+)(?P<year>(?:19|20)?\d\d)(?P<printed>{_PRINTED})\.?",
    re.IGNORECASE,
)
#: Endings of names of languages; those of states may be the same.
_LANGUAGE: Final = re.compile(r"[\w-]*(?:ish|ese|an|ic|ch|ek|ai|ew|du|li|ali|to|shto|ri|lao|og|sh|mer|di|dish|ya)", re.IGNORECASE)
#: What is a name only with its town: "Tehran Domestic Service".
_SERVICE: Final = re.compile(r"(?:(?:domestic|home|world|international|national|state|network|radio|television|TV|service)\s?)+", re.IGNORECASE)
#: Such services began in 1939.
_FIRST_YEAR: Final = 39


class Heard(NamedTuple):
    """What the line above a monitored report says.

    Attributes:
        source: the paper, agency or station, where the line has its name and no more.
        day: when it was printed or sent.
    """

    source: str | None
    day: PartialDate | None


def source_heard(line: str) -> Heard | None:
    """The source and day in the line above a monitored report; ``None`` for any other line.

    Example:
        >>> heard = source_heard("AU031500 Prague RUDE PRAVO in Czech 3 Mar 79 p 1")
        >>> heard.source, heard.day.iso
        ('RUDE PRAVO', '1979-03-03')
        >>> source_heard("Police arrested monks in Burma 3 May 2007")
    """
    origin = _ORIGIN.fullmatch(line.strip())
    day = parse_date(origin["day"]) if origin is not None and origin["day"] else None
    if day is not None and day.day:
        return Heard(None, day)
    match = _HEAD.fullmatch(line.strip())
    if match is None or not _LANGUAGE.fullmatch(match["language"]) or is_country(match["language"]):
        return None
    if not (match["code"] or match["hour"] or match["printed"].strip() or match["source"].split()[-1].isupper()):
        return None
    year = int(match["year"]) + (0 if len(match["year"]) > 2 else 1900 if int(match["year"]) >= _FIRST_YEAR else 2000)
    day = parse_date(f"{match['day'].strip()} {year}")
    return Heard(_without_town(match["source"]), day)


def _without_town(source: str) -> str:
    """The name of a source without the town before it or behind it: "Hanoi VNA", "(Peking) NCNA", "APP news agency, Islamabad"."""
    named = source.partition(",")[0].strip()
    words = named.split()
    for count in (3, 2, 1):
        if len(words) > count and is_town(" ".join(words[:count]).strip("()")):
            rest = " ".join(words[count:])
            return named if _SERVICE.fullmatch(rest) else rest
    return named


def kept_mark(paragraph: str) -> int:
    """How long the mark is that says what was kept of a source ("[Excerpts] ", "(Text) "), at the head of a paragraph; 0 where there is none."""
    end = 0
    while (match := _KEPT.match(paragraph, end)) is not None:
        end = match.end()
    return end


def tells_of_source(paragraph: str) -> bool:
    """Whether a paragraph only tells of the source: "[Description of Source: official agency]", "Text of report by Iranian TV on 3 March".

    Example:
        >>> tells_of_source('["Our correspondent" dispatch: "Sofia Closes Border"]'), tells_of_source("[The border was closed.]")
        (True, False)
    """
    text = paragraph.strip()
    return len(text) <= _TOLD_CHARS and (_TOLD.fullmatch(text) is not None or _ORIGIN.fullmatch(text) is not None)
