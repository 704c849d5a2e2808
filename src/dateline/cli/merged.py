"""``dateline events --merged``: one line an event, with what its statements differ in and how many sources are independent."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.besttold import told_best
from dateline.cli.datecells import days_as_told
from dateline.cli.grid import Column, print_table
from dateline.merge import Event, Told
from dateline.merge.event import speaker
from dateline.merging import load_event, unnamed_origin
from dateline.origins import document_itself
from dateline.report.names import SORTS, country_name, trimmed
from dateline.store import EventFilter
from dateline.store.duckdb import Database
from dateline.store.merging import MergeTables
from dateline.types import Certainty, Participant, Place, Status
from dateline.wording import figure_words

_COLUMNS: Final = (
    Column("date", width=12),
    Column("actor", share=4),
    Column("act", width=14),
    Column("recipient", share=4),
    Column("place", share=3, optional=True),
    Column("how certain", width=12, optional=True),
    Column("statements", width=10),
    Column("sources", share=4),
    Column("they differ in", share=6),
    Column("as told", share=8),
)
#: Sector of a state's government: its code says who it is.
_STATE: Final = "GOV"
_FIELDS: Final = (
    "event_id", "type", "first", "last", "actors", "recipients", "n_mentions", "n_independent", "origins", "types", "dates", "numbers", "withdrawn",
    "speakers", "certainties", "disputed", "mentions", "negated", "statuses",
    "actor_parties", "recipient_parties", "places",
)  # fmt: skip


def merged_events(database: Database, wanted: EventFilter) -> Iterator[Event]:
    """The events of which a mention matches, by their days as they are shown; ``limit`` counts events."""
    for event_id in MergeTables(database).in_order(wanted)[: wanted.limit]:
        yield from load_event(database, event_id)


def _parties(event: Event, role: str) -> str:
    found = [one.country or one.entity or one.text for mention in event.mentions for one in getattr(mention, role)]
    return "; ".join(dict.fromkeys(found))


def _named(event: Event, role: str) -> list[Participant]:
    """The parties of an event, each once by country, sector and name; one without a name gives way to those of its country and sector."""
    found: dict[tuple[str | None, ...], Participant] = {}
    for one in (party for mention in event.mentions for party in getattr(mention, role)):
        found.setdefault((one.country, one.sector, one.entity or (None if one.country else one.text)), one)
    named = {key[:2] for key in found if key[2] is not None and key[0] is not None}
    return [one for key, one in found.items() if key[2] is not None or key[:2] not in named]


def _shown(event: Event, role: str) -> str:
    """The parties as a reader of news from one country tells them apart: "KEN GOV", "bishops (KEN REL)"."""
    return "; ".join(dict.fromkeys(map(_party, _named(event, role))))


def _party(party: Participant) -> str:
    codes = " ".join(code for code in (party.country, party.sector) if code)
    country = party.country is not None and country_name(party.country) in (party.entity, party.text)
    state = party.country not in SORTS and (party.sector == _STATE or (party.sector is None and country))
    return codes if codes and state else f"{party.entity or trimmed(party.text)} ({codes})" if codes else party.entity or trimmed(party.text)


def _places(event: Event) -> list[tuple[Place, list[str]]]:
    """Where the event was, with the statements that say so; the most told first."""
    found: dict[tuple[str, str | None], tuple[Place, list[str]]] = {}
    for mention in event.mentions:
        if mention.place is not None:
            where = mention.place
            found.setdefault((where.name or where.text, where.country), (where, []))[1].append(mention.mention_id)
    return sorted(found.values(), key=lambda one: -len(one[1]))


def _where(event: Event) -> str:
    return "; ".join(f"{one.name or one.text} ({one.country})" if one.country else one.name or one.text for one, _ in _places(event))


def _party_records(event: Event, role: str) -> list[dict[str, object]]:
    return [{"name": one.entity or one.text, "country": one.country, "sector": one.sector} for one in _named(event, role)]


def _told(values: Sequence[Told]) -> list[dict[str, object]]:
    return [{"value": one.value, "mentions": list(one.mentions)} for one in values]


def to_record(event: Event) -> dict[str, object]:
    """An event as a JSON object: every value that is told, with the mentions that tell it."""
    return {
        "event_id": event.event_id,
        "type": event.type,
        "first": event.first.isoformat() if event.first else None,
        "last": event.last.isoformat() if event.last else None,
        "actors": _parties(event, "actors").split("; ") if _parties(event, "actors") else [],
        "recipients": _parties(event, "recipients").split("; ") if _parties(event, "recipients") else [],
        "n_mentions": len(event.mentions),
        "n_independent": len(event.origins),
        "origins": [list(group) for group in event.origins],
        "types": _told(event.types),
        "dates": _told(event.dates),
        "numbers": _told(event.numbers),
        "withdrawn": _told(event.withdrawn),
        "speakers": _told(event.speakers),
        "certainties": _told(event.certainties),
        "disputed": list(event.disputed),
        "mentions": [one.mention_id for one in event.mentions],
        "negated": left_undone(event),
        "statuses": _told(_statuses(event)),
        "actor_parties": _party_records(event, "actors"),
        "recipient_parties": _party_records(event, "recipients"),
        "places": [
            {"name": one.name or one.text, "country": one.country, "lat": one.lat, "lon": one.lon, "mentions": mentions} for one, mentions in _places(event)
        ],
    }


def left_undone(event: Event) -> bool:
    """Whether the statements tell that the act did not take place, most of them where they differ."""
    negated = sum(one.negated for one in event.mentions)
    return negated * 2 > len(event.mentions)


def _statuses(event: Event) -> list[Told]:
    """Every status that is told with the statements that tell it, the most told first."""
    found: dict[str, list[str]] = {}
    for one in event.mentions:
        found.setdefault(one.status.value, []).append(one.mention_id)
    told = (Told(value, tuple(mentions)) for value, mentions in found.items())
    return sorted(told, key=lambda one: (-len(one.mentions), one.value))


def _how(event: Event) -> str:
    """Certainty and status as plain ``events`` shows them; what one statement tells as done is done, and what the others say a difference."""
    statuses = [one.value for one in _statuses(event)]
    status = Status.OCCURRED.value if Status.OCCURRED in statuses else statuses[0]
    certainty = event.certainties[0].value
    return ", ".join(value for value, usual in ((certainty, Certainty.CERTAIN), (status, Status.OCCURRED)) if value != usual)


def _differences(event: Event) -> str:
    named = {"type": event.types, "date": event.dates, "number": event.differing, "certainty": event.certainties, "status": _statuses(event)}
    disputed = (*event.disputed, *(("status",) if len(named["status"]) > 1 else ()))
    told = [f"{name}: {', '.join(f'{_value(one, name)} ({_by_whom(event, one, name)})' for one in named[name])}" for name in disputed]
    told += [f"withdrawn by its source: {figure_words(one.value)} ({len(one.mentions)})" for one in event.withdrawn]
    denied = sum(one.negated for one in event.mentions)
    if 0 < denied < len(event.mentions):
        told.append(f"whether it took place: yes ({len(event.mentions) - denied}), no ({denied})")
    return "; ".join(told)


def _value(told: Told, name: str) -> str:
    return figure_words(told.value) if name == "number" else told.value


def _by_whom(event: Event, told: Told, name: str) -> str:
    """How many statements give a value, and of a number on whose word."""
    if name != "number":
        return str(len(told.mentions))
    voices = dict.fromkeys(speaker(one.attribution) for one in event.mentions if one.mention_id in told.mentions)
    named = ", ".join(one for one in voices if one != "author")
    return f"{len(told.mentions)}: {named}" if named else str(len(told.mentions))


def _document_names(database: Database) -> dict[str, str]:
    """How a reader knows the documents that name no source: by their titles, else by the files they came from."""
    rows = database.query("SELECT doc_id, title, input_id FROM documents").to_pylist()
    return {unnamed_origin(str(row["doc_id"])): document_itself(row["title"], str(row["input_id"])) for row in rows}


def _sources(event: Event, names: Mapping[str, str]) -> str:
    return f"{len(event.origins)}: " + "; ".join(" = ".join(names.get(one, one) for one in group) for group in event.origins)


def _when(event: Event) -> str:
    """When an event was by the statement that knows it best, as exactly as it is told ("2017-06"); in brackets where no statement tells it."""
    dates = [one.date for one in event.mentions if one.date is not None]
    told = [one for one in dates if one.is_told]
    if not dates:
        return ""
    best = min(told or dates, key=lambda one: (one.latest - one.earliest, one.earliest))
    return days_as_told(best) if told else f"({days_as_told(best)})"


def _cells(event: Event, names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        _when(event),
        _shown(event, "actors"),
        f"NOT {event.type}" if left_undone(event) else event.type,
        _shown(event, "recipients"),
        _where(event),
        _how(event),
        str(len(event.mentions)),
        _sources(event, names),
        _differences(event),
        told_best(event.mentions, undone=left_undone(event)).sentence.text,
    )


def print_merged(database: Database, wanted: EventFilter, form: str) -> int:
    """Print the events that match as a table, JSONL or CSV.

    Returns:
        How many were printed.
    """
    found = merged_events(database, wanted)
    if form == "table":
        names = _document_names(database)
        cells = [_cells(event, names) for event in found]
        if cells or not sys.stdout.isatty():
            print_table(_COLUMNS, cells)
        return len(cells)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if form == "csv":
        writer.writerow(_FIELDS)
    count = 0
    for event in found:
        count += 1
        record = to_record(event)
        if form == "jsonl":
            print(json.dumps(record, ensure_ascii=False))
        else:
            writer.writerow([one if isinstance(one, str | int) else json.dumps(one, ensure_ascii=False) for one in record.values()])
    return count
