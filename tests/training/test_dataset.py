"""Passages to training examples: labels on the right words."""

from __future__ import annotations

from dateline.evaluation.gold import plain_document
from dateline.extract.classifier.layout import ATTRIBUTIONS, ROLES, STATUSES, TYPES
from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import parse_documents
from dateline.training.dataset import Example, is_held_out, label
from dateline.training.notation import parse_notation

NOTATION = """=== wire | 2024-05-07 | military
S Chad may launch an offensive against rebels near Faya, officials said, after Mali condemned the group.
! launch an offensive | ASSAULT//190 | a=Chad TCD.GOV | r=rebels TCD.REB | p=Faya TCD | st=hypothetical:may | cert=possible:may | by=officials unnamed TCD
! condemned | ACCUSE/disapprove/111 | a=Mali MLI.GOV | r=group TCD.REB
"""


def example() -> Example:
    (passage,), errors = parse_notation(NOTATION)
    assert not errors
    (sentences,) = parse_documents([plain_document("a", passage.text, passage.date)])
    mentions = [m for s in passage.sentences for m in s.mentions]
    return label(sentences[0], mentions, (), LexiconCoder())


def test_labels_stand_on_head_words() -> None:
    found = example()
    tokens = found.sentence.tokens
    assault, accuse = found.targets
    assert (tokens[assault.head].text, TYPES[assault.type - 1]) == ("offensive", "ASSAULT")
    assert (tokens[accuse.head].text, TYPES[accuse.type - 1]) == ("condemned", "ACCUSE")
    roles = {ROLES[role]: tokens[word].text for word, role in assault.roles if ROLES[role] != "part"}
    assert roles == {"actor": "Chad", "recipient": "rebels", "place": "Faya", "speaker": "officials", "status": "may", "certainty": "may"}
    assert {tokens[word].text for word, role in assault.roles if ROLES[role] == "part"} == {"launch", "an"}
    assert STATUSES[assault.status] == "hypothetical" and ATTRIBUTIONS[assault.attribution] == "unnamed"
    assert len(assault.paths) == len(tokens)


def test_pairs_are_actor_words_with_recipient_words() -> None:
    found = example()
    words = [([found.sentence.tokens[i].text for i in p.source], [found.sentence.tokens[i].text for i in p.target]) for p in found.pairs]
    assert words == [(["Chad"], ["rebels"]), (["Mali"], ["group"])]


def test_holding_out_depends_on_the_text_alone() -> None:
    texts = [f"Passage number {i}." for i in range(2400)]
    held = [is_held_out(t) for t in texts]
    assert held == [is_held_out(t) for t in texts]
    assert 120 < sum(held) < 290


def test_words_that_name_a_party_s_country_are_labelled() -> None:
    text = NOTATION.replace("rebels near Faya", "rebels in Chadian villages near Faya").replace("r=rebels TCD.REB | p=Faya TCD", "r=rebels TCD.REB")
    (passage,), errors = parse_notation(text)
    assert not errors
    (sentences,) = parse_documents([plain_document("a", passage.text, passage.date)])
    sentence = sentences[0]
    named = {t.i: "TCD" for t in sentence.tokens if t.text in {"Chad", "Chadian"}} | {t.i: "MLI" for t in sentence.tokens if t.text == "Mali"}
    found = label(sentence, [m for s in passage.sentences for m in s.mentions], (), LexiconCoder(), named)
    countries = [(ROLES[role], sentence.tokens[word].text) for t in found.targets for word, role in t.roles if ROLES[role].endswith("_country")]
    assert countries == [
        ("actor_country", "Chad"), ("actor_country", "Chadian"), ("recipient_country", "Chad"), ("recipient_country", "Chadian"),
        ("actor_country", "Mali"), ("recipient_country", "Chad"), ("recipient_country", "Chadian"),
    ]  # fmt: skip
