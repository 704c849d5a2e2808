"""Whose a guest, a bare "move" and "its crew" are: the visitor acts, the move is its maker's, the crew of the state of its craft."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline

#: Text, trigger, countries of the actors and of the recipients.
CASES = [
    ("Norway hosted the president of Peru on Monday.", "hosted", {"PER"}, {"NOR"}),
    ("Macron, who was hosting the king of Morocco in Paris, condemned the attack.", "hosting", {"MAR"}, {"FRA"}),
    ("Kenya hosted talks between Sudan and Chad.", "talks", {"KEN", "SDN", "TCD"}, set()),
    ("Venezuela detained ten Colombian fishermen on Tuesday. Critics in Bogota dismissed the move as theatre.", "dismissed", {"COL"}, {"VEN"}),
    ("Colombia summoned the Venezuelan envoy on Tuesday. Critics in Bogota dismissed the move as theatre.", "dismissed", {"COL"}, {"COL"}),
    ("Ecuador closed its border. Peru's government denounced the decision of Colombia to stay out.", "denounced", {"PER"}, {"COL"}),
    ("Ecuadorean aircraft crossed the line and a Peruvian helicopter was downed and its pilot taken prisoner.", "taken prisoner", set(), {"PER"}),
    ("Morocco and Algeria traded fire for days. An Algerian drone was downed and its crew captured.", "captured", set(), {"DZA"}),
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(CodeOptions())


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), CASES)
def test_parties(pipeline: Pipeline, text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    (one,) = pipeline.code([plain_document("one", text, "2019-03-08")])
    act = next(m for m in one.mentions if m.trigger.text == trigger)
    assert ({p.country for p in act.actors}, {p.country for p in act.recipients}) == (actors, recipients)
