"""What a broadcaster sent, without a title: "Radio Lomé, evening bulletin, 22 May 2025", "Evening news, ORTM, Bamako, 6 May 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.citation_officials import TELLS
from dateline.read.citation_parts import find_date, segments
from dateline.read.citation_styles import Read
from dateline.read.dates import PartialDate
from dateline.read.outlets import find_outlet
from dateline.types import Source

#: Words in the names of broadcasters, in the languages in which they are written.
_STATION: Final = re.compile(
    r"\b(?:Radio|Rádio|Radyo|Radiodiff?us\w+|Radiotele\w+|Radiotélé\w+|[A-Z]{0,4}TV\d?|\dTV|Tele(?!gram|graph|com|kom)\w*|Télé\w*|Tivi|Rundfunk|Fernsehen"
    r"|FM|Broadcasting|Broadcaster|Channels?|Canal|Kanal|Chaîne)\b"
)
#: Bodies that oversee broadcasters or have one in their name.
_BODY: Final = re.compile(r"\b(?:Board|Authority|Commission|Council|Ministry|Department|Union|Office|Agency|Institute|Association|Regulat\w+|Islands|Tunnel|Zone)\b")
#: Initials, with a number or a country: "ORTM", "KBS 1TV", "NTV Uganda".
_INITIALS: Final = re.compile(r"[A-Z][A-Z0-9]{1,6}(?:[ -](?:\d?TV|\d|[A-Z][a-z]+))?$")
_PROGRAMME: Final = (
    r"(?:broadcasts?|news ?casts?|news ?reels?|telecasts?|transmission|programmes?|programs?|bulletins?|news|news ?hour|journal(?: télévisé| parlé)?|JT|telediario|telejornal"
    r"|noticiero|noticias|noticiário|Nachrichten|Tagesschau)"
)
_LEADS: Final = (
    r"(?:(?:the|its|state|national|main|live|daily|weekly|special|breaking|late|early|prime[- ]?time|news|radio|television|televised|TV"
    r"|evening|morning|afternoon|noon|midday|night(?:ly)?"
    r"|\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\.?| ?hrs?| ?GMT|[- ]o['’]clock)?)\s+)*"
)
_SENT: Final = re.compile(rf"{_LEADS}{_PROGRAMME}(?:\s+(?:at|of|on|from|about|in|for|dated|central|du|del?)\b.*)?$", re.IGNORECASE)
#: What only broadcasters send: initials that send a "bulletin" may be anybody's.
_ON_AIR: Final = re.compile(
    r"\b(?:broadcasts?|news ?casts?|news ?reels?|telecasts?|television|televised|TV|radio|evening|morning|afternoon|noon|midday|night(?:ly)?|news"
    r"|télévisé|parlé|telediario|telejornal|noticiero|\d{1,2}[:h.]\d\d)\b",
    re.IGNORECASE,
)
_SENT_BY: Final = re.compile(
    rf"(?:[\w'’-]+ ){{0,4}}?(?:{_PROGRAMME}|aired|televised|carried|read out|address|message|statement|speech)"
    r"\s+(?:on|by|over|of|from)\s+(?:the )?(?P<name>[A-Z].*)$",
    re.IGNORECASE,
)
#: Words for what was sent, and names of places beside it, are short.
_TOLD_WORDS: Final = 8
_PLACE_WORDS: Final = 4


def broadcast(text: str) -> Read | None:
    """Read a broadcast of a station that the table of outlets does not know; ``None`` for anything else, such as a person on the radio."""
    found = find_date(text)
    if found is None or found.date.day is None or TELLS.search(text):
        return None
    parts = [part.strip() for part in segments(f"{text[: found.start].rstrip(' (')} {text[found.end :].lstrip(' )')}") if part.strip(" .")]
    if not 0 < len(parts) <= _PLACE_WORDS or find_outlet(parts[0]) is not None:
        return None
    return _sent_by(parts, found.date) or _station_first(parts, found.date) or (_station_first([parts[1], parts[0], *parts[2:]], found.date) if len(parts) > 1 else None)


def _station_first(parts: Sequence[str], date: PartialDate) -> Read | None:
    if len(parts) < 2 or _SENT.match(parts[0]):
        return None
    name, told, *rest = parts
    station = _is_station(name)
    sent = _SENT.match(told) is not None or (station and not told[:1].isupper() and len(told.split()) <= _TOLD_WORDS)
    on_air = station or (_INITIALS.match(name) is not None and _ON_AIR.search(told) is not None)
    if not (sent and on_air and all(part[:1].isupper() and len(part.split()) <= _PLACE_WORDS for part in rest)):
        return None
    return _read(name, re.sub(r"\s+(?:of|on|from|dated|du|del?)$", "", told), date)


def _sent_by(parts: Sequence[str], date: PartialDate) -> Read | None:
    """"Statement broadcast on ORTM, 18 August 2020"."""
    match = _SENT_BY.match(parts[0])
    if match is None or not (_is_station(match["name"]) or (_INITIALS.match(match["name"]) and _ON_AIR.search(parts[0]))):
        return None
    return _read(match["name"], parts[0][: match.start("name")].rpartition(" ")[0].rpartition(" ")[0] or None, date)


def _is_station(name: str) -> bool:
    return name[:1].isupper() and len(name.split()) <= _TOLD_WORDS and _STATION.search(name) is not None and _BODY.search(name) is None


def _read(name: str, told: str | None, date: PartialDate) -> Read:
    return Read(Source(note=None, kind="news", title=told, outlet=name, published=date.iso), "")
