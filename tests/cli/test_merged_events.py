"""``dateline events --merged``: one line an event, through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import dateline_, records

from dateline.cli.merged import _COLUMNS, _FIELDS, _cells, to_record
from dateline.merge import make_event
from dateline.types import Certainty, EventMention, Mention, Participant, Place, Sentence, Span, Status

FIRST = """# Shelling kills four in Mandera

By Reuters

Mortar rounds fired from Somalia killed four people in the Kenyan town of Mandera on Friday, the county commissioner said.
"""
SECOND = """# Kenya counts its dead

Kenya closed its border with Somalia on Monday. On Friday mortar rounds fired from Somalia had killed six people in Mandera, a doctor said.
"""


def test_two_documents_report_one_event(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.md").write_text(SECOND, encoding="utf-8")
    assert dateline_(tmp_path, "code", "a.md", "--date", "2031-05-03").returncode == 0
    done = dateline_(tmp_path, "code", "b.md", "--date", "2031-05-06", "--format", "jsonl")
    printed = {row["mention_id"]: row["event_id"] for row in records(done.stdout)}
    rows = records(dateline_(tmp_path, "events", "--merged", "--type", "ASSAULT", "--format", "jsonl").stdout)
    (event,) = [row for row in rows if {"a.md", "b.md"} <= _inputs(tmp_path, row["mentions"])]
    assert event["event_id"] == min(event["mentions"]) and event["n_mentions"] == len(event["mentions"])
    assert {told["value"].split()[0] for told in event["numbers"]} >= {"4", "6"} and "number" in event["disputed"]
    assert event["n_independent"] == 2 and ["Reuters"] in event["origins"]
    assert any(mention in printed and printed[mention] == event["event_id"] for mention in event["mentions"])
    table = dateline_(tmp_path, "events", "--merged", "--limit", "1")
    assert table.returncode == 0 and len(table.stdout.splitlines()) == 2
    csv = dateline_(tmp_path, "events", "--merged", "--format", "csv").stdout
    assert csv.splitlines()[0].startswith("event_id,type,first")
    assert dateline_(tmp_path, "forget", "a.md").returncode == 0
    left = records(dateline_(tmp_path, "events", "--merged", "--format", "jsonl").stdout)
    assert {"b.md"} == set().union(*(_inputs(tmp_path, row["mentions"]) for row in left))


def _mention(number: int, status: Status = Status.OCCURRED, **more: object) -> EventMention:
    text = "Qatar expelled two envoys of Chad."
    party = Participant("Qatar", Span(0, 5), "Qatar", "QAT")
    fields = {"actors": (party,), "recipients": (), "status": status, "coder": "hand", "certainty": Certainty.CERTAIN, "confidence": 0.9, **more}
    sentence = Sentence(0, text, Span(0, len(text)))
    return EventMention(f"m{number}", "m0", "d1", "a.md", sentence, Mention("expelled", Span(6, 14)), "COERCE", (), (), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mentions", "act", "how", "differ"),
    [
        ([_mention(0)], "COERCE", "", ""),
        ([_mention(0, negated=True), _mention(1, negated=True)], "NOT COERCE", "", ""),
        ([_mention(0, Status.HYPOTHETICAL, certainty=Certainty.POSSIBLE)], "COERCE", "possible, hypothetical", ""),
        ([_mention(0, Status.FUTURE), _mention(1, Status.FUTURE)], "COERCE", "future", ""),
        ([_mention(0, Status.FUTURE), _mention(1)], "COERCE", "", "status: future (1), occurred (1)"),
        ([_mention(0, negated=True), _mention(1), _mention(2)], "COERCE", "", "whether it took place: yes (2), no (1)"),
    ],
)
def test_what_did_not_happen_is_no_deed(mentions: list[EventMention], act: str, how: str, differ: str) -> None:
    event = make_event(mentions)
    row = dict(zip((column.heading for column in _COLUMNS), _cells(event, {}), strict=True))
    assert (row["act"], row["how certain"], row["they differ in"]) == (act, how, differ)
    record = to_record(event)
    assert record["negated"] is act.startswith("NOT") and tuple(record) == _FIELDS
    assert {one["value"] for one in record["statuses"]} == {one.status.value for one in mentions}  # type: ignore[attr-defined]


def _inputs(folder: Path, mentions: list[str]) -> set[str]:
    listed = ", ".join(f"'{one}'" for one in mentions)
    sql = f"SELECT DISTINCT input_id FROM mentions JOIN documents USING (doc_id) WHERE mention_id IN ({listed})"
    return {row["input_id"] for row in json.loads(dateline_(folder, "sql", sql, "--format", "json").stdout)}


def test_events_stand_in_the_order_of_the_days_they_show(tmp_path: Path) -> None:
    """A headline that tells no day does not give its event the day of the document."""
    late = "# Chad expels ambassador of Gabon\n\n3 May 2031\n\nChad on Friday expelled the ambassador of Gabon.\n\nIt had closed its border with Niger on 28 April.\n"
    memo = "# Where it stands\n\n9 May 2031\n\nGabon recalled its envoy from Chad on 8 May. On 5 May Niger reopened its border with Chad.\n"
    for name, text in (("a.md", late), ("b.md", memo)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert dateline_(tmp_path, "code", "a.md", "b.md").returncode == 0
    lines = dateline_(tmp_path, "events", "--merged").stdout.splitlines()[1:]
    days = [line.split("\t")[0].strip("()") for line in lines]
    assert len(days) >= 4 and days == sorted(days)
    few = dateline_(tmp_path, "events", "--merged", "--limit", "2").stdout.splitlines()[1:]
    assert few == lines[:2]


SHOOTING = """Soldiers shoot at marchers in Kampala

