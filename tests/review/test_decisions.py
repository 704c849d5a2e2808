"""What reviewers decide: rows are appended, layers kept apart, undone, kept over a recoding, and shown where it disagrees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from coding import CODER, Client, kenya, message_of, run

from dateline.decisions.fields import FIELDS
from dateline.decisions.values import Kind, Record
from dateline.errors import DatelineError
from dateline.review.app import create_app
from dateline.review.changes import parse_days
from dateline.review.desk import Desk
from dateline.store.duckdb import Database
from dateline.types import Coded, EventMention, Span


def ids(coded: Coded) -> dict[str, str]:
    return {one.trigger.text: one.mention_id for one in coded.mentions}


def test_every_decision_is_a_row_with_who_when_before_and_after(desk: Desk, client: Client) -> None:
    key = ids(kenya())["expelled"]
    client.post("/decide", action="type", doc="d1", mention=key, value="COERCE")
    client.post("/decide", action="accept", doc="d1", mention=ids(kenya())["condemned"])
    rows = desk.database.select("SELECT reviewer, kind, before, after, base FROM decisions")
    assert [(row["reviewer"], row["kind"]) for row in rows] == [("Ada", "correct"), ("Ada", "accept")]
    assert '"type": "SANCTION"' in rows[0]["before"] and '"type": "COERCE"' in rows[0]["after"]
    assert '"modes": []' in rows[0]["after"], "COERCE has no mode expel"
    assert desk.database.select("SELECT type FROM mentions WHERE mention_id = ?", key)[0]["type"] == "SANCTION"


def test_accepting_goes_to_the_next_open_record_of_the_queue(client: Client) -> None:
    page = client.get("/start?queue=uncertain")
    assert ">recall</h2>" in page.text
    page = client.post("/decide", action="accept", doc="d1", mention=ids(kenya())["recall"], queue="uncertain")
    assert ">condemned</h2>" in page.text and message_of(page) == "Accepted."


def values(record: Record) -> dict[str, str]:
    """Every field of a record as the card shows it."""
    return {field.name: field.value(record) for field in FIELDS}


def test_another_actor_of_the_same_country_and_sector_is_a_change_of_the_actor(desk: Desk) -> None:
    key = ids(kenya())["attacked"]

    def renamed(record: Record) -> Record:
        return {**record, "actors": [{**record["actors"][0], "entity": "Somebody Else"}]}

    assert desk.correct("Ada", "d1", key, renamed) == ("actors",)
    assert desk.correct("Ada", "d1", key, renamed) == ()


def test_undo_takes_back_one_action_after_the_other(desk: Desk, client: Client) -> None:
    key = ids(kenya())["attacked"]
    client.post("/decide", action="wrong", doc="d1", mention=key)
    client.post("/decide", action="accept", doc="d1", mention=key)
    assert desk.ledger.verdict(key, "Ada").kind is Kind.ACCEPT
    client.post("/decide", action="undo", doc="d1", mention=key)
    assert desk.ledger.verdict(key, "Ada").kind is Kind.WRONG
    page = client.post("/decide", action="undo", doc="d1", mention=key)
    assert desk.ledger.verdict(key, "Ada") is None and "Taken back: no act" in message_of(page)
    assert message_of(client.post("/decide", action="undo", doc="d1", mention=key)).endswith("there is nothing to take back.")
    assert len(desk.ledger) == 4, "two decisions and two undos, all kept"


def test_reviewers_do_not_see_or_change_each_others_layers(desk: Desk, client: Client) -> None:
    key = ids(kenya())["attacked"]
    client.post("/decide", action="type", doc="d1", mention=key, value="MOBILIZE")
    other = Client(create_app(desk)).named("Ben")
    page = other.get(f"/doc/d1?at={key}")
    assert "1 other reviewer has judged this record" in page.text
    assert "MOBILIZE" not in page.text.split('<dialog id="edit-type"')[0], "the answer stays hidden"
    assert "Ada" not in page.text
    page = other.post("/decide", action="status", doc="d1", mention=key, value="ongoing")
    assert "What others say" in page.text and "MOBILIZE" in page.text.split('<dialog id="edit-type"')[0]
    assert desk.ledger.state(key, "Ada", None)["type"] == "MOBILIZE"
    assert desk.ledger.state(key, "Ben", None)["type"] == "ASSAULT"
    assert desk.ledger.disputed() == (key,)


def test_a_second_opinion_queue_holds_what_others_judged(desk: Desk, client: Client) -> None:
    key = ids(kenya())["attacked"]
    client.post("/decide", action="accept", doc="d1", mention=key)
    assert desk.queues.get("double", "Ada").ids == ()
    assert desk.queues.get("double", "Ben").ids == (key,)


def test_adjudication_settles_and_can_be_taken_back(desk: Desk, client: Client) -> None:
    key = ids(kenya())["attacked"]
    desk.correct("Ada", "d1", key, lambda record: {**record, "type": "MOBILIZE"})
    desk.wrong("Ben", "d1", key)
    page = client.get("/adjudicate")
    assert "by:Ada" in page.text and "by:Ben" in page.text and "MOBILIZE" in page.text
    assert not desk.ledger.final(key).settled
    client.post("/adjudicate", mention=key, choice="by:Ada")
    final = desk.ledger.final(key)
    assert final.settled and final.record["type"] == "MOBILIZE" and desk.ledger.disputed() == ()
    client.post("/adjudicate", action="undo")
    assert not desk.ledger.final(key).settled
    assert "nobody called" in message_of(client.post("/adjudicate", mention=key, choice="by:Eve"))


def test_a_ruling_that_is_taken_back_comes_first_and_is_named(desk: Desk, client: Client) -> None:
    key = ids(kenya())
    for words in ("recall", "condemned", "attacked"):
        desk.accept("Ada", "d1", key[words])
        desk.wrong("Ben", "d1", key[words])
    order = tuple(key[words] for words in ("recall", "condemned", "attacked"))
    assert desk.ledger.disputed() == order

    def first(text: str) -> str:
        return text.split('name="mention" value="')[1].split('"')[0]

    for words, choice in (("recall", "none"), ("attacked", "by:Ben")):
        answer = client.post("/adjudicate", mention=key[words], choice=choice)
        assert message_of(answer) == f"Ruled on “{words}”." and first(answer.text) == key["condemned"]
        answer = client.post("/adjudicate", action="undo")
        assert message_of(answer) == f"Taken back: ruling on “{words}”." and first(answer.text) == key[words], "what the keys rule on now"
        assert desk.ledger.disputed() == order, "and elsewhere it stands where it stood"
        if words == "recall":
            client.post("/adjudicate", mention=key["recall"], choice="by:Ada")
            order = order[1:]
    client.post("/decide", action="accept", doc="d1", mention=key["expelled"])
    answer = client.post("/adjudicate", action="undo")
    assert message_of(answer) == "Taken back: acceptance." and first(answer.text) == key["condemned"]


def test_reviewers_who_agree_need_no_ruling(desk: Desk) -> None:
    key = ids(kenya())["attacked"]
    for name in ("Ada", "Ben"):
        desk.correct(name, "d1", key, lambda record: {**record, "type": "MOBILIZE"})
    final = desk.ledger.final(key)
    assert final.settled and final.reviewers == ("Ada", "Ben") and desk.ledger.disputed() == ()


def test_the_same_missed_act_has_one_id_for_all_reviewers(desk: Desk) -> None:
    start = desk.coded("d1").document.text.index("happened")
    first = desk.add("Ada", "d1", Span(start, start + 8), "CONSULT")
    assert desk.add("Ben", "d1", Span(start, start + 8), "CONSULT") == first
    with pytest.raises(DatelineError, match="stands at these words already"):
        desk.add("Ada", "d1", Span(start, start + 8), "AID")
    assert first in {one["mention_id"] for one in desk.records("d1", "Ada")}
    assert first not in {one["mention_id"] for one in desk.records("d1", "Eve")}


def test_an_act_runs_over_no_sentence_end(desk: Desk) -> None:
    text = desk.coded("d1").document.text
    with pytest.raises(DatelineError, match="one sentence"):
        desk.add("Ada", "d1", Span(text.index("said."), text.index("condemned")), "AID")


def recode(path: Path, change: object) -> None:
    coded = kenya(coder="dateline test; coder 2")
    mentions = tuple(found for one in coded.mentions if (found := change(one)) is not None)  # type: ignore[operator]
    with Database(path) as database:
        database.write(replace(coded, mentions=mentions), run("b"))


def test_recoding_keeps_decisions_and_shows_conflicts(db: Path) -> None:
    key = ids(kenya())
    with Database(db) as database:
        desk = Desk(database)
        desk.correct("Ada", "d1", key["expelled"], lambda record: {**record, "type": "COERCE", "modes": []})
        desk.correct("Ada", "d1", key["condemned"], lambda record: {**record, "type": "REJECT", "modes": []})
        desk.accept("Ada", "d1", key["attacked"])
        desk.accept("Ada", "d1", key["recall"])

    def change(one: EventMention) -> EventMention | None:
        match one.trigger.text:
            case "expelled":
                return replace(one, type="THREATEN", modes=())
            case "condemned":
                return replace(one, type="REJECT", modes=())
            case "attacked":
                return None
        return replace(one, confidence=0.9)

    recode(db, change)
    with Database(db) as database:
        desk = Desk(database)
        assert len(desk.ledger) == 4
        assert desk.records("d1", "Ada")[0]["type"] == "COERCE", "the decision holds"
        found = {one.decision.mention_id: one.fields for one in desk.queues.drifts()}
        # the machine came round to REJECT, and recall changed in nothing that is reviewed
        assert found == {key["expelled"]: ("type",), key["attacked"]: ("act",)}
        client = Client(create_app(desk)).named("Ada")
        page = client.get("/recoded")
        assert "The coder no longer finds this act." in page.text and "THREATEN" in page.text
        assert "A newer coding says otherwise now" in client.get(f"/doc/d1?at={key['expelled']}").text
        desk.accept("Ada", "d1", key["expelled"])
        desk.correct("Ada", "d1", key["expelled"], lambda record: {**record, "type": "THREATEN"})
        assert {one.decision.mention_id for one in desk.queues.drifts()} == {key["attacked"]}


def test_forgetting_a_document_forgets_its_decisions(db: Path) -> None:
    with Database(db) as database:
        desk = Desk(database)
        desk.accept("Ada", "d1", ids(kenya())["attacked"])
        database.forget("a.md")
        assert database.select("SELECT count(*) AS n FROM decisions")[0]["n"] == 0


def test_merging_and_splitting_events(desk: Desk, client: Client) -> None:
    key = ids(kenya())
    page = client.post("/decide", action="merge", doc="d1", mention=key["recall"], value=key["expelled"])
    assert "Also reports this event" in page.text
    smallest = min(key["recall"], key["expelled"])
    states = {one["mention_id"]: one["event_id"] for one in desk.records("d1", "Ada")}
    assert states[key["recall"]] == states[key["expelled"]] == smallest
    assert desk.ledger.verdict(key["recall"], "Ada") is None, "merging says nothing of the record itself"
    client.post("/decide", action="split", doc="d1", mention=key["recall"])
    states = {one["mention_id"]: one["event_id"] for one in desk.records("d1", "Ada")}
    assert states[key["recall"]] == key["recall"] and states[key["expelled"]] == key["expelled"]
    client.post("/decide", action="undo", doc="d1", mention=key["recall"])
    states = {one["mention_id"]: one["event_id"] for one in desk.records("d1", "Ada")}
    assert states[key["recall"]] == smallest
    page = client.post("/decide", action="merge", doc="d1", mention=key["recall"], value=key["expelled"])
    assert "report one event already" in message_of(page)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"action": "modes", "value": ["discontinue", "expel"]}, {"modes": "discontinue, expel"}),
        ({"action": "status", "value": "ongoing"}, {"status": "ongoing"}),
        ({"action": "certainty", "value": "probable"}, {"certainty": "probable"}),
        ({"action": "negated"}, {"negated": "no"}),
        ({"action": "turn"}, {"actors": "RUS.GOV", "recipients": "KEN.GOV"}),
        ({"action": "date", "text": "0305"}, {"date": "2024-03-05"}),
        ({"action": "date", "text": "-"}, {"date": "–"}),
        ({"action": "party", "role": "actors", "text": "uga"}, {"actors": "UGA.GOV"}),
        ({"action": "party", "role": "actors", "text": ".mil"}, {"actors": "KEN.MIL"}),
        ({"action": "party", "role": "actors", "text": "-"}, {"actors": "–"}),
        ({"action": "party", "role": "recipients", "text": "+ foreign"}, {}),
        ({"action": "attribution", "text": "foreign"}, {}),
        ({"action": "kind", "value": "unnamed"}, {"attribution": "unnamed"}),
    ],
)
def test_each_field_is_corrected(desk: Desk, client: Client, form: dict[str, object], expected: dict[str, str]) -> None:
    key = ids(kenya())["expelled"]
    before = values(desk.records("d1", "Ada")[0])
    page = client.post("/decide", doc="d1", mention=key, **form)
    after = values(desk.records("d1", "Ada")[0])
    assert message_of(page).startswith("Changed"), message_of(page)
    changed = {name: value for name, value in after.items() if value != before[name]}
    assert changed == expected if expected else changed


def test_a_selection_sets_spans(desk: Desk, client: Client) -> None:
    key, text = ids(kenya())["expelled"], desk.coded("d1").document.text
    start = text.index("foreign ministry")
    span = {"start": start - 1, "end": start + len("foreign ministry")}
    client.post("/decide", action="attribution", doc="d1", mention=key, **span)
    record = desk.records("d1", "Ada")[0]
    assert record["attribution"]["text"] == "foreign ministry", "space around the selection is left out"
    client.post("/decide", action="party", role="recipients", add="1", doc="d1", mention=key, **span)
    assert [one["text"] for one in desk.records("d1", "Ada")[0]["recipients"]] == ["Russian diplomats", "foreign ministry"]
    two = text.index("two")
    client.post("/decide", action="trigger", doc="d1", mention=key, start=two, end=two + len("two Russian"))
    assert desk.records("d1", "Ada")[0]["trigger"]["text"] == "two Russian"
    said = text.index("said")
    client.post("/decide", action="certainty", doc="d1", mention=key, value="possible", start=said, end=said + 4)
    assert desk.records("d1", "Ada")[0]["cues"]["certainty"]["text"] == "said"


@pytest.mark.parametrize(
    "form",
    [
        {"action": "type", "value": "WAR"},
        {"action": "status", "value": "past"},
        {"action": "date", "text": "soon"},
        {"action": "date", "text": "1340"},
        {"action": "party", "role": "witness", "text": "uga"},
        {"action": "party", "role": "actors", "text": "-7"},
        {"action": "party", "role": "actors", "text": "zzzzqq"},
        {"action": "party", "role": "actors", "text": "uga", "pick": "99"},
        {"action": "place", "start": "9999999", "end": "99999999"},
        {"action": "trigger"},
        {"action": "merge", "value": "nobody"},
        {"action": "split"},
        {"action": "conquer"},
        {"action": "accept", "mention": "nobody"},
        {"action": "kind", "value": "oracle"},
    ],
)
def test_what_cannot_be_done_is_said_and_stores_nothing(desk: Desk, client: Client, form: dict[str, str]) -> None:
    page = client.post("/decide", **{"doc": "d1", "mention": ids(kenya())["expelled"], **form})
    assert page.status == 200 and 'class="message failed"' in page.text and message_of(page)
    assert len(desk.ledger) == 0


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({"action": "status", "value": "ongoing"}, {"action": "certainty", "value": "possible"}, "both changes are kept."),
        ({"action": "type", "value": "AGREE"}, {"action": "type", "value": "CONSULT"}, "In another window you had changed: type. What you said last counts."),
        ({"action": "status", "value": "future"}, {"action": "wrong"}, "In another window you had changed: status. What you said last counts."),
        ({"action": "wrong"}, {"action": "status", "value": "future"}, "In another window you had changed: whether it is an act. What you said last counts."),
        ({"action": "accept"}, {"action": "negated"}, "You had judged this record in another window; that is kept."),
        ({"action": "status", "value": "future"}, {"action": "undo"}, "Taken back: correction."),
    ],
)
def test_a_change_in_another_window_is_told(client: Client, first: dict[str, str], second: dict[str, str], said: str) -> None:
    key = ids(kenya())["expelled"]
    client.post("/decide", doc="d1", mention=key, seen="", **first)
    assert message_of(client.post("/decide", doc="d1", mention=key, seen="", **second)).endswith(said)


def test_changes_of_two_fields_in_two_windows_are_both_kept(desk: Desk, client: Client) -> None:
    key = ids(kenya())["expelled"]
    client.post("/decide", action="status", doc="d1", mention=key, value="ongoing", seen="")
    client.post("/decide", action="certainty", doc="d1", mention=key, value="possible", seen="")
    assert values(desk.records("d1", "Ada")[0])["status"] == "ongoing" and values(desk.records("d1", "Ada")[0])["certainty"] == "possible"


def test_read_only_shows_and_changes_nothing(db: Path) -> None:
    with Database(db, read_only=True) as database:
        desk = Desk(database, read_only=True)
        client = Client(create_app(desk)).named("Ada")
        page = client.get("/start?queue=uncertain")
        assert "read-only" in page.text and "/decide" not in page.text and "<dialog" not in page.text
        page = client.post("/decide", action="accept", doc="d1", mention=ids(kenya())["expelled"])
        assert "read-only" in message_of(page) and len(desk.ledger) == 0


def test_nothing_is_lost_over_a_restart(db: Path) -> None:
    key = ids(kenya())["expelled"]
    with Database(db) as database:
        desk = Desk(database)
        desk.correct("Ada", "d1", key, lambda record: {**record, "type": "COERCE", "modes": []})
        desk.undo("Ada")
        desk.wrong("Ada", "d1", key)
        before = desk.ledger.decisions
    with Database(db) as database:
        assert Desk(database).ledger.decisions == list(before)


def test_the_coder_of_added_acts_is_told_apart(desk: Desk) -> None:
    start = desk.coded("d1").document.text.index("happened")
    added = desk.add("Ada", "d1", Span(start, start + 8), "CONSULT")
    record = desk.ledger.state(added, "Ada", None)
    assert record["coder"] == "reviewer" != CODER and record["sentence"]["text"].startswith("Nothing of note")


def test_an_added_act_stays_added_when_its_parties_are_filled_in(desk: Desk, client: Client) -> None:
    start = desk.coded("d1").document.text.index("happened")
    added = desk.add("Ada", "d1", Span(start, start + 8), "CONSULT")
    assert desk.correct("Ada", "d1", added, lambda record: {**record, "status": "future"}) == ("status",)
    assert desk.correct("Ada", "d1", ids(kenya())["recall"], lambda record: {**record, "status": "future"}) == ("status",)
    assert desk.ledger.counts("Ada") == {"add": 1, "correct": 1}
    assert "1 corrected, 0 no act, 1 added" in client.get("/").text
    assert "added by a reviewer" in (page := client.get(f"/doc/d1?at={added}").text) and "+</span> added" in page
    desk.wrong("Ada", "d1", added)
    assert desk.ledger.counts("Ada") == {"wrong": 1, "correct": 1}
    desk.accept("Ada", "d1", added)
    assert desk.ledger.counts("Ada") == {"add": 1, "correct": 1}


def test_a_ruling_shows_on_the_record_to_who_made_it_and_who_judged(desk: Desk, client: Client) -> None:
    key = ids(kenya())["condemned"]
    desk.correct("Ben", "d1", key, lambda record: {**record, "type": "REJECT", "modes": []})
    desk.wrong("Zoe", "d1", key)
    desk.adjudicate("Eve", key, "by:Ben")
    page = Client(client.app).named("Eve").get(f"/doc/d1?at={key}").text
    assert "Ruled by <bdi>Eve</bdi>" in page and "<dt>Type</dt><dd>REJECT</dd>" in page and "§</span> ruled" in page
    assert "Ruled by" not in client.get(f"/doc/d1?at={key}").text, "answers stay hidden from who has not judged"
    client.post("/decide", action="accept", doc="d1", mention=key)
    assert "Ruled by <bdi>Eve</bdi>" in client.get(f"/doc/d1?at={key}").text
    assert "as it stands here" in Client(client.app).named("Ben").get(f"/doc/d1?at={key}").text
    desk.undo("Eve")
    desk.adjudicate("Eve", key, "none")
    assert "Ruled by <bdi>Eve</bdi>: no act." in Client(client.app).named("Zoe").get(f"/doc/d1?at={key}").text


def test_what_is_still_open_is_told_where_a_document_is_noted_as_complete(client: Client) -> None:
    acts = list(ids(kenya()).values())
    for act in acts[:-1]:
        client.post("/decide", action="accept", doc="d1", mention=act)
    page = client.post("/decide", action="done", doc="d1", mention=acts[0], seen=99)
    assert message_of(page) == "Noted: no act is missing in this document. 1 of its 4 records is still to be judged."
    assert "1 of its 4 records is still to be judged: only then" in page.text
    page = client.post("/decide", action="accept", doc="d1", mention=acts[-1])
    assert message_of(client.post("/decide", action="done", doc="d1", mention=acts[0], seen=99)) == "Noted: no act is missing in this document."


def test_names_are_told_apart_and_kept_whole(desk: Desk, client: Client) -> None:
    desk.accept("\u0644\u064a\u0644\u0649", "d1", ids(kenya())["recall"])
    desk.accept("Zoë", "d1", ids(kenya())["recall"])
    home = client.get("/").text
    assert "<bdi>Zoë</bdi>, <bdi>\u0644\u064a\u0644\u0649</bdi>" in home and 'name="name" value="Zoë"' in home
    assert message_of(client.post("/name", name="zoë")) == "You review as \u2068zoë\u2069, who is new here and not \u2068Zoë\u2069: each spelling is a coder of its own."
    assert message_of(client.post("/name", name="Bartholomew")) == "You review as \u2068Bartholomew\u2069, who is new here."
    assert message_of(client.post("/name", name="Zoë")) == "You review as \u2068Zoë\u2069."
    said = message_of(client.post("/name", name="n" * 61))
    assert said.startswith("⚠ The name has 61 characters, more than the 60") and "<bdi>Zoë</bdi>" in client.get("/").text


@pytest.mark.parametrize("typed", ["-3", "0304", "7", "12"])
def test_days_are_not_counted_from_a_day_that_is_not_known(typed: str) -> None:
    with pytest.raises(DatelineError, match="day of publication is not known") as caught:
        parse_days(typed, None)
    assert "1005" not in str(caught.value).split("write")[1]
    assert parse_days("2024", None) is not None and parse_days("241005", None) is not None and parse_days("-", None) is None
