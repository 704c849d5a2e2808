"""Whose those are to whom an envoy is sent."""

from __future__ import annotations

import pytest

from dateline.resolve.envoys import sent_out
from dateline.types import Mention, Participant, RawMention, ResolvedMention, Sentence, Span


def sent(text: str, trigger: str, party: str, country: str | None, kind: str = "CONSULT") -> frozenset[str]:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    raw = RawMention(Sentence(0, text, Span(0, len(text))), Mention(trigger, span(trigger)), kind)
    return sent_out(ResolvedMention(raw, (), (Participant(party, span(party), None, country, "GOV", ("GOV",), 1.0),), None, None))


@pytest.mark.parametrize(
    ("text", "trigger", "party", "country", "expected"),
    [
        ("The bloc sent Benin's president to mediate and warned the junta.", "sent", "Benin's president", "BEN", {"BEN"}),
        ("The union dispatched a Kenyan envoy to speak with the generals.", "dispatched", "Kenyan envoy", "KEN", {"KEN"}),
        ("The bloc sent envoys to Mali's president and warned the junta.", "sent", "Mali's president", "MLI", set()),
        ("The bloc sent Niger a letter and warned the junta.", "sent", "Niger", "NER", set()),
        ("The bloc met Togo's premier and warned the junta.", "met", "Togo's premier", "TGO", set()),
        ("The bloc sent an envoy to mediate.", "sent", "envoy", None, set()),
    ],
)
def test_whose_the_envoy_is(text: str, trigger: str, party: str, country: str | None, expected: set[str]) -> None:
    assert sent(text, trigger, party, country) == expected
