"""Hostile steps that somebody says will not be taken: restraint, which is no refusal and no step."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.framelifts import framed
from dateline.extract.discourse import Setting
from dateline.extract.judgement import judge
from dateline.extract.roles import settled


def _judged(text: str, word: str, coded: str) -> tuple[str, bool]:
    sentence = parse(text)
    head = at(sentence, word)
    (act,) = settled([Act(sentence, (head, head), head, coded, (), "", (), (), (), 0.9)])
    return act.type, judge(act, Setting()).modality.negated


@pytest.mark.parametrize(
    ("text", "word", "coded", "kind"),
    [
        ("Norway said it would not retaliate.", "retaliate", "SANCTION", "SANCTION"),
        ("Ghana will not reciprocate, its trade minister said.", "reciprocate", "REJECT", "SANCTION"),
        ("Peru said it would not hit back.", "hit", "REJECT", "SANCTION"),
        ("Laos said it would not respond with duties of its own.", "respond", "REJECT", "SANCTION"),
        ("Laos has no plans to retaliate.", "retaliate", "THREATEN", "SANCTION"),
        ("Laos has no intention of retaliating.", "retaliating", "SANCTION", "SANCTION"),
        ("Oman does not intend to impose tariffs on Indian rice.", "impose", "REJECT", "SANCTION"),
        ("The militia said it would not retaliate for the air raid.", "retaliate", "REJECT", "ASSAULT"),
        ("Togo said it would not bomb the port.", "bomb", "REJECT", "ASSAULT"),
    ],
)
def test_a_hostile_step_that_will_not_be_taken_is_its_denial(text: str, word: str, coded: str, kind: str) -> None:
    assert _judged(text, word, coded) == (kind, True)


@pytest.mark.parametrize(
    ("text", "word", "coded"),
    [
        ("Norway said it would retaliate.", "retaliate", "THREATEN"),
        ("Norway would not hesitate to retaliate.", "retaliate", "THREATEN"),
        ("Chile will not accept the offer.", "accept", "REJECT"),
        ("Rome will not send troops to Libya.", "send", "REJECT"),
        ("Lima said it would not respond to the letter.", "respond", "REJECT"),
    ],
)
def test_threats_and_refusals_stay(text: str, word: str, coded: str) -> None:
    assert _judged(text, word, coded) == (coded, False)


@pytest.mark.parametrize(
    ("text", "word", "lifted"),
    [
        ("Nepal says it won't retaliate.", "retaliate", True),
        ("Nepal does not plan to impose countermeasures.", "impose", True),
        ("Nepal will not impose tariffs on Indian cars.", "impose", True),
        ("Nepal plans to impose countermeasures.", "impose", False),
        ("The court will not impose the death penalty.", "impose", False),
        ("The clinic will not respond with a statement.", "respond", False),
    ],
)
def test_a_coder_that_misses_restraint_is_helped(text: str, word: str, lifted: bool) -> None:
    sentence = parse(text)
    assert (framed(sentence, sentence.tokens[at(sentence, word)]) is not None) is lifted
