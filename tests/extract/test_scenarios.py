"""Texts, sections and sentences that call themselves a scenario, a simulation or fiction; and those that only name one."""

from __future__ import annotations

from datetime import date

import pytest
from dating import CODER, acts_of

from dateline.extract.extractor import extract
from dateline.types import Block, BlockKind, Document, RawMention, Span, Status

_PUBLISHED = date(2024, 9, 10)
_ACTS = "On Day 2, Chile expels the Peruvian ambassador."


def acts(*parts: tuple[BlockKind, str]) -> list[RawMention]:
    text, blocks = "", []
    for kind, part in parts:
        blocks.append(Block(kind, Span(len(text), len(text) + len(part))))
        text += part + "\n"
    return list(extract([Document("d", "d", text, "", blocks=tuple(blocks), published=_PUBLISHED)], CODER)[0].mentions)


@pytest.mark.parametrize(
    "title",
    [
        "Scenario 2: The canal closes",
        "Crisis simulation: Andean spring",
        "War game: The island",
        "Tabletop exercise: Border closed",
        "The canal closes: a scenario",
        "The last winter (a short story)",
        "Hypothetical case: The canal",
        "Fiction: The day the canal closed",
        "EXERCISE EXERCISE EXERCISE",
        "Training exercise - Andean spring",
    ],
)
def test_a_title_that_calls_its_text_imagined(title: str) -> None:
    found = acts((BlockKind.TITLE, title), (BlockKind.PARAGRAPH, _ACTS))
    assert found[-1].status is Status.HYPOTHETICAL
    assert found[-1].cues.status is not None
    assert found[-1].cues.status.text == title


@pytest.mark.parametrize(
    "title",
    [
        "Worst-case scenario for Lima as Chile closes border",
        "War games: Chile and Bolivia begin drills",
        "Exercise Andean Shield: troops land",
        "Scenarios: what next for Peru",
        "Ministers hold tabletop exercise on floods",
        "Chile: the exercise of power",
        "Not a simulation: Chile closes border",
        "Crisis meeting: a nightmare scenario looms",
    ],
)
def test_a_title_that_only_names_one(title: str) -> None:
    found = acts((BlockKind.TITLE, title), (BlockKind.PARAGRAPH, "Chile expelled the Peruvian ambassador."))
    assert found[-1].status is Status.OCCURRED


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("This is a fictional account.", Status.HYPOTHETICAL),
        ("The following is a hypothetical scenario.", Status.HYPOTHETICAL),
        ("This paper describes an imaginary crisis.", Status.HYPOTHETICAL),
        ("This is a work of fiction.", Status.HYPOTHETICAL),
        ("All persons and events in this story are invented.", Status.HYPOTHETICAL),
        ("For exercise purposes only.", Status.HYPOTHETICAL),
        ("This scenario assumes a dry year.", Status.HYPOTHETICAL),
        ("This paper describes the crisis.", Status.OCCURRED),
        ("This is a scenario that Lima had feared.", Status.OCCURRED),
        ("This is a military exercise of the navy.", Status.OCCURRED),
        ("The minister said the charges were fictitious.", Status.OCCURRED),
    ],
)
def test_an_opening_that_calls_the_text_imagined(opening: str, expected: Status) -> None:
    found = acts((BlockKind.TITLE, "The canal"), (BlockKind.PARAGRAPH, opening), (BlockKind.PARAGRAPH, "Chile expelled the Peruvian ambassador."))
    assert found[-1].status is expected


def test_a_section_headed_so_up_to_the_next_head() -> None:
    parts = [(BlockKind.HEADING, "Scenario B: Blockade"), (BlockKind.PARAGRAPH, "Chile expels the ambassador."), (BlockKind.HEADING, "Where things stand")]
    found = acts((BlockKind.PARAGRAPH, "Peru arrested two smugglers."), *parts, (BlockKind.PARAGRAPH, "Bolivia bombed a camp."))
    assert [one.status for one in found] == [Status.OCCURRED, Status.HYPOTHETICAL, Status.OCCURRED]


def test_a_past_year_in_a_scenario_is_what_really_was() -> None:
    found = acts((BlockKind.TITLE, "Scenario: The canal closes"), (BlockKind.PARAGRAPH, "In 2021 Chile expelled the ambassador. Peru bombs a port."))
    assert [one.status for one in found] == [Status.OCCURRED, Status.HYPOTHETICAL]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Under the third scenario, Peru expels the envoy.", "expels", Status.HYPOTHETICAL),
        ("In this scenario, Peru expelled the envoy.", "expelled", Status.HYPOTHETICAL),
        ("In the simulation, Peru bombed a port.", "bombed", Status.HYPOTHETICAL),
        ("Scenario 2: Peru bombs a port.", "bombs", Status.HYPOTHETICAL),
        ("In a worst-case scenario, Peru expels the envoy. Chile bombs a port.", "bombs", Status.HYPOTHETICAL),
        ("Imagine that Peru closes the canal. Chile bombs a port.", "bombs", Status.HYPOTHETICAL),
        ("Under the third scenario, Peru expels the envoy. Chile bombed a port in May.", "bombed", Status.OCCURRED),
        ("In a scenario familiar from last year, Peru expelled the envoy.", "expelled", Status.OCCURRED),
        ("In the exercise, troops of Peru bombed an island.", "bombed", Status.OCCURRED),
        ("In the exercise of its rights, Peru expelled the envoy.", "expelled", Status.OCCURRED),
        ("In the war games, Peru bombed an island.", "bombed", Status.OCCURRED),
    ],
)
def test_a_sentence_set_in_a_scenario(text: str, word: str, expected: Status) -> None:
    assert next(one for one in acts_of(text, published=_PUBLISHED) if word in one.trigger.text).status is expected
