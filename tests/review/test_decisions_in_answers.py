"""What reviewers decided shows in what the other commands read; the file keeps the machine's records."""

from __future__ import annotations

from pathlib import Path

import pytest
from coding import S2, S4, kenya, stored

import dateline
from dateline.briefs import make_extras, render, select
from dateline.cli.merged import merged_events
from dateline.config import BriefFormat
from dateline.merging import merge_events
from dateline.review.changes import with_type
from dateline.review.desk import Desk
from dateline.review.events import merge, split
from dateline.reviewed import reviewed
from dateline.store import EventFilter
from dateline.store.actfilter import ActFilter
from dateline.store.acts import iter_acts
from dateline.store.duckdb import Database
from dateline.types import Span

DOC = "d1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    stored(tmp_path / "a.duckdb", kenya())
    with Database(tmp_path / "a.duckdb") as database:
        merge_events(database)
    return tmp_path / "a.duckdb"


def ids(path: Path) -> dict[str, str]:
    """Ids of the machine's acts by trigger."""
    with Database(path, read_only=True) as database:
        return {str(row["trigger"]): str(row["mention_id"]) for row in database.select("SELECT trigger, mention_id FROM mentions")}


def acts(path: Path, wanted: EventFilter | None = None) -> list[tuple[str, str]]:
    with reviewed(path) as database:
        return sorted((row.mention.trigger.text, row.mention.type) for row in database.iter_events(wanted or EventFilter()))


def test_rejected_corrected_and_added_acts(path: Path) -> None:
    known = ids(path)
    with Database(path) as database:
        desk = Desk(database)
        desk.wrong("ann", DOC, known["recall"])
        desk.correct("ann", DOC, known["condemned"], lambda record: with_type(record, "REJECT"))
        start = kenya().document.text.index("happened")
        desk.add("ann", DOC, Span(start, start + len("happened")), "PROTEST")
    assert acts(path) == [("attacked", "ASSAULT"), ("condemned", "REJECT"), ("expelled", "SANCTION"), ("happened", "PROTEST")]
    assert acts(path, EventFilter(types=("REJECT",))) == [("condemned", "REJECT")]
    assert acts(path, EventFilter(types=("ACCUSE",))) == []
    selection = select(path, EventFilter())
    extras = make_extras(selection)
    assert (extras.checked, extras.struck) == (2, 1)
    page = render(selection, extras, BriefFormat.HTML, title=None, program="test").decode("utf-8")
    assert "partly checked by a person" in page and "A person has checked 2 of the 4 acts and struck out 1 more" in page
    coded = selection.coded[0]
    assert [one.trigger.text for one in coded.mentions] == ["expelled", "condemned", "attacked", "happened"]
    assert {one.trigger.text: one.sentence.text for one in coded.mentions}["happened"] == S4
    with reviewed(path) as database:
        told = {event.mentions[0].trigger.text: event.type for event in merged_events(database, EventFilter())}
        assert told == {"expelled": "SANCTION", "condemned": "REJECT", "attacked": "ASSAULT", "happened": "PROTEST"}
        counted = {(act.type, act.actor_country) for act in iter_acts(database, ActFilter())}
        assert ("REJECT", "ETH") in counted and not {kind for kind, _ in counted} & {"ACCUSE"}
    with Database(path, read_only=True) as database:
        assert {row["type"] for row in database.select("SELECT type FROM mentions WHERE sentence_text = ?", S2)} == {"ACCUSE", "SANCTION"}


def test_what_is_taken_back_or_disputed_stands_as_the_machine_has_it(path: Path) -> None:
    known, before = ids(path), acts(path)
    with Database(path) as database:
        desk = Desk(database)
        desk.wrong("ann", DOC, known["recall"])
        desk.undo("ann")
        desk.wrong("ann", DOC, known["attacked"])
        desk.accept("ben", DOC, known["attacked"])
    assert acts(path) == before
    with Database(path) as database:
        Desk(database).adjudicate("cia", known["attacked"], "none")
    assert ("attacked", "ASSAULT") not in acts(path)


