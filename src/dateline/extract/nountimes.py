"""Days told by way of another event: "a week **after the coup of** 7 June", "on the **eve of the vote of** 5 May", "the **anniversary of the massacre of**
2014", "in the **run-up to the summit on** 9 July".

The day is that of the event that is named there, and of other acts only so far as the words count from it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dateline.extract.dates import FoundDate, resolve_date
from dateline.extract.dates.numerals import WORDS, parse_number
from dateline.extract.dates.values import is_beyond_season, shift
from dateline.extract.parse import ParsedSentence
from dateline.extract.tags import TENSED
from dateline.ontology.wordlists import words_of

_COUNT: Final = rf"(?:(?:\d+|{WORDS}|an?|the)\s+(?:hours?|days?|weeks?|months?|years?)|(?:(?:a\s+few|several)\s+)?hours)"
#: What stands between the words and the event's day: "its", "the disputed presidential vote of".
_EVENT: Final = r"\s+(?:(?:the|an?|its|his|her|their|this|that)\s+)(?:[\w'’-]+\s+){0,4}?(?P<noun>[\w'’-]+)(?:\s+(?:in|at)\s+[A-Z][\w-]+)?,?\s+$"
_LEADS: Final = re.compile(
    rf"(?<!\w)(?:(?P<eve>(?:on|by)\s+(?:the\s+)?eve\s+of)|(?P<anniversary>anniversary\s+of)|(?P<ahead>ahead\s+of|in\s+advance\s+of|(?:run-?up|lead-?up|countdown)\s+to)"
    rf"|(?P<since>since)|(?P<within>within)\s+(?P<span>(?:\d+|an?|one|two|three|four|five|six|seven|ten)\s+(?:hours?|days?|weeks?))\s+of"
    rf"|(?:(?P<count>{_COUNT})(?:\s+(?:to\s+the\s+day|or\s+so))?\s+)(?P<side>after|before)|(?P<before>before)){_EVENT}",
    re.IGNORECASE,
)
#: Room for the longest words before the day.
_REACH: Final = 110


def time_by_event(sentence: ParsedSentence, head: int, found: FoundDate, published: date | None) -> FoundDate | None:
    """The time of an act whose date is that of another event in the same phrase.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        found: the date that the act would have.
        published: the day of the report.

    Returns:
        ``found`` where it is the act's own, the time that the words count from it, ``None`` where they count none.
    """
    lead = _lead(sentence, found)
    if lead is None or lead.start() <= sentence.tokens[head].start - sentence.sentence.span.start < found.end:
        return found
    return _told(lead, found, published)


def start_of_event(sentence: ParsedSentence, found: FoundDate) -> int | None:
    """Where the words begin that tell a time by the event of a date, ``None`` where it is that of no other event.

    Args:
        sentence: the parsed sentence.
        found: the date of the event.
    """
    lead = _lead(sentence, found)
    return lead.start() if lead is not None else None


def _lead(sentence: ParsedSentence, found: FoundDate) -> re.Match[str] | None:
    text, base = sentence.sentence.text, sentence.sentence.span.start
    lead = _LEADS.search(text, max(0, found.start - _REACH), found.start)
    if lead is None or _has_verb(sentence, base + lead.start(), base + found.start) or (lead["before"] and lead["noun"].lower() not in _EVENTS):
        return None
    return lead


def _has_verb(sentence: ParsedSentence, start: int, end: int) -> bool:
    return any(one.tag in TENSED for one in sentence.tokens if start <= one.start < end)


def _told(lead: re.Match[str], found: FoundDate, published: date | None) -> FoundDate | None:
    """What the words make of the event's day; of a month or year only what is counted from it in its own unit or a longer one is told."""
    if _YEARLY.search(lead[0]) and not lead["anniversary"]:
        return None
    if lead["count"] and _PERIOD.match(lead["count"]):
        return _beside(lead["count"], lead["side"].lower() == "before", found)
    if lead["count"]:
        counted = _counted(lead["count"], "earlier" if lead["side"].lower() == "before" else "later", found)
        return None if counted is None or (published is not None and counted.earliest > published) else counted
    if found.precision != "day":
        return None
    first = last = found.earliest
    if lead["eve"]:
        first = last = first - timedelta(days=1)
    elif lead["since"]:
        last = published or last
    elif lead["span"]:
        last = first + _length(lead["span"])
    else:
        return None
    if last < first:
        return None
    return replace(found, earliest=first, latest=last, precision="day" if first == last else "interval", basis="relative")


def _counted(count: str, side: str, found: FoundDate) -> FoundDate | None:
    phrase = f"{_THE.sub('a ', count)} {side}"
    first, last = (resolve_date(phrase, published=None, previous=day) for day in (found.earliest, found.latest))
    if first is None or last is None or is_beyond_season(found.earliest, found.latest) > ("year" in count):
        return None
    precision = first.precision if found.earliest == found.latest else "interval"
    return replace(found, earliest=first.earliest, latest=last.latest, precision=precision, basis="relative")


def _beside(period: str, before: bool, found: FoundDate) -> FoundDate | None:
    """ "In **the week before** the election on 5 May": the days up to the event or from it on."""
    if found.precision != "day":
        return None
    day, unit = timedelta(days=1), period.split()[-1].lower()
    other = shift(found.earliest, unit, -1 if before else 1)
    first, last = (other, found.earliest - day) if before else (found.earliest + day, other)
    return replace(found, earliest=first, latest=last, precision="interval", basis="relative")


def _length(span: str) -> timedelta:
    number, unit = span.split()
    count = parse_number(number.lower()) or 1.0
    return timedelta(hours=count) if unit.startswith("hour") else timedelta(days=count * (7 if unit.startswith("week") else 1))


_YEARLY: Final = re.compile(r"\banniversary\b", re.IGNORECASE)
_PERIOD: Final = re.compile(r"the\s+(?:week|month|year)$", re.IGNORECASE)
_THE: Final = re.compile(r"^the\s", re.IGNORECASE)
_EVENTS: Final = words_of("extract.nountimes.events")
