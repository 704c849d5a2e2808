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
        ("On 5 May Togo promised to reopen the border by 1 July. Two days later, Accra closed its embassy.", "2024-05-07"),
        ("Ghana left on 5 May. Togo vowed to free the sailors before 3 June. Two days later, Accra closed its embassy.", "2024-05-07"),
        ("On 2 June Oslo said that it would expel the envoy on 10 June. Three days later Moscow closed its consulate.", "2024-06-05"),
        ("Ghana left on 3 May. Togo refused to sign the treaty on 5 May. Two days later, Accra closed its embassy.", "2024-05-07"),
        ("Ghana left on 3 May, and Togo sent envoys to Lagos on 5 May. Two days later, Accra closed its embassy.", "2024-05-07"),
        ("When a trawler entered Norwegian waters on 3 March, Oslo seized it.", "2024-03-03"),
        ("When rebels attacked Goma on 3 March, Rwanda closed the border and expelled two diplomats.", "2024-03-03"),
        ("When rebels attacked Goma on 3 March, they had signed a truce.", "2024-11-20"),
        ("When Goma fell on 3 March, rebels signed a truce the next day.", "2024-03-04"),
        ("Ghana, which left on 3 March, condemned Togo.", "2024-11-20"),
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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ghana attacked Togo on 8 February 2024. In October Togo attacked Ghana. On 25 January Ghana condemned Togo.", ["2024-02-08", None, "2024-01-25"]),
        ("Ghana attacked Togo on 3 November 2020. On 9 January Togo condemned Ghana. In March Ghana attacked Togo.", ["2020-11-03", "2021-01-09", "2021-03-01"]),
        (
            "Ghana attacked Togo on 3 May 2020. In September Togo condemned Ghana. In December Ghana attacked Togo. In February Togo condemned Ghana. In July Ghana attacked Togo.",
            ["2020-05-03", "2020-09-01", "2020-12-01", "2021-02-01", None],
        ),
        ("In October Ghana attacked Togo. In January Togo condemned Ghana.", [None, None]),
    ],
)
def test_years_do_not_run_away_in_a_text_without_its_day(text: str, days: list[str | None]) -> None:
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    acts = PIPELINE.code([document])[0].mentions
    assert [act.date.earliest.isoformat() if act.date else None for act in acts] == days


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("In April 2021 Ghana condemned the rebels who had attacked Togo.", "attacked", None),
        ("On 14 November Ghana condemned the rebels who had attacked Togo.", "attacked", "2024-11-20"),
        ("In April 2021 Ghana condemned the rebels who attacked Togo.", "attacked", "2024-11-20"),
    ],
)
def test_what_was_done_before_a_time_long_past_is_not_of_the_day_of_publication(text: str, word: str, day: str | None) -> None:
    found = next(act for act in coded(text) if act.trigger.text == word).date
    assert (found.earliest.isoformat() if found else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "A court in Oslo on Monday convicted a Chadian officer of torture.",
        "Prosecutors in Lima charged a colonel with the murder of a nun.",
        "The tribunal found that Togolese troops had shelled a village.",
    ],
)
def test_a_crime_without_a_day_of_its_own_has_none(text: str) -> None:
    assert [one.date for one in coded(text) if one.type == "ASSAULT"] == [None]


def test_a_crime_whose_day_is_told_keeps_it() -> None:
    (crime,) = (one for one in coded("A court in Oslo on Monday jailed a Chadian for shelling a village on 3 May 2023.") if one.type == "ASSAULT")
    assert crime.date is not None and crime.date.earliest == date(2023, 5, 3)
