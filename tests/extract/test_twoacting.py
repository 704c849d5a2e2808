"""What two do together, as a condition or with whom a relative clause is about."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.roles import settled


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
