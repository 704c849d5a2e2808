"""Forms of words that tell an act by themselves."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.classifier.lifts import lift_of


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A second tranche could be released in June.", "released", "AID"),
        ("The envoy reaffirmed what she called unwavering support for Bahrain.", "reaffirmed", "SUPPORT"),
    ],
)
def test_forms_that_settle_the_type(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    lift = lift_of(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None
    assert lift.type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ghana has convened a summit for Friday.", "summit"),
        ("Tokyo could levy new tariffs on steel.", "tariffs"),
        ("Paris and Rome struck a deal on migrants.", "struck"),
        ("The frozen funds were released in June.", "released"),
    ],
)
def test_forms_that_leave_the_type_to_the_coder(text: str, word: str) -> None:
    sentence = parse(text)
    lift = lift_of(sentence, sentence.tokens[at(sentence, word)])
    assert lift is not None
    assert lift.type is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nine miners died in a flood in Orissa.", "died"),
        ("Soldiers died for their country.", "died"),
        ("Tokyo imposed tariffs on steel.", "tariffs"),
        ("Tokyo warned that it could impose tariffs on steel.", "tariffs"),
        ("Jakarta asked Brunei to convene a meeting.", "meeting"),
        ("Modi is expected to attend.", "attend"),
        ("Pupils are not expected to attend.", "attend"),
        ("The unions called for a meeting.", "meeting"),
        ("Lightning struck a church.", "struck"),
        ("The minister presented parliament with a bill for the new tax.", "presented"),
        ("The cabinet presented a bill for the reform of the courts.", "presented"),
        ("Lima froze the assets of its foes.", "froze"),
        ("The studio released a film on the loan.", "released"),
        ("The line is under fire.", "fire"),
        ("The envoy reaffirmed his opposition to the dam.", "reaffirmed"),
    ],
)
def test_other_forms_lift_nothing(text: str, word: str) -> None:
    sentence = parse(text)
    assert lift_of(sentence, sentence.tokens[at(sentence, word)]) is None
