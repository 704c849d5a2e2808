"""Values of gold files, each checked: what could never be scored as right is a slip, and its field is named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dateline.ontology.fieldcodes import country_told, is_country
from dateline.read.dates import parse_date_line

#: What stands for an empty side of a triple, and for a party whose country is not known.
EMPTY: Final = "---"
_PARTIAL: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
#: A day with its time, as data frames write days.
_TIMED: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?")


class FieldError(ValueError):
    """What is wrong with a field, for a person."""


def mapping(value: object, where: str) -> Mapping[str, object]:
    """An object.

    Raises:
        FieldError: it is none.
    """
    if not isinstance(value, Mapping):
        raise FieldError(f"{where}: an object was expected, not {value!r}")
    return value


def listed(value: object, where: str) -> Sequence[object]:
    """A list.

    Raises:
        FieldError: it is none.
    """
    if not isinstance(value, list):
        raise FieldError(f"{where}: a list was expected, not {value!r}")
    return value


def flag(value: object, where: str) -> bool:
    """True or false.

    Raises:
        FieldError: it is neither.
    """
    if not isinstance(value, bool):
        raise FieldError(f"{where}: true or false was expected, not {value!r}")
    return value


def offsets(row: Mapping[str, object], name: str, where: str) -> tuple[int, int]:
    """The span of a phrase, ``[start, end)``.

    Raises:
        FieldError: there is none, or it is not two numbers.
    """
    if row.get(name) is None:
        raise FieldError(f"{where}.{name}: missing")
    span = mapping(row[name], f"{where}.{name}").get("span")
    match span:
        case [int(start), int(end)]:
            return start, end
    raise FieldError(f"{where}.{name}.span: two numbers of characters were expected, not {span!r}")


def check_span(row: Mapping[str, object], name: str, span: tuple[int, int], text: str, where: str) -> None:
    """Raises ``FieldError`` where a span is not in the text, or the words that are given with it do not stand there."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise FieldError(f"{where}.{name}.span: [{start}, {end}] is not in the text of {len(text)} characters")
    told, read = mapping(row[name], f"{where}.{name}").get("text"), text[start:end]
    if isinstance(told, str) and told.split() != read.split():
        raise FieldError(f"{where}.{name}.span: the text has {read!r} at [{start}, {end}], not {told!r}")


def country(value: object, where: str) -> str | None:
    """The code of a country or body; ``None`` where none is known.

    Raises:
        FieldError: it is no code, with the code of a country that is named.
    """
    if value is None or value in ("", EMPTY):
        return None
    if isinstance(value, str) and is_country(value):
        return value
    known = (country_told(value) or country_told(value.upper())) if isinstance(value, str) else None
    meant = f"; did you mean {known!r}?" if known else ""
    raise FieldError(f"{where}: {value!r} is no code of three letters of a country or body{meant}")


def is_iso(text: str) -> bool:
    """Whether a text is a day, month or year of the calendar in ISO form, or two of them as an interval.

    >>> is_iso("2024-02-29"), is_iso("2023-02-29"), is_iso("2023-11..2024")
    (True, False, True)
    """
    start, dots, end = text.partition("..")
    return _is_partial(start) and (not dots or _is_partial(end))


def _is_partial(text: str) -> bool:
    if not _PARTIAL.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def act_date(value: object, where: str) -> str | None:
    """The date of an act, a prefix of an ISO date or an interval, from a text or the object of a record.

    Raises:
        FieldError: it is no date.
    """
    if isinstance(value, Mapping):
        name = "value" if value.get("value") else "earliest"
        return act_date(value.get(name), f"{where}.{name}")
    if value is None or value == "":
        return None
    timed = _TIMED.fullmatch(value) if isinstance(value, str) else None
    text = timed[1] if timed else str(value)
    if isinstance(value, bool | float) or not is_iso(text):
        raise FieldError(f"{where}: {value!r} is no date; write 2024-05-06, 2024-05 or 2024")
    return text


def published(row: Mapping[str, object]) -> str | None:
    """The day of publication in ISO form, from any form that a corpus may have; a year or month alone is kept as it is.

    Raises:
        FieldError: it is no day.
    """
    name = "published" if row.get("published") else "date"
    value = row.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        found = parse_date_line(value)
        day = found.to_date() if found else None
        if day is not None:
            return day.isoformat()
        if _is_partial(value):
            return value
    raise FieldError(f"{name}: {value!r} is no day, or day and month could change places; write 2024-05-06")
