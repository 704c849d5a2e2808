"""Forms of words that tell an act by themselves."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.classifier.lifts import lift_of


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Two Nepali peacekeepers died in crossfire near Malakal.", "died", "ASSAULT"),
        ("A farmer perished under fire at the border.", "perished", "ASSAULT"),
        ("Tokyo could levy new tariffs on steel.", "tariffs", "SANCTION"),
        ("Paris and Rome struck a deal on migrants.", "struck", "AGREE"),
        ("Modi is not expected to attend.", "attend", "REJECT"),
        ("Orban is unlikely to attend the meeting.", "attend", "REJECT"),
    ],
)
def test_forms_that_settle_the_type(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    lift = lift_of(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None
    assert lift.type == kind


def test_who_calls_others_together_leaves_the_type_to_the_coder() -> None:
    sentence = parse("Ghana has convened a summit for Friday.")
    lift = lift_of(sentence, sentence.tokens[at(sentence, "summit")])
    assert lift is not None
    assert lift.type is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nine miners died in a flood in Orissa.", "died"),
        ("Soldiers died for their country.", "died"),
        ("Tokyo imposed tariffs on steel.", "tariffs"),
        ("Modi is expected to attend.", "attend"),
        ("Pupils are not expected to attend.", "attend"),
        ("The unions called for a meeting.", "meeting"),
        ("Lightning struck a church.", "struck"),
    ],
)
def test_other_forms_lift_nothing(text: str, word: str) -> None:
    sentence = parse(text)
    assert lift_of(sentence, sentence.tokens[at(sentence, word)]) is None


def test_what_a_form_lifts_is_an_act() -> None:
    (found,) = TrainedCoder().acts([parse("Three peacekeepers died in crossfire on Friday.")])
    assert [one.type for one in found] == ["ASSAULT"]
