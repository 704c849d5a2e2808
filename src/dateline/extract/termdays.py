"""Days that are not those of an act but of its end, or of its effect to come: "**closed** its airspace until 24 June", "**imposed** a tariff,
effective 1 May" are done on the day on which they are decided, which other words or the report tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.extract.act import Act
from dateline.extract.dates import FoundDate
from dateline.extract.dates.terms import is_beginning, is_effect, is_end, is_set_end
from dateline.types import DONE, Status

#: What is done from a day on and not decided to hold from it: "went on strike from Monday".
_GOING_ON: Final = frozenset({"ASSAULT", "CONSULT", "MOBILIZE", "PROTEST"})


def without_terms(act: Act, status: Status, dates: Sequence[FoundDate], today: date | None) -> Sequence[FoundDate]:
    """The dates of a sentence that can be those of an act, without those at which it ends or takes effect.

    Args:
        act: the act.
        status: its status; what is planned is planned for the day on which it begins.
        dates: the date expressions of its sentence.
        today: the day from which its line looks ahead.
    """
    if status not in DONE or not dates:
        return dates
    text = act.sentence.sentence.text
    others = [one for one in dates if not _is_term(text, act.type, one, today)]
    done = [one for one in others if not is_effect(text, one.start)]
    return done or others


def _is_term(text: str, kind: str, found: FoundDate, today: date | None) -> bool:
    """Whether an expression is the end of something that is not over or was set for a time, or a day of effect to come."""
    if is_end(text, found.start):
        return (today is not None and found.latest > today) or is_set_end(text, found.start)
    ahead = today is not None and found.earliest > today
    return ahead and kind not in _GOING_ON and is_beginning(text, found.start)


def of_plans(text: str, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """The dates of a sentence for which something may be arranged: none at which it ends, or at which what is decided takes effect."""
    return [one for one in dates if not (is_end(text, one.start) or is_effect(text, one.start))]
