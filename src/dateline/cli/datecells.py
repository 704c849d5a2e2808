"""Dates in the lists that the commands print: as exactly as they are told, and no more."""

from __future__ import annotations

from dateline.types import TimeRef


def days_as_told(when: TimeRef) -> str:
    """A day, month or year in ISO's form, "2017-06"; other stretches by their first and last day."""
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    match when.precision:
        case "year" if first[:4] == last[:4]:
            return first[:4]
        case "month" if first[:7] == last[:7]:
            return first[:7]
    return first if first == last else f"{first} to {last}"