def test_events_that_a_reviewer_merged_or_split(path: Path) -> None:
    known = ids(path)

    def events() -> list[int]:
        with reviewed(path) as database:
            return sorted(len(event.mentions) for event in merged_events(database, EventFilter()))

    alone = events()
    with Database(path) as database:
        desk = Desk(database)
        record = desk.current("ann", DOC, known["expelled"])
        assert record is not None
        merge(desk, "ann", record, known["recall"])
    assert events() == [1, 1, 2] and alone == [1, 1, 1, 1]
    with Database(path) as database:
        desk = Desk(database)
        record = desk.current("ann", DOC, known["expelled"])
        assert record is not None
        split(desk, "ann", record)
    assert events() == alone


def test_a_document_that_was_forgotten_leaves_no_act(path: Path) -> None:
    known = ids(path)
    with Database(path) as database:
        Desk(database).accept("ann", DOC, known["attacked"])
        database.forget(DOC)
    assert acts(path) == []


def test_own_rates_of_a_type_leave_what_a_person_confirmed(path: Path, tmp_path: Path) -> None:
    rates = tmp_path / "rates.tsv"
    rates.write_text("gold\tcoded\tcount\tconfidence\nACCUSE\tACCUSE\t30\t27.0\nNONE\tSANCTION\t60\t54.0\nNONE\tASSAULT\t60\t54.0\n", encoding="utf-8")

    def expected(name: str) -> float:
        rows = dateline.series(path, unit="actor", period="year", by="type", rates=rates).to_pylist()
        return float(sum(row[f"{name}_expected"] for row in rows))

    assert expected("sanction") < 0.5 and expected("assault") < 0.5
    with Database(path) as database:
        Desk(database).accept("ann", DOC, ids_of(database)["expelled"])
    assert expected("sanction") > 0.9 and expected("assault") < 0.5


def counts(path: Path, **wanted: str) -> list[tuple[int, float, float, float]]:
    rows = dateline.series(path, unit="actor", period="year", **wanted).to_pylist()
    return [(row["n"], row["n_low"], row["n_expected"], row["n_high"]) for row in rows]


def test_a_count_is_exact_where_a_document_was_read_whole(path: Path) -> None:
    known, before = ids(path), counts(path)
    with Database(path) as database:
        desk = Desk(database)
        desk.wrong("ann", DOC, known["recall"])
        for trigger in ("expelled", "condemned", "attacked"):
            desk.accept("ann", DOC, known[trigger])
    confirmed = counts(path)
    with Database(path) as database:
        Desk(database).done("ann", DOC)
    for then, more, now in zip(before, confirmed, counts(path), strict=True):
        assert then[1] < more[1] and more[0] <= more[1] <= more[2] < more[3], "the acts that were confirmed are the least that there were"
        assert now == (now[0],) * 4, "and all, where nothing else was missed"
    assert all(low == n == high for n, low, _, high in counts(path, count="events"))
    with Database(path) as database:
        Desk(database).undo("ann")
    assert counts(path) == confirmed


def test_a_document_read_whole_keeps_the_doubt_of_what_nobody_judged_there(path: Path) -> None:
    before = counts(path)
    with Database(path) as database:
        Desk(database).done("ann", DOC)
    for then, now in zip(before, counts(path), strict=True):
        assert now[0] == then[0] and now[2] < then[2] and now[1] < now[2] < now[3], "nothing was missed there, and what was found may be wrong"


def test_an_act_that_the_coder_is_sure_of_is_checked_too(path: Path) -> None:
    known = ids(path)
    with Database(path) as database:
        with database.writing() as session:
            session.run("UPDATE mentions SET confidence = 1")
        Desk(database).accept("ann", DOC, known["attacked"])
    rows = {row["actor"]: row for row in dateline.series(path, unit="actor", period="year", by="type").to_pylist()}
    sure = [row["assault_low"] for row in rows.values() if row["assault"]]
    assert sure and all(low >= 1 for low in sure)


def ids_of(database: Database) -> dict[str, str]:
    return {str(row["trigger"]): str(row["mention_id"]) for row in database.select("SELECT trigger, mention_id FROM mentions")}
