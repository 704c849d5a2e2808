"""Acts that somebody does by words that name none."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.formlifts import allowed
from dateline.extract.judgement import judge
from dateline.extract.spokenacts import by_speaker, culpability, duty, reproach


@pytest.mark.parametrize(
    ("text", "word", "speaker", "owing"),
    [
        ('"Gabon ought to apologise to Benin," the Beninese minister said.', "ought", "minister", "Gabon"),
        ('"Gabon should release the crew," said the Beninese consul.', "should", "consul", "Gabon"),
        ("It was Gabon that should pay, the Beninese minister said.", "should", "minister", "Gabon"),
        ('"Gabon has to leave the island," the Beninese minister insisted.', "has", "minister", "Gabon"),
    ],
)
def test_a_duty_that_somebody_tells_a_state_of_is_asked_of_it(text: str, word: str, speaker: str, owing: str) -> None:
    sentence = parse(text)
    head = at(sentence, word)
    assert duty(sentence, sentence.tokens[head]) is not None
    lift = allowed(sentence, sentence.tokens[head])
    assert lift is not None
    assert lift.type == "REQUEST"
    act = by_speaker(Act(sentence, (head, head), head, "REQUEST", (), "", (), (), (), 0.9))
    assert [sentence.tokens[i].text for i in (*act.actors, *act.recipients)] == [speaker, owing]
    assert judge(act).attribution is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gabon should hold more polls, the analyst said.", "should"),
        ("The bank should pay a dividend, the analyst said.", "should"),
        ("Gabon should not pay, the Beninese minister said.", "should"),
        ("Gabon should pay its nurses more, the Gabonese minister said.", "should"),
        ("Gabon has paid the crew, the Beninese minister said.", "has"),
        ("Gabon should apologise.", "should"),
    ],
)
def test_other_duties_ask_nothing(text: str, word: str) -> None:
    sentence = parse(text)
    assert duty(sentence, sentence.tokens[at(sentence, word)]) is None


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ('"The searches were a gross violation of our rights," the Omani envoy said.', "violation", True),
        ('"This is an act of piracy," said the Omani envoy.', "piracy", True),
        ("The raid looks like a deliberate provocation, the Omani envoy said.", "provocation", True),
        ("The trial was not a violation of the charter, the judge said.", "violation", False),
        ('"It would be a breach of the accord," the Omani envoy said.', "breach", False),
        ("Piracy is a serious crime, the admiral said.", "crime", False),
        ("The raid was a gross violation of the charter.", "violation", False),
    ],
)
def test_a_noun_of_reproach_condemns(text: str, word: str, found: bool) -> None:
    sentence = parse(text)
    assert (reproach(sentence, sentence.tokens[at(sentence, word)]) is not None) is found


def test_what_is_violated_is_not_blamed() -> None:
    sentence = parse('"The searches were a gross violation of our rights," the Omani envoy said.')
    head, rights, envoy = at(sentence, "violation"), at(sentence, "rights"), at(sentence, "envoy")
    act = by_speaker(Act(sentence, (head, head), head, "ACCUSE", (), "", (), (rights,), (), 0.9))
    assert (act.actors, act.recipients) == ((envoy,), ())


@pytest.mark.parametrize(
    ("text", "word", "owing"),
    [
        ("The Beninese minister said that Gabon was responsible for the death of two divers.", "responsible", "Gabon"),
        ("The Beninese minister told reporters that the Gabonese pilot was to blame.", "blame", "pilot"),
        ("The Beninese minister said that Gabon was responsible for the upkeep of the pier.", "responsible", None),
        ("The Beninese minister said that nobody was to blame.", "blame", None),
        ("The Beninese minister said that Benin was to blame.", "blame", None),
        ("The Beninese minister said that Gabon was not to blame.", "blame", None),
    ],
)
def test_whom_somebody_calls_responsible_for_a_wrong_is_accused_by_him(text: str, word: str, owing: str | None) -> None:
    sentence = parse(text)
    head = at(sentence, word)
    assert (culpability(sentence, sentence.tokens[head]) is not None) is (owing is not None)
    if owing is None:
        return
    act = by_speaker(Act(sentence, (head, head), head, "ACCUSE", (), "", (), (), (), 0.9))
    assert [sentence.tokens[i].text for i in (*act.actors, *act.recipients)] == ["minister", owing]
