"""The days that a journal prints above or below an article: when it was received, accepted and put online. They are no text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dateline.read.dates import PartialDate, parse_date_line

_FORM: Final = r"(?:form|version|manuscript)"
#: What each day is of, from the one that is nearest to publication; one label more than once gives its last day.
_STEPS: Final = (
    ("published", r"(?:first |version of record )?(?:published|posted)(?: online)?|(?:first )?available online|(?:first )?online(?: first)?|e-?pub(?:lished)?"),
    ("accepted", r"accepted(?: for publication| manuscript)?"),
    ("changed", rf"(?:received )?(?:in )?(?:(?:final |last )?(?:revised|corrected)(?: {_FORM})?|final {_FORM})(?: received)?|resubmitted"),
    ("received", r"(?:manuscript |article |paper )?(?:first )?(?:received|submitted)"),
)
_LABELS: Final = "|".join(words for _, words in _STEPS)
_NAMED: Final = "|".join(f"(?P<{name}>{words})" for name, words in _STEPS)
_STEP: Final = re.compile(
    rf"\W*(?:article history\W+)?(?:and\s+)?(?:{_NAMED})(?:\s+(?:on|in))?\s*[:,–—-]?\s+(?P<day>\S[^;|•·\n]{{3,30}}?)(?=\W+(?:and\s+)?(?:{_LABELS})\b|\W*$)", re.IGNORECASE
)
_LONGEST: Final = 240


def history_days(text: str) -> dict[str, PartialDate] | None:
    """The days of a line that tells the history of an article and nothing else, by what each is of; ``None`` for any other line.

    Example:
        >>> {name: day.iso for name, day in (history_days("Received 3 May 2014; accepted 12 June 2014") or {}).items()}
        {'received': '2014-05-03', 'accepted': '2014-06-12'}
        >>> history_days("Received by the minister on 3 May 2014")
    """
    at, found = 0, dict[str, PartialDate]()
    while len(text) <= _LONGEST and at < len(text.rstrip(" .;,()[]*_")):
        match = _STEP.match(text, at)
        day = parse_date_line(match["day"]) if match is not None else None
        if match is None or day is None or day.month is None:
            return None
        found[next(name for name, _ in _STEPS if match[name])] = day
        at = match.end()
    return found or None


def nearest_day(days: Mapping[str, PartialDate]) -> tuple[PartialDate, bool]:
    """The day that is nearest to publication, and whether the article came out on it."""
    return next((days[name], name == "published") for name, _ in _STEPS if name in days)
