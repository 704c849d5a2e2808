"""The organs of the European Union by their nouns alone: its own papers say "the Council", news says "the High Representative" behind "the EU"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline

PIPELINE = Pipeline(CodeOptions())


def actors(text: str, trigger: str, publisher: str | None = None) -> set[str | None]:
    document = replace(plain_document("a", text, "2022-03-09"), publisher=publisher)
    return {p.country for m in PIPELINE.code([document])[0].mentions if m.trigger.text.startswith(trigger) for p in m.actors}


@pytest.mark.parametrize(
    ("text", "trigger", "publisher", "expected"),
    [
        ("The Council imposed sanctions on nine Belarusian officials.", "sanctions", "Council of the European Union", "EUR"),
        ("Press release - Council of the European Union. The Council imposed sanctions on nine Belarusian officials.", "sanctions", None, "EUR"),
        ("The Commission fined Hungary on Monday.", "fined", "European Commission", "EUR"),
        ("The EU expelled two Belarusian diplomats. The High Representative condemned Belarus on Monday.", "condemned", None, "EUR"),
        ("The High Representative condemned Belarus on Monday.", "condemned", "European External Action Service", "EUR"),
    ],
)
def test_an_organ_is_the_union(text: str, trigger: str, publisher: str | None, expected: str) -> None:
    assert actors(text, trigger, publisher) == {expected}


@pytest.mark.parametrize(
    ("text", "trigger", "publisher"),
    [
        ("The Security Council met. The Council condemned Mali.", "condemned", None),
        ("Bosnia waited. The High Representative condemned Serbia.", "condemned", "European External Action Service"),
        ("The High Representative for Disarmament condemned Mali.", "condemned", "European External Action Service"),
        ("The Council of Europe met. The Council condemned Mali.", "condemned", "Reuters"),
        ("The UN Security Council met. The Council condemned Mali.", "condemned", "European External Action Service"),
    ],
)
def test_another_body_is_not(text: str, trigger: str, publisher: str | None) -> None:
    assert "EUR" not in actors(text, trigger, publisher)
