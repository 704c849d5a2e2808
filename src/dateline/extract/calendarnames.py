"""Names of months and of days of the week, in lower case."""

from __future__ import annotations

from typing import Final

from dateline.ontology.wordlists import words_of

MONTHS: Final = words_of("extract.calendarnames.months")
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
