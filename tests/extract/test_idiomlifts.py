"""Set phrases and verbs without a subject that tell an act."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.classifier.idiomlifts import aimed, idiom_lift, sure_lift, worn_words


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


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Austria put the talks on ice.", "put", "SANCTION"),
        ("The general staff in Riga put two brigades on alert.", "put", "MOBILIZE"),
        ("Togo showed the French ambassador the door.", "showed", "SANCTION"),
        ("Peru drew the line at closing the port.", "drew", "REJECT"),
        ("The air base was placed at the disposal of Kenya.", "placed", "AID"),
    ],
)
def test_phrases_of_state_need_no_coder(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    lift = sure_lift(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None and lift.type == kind and lift.floor == 0.0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The waiter put the champagne on ice.", "put"),
        ("Rising prices put pressure on airlines.", "put"),
        ("Chile wants to put the talks on ice.", "put"),
        ("Chile put the files on the table.", "put"),
    ],
)
def test_other_phrases_need_one(text: str, word: str) -> None:
    sentence = parse(text)
    assert sure_lift(sentence, sentence.tokens[at(sentence, word)]) is None


def test_particles_make_phrases() -> None:
    sentence = parse("Tunis gave in to the pilots.")
    lift = idiom_lift(sentence, sentence.tokens[at(sentence, "gave")])
    assert lift is not None and lift.type == "CONCEDE"
    sentence = parse("The minister gave in his papers.")
    assert idiom_lift(sentence, sentence.tokens[at(sentence, "gave")]) is None


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("The general begged the widows' forgiveness.", "begged", "widows"),
        ("Paris took Lima to task.", "took", "Lima"),
        ("Oslo gave the green light to the Danes.", "gave", "Danes"),
    ],
)
def test_set_phrases_are_aimed_at_somebody(text: str, word: str, whom: str) -> None:
    sentence = parse(text)
    assert at(sentence, whom) in aimed(sentence, at(sentence, word))


def test_nouns_of_set_phrases_are_no_parties() -> None:
    sentence = parse("Kenya held out an olive branch to Juba.")
    assert worn_words(sentence, at(sentence, "held")) == {at(sentence, "branch")}
    sentence = parse("The army crushed the revolt.")
    assert worn_words(sentence, at(sentence, "crushed")) == frozenset()


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Laos submitted an application instituting arbitral proceedings against Nepal.", "instituting", "Nepal"),
        ("Laos yesterday filed an Application instituting proceedings against Nepal before the Court.", "filed", "Nepal"),
        ("Laos lodged an application against Nepal.", "lodged", "Nepal"),
        ("Laos instituted proceedings against Nepal.", "instituted", "Nepal"),
    ],
)
def test_who_sues_a_state_before_a_court_accuses_it(text: str, word: str, whom: str) -> None:
    sentence = parse(text)
    lift = sure_lift(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None and lift.type == "ACCUSE"
    assert whom in [sentence.tokens[i].text for i in aimed(sentence, at(sentence, word))]


@pytest.mark.parametrize("text", ["Sweden filed an application to join the alliance.", "Norway submitted an application for a loan.", "Togo filed a claim for damages."])
def test_other_applications_accuse_nobody(text: str) -> None:
    sentence = parse(text)
    assert all(sure_lift(sentence, token) is None for token in sentence.tokens)
