"""What would follow from a supposed case; what somebody keeps from doing; what only signs tell of."""

from __future__ import annotations

from datetime import date

import pytest
from dating import acts_of

from dateline.types import Certainty, RawMention, Status


def act(text: str, word: str) -> RawMention:
    return next(one for one in acts_of(text, published=date(2024, 9, 10)) if word in one.trigger.text)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("What if Moscow cut the gas? Berlin would appeal to Oslo.", "appeal", Status.HYPOTHETICAL),
        ("Suppose that Iraq bombed Kuwait. Jordan would close its border. It would also expel the envoy.", "expel", Status.HYPOTHETICAL),
        ("Suppose Iraq bombed Kuwait: Jordan would close its border.", "bombed", Status.HYPOTHETICAL),
        ("Libya would release the crew, a minister said, provided that Rome withdrew its ships.", "release", Status.HYPOTHETICAL),
        ("Spain would expel the envoy on condition that Lisbon did.", "expel", Status.HYPOTHETICAL),
        ("Ankara would release the crew as long as London freed the captain.", "freed", Status.HYPOTHETICAL),
        ("What if Moscow cut the gas? Berlin arrested two spies in May.", "arrested", Status.OCCURRED),
        ("The army provided food and bombed the camp.", "bombed", Status.OCCURRED),
        ("Japan will expel the envoy provided that Seoul agrees.", "expel", Status.FUTURE),
    ],
)
def test_what_follows_from_a_supposed_case(text: str, word: str, expected: Status) -> None:
    assert act(text, word).status is expected


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("Ankara held back from bombing the camps.", "bombing", True),
        ("Manila backed away from expelling the envoy.", "expelling", True),
        ("Seoul thought better of expelling the envoy.", "expelling", True),
        ("Ankara pulled back from the town after bombing it.", "bombing", False),
        ("Ankara did not hold back from bombing the camps.", "bombing", False),
    ],
)
def test_what_somebody_keeps_from_doing(text: str, word: str, negated: bool) -> None:
    assert act(text, word).negated is negated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys see signs that Burundi bombed the camp.", Certainty.POSSIBLE),
        ("Amid hints that Burundi had bombed the camp, Rwanda closed its border.", Certainty.POSSIBLE),
        ("There are clear signs that Burundi bombed the camp.", Certainty.CERTAIN),
        ("The sign that hung over the gate fell when Burundi bombed the camp.", Certainty.CERTAIN),
    ],
)
def test_what_only_signs_tell_of(text: str, expected: Certainty) -> None:
    assert act(text, "bombed").certainty is expected
