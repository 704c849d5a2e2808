"""Agreement against figures worked out by hand and by another route, and exports against their readers."""

from __future__ import annotations

import json
import math
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from coding import Client, kenya, mention, run, sentence_spans, stored
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.decisions.fields import party_code
from dateline.evaluation.gold import load_gold, predicted
from dateline.evaluation.score import evaluate_documents
from dateline.review.agreement import agreement, alpha
from dateline.review.app import create_app
from dateline.review.changes import with_party, with_trigger
from dateline.review.desk import Desk
from dateline.review.export import to_corpus, to_gold
from dateline.store.duckdb import Database
from dateline.training.notation import parse_notation
from dateline.types import Attribution, Coded, Document, Participant, Sentence, Span

KEYS = {one.trigger.text: one.mention_id for one in kenya().mentions}


def test_alpha_of_the_example_of_its_author() -> None:
    # Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section B: two observers, nominal, no missing data
    first = "a a b b d c c c e d d a".split()
    second = "b a b b b c c c e d d d".split()
    units = [{"1": a, "2": b} for a, b in zip(first, second, strict=True)]
    assert round(alpha(units), 3) == 0.692
    assert alpha([{"1": "x", "2": "x"}]) == 1.0


def by_hand(units: list[dict[str, str]]) -> float:
    """Nominal alpha from coincidences, gaps allowed."""
    counts: dict[str, float] = {}
    disagreed = total = 0.0
    for unit in units:
        values = list(unit.values())
        if len(values) < 2:
            continue
        for at, value in enumerate(values):
            counts[value] = counts.get(value, 0) + 1
            others = values[:at] + values[at + 1 :]
            disagreed += sum(other != value for other in others) / (len(values) - 1)
        total += len(values)
    expected = sum(n * (total - n) for n in counts.values()) / (total - 1)
    return 1 - disagreed / expected if expected else 1.0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("123"), st.sampled_from("abc"), min_size=2, max_size=3), min_size=1, max_size=12))
def test_alpha_of_any_judgements(units: list[dict[str, str]]) -> None:
    assert math.isclose(alpha(units), by_hand(units), abs_tol=1e-9)


def test_agreement_per_field_and_pair(desk: Desk) -> None:
    for key in KEYS.values():
        desk.accept("Ada", "d1", key)
    desk.accept("Ben", "d1", KEYS["expelled"])
    desk.correct("Ben", "d1", KEYS["condemned"], lambda record: {**record, "type": "REJECT", "modes": []})
    desk.wrong("Ben", "d1", KEYS["recall"])
    found = agreement(desk.ledger)
    fields = {one.name: one for one in found.fields}
    assert found.doubled == 3 and fields["act"].units == 3 and math.isclose(fields["act"].percent or 0, 2 / 3)
    assert fields["type"].units == 2 and fields["type"].percent == 0.5 and fields["actors"].percent == 1.0
    (pair,) = found.pairs
    assert (pair.first, pair.second, pair.sentences) == ("Ada", "Ben", 2)
    # Ada has three acts in the two sentences, Ben two of them, one of another type
    assert math.isclose(pair.trigger or 0, 4 / 5) and math.isclose(pair.trigger_type or 0, 2 / 5)
    assert math.isclose(pair.triple or 0, 2 / 5)


def test_an_act_that_one_adds_is_none_for_who_judged_its_sentence(desk: Desk) -> None:
    text = desk.coded("d1").document.text
    start = text.index("decision")
    desk.accept("Ben", "d1", KEYS["condemned"])
    desk.accept("Ada", "d1", KEYS["condemned"])
    desk.add("Ada", "d1", Span(start, start + 8), "REJECT")
    far = text.index("happened")
    desk.add("Ada", "d1", Span(far, far + 8), "AID")
    found = agreement(desk.ledger)
    assert found.doubled == 2, "the added act counts against Ben, who judged its sentence; the other one nobody else looked at"
    assert {one.name: one.percent for one in found.fields}["act"] == 0.5


