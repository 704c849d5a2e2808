"""``dateline response`` as a user runs it: over files, over a database, as a table and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import dateline_

NEWS = """---
title: Kenyan brigade enters Somalia
date: 2031-05-03
---

Kenya deployed 2,000 soldiers to Somalia on Friday. Ethiopia condemned the deployment on Saturday. Ethiopia ruled out sending troops.

Uganda urged Kenya to withdraw the soldiers. Ethiopia signed a contract with Kenya about tea.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("response")
    (made / "news.md").write_text(NEWS, encoding="utf-8")
    done = dateline_(made, "code", "news.md", "--db", "a.duckdb", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return made


QUERY = ("--actor", "ETH,Uganda", "--to", "KEN MOBILIZE SOM")


def test_files_and_database_give_the_same(folder: Path) -> None:
    files = dateline_(folder, "response", "news.md", *QUERY, "--format", "json")
    stored = dateline_(folder, "response", "--db", "a.duckdb", *QUERY, "--format", "json")
    assert (files.returncode, stored.returncode) == (0, 0), files.stderr + stored.stderr
    assert json.loads(files.stdout) == json.loads(stored.stdout)
    ethiopia, uganda = json.loads(files.stdout)["actors"]
    assert (ethiopia["actor"], uganda["actor"]) == ("ETH", "UGA")
    assert {"statement", "restraint"} <= {rung["rung"] for rung in ethiopia["ladder"]}
    assert ethiopia["ladder"][0]["acts"][0]["record"]["sentence"]["text"] == "Ethiopia condemned the deployment on Saturday."
    assert "demand" in {rung["rung"] for rung in uganda["ladder"]}
    assert {"rung": "demand", "others": ["UGA"]} in ethiopia["not_done"]


def test_an_event_id_is_a_trigger(folder: Path) -> None:
    listed = dateline_(folder, "events", "--db", "a.duckdb", "--type", "MOBILIZE", "--actor", "KEN", "--format", "jsonl")
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    event = rows[0]["event_id"]
    done = dateline_(folder, "response", "--db", "a.duckdb", "--actor", "ETH", "--to", event, "--format", "json")
    told = [one["record"] for one in json.loads(done.stdout)["trigger"]["mentions"]]
    assert {one["mention_id"] for one in told} >= {one["mention_id"] for one in rows if one["event_id"] == event}
    assert {one["event_id"] for one in told} == {event}


def test_the_table_says_what_and_why(folder: Path) -> None:
    done = dateline_(folder, "response", "--db", "a.duckdb", *QUERY, "--unrelated")
    assert done.returncode == 0, done.stderr
    assert "Trigger: KEN MOBILIZE SOM, 2031-05-02" in done.stdout
    assert "rung\tETH\tUGA" in done.stdout
    line = next(line for line in done.stdout.splitlines() if line.startswith("statement\t2031-05-03\tACCUSE"))
    assert "Ethiopia condemned the deployment on Saturday." in line
    assert "speaks of “deployment”, as one does of such a trigger; directed at Kenya" in line
    assert "from -10 (attack) to +10" in done.stdout
    assert done.stdout.count("Ethiopia ruled out sending troops.") == 1, "a sentence is printed in full once"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--actor", "ETH"), 2, "--to"),
        (("--actor", "ETH", "--to", "KEN SOM"), 2, "see 'dateline response --help' [E205]"),
        (("--actor", "Kisumu", "--to", "KEN * SOM"), 2, "perhaps Kenya (KEN)"),
        (("--actor", "Ethiopa", "--to", "KEN * SOM"), 2, "perhaps Ethiopia (ETH)"),
        (("--actor", "Atlantis Minor", "--to", "KEN MOBILIZE SOM"), 2, "E205"),
        (("--actor", "ETH", "--to", "KEN MOBILIZE SOM", "--since", "soon"), 2, "E205"),
        (("--actor", "ETH", "--to", "KEN ASSAULT NOR"), 3, "no act matches 'KEN ASSAULT NOR'; 'dateline events' shows"),
        (("--actor", "ETH", "--to", "KEN MOBILIZE SOM", "--since", "2032"), 3, "since 2032; 'dateline events'"),
        (("news.md", "--actor", "ETH", "--to", "KEN ASSAULT NOR"), 3, "'dateline code news.md --no-db' shows"),
        (("missing.md", "--actor", "ETH", "--to", "KEN MOBILIZE SOM"), 3, "E001"),
    ],
)
def test_what_is_wrong_is_said(folder: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = dateline_(folder, "response", "--db", "a.duckdb", *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert done.stdout == ""


def test_any_type_and_a_capital_that_stands_for_its_government(folder: Path) -> None:
    done = dateline_(folder, "response", "--db", "a.duckdb", "--actor", "Kampala", "--to", "KEN * SOM", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert "Kampala is read as Uganda (UGA)" in done.stderr
    report = json.loads(done.stdout)
    assert (report["query"]["type"], report["actors"][0]["actor"]) == (None, "UGA")
    assert "MOBILIZE" in {one["record"]["type"] for one in report["trigger"]["mentions"]}


def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    done = dateline_(tmp_path, "response", "--actor", "ETH", "--to", "KEN MOBILIZE SOM")
    assert (done.returncode, "E201" in done.stderr) == (1, True)


def test_each_act_is_one_line_with_all_who_report_it(tmp_path: Path) -> None:
    told = {
        "Reuters": "Chile expelled the Peruvian ambassador on Wednesday over the raid",
        "AP": "Chile on Wednesday expelled the Peruvian ambassador over Monday's raid",
    }
    for by, words in told.items():
        text = f"SANTIAGO, May 14, 2031 ({by}) - Peruvian police raided the Chilean embassy in Lima on Monday.\n\n{words}, the foreign ministry said.\n"
        (tmp_path / f"{by}.txt").write_text(text, encoding="utf-8")
    assert dateline_(tmp_path, "code", "Reuters.txt", "AP.txt", "--db", "a.duckdb").returncode == 0
    done = dateline_(tmp_path, "response", "--db", "a.duckdb", "--actor", "CHL", "--to", "PER * CHL", "--until", "2031-05-12")
    assert done.returncode == 0, done.stderr
    assert "(1 act in 2 reports)" in done.stdout
    (line,) = [one for one in done.stdout.splitlines() if "SANCTION/expel" in one]
    assert "(and 1 more report)" in line and "Reuters" in line and "Associated Press" in line
