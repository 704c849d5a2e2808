"""A state's own envoy who goes back to the post: ties are mended, no sanction."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.roles import settled


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Greece sent its ambassador back to Tripoli on Monday.", "sent", "SUPPORT"),
        ("Ghana returned its envoy to Bamako.", "returned", "SUPPORT"),
        ("Finland sent the Iranian ambassador back to Tehran.", "sent", "SANCTION"),
        ("Chile recalled its ambassador from Managua.", "recalled", "SANCTION"),
        ("Peru sent its protest back to Quito.", "sent", "SANCTION"),
    ],
)
def test_who_sends_the_own_envoy_back_mends_ties(text: str, trigger: str, kind: str) -> None:
    sentence = parse(text)
    head = at(sentence, trigger)
    (act,) = settled([Act(sentence, (head, head), head, "SANCTION", ("withdraw",), "", (), (), (), 0.9)])
    assert (act.type, act.modes) == (kind, () if kind == "SUPPORT" else ("withdraw",))