def test_undone_judgements_do_not_count(desk: Desk) -> None:
    desk.accept("Ada", "d1", KEYS["condemned"])
    desk.wrong("Ben", "d1", KEYS["condemned"])
    assert agreement(desk.ledger).doubled == 1
    desk.undo("Ben")
    assert agreement(desk.ledger).doubled == 0


def test_the_page_shows_it_live(desk: Desk, client: Client) -> None:
    assert "Nothing has been judged twice" in client.get("/agreement").text
    desk.accept("Ada", "d1", KEYS["condemned"])
    desk.accept("Ben", "d1", KEYS["condemned"])
    live = client.get("/agreement/live").text
    assert "<html" not in live and "<bdi>Ada</bdi> and <bdi>Ben</bdi>" in live and "100%" in live and "1.00" in live


# exports


def reviewed(desk: Desk) -> None:
    """The first paragraph judged as a whole, with corrections; of the second only what the machine found."""
    desk.correct("Ada", "d1", KEYS["expelled"], lambda record: {**record, "modes": []})
    desk.wrong("Ada", "d1", KEYS["condemned"])
    desk.accept("Ada", "d1", KEYS["recall"])
    text = desk.coded("d1").document.text
    start = text.index("decision")
    desk.add("Ada", "d1", Span(start, start + 8), "REJECT")


def test_reviewed_sentences_become_passages(desk: Desk) -> None:
    assert to_corpus(desk).passages == 0 and list(to_gold(desk)) == []
    reviewed(desk)
    found = to_corpus(desk)
    passages, errors = parse_notation(found.text)
    assert errors == [] and found.left_out == () and found.passages == len(passages) == 1
    (passage,) = passages
    assert passage.date == "2024-03-06" and len(passage.sentences) == 2
    one, two = passage.sentences
    assert [(m["trigger"]["text"], m["type"], m["modes"]) for m in one.mentions] == [("expelled", "SANCTION", [])]  # type: ignore[index]
    assert [(m["trigger"]["text"], m["type"]) for m in two.mentions] == [("decision", "REJECT"), ("recall", "SANCTION")]  # type: ignore[index]
    recall = two.mentions[1]
    actor = recall["actors"][0]  # type: ignore[index]
    assert passage.text[slice(*actor["span"])] == "Ethiopia" and actor["span"][0] == passage.text.rindex("Ethiopia"), "the second Ethiopia"
    assert recall["status"] == "hypothetical" and recall["cues"]["status"]["text"] == "may"  # type: ignore[index]
    assert one.mentions[0]["date"]["value"] == "2024-03-04" and one.mentions[0]["quantities"][0]["counts"] == "diplomats"  # type: ignore[index]


def test_a_finished_document_holds_its_empty_sentences_too(desk: Desk) -> None:
    reviewed(desk)
    desk.accept("Ada", "d1", KEYS["attacked"])
    assert "Uganda" not in to_corpus(desk).text
    desk.done("Ada", "d1")
    passages, errors = parse_notation(to_corpus(desk).text)
    assert not errors and [[s.kind for s in p.sentences] for p in passages] == [["headline"], ["body", "body"], ["body", "body"]]
    assert passages[2].sentences[1].text.startswith("Nothing of note") and passages[2].sentences[1].mentions == []


def test_disputed_passages_wait_for_a_ruling(desk: Desk, tmp_path: Path) -> None:
    desk.accept("Ada", "d1", KEYS["attacked"])
    desk.wrong("Ben", "d1", KEYS["attacked"])
    desk.undo("Ben")
    desk.correct("Ben", "d1", KEYS["attacked"], lambda record: {**record, "type": "COERCE"})
    found = to_corpus(desk)
    assert found.passages == 0 and "reviewers differ" in found.left_out[0] and "# left out" in found.text
    (row,) = [json.loads(line) for line in to_gold(desk)]
    assert [one["optional"] for one in row["mentions"]] == [True]
    desk.adjudicate("Eve", KEYS["attacked"], "machine")
    assert to_corpus(desk).passages == 1
    (row,) = [json.loads(line) for line in to_gold(desk)]
    assert row["mentions"][0]["type"] == "ASSAULT" and "optional" not in row["mentions"][0]


