"""Exports: the contract in JSONL and Parquet, flat CSV, and the PLOVER manual's JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pyarrow.parquet as pq
import pytest
from stored import coded, span

from dateline.errors import DatelineError
from dateline.record import load_schema, mention_to_record
from dateline.store import EventRow, rows_of
from dateline.store.export import CSV_COLUMNS, ExportFormat, export, plover_record
from dateline.store.records import records_to_table
from dateline.types import Participant

ROWS = tuple(rows_of(coded()))


def _text(rows: Iterable[EventRow], form: ExportFormat) -> str:
    stream = io.StringIO()
    export(rows, stream, form)
    return stream.getvalue()


def test_jsonl_is_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    assert export(ROWS, path, ExportFormat.JSONL) == 3
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert lines == [mention_to_record(row.mention) for row in ROWS]
    for line in lines:
        jsonschema.Draft202012Validator(load_schema()).validate(line)
    assert "Éva" in path.read_text("utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["a.jsonl"]


def test_csv_has_one_row_a_mention() -> None:
    rows = list(csv.DictReader(io.StringIO(_text(ROWS, ExportFormat.CSV))))
    assert len(rows) == 3 and list(rows[0]) == [column.name for column in CSV_COLUMNS]
    first = rows[0]
    assert (
        first["source_agencies"] == "Press Agency; " and first["source_outlets"] == "The Arland Times; Borduria's army"
    )
    assert first["contexts"] == "military; territory" and first["attribution_via"] == "Arland"
    assert (first["quad"], first["score"], first["negated"], first["place_lat"]) == ("4", "-9.0", "false", "48.25")
    assert (rows[1]["negated"], rows[1]["date_earliest"], rows[1]["recipients"]) == ("true", "", "")
    assert [row["trigger"] for row in rows] == ["fired", "condemn", "visit"]
    assert all(column.description for column in CSV_COLUMNS)


def test_csv_text_is_never_a_formula() -> None:
    mention = replace(ROWS[0].mention, actors=(Participant("=HYPERLINK(1)", span("Borduria")),), coder="@SUM(1)")
    (row,) = csv.DictReader(io.StringIO(_text([replace(ROWS[0], mention=mention)], ExportFormat.CSV)))
    assert (row["actors"], row["coder"], row["score"]) == ("'=HYPERLINK(1)", "'@SUM(1)", "-9.0")


def test_parquet_is_nested(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    assert export(ROWS, path, ExportFormat.PARQUET) == 3
    table = pq.read_table(path)
    assert table.column_names == list(mention_to_record(ROWS[0].mention))
    first = table.to_pylist()[0]
    assert first["trigger"]["span"] == {"start": span("fired").start, "end": span("fired").end}
    assert first["attribution"]["kind"] == "institution" and [one["text"] for one in first["attribution"]["via"]] == [
        "Arland"
    ]
    assert str(first["date"]["earliest"]) == "2023-05-04"
    assert first["actors"][0]["sectors"] == ["MIL", "GOV"] and first["quantities"][0]["value"] == 1200.0
    assert table.to_pylist()[1]["attribution"] is None and table.to_pylist()[1]["sources"] == []
    assert records_to_table([row.mention for row in ROWS]).equals(table)


def test_parquet_to_a_stream_and_of_nothing() -> None:
    stream = io.BytesIO()
    assert export((), stream, ExportFormat.PARQUET) == 0
    assert pq.read_table(io.BytesIO(stream.getvalue())).num_rows == 0


def test_plover_json() -> None:
    fired, condemned, visits = (plover_record(row) for row in ROWS)
    assert fired["id"] == "d1-m1" and fired["date"] == "2023-05-04" and "enddate" not in fired
    assert (fired["event"], fired["quad_code"], fired["event_scale"], fired["mode"]) == (
        ["ASSAULT"],
        4,
        -9.0,
        ["firearms"],
    )
    assert fired["actor"] == [
        {
            "code": "BGR",
            "sector": "MIL",
            "entity_text": "troops",
            "identifier_text": "Bordurian army",
            "other_sector_codes": ["GOV"],
        }
    ]
    assert fired["event_loc"] == {
        "extracted_place": "Hafen",
        "resolved_place": "Hafen",
        "geonameid": 2778067,
        "lat": 48.25,
        "lon": 14.5,
        "country_code": "AUT",
    }
    assert fired["text_info"] == {
        "sequence": 1,
        "start": ROWS[0].mention.sentence.span.start,
        "end": ROWS[0].mention.sentence.span.end,
    }
    cited = fired["cite_info"]
    assert isinstance(cited, dict) and cited["codebook"] == "plover-2.0" and "Shots at Hafen" in cited["citation"]
    assert (condemned["date"], condemned["context"], condemned["recipient"]) == ("2023-06-01", ["negation"], [])
    assert (visits["date"], visits["enddate"], visits["context"]) == ("2023-06-02", "2023-12-31", ["future"])
    text = _text(ROWS, ExportFormat.PLOVER)
    assert [json.loads(line)["id"] for line in text.splitlines()] == ["d1-m1", "d1-m2", "d1-m3"]


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old")

    def broken():  # type: ignore[no-untyped-def]
        yield ROWS[0]
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        export(broken(), path, ExportFormat.JSONL)
    assert path.read_text() == "old" and [one.name for one in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_path_that_cannot_be_written_is_a_coded_error(tmp_path: Path) -> None:
    for target in (tmp_path / "no" / "a.csv", tmp_path):
        with pytest.raises(DatelineError) as caught:
            export(ROWS, target, ExportFormat.CSV)
        assert caught.value.code == "E401"
