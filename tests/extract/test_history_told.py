"""Acts whose own words say that they were done more than ten years ago."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.status import long_past


@pytest.mark.parametrize(
    ("text", "act", "cue"),
    [
        ("Peru asked for the release of the poet whom Chile jailed thirty years ago.", "jailed", "ago"),
        ("Half a century earlier the navy had shelled the port.", "shelled", "earlier"),
        ("Oslo paid the families of miners who were shot two decades ago.", "shot", "ago"),
        ("The embassy reopened, 14 years after Lima had closed it.", "closed", "after"),
        ("The embassy reopened, 14 years after Lima had closed it.", "reopened", None),
        ("Peru freed the poet whom Chile jailed three years ago.", "jailed", None),
        ("Peru freed the poet whom Chile jailed ³ years ago.", "jailed", None),
        (f"Peru freed the poet whom Chile jailed {'9' * 5000} years ago.", "jailed", "ago"),
        ("Half an hour earlier the navy had shelled the port.", "shelled", None),
        ("The embassy reopened two years after Lima had closed it.", "closed", None),
    ],
)
def test_a_long_span_told_of_the_act_makes_it_history(text: str, act: str, cue: str | None) -> None:
    sentence = parse(text)
    found = long_past(sentence, at(sentence, act))
    assert (sentence.tokens[found.cue].text if found and found.cue is not None else None) == cue
