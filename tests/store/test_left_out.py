"""What a count leaves out is counted and said, each act under one reason; a series spans all that was read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from stored import document, party, phrase, run, sentences
from typer.testing import CliRunner

import dateline
from dateline.cli import app
from dateline.store.actfilter import ActFilter, Count, Cut, Period, Unit
from dateline.store.acts import cells
from dateline.store.duckdb import Database
from dateline.store.leftout import LeftOut
from dateline.types import Coded, EventMention, Participant, Status, TimeRef


def who(words: str, country: str | None) -> Participant:
    return party(words, country=country, sector="GOV", sectors=("GOV",))


NORWAY, LATVIA, CHILE = who("Arland", "NOR"), who("Borduria", "LVA"), who("Kelheim", "CHL")
MAY, SPRING, NEXT = (TimeRef(date(2023, month, 4), date(2023, last, 4), "day", "explicit", None, None) for month, last in ((5, 5), (3, 5), (8, 8)))


def act(number: int, **more: object) -> EventMention:
    one = EventMention(f"d1-m{number}", f"d1-e{number}", "d1", "a.md", sentences()[2], phrase("condemn"), "ACCUSE", actors=(NORWAY,), recipients=(LATVIA,), date=MAY)
    return replace(one, **more)  # type: ignore[arg-type]


ACTS = (
    act(0),
    act(1, negated=True),
    act(2, status=Status.FUTURE, date=NEXT),
    act(3, status=Status.HISTORICAL),
    act(4, date=None),
    act(5, date=SPRING),
    act(6, recipients=()),
    act(7, recipients=(who("Hafen", None),)),
    act(8, negated=True, date=None),  # one reason an act
    act(9, actors=(CHILE,), date=NEXT),
    act(10, event_id="d1-e0", negated=True),  # its event counts by another statement
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("left") / "a.duckdb"
    with Database(made) as database:
        database.write(Coded(replace(document(), published=None), sentences(), ACTS), run())
    return made


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database(path, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("wanted", "cut", "counted", "left"),
    [
        (ActFilter(), Cut(), 2, LeftOut(3, 2, 0, 1, 2, 1)),
        (ActFilter(), Cut(count=Count.EVENTS), 2, LeftOut(2, 2, 0, 1, 2, 1, "event")),
        (ActFilter(), Cut(period=Period.YEAR), 3, LeftOut(3, 2, 0, 1, 2, 0)),
        (ActFilter(), Cut(Unit.ACTOR), 4, LeftOut(3, 2, 0, 1, 0, 1, unit=Unit.ACTOR)),
        (ActFilter(actors=("CHL",)), Cut(), 1, LeftOut()),
        (ActFilter(recipients=("LVA",), since="2023-06"), Cut(), 1, LeftOut(1, 1, 0, 1, 0, 0)),
        (ActFilter(statuses=(Status.FUTURE,)), Cut(), 1, LeftOut(3, 0, 0, 0, 0, 0)),  # what was not asked for is no loss
        (ActFilter(types=("AID",)), Cut(), 0, LeftOut()),
        (ActFilter(datasets=("dateline",)), Cut(), 2, LeftOut(3, 2, 0, 1, 2, 1)),
    ],
)
def test_each_act_is_counted_or_left_out_for_one_reason(database: Database, wanted: ActFilter, cut: Cut, counted: int, left: LeftOut) -> None:
    found = cells(database, wanted, cut)
    assert sum(found.table["n"].to_pylist()) == counted
    assert found.left_out == left


def test_the_command_says_it_also_where_nothing_matches(path: Path) -> None:
    said = CliRunner().invoke(app, ["series", "--db", str(path)]).stderr.splitlines()
    assert [line.split(";")[0] for line in said] == [
        "left out: 1 act without a date, as their documents have none",
        "left out: 1 act whose dates span more than one month",
        "left out: 2 acts without a known country of actor and recipient",
        "left out: 3 acts that are said not to have taken place",
        "left out: 2 acts that are future, hypothetical or historical",
    ]
    events = CliRunner().invoke(app, ["series", "--db", str(path), "--count", "events"])
    assert "left out: 2 events that are said not to have taken place" in events.stderr
    none = CliRunner().invoke(app, ["series", "--db", str(path), "--period", "day", "--until", "2023-04"])
    assert none.exit_code == 0 and "no act matches" in none.stderr and "left out: 1 act without a date" in none.stderr


def test_an_export_without_a_word_for_it_says_it_too(path: Path) -> None:
    said = CliRunner().invoke(app, ["export", "--format", "icews", "--db", str(path)])
    assert "left out: 3 acts that are said not to have taken place" in said.stderr and "left out: 2 acts that are future" in said.stderr
    assert "without what the format needs" in said.stderr
    assert "left out" not in CliRunner().invoke(app, ["export", "--format", "jsonl", "--db", str(path)]).stderr


def test_python_has_it_beside_the_table(path: Path) -> None:
    with pytest.warns(UserWarning, match="1 act without a date"):
        table = dateline.series(path)
    assert "said not to have taken place" in table.schema.metadata[b"left_out"].decode()


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("wanted", [(), ("--actor", "NOR"), ("--recipient", "LVA", "--type", "ACCUSE"), ("--min-confidence", "0.0", "--certainty", "certain")])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_months_of_a_series_do_not_hang_on_who_is_asked_for(path: Path, unit: Unit, wanted: tuple[str, ...]) -> None:
    out = path.parent / "a.csv"
    assert CliRunner().invoke(app, ["series", "--db", str(path), "--unit", unit, *wanted, "--out", str(out)]).exit_code == 0
    starts = sorted({line.split(",")[3] for line in out.read_text().splitlines()[1:]})
    assert (starts[0], starts[-1], len(starts)) == ("2023-05-01", "2023-08-01", 4)


def test_days_asked_for_go_before_the_span(path: Path) -> None:
    with pytest.warns(UserWarning, match="without a date"):
        table = dateline.series(path, actor="NOR", since="2023-04", until="2023-06")
    assert [day.month for day in table["start"].to_pylist()] == [4, 5, 6]


def test_the_example_of_the_documentation_gives_the_counts_of_a_series(path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    sql = text.split("```sql\n")[1].split("```")[0]
    result = CliRunner().invoke(app, ["sql", sql, "--db", str(path), "--format", "json"])
    counted = cells_of(path)
    assert sorted((row["actor_country"], row["recipient_country"], row["start"], row["n"]) for row in json.loads(result.stdout)) == counted


def cells_of(path: Path) -> list[tuple[str, str, str, int]]:
    with Database(path, read_only=True) as database:
        rows = cells(database, ActFilter(), Cut()).table.to_pylist()
    return sorted((row["actor"], row["recipient"], row["start"].isoformat(), row["n"]) for row in rows)