def test_a_complete_document_goes_out_whole(desk: Desk, tmp_path: Path) -> None:
    """One line with every paragraph, its spans found again in its text; while a record is open, or nobody noted it complete, passages."""
    for words in ("expelled", "condemned", "recall"):
        desk.accept("Ada", "d1", KEYS[words])
    desk.done("Ada", "d1")
    assert len(list(to_gold(desk))) == 3, "an open record: heading, first paragraph, last sentence"
    elsewhere = kenya().mentions[0].actors[0]
    there = {"text": elsewhere.text, "span": [elsewhere.span.start, elsewhere.span.end], "entity": None, "country": "KEN", "sector": "GOV", "sectors": ["GOV"]}
    desk.correct("Ada", "d1", KEYS["attacked"], lambda record: with_party(record, "recipients", {**there, "score": 1.0}, 0))
    (line,) = to_gold(desk)
    row = json.loads(line)
    assert row["id"] == "a.md" and row["text"] == desk.coded("d1").document.text and len(row["mentions"]) == 4
    for one in row["mentions"]:
        for part in (one["trigger"], *one["actors"], *one["recipients"]):
            assert row["text"][slice(*part["span"])] == part["text"], "also where the party stands in another paragraph"
    path = tmp_path / "gold.jsonl"
    path.write_text(line, "utf-8")
    assert len(load_gold(path)) == 1
    desk.wrong("Ben", "d1", KEYS["condemned"])
    assert [one["trigger"]["text"] for one in json.loads(*to_gold(desk))["mentions"] if one.get("optional")] == ["condemned"]
    desk.undo("Ada")
    desk.undo("Ada")
    assert [json.loads(line)["id"] for line in to_gold(desk)] == ["a.md:21"], "not complete any more"


def test_what_was_not_coded_stands_in_no_whole_document(tmp_path: Path) -> None:
    """A byline between heading and text is no paragraph of the gold file, and what follows it keeps its words."""
    coded = kenya()
    text = coded.document.text.replace("\n\n", "\n\nBy Amina Otieno\n\n", 1)
    by = len("By Amina Otieno\n\n")

    def moved(value: object) -> object:
        if isinstance(value, Span):
            return Span(value.start + by, value.end + by) if value.start >= len(coded.sentences[0].text) else value
        if isinstance(value, tuple):
            return tuple(moved(one) for one in value)
        return replace(value, **{f.name: moved(getattr(value, f.name)) for f in fields(value)}) if is_dataclass(value) else value  # type: ignore[type-var]

    document = replace(moved(coded.document), text=text)  # type: ignore[type-var]
    with Database(stored(tmp_path / "a.duckdb", replace(coded, document=document, sentences=moved(coded.sentences), mentions=moved(coded.mentions)))) as database:  # type: ignore[arg-type]
        desk = Desk(database)
        for key in KEYS.values():
            desk.accept("Ada", "d1", key)
        desk.done("Ada", "d1")
        (row,) = [json.loads(line) for line in to_gold(desk)]
        assert row["text"] == coded.document.text, "without the byline"
        assert [row["text"][slice(*one["trigger"]["span"])] for one in row["mentions"]] == ["expelled", "condemned", "recall", "attacked"]