KAMPALA, May 3, 2021 (AFP) - Soldiers opened fire on opposition marchers in Kampala on Monday, killing four people, the army said.

Human Rights Watch counted nine dead. The Red Cross said twelve people were killed.
"""
TWO = """Gunmen kill five in Quetta

QUETTA, May 3, 2021 (AFP) - Gunmen killed five miners in Quetta on Monday, police said.

In Karachi, the mayor said two policemen were killed in a bombing.
"""
LAHORE = "LAHORE, June 4, 2019 ({by}) - {note}\n\nA bomb killed {dead} people at a market in Lahore on Tuesday, {who} said.\n"


def _assaults(folder: Path, **texts: str) -> list[dict[str, object]]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert dateline_(folder, "code", *(f"{name}.txt" for name in texts)).returncode == 0
    return list(records(dateline_(folder, "events", "--merged", "--type", "ASSAULT", "--format", "jsonl").stdout))


def _told(event: dict[str, object], name: str) -> set[str]:
    return {one["value"] for one in event[name]}  # type: ignore[attr-defined]


def test_tolls_of_several_sides_stand_side_by_side(tmp_path: Path) -> None:
    (event,) = _assaults(tmp_path, a=SHOOTING)
    assert _told(event, "numbers") == {"4 killed", "9 killed", "12 killed"} and "number" in event["disputed"]  # type: ignore[operator]
    table = dateline_(tmp_path, "events", "--merged", "--type", "ASSAULT").stdout
    assert "4 killed (1: army)" in table and "9 killed (1: Human Rights Watch)" in table


def test_another_deed_is_no_toll_of_the_one_before(tmp_path: Path) -> None:
    assert not any({"5 killed", "2 killed"} <= _told(event, "numbers") for event in _assaults(tmp_path, a=TWO))


def test_a_source_that_corrects_itself_contradicts_nobody(tmp_path: Path) -> None:
    first = LAHORE.format(by="Reuters", note="", dead="eight", who="police")
    again = LAHORE.format(by="Reuters", note="(Corrects death toll to six from eight in paragraph 1)", dead="six", who="police")
    found = _assaults(tmp_path, a=first, b=again)
    (event,) = [event for event in found if event["withdrawn"]]
    assert _told(event, "withdrawn") == {"8 killed"} and _told(event, "numbers") == {"6 killed"} and "number" not in event["disputed"]  # type: ignore[operator]
    assert "withdrawn by its source: 8 killed (1)" in dateline_(tmp_path, "events", "--merged", "--type", "ASSAULT").stdout


def test_what_another_source_still_tells_is_not_withdrawn(tmp_path: Path) -> None:
    again = LAHORE.format(by="Reuters", note="(Corrects death toll to six from eight in paragraph 1)", dead="six", who="police")
    other = LAHORE.format(by="AP", note="", dead="eight", who="the mayor")
    assert any({"6 killed", "8 killed"} == _told(event, "numbers") for event in _assaults(tmp_path, a=again, b=other))


def test_parties_at_home_and_the_place_are_told() -> None:
    """News of one country: unions against the government, not "GHA against GHA"."""
    unions = Participant("Ghanaian dockers' unions", Span(0, 6), None, "GHA", "LAB")
    vox = Participant("the NPP", Span(0, 6), "New Patriotic Party", "GHA", "PTY")
    state, ministry = Participant("Ghana", Span(0, 5), "Ghana", "GHA", "GOV"), Participant("ministry", Span(0, 5), None, "GHA", "GOV")
    tema = Place("Tema port", Span(0, 4), "Tema", "GHA", lat=5.67, lon=-0.02)
    event = make_event([_mention(0, actors=(unions, vox), recipients=(state,), place=tema), _mention(1, actors=(unions,), recipients=(ministry,))])
    row = dict(zip((column.heading for column in _COLUMNS), _cells(event, {}), strict=True))
    assert row["actor"] == "Ghanaian dockers' unions (GHA LAB); New Patriotic Party (GHA PTY)"
    assert (row["recipient"], row["place"]) == ("GHA GOV", "Tema (GHA)")
    record = to_record(event)
    assert (record["actors"], record["recipients"]) == (["GHA"], ["GHA"])
    assert record["recipient_parties"] == [{"name": "Ghana", "country": "GHA", "sector": "GOV"}]
    assert record["places"] == [{"name": "Tema", "country": "GHA", "lat": 5.67, "lon": -0.02, "mentions": ["m0"]}]
    assert _cells(make_event([_mention(0)]), {})[4] == ""
