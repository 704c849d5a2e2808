"""Names of months and of days of the week, in lower case."""

from __future__ import annotations

from typing import Final

MONTHS: Final = frozenset("january february march april may june july august september october november december".split())
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
