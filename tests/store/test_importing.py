"""Imports: each format, malformed lines by number, packed files, replacing and forgetting."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from stored import coded, run

from dateline.errors import DatelineError
from dateline.ontology.fieldcodes import Party
from dateline.store.duckdb import Database
from dateline.store.importing import ImportResult, import_file, keys
from dateline.store.importing.formats import GDELT_1, GDELT_2, ICEWS, PHOENIX, POLECAT
from dateline.store.importing.keys import ACLED_ACTS, cameo_act
from dateline.store.importing.lines import csv_batches, tab_batches


def row(columns: tuple[str, ...], **cells: str) -> str:
    given = {name.replace("_", " ") if name.replace("_", " ") in columns else name: value for name, value in cells.items()}
    assert set(given) <= set(columns), set(given) - set(columns)
    return "\t".join(given.get(column, "") for column in columns)


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return Database(tmp_path / "a.duckdb")


def load(db: Database, path: Path, text: str, **options: str) -> ImportResult:
    path.write_text(text, "utf-8")
    return import_file(db, path, "r1", **options)  # type: ignore[arg-type]


def rows(db: Database, columns: str = "*") -> list[dict[str, object]]:
    found: list[dict[str, object]] = db.read(f"SELECT {columns} FROM imported ORDER BY dataset, input_id, line").to_pylist()
    return found


GDELT_ROW = {
    "GLOBALEVENTID": "410", "SQLDATE": "20241018", "Actor1Code": "PRKMIL", "Actor1Name": "NORTH KOREA", "Actor1CountryCode": "PRK",
    "Actor1Type1Code": "MIL", "Actor2Code": "IGOEUREEC", "Actor2Name": "EU", "Actor2CountryCode": "EUR", "Actor2KnownGroupCode": "EEC",
    "Actor2Type1Code": "IGO", "EventCode": "154", "GoldsteinScale": "-7.2", "NumMentions": "6", "NumSources": "2",
    "ActionGeo_FullName": "Kursk, Russia", "ActionGeo_CountryCode": "RS", "ActionGeo_Lat": "51.7", "ActionGeo_Long": "36.2",
    "ActionGeo_ADM1Code": "RS41", "NumArticles": "5", "AvgTone": "-3.25", "DATEADDED": "20241019", "SOURCEURL": "https://example.org/a",
}  # fmt: skip


@pytest.mark.parametrize(("columns", "name"), [(GDELT_1, "gdelt1"), (GDELT_1[:57], "gdelt1"), (GDELT_2, "gdelt2")])
def test_gdelt_is_told_by_its_columns(db: Database, tmp_path: Path, columns: tuple[str, ...], name: str) -> None:
    given = {key: value for key, value in GDELT_ROW.items() if key in columns}
    with db:
        result = load(db, tmp_path / "export.CSV", row(columns, **given) + "\n")
        (found,) = rows(db)
    assert (result.format, result.rows, result.n_malformed) == (name, 1, 0)
    assert (found["date"], found["published"], found["source_id"]) == (date(2024, 10, 18), date(2024, 10, 19), "410")
    assert (found["actor_country"], found["actor_sector"], found["recipient_country"]) == ("PRK", "MIL", "EUR")
    assert (found["type"], found["modes"], found["cameo"], found["quad"]) == ("MOBILIZE", ["troops"], "154", 4)
    assert (found["score"], found["goldstein"], found["n_reports"]) == (-6.5, -7.2, 6)
    assert (found["place_country"], found["place_lat"], found["line"]) == ("RUS", 51.7, 1)
    assert found["place_admin1"] == "RS41" and dict(found["details"]) == {"NumArticles": "5", "AvgTone": "-3.25"}  # type: ignore[call-overload]


def test_icews(db: Database, tmp_path: Path) -> None:
    good = row(
        ICEWS, Event_ID="1", Event_Date="2015-03-02", Source_Name="Police (Kenya)", Source_Sectors="Government,Police", Source_Country="Kenya",
        CAMEO_Code="0841", Intensity="7.0", Target_Name="United Nations", Target_Sectors="", Target_Country="", Country="Kenya", City="Nairobi",
        Province="Nairobi Area", Story_ID="33",
        Publisher="The Star",
    )  # fmt: skip
    host = row(ICEWS, Event_Date="2015-03-03", Source_Country="France", CAMEO_Code="043", Target_Country="Viet Nam", Source_Name="A", Target_Name="B")
    with db:
        result = load(db, tmp_path / "icews.tab", "\t".join(ICEWS) + f"\n{good}\n{host}\n")
        first, second = rows(db)
    assert (result.format, result.rows) == ("icews", 2)
    assert (first["actor_country"], first["actor_sectors"], first["recipient_country"]) == ("KEN", ["GOV", "COP"], "UNO")
    assert (first["type"], first["modes"], first["place_name"], first["place_country"]) == ("RETREAT", ["release"], "Nairobi", "KEN")
    assert (first["place_admin1"], first["place_admin2"], dict(first["details"])) == ("Nairobi Area", None, {"Story ID": "33", "City": "Nairobi"})  # type: ignore[call-overload]
    # CAMEO 043: the source receives the target, who is PLOVER's actor
    assert (second["type"], second["actor_country"], second["actor_name"], second["recipient_country"]) == ("CONSULT", "VNM", "B", "FRA")


def test_polecat(db: Database, tmp_path: Path) -> None:
    good = row(
        POLECAT, Event_ID="x1", Event_Date="2023-05-04", Event_Type="ASSAULT", Event_Mode="Firearms", Contexts="military; human rights;unheard",
        Actor_Country="KOS", Primary_Actor_Sector="COP", Actor_Sectors="COP;GOV", Recipient_Country="NGO", Country="SRB", Latitude="42.9",
    )  # fmt: skip
    with db:
        load(db, tmp_path / "ngec.txt", "\t".join(POLECAT) + f"\n{good}\n")
        (found,) = rows(db)
    assert (found["type"], found["modes"], found["contexts"]) == ("ASSAULT", ["firearms"], ["military", "human_rights"])
    assert (found["actor_country"], found["actor_sector"], found["actor_sectors"]) == ("KOS", "COP", ["COP", "GOV"])
    assert (found["recipient_country"], found["place_country"], found["goldstein"], found["cameo"]) == ("NGO", "SRB", -10.0, "193")


def test_phoenix_lines_and_the_cline_centers_csv(db: Database, tmp_path: Path) -> None:
    line = row(
        PHOENIX, EventID="p1", Date="20160102", SourceActorEntity="SYR", SourceActorRole="REB", TargetActorEntity="USA", EventCode="112",
        GoldsteinScore="-2.0", GeoCountryName="Syria", URLs="https://example.org/p",
    )  # fmt: skip
    heading = "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,target_others,code,goldstein"
    cline = "7,1/2/1980,1980,1,2,SUNGOV,RUS,GOV,,AFGREB,AFG,REB,,190,-10"
    with db:
        assert load(db, tmp_path / "events.full.txt", f"{line}\n").format == "phoenix"
        assert load(db, tmp_path / "phoenix.csv", f"{heading}\n{cline}\n").rows == 1
        first, second = rows(db)
    assert (first["actor_country"], first["actor_sector"], first["type"], first["place_country"]) == ("SYR", "REB", "ACCUSE", "SYR")
    assert (second["date"], second["actor_country"], second["recipient_sector"], second["type"]) == (date(1980, 1, 2), "RUS", "REB", "ASSAULT")


ACLED = "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,iso,country,location,latitude,longitude,source,notes,fatalities"


def test_acled_with_notes_over_several_lines(db: Database, tmp_path: Path) -> None:
    text = (
        f'{ACLED}\nSUD1,05 January 2024,Battles,Armed clash,Military Forces of Sudan (2019-),State forces,RSF: Rapid Support Forces,'
        'Rebel group,729,Sudan,Omdurman,15.6,32.5,Radio,"Clashes,\nwith ""heavy"" fire",3\n'
        "SUD2,2024-01-06,Protests,Peaceful protest,Protesters (Sudan),Protesters,,,729,Sudan,Khartoum,15,32,Radio,n,0\n"
        "SUD3,2024-01-06,Battles,Headless dance,A,1,,,729,Sudan,Khartoum,15,32,Radio,n,0\n"
        "SUD4,2024-01-07,Strategic developments,Other,A,1,,,729,Sudan,Khartoum,15,32,Radio,n,0\n"
    )  # fmt: skip
    with db:
        result = load(db, tmp_path / "acled.csv", text)
        first, second, third = rows(db)
    assert (first["line"], first["actor_country"], first["actor_sector"], first["recipient_country"]) == (2, "SDN", "MIL", "SDN")
    assert first["text"] == 'Clashes,\nwith "heavy" fire' and first["recipient_sector"] == "REB"
    assert (second["line"], second["type"], second["modes"], second["recipient_country"]) == (4, "PROTEST", ["demo"], None)
    assert (first["fatalities"], second["fatalities"], first["place_admin1"]) == (3, 0, None)
    assert dict(first["details"])["event_type"] == "Battles" and "inter2" not in dict(second["details"])  # type: ignore[call-overload]
    assert (third["type"], result.untyped) == (None, 1)
    assert [(one.line, one.why) for one in result.malformed] == [(5, "'Headless dance' is no sub-event type of ACLED")]


def test_acled_regions_and_mobs(db: Database, tmp_path: Path) -> None:
    text = (
        "event_id_cnty,event_date,sub_event_type,actor1,inter1,actor2,inter2,iso,country,admin1,admin2,location,fatalities,civilian_targeting\n"
        "BGD1,2024-03-02,Mob violence,Rioters (Bangladesh),Rioters,Civilians (Bangladesh),Civilians,50,Bangladesh,Sylhet,Habiganj,Madhabpur,2,Civilian targeting\n"
        "BGD2,2024-03-03,Mob violence,Rioters (Bangladesh),Rioters,,,50,Bangladesh,Dhaka,Gazipur,Tongi,0,\n"
        "BGD3,2024-03-04,Mob violence,Rioters (Bangladesh),5,Rioters (Bangladesh),,50,Bangladesh,Dhaka,Gazipur,Tongi,,\n"
    )
    with db:
        load(db, tmp_path / "acled.csv", text)
        first, second, third = rows(db)
    assert [(one["type"], one["modes"]) for one in (first, second, third)] == [("ASSAULT", []), ("PROTEST", ["riot"]), ("ASSAULT", [])]
    assert (first["place_admin1"], first["place_admin2"], first["place_name"], first["fatalities"]) == ("Sylhet", "Habiganj", "Madhabpur", 2)
    assert (third["fatalities"], dict(first["details"])["civilian_targeting"]) == (None, "Civilian targeting")  # type: ignore[call-overload]


def test_ucdp_georeferenced_events(db: Database, tmp_path: Path) -> None:
    heading = (
        "id,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,number_of_sources,source_office,source_date,source_headline,where_coordinates,"
        "adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,deaths_civilians,best,high,low"
    )
    lines = (
        "9,2019,1,Myanmar (Burma): Arakan,x,Government of Myanmar (Burma),ULA,2,Reuters,2019-03-07,Clash,Mrauk-U town,Rakhine state,Mrauk-U,20.5,93.1,"
        "Myanmar (Burma),1,2019-03-05 00:00:00.000,2019-03-05 00:00:00.000,1,7,9,7",
        "10,2020,2,Fulani - Dogon,x,Dogon,Fulani,1,AFP,2020-01-02,Raid,,Mopti region,,14.4,-3.6,Mali,2,2020-01-01 00:00:00.000,2020-01-03 00:00:00.000,0,14,14,14",
        "11,2020,3,IS - Civilians,x,IS,Civilians,1,AFP,2020-01-02,Raid,Palma town,,,1,1,Mozambique,1,2020-01-01,2020-01-01,3,3,3,3",
        "12,2020,4,x,x,IS,Civilians,1,AFP,2020-01-02,Raid,Palma town,,,1,1,Mozambique,1,2020-01-01,2020-01-01,3,3,3,3",
    )
    with db:
        result = load(db, tmp_path / "ged.csv", "\n".join((heading, *lines)) + "\n")
        first, second, third = rows(db)
    assert (result.format, [one.line for one in result.malformed]) == ("ucdp-ged", [5])
    assert (first["date"], first["type"], first["fatalities"], first["n_sources"]) == (date(2019, 3, 5), "ASSAULT", 7, 2)
    assert (first["actor_country"], first["actor_sector"], first["recipient_country"], first["recipient_sector"]) == ("MMR", "GOV", "MMR", "REB")
    assert (first["place_name"], first["place_admin1"], first["place_country"]) == ("Mrauk-U town", "Rakhine state", "MMR")
    assert (second["place_name"], second["actor_sector"]) == ("Mopti region", "UAF") and dict(second["details"])["date_end"].startswith("2020-01-03")  # type: ignore[call-overload]
    assert (third["actor_sector"], third["recipient_sector"]) == ("REB", "CVL")


def test_acled_parties_and_acts() -> None:
    def acled_party(key: str) -> Party:
        return keys.acled_party(key.replace("|", keys.SEPARATOR))

    assert acled_party("Police Forces of Kenya (2022-)|1|800").country == "KEN" and acled_party("Police Forces of Kenya (2022-)|1|800").sector == "COP"
    assert acled_party("Military Forces of the United States (2021-)|8|760").country == "USA"
    assert acled_party("Wagner Group|8|466").country is None
    for name, country, sector in (
        ("Government of Rwanda (1994-)", "RWA", "GOV"), ("Government of the United Arab Emirates (2022-)", "ARE", "GOV"), ("Government of Peru", "PER", "GOV"),
        ("Former Government of Afghanistan (2004-2021)", "AFG", "GOV"), ("Military Forces of Burundi (2005-) Imbonerakure", "BDI", "MIL"),
        ("Coast Guard of Greece (2019-)", "GRC", "GOV"), ("Judiciary of Iran (1989-)", "IRN", "JUD"),
        ("Military Forces of Democratic Republic of Congo (2019-)", "COD", "MIL"), ("Government of Ivory Coast (2011-)", "CIV", "GOV"),
        ("Private Security Forces (Chad)", "TCD", None), ("Civilians (Egypt)", "EGY", None),
        ("Communist Party of India (Maoist)", None, None), ("NATO: North Atlantic Treaty Organization", None, None),
    ):  # fmt: skip
        for kind in ("8", "External/Other forces"):
            assert (acled_party(f"{name}|{kind}|562").country, acled_party(f"{name}|{kind}|562").sector) == (country, sector), name
    assert acled_party("Government of National Accord (Libya)|8|562") == Party("LBY", "GOV", ("GOV",))
    assert acled_party("Government of Oromia|State forces|231") == Party("ETH", "GOV", ("GOV",))
    assert acled_party("||") == acled_party("")
    assert {name for name, act in ACLED_ACTS.items() if act is None} == {"change to group/activity", "disrupted weapons use", "other"}


def test_malformed_lines_are_named_by_number_and_the_rest_is_imported(db: Database, tmp_path: Path) -> None:
    good = row(GDELT_2, **GDELT_ROW)
    lines = [good, "", good + "\tmore", row(GDELT_2, **GDELT_ROW | {"SQLDATE": "20241341"}), row(GDELT_2, **GDELT_ROW | {"EventCode": "9999"}),
             row(GDELT_2, **GDELT_ROW | {"EventCode": "010"}), good.replace("Kursk", "K\udcffrsk")]  # fmt: skip
    path = tmp_path / "x.tsv"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    with db:
        result = import_file(db, path, "r1")
        found = rows(db)
    assert [(one.line, one.why) for one in result.malformed] == [(3, "62 columns instead of 61"), (4, "no day of the act"), (5, "'9999' is no CAMEO code")]
    assert (result.rows, result.untyped, result.n_malformed) == (3, 1, 3)
    assert [one["line"] for one in found] == [1, 6, 7] and found[1]["type"] is None and found[1]["goldstein"] == -7.2
    assert found[2]["place_name"] == "K\ufffdrsk, Russia"
    assert next(problem.detail for problem in result.problems()).endswith("(line 3: 62 columns instead of 61)")


def test_more_malformed_lines_than_are_listed_are_counted(db: Database, tmp_path: Path) -> None:
    with db:
        result = load(db, tmp_path / "x.tsv", "\n".join([row(GDELT_2, **GDELT_ROW), *["short\tline"] * 500]))
    assert (result.n_malformed, len(result.malformed)) == (500, 200) and "300 further lines" in result.problems()[-1].detail


def test_packed_files_and_replacement(db: Database, tmp_path: Path) -> None:
    text = (row(GDELT_2, **GDELT_ROW) + "\n") * 3
    (tmp_path / "a.gz").write_bytes(gzip.compress(text.encode()))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("b.csv", text)
    with db:
        for name in ("a.gz", "b.zip", "a.gz"):
            assert import_file(db, tmp_path / name, "r1").rows == 3
        assert len(rows(db)) == 6 and len(db.read("SELECT * FROM imports")) == 2
        assert db.forget("a.gz") == ("gdelt2/a.gz",) and len(rows(db)) == 3
        assert db.forget("gdelt2") == ("gdelt2/b.zip",) and rows(db) == [] and db.forget("gdelt2") == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E003"),
        (b"a\tb\nc\td\n", "E431"),
        (b"\x1f\x8bbroken", "E023"),
        (gzip.compress(b"x" * 100_000, mtime=0)[:60], "E023"),
        (b"PK\x03\x04broken", "E023"),
    ],
)
def test_a_file_that_cannot_be_imported_leaves_the_data_as_they_were(db: Database, tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.tsv"
    with db:
        load(db, path, row(GDELT_2, **GDELT_ROW))
        path.write_bytes(content)
        with pytest.raises(DatelineError, match=code):
            import_file(db, path, "r2")
        assert len(rows(db)) == 1


def test_a_file_damaged_in_its_middle_changes_nothing(db: Database, tmp_path: Path) -> None:
    text = "".join(row(GDELT_2, **GDELT_ROW | {"GLOBALEVENTID": str(number)}) + "\n" for number in range(3000)).encode()
    packed = gzip.compress(text)
    path = tmp_path / "x.gz"
    path.write_bytes(packed)
    with db:
        assert import_file(db, path, "r1").rows == 3000
        path.write_bytes(packed[: len(packed) - 20])
        with pytest.raises(DatelineError, match="E023"):
            import_file(db, path, "r2")
        assert len(rows(db)) == 3000 and len(db.read("SELECT * FROM imports")) == 1


def test_the_name_of_own_codings_is_taken(db: Database, tmp_path: Path) -> None:
    with db, pytest.raises(DatelineError, match="E205"):
        load(db, tmp_path / "x.tsv", row(GDELT_2, **GDELT_ROW), dataset="dateline")


def test_a_zip_of_several_files_is_refused(db: Database, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "x")
    with db, pytest.raises(DatelineError, match="E024"):
        import_file(db, tmp_path / "b.zip", "r1")


def test_lines_are_counted_over_chunks_of_any_size() -> None:
    data = "".join(f"{number}\tx{'y' * (number % 7)}\r\n" + "\n" * (number % 3 == 0) for number in range(200)).encode()
    whole = [one for batch in tab_batches(io.BytesIO(data), 0) for one in batch.table.to_pylist()]
    for size in (1, 7, 64, 1000):
        cut = [one for batch in tab_batches(io.BytesIO(data), 0, size) for one in batch.table.to_pylist()]
        assert cut == whole
    lines = data.split(b"\n")
    for one in whole:
        assert lines[one["number"] - 1].decode().rstrip("\r").split("\t") == one["cells"]


def test_an_unclosed_quote_does_not_swallow_the_file() -> None:
    data = b'a,b\n1,"never closed\n' + b"2,x\n" * 60_000
    found = [one for batch in csv_batches(io.BytesIO(data), 1) for one in batch.table.to_pylist()]
    assert found[0] == {"number": 2, "cells": []} and len(found) > 20_000 and found[-1]["cells"] == ["2", "x"]


def test_own_codings_and_imported_rows_stand_side_by_side(db: Database, tmp_path: Path) -> None:
    with db:
        db.write(coded(), run())
        load(db, tmp_path / "x.tsv", row(GDELT_2, **GDELT_ROW))
        found = db.read("SELECT dataset, type, actor_country, recipient_country, date_earliest FROM acts ORDER BY ALL").to_pylist()
        db.compact()
        assert db.read("SELECT count(*) AS n FROM acts").to_pylist() == [{"n": 4}]
    assert [tuple(one.values()) for one in found] == [
        ("dateline", "ACCUSE", "AUT", None, date(2023, 6, 1)),
        ("dateline", "ASSAULT", "BGR", "AUT", date(2023, 5, 4)),
        ("dateline", "CONSULT", "AUT", "DEU", date(2023, 6, 2)),
        ("gdelt2", "MOBILIZE", "PRK", "EUR", date(2024, 10, 18)),
    ]


def test_a_dropped_cue_category_has_no_type() -> None:
    assert (cameo_act("020").type, cameo_act("020").error, cameo_act("020").goldstein) == (None, None, 3.0)
