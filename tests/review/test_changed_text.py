"""A corrected text is another document: what becomes of the decisions on its earlier text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from coding import S1, S2, S3, S4, Client, kenya, mention, party, run, sentence_spans, stored

from dateline.decisions.carried import standing
from dateline.decisions.fields import differing
from dateline.rejudged import judged_otherwise, told_of
from dateline.review.app import create_app
from dateline.review.changes import with_type
from dateline.review.desk import Desk
from dateline.review.export import to_gold
from dateline.reviewed import reviewed
from dateline.store.duckdb import Database
from dateline.types import Coded, Span

NOTE = "Correction: an earlier version misspelt the name of a town."


def changed(paragraphs: Sequence[Sequence[str]], *, without: str = "", retyped: str = "") -> Coded:
    """The document with other paragraphs: the coder finds ``attacked`` and ``expelled`` where they stand, but for one of them."""
    old = kenya()
    text, blocks, sentences = sentence_spans(paragraphs)
    document = replace(old.document, doc_id="d2", text=text, blocks=tuple(blocks))
    found = []
    for one in sentences:
        for words, kind, who in (("expelled", "SANCTION", "Kenya"), ("attacked", "ASSAULT", "Kenyan troops")):
            if words in one.text and words != without:
                kind = "COERCE" if words == retyped else kind
                found.append(mention("d2", "a.md", text, one, words, kind, actors=(party(text, who, one, "KEN", "GOV"),)))
    return Coded(document, tuple(sentences), tuple(found))


def test_decisions_go_with_sentences_that_stay(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.duckdb")
    key = {one.trigger.text: one.mention_id for one in kenya().mentions}
    with Database(path) as database:
        desk = Desk(database)
        desk.correct("Ada", "d1", key["attacked"], lambda record: with_type(record, "COERCE"))
        desk.wrong("Ben", "d1", key["attacked"])
        desk.adjudicate("Eve", key["attacked"], "by:Ada")
        desk.wrong("Ada", "d1", key["expelled"])
        desk.accept("Ada", "d1", key["recall"])
        desk.undo("Ada")
        text = desk.coded("d1").document.text
        start = text.index("happened")
        desk.add("Ada", "d1", Span(start, start + 8), "CONSULT")
        desk.done("Ada", "d1")
        # one word of the first sentence changes, a note stands before all, the second sentence is gone
        new = changed(((NOTE,), (S1.replace("two", "three"),), (S3, S4)))
        assert judged_otherwise(database, [new.document]) == ("a.md",)
        database.write(new, run("b"))
        (told,) = told_of(database, ["a.md"])
        assert told.code == "W136" and told.severity == "warning" and "decisions on 2 acts were carried over" in told.detail and "those on 1 hold no longer" in told.detail
    with reviewed(path) as database:
        acts = {row["trigger"]: row["type"] for row in database.select("SELECT trigger, type FROM mentions")}
        assert acts == {"expelled": "SANCTION", "attacked": "COERCE", "happened": "CONSULT"}, "the struck act was in the sentence that changed"
    with Database(path) as database:
        desk = Desk(database)
        assert [one.mention_id for one in desk.lost if one.mention_id] == [key["expelled"]] and desk.ledger.done("d2") == ()
        for one in desk.records("d2", "Ada"):
            for part in (one["trigger"], one["sentence"], *one["actors"]):
                assert new.document.text[slice(*part["span"])] == part["text"]
        assert desk.ledger.counts("Ada") == {"correct": 1, "add": 1} and desk.agreement().doubled == 1
        client = Client(create_app(desk)).named("Ada")
        page = client.get("/recoded").text
        assert "hold no longer" in page and "expelled" in page and "no longer stored" not in page and "/doc/d2" in page
        # what is decided now comes after all that was
        desk.accept("Ada", "d2", new.mentions[0].mention_id)
        positions = [row["position"] for row in database.select("SELECT position FROM decisions ORDER BY position")]
        assert len(set(positions)) == len(positions) == 9
        assert len(list(to_gold(desk))) == 2


def test_only_what_the_machine_really_changed_is_in_conflict(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.duckdb")
    key = {one.trigger.text: one.mention_id for one in kenya().mentions}
    with Database(path) as database:
        desk = Desk(database)
        desk.wrong("Ada", "d1", key["expelled"])
        desk.accept("Ada", "d1", key["attacked"])
        database.write(changed(((S2,), (S3,), (S1,)), without="attacked", retyped="expelled"), run("b"))
        found = {one.decision.before["trigger"]["text"]: one for one in Desk(database).queues.drifts() if one.decision.before}
        assert found["attacked"].machine is None and "type" in found["expelled"].fields and "trigger" not in found["expelled"].fields
        page = Client(create_app(Desk(database))).named("Ada").get("/recoded").text
        assert "The coder no longer finds this act." in page and "The decision holds" in page and "hold no longer</h2>" not in page


def test_a_text_changed_twice_and_back_has_its_decisions_again(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.duckdb")
    (attacked,) = [one.mention_id for one in kenya().mentions if one.trigger.text == "attacked"]
    with Database(path) as database:
        Desk(database).correct("Ada", "d1", attacked, lambda record: with_type(record, "COERCE"))
        database.write(changed(((S3.replace("camp", "town"),),)), run("b"))
        assert standing(database).decisions == () and len(standing(database).lost) == 1
        database.write(kenya("d3"), run("c"))
        (one,) = standing(database).decisions
        assert one.doc_id == "d3" and one.after is not None and differing(one.base, one.after) == ("type",)
        desk = Desk(database)
        desk.undo("Ada")
        assert Desk(database).ledger.verdict(str(one.mention_id), "Ada") is None and Desk(database).lost == ()


def test_a_sentence_that_stands_twice_takes_no_decision(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.duckdb")
    (attacked,) = [one.mention_id for one in kenya().mentions if one.trigger.text == "attacked"]
    with Database(path) as database:
        Desk(database).wrong("Ada", "d1", attacked)
        database.write(changed(((S3,), (S4, S3))), run("b"))
        assert standing(database).decisions == () and len(standing(database).lost) == 1


def test_nothing_is_told_where_nobody_judged_or_the_text_is_the_same(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.duckdb", kenya("d1", "a.md"), kenya("e1", "b.md"))
    with Database(path) as database:
        Desk(database).accept("Ada", "d1", kenya().mentions[0].mention_id)
        assert judged_otherwise(database, [kenya("e2", "b.md").document, kenya("d1", "a.md").document]) == ()
