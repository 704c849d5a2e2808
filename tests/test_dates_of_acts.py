"""Dates that reach an act from other sentences, through the whole pipeline."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import Block, BlockKind, Document, Span

PIPELINE = Pipeline(CodeOptions(coder="lexicon"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police arrested six men on 3 May. Togo will hold an exercise on 20 December. A seventh man was arrested the same day.", "2024-05-03"),
        ("Ghana expelled two diplomats on 3 May. Togo did not sign the treaty on 5 May. Two days later, Accra closed its embassy.", "2024-05-05"),
        ("Ghana expelled two diplomats on 3 May. Togo signed the treaty on 5 May. Two days later, Accra closed its embassy.", "2024-05-07"),
    ],
)
def test_days_are_counted_from_the_last_act_that_was_done(text: str, day: str) -> None:
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=date(2024, 11, 20))
    last = PIPELINE.code([document])[0].mentions[-1]
    assert last.date is not None and last.date.earliest.isoformat() == day
