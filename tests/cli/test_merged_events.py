"""``dateline events --merged``: one line an event, through the command line."""

from __future__ import annotations

import json
from pathlib import Path

from running import dateline_, records

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


def test_what_did_not_happen_is_no_deed(tmp_path: Path) -> None:
    text = "# Aid\n\nQatar has not expelled any citizens of Kenya. Should China blockade Taiwan, Japan will impose sanctions on China.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert dateline_(tmp_path, "code", "a.md", "--date", "2031-05-03").returncode == 0
    head, *lines = (line.split("\t") for line in dateline_(tmp_path, "events", "--merged").stdout.splitlines())
    table = {line[head.index("actor")]: (line[head.index("act")], line[head.index("how certain")]) for line in lines}
    assert table["QAT"][0].startswith("NOT ") and "hypothetical" in table["CHN"][1] and not table["CHN"][0].startswith("NOT ")
    rows = {row["actors"][0]: row for row in records(dateline_(tmp_path, "events", "--merged", "--format", "jsonl").stdout)}
    assert rows["QAT"]["negated"] and not rows["CHN"]["negated"]
    assert [told["value"] for told in rows["CHN"]["statuses"]] == ["hypothetical"]


def _inputs(folder: Path, mentions: list[str]) -> set[str]:
    listed = ", ".join(f"'{one}'" for one in mentions)
    sql = f"SELECT DISTINCT input_id FROM mentions JOIN documents USING (doc_id) WHERE mention_id IN ({listed})"
    return {row["input_id"] for row in json.loads(dateline_(folder, "sql", sql, "--format", "json").stdout)}
