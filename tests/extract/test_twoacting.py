"""What two do together, as a condition or with whom a relative clause is about."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.roles import settled
from dateline.extract.twoacting import is_condition_of_two


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Unless the two sign by May, the port will stay shut.", "sign", True),
        ("Unless the two meet, the troops will stay.", "meet", True),
        ("If Chad and Niger agree, the road will open.", "agree", True),
        ("Should Kagame and Ndayishimiye meet, the border would open.", "meet", True),
        ("If the minister signs, the road will open.", "signs", False),
        ("The king smiled as if both sides agree on it.", "agree", False),
        ("Chad and Niger agree on the road.", "agree", False),
    ],
)
def test_conditions_of_what_two_do(text: str, verb: str, expected: bool) -> None:
    sentence = parse(text)
    assert is_condition_of_two(sentence, sentence.tokens[at(sentence, verb)]) is expected


def test_the_two_act_where_the_parser_sees_a_noun() -> None:
    sentence = parse("Unless the two sign by May, the port will stay shut.")
    verb = sentence.tokens[at(sentence, "sign")]
    assert (verb.pos, verb.dep) == ("VERB", "advcl")
    assert [t.text for t in sentence.kids(verb.i, "nsubj")] == ["two"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("Ghana praised Togo, with which it agreed a truce on Monday.", "agreed", "AGREE", {"it", "Togo"}),
        ("Serbia, with which Kosovo had negotiated for years, walked out.", "negotiated", "CONSULT", {"Kosovo", "Serbia"}),
        ("Kenya held a general of Uganda, alongside which its troops had fought in Somalia.", "fought", "ASSAULT", {"troops", "Uganda"}),
    ],
)
def test_with_whom_something_is_done_does_it_too(text: str, trigger: str, kind: str, expected: set[str]) -> None:
    sentence = parse(text)
    (acts,) = TrainedCoder().acts([sentence])
    found = next(act for act in settled(acts) if sentence.tokens[act.head].text == trigger)
    assert found.type == kind
    assert {sentence.tokens[i].text for i in found.actors} == expected
