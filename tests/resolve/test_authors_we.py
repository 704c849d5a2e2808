"""The "we" of an estimate or paper is its author: no country of those that it writes about is its own."""

from __future__ import annotations

import pytest

from dateline.api import code, read_text
from dateline.types import Coded


def coded(text: str, **known: str) -> Coded:
    """A text, coded."""
    return code(read_text(text, published="1974-05-02", **known))


@pytest.mark.parametrize(
    "text",
    [
        "We believe that Turkey will attack Cyprus. Greece may send troops.",
        "Outlook for the Horn\n\nEthiopia recalled its envoy from Mogadishu. We estimate that Somalia will attack Ethiopia next year.",
        "Egypt rejected the offer. I expect that Libya will recall its ambassador from Cairo.",
    ],
)
def test_the_authors_we_has_no_country_of_theirs(text: str) -> None:
    said = [one.attribution for one in coded(text).mentions if one.attribution is not None and (one.attribution.text or "").lower() in {"we", "i"}]
    assert all(one.country is None for one in said)


def test_a_ministrys_we_is_its_states() -> None:
    text = "Statement by the Ministry of Foreign Affairs of Kenya\n\nWe believe that Somalia will attack Ethiopia."
    said = [one.attribution for one in coded(text, publisher="Ministry of Foreign Affairs of Kenya").mentions]
    assert all(one is None or one.country in {"KEN", None} for one in said)