@pytest.mark.parametrize("first", ["Ada", "Ben"])
def test_whoever_answers_last_settles_nothing(desk: Desk, tmp_path: Path, first: str) -> None:
    """An act that one accepts and another strikes out is optional in the gold file and in no notation, in either order."""
    key = KEYS["attacked"]
    said = {"Ada": lambda: desk.accept("Ada", "d1", key), "Ben": lambda: desk.wrong("Ben", "d1", key)}
    for name in (first, *(one for one in said if one != first)):
        said[name]()
    assert to_corpus(desk).passages == 0 and "reviewers differ" in to_corpus(desk).left_out[0]
    (row,) = [json.loads(line) for line in to_gold(desk)]
    assert [(one["trigger"]["text"], one.get("optional")) for one in row["mentions"]] == [("attacked", True)]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row), "utf-8")
    (gold,) = load_gold(path)
    start, end = row["mentions"][0]["trigger"]["span"]
    coder = replace(predicted(kenya().mentions[3]), start=start, end=end)
    assert evaluate_documents([gold], [[coder]], draws=10).confusion == {}, "the coder is not punished for what is in dispute"
    desk.adjudicate("Eve", key, "none")
    (row,) = [json.loads(line) for line in to_gold(desk)]
    assert row["mentions"] == [] and to_corpus(desk).passages == 1
    desk.undo("Eve")
    (row,) = [json.loads(line) for line in to_gold(desk)]
    assert [one["optional"] for one in row["mentions"]] == [True], "a ruling that is taken back settles nothing"


def test_what_all_strike_out_is_no_act_and_two_places_of_a_dispute_are_both_optional(desk: Desk) -> None:
    for name in ("Ada", "Ben"):
        desk.wrong(name, "d1", KEYS["attacked"])
    assert [json.loads(line)["mentions"] for line in to_gold(desk)] == [[]] and to_corpus(desk).passages == 1
    for name in ("Ada", "Ben"):
        desk.undo(name)
    document, (*_, uganda) = desk.coded("d1").document, desk.coded("d1").sentences
    happened = Span(document.text.index("happened"), document.text.index("happened") + 8)
    around = {"text": uganda.text, "span": [uganda.span.start, uganda.span.end], "kind": "body"}
    desk.accept("Ben", "d1", KEYS["attacked"])
    desk.correct("Ada", "d1", KEYS["attacked"], lambda record: with_trigger(record, document, happened, around))
    found = {one["trigger"]["text"]: one["optional"] for line in to_gold(desk) for one in json.loads(line)["mentions"]}
    assert found == {"attacked": True, "happened": True}


def test_the_gold_file_is_read_and_scores_what_was_decided(desk: Desk, tmp_path: Path) -> None:
    reviewed(desk)
    desk.accept("Ada", "d1", KEYS["attacked"])
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(f"{line}\n" for line in to_gold(desk)), "utf-8")
    gold = load_gold(path)
    assert [one.id.split(":")[0] for one in gold] == ["a.md", "a.md"] and gold[0].published == "2024-03-06"
    # the machine found three acts in the first passage, of which one is none, and missed one
    start = desk.coded("d1").document.text.index("Kenya expelled")
    machine = [one for one in kenya().mentions if one.trigger.text != "attacked"]
    moved = [replace(predicted(one), start=one.trigger.span.start - start, end=one.trigger.span.end - start) for one in machine]
    report = evaluate_documents(gold[:1], [moved], draws=10)
    rows = {row.name: row for row in report.rows}
    assert math.isclose(rows["trigger+type"].precision, 2 / 3) and math.isclose(rows["trigger+type"].recall, 2 / 3)
    assert report.figures["date accuracy"].value == 1.0


def test_every_decision_is_exported(desk: Desk, client: Client) -> None:
    desk.accept("Ada", "d1", KEYS["attacked"])
    desk.undo("Ada")
    answer = client.get("/export/decisions.jsonl")
    rows = [json.loads(line) for line in answer.text.splitlines()]
    assert [row["kind"] for row in rows] == ["accept", "undo"] and rows[0]["after"]["type"] == "ASSAULT"
    assert "attachment" in answer.headers["content-disposition"]
    for path in ("/export/corpus.txt", "/export/gold.jsonl", "/export"):
        assert client.get(path).status == 200


