"""Offices that go on with the measures of which a text has just told."""

from __future__ import annotations

import pytest
from test_counterparts import mention, phrase

from dateline.resolve.measures import state_going_on
from dateline.types import Participant, ResolvedMention, Span


@pytest.mark.parametrize(
    ("who", "state"),
    [
        ("customs officials", "CHN"),
        ("the Ministry of Commerce", "CHN"),
        ("the bureau of food and fair trade", "CHN"),
        ("farmers", None),
        ("the ministry of " + "a" * 400 + "!", None),
    ],
)
def test_who_goes_on(who: str, state: str | None) -> None:
    first, then = f"China suspended imports and {who} held up shipments.", Span(0, 5)
    taker, hit = (Participant(code, then, country=code, method="country") for code in ("CHN", "AUS"))
    last = ResolvedMention(mention(first, "suspended", "SANCTION"), (taker,), (hit,))
    raw = mention(first, "held up", "SANCTION")
    assert state_going_on(raw, Participant(who, then), phrase(first, who), frozenset(), frozenset({"AUS"}), last) == state
