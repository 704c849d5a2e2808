"""Events in the database: incremental, independent of the order of arrival, with aliases, differences and independent sources."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from goldcoded import coded_documents, gold_events, gold_rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.evaluation.clusters import score_clusters
from dateline.merging import load_event, merge_events, renumbered
from dateline.store import duckdb, merging, new_run
from dateline.store.duckdb import Database
from dateline.store.merging import MergeTables
from dateline.types import Coded

RUN = new_run("dateline test", datetime(2031, 1, 1, tzinfo=UTC))
#: Two affairs: enough for events across documents, small enough to be merged many times.
AFFAIRS = ("a01", "a10")


def events_of(db: Database) -> dict[str, str]:
    rows = db.query("SELECT mention_id, event_id FROM mentions ORDER BY mention_id").to_pylist()
    return {row["mention_id"]: row["event_id"] for row in rows}


def table(db: Database) -> list[dict[str, object]]:
    return db.query("SELECT * FROM events ORDER BY event_id").to_pylist()


def at_once(path: Path, documents: Sequence[Coded]) -> tuple[dict[str, str], list[dict[str, object]]]:
    with Database(path) as db:
        db.write_batch(documents, RUN)
        merge_events(db)
        return events_of(db), table(db)


@pytest.fixture(scope="module")
def documents() -> list[Coded]:
    return coded_documents(gold_rows(*AFFAIRS))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, documents: list[Coded]) -> tuple[dict[str, str], list[dict[str, object]]]:
    return at_once(tmp_path_factory.mktemp("whole") / "a.duckdb", documents)


def test_an_event_is_named_by_its_smallest_mention(whole: tuple[dict[str, str], list[dict[str, object]]]) -> None:
    events, rows = whole
    for event in set(events.values()):
        assert event == min(mention for mention, own in events.items() if own == event)
    assert {row["event_id"] for row in rows} == set(events.values())
    assert len(rows) < len(events)


def test_the_store_gives_the_events_of_the_gold_records(whole: tuple[dict[str, str], list[dict[str, object]]]) -> None:
    events, _ = whole
    gold = gold_events(gold_rows(*AFFAIRS))
    ids = sorted(events)
    score = score_clusters([gold[one] for one in ids], [events[one] for one in ids])
    print(score, score.b_f1)
    assert score.b_f1 >= 0.9 and score.pair_precision >= 0.9


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_the_order_of_arrival_does_not_matter(
    seed: int, documents: list[Coded], whole: tuple[dict[str, str], list[dict[str, object]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    draw = random.Random(seed)
    order = draw.sample(documents, len(documents))
    with Database(tmp_path_factory.mktemp("order") / "a.duckdb") as db:
        while order:
            size = draw.randint(1, 12)
            db.write_batch(order[:size], RUN)
            order = order[size:]
            merge_events(db)
        assert events_of(db) == whole[0]
        assert table(db) == whole[1]


def test_a_report_that_comes_back_to_an_act_joins_it_whichever_came_first(tmp_path: Path) -> None:
    documents = coded_documents(_months_apart())
    reported, later = documents
    events, _ = at_once(tmp_path / "whole.duckdb", documents)
    assert len(set(events.values())) == 1
    for name, order in (("early", (reported, later)), ("late", (later, reported))):
        with Database(tmp_path / f"{name}.duckdb") as db:
            for one in order:
                db.write_batch([one], RUN)
                merge_events(db)
            assert events_of(db) == events


def _months_apart() -> list[dict[str, object]]:
    """The report of an act, and one of five months later that comes back to it, as gold rows."""
    told = {"type": "ASSAULT", "actor": [], "recipient": ["PHL"], "place": None, "quantity": None, "affair": "f", "cluster": "f", "agency": None, "outlet": None}
    first = {"id": "f1", "document": "f-d1", "sentence": "Gunmen bombed the ferry Santa Rita off Isla Verde.", "trigger": "bombed"}
    second = {"id": "f2", "document": "f-d2", "sentence": "Mourners gathered in Manila for the first time since the bombing of the Santa Rita.", "trigger": "bombing"}
    return [told | first | {"published": "2031-03-04", "event_date": "2031-03-04"}, told | second | {"published": "2031-08-01", "event_date": None}]


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_a_removed_document_leaves_the_events_of_the_others(
    seed: int, documents: list[Coded], tmp_path_factory: pytest.TempPathFactory
) -> None:
    draw = random.Random(seed)
    gone = {one.document.doc_id for one in draw.sample(documents, draw.randint(1, 8))}
    folder = tmp_path_factory.mktemp("removed")
    kept = at_once(folder / "kept.duckdb", [one for one in documents if one.document.doc_id not in gone])
    with Database(folder / "all.duckdb") as db:
        db.write_batch(documents, RUN)
        merge_events(db)
        db.forget(*gone, compact=False)
        merge_events(db)
        assert (events_of(db), table(db)) == kept
        lost = {mention.mention_id for one in documents if one.document.doc_id in gone for mention in one.mentions}
        for row in db.query("SELECT alias, event_id FROM event_aliases").to_pylist():
            assert not lost & {row["alias"], row["event_id"]}


def test_coding_again_changes_no_event(tmp_path: Path, documents: list[Coded]) -> None:
    events, rows = at_once(tmp_path / "a.duckdb", documents)
    with Database(tmp_path / "a.duckdb") as db:
        db.write_batch(documents[3:6], RUN)
        merge_events(db)
        assert events_of(db) == events and table(db) == rows
        assert merge_events(db).fresh == 0


def test_a_merge_leaves_the_earlier_id_as_an_alias(tmp_path: Path, documents: list[Coded]) -> None:
    with Database(tmp_path / "a.duckdb") as db:
        earlier: set[str] = set()
        for start in range(len(documents) - 1, -1, -6):  # the latest reports first
            db.write_batch(documents[max(0, start - 5) : start + 1], RUN)
            merge_events(db)
            earlier |= set(events_of(db).values())
        now = set(events_of(db).values())
        assert earlier - now
        tables = MergeTables(db)
        for old in earlier:
            assert set(tables.resolve(old)) <= now and tables.resolve(old)
        aliases = db.query("SELECT alias, event_id FROM event_aliases").to_pylist()
        assert {row["alias"] for row in aliases} >= earlier - now
        assert {row["event_id"] for row in aliases} <= now


def test_an_event_keeps_what_its_mentions_differ_in(tmp_path: Path, documents: list[Coded]) -> None:
    path = tmp_path / "a.duckdb"
    events, _ = at_once(path, documents)
    gold = gold_events(gold_rows(*AFFAIRS))
    with Database(path, read_only=True) as db:
        first = next(mention for mention, cluster in sorted(gold.items()) if cluster == "c007")
        (event,) = load_event(db, events[first])
        (same,) = load_event(db, first)
    assert same == event and len(event.mentions) >= 4
    assert {told.value for told in event.numbers} == {"9 killed", "14 killed"}
    assert "number" in event.disputed
    told = {one.value: one.mentions for one in event.numbers}
    by_id = {mention.mention_id: mention for mention in event.mentions}
    assert {by_id[one].sentence.text for one in told["9 killed"]} == {
        "Kenyan jets bombed a militia camp near Bulo Hawa in Somalia's Gedo region on Tuesday, killing nine fighters, residents and a local official said."
    }


def test_copies_of_an_agency_are_one_source(tmp_path: Path, documents: list[Coded]) -> None:
    path = tmp_path / "a.duckdb"
    events, rows = at_once(path, documents)
    ids = gold_events(gold_rows(*AFFAIRS))
    expelled = next(events[mention] for mention in sorted(ids) if ids[mention] == "c127")
    with Database(path, read_only=True) as db:
        (event,) = load_event(db, expelled)
    outlets = {one.mention_id: one.doc_id for one in event.mentions}
    row = next(one for one in rows if one["event_id"] == expelled)
    assert row["n_independent"] == len(event.origins)
    # PTI itself, The Tribune and Deccan Herald carry one text
    assert sum("PTI" in group or "Press Trust of India" in group for group in event.origins) == 1
    assert len(event.origins) <= len(set(outlets.values())) - 2


def test_records_carry_the_event(tmp_path: Path, documents: list[Coded]) -> None:
    path = tmp_path / "a.duckdb"
    events, _ = at_once(path, documents)
    with Database(path, read_only=True) as db:
        changed = renumbered(db, documents[:5])
    assert {m.mention_id: m.event_id for one in changed for m in one.mentions} == {
        m.mention_id: events[m.mention_id] for one in documents[:5] for m in one.mentions
    }


def _long(one: Coded, characters: int, mentions: int) -> Coded:
    """The document with a text of that length and so many acts."""
    text = one.document.text + "\n" + "Nothing else was told of that day. " * (characters // 35)
    first = one.mentions[0]
    acts = (replace(first, mention_id=f"{first.doc_id}-{number}", event_id=f"{first.doc_id}-{number}") for number in range(mentions))
    return replace(one, document=replace(one.document, text=text), mentions=tuple(acts))


@pytest.mark.parametrize("at_once", [merging.SCANNED_AT_ONCE, 0])
def test_many_acts_of_long_reports_are_read_within_the_memory_limit(
    tmp_path: Path, documents: list[Coded], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "SCANNED_AT_ONCE", at_once)
    long = [_long(one, 400_000, 300) for one in documents[:2]]
    with Database(tmp_path / "long.duckdb") as db:
        db.begin_run(RUN)
        db.write_batch(long, RUN)
        tables = MergeTables(db)
        (views,) = tables.views(tables.fresh())
        edges = tables.edges(view["doc_id"] for view in views)
    assert len(views) == 600 and not any("Nothing else was told" in str(view) for view in views)
    assert len(edges) == 2
    for one in long:
        found = edges[one.document.doc_id]
        assert one.document.text.startswith(found.head) and one.document.text.endswith(found.tail) and len(found.head) > len(found.tail) > 0


def test_want_of_memory_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "small.duckdb"
    with Database(path):
        monkeypatch.setitem(duckdb._SEALED, "memory_limit", "30MB")
    huge = "SELECT list(number) AS numbers FROM range(5000000) AS t(number)"
    with pytest.raises(DatelineError, match="E206"), Database(path) as db:
        db._rows(huge)
    with Database(path) as db:
        with pytest.raises(DatelineError, match="E206"):
            db.query(huge)
        with pytest.raises(DatelineError, match="E206"):
            db.read(huge)
