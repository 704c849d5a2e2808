"""Acts in the formats of POLECAT, ICEWS, Phoenix and GDELT. docs/formats.md says which columns are filled, with what, and what is lost.

These formats have one day, one actor and one recipient a row, and no word for who says so or how certain it is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import IO, Any, Final

from dateline.ontology.cameo import cameo, cameo_for, plover_for
from dateline.ontology.fieldcodes import Party, bodies, cameo_parts, country_name, fips_of, icews_party
from dateline.ontology.goldstein import goldstein
from dateline.ontology.plover import event_type
from dateline.store.acts import Act
from dateline.store.importing.formats import GDELT_2, ICEWS, PHOENIX, POLECAT
from dateline.version import __version__

Row = dict[str, object]


def day_of(act: Act) -> date | None:
    """The one day that stands for an act: its day; of a span its report's day where that lies inside, else its first day."""
    first, last = act.date_earliest, act.date_latest
    if first is None or first == last:
        return first
    if act.published is not None and last is not None and first <= act.published <= last:
        return act.published
    return first


def code_of(act: Act) -> str:
    """The act's CAMEO code: that of its data set, else by type, modes and contexts.

    A code that is told from the recipient's side (043, receives a visit) is given from the actor's.
    """
    if act.cameo is not None:
        found = plover_for(act.cameo)
        if found is None or not found.reversed:
            return act.cameo
    return cameo_for(act.type, act.modes, act.contexts)


def _value(act: Act) -> float:
    return goldstein(code_of(act)) if act.goldstein is None else act.goldstein


def actor_of(act: Act) -> Party:
    """The actor as codes."""
    return Party(act.actor_country, act.actor_sector, act.actor_sectors)


def recipient_of(act: Act) -> Party:
    """The recipient as codes."""
    return Party(act.recipient_country, act.recipient_sector, act.recipient_sectors)


def _numbered(acts: Iterable[Act]) -> Iterator[tuple[str, Act]]:
    """Acts with an id for each row: the act's, from its second pair of parties on with a number (``m1.2``)."""
    last, count = "", 0
    seen: set[tuple[str | None, ...]] = set()
    for act in acts:
        if act.act_id != last:
            last, count = act.act_id, 0
            seen.clear()
        pair = (act.actor_name, act.actor_country, act.actor_sector, act.recipient_name, act.recipient_country, act.recipient_sector)
        if pair in seen:  # a party that the sentence names twice
            continue
        seen.add(pair)
        count += 1
        yield (act.act_id if count == 1 else f"{act.act_id}.{count}"), act


