"""Clauses of lists: their marks, their stems, and what the stems say of them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest

from dateline.evaluation.gold import plain_document
from dateline.extract.clauselist import carried
from dateline.extract.clausemarks import clauses
from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import parse_documents
from dateline.pipeline import Pipeline
from dateline.turns import unlabelled
from dateline.types import Block, BlockKind, Document, EventMention, Span, Status


def paragraphs(*words: str) -> Document:
    text, blocks, at = "\n\n".join(words), [], 0
    for one in words:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(one))))
        at += len(one) + 2
    return Document("d", "d", text, "", blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["The Summit decides to:", "a) close ports;", "b) ban films."], [("close ports;", "decides to:"), ("ban films.", "decides to:")]),
        (["It will:", "(i) go;", "(ii) stay.", "The end."], [("go;", "It will:"), ("stay.", "It will:")]),
        (["Rome agrees to: (a) pay; and (b) leave."], [("pay; and ", "agrees to: "), ("leave.", "agrees to: ")]),
        (["The Council,", "Condemns the raid;", "1. Urges Togo to:", "a) leave;", "b) pay.", "2. Suspends Togo."],
         [("Condemns the raid;", "The Council,"), ("Urges Togo to:", "The Council,"), ("leave;", "Togo to:"), ("pay.", "Togo to:"), ("Suspends Togo.", "The Council,")]),
        (["The parties:", "h) pay;", "i) leave;", "j) meet."], [("pay;", "parties:"), ("leave;", "parties:"), ("meet.", "parties:")]),
        (["(b) Togo left."], [("Togo left.", None)]),
        (["Rome said, (a) that it paid, (b) that it left."], []),
        (["A. Smith met envoys.", "I. Introduction", "Plan B) failed."], []),
        (["Togo said:", "The army left."], []),
    ],
)  # fmt: skip
def test_marks_and_stems(words: list[str], found: list[tuple[str, str | None]]) -> None:
    document = paragraphs(*words)
    text = document.text
    got = [(text[one.start : one.end], one.stem) for one in clauses(document)]
    assert [words for words, _ in got] == [words for words, _ in found]
    assert all((stem is None) == (end is None) and (end is None or text[:end].endswith(stem or "")) for (_, end), (_, stem) in zip(got, found, strict=True))


def test_marks_are_no_words_of_a_clause() -> None:
    document = paragraphs("Rome agrees to: (a) pay; and (b) leave.")
    assert [document.slice(one) for one in unlabelled(document.blocks[0].span, clauses(document))] == ["Rome agrees to: ", "pay; and ", "leave."]


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline()


def _acts(*words: str) -> tuple[EventMention, ...]:
    document = plain_document("t", "\n\n".join(words), None)
    blocks = paragraphs(*words).blocks
    return _pipeline().code([Document(document.doc_id, "t", "\n\n".join(words), "", blocks=blocks)])[0].mentions


def test_the_doer_of_a_clause_is_that_of_its_stem() -> None:
    acts = _acts("The Government of Ghana decides to:", "a) close its border with Togo;", "b) recall its ambassador from Mali;", "c) freeze the assets of Benin.")
    assert [[one.country for one in act.actors] for act in acts] == [["GHA"]] * 3
    assert not [one.text for act in acts for one in (*act.actors, *act.recipients) if len(one.text) < 3]


def test_what_a_stem_asks_for_is_not_done_and_is_its_addressee_s() -> None:
    acts = [one for one in _acts("Norway calls on Chad to:", "(i) release the French journalists;", "(ii) withdraw its troops from Libya.") if "calls on" not in one.sentence.text]
    assert acts and all(act.status is Status.HYPOTHETICAL and [one.country for one in act.actors] == ["TCD"] for act in acts)


def test_what_a_stem_charges_somebody_with_is_the_accuser_s_word() -> None:
    acts = [one for one in _acts("Chile accused Peru of:", "a) shelling a village near Arica;", "b) arresting two fishermen.") if "accused" not in one.sentence.text]
    assert acts and all([one.country for one in act.actors] == ["PER"] and act.attribution is not None and act.attribution.country == "CHL" for act in acts)


def test_a_clause_with_a_subject_keeps_it() -> None:
    acts = _acts("The Council notes the following:", "a) Kenya has closed its border with Somalia;", "b) Uganda has recalled its envoy to Kenya.")
    assert [[one.country for one in act.actors] for act in acts] == [["KEN"], ["UGA"]]
    assert [act.attribution.text for act in acts if act.attribution is not None] == ["Council", "Council"]


def test_a_list_in_which_each_clause_opens_the_next_is_read() -> None:
    words = "a) Togo attacks Mali:"
    [first] = parse_documents([paragraphs(words)])[0]
    [act] = extract([paragraphs(words)], LexiconCoder())[0].mentions
    document = paragraphs(*[words] * 1200)
    found = clauses(document)
    sentences = [replace(first, sentence=replace(first.sentence, index=number, span=Span(one.start, one.end))) for number, one in enumerate(found)]
    [told] = carried(sentences[-1], sentences, found, [1], [act])
    assert [one.mention.text for one in told.actors] == ["Togo"]


HEADS = (
    "The Board of Governors,", "The Board of Governors:", "THE BOARD OF GOVERNORS,",
    "The Board of Governors of the Baltic Agency (BA), at its 31st session, held in Riga on 3 May 2016:",
    "Acting under Article 4 of its Statute, the Board of Governors:", "For these reasons, the Board of Governors,",
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_the_body_that_adopts_acts_in_every_clause(head: str) -> None:
    acts = _acts(head, "Deploring the raid on Minsk,", "1. Condemns Chad for the arrests;", "2. Orders Gabon to release the crew; and", "3. Expels Togo.")
    told = {act.trigger.text: [one.text for one in act.actors] for act in acts}
    assert told["Condemns"] == told["Orders"] == told["Expels"] and "board of governors" in told["Condemns"][0].lower()
    assert not any("Orders" in one.text for act in acts for one in act.recipients)


def test_a_court_orders_below_its_votes() -> None:
    acts = _acts("In its Order, which is binding, the Court", "(1) By nine votes to six,", "Orders Gabon to leave;", "(2) Unanimously,", "Rejects the request of Togo.")
    assert {(act.trigger.text, *(one.text for one in act.actors)) for act in acts} >= {("Orders", "Court"), ("Rejects", "Court")}


def test_a_title_names_the_body_where_no_line_does() -> None:
    text = "Communiqué of the Baltic Council\n\n1. Condemns the raid;\n\n2. Urges Gabon to release the crew."
    first, *rest = paragraphs(*text.split("\n\n")).blocks
    document = Document("d", "d", text, "", blocks=(replace(first, kind=BlockKind.TITLE), *rest))
    told = {act.trigger.text: [one.text for one in act.actors] for act in _pipeline().code([document])[0].mentions}
    assert told["Condemns"] == told["Urges"] == ["Baltic Council"]


def test_a_verb_joined_to_another_form_is_the_bodys_and_a_noun_is_not() -> None:
    words = "1. Calls upon Chad to withdraw its troops from Niger and urges Mali to open its border;", "2. Condemns the attacks by Togo, and the seizure of Lagos by Benin."
    acts = _acts("The Baltic Council,", *words)
    told = {act.trigger.text: [one.text for one in act.actors] for act in acts}
    assert told["urges"] == ["Baltic Council"]
    assert told.get("seizure") in (None, ["Benin"])


def test_who_else_acts_below_a_body_keeps_the_act() -> None:
    acts = _acts("The Baltic Council,", "1. Condemns the raid;", "2. Chad has closed its border with Niger.", "Protesters in Lagos burned a bus.")
    told = {act.trigger.text: [one.text for one in act.actors] for act in acts}
    assert told["closed"] == ["Chad"] and told["burned"] == ["Protesters"]
