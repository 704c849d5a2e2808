"""Names that nobody knows, under one name alone: their country is a guess, and shown as one."""

from __future__ import annotations

import pytest

from dateline.cli.acts import parties
from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.types import Participant

STORY = "QUITO, Aug. 20 (Reuters) - Ecuador condemned Peru on Monday. {} accused Peru of spying."


def _accuser(name: str) -> Participant:
    acts = Pipeline().code([plain_document("a", STORY.format(name), "1981-08-21")])[0].mentions
    return next(one for act in acts for one in act.actors if one.text == name)


@pytest.mark.parametrize("name", ["Mr. Tolbrook", "QZRT", "Vundabo"])
def test_a_guess_is_marked(name: str) -> None:
    one = _accuser(name)
    assert one.country is None or (one.score <= 0.4 and parties((one,)) == f"{one.text} ({one.country}?)")


@pytest.mark.parametrize("name", ["Ecuador", "President Roldos", "Jaime Roldos"])
def test_what_is_known_is_not(name: str) -> None:
    one = _accuser(name)
    assert one.country == "ECU" and one.score > 0.4 and "?" not in parties((one,))
