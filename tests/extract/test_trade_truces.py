"""A truce in trade that is broken is no blow."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("Chile violated the tariff truce, Peru said.", "violated", "REJECT"),
        ("The customs truce was broken by Ghana on Friday.", "broken", "REJECT"),
        ("Insurgents violated the truce in Taiz on Sunday.", "violated", "ASSAULT"),
        ("Ethiopia violated the ceasefire, Eritrea said.", "violated", "ASSAULT"),
    ],
)
def test_what_breaking_a_truce_is(pipeline: Pipeline, text: str, trigger: str, type: str) -> None:
    (coded,) = pipeline.code([plain_document("d", text, "2025-06-20")])
    assert [one.type for one in coded.mentions if one.trigger.text.startswith(trigger)] == [type]
