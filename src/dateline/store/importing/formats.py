"""The files that can be imported: their columns, and which of them say what. docs/formats.md names versions and sources.

SQL of a format names cells in braces: ``{EventCode}`` is the trimmed text of that column, NULL where it is empty or the file lacks the column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.fieldcodes import Party, country_named
from dateline.store.importing import keys
from dateline.store.importing.keys import Act


@dataclass(frozen=True, slots=True)
class FieldFormat:
    """A format of another project.

    Args:
        name: as ``--format`` has it.
        version: which version of the format.
        day: SQL for the day of the act, a DATE, NULL where it is none.
        act, actor, recipient, place: SQL for the keys from which ``acts``, ``parties`` and ``places`` tell what they are.
        required: columns without which a file is not in this format.
        columns: the columns of a file without heading, by their number.
        more: SQL of further columns of the table ``imported``, by name.
        kept: columns that are kept under their own names, as people count and filter by them.
    """

    name: str
    version: str
    day: str
    act: str
    acts: Callable[[str], Act]
    actor: str
    recipient: str
    parties: Callable[[str], Party]
    place: str
    places: Callable[[str], str | None]
    required: tuple[str, ...]
    columns: dict[int, tuple[str, ...]] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()


def _gdelt_actor(one: str) -> tuple[str, ...]:
    parts = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
    return tuple(f"{one}{part}" for part in parts.split())


def _gdelt_place(one: str, second: bool) -> tuple[str, ...]:
    parts = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
    return tuple(f"{one}Geo_{part}" for part in parts if second or part != "ADM2Code")


def _gdelt(second: bool) -> tuple[str, ...]:
    return (
        *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
        *_gdelt_actor("Actor1"),
        *_gdelt_actor("Actor2"),
        *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
        *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
        *_gdelt_place("Actor1", second),
        *_gdelt_place("Actor2", second),
        *_gdelt_place("Action", second),
        *("DATEADDED", "SOURCEURL"),
    )


#: Columns of GDELT's event files: 1.0 (58; 57 without SOURCEURL, before April 2013) and 2.0 (61).
GDELT_1: Final = _gdelt(False)
GDELT_2: Final = _gdelt(True)
#: Columns of the Phoenix pipeline's lines (Open Event Data Alliance, 2014 and later).
PHOENIX: Final = (
    "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole", "SourceActorAttribute",
    "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute", "EventCode", "EventRootCode", "PentaClass",
    "GoldsteinScore", "Issues", "ActionLat", "ActionLong", "LocationName", "GeoCountryName", "GeoStateName", "SentenceID", "URLs", "NewsSources",
)  # fmt: skip
#: Columns of the ICEWS files on Dataverse (2016 to 2023).
ICEWS: Final = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name",
    "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip
#: Columns of the POLECAT files on Dataverse (ngecEvents, 2023 and later).
POLECAT: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW",
    "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


#: The separator of keys in SQL.
SEPARATOR_SQL: Final = f"chr({ord(keys.SEPARATOR)})"


def _compact(column: str) -> str:
    return f"try_strptime(left({{{column}}}, 8), '%Y%m%d')::DATE"


def _iso(column: str) -> str:
    return f"try_strptime(left({{{column}}}, 10), '%Y-%m-%d')::DATE"


def _key(*columns: str) -> str:
    # concat takes NULL for an empty text
    return "concat(" + f", {SEPARATOR_SQL}, ".join(f"{{{column}}}" for column in columns) + ")"


def _gdelt_party(one: str) -> str:
    return _key(*(f"{one}{part}" for part in ("CountryCode", "KnownGroupCode", "Type1Code", "Type2Code", "Type3Code")))


def _gdelt_format(name: str, version: str, columns: dict[int, tuple[str, ...]], *required: str) -> FieldFormat:
    return FieldFormat(
        name, version, _compact("SQLDATE"), _key("EventCode", "EventRootCode"), keys.cameo_act, _gdelt_party("Actor1"), _gdelt_party("Actor2"), keys.cameo_party,
        "{ActionGeo_CountryCode}", keys.fips_country, ("SQLDATE", "EventCode", "Actor1CountryCode", "Actor2CountryCode", *required), columns,
        {
            "source_id": "{GLOBALEVENTID}", "published": _compact("DATEADDED"), "actor_name": "{Actor1Name}", "recipient_name": "{Actor2Name}",
            "goldstein": "{GoldsteinScale}", "place_name": "{ActionGeo_FullName}", "place_lat": "{ActionGeo_Lat}",
            "place_lon": "{ActionGeo_Long}", "n_reports": "{NumMentions}", "n_sources": "{NumSources}", "url": "{SOURCEURL}",
            "place_admin1": "{ActionGeo_ADM1Code}", "place_admin2": "{ActionGeo_ADM2Code}",
        },
        ("IsRootEvent", "QuadClass", "NumArticles", "AvgTone", "ActionGeo_Type"),
    )  # fmt: skip


_PHOENIX: Final = FieldFormat(
    "phoenix", "Phoenix pipeline lines", _compact("Date"), _key("EventCode", "EventRootCode"), keys.cameo_act,
    _key("SourceActorEntity", "SourceActorRole", "SourceActorAttribute"), _key("TargetActorEntity", "TargetActorRole", "TargetActorAttribute"),
    keys.cameo_party, "{GeoCountryName}", country_named, ("EventID", "Date", "EventCode"), {len(PHOENIX): PHOENIX},
    {
        "source_id": "{EventID}", "actor_name": "{SourceActorFull}", "recipient_name": "{TargetActorFull}", "goldstein": "{GoldsteinScore}",
        "place_name": "{LocationName}", "place_lat": "{ActionLat}", "place_lon": "{ActionLong}", "url": "{URLs}", "publisher": "{NewsSources}",
        "place_admin1": "{GeoStateName}",
    },
    ("PentaClass", "Issues", "SentenceID"),
)  # fmt: skip
_CLINE: Final = FieldFormat(
    "phoenix", "Cline Center Historical Phoenix, CSV", "coalesce(" + _iso("story_date") + ", try_strptime({story_date}, '%m/%d/%Y')::DATE)",
    _key("code", "root_code"), keys.cameo_act, _key("source_root", "source_agent", "source_others"), _key("target_root", "target_agent", "target_others"),
    keys.cameo_party, "{countryname}", country_named, ("eid", "story_date", "code", "source_root", "target_root"), {},
    {
        "source_id": "{eid}", "actor_name": "{source}", "recipient_name": "{target}", "goldstein": "{goldstein}",
        "place_name": "{placename}", "place_lat": "{lat}", "place_lon": "{lon}",
    },
)  # fmt: skip
_ICEWS: Final = FieldFormat(
    "icews", "Dataverse, 20 columns", _iso("Event Date"), _key("CAMEO Code", "Event Text"), keys.cameo_act, _key("Source Name", "Source Country", "Source Sectors"),
    _key("Target Name", "Target Country", "Target Sectors"), keys.icews_party, "{Country}", country_named,
    ("Event Date", "CAMEO Code", "Source Country", "Target Country"), {},
    {
        "source_id": "{Event ID}", "actor_name": "{Source Name}", "recipient_name": "{Target Name}", "goldstein": "{Intensity}",
        "place_name": "coalesce({City}, {Province}, {Country})", "place_lat": "{Latitude}", "place_lon": "{Longitude}",
        "publisher": "{Publisher}", "text": "{Event Text}", "place_admin1": "{Province}", "place_admin2": "{District}",
    },
    ("Story ID", "Sentence Number", "City"),
)  # fmt: skip
_POLECAT: Final = FieldFormat(
    "polecat", "Dataverse ngecEvents, 40 columns", _iso("Event Date"), _key("Event Type", "Event Mode", "Contexts"), keys.plover_act,
    _key("Actor Country", "Primary Actor Sector", "Actor Sectors"), _key("Recipient Country", "Primary Recipient Sector", "Recipient Sectors"),
    keys.plover_party, "{Country}", country_named, ("Event Date", "Event Type", "Event Mode", "Actor Country", "Recipient Country"), {},
    {
        "source_id": "{Event ID}", "published": _iso("Publication Date"), "actor_name": "{Actor Name}", "recipient_name": "{Recipient Name}",
        "place_name": "coalesce({Placename}, {City})", "place_lat": "{Latitude}", "place_lon": "{Longitude}", "publisher": "{Source}",
        "place_admin1": "{Province}", "place_admin2": "{District}",
    },
    ("Event Mode", "Contexts", "Intensity", "Quad Code", "Actor Name Raw", "Recipient Name Raw", "City", "GeoNames ID", "Feature Type", "Language"),
)  # fmt: skip
_ACLED: Final = FieldFormat(
    "acled", "export CSV, 2019 and later", "coalesce(" + _iso("event_date") + ", try_strptime({event_date}, '%d %B %Y')::DATE)",
    "concat({sub_event_type}, CASE WHEN {actor2} IS NOT NULL THEN " + SEPARATOR_SQL + " || 'against' END)", keys.acled_act,
    _key("actor1", "inter1", "iso"), _key("actor2", "inter2", "iso"), keys.acled_party,
    "coalesce({iso}, {country})", keys.numbered_country, ("event_id_cnty", "event_date", "sub_event_type", "actor1", "actor2"), {},
    {
        "source_id": "{event_id_cnty}", "actor_name": "{actor1}", "recipient_name": "{actor2}", "place_name": "{location}",
        "place_lat": "{latitude}", "place_lon": "{longitude}", "publisher": "{source}", "text": "{notes}",
        "fatalities": "{fatalities}", "place_admin1": "{admin1}", "place_admin2": "{admin2}",
    },
    ("disorder_type", "event_type", "sub_event_type", "assoc_actor_1", "assoc_actor_2", "inter1", "inter2", "interaction", "civilian_targeting", "region",
     "admin3", "time_precision", "geo_precision", "source_scale", "tags"),
)  # fmt: skip
_UCDP: Final = FieldFormat(
    "ucdp-ged", "Georeferenced Event Dataset and its candidates, CSV", _iso("date_start"), "{type_of_violence}", keys.ucdp_act,
    _key("side_a", "type_of_violence", "country"), _key("side_b", "type_of_violence", "country"), keys.ucdp_party, "{country}", keys.ucdp_country,
    ("type_of_violence", "side_a", "side_b", "date_start", "best"), {},
    {
        "source_id": "{id}", "published": _iso("source_date"), "actor_name": "{side_a}", "recipient_name": "{side_b}",
        "place_name": "coalesce({where_coordinates}, {adm_2}, {adm_1})", "place_lat": "{latitude}", "place_lon": "{longitude}", "n_sources": "{number_of_sources}",
        "publisher": "{source_office}", "text": "{source_headline}", "fatalities": "{best}", "place_admin1": "{adm_1}", "place_admin2": "{adm_2}",
    },
    ("date_end", "date_prec", "type_of_violence", "conflict_name", "dyad_name", "where_prec", "where_description", "region", "event_clarity", "deaths_a",
     "deaths_b", "deaths_civilians", "deaths_unknown", "low", "high", "source_article"),
)  # fmt: skip

#: Formats in the order in which a file is compared with them.
FORMATS: Final = (
    _POLECAT,
    _ICEWS,
    _ACLED,
    _UCDP,
    _CLINE,
    _PHOENIX,
    _gdelt_format("gdelt2", "2.0, 61 columns", {61: GDELT_2}, "ActionGeo_ADM2Code"),
    _gdelt_format("gdelt1", "1.0, 58 or 57 columns", {58: GDELT_1, 57: GDELT_1[:57]}),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out: its format, its columns in order, and the rows of its heading."""

    format: FieldFormat
    columns: tuple[str, ...]
    delimiter: str
    heading: int


def format_names() -> tuple[str, ...]:
    """The names that ``--format`` takes."""
    return tuple(dict.fromkeys(one.name for one in FORMATS))


def layout(path: str, delimiter: str, cells: Sequence[str], name: str | None = None) -> Layout:
    """Tells the format of a file by its heading, else by the number of its columns.

    Args:
        path: the file, for messages.
        cells: cells of its first line.
        name: the format that it is said to have; ``None`` leaves it open.

    Raises:
        DatelineError: E431 where it is in no known format, or not in the one that is named.
    """
    heading = tuple(cell.strip() for cell in cells)
    wanted = [one for one in FORMATS if name in (None, one.name)]
    for one in wanted:
        if set(one.required) <= set(heading):
            return Layout(one, heading, delimiter, 1)
    for one in wanted:
        if len(heading) in one.columns and delimiter == "\t":
            return Layout(one, one.columns[len(heading)], delimiter, 0)
    raise DatelineError("E431", path, f"its first line has {len(heading)} columns" + (f" and does not fit {name}" if name else ""))