def _text(value: object) -> str:
    """A cell of a tab-separated line: nothing in it that would end the cell or the line."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}" if value != int(value) else f"{value:.1f}"
    return " ".join(str(value).split())


def _lines(rows: Iterable[Row], columns: Sequence[str], stream: IO[Any], heading: bool) -> int:
    count = 0
    if heading:
        stream.write("\t".join(columns) + "\n")
    for row in rows:
        stream.write("\t".join(_text(row.get(column)) for column in columns) + "\n")
        count += 1
    return count


def _coordinate(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _polecat_party(side: str, name: str | None, party: Party) -> Row:
    return {
        f"{side} Name": name,
        f"{side} Country": party.country,
        f"Primary {side} Sector": party.sector,
        f"{side} Sectors": ";".join(party.sectors),
        f"{side} Name Raw": name,
    }


def strongest(type: str, modes: Sequence[str]) -> str | None:
    """The mode that gives an act its score, as POLECAT has one mode a row."""
    known = [(mode.score, name) for name in modes if (mode := event_type(type).mode(name)) is not None]
    return max(known, key=lambda one: (abs(one[0]), one[0]))[1] if known else None


def _polecat(acts: Iterable[Act]) -> Iterator[Row]:
    for act_id, act in _numbered(acts):
        day = day_of(act)
        if day is None:
            continue
        yield {
            "Event ID": act_id,
            "Event Date": day.isoformat(),
            "Event Type": act.type,
            "Event Mode": strongest(act.type, act.modes),
            "Intensity": act.score,
            "Contexts": ";".join(act.contexts),
            **_polecat_party("Actor", act.actor_name, actor_of(act)),
            **_polecat_party("Recipient", act.recipient_name, recipient_of(act)),
            "Placename": act.place_name,
            "Country": act.place_country,
            "Latitude": _coordinate(act.place_lat),
            "Longitude": _coordinate(act.place_lon),
            "Source": act.publisher,
            "Publication Date": act.published,
            "Language": act.lang,
            "Version": f"dateline {__version__}",
        }


def write_polecat(acts: Iterable[Act], stream: IO[Any]) -> int:
    """Writes POLECAT rows with their heading; acts without a date are left out."""
    return _lines(_polecat(acts), POLECAT, stream, heading=True)


_DESCRIPTIONS: Final = {row.code: row.description for row in cameo()}


def _icews_side(side: str, name: str | None, party: Party) -> Row:
    own, country, sectors = icews_party(party)
    # a body with a name of its own is told by that name; others by their sector
    shown = own if party.country in ("UNO", "EUR") else name or own
    return {f"{side} Name": shown, f"{side} Sectors": sectors, f"{side} Country": country}


def _icews(acts: Iterable[Act]) -> Iterator[Row]:
    for act_id, act in _numbered(acts):
        day = day_of(act)
        if day is None or act.actor_country is None or act.recipient_country is None:
            continue
        code = code_of(act)
        where = country_name(act.place_country) if act.place_country else None
        yield {
            "Event ID": act_id,
            "Event Date": day.isoformat(),
            **_icews_side("Source", act.actor_name, actor_of(act)),
            "Event Text": _DESCRIPTIONS.get(code, ""),
            "CAMEO Code": code,
            "Intensity": _value(act),
            **_icews_side("Target", act.recipient_name, recipient_of(act)),
            "Sentence Number": None if act.sentence is None else act.sentence + 1,
            "Publisher": act.publisher,
            "City": None if act.place_name == where else act.place_name,
            "Country": where,
            "Latitude": _coordinate(act.place_lat),
            "Longitude": _coordinate(act.place_lon),
        }


def write_icews(acts: Iterable[Act], stream: IO[Any]) -> int:
    """Writes ICEWS rows with their heading; acts without a date or without country of actor or recipient are left out."""
    return _lines(_icews(acts), ICEWS, stream, heading=True)


#: CAMEO's cue categories by class: Phoenix keeps statements (01, 02) apart, GDELT counts 01 to 05 as verbal cooperation.
_LAST_OF_CLASS: Final = ((5, 1), (8, 2), (13, 3), (20, 4))


def class_of(code: str) -> int:
    """The quad class of a CAMEO code, 1 to 4, as GDELT has it."""
    return next(number for last, number in _LAST_OF_CLASS if int(code[:2]) <= last)


def _phoenix_side(side: str, party: Party) -> Row:
    parts = cameo_parts(party)
    names = ("Entity", "Role", "Attribute")
    filled = {f"{side}Actor{name}": part for name, part in zip(names, parts, strict=False)}
    return {f"{side}ActorFull": "".join(parts), **filled}


def _phoenix(acts: Iterable[Act]) -> Iterator[Row]:
    for act_id, act in _numbered(acts):
        day = day_of(act)
        if day is None or act.actor_country is None or act.recipient_country is None:
            continue
        code = code_of(act)
        yield {
            "EventID": act_id,
            "Date": f"{day:%Y%m%d}",
            "Year": day.year,
            "Month": day.month,
            "Day": day.day,
            **_phoenix_side("Source", actor_of(act)),
            **_phoenix_side("Target", recipient_of(act)),
            "EventCode": code,
            "EventRootCode": code[:2],
            "PentaClass": 0 if code[:2] in ("01", "02") else class_of(code),
            "GoldsteinScore": _value(act),
            "ActionLat": _coordinate(act.place_lat),
            "ActionLong": _coordinate(act.place_lon),
            "LocationName": act.place_name,
            "GeoCountryName": country_name(act.place_country) if act.place_country else None,
            "SentenceID": None if act.sentence is None else f"{act.act_id}_{act.sentence + 1}",
            "URLs": act.url,
            "NewsSources": act.publisher,
        }


def write_phoenix(acts: Iterable[Act], stream: IO[Any]) -> int:
    """Writes Phoenix lines, which have no heading; acts without a date or without country of actor or recipient are left out."""
    return _lines(_phoenix(acts), PHOENIX, stream, heading=False)


def _gdelt_side(side: str, name: str | None, party: Party) -> Row:
    parts = cameo_parts(party)
    body = bodies().get(party.country or "")
    row: Row = {f"{side}Code": "".join(parts), f"{side}Name": None if name is None else name.upper()}
    if body is None:
        kinds = parts[1:] if party.country else parts
        row[f"{side}CountryCode"] = parts[0] if party.country else None
    else:
        kinds = (parts[0], *parts[len(body.cameo) :])
        row[f"{side}CountryCode"] = "EUR" if party.country == "EUR" else None
        row[f"{side}KnownGroupCode"] = body.cameo[-1] if len(body.cameo) > 1 else None
    return row | {f"{side}Type{place}Code": kind for place, kind in enumerate(kinds[:3], 1)}


def _gdelt(acts: Iterable[Act]) -> Iterator[Row]:
    for act_id, act in _numbered(acts):
        day = day_of(act)
        if day is None:
            continue
        code = code_of(act)
        yield {
            "GLOBALEVENTID": act_id,
            "SQLDATE": f"{day:%Y%m%d}",
            "MonthYear": f"{day:%Y%m}",
            "Year": day.year,
            "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
            **_gdelt_side("Actor1", act.actor_name, actor_of(act)),
            **_gdelt_side("Actor2", act.recipient_name, recipient_of(act)),
            "EventCode": code,
            "EventBaseCode": code[:3],
            "EventRootCode": code[:2],
            "QuadClass": class_of(code),
            "GoldsteinScale": _value(act),
            "NumMentions": act.n_reports or 1,
            "NumSources": act.n_sources,
            "ActionGeo_FullName": act.place_name,
            "ActionGeo_CountryCode": fips_of(act.place_country) if act.place_country else None,
            "ActionGeo_Lat": _coordinate(act.place_lat),
            "ActionGeo_Long": _coordinate(act.place_lon),
            "DATEADDED": None if act.published is None else f"{act.published:%Y%m%d}000000",
            "SOURCEURL": act.url,
        }


def write_gdelt(acts: Iterable[Act], stream: IO[Any]) -> int:
    """Writes GDELT 2.0's columns as CSV with a heading; acts without a date are left out."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(GDELT_2)
    count = 0
    for row in _gdelt(acts):
        writer.writerow([_text(row.get(column)) for column in GDELT_2])
        count += 1
    return count
