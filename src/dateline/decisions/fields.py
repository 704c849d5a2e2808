"""The fields of a record that are reviewed: how each is compared and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline.decisions.values import Record

#: Stands for a field without a value where values are compared and shown.
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Field:
    """A reviewed field: ``key`` opens its editor, ``value`` gives it as comparable text."""

    name: str
    label: str
    key: str
    value: Callable[[Record], str]


def party_code(party: Mapping[str, Any]) -> str:
    """Country and sectors as the corpus writes them: ``PRK.MIL``."""
    return ".".join([party["country"] or "---", *party["sectors"]])


def _parties(role: str) -> Callable[[Record], str]:
    return lambda record: " ".join(sorted(party_code(one) for one in record[role])) or NOTHING


def _date(record: Record) -> str:
    when = record["date"]
    if when is None:
        return NOTHING
    return str(when["earliest"]) if when["earliest"] == when["latest"] else f"{when['earliest']}..{when['latest']}"


def _place(record: Record) -> str:
    place = record["place"]
    return NOTHING if place is None else f"{place['name'] or place['text']} {place['country'] or ''}".strip()


def _attribution(record: Record) -> str:
    said = record["attribution"]
    return NOTHING if said is None else " ".join(filter(None, (said["kind"], said["country"])))


def _trigger(record: Record) -> str:
    start, end = record["trigger"]["span"]
    return f"{record['trigger']['text']} [{start}, {end})"


#: In the order of the card.
FIELDS: Final = (
    Field("type", "Type", "t", lambda record: str(record["type"])),
    Field("modes", "Mode", "m", lambda record: ", ".join(sorted(record["modes"])) or NOTHING),
    Field("actors", "Actor", "w", _parties("actors")),
    Field("recipients", "Recipient", "r", _parties("recipients")),
    Field("date", "Date", "d", _date),
    Field("place", "Place", "p", _place),
    Field("status", "Status", "s", lambda record: str(record["status"])),
    Field("negated", "Took place", "n", lambda record: "no" if record["negated"] else "yes"),
    Field("certainty", "Certainty", "c", lambda record: str(record["certainty"])),
    Field("attribution", "According to", "b", _attribution),
    Field("trigger", "Words", "g", _trigger),
)
BY_NAME: Final = {field.name: field for field in FIELDS}


def differing(first: Record | None, second: Record | None) -> tuple[str, ...]:
    """Names of the fields in which two records differ; ``("act",)`` where only one of the two is an act."""
    if first is None or second is None:
        return () if first is second else ("act",)
    return tuple(field.name for field in FIELDS if field.value(first) != field.value(second))
