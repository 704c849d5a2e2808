"""Phrases that deny what a clause tells: before an inverted verb, or wherever they stand."""

from __future__ import annotations

import pytest
from parsing import acts, at, parse

from dateline.extract.act import Act
from dateline.extract.inversion import denying_phrase
from dateline.extract.judgement import judge
from dateline.extract.negation import not_planned
from dateline.extract.roles import settled
from dateline.extract.signals import chain_of


@pytest.mark.parametrize(
    ("text", "verb", "word"),
    [
        ("Not once in a decade did Oslo recall its ambassador.", "recall", "Not"),
        ("At no point did Belgium supply Rwanda with rifles.", "supply", "no"),
        ("In no case has Ghana deported a refugee.", "deported", "no"),
        ("Under no circumstances will Seoul arm the rebels.", "arm", "no"),
        ("On neither occasion did Chad bomb the camp.", "bomb", "neither"),
        ("Nowhere in Kenya were demonstrators arrested.", "arrested", "Nowhere"),
        ("Nowhere did police fire on the crowd.", "fire", "Nowhere"),
        ("During none of the crises did Chile break off relations.", "break", "none"),
        ("At no stage, the ministry said, did soldiers cross the border.", "cross", "no"),
        ("Lima said that at no time had its troops attacked the village.", "attacked", "no"),
        ("Poland has on no occasion expelled an American diplomat.", "expelled", "no"),
        ("Cyprus at no point recognised the junta.", "recognised", "no"),
        ("The envoy did not resign, nor did he threaten to quit the talks.", "threaten", "nor"),
        ("Lima did not recall its envoy, nor, officials said, has it closed the border.", "closed", "nor"),
    ],
)
def test_a_phrase_denies_its_clause(text: str, verb: str, word: str) -> None:
    sentence = parse(text)
    found = denying_phrase(sentence, sentence.tokens[at(sentence, verb)])
    assert found is not None
    assert found.text == word


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("In no time the army arrested the rebels.", "arrested"),
        ("Not only did France bomb the port, it sent troops.", "bomb"),
        ("Only once did France bomb the port.", "bomb"),
        ("Not until May did Serbia recall its ambassador.", "recall"),
        ("In no small part did Qatar help the rebels.", "help"),
        ("France bombed the port not once but three times.", "bombed"),
        ("Not long ago Russia expelled ten diplomats.", "expelled"),
        ("In no other year did Germany expel so many diplomats.", "expel"),
        ("Not once did he say that Kenya had attacked Uganda.", "attacked"),
        ("Nor was the premier, arrested in May, at the summit.", "arrested"),
        ("The duties on fish withdrawn by Oslo were low.", "withdrawn"),
        ("Nor is the treaty signed by Peru a success.", "signed"),
        ("With no warning, Israel bombed the port.", "bombed"),
    ],
)
def test_what_denies_nothing(text: str, verb: str) -> None:
    sentence = parse(text)
    assert denying_phrase(sentence, sentence.tokens[at(sentence, verb)]) is None


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("At no point did Germany bomb Syria.", True),
        ("At no point did Turkey refuse to bomb Syria.", True),
        ("Italy is not expected to bomb Syria.", True),
        ("Italy is not due to expel the diplomats.", True),
        ("Italy is expected to bomb Syria.", False),
        ("Italy did not fail to condemn Syria.", False),
        ("Italy never neglected to condemn Syria.", False),
        ("Italy failed to condemn Syria.", True),
        ("Italy did not condemn Syria.", True),
        ("In March Germany bombed Syria.", False),
    ],
)
def test_what_is_denied_is_told_as_not_done(text: str, negated: bool) -> None:
    found = acts(text)
    assert found
    assert judge(found[0]).modality.negated is negated


def test_a_plan_that_is_none() -> None:
    sentence = parse("The premier has no plans to visit Paris.")
    assert any(not_planned(sentence, one) for one in [*chain_of(sentence, at(sentence, "visit")), sentence.tokens[at(sentence, "plans")]])
    held = parse("The premier plans to visit Paris.")
    assert not any(not_planned(held, one) for one in chain_of(held, at(held, "visit")))


@pytest.mark.parametrize(
    ("text", "verb", "kept"),
    [
        ("The junta did not say whether it had freed the president.", "freed", False),
        ("Nairobi declined to say whether it had deported the men.", "deported", False),
        ("France warned them without saying whether it would expel them.", "expel", False),
        ("The mayor would not comment on whether police had shot the man.", "shot", False),
        ("It was not clear whether the rebels would withdraw.", "withdraw", False),
        ("It was not clear whether the rebels had withdrawn.", "withdrawn", True),
        ("The court asked whether police had shot the man.", "shot", True),
        ("The junta did not say why it had freed the president.", "freed", True),
        ("The junta said that it had freed the president.", "freed", True),
    ],
)
def test_what_a_speaker_leaves_open_is_no_act(text: str, verb: str, kept: bool) -> None:
    sentence = parse(text)
    head = at(sentence, verb)
    assert bool(settled([Act(sentence, (head, head), head, "COERCE", (), "", (), (), (), 0.9)])) is kept
