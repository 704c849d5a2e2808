"""Acts that a sentence says did not take place by its form."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.counterfactual import counterfactual


@pytest.mark.parametrize(
    ("text", "verb", "cue"),
    [
        ("Had Kenya sent its police in May, the gangs would not have attacked the airport.", "sent", "Had"),
        ("Had Kenya sent its police in May, the gangs would not have attacked the airport.", "attacked", "would"),
        ("Algeria ought to have recalled its envoy.", "recalled", "ought"),
        ("The junta should have released the president in August.", "released", "should"),
        ("Egypt was supposed to have released the detainees.", "released", "supposed"),
        ("The rebels may have shelled the town.", "shelled", None),
        ("Had Kenya sent its police?", "sent", None),
        ("Kenya would send its police.", "send", None),
        ("The army had fired on the crowd, and the minister resigned.", "fired", None),
    ],
)
def test_the_word_that_says_so(text: str, verb: str, cue: str | None) -> None:
    sentence = parse(text)
    found = counterfactual(sentence, at(sentence, verb))
    assert (found.text if found else None) == cue
