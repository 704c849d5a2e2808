"""Set phrases and verbs without a subject that tell an act."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.classifier.idiomlifts import idiom_lift, worn_words


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The two kings buried the hatchet in Jeddah.", "buried", "SUPPORT"),
        ("Lisbon gave Jakarta the cold shoulder for years.", "gave", "REJECT"),
        ("Kenya held out an olive branch to Juba.", "held", "AGREE"),
        ("Stones flew in the old town.", "flew", "PROTEST"),
        ("Algiers washed its hands of the deal.", "washed", "REJECT"),
        ("The army crushed the revolt in 1959.", "crushed", "ASSAULT"),
        ("Prague broke the ice with Vienna.", "broke", "SUPPORT"),
    ],
)
def test_set_phrases_have_their_own_type(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    lift = idiom_lift(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None and lift.type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The villagers buried the dead in Jeddah.", "buried"),
        ("Lisbon gave Jakarta the document.", "gave"),
        ("The envoy flew to the old town.", "flew"),
        ("The president washed his hands.", "washed"),
        ("Prague hopes to crush the opposition.", "crush"),
        ("The purpose is to review the talks.", "review"),
        ("The minister said that Peru searched the houses.", "searched"),
    ],
)
def test_other_verbs_are_left_to_the_coder(text: str, word: str) -> None:
    sentence = parse(text)
    assert idiom_lift(sentence, sentence.tokens[at(sentence, word)]) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The police began to search the houses.", "search"),
        ("He is admired for crushing the guerrillas.", "crushing"),
        ("The guards tried to bar him from the summit.", "bar"),
    ],
)
def test_verbs_without_a_subject_need_less(text: str, word: str) -> None:
    sentence = parse(text)
    lift = idiom_lift(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None and lift.type is None


def test_nouns_of_set_phrases_are_no_parties() -> None:
    sentence = parse("Kenya held out an olive branch to Juba.")
    assert worn_words(sentence, at(sentence, "held")) == {at(sentence, "branch")}
    sentence = parse("The army crushed the revolt.")
    assert worn_words(sentence, at(sentence, "crushed")) == frozenset()
