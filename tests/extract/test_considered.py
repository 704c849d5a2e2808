"""Acts that somebody only thinks about."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.considered import considering_word


@pytest.mark.parametrize(
    ("text", "act", "cue"),
    [
        ("Chile weighed withdrawing its envoy from Caracas.", "withdrawing", "weighed"),
        ("Norway considered, together with Denmark, closing the strait.", "closing", "considered"),
        ("Ghana contemplated closing the border and expelling the envoy.", "expelling", "contemplated"),
        ("Ministers mulled sanctions against Burundi.", "sanctions", "mulled"),
        ("Ministers weighed the attack on the port.", "attack", None),
        ("The minister considered the offer, warning Lima against delay.", "warning", None),
        ("Togo stopped considering the plea and closed the border.", "closed", None),
        ("Kenya rejected the idea of closing the camp.", "closing", None),
    ],
)
def test_the_word_that_says_so(text: str, act: str, cue: str | None) -> None:
    sentence = parse(text)
    found = considering_word(sentence, at(sentence, act))
    assert (found.text if found else None) == cue
