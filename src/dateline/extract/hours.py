"""The day of what a sentence tells by the hour alone: "landed on Tuesday evening. Gunners opened fire **at about half past six**" were both on Tuesday."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from dateline.extract.dates import FoundDate
from dateline.extract.narrative import Narrative
from dateline.extract.parse import ParsedSentence

_HOUR: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_MORNING: Final = r"(?:a\.?m\b\.?|in\s+the\s+(?:small\s+hours|morning))"
_LATE: Final = r"(?:p\.?m\b\.?|in\s+the\s+(?:afternoon|evening)|at\s+night)"
_CLOCK: Final = (
    rf"(?:(?:half\s+past|(?:a\s+)?quarter\s+(?:past|to)|(?:five|ten|twenty|twenty-five)\s+(?:past|to))\s+{_HOUR}\b(?!\s+(?-i:[a-z]))"
    rf"|{_HOUR}\s+o['’]clock|(?:[01]?\d|2[0-3])[:.][0-5]\d|{_HOUR}(?=\s*(?:{_MORNING}|{_LATE}))|{_HOUR}(?=\s*[,;]|[.\s]*$)|noon|midday|lunchtime|midnight|dawn|daybreak|sunrise|dusk"
    r"|nightfall|sunset)"
)
_AT: Final = (
    r"(?:(?:shortly|soon|just|long|well|some\s+time)\s+)?(?P<by>at|by|around|about|before|after|towards?|from)\s+"
    r"(?:about\s+|around\s+|roughly\s+|almost\s+|nearly\s+)?(?:the\s+)?"
)
#: "At about half past six", "shortly before midnight", "by four o'clock", "late in the evening".
_TIME: Final = re.compile(
    rf"(?<![\w-])(?:{_AT}(?P<clock>{_CLOCK})(?:\s*(?:(?P<early>{_MORNING})|{_LATE}))?|(?:(?:late|early|later)\s+)?(?:in|by)\s+the\s+(?:(?:late|early)\s+)?(?P<part>morning|afternoon|evening)\b)"
    r"(?!\s+(?:of|session|shift|hours)\b)",
    re.IGNORECASE,
)
_NIGHT: Final = re.compile(r"\b(?:night|evening|midnight|nightfall|dusk)\b", re.IGNORECASE)
_SMALL: Final = re.compile(r"(?:twelve|one|two|three|four|five|12|[1-5])\b", re.IGNORECASE)
#: Of what is done at an hour of every day, or lies ahead.
_OPEN: Final = re.compile(r"\b(?:will|would|could|may|might|every|each|daily|usually|often|always|days|nights|weeks)\b", re.IGNORECASE)


def day_of_hour(sentence: ParsedSentence, before: ParsedSentence | None, narrative: Narrative) -> FoundDate | None:
    """The hour that a sentence names, as of the day that the sentence before it has told of.

    Args:
        sentence: the parsed sentence, which names no day.
        before: the sentence before it.
        narrative: the time of which the text before it tells.

    Returns:
        The words with their day: the next one of an hour of the morning behind an evening; ``None`` where they name no hour or it may be of either day.
    """
    told, text = narrative.told, sentence.sentence.text
    if told is None or before is None or told.earliest != told.latest or narrative.sentence != before.sentence.index:
        return None
    match = _TIME.search(text)
    if match is None or _OPEN.search(text) is not None or not any(one.tag == "VBD" for one in sentence.tokens):
        return None
    ahead = _days_on(match, by_night=_NIGHT.search(before.sentence.text) is not None)
    day = None if ahead is None else told.earliest + timedelta(days=ahead)
    if day is None or (narrative.published is not None and day > narrative.published):
        return None
    return FoundDate(match.start(), match.end(), day, day, "day", "relative")


def hour_behind(sentence: ParsedSentence, found: FoundDate) -> FoundDate | None:
    """The hour of a later clause of a sentence, as of the day that it names before: "attacked it on Friday, and **by nightfall** troops had fled".

    Args:
        sentence: the parsed sentence.
        found: the last date expression of the sentence.
    """
    text, base = sentence.sentence.text, sentence.sentence.span.start
    match = _TIME.search(text, found.end) if found.earliest == found.latest else None
    if match is None or _OPEN.search(text) is not None:
        return None
    between = [one for one in sentence.tokens if base + found.end <= one.start < base + match.start()]
    if not any(one.pos == "CCONJ" or one.tag == "VBD" or one.lower in {"then", "while", "when"} for one in between):
        return None
    ahead = _days_on(match, by_night=_NIGHT.search(text, 0, match.start()) is not None)
    if ahead is None:
        return None
    day = found.earliest + timedelta(days=ahead)
    return FoundDate(match.start(), match.end(), day, day, "day", "relative")


def _days_on(match: re.Match[str], *, by_night: bool) -> int | None:
    """How many days behind that of the sentence before an hour is; ``None``: not known."""
    clock, part = (match["clock"] or "").lower(), (match["part"] or "").lower()
    early = match["early"] is not None or part == "morning" or clock in {"dawn", "daybreak", "sunrise"}
    if early:
        return 1 if by_night else 0
    if clock == "midnight":
        return 0 if match["by"].lower() in {"before", "by", "towards", "toward"} else 1 if by_night and match["by"].lower() == "after" else None
    return None if by_night and _SMALL.search(clock) is not None and "." not in clock and ":" not in clock else 0
