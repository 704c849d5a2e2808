"""Dates that reach an act from other sentences, through the whole pipeline."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import Block, BlockKind, Document, EventMention, Span

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


def coded(text: str) -> list[EventMention]:
    """The acts of a text of one paragraph, published on 20 November 2024."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=date(2024, 11, 20))
    return list(PIPELINE.code([document])[0].mentions)


def test_an_act_without_a_date_lies_between_what_a_history_tells_before_and_after() -> None:
    acts = coded("Ghana expelled two diplomats on 3 May 2020. Togo condemned Ghana. Ghana attacked Togo on 9 June.")
    found = acts[1].date
    assert found is not None and (found.earliest, found.latest, found.basis) == (date(2020, 5, 3), date(2020, 6, 9), "document")


def test_what_follows_two_times_told_together_may_go_with_both() -> None:
    acts = coded("Ghana attacked Togo on 3 May 2020, and three weeks later it expelled two diplomats. Togo condemned Ghana. Ghana left on 27 May.")
    found = next(act for act in acts if act.trigger.text == "condemned").date
    assert found is not None and (found.earliest, found.latest, found.basis) == (date(2020, 5, 3), date(2020, 5, 27), "document")


def test_an_act_told_in_the_present_perfect_or_as_news_has_the_day_of_the_document() -> None:
    for text in (
        "Ghana expelled two diplomats on 3 May 2020. Togo has condemned Ghana. Ghana attacked Togo on 9 June.",
        "Ghana expelled two diplomats on 3 November. Togo condemned Ghana. Ghana attacked Togo on 9 November.",
    ):
        found = coded(text)[1].date
        assert found is not None and (found.earliest, found.basis) == (date(2024, 11, 20), "document")


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Scott Morrison condemned Togo on 3 May 2020.", "GOV"),
        ("Togo protested on 3 May 2020. Scott Morrison condemned Togo.", "GOV"),
        ("Scott Morrison condemned Togo on Tuesday.", "ELI"),
        ("Prime Minister Scott Morrison condemned Togo on Tuesday.", "GOV"),
        ("Former Prime Minister Scott Morrison condemned Togo on Tuesday.", "ELI"),
    ],
)
def test_offices_are_those_of_the_time_told_of(text: str, sector: str) -> None:
    assert coded(text)[-1].actors[0].sector == sector
