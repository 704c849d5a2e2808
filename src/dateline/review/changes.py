"""Corrections as functions of a record: each takes a record and gives another; nothing is changed in place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from dateline.decisions.values import Record
from dateline.errors import DatelineError
from dateline.ontology.plover import event_type, plover
from dateline.record import record_to_mention
from dateline.resolve.voices import is_party
from dateline.store.values import first_day, last_day
from dateline.types import Document, Span

ROLES: Final = ("actors", "recipients")
_CODE = re.compile(r"[A-Z]{3}")
_DIGITS = re.compile(r"\d+")
#: What is counted from the day of publication, or takes its year or month from it.
_FROM_PUBLICATION = re.compile(r"-\d{1,5}|\d{1,2}|(?!19|20)\d{4}")
#: Dates that are whole in themselves.
_WHOLE_DATES: Final = "2024-10-05, 2024-10, 2024"


def refuse(detail: str) -> DatelineError:
    """E613 with what is wrong."""
    return DatelineError("E613", "decision", detail)


def with_type(record: Record, name: str) -> Record:
    """The record with another type; modes that the new type lacks fall away."""
    known = event_type(name)
    return {**record, "type": name, "modes": [mode for mode in record["modes"] if known.mode(mode)]}


def with_modes(record: Record, modes: Sequence[str]) -> Record:
    """The record with these modes, in the order of the codebook."""
    return {**record, "modes": [mode.name for mode in event_type(record["type"]).modes if mode.name in modes]}


def with_value(record: Record, name: str, value: object) -> Record:
    """The record with a plain field set; the words on which it rested fall away where it changes."""
    if record[name] == value:
        return record
    return {**record, name: value, "cues": {**record["cues"], name: None}}


def with_trigger(record: Record, document: Document, span: Span, sentence: Mapping[str, Any]) -> Record:
    """The record with other trigger words (and the sentence they stand in)."""
    return {**record, "trigger": phrase(document, span), "sentence": dict(sentence)}


def _parties(record: Record, roles: Mapping[str, Any]) -> Record:
    """The record with other parties; whether the speaker is one of them has to be found again."""
    said = record["attribution"]
    return {**record, **roles, "attribution": said and {**said, "speaker_is_party": None}}


def with_party(record: Record, role: str, party: Mapping[str, Any], index: int | None) -> Record:
    """The record with a party in place of the one at ``index``; added at the end where that is ``None``."""
    parties = list(record[role])
    if index is None or not parties:
        parties.append(dict(party))
    elif 0 <= index < len(parties):
        parties[index] = dict(party)
    else:
        raise refuse(f"there is no party number {index + 1}")
    return _parties(record, {role: parties})


def without_party(record: Record, role: str, index: int) -> Record:
    """The record without the party at ``index``.

    Raises:
        DatelineError: E613 where there is none.
    """
    if not 0 <= index < len(record[role]):
        raise refuse(f"there is no party number {index + 1}")
    return _parties(record, {role: [one for at, one in enumerate(record[role]) if at != index]})


def turned(record: Record) -> Record:
    """The record with actors and recipients exchanged."""
    return {**record, "actors": list(record["recipients"]), "recipients": list(record["actors"])}


def phrase(document: Document, span: Span) -> dict[str, Any]:
    """Words of the document with their span.

    Raises:
        DatelineError: E613 where the span runs past the text or holds only space.
    """
    if span.end > len(document.text) or not document.slice(span).strip():
        raise refuse("the selection is not in the text")
    return {"text": document.slice(span), "span": [span.start, span.end]}


def trimmed(document: Document, start: int, end: int) -> Span:
    """A selection without the space around it.

    Raises:
        DatelineError: E613 where nothing is left.
    """
    end = min(end, len(document.text))
    while start < end and document.text[start].isspace():
        start += 1
    while end > start and document.text[end - 1].isspace():
        end -= 1
    if not 0 <= start < end:
        raise refuse("the selection is empty")
    return Span(start, end)


def parse_days(typed: str, published: date | None) -> tuple[date, date, str] | None:
    """Days from what a reviewer types: first day, last day and precision; ``None`` for a dash (no date).

    ``2024``, ``2024-10``, ``2024-10-05``, ``2024-10-01..2024-10-05``; digits alone are taken from the end, the rest from the day of
    publication: ``5`` a day, ``1005`` month and day, ``241005`` year, month and day; ``-3`` three days before publication.

    >>> parse_days("1005", date(2024, 11, 20))
    (datetime.date(2024, 10, 5), datetime.date(2024, 10, 5), 'day')

    Raises:
        DatelineError: E613 where it is none of these.
    """
    typed = typed.strip()
    if typed in {"-", "–", ""}:
        return None
    if published is None and _FROM_PUBLICATION.fullmatch(typed):
        raise refuse(f"the day of publication is not known, from which {typed!r} would be read: write {_WHOLE_DATES} or first..last")
    try:
        if ".." in typed:
            first, last = (part.strip() for part in typed.split("..", 1))
            days = first_day(first), last_day(last)
        else:
            whole = _whole(typed, published)
            days = first_day(whole), last_day(whole)
            return (*days, {4: "year", 7: "month"}.get(len(whole), "day"))
    except (DatelineError, ValueError) as error:
        short = ", 1005, -3" if published else ""
        raise refuse(f"{typed!r} is not a date: write {_WHOLE_DATES}{short} or first..last") from error
    if days[0] > days[1]:
        raise refuse("the first day is after the last")
    return (*days, "day" if days[0] == days[1] else "interval")


def _whole(typed: str, published: date | None) -> str:
    """What was typed as an ISO prefix."""
    if published is not None and _FROM_PUBLICATION.fullmatch(typed) and typed.startswith("-"):
        return (published - timedelta(days=int(typed[1:]))).isoformat()
    if not _DIGITS.fullmatch(typed) or (len(typed) == 4 and typed[:2] in {"19", "20"}):
        return typed
    year = f"{published.year:04d}" if published else ""
    month = f"{published.month:02d}" if published else ""
    match len(typed):
        case 1 | 2:
            return f"{year}-{month}-{int(typed):02d}"
        case 4:
            return f"{year}-{typed[:2]}-{typed[2:]}"
        case 6:
            return f"20{typed[:2]}-{typed[2:4]}-{typed[4:]}"
        case 8:
            return f"{typed[:4]}-{typed[4:6]}-{typed[6:]}"
    return typed


def with_days(record: Record, typed: str, published: date | None, words: Mapping[str, Any] | None = None) -> Record:
    """The record with a date as typed; ``words`` are those that give it, else the words it had are kept."""
    days = parse_days(typed, published)
    if days is None:
        return {**record, "date": None}
    old = record["date"] or {}
    if words is None and (old.get("earliest"), old.get("latest")) == (days[0].isoformat(), days[1].isoformat()):
        return record
    given = words or {"text": old.get("text"), "span": old.get("span")}
    first, last, precision = days
    basis = "explicit" if given["text"] else "document"
    dated = {**given, "earliest": first.isoformat(), "latest": last.isoformat(), "precision": precision, "basis": basis}
    return {**record, "date": dated}


def check(record: Record, document: Document) -> Record:
    """The record, where it obeys the contract and its spans reproduce the text; whether the speaker is a party is found where it is not known.

    Raises:
        DatelineError: E613 or E413, with what is wrong.
    """
    mention = record_to_mention(record)
    known = event_type(mention.type)
    wrong = [mode for mode in mention.modes if known.mode(mode) is None]
    if wrong:
        raise refuse(f"{mention.type} has no mode {', '.join(wrong)}")
    parties = (*mention.actors, *mention.recipients)
    spans = [(mention.trigger.text, mention.trigger.span), *((party.text, party.span) for party in parties)]
    spans += [(one.text, one.span) for one in (mention.place,) if one is not None]
    for text, span in spans:
        if document.text[span.start : span.end] != text:
            raise refuse(f"{text!r} does not stand at [{span.start}, {span.end})")
    sectors = {term.name for term in plover().sectors}
    for party in parties:
        if party.country is not None and not _CODE.fullmatch(party.country):
            raise refuse(f"{party.country!r} is not a country code")
        if not set(party.sectors) <= sectors:
            raise refuse(f"unknown sector {', '.join(sorted(set(party.sectors) - sectors))}")
    said = mention.attribution
    if said is None or said.speaker_is_party is not None:
        return record
    return {**record, "attribution": {**record["attribution"], "speaker_is_party": is_party(said, parties)}}
