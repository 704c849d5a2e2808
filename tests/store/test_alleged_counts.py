"""What only the other side says an actor did is no deed of a count; the SQL agrees with the rule."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dateline
from dateline.alleged import is_alleged
from dateline.cli import app
from dateline.store import EventFilter
from dateline.store.actfilter import ActFilter, Cut
from dateline.store.acts import cells, iter_acts
from dateline.store.alleged import alleged_among
from dateline.store.duckdb import Database

TEXT = """Thailand accused Cambodia of shelling two villages on 4 May 2023.

Cambodia said that Thai jets had bombed its bases.

Peru expelled the Bolivian consul on 5 May 2023, its foreign ministry said.

Sudan condemned Chad, whose troops shelled a Sudanese town on 6 May 2023.

Observers of the UN said that Eritrean troops had shelled an Ethiopian town.

Kenya accused Uganda of arresting its fishermen; Uganda denied arresting Kenyan fishermen.

Mali and Niger, which accuse Algeria of sending arms to rebels, closed their borders with Algeria.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("alleged")
    (made / "a.txt").write_text(TEXT, encoding="utf-8")
    dateline.code_all(made / "a.txt", db=made / "a.duckdb", published=date(2023, 5, 10))
    return made


def deeds(database: Database, wanted: ActFilter) -> set[tuple[str, str | None, str | None]]:
    return {(act.type, act.actor_country, act.recipient_country) for act in iter_acts(database, wanted)}


def test_counts_leave_out_what_only_the_other_side_says(folder: Path) -> None:
    with Database(folder / "a.duckdb") as database:
        plain, all_of_them = (deeds(database, ActFilter(alleged=alleged)) for alleged in (False, True))
        counted, whole = (cells(database, ActFilter(alleged=alleged), Cut(period=None)) for alleged in (False, True))
    assert all_of_them - plain == {("ASSAULT", "KHM", "THA"), ("ASSAULT", "THA", "KHM"), ("COERCE", "UGA", "KEN"), ("AID", "DZA", "MLI")}
    assert {("ACCUSE", "THA", "KHM"), ("SANCTION", "PER", "BOL"), ("ASSAULT", "TCD", "SDN"), ("ASSAULT", "ERI", "ETH")} <= plain
    assert counted.left_out.alleged == 4 and whole.left_out.alleged == 0
    assert sum(whole.table["n"].to_pylist()) - sum(counted.table["n"].to_pylist()) == 4


def test_the_query_agrees_with_the_rule(folder: Path) -> None:
    with Database(folder / "a.duckdb") as database:
        mentions = [row.mention for row in database.iter_events(EventFilter())]
        found = alleged_among(database, [one.mention_id for one in mentions])
        held = {row["act_id"] for row in database.select("SELECT DISTINCT act_id FROM acts WHERE alleged")}
    beside = defaultdict(list)
    for one in mentions:
        beside[one.sentence.index].append(one)
    assert held == found == {one.mention_id for one in mentions if is_alleged(one, beside[one.sentence.index])} and len(found) >= 3


def test_python_and_the_command_line(folder: Path) -> None:
    db = folder / "a.duckdb"
    found = [dateline.series(db, actor="KHM", recipient="THA", period="year", alleged=alleged).to_pylist() for alleged in (False, True)]
    assert [[row["quad4"] for row in rows] for rows in found] == [[], [1]]
    run = CliRunner().invoke(app, ["series", "--db", str(db), "--actor", "KHM", "--recipient", "THA"])
    assert run.exit_code == 0 and "left out: 1 act that only the other side alleges; --alleged counts them" in run.stderr
    written = CliRunner().invoke(app, ["export", "--format", "icews", "--db", str(db), "--actor", "KHM", "--recipient", "THA"])
    assert written.exit_code == 0 and "left out: 1 act that only the other side alleges; --alleged counts them" in written.stderr
    listed = CliRunner().invoke(app, ["events", "--db", str(db), "--actor", "KHM", "--type", "ASSAULT"])
    assert "Thailand (alleged)" in listed.stdout


@pytest.mark.parametrize(
    ("text", "alleged"),
    [
        ("Angolan troops attacked a camp in Zambia on Tuesday, the government said.", 0),
        ("Chadian soldiers killed rebels in Niger on Tuesday, a government spokesman said.", 0),
        ("Angolan troops attacked a camp in Zambia on Tuesday, the Zambian government said.", 1),
        ("Zambia said that Angolan troops had attacked its bases.", 1),
        ("Angolan troops attacked a camp in Zambia on Tuesday, the Angolan government said.", 0),
    ],
)
def test_a_bare_speaker_whose_side_is_guessed_alleges_nothing(tmp_path: Path, text: str, alleged: int) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    dateline.code_all(tmp_path / "a.txt", db=tmp_path / "a.duckdb", published=date(2023, 5, 10))
    with Database(tmp_path / "a.duckdb") as database:
        mentions = [row.mention for row in database.iter_events(EventFilter())]
        assert len(alleged_among(database, [one.mention_id for one in mentions])) == alleged
    assert sum(is_alleged(one, mentions) for one in mentions) == alleged