WORDS = st.sampled_from(["Kenya", "troops", "hit", "a | b", "said;", "two", "camp", "x=1", "hit", "^up", "no#2", "Ärger", "🛰", "S", "!"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=9), st.data())
def test_whatever_is_written_is_read_back_as_it_was(words: list[str], data: st.DataObject) -> None:
    """Every span that is exported is found again at its own place; what cannot be written is named."""
    from dateline.review.export import Reviewed, ReviewedPassage
    from dateline.review.notation import passage_lines

    text, blocks, sentences = sentence_spans(((" ".join(words) + ".",),))
    sentence = sentences[1]
    edges = [sentence.span.start]
    for word in words:
        edges.append(edges[-1] + len(word) + 1)
    at, to = data.draw(st.integers(0, len(words) - 1)), data.draw(st.integers(0, len(words) - 1))
    trigger = Span(edges[at], edges[at] + len(words[at]))
    who = Span(edges[to], edges[to] + len(words[to]))
    document = Document("d", "d", text, "00", tuple(blocks))
    plain = mention("d", "d", text, sentence, words[at], "ASSAULT")
    found = replace(
        plain,
        trigger=replace(plain.trigger, span=trigger),
        actors=(Participant(words[to], who, None, "KEN", "MIL", ("MIL",), 1.0),),
        attribution=Attribution("unnamed", words[to], who),
    )
    from dateline.record import mention_to_record

    record = mention_to_record(found)
    passage = ReviewedPassage(Coded(document, tuple(sentences)), (Reviewed(sentence, (record,)),))
    lines, lost = passage_lines(passage)
    passages, errors = parse_notation("\n".join(lines))
    assert errors == []
    mentions = passages[0].sentences[0].mentions
    if not mentions:
        assert any("cannot be written" in line for line in lost)
        return
    (back,) = mentions
    shift = sentence.span.start
    assert back["trigger"]["span"] == [trigger.start - shift, trigger.end - shift]  # type: ignore[index]
    if back["actors"]:
        (party,) = back["actors"]  # type: ignore[misc]
        assert party["span"] == [who.start - shift, who.end - shift] and party_code(party) == "KEN.MIL"
    else:
        assert any("actors" in line for line in lost)
    if back["attribution"] is None:
        assert any("attribution" in line for line in lost)
    else:
        assert back["attribution"]["span"] == [who.start - shift, who.end - shift]  # type: ignore[index]


def test_training_reads_the_export(desk: Desk, tmp_path: Path) -> None:
    from dateline.training.corpus import check_corpus, load_corpus

    reviewed(desk)
    (tmp_path / "reviewed.txt").write_text(to_corpus(desk).text, "utf-8")
    files = load_corpus(tmp_path)
    assert len(files[0].passages) == 1 and [one for one in check_corpus(files) if "share" not in one] == []


def test_documents_that_are_gone_are_left_out(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.duckdb", kenya("d1", "a.md"), kenya("d2", "b.md"))
    with Database(path) as database:
        desk = Desk(database)
        desk.accept("Ada", "d2", kenya("d2", "b.md").mentions[3].mention_id)
        coded = kenya("d3", "b.md")
        document = replace(coded.document, text="Kenya denied it.", blocks=())
        database.write(Coded(document, (Sentence(0, document.text, Span(0, len(document.text))),)), run("b"))
        assert to_corpus(Desk(database)).passages == 0
        assert Client(create_app(Desk(database))).named("Ada").get("/recoded").status == 200


@pytest.mark.parametrize(
    ("path", "said"), [("/doc/none", "Nothing is here"), ("/queue/none", "That did not work"), ("/queue/type:WAR", "That did not work")]
)
def test_what_does_not_exist_is_said(client: Client, path: str, said: str) -> None:
    answer = client.get(path)
    assert answer.status == 404 and said in answer.text
