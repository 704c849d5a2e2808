"""What ``dateline code`` prints: records that follow the schema and cite the text word for word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from running import GOOD, cold_, dateline_, records

from dateline.read import ReadOptions, read
from dateline.record import load_schema

TEXT = (
    GOOD
    + """
According to the Daily Nation, Somali militants reportedly killed 12 civilians near Kismayo in March 2024 – “a vicious attack”, a
survivor said 😀. Two-thirds of Kenyans oppose the mission, which will depend on foreign aid.

The African Union did not condemn the raid. Britain plans to send 300 troops to Nairobi in return for naval access.
"""
)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, Any]]]:
    """The canonical text, and the records and claims printed for it."""
    folder = tmp_path_factory.mktemp("records")
    path = folder / "brief.md"
    path.write_text(TEXT, encoding="utf-8")
    done = dateline_(folder, "code", "brief.md", "--no-db", "--date", "2024-05-07", "--format", "jsonl", "--claims")
    assert done.returncode == 0, done.stderr
    return read(str(path), options=ReadOptions()).text, records(done.stdout)


def cited(value: object) -> Iterator[tuple[str, list[int]]]:
    """Every (text, span) of a record, however deep."""
    if isinstance(value, dict):
        if value.get("text") is not None and value.get("span") is not None:
            yield value["text"], value["span"]
        for part in value.values():
            yield from cited(part)
    elif isinstance(value, list):
        for part in value:
            yield from cited(part)


def test_every_record_follows_the_schema(coded: tuple[str, list[dict[str, Any]]]) -> None:
    schema = load_schema()
    mention = jsonschema.Draft202012Validator(schema)
    claim = jsonschema.Draft202012Validator({"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/claim"})
    _, found = coded
    acts = [r for r in found if "trigger" in r]
    claims = [r for r in found if "trigger" not in r]
    assert len(acts) >= 7
    assert {c["kind"] for c in claims} >= {"opinion", "exchange"}
    for record in acts:
        mention.validate(record)
    for record in claims:
        claim.validate(record)


def test_every_cited_text_stands_at_its_span(coded: tuple[str, list[dict[str, Any]]]) -> None:
    text, found = coded
    pairs = [pair for record in found for pair in cited(record)]
    assert len(pairs) > 30
    assert [(said, text[start:end]) for said, (start, end) in pairs if text[start:end] != said] == []


def test_triggers_and_parties_lie_in_their_sentence(coded: tuple[str, list[dict[str, Any]]]) -> None:
    _, found = coded
    for record in found:
        if "trigger" in record:
            low, high = record["sentence"]["span"]
            start, end = record["trigger"]["span"]
            assert low <= start < end <= high


def test_ids_are_unique_and_claims_point_to_acts(coded: tuple[str, list[dict[str, Any]]]) -> None:
    _, found = coded
    ids = [r["mention_id"] for r in found if "trigger" in r]
    assert len(ids) == len(set(ids))
    assert {m for r in found if "trigger" not in r for m in r["mentions"]} <= set(ids)


def test_what_was_read_off_the_text(coded: tuple[str, list[dict[str, Any]]]) -> None:
    _, found = coded
    acts = {r["trigger"]["text"]: r for r in found if "trigger" in r}
    expelled = acts["expelled"]
    assert ([p["country"] for p in expelled["actors"]], [p["country"] for p in expelled["recipients"]]) == (["KEN"], ["RUS"])
    assert expelled["attribution"]["kind"] == "institution"
    assert expelled["date"]["earliest"] == "2024-05-06"
    assert expelled["date"]["basis"] == "relative"
    killed = acts["killed"]
    assert (killed["certainty"], killed["cues"]["certainty"]["text"]) == ("possible", "reportedly")
    assert (killed["date"]["earliest"], killed["date"]["latest"], killed["date"]["precision"]) == ("2024-03-01", "2024-03-31", "month")
    assert acts["condemn"]["negated"] is True
    assert acts["condemn"]["cues"]["negated"]["text"] == "not"


def test_the_same_input_gives_the_same_output(coded: tuple[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text(TEXT, encoding="utf-8")
    again = cold_(tmp_path, "code", "brief.md", "--no-db", "--date", "2024-05-07", "--format", "jsonl", "--claims")
    assert records(again.stdout) == coded[1]


def test_records_go_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    done = dateline_(tmp_path, "code", "a.md", "--no-db", "--format", "jsonl", "--out", "records.jsonl")
    assert done.returncode == 0
    assert done.stdout == "" and "records: records.jsonl" in done.stderr
    assert len(records((tmp_path / "records.jsonl").read_text(encoding="utf-8"))) >= 4


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    done = dateline_(tmp_path, "code", "a.md", "--no-db", "--format", "jsonl", "--out", "no/such/folder/records.jsonl")
    assert done.returncode == 1
    assert "E401" in done.stderr
